/**
 * The halls as tabs. Arrows go from tab to tab, F2 or a double click renames, Delete deletes with what stands in the
 * hall. When there are more than fit, the strip scrolls, and the menu beside it lists them all.
 */
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { Menu, Tooltip } from '@mantine/core';
import { IconDotsVertical, IconPlus } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { contentsOfHall, contentsText } from '../../shared/commands/halls.ts';
import type { Hall } from '../../shared/plan/types.ts';
import { findAction } from '../actions/actionTable.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { deleteHall, editWalls, hallsInOrder, hallTabs, renameHall, stepHall } from '../tools/hallActions.ts';
import { DRAWING_ATTRIBUTE } from '../tools/keyboard.ts';
import { showHall } from '../tools/viewActions.ts';
import styles from './HallTabs.module.css';

export function HallTabs() {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const current = useSession((state) => state.hall);
  const renaming = useStore(hallTabs, (state) => state.renaming);
  const [menuOpen, setMenuOpen] = useState(false);
  const strip = useRef<HTMLDivElement>(null);
  const halls = hallsInOrder(plan);

  useLayoutEffect(() => {
    strip.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current, halls.length]);

  // A name that is being typed ends with its hall: deleted, undone, or of another plan.
  const isRenamedGone = renaming !== null && !plan.halls.has(renaming);
  useEffect(() => {
    if (isRenamedGone) hallTabs.setState({ renaming: null });
  }, [isRenamedGone]);
  useEffect(() => planner.plan.onReplace(() => hallTabs.setState({ renaming: null })), [planner]);

  if (halls.length === 0) return <div className={styles.area} />;

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const [first, last] = [halls[0], halls.at(-1)];
    if (event.ctrlKey || event.metaKey || event.altKey || current === null) return;
    if (event.key === 'ArrowRight') stepHall(planner, 1);
    else if (event.key === 'ArrowLeft') stepHall(planner, -1);
    else if (event.key === 'Home' && first !== undefined) showHall(planner, first.id);
    else if (event.key === 'End' && last !== undefined) showHall(planner, last.id);
    else if (event.key === 'F2') hallTabs.setState({ renaming: current });
    else if (event.key === 'Delete') deleteHall(planner, current);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) setMenuOpen(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
    // The tab that is shown now is the one that has the focus.
    requestAnimationFrame(() => strip.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  }

  function openMenu(event: MouseEvent, hall: Hall): void {
    event.preventDefault();
    showHall(planner, hall.id);
    setMenuOpen(true);
  }

  return (
    <div className={styles.area}>
      <div ref={strip} className={styles.strip} role="tablist" aria-label="Halls" onKeyDown={onKeyDown}>
        {halls.map((hall) => (
          <button
            key={hall.id}
            type="button"
            role="tab"
            className={styles.tab}
            title={`${hall.name}; F2 or a double click renames it`}
            aria-selected={hall.id === current}
            data-renaming={hall.id === renaming || undefined}
            tabIndex={hall.id === current ? 0 : -1}
            onClick={() => showHall(planner, hall.id)}
            onDoubleClick={() => hallTabs.setState({ renaming: hall.id })}
            onContextMenu={(event) => openMenu(event, hall)}
          >
            {hall.name}
          </button>
        ))}
      </div>
      {renaming === null || !plan.halls.has(renaming) ? null : <RenameField key={renaming} id={renaming} strip={strip} />}
      <HallMenu halls={halls} opened={menuOpen} onChange={setMenuOpen} />
      <Tooltip label="New hall…">
        <button type="button" className={styles.button} aria-label="New hall" onClick={() => dialogs.setState({ open: 'hall' })}>
          <IconPlus size={14} aria-hidden />
        </button>
      </Tooltip>
    </div>
  );
}

interface HallMenuProps {
  readonly halls: readonly Hall[];
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
}

/** What is done to the hall on screen, and the way to the others. */
function HallMenu({ halls, opened, onChange }: HallMenuProps) {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const current = useSession((state) => state.hall);
  const hall = halls.find(({ id }) => id === current);
  const contents = opened && hall !== undefined ? contentsText(contentsOfHall(plan, hall.id)) : '';
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-start" shadow="sm">
      <Menu.Target>
        <button type="button" className={styles.button} aria-label="Menu of the hall" title="Menu of the hall">
          <IconDotsVertical size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {hall === undefined ? null : (
          <>
            <Menu.Item onClick={() => editWalls(planner)}>Edit the hall and its walls</Menu.Item>
            <Menu.Item rightSection={<span className={styles.keys}>F2</span>} onClick={() => hallTabs.setState({ renaming: hall.id })}>
              Rename
            </Menu.Item>
            <Menu.Item onClick={() => findAction('view.fit')?.run(planner)}>Fit the hall</Menu.Item>
            <Menu.Item onClick={() => deleteHall(planner, hall.id)}>
              Delete {hall.name}
              {contents === '' ? '' : ` with ${contents}`}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item onClick={() => planner.session.setTool('hall')}>Draw another hall</Menu.Item>
        <Menu.Item onClick={() => dialogs.setState({ open: 'hall' })}>New hall…</Menu.Item>
        {halls.length < 2 ? null : (
          <>
            <Menu.Divider />
            <Menu.Label>Show</Menu.Label>
            <div className={styles.list}>
              {halls.map(({ id, name }) => (
                <Menu.Item key={id} data-current={id === current || undefined} onClick={() => showHall(planner, id)}>
                  {name}
                </Menu.Item>
              ))}
            </div>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

const LEAST_FIELD_PX = 120;

/** A field that lies over the tab whose hall is renamed. */
function RenameField({ id, strip }: { readonly id: string; readonly strip: RefObject<HTMLDivElement | null> }) {
  const planner = usePlanner();
  const name = usePlan((state) => state.plan.halls.get(id)?.name);
  const [text, setText] = useState(name ?? '');
  const field = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => {
    const tab = strip.current?.querySelector<HTMLElement>('[data-renaming]');
    if (strip.current === null || field.current === null || tab === null || tab === undefined) return;
    tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    field.current.style.left = `${tab.offsetLeft - strip.current.scrollLeft}px`;
    field.current.style.width = `${Math.max(LEAST_FIELD_PX, tab.offsetWidth)}px`;
    field.current.select();
  }, [strip]);

  // Set once it is over, so that the field's own loss of focus does not end it again.
  const ended = useRef(false);
  const end = (how: 'keep' | 'leave') => {
    if (ended.current) return;
    const isNew = how === 'keep' && text.trim() !== '' && text.trim() !== name;
    if (isNew && !renameHall(planner, id, text.trim())) return;
    ended.current = true;
    hallTabs.setState({ renaming: null });
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[${DRAWING_ATTRIBUTE}]`)?.focus({ preventScroll: true }));
  };

  return (
    <input
      ref={field}
      className={styles.rename}
      aria-label="Name of the hall"
      value={text}
      autoFocus
      spellCheck={false}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => end('keep')}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') end('keep');
        if (event.key === 'Escape') end('leave');
      }}
    />
  );
}

/** One box to find cabinets, devices, pathways and cables, and to do things by name. Ctrl+K goes to it. */
import { useEffect, useRef, useState } from 'react';
import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { actions } from '../state/actions.ts';
import { usePlanner, type Planner } from '../state/plannerContext.ts';
import { TierKey } from '../ui/TierKey.tsx';
import { findThings, goTo, type Found } from './search.ts';
import styles from './SearchBox.module.css';

const CABLES_SHOWN = 6;

export function SearchBox() {
  const planner = usePlanner();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const cables = useCables(planner, text);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  const words = text.trim().toLowerCase();
  const things = words === '' ? [] : [...findThings(planner.plan.getState().plan, words), ...cables];
  const commands =
    words === '' ? [] : actions.filter((action) => action.label.toLowerCase().includes(words) && action.enabled(planner)).slice(0, 6);

  const offered = things.length + commands.length;
  const { selectFirstOption } = combobox;
  // Enter takes the first of what is listed, also when cables come in late.
  useEffect(() => {
    if (offered > 0) selectFirstOption();
  }, [offered, words, selectFirstOption]);

  const choose = (value: string) => {
    const thing = things.find((one) => `thing ${one.thing.kind} ${one.thing.id}` === value);
    const command = commands.find((one) => `command ${one.id}` === value);
    combobox.closeDropdown();
    setText('');
    input.current?.blur();
    if (thing !== undefined) goTo(planner, thing.thing);
    else command?.run(planner);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-end" width={360} offset={4} transitionProps={{ duration: 0 }}>
      <Combobox.Target>
        <TextInput
          ref={input}
          role="searchbox"
          aria-label="Search cabinets, cables, commands"
          placeholder="Search cabinets, cables, commands"
          className={styles.box}
          leftSection={<IconSearch size={15} aria-hidden />}
          rightSection={<kbd className={styles.keys}>Ctrl K</kbd>}
          rightSectionWidth={52}
          rightSectionPointerEvents="none"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => {
            if (text !== '') combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') {
              setText('');
              event.currentTarget.blur();
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={words === ''}>
        <Combobox.Options className={styles.options}>
          {things.length === 0 && commands.length === 0 ? <Combobox.Empty>Nothing is called “{text.trim()}”</Combobox.Empty> : null}
          {things.length === 0 ? null : (
            <Combobox.Group label="In the plan">
              {things.map((found) => (
                <Combobox.Option
                  key={`${found.thing.kind} ${found.thing.id}`}
                  value={`thing ${found.thing.kind} ${found.thing.id}`}
                  className={styles.option}
                >
                  {found.tier === undefined ? null : <TierKey tier={found.tier} />}
                  <span className={styles.name}>{found.name}</span>
                  <span className={styles.aside}>{found.aside}</span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {commands.length === 0 ? null : (
            <Combobox.Group label="Commands">
              {commands.map((action) => (
                <Combobox.Option key={action.id} value={`command ${action.id}`} className={styles.option}>
                  <span className={styles.name}>{action.label}</span>
                  <span className={styles.aside}>{action.shortcut ?? ''}</span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Cables whose id, ends or family hold the words; asked of the engine, which has them. */
function useCables({ engine }: Planner, text: string): readonly Found[] {
  const [found, setFound] = useState<{ readonly text: string; readonly cables: readonly Found[] }>({ text: '', cables: [] });
  useEffect(() => {
    if (text.trim().length < 2) return undefined;
    let wanted = true;
    void engine.rows('cables', { sort: null, filter: text, from: 0, count: CABLES_SHOWN, scope: null }).then(({ rows }) => {
      if (wanted)
        setFound({
          text,
          cables: rows.map((row) => ({
            thing: { kind: 'cable', id: row.id },
            name: `${row.from} – ${row.to}`,
            aside: row.tier,
            tier: row.tier,
          })),
        });
    });
    return () => {
      wanted = false;
    };
  }, [engine, text]);
  return found.text === text ? found.cables : [];
}

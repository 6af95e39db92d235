/** Search and command palette: finds cabinets, devices, pathways and cables, and does what the table of actions has, by name. */
import { useEffect, useRef, useState } from 'react';
import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { closeDialog, useDialogAsked } from '../dialogs/dialogStore.ts';
import { usePlanner, type Planner } from '../state/plannerContext.ts';
import { shortcutText } from '../ui/shortcutText.ts';
import { TierKey } from '../ui/TierKey.tsx';
import type { Action } from '../actions/action.ts';
import type { MakerModels } from '../panels/filterCatalog.ts';
import { EACH_KIND, findCommands, findCommandsOutOfReach, findModels, findThings, goTo, type Found } from './search.ts';
import styles from './SearchBox.module.css';

export function SearchBox() {
  const planner = usePlanner();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const cables = useCables(planner, text);
  const models = useModels(planner, text);

  const wanted = useDialogAsked('palette');
  const { openDropdown } = combobox;
  useEffect(() => {
    if (!wanted) return;
    closeDialog();
    input.current?.focus();
    input.current?.select();
    openDropdown();
  }, [wanted, openDropdown]);

  const words = text.trim().toLowerCase();
  const things = words === '' ? [] : [...findThings(planner.plan.getState().plan, words), ...cables];
  const commands = combobox.dropdownOpened ? [...findCommands(planner, words), ...models] : [];

  const outOfReach = combobox.dropdownOpened ? findCommandsOutOfReach(planner, words) : [];

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
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            // Ctrl+S, Ctrl+K and their like are for the whole page.
            if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
            // The list is scrolled from here; it is no stop on the way of the Tab key.
            if (event.key === 'Tab') combobox.closeDropdown();
            if (event.key === 'Escape') {
              setText('');
              event.currentTarget.blur();
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={styles.options} aria-label="Found" tabIndex={0}>
          {offered === 0 && outOfReach.length === 0 ? <Combobox.Empty>Nothing is called “{text.trim()}”</Combobox.Empty> : null}
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
                  <span className={styles.aside}>{action.shortcut === null ? '' : shortcutText(action.shortcut)}</span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {outOfReach.length === 0 ? null : (
            <Combobox.Group label="Not now">
              {outOfReach.map((action) => (
                <Combobox.Option key={action.id} value={`command ${action.id}`} className={styles.option} disabled>
                  <span className={styles.name}>{action.label}</span>
                  <span className={styles.aside}>{action.enabled.remedy ?? ''}</span>
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
    void engine.rows('cables', { sort: null, filter: text, from: 0, count: EACH_KIND, scope: null }).then(({ rows }) => {
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

/** Cabinet models to take into the hand; the catalog is read when somebody first searches. */
function useModels(planner: Planner, text: string): readonly Action[] {
  const [catalog, setCatalog] = useState<readonly MakerModels[]>([]);
  const isWanted = text.trim() !== '' && catalog.length === 0;
  useEffect(() => {
    if (!isWanted) return;
    void import('../panels/cabinetCatalog.ts').then(({ cabinetCatalog }) => setCatalog(cabinetCatalog()));
  }, [isWanted]);
  return findModels(catalog, text.trim().toLowerCase()).filter((action) => action.enabled(planner));
}

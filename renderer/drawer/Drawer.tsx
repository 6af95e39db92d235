/** The tables under the drawing: cables, bill of materials, findings. Rows lead to the canvas, the canvas to rows. */
import { useEffect, useRef, useState } from 'react';
import { Tabs, TextInput, Tooltip } from '@mantine/core';
import { IconAdjustments, IconChecks, IconFilter, IconRoute, IconRulerMeasure } from '@tabler/icons-react';
import { must } from '../../shared/assert.ts';
import { useDerived, usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import type { DrawerTab } from '../state/sessionStore.ts';
import type { NoteState } from '../../shared/plan/notes.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { Chip } from '../ui/Chip.tsx';
import { numberText } from '../../shared/quantities.ts';
import { closeDialog, dialogs, useDialogAsked } from '../dialogs/dialogStore.ts';
import { ComparePanel } from '../compare/ComparePanel.tsx';
import { RowMenu } from './RowMenu.tsx';
import { HoursPanel } from './HoursPanel.tsx';
import { CableTable, BomTable, FindingTable } from './tables.tsx';
import { LoomTable } from './LoomTable.tsx';
import { NoteTable } from './NoteTable.tsx';
import { TabStrip } from './TabStrip.tsx';
import { useScope } from './useScope.ts';
import styles from './Drawer.module.css';

const tabNames: readonly DrawerTab[] = ['cables', 'looms', 'bom', 'hours', 'findings', 'notes', 'compare'];
const tabTitles: Readonly<Record<DrawerTab, string>> = {
  cables: 'Cables',
  looms: 'Looms',
  bom: 'BOM',
  hours: 'Hours',
  findings: 'Findings',
  notes: 'Notes',
  compare: 'Compare',
};

const NO_FILTERS: Readonly<Record<DrawerTab, string>> = { cables: '', looms: '', bom: '', hours: '', findings: '', notes: '', compare: '' };

function countNotes({ notes }: Plan, state: NoteState): number {
  let count = 0;
  for (const note of notes.values()) if (note.state === state) count += 1;
  return count;
}

export function Drawer() {
  const planner = usePlanner();
  const tab = useSession((state) => state.drawerTab);
  const cables = useDerived((state) => state.summary?.cables ?? 0);
  // Numbers, not the object that holds them: it is another one with every step of a gesture, and the tables would be drawn anew.
  const standing = useDerived(({ summary }) => (summary === null ? null : summary.findings.errors + summary.findings.warnings));
  const accepted = useDerived(({ summary }) => summary?.findings.accepted ?? 0);
  const [filters, setFilters] = useState(NO_FILTERS);
  const [counts, setCounts] = useState<{ readonly matching: number; readonly total: number }>({ matching: 0, total: 0 });
  const openNotes = usePlan(({ plan }) => countNotes(plan, 'open'));
  const resolvedNotes = usePlan(({ plan }) => countNotes(plan, 'resolved'));
  const [notesShown, setNotesShown] = useState<NoteState | null>(null);
  const [shown, setShown] = useState<'standing' | 'accepted'>('standing');
  const { scope, name: scopeName, isListed, sort: listedSort, enabled: scopeEnabled, setEnabled: setScopeEnabled } = useScope();
  // Findings are all shown, whatever is selected, until somebody asks for those of the selection.
  const [narrowsFindings, setNarrowsFindings] = useState(false);
  const narrows = tab === 'findings' ? narrowsFindings : scopeEnabled;
  const setNarrows = tab === 'findings' ? setNarrowsFindings : setScopeEnabled;
  const setFilter = (text: string) => setFilters({ ...filters, [tab]: text });
  const tableProps = {
    filter: filters[tab],
    scope: narrows ? scope : null,
    onCounts: setCounts,
    onFilter: setFilter,
    onClear: () => {
      setFilter('');
      setNarrows(false);
    },
  };

  const drawer = useRef<HTMLElement>(null);
  const filterInput = useRef<HTMLInputElement>(null);
  const isFilterWanted = useDialogAsked('filter');
  useEffect(() => {
    if (!isFilterWanted) return;
    closeDialog();
    filterInput.current?.focus();
    filterInput.current?.select();
  }, [isFilterWanted]);

  const tabCount = (name: DrawerTab): string | null => {
    if (name === 'cables') return numberText(cables);
    if (name === 'notes') return openNotes + resolvedNotes === 0 ? null : numberText(openNotes);
    if (name === 'findings') return standing === null ? null : numberText(standing);
    return null;
  };
  const narrowed = tab !== 'hours' && tab !== 'compare' && counts.matching !== counts.total;

  return (
    <section ref={drawer} className={styles.drawer} aria-label="Tables">
      <Tabs
        className={styles.tabs}
        value={tab}
        onChange={(value) =>
          planner.session.setState({
            drawerTab: must(
              tabNames.find((name) => name === value),
              'the tab',
            ),
          })
        }
      >
        <div className={styles.bar}>
          <TabStrip tabs={tabNames.map((name) => ({ name, title: tabTitles[name], count: tabCount(name) }))} selected={tab} />
          <span className={styles.rows} role="status">
            {narrowed ? `${numberText(counts.matching)} of ${numberText(counts.total)}` : ''}
          </span>
          {tab !== 'findings' || standing === null || (accepted === 0 && shown === 'standing') ? null : (
            <Chip
              sign={<IconChecks size={14} aria-hidden />}
              isPressed={shown === 'accepted'}
              hasCross
              onPress={() => setShown(shown === 'accepted' ? 'standing' : 'accepted')}
            >
              {`Accepted ${numberText(accepted)}`}
            </Chip>
          )}
          {scope === null || tab === 'bom' || tab === 'hours' || tab === 'notes' || tab === 'compare' ? null : (
            <Tooltip
              label={narrows ? 'Showing only rows that concern the selection; click for all' : 'Show only rows that concern the selection'}
            >
              <Chip sign={<IconRoute size={14} aria-hidden />} isPressed={narrows} hasCross onPress={() => setNarrows(!narrows)}>
                {isListed ? scopeName : `${tab === 'findings' ? 'About' : 'Through'} ${scopeName}`}
              </Chip>
            </Tooltip>
          )}
          {tab !== 'notes'
            ? null
            : (['open', 'resolved'] as const).map((state) => (
                <Chip
                  key={state}
                  isPressed={notesShown === state}
                  hasCross
                  onPress={() => setNotesShown(notesShown === state ? null : state)}
                >
                  {state === 'open' ? `Open ${numberText(openNotes)}` : `Resolved ${numberText(resolvedNotes)}`}
                </Chip>
              ))}
          {tab !== 'looms' ? null : (
            <Chip sign={<IconAdjustments size={14} aria-hidden />} onPress={() => dialogs.setState({ open: 'loomRules' })}>
              Rules…
            </Chip>
          )}
          {tab !== 'bom' ? null : (
            <Chip sign={<IconRulerMeasure size={14} aria-hidden />} onPress={() => dialogs.setState({ open: 'lengths' })}>
              Lengths…
            </Chip>
          )}
          {tab === 'hours' ? null : (
            <TextInput
              ref={filterInput}
              aria-label={`Filter ${tabTitles[tab]}`}
              placeholder="Filter"
              className={styles.filter}
              leftSection={<IconFilter size={14} aria-hidden />}
              value={filters[tab]}
              onChange={(event) => setFilter(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setFilter('');
                if (event.key === 'ArrowDown' || event.key === 'Enter') {
                  event.preventDefault();
                  drawer.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
                }
                // Ctrl+S, Ctrl+K and their like are for the whole page.
                if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
              }}
            />
          )}
        </div>
        <Tabs.Panel value="cables" className={styles.panel}>
          <CableTable {...tableProps} asked={listedSort} />
        </Tabs.Panel>
        <Tabs.Panel value="looms" className={styles.panel}>
          <LoomTable {...tableProps} />
        </Tabs.Panel>
        <Tabs.Panel value="bom" className={styles.panel}>
          <BomTable
            {...tableProps}
            onCables={(family) => {
              setFilters({ ...filters, cables: family });
              planner.session.setState({ drawerTab: 'cables' });
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="hours" className={styles.panel}>
          <HoursPanel />
        </Tabs.Panel>
        <Tabs.Panel value="findings" className={styles.panel}>
          <FindingTable {...tableProps} shown={shown} />
        </Tabs.Panel>
        <Tabs.Panel value="notes" className={styles.panel}>
          <NoteTable filter={filters.notes} shown={notesShown} onCounts={setCounts} />
        </Tabs.Panel>
        <Tabs.Panel value="compare" className={styles.panel}>
          <ComparePanel words={filters.compare} />
        </Tabs.Panel>
      </Tabs>
      <RowMenu />
    </section>
  );
}

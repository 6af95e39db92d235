/** Runs links through two panels: which links, which panels and ports, which trunks and jumpers; what it does stands beside it. */
import { useEffect, useMemo, useState } from 'react';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { insertPanels } from '../../shared/commands/panels.ts';
import type { LinkChoice, LinkWish } from '../../shared/engine/linkChoice.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { numberText } from '../../shared/quantities.ts';
import { insertShuffle, type InsertShuffle } from '../../shared/commands/shufflePanels.ts';
import { newIds } from '../../shared/plan/ids.ts';
import { ChannelStrip } from '../panels/ChannelSections.tsx';
import { useDerived, usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { runCommand } from '../tools/editActions.ts';
import { countText } from '../ui/quantities.ts';
import { parseCount } from '../ui/parseCount.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { closeDialog, useDialogOpen } from './dialogStore.ts';
import { FamilyField, PanelFields } from './PanelFields.tsx';
import { cableChoices, nearestPanels, panelArgs, panelOptions, type PanelArgs, type PanelPicks } from './panelChoice.ts';
import { shuffleArgs, shuffleChoices } from './shuffleChoice.ts';
import { TrialTable } from './TrialTable.tsx';
import { useTrial } from './useTrial.ts';
import styles from './dialogs.module.css';

/** Stands for the selection in the list of tiers. */
const SELECTED = '\n';
const NO_PICKS: PanelPicks = {
  panelA: null,
  panelB: null,
  startA: null,
  startB: null,
  trunk: null,
  jumperA: null,
  jumperB: null,
  inFront: 'a',
};

export function PanelsDialog() {
  return (
    <Modal opened={useDialogOpen('panels')} onClose={closeDialog} title="Run links through panels" size={820}>
      <PanelsForm />
    </Modal>
  );
}

/** Links of the selection, or of a tier; null until the engine has told. */
function useLinks(source: string | null): LinkChoice | null {
  const { engine, session } = usePlanner();
  const revision = useDerived((state) => state.revision);
  const [choice, setChoice] = useState<{ readonly of: string | null; readonly links: LinkChoice } | null>(null);
  useEffect(() => {
    let wanted = true;
    const ids = session.getState().selection.map(({ id }) => id);
    const wish: LinkWish = source === null || source === SELECTED ? { kind: 'things', ids } : { kind: 'tier', tier: source };
    engine.linksFor(wish).then(
      (links) => {
        if (wanted) setChoice({ of: source, links });
      },
      // The engine has said why there are no figures.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [engine, session, revision, source]);
  return choice !== null && choice.of === source ? choice.links : null;
}

function PanelsForm() {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const hasSelection = useSession((state) => state.selection.length > 0);
  const options = useMemo(() => panelOptions(plan), [plan]);
  const [source, setSource] = useState<string | null>(null);
  const [most, setMost] = useState('');
  const [picked, setPicked] = useState<PanelPicks>(NO_PICKS);
  const choice = useLinks(source);

  const limit = most.trim() === '' ? null : parseCount(most, 4096);
  const limitCount = limit?.ok === true ? limit.value : null;
  const links = useMemo(() => choice?.links.slice(0, limitCount ?? undefined) ?? [], [choice, limitCount]);
  const picks = useMemo(() => {
    const near = picked.panelA !== null && picked.panelB !== null ? null : nearestPanels(plan, links, options);
    return { ...picked, panelA: picked.panelA ?? near?.[0] ?? null, panelB: picked.panelB ?? near?.[1] ?? null };
  }, [plan, links, options, picked]);
  const isShuffle = options.some((option) => option.isShuffle && option.id === picks.panelA);
  const choices = useMemo(() => (isShuffle ? null : cableChoices(plan, links, picks)), [plan, links, picks, isShuffle]);
  const atShuffle = useMemo(() => (isShuffle ? shuffleChoices(plan, links, picks) : null), [plan, links, picks, isShuffle]);
  const pair = useMemo(() => (isShuffle ? null : panelArgs(plan, links, picks, choices)), [plan, links, picks, choices, isShuffle]);
  const shuffle = useMemo(() => (isShuffle ? shuffleArgs(links, picks, atShuffle) : null), [links, picks, atShuffle, isShuffle]);
  const tried = useMemo(() => {
    if (pair?.ok === true) {
      const { newTrunks, ...rest } = pair.value;
      const args = { ...rest, trunkIds: newIds('trunks', newTrunks, plan, randomBytes) };
      return { attempt: planner.plan.attempt(insertPanels, args), run: () => runCommand(planner, insertPanels, args) };
    }
    if (shuffle?.ok !== true) return null;
    const args = shuffle.value;
    return { attempt: planner.plan.attempt(insertShuffle, args), run: () => runCommand(planner, insertShuffle, args) };
  }, [planner, plan, pair, shuffle]);
  const change = useMemo(
    () => (tried?.attempt.ok === true ? { patches: tried.attempt.value.patches, links: links.map(({ id }) => id) } : null),
    [tried, links],
  );
  const trial = useTrial(change);

  if (options.length < 2 && !options.some((option) => option.isShuffle))
    return (
      <EmptyState title="There are not two patch panels yet">
        Mount one at either end first: open the elevation (E), search its catalog for “panel”, and drag it into a cabinet.
      </EmptyState>
    );
  const wish = pair ?? shuffle;
  const refusal = tried !== null && !tried.attempt.ok ? `${tried.attempt.error.message}; ${tried.attempt.error.remedy}` : null;
  const problem =
    limit?.ok === false
      ? limit.error.message
      : choice !== null && links.length === 0
        ? noLinks(choice)
        : wish !== null && !wish.ok
          ? wish.error
          : refusal;
  const set = (change: Partial<PanelPicks>) => setPicked({ ...picked, ...change });
  const laid = pair?.ok === true ? pair.value : null;
  const atPorts = shuffle?.ok === true ? shuffle.value : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (change === null || tried?.run() !== true) return;
        planner.session.setState({
          notice: { text: `${countText(links.length, 'link')} run through panels now; undo takes it back`, tone: 'info' },
        });
        closeDialog();
      }}
    >
      <div className={styles.generate}>
        <div className={styles.parameters}>
          <Select
            label="Links"
            data={sourceOptions(choice, hasSelection)}
            value={source ?? SELECTED}
            allowDeselect={false}
            onChange={(value) => setSource(value)}
            data-autofocus
          />
          <TextInput
            label="How many of them"
            placeholder={choice === null ? '…' : `all ${numberText(choice.count)}`}
            value={most}
            autoComplete="off"
            onChange={(event) => setMost(event.currentTarget.value)}
          />
          <PanelFields
            name="First panel"
            options={options}
            panel={picks.panelA}
            start={picks.startA}
            onPanel={(panelA) => set({ panelA, startA: null, trunk: null, jumperA: null })}
            onStart={(startA) => set({ startA })}
          />
          {isShuffle ? (
            <>
              <Select
                label="In front of the shuffle"
                data={[
                  { value: 'a', label: endText(plan, links, 'a') },
                  { value: 'b', label: endText(plan, links, 'b') },
                ]}
                value={picks.inFront}
                allowDeselect={false}
                onChange={(end) => set({ inFront: end === 'b' ? 'b' : 'a', jumperA: null, jumperB: null })}
              />
              <FamilyField
                name="Cable in front"
                families={atShuffle?.fronts ?? []}
                value={atPorts?.front ?? null}
                onPick={(id) => set({ jumperA: id })}
              />
              <FamilyField
                name="Cable behind"
                families={atShuffle?.rears ?? []}
                value={atPorts?.rear ?? null}
                onPick={(id) => set({ jumperB: id })}
              />
            </>
          ) : (
            <>
              <PanelFields
                name="Second panel"
                options={options.filter((option) => !option.isShuffle)}
                panel={picks.panelB}
                start={picks.startB}
                onPanel={(panelB) => set({ panelB, startB: null, trunk: null, jumperB: null })}
                onStart={(startB) => set({ startB })}
              />
              <FamilyField
                name="Trunk between the panels"
                families={choices?.trunks ?? []}
                value={laid?.trunk ?? null}
                onPick={(id) => set({ trunk: id })}
              />
              <FamilyField
                name="Jumper at the first panel"
                families={choices?.jumpersA ?? []}
                value={laid?.jumperA ?? null}
                onPick={(id) => set({ jumperA: id })}
              />
              <FamilyField
                name="Jumper at the second panel"
                families={choices?.jumpersB ?? []}
                value={laid?.jumperB ?? null}
                onPick={(id) => set({ jumperB: id })}
              />
            </>
          )}
        </div>
        <div className={styles.counts} role="region" aria-label="What it does">
          <div className={styles.countsTitle}>What it does</div>
          <TrialTable trial={trial} label="Before and after" />
          {trial === null || trial.channels.worst === null ? null : (
            <>
              <div className={`${styles.countsTitle} ${styles.after}`}>
                {trial.channels.faulty > 0
                  ? `Light fails on ${numberText(trial.channels.faulty)} of ${countText(trial.channels.count, 'link')}; one of them`
                  : `Light comes out right on ${countText(trial.channels.count, 'link')}${trial.channels.count > 1 ? '; the longest of them' : ''}`}
              </div>
              <ChannelStrip channel={trial.channels.worst} shownCable={null} />
            </>
          )}
        </div>
      </div>
      <p className={`${problem === null ? styles.remedy : styles.problem} ${styles.after}`} role="status">
        {problem ?? (laid !== null ? whatIsLaid(laid) : atPorts !== null ? whatIsPlugged(atPorts) : '')}
      </p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" disabled={problem !== null || change === null}>
          Run through panels
        </Button>
      </div>
    </form>
  );
}

function sourceOptions(choice: LinkChoice | null, hasSelection: boolean): { readonly value: string; readonly label: string }[] {
  return [
    { value: SELECTED, label: hasSelection ? 'Of what is selected' : 'Nothing is selected' },
    ...(choice?.tiers ?? []).map(({ tier, count }) => ({ value: tier, label: `Tier ${tier}, ${countText(count, 'link')}` })),
  ];
}

function noLinks({ throughPanels }: LinkChoice): string {
  return throughPanels > 0
    ? `${countText(throughPanels, 'link')} of the selection run through panels already; take them out first, or choose others`
    : 'Nothing that is selected carries a link; choose a tier, or select cables, cabinets or devices first';
}

/** `Ends A: leaf1 and 3 more`. */
function endText({ devices: table }: Plan, links: LinkChoice['links'], end: 'a' | 'b'): string {
  const devices = [...new Set(links.map((link) => link[end].device))].map((id) => table.get(id)?.name ?? id);
  return `Ends ${end.toUpperCase()}: ${devices[0] ?? 'none'}${devices.length > 1 ? ` and ${devices.length - 1} more` : ''}`;
}

function whatIsPlugged({ links, front, rear }: InsertShuffle): string {
  const ports = (end: 'a' | 'b'): number => new Set(links.map((link) => `${link[end].device}\n${link[end].port}`)).size;
  const cables = ports('a') + ports('b');
  const families = front.id === rear.id ? front.name : `${front.name}; ${rear.name}`;
  return `Lays ${countText(cables, 'cable')} (${families}), one for each port, for ${countText(links.length, 'link')}, as one step to undo.`;
}

function whatIsLaid({ links, newTrunks, trunk, jumperA, jumperB }: PanelArgs): string {
  const trunks = newTrunks === 0 ? `free legs of ${trunk.name} that is there` : `${countText(newTrunks, 'new trunk')} (${trunk.name})`;
  const jumpers =
    jumperA.id === jumperB.id ? `${countText(links.length * 2, 'jumper')} (${jumperA.name})` : countText(links.length * 2, 'jumper');
  return `Lays ${trunks} and ${jumpers} for ${countText(links.length, 'link')}, as one step to undo.`;
}

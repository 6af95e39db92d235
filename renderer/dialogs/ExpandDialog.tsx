/** Growing a fabric by units: which links are added and moved, in which steps, before anything is done; then the plan grows as one step. */
import { useEffect, useState } from 'react';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { replaceContent } from '../../shared/commands/content.ts';
import type { ExpansionAnswer } from '../../shared/engine/expansionAnswer.ts';
import { USUAL_KEEP_PCT, type Expansion } from '../../shared/expansion/expansion.ts';
import { numberText } from '../../shared/quantities.ts';
import type { Result, UserError } from '../../shared/result.ts';
import { usePlan, usePlanner, type Planner } from '../state/plannerContext.ts';
import { copyRows } from '../drawer/copyRows.ts';
import { fitHall } from '../tools/viewActions.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Figure, Figures } from '../ui/Figures.tsx';
import { parseCount } from '../ui/parseCount.ts';
import { countText } from '../ui/quantities.ts';
import { SeverityMark } from '../ui/SeverityMark.tsx';
import { closeDialog, useDialogOpen } from './dialogStore.ts';
import { ExpansionSteps } from './ExpansionSteps.tsx';
import { STEP_TITLES, stepRow } from './expansionRows.ts';
import dialogStyles from './dialogs.module.css';
import styles from './ExpandDialog.module.css';

const MOST_UNITS = 1024;
const MOST_PCT = 99;

export function ExpandDialog() {
  return (
    <Modal opened={useDialogOpen('expand')} onClose={closeDialog} title="Grow by scalable units" size={960}>
      <ExpandForm />
    </Modal>
  );
}

function ExpandForm() {
  const planner = usePlanner();
  const { plan, session } = planner;
  const fabrics = usePlan((state) => state.plan.fabrics);
  const rails = [...fabrics.values()].flatMap((fabric) =>
    fabric.rule.kind === 'rail-optimised' ? [{ id: fabric.id, name: fabric.name, su: fabric.rule.parameters.su }] : [],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const fabric = rails.find(({ id }) => id === chosen) ?? rails[0];
  const [typed, setTyped] = useState<{ readonly su: string; readonly keep: string } | null>(null);
  const texts = typed ?? { su: String((fabric?.su ?? 0) + 1), keep: String(USUAL_KEEP_PCT) };
  const su = parseCount(texts.su, MOST_UNITS);
  const keep = parseCount(texts.keep, MOST_PCT);
  const answer = useExpansion(fabric?.id ?? null, su.ok ? su.value : null, keep.ok ? keep.value : null);
  const [refusal, setRefusal] = useState<string | null>(null);
  if (fabric === undefined) {
    return (
      <EmptyState title="No fabric that grows by units">
        Generate a plan with a rail-optimised fabric; then it can be grown here.
      </EmptyState>
    );
  }
  const mistake = [su, keep].flatMap((value) => (value.ok ? [] : [sentence(value.error)]))[0] ?? null;
  const problem = refusal ?? mistake ?? (answer?.ok === false ? sentence(answer.error) : null);
  const shown = mistake === null && answer?.ok === true ? answer.value : null;

  const copySteps = (answer: ExpansionAnswer | null) => {
    const hasHalls = plan.getState().plan.halls.size > 1;
    if (answer !== null)
      copyRows(
        session,
        STEP_TITLES,
        answer.expansion.steps.map((step) => stepRow(step, hasHalls)),
      );
  };

  const grow = () => {
    if (shown === null) return;
    const before = plan.getState().plan;
    const label = `Grow ${fabric.name} to ${shown.units[1]} units`;
    const done = plan.run(replaceContent, { edit: shown.edit, label });
    if (!done.ok) {
      setRefusal(sentence(done.error));
      return;
    }
    closeDialog();
    const cabinets = [...plan.getState().plan.cabinets.keys()].filter((id) => !before.cabinets.has(id));
    // What is new may stand beyond what was in view.
    fitHall(planner);
    void showGrowth(planner, shown.expansion, cabinets);
    const { links, cables } = shown.expansion;
    session.setState({
      notice: {
        text: `${countText(links.added, 'link')} added, ${numberText(links.moved)} moved, ${countText(cables.reused, 'cable')} reused`,
        tone: 'info',
      },
    });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        grow();
      }}
    >
      <div className={dialogStyles.parameters}>
        {rails.length < 2 ? null : (
          <Select
            label="Fabric"
            data={rails.map(({ id, name }) => ({ value: id, label: name }))}
            value={fabric.id}
            allowDeselect={false}
            onChange={(value) => {
              setChosen(value);
              setTyped(null);
            }}
          />
        )}
        <TextInput
          label={`Scalable units in all, now ${fabric.su}`}
          value={texts.su}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setTyped({ ...texts, su: event.currentTarget.value })}
        />
        <TextInput
          label="Links of a device that stay up (%)"
          value={texts.keep}
          autoComplete="off"
          onChange={(event) => setTyped({ ...texts, keep: event.currentTarget.value })}
        />
      </div>
      {shown === null ? null : (
        <>
          <ExpansionFigures answer={shown} />
          <ExpansionSteps steps={shown.expansion.steps} />
        </>
      )}
      {shown === null ? null : <Consequences answer={shown} />}
      <p className={problem === null ? dialogStyles.remedy : dialogStyles.problem} role="status">
        {problem ?? (shown === null ? 'Computing…' : `Worked out: ${countText(shown.expansion.steps.length, 'step')}`)}
      </p>
      <div className={dialogStyles.buttons}>
        <Button variant="default" disabled={shown === null} onClick={() => copySteps(shown)}>
          Copy the steps
        </Button>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" disabled={shown === null}>
          Grow the plan
        </Button>
      </div>
    </form>
  );
}

/** Lights what is new and what moved, once the figures of the grown plan are there. */
async function showGrowth({ engine, plan, session }: Planner, { changes }: Expansion, cabinets: readonly string[]): Promise<void> {
  const { revision } = plan.getState();
  const cablesOf = (kind: 'added' | 'moved'): string[] => [
    ...new Set(changes.filter((one) => one.kind === kind).flatMap(({ cables }) => cables.map(({ id }) => id))),
  ];
  const [added, moved] = await Promise.all([engine.routesOf(cablesOf('added')), engine.routesOf(cablesOf('moved'))]);
  // The plan went on meanwhile.
  if (plan.getState().revision !== revision) return;
  // What is selected would be lit over it.
  session.select([]);
  const gone = changes.filter(({ kind }) => kind === 'removed');
  const between = [...new Map(gone.map(({ a, b }) => [`${a.cabinet} ${b.cabinet}`, [a.cabinet, b.cabinet] as const])).values()];
  session.setState({ growth: { added, moved, cabinets, removed: { links: gone.length, between } } });
}

function ExpansionFigures({ answer: { expansion } }: { readonly answer: ExpansionAnswer }) {
  const { links, cables, cabinets, devices, perPanel, moveSteps, mostMovedAtCabinet, mostRecabledInRack, hours } = expansion;
  return (
    <div className={styles.figures}>
      <Figures label="Links">
        <Figure name="Links that stay" value={numberText(links.kept)} />
        <Figure name="Links added" value={numberText(links.added)} />
        <Figure name="Links moved" value={numberText(links.moved)} />
        <Figure name="Links removed" value={numberText(links.removed)} />
        <Figure name="Steps with links down" value={numberText(moveSteps)} />
      </Figures>
      <Figures label="Work">
        <Figure name="New cabinets" value={numberText(cabinets.added)} />
        <Figure name="New devices" value={numberText(devices.added)} />
        <Figure name="Cables pulled" value={numberText(cables.pulled)} />
        <Figure name="Cables reused" value={numberText(cables.reused)} />
        <Figure name="Cables replaced" value={numberText(cables.replaced + cables.unknown)} />
        <Figure name="Most links moved at one cabinet in a step" value={numberText(mostMovedAtCabinet)} />
        {perPanel.length === 0 ? null : (
          <Figure name="Most links re-cabled in one panel rack in a step" value={numberText(mostRecabledInRack)} />
        )}
        <Figure name="Hours" value={hours === null ? 'unknown' : numberText(hours.likely)} weight="total" />
      </Figures>
    </div>
  );
}

/** What the growth takes for granted of the building and of people: to be known before it is done. */
function Consequences({ answer: { notes, errors } }: { readonly answer: ExpansionAnswer }) {
  const [before, after] = errors;
  const all = [...notes, ...(after > before ? [`${countText(after - before, 'error')} more than now, listed in the findings then`] : [])];
  if (all.length === 0) return null;
  return (
    <section className={styles.consequences} aria-label="What it takes for granted">
      <h3>What it takes for granted</h3>
      <ul>
        {all.map((note) => (
          <li key={note}>
            <SeverityMark severity="warning" hidden />
            <span>{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sentence({ message, remedy }: UserError): string {
  return `${message}; ${remedy}`;
}

/** Digits that are still being typed are not worked on. */
const TYPING_MS = 250;

/** What growing would take; null while it is worked out, and while something typed is no number. */
function useExpansion(fabric: string | null, su: number | null, keepPct: number | null): Result<ExpansionAnswer, UserError> | null {
  const { engine } = usePlanner();
  const revision = usePlan((state) => state.revision);
  const [answer, setAnswer] = useState<{ readonly asked: string; readonly result: Result<ExpansionAnswer, UserError> } | null>(null);
  const asked = `${fabric} ${su} ${keepPct} ${revision}`;
  useEffect(() => {
    if (fabric === null || su === null || keepPct === null) return undefined;
    // Nobody waits for the answer to what was typed before, or once the dialog is closed: the engine leaves it.
    const unwanted = new AbortController();
    const take = (result: Result<ExpansionAnswer, UserError>): void => {
      if (!unwanted.signal.aborted) setAnswer({ asked, result });
    };
    const timer = setTimeout(() => {
      engine.expansion({ fabric, su, keepPct }, unwanted.signal).then(take, () => {
        const error = { code: 'engine.stopped', message: 'The engine stopped before it had an answer', remedy: 'close this and try again' };
        take({ ok: false, error });
      });
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      unwanted.abort();
    };
  }, [engine, fabric, su, keepPct, asked]);
  return answer?.asked === asked ? answer.result : null;
}

/** The last line: where the pointer is, what is selected, and the plan's sums, which move while something is dragged. */
import { useEffect } from 'react';
import { polygonContainsPoint } from '../../shared/geometry/polygons.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { Hall } from '../../shared/plan/types.ts';
import { tileName } from '../../shared/geometry/tileNames.ts';
import type { Severity } from '../../shared/checks/types.ts';
import type { Summary } from '../../shared/engine/protocol.ts';
import { useDerived, usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { findAction } from '../actions/actionTable.ts';
import { SeverityMark } from '../ui/SeverityMark.tsx';
import { lengthText, numberText, sizeValueText, type Units } from '../../shared/quantities.ts';
import { inUnits } from '../ui/engineText.ts';
import { countText, distanceParts, hoursRangeText } from '../ui/quantities.ts';
import { useLasting } from '../ui/useLasting.ts';
import { lockedText } from '../tools/locks.ts';
import { toolPrompts } from '../tools/toolPrompts.ts';
import { panes } from './panes.ts';
import styles from './StatusBar.module.css';

const NOTICE_MS = 6000;
/** What is longer is set in two lines, so that none of it is cut off between the panes' figures. */
const LONG_CHARS = 48;

export function StatusBar() {
  // Old figures stay while new ones are worked out; who cannot see them change hears that they will.
  const isBusy = useDerived(({ status }) => status === 'computing');
  return (
    <footer className={styles.bar} aria-label="Status" aria-busy={isBusy}>
      <div className={styles.start}>
        <Place />
        <Doing />
      </div>
      <Sums />
    </footer>
  );
}

function Place() {
  const units = useSession((state) => state.units);
  const pointer = useSession((state) => state.pointer);
  const hallId = useSession((state) => state.hall);
  const hall = usePlan((state) => (hallId === null ? undefined : state.plan.halls.get(hallId)));
  const { session } = usePlanner();
  const snap = useSession((state) => state.snap);
  const snapTo = useSession((state) => state.snapTo);
  const ortho = useSession((state) => state.ortho);
  const isolated = useSession((state) => state.veil.isolated !== null);
  const hidden = useSession((state) => state.veil.hidden.size);
  return (
    <>
      <span className={styles.coordinates} aria-hidden>
        x <b>{pointer === null ? '–' : sizeValueText(Math.round(pointer.xMm), units)}</b> y{' '}
        <b>{pointer === null ? '–' : sizeValueText(Math.round(pointer.yMm), units)}</b>
      </span>
      {hall === undefined ? null : (
        <span className={styles.tile} aria-hidden>
          tile <b>{pointer === null ? '–' : (tileUnder(hall, pointer) ?? '–')}</b>
        </span>
      )}
      <button
        type="button"
        className={styles.button}
        aria-pressed={snap}
        title="Snap to things and tiles (F9); F3 for things alone; hold Ctrl to suspend"
        onClick={() => session.setState({ snap: !snap })}
      >
        snap {!snap || (!snapTo.things && !snapTo.grid) ? 'off' : snapTo.things && snapTo.grid ? 'on' : snapTo.things ? 'things' : 'tiles'}
      </button>
      {ortho ? <span>one axis</span> : null}
      {isolated ? <span>isolated</span> : null}
      {hidden === 0 ? null : <span>{numberText(hidden)} hidden</span>}
    </>
  );
}

/** Name of the tile at a point; null outside the hall, whose floor ends there. */
function tileUnder({ tile, outline }: Hall, at: Point): string | null {
  const isInside = polygonContainsPoint(
    outline.map(([xMm, yMm]) => ({ xMm, yMm })),
    at,
  );
  return isInside ? tileName(tile, at.xMm, at.yMm) : null;
}

/** The gesture under way, a refusal, a message, or how much is selected. */
function Doing() {
  const { session } = usePlanner();
  const preview = useSession((state) => state.preview);
  const notice = useSession((state) => state.notice);
  const selected = useSession((state) => state.selection.length);
  const locked = useSession((state) => state.lockedHover);
  const units = useSession((state) => state.units);
  const prompt = useSession((state) => (state.mode === 'plan' ? (toolPrompts[state.tool] ?? null) : null));
  useEffect(() => {
    if (notice === null) return undefined;
    const timer = window.setTimeout(() => session.setState({ notice: null }), NOTICE_MS);
    return () => window.clearTimeout(timer);
  }, [notice, session]);
  // The words of a finding, which are in millimetres.
  const fault = preview === null || preview.fault === null ? null : inUnits(preview.fault, units);
  const problem = preview?.problem ?? fault ?? (notice?.tone === 'error' ? notice.text : null);
  // What the hand does now goes before what was done.
  const doing = fault === null ? preview?.text : [fault, preview?.text ?? []].flat().join(' · ');
  const locks = selected === 0 && locked !== null ? lockedText(locked) : null;
  const said = preview?.problem ?? doing ?? problem ?? notice?.text ?? locks ?? prompt;
  return (
    <span
      className={styles.doing}
      role="status"
      data-tone={problem === null ? 'plain' : 'error'}
      // Whole where the pointer rests, when the window is too small for it.
      {...(said === null ? {} : { title: said })}
    >
      <span className={said !== null && said.length > LONG_CHARS ? styles.saidLong : styles.said}>
        {said ?? (selected > 0 ? <SelectedText count={selected} /> : '')}
      </span>
      {notice?.offer === undefined || said !== notice.text ? null : <Offer action={notice.offer} />}
      {preview !== null && preview.problem === null ? <Deltas /> : null}
    </span>
  );
}

/** The action that helps with what the message says. */
function Offer({ action: id }: { readonly action: string }) {
  const planner = usePlanner();
  const action = findAction(id);
  if (action === null) return null;
  return (
    <button
      type="button"
      className={styles.offer}
      onClick={() => {
        planner.session.setState({ notice: null });
        action.run(planner);
      }}
    >
      {action.label}
    </button>
  );
}

function SelectedText({ count }: { readonly count: number }) {
  return (
    <>
      <b>{numberText(count)}</b> selected
    </>
  );
}

function signed(value: number, text: (value: number) => string): string {
  return value === 0 ? '±0' : value > 0 ? `+${text(value)}` : text(value);
}

/** What the gesture changes in the sums. */
function Deltas() {
  const units = useSession((state) => state.units);
  const summary = useDerived((state) => (state.preview ? state.summary : null));
  const settled = useDerived((state) => state.settled);
  if (summary === null || settled === null) return null;
  const hours = (summary.hours?.total ?? 0) - (settled.hours?.total ?? 0);
  // What moves no figure, as a door, says nothing of them.
  if (summary.requiredMm === settled.requiredMm && summary.orderedMm === settled.orderedMm && hours === 0) return null;
  return (
    <span className={styles.deltas}>
      required <b>{signed(summary.requiredMm - settled.requiredMm, (mm) => lengthText(mm, units))}</b> · to order{' '}
      <b>{signed(summary.orderedMm - settled.orderedMm, (mm) => lengthText(mm, units))}</b> ·{' '}
      <b>{signed(hours, (value) => `${numberText(value, 2)} h`)}</b>
    </span>
  );
}

function Sums() {
  const units = useSession((state) => state.units);
  const summary = useDerived((state) => state.summary);
  const isEmpty = usePlan(({ plan }) => plan.halls.size === 0);
  const status = useDerived((state) => state.status);
  return (
    <div className={styles.end}>
      {status === 'failed' ? <span className={styles.failed}>the engine stopped; figures are old</span> : null}
      {isEmpty ? null : <Work />}
      {summary === null || isEmpty ? null : <SumsOf summary={summary} units={units} />}
    </div>
  );
}

/** The engine at work, once that lasts: what it does, how far it is, and a way out; then a way back. */
function Work() {
  const { engine, derived } = usePlanner();
  const status = useDerived((state) => state.status);
  const progress = useDerived((state) => state.progress);
  const asking = useDerived((state) => state.asking);
  const isLasting = useLasting(status === 'computing', 200);
  if (status === 'left')
    return (
      <span className={styles.computing}>
        figures are not settled
        <button
          type="button"
          className={styles.offer}
          onClick={() => {
            derived.setState({ status: 'computing' });
            engine.resume();
          }}
        >
          Work them out
        </button>
      </span>
    );
  if (!isLasting)
    return asking === null ? null : (
      <span className={styles.computing}>
        {asking.toLowerCase()}…
        <button type="button" className={styles.offer} onClick={() => engine.leaveQuestions()}>
          Cancel
        </button>
      </span>
    );
  if (progress === null) return <span className={styles.computing}>computing…</span>;
  return (
    <span className={styles.computing}>
      {progress.doing.toLowerCase()}… <span className={styles.share}>{Math.floor(progress.share * 100)} %</span>
      <button type="button" className={styles.offer} onClick={() => engine.cancel()}>
        Cancel
      </button>
    </span>
  );
}

function SumsOf({ summary, units }: { readonly summary: Summary; readonly units: Units }) {
  const required = distanceParts(summary.requiredMm, units);
  const ordered = distanceParts(summary.orderedMm, units);
  return (
    <>
      <span className={styles.figure}>
        <b>{numberText(summary.links)}</b> {summary.links === 1 ? 'link' : 'links'} on <b>{numberText(summary.cables)}</b>{' '}
        {summary.cables === 1 ? 'cable' : 'cables'}
      </span>
      <span
        className={styles.figure}
        title={
          summary.unknownRequired === 0
            ? undefined
            : `${countText(summary.unknownRequired, 'cable')} ${summary.unknownRequired === 1 ? 'has' : 'have'} no known length`
        }
        data-testid="required"
      >
        {summary.unknownRequired > 0 ? 'at least ' : ''}
        <b>{required.value}</b> {required.unit} required
      </span>
      <span
        className={styles.figure}
        title={`To order, before the spares that the bill of materials adds${summary.unknownOrdered === 0 ? '' : `; ${countText(summary.unknownOrdered, 'cable')} without a length on offer`}`}
        data-testid="ordered"
      >
        {summary.unknownOrdered > 0 ? 'at least ' : ''}
        <b>{ordered.value}</b> {ordered.unit} before spares
      </span>
      <Hours hours={summary.hours} />
      <FindingCounts errors={summary.findings.errors} warnings={summary.findings.warnings} />
    </>
  );
}

function Hours({ hours }: { readonly hours: Summary['hours'] }) {
  if (hours === null) return <span className={styles.figure}>no labor profile</span>;
  const { name, total, range, unknownCables } = hours;
  const leftOut = unknownCables === 0 ? '' : `; ${countText(unknownCables, 'cable')} without a route not counted`;
  return (
    <span
      className={styles.figure}
      title={`${name}, likely ${unknownCables > 0 ? 'at least ' : ''}${numberText(total, 2)} person-hours${leftOut}`}
      data-testid="hours"
    >
      {name.toLowerCase()} {unknownCables > 0 ? 'at least ' : ''}
      <b>{hoursRangeText(range)}</b>
    </span>
  );
}

function FindingCounts({ errors, warnings }: { readonly errors: number; readonly warnings: number }) {
  const { session } = usePlanner();
  return (
    <button
      type="button"
      className={styles.findings}
      title="Show findings"
      onClick={() => {
        panes.setState({ drawerOpen: true });
        session.setState(({ mode }) => ({ mode: mode === 'sheets' ? 'plan' : mode, drawerTab: 'findings' }));
      }}
    >
      <FindingCount severity="error" count={errors} />
      <FindingCount severity="warning" count={warnings} />
    </button>
  );
}

function FindingCount({ severity, count }: { readonly severity: Severity; readonly count: number }) {
  return (
    <span className={styles.finding} data-some={count > 0} data-severity={severity}>
      <SeverityMark severity={severity} size={14} hidden />
      {numberText(count)}
      <span className={styles.unseen}> {count === 1 ? severity : `${severity}s`}</span>
    </span>
  );
}

/** Joins stores, engine and host: changes go to the engine and the journal, figures come back. */
import type { Patch } from 'immer';
import { emptyPlan } from '../../shared/plan/emptyPlan.ts';
import type { RandomBytes } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Host } from '../host/host.ts';
import type { EngineClient, EngineEvent, EngineResult } from '../worker/engineClient.ts';
import { createHallLayouts } from '../canvas/hallLayout.ts';
import { createElevationHost, type ElevationParts } from '../elevation/elevationHost.ts';
import { hallsInOrder } from '../tools/hallActions.ts';
import { createComparing } from '../compare/comparing.ts';
import type { ComparePort } from '../compare/comparePort.ts';
import { createToolHost } from '../tools/toolHost.ts';
import { leadToHall, showHall } from '../tools/viewActions.ts';
import { broughtBack } from './broughtBack.ts';
import { createDerivedStore, NO_FIGURES } from './derivedStore.ts';
import { createFileActions, samples, type SampleId } from './fileActions.ts';
import { watchOpenFile } from './diskWatch.ts';
import { createFileStore, isUnsaved } from './fileStore.ts';
import type { LayOutSheets } from './handingOver.ts';
import { createJournal } from './journal.ts';
import type { Planner } from './plannerContext.ts';
import { EVERY_LEVEL } from './pathwayLevels.ts';
import { createPlanStore, placeOf, type PlanStore } from './planStore.ts';
import { watchLoomLines } from './loomLines.ts';
import { cutOfClick } from './cutOfClick.ts';
import { createPreviewPace } from './previewPace.ts';
import { withKeptMarkers } from './sameScene.ts';
import { createSessionStore, NO_VEIL, unitsFor, type Thing } from './sessionStore.ts';

export interface PlannerParts {
  readonly host: Host;
  readonly connect: (current: () => { readonly plan: Plan; readonly revision: number }) => EngineClient;
  readonly openComparison: () => ComparePort;
  readonly fetchSample: (id: SampleId) => Promise<Uint8Array>;
  /** Devices, optics and cables that a plan can use. */
  readonly partsFor: ElevationParts['partsFor'];
  readonly layOutSheets: LayOutSheets;
  /** Runs once before the next frame is drawn. */
  readonly nextFrame: (run: () => void) => void;
  readonly randomBytes: RandomBytes;
}

export interface StartedPlanner extends Planner {
  /** Offers what a crash left behind, else opens the sample that the address names, if it names one. */
  start(search: string): Promise<void>;
}

/** Built once, before the page is drawn. */
export function createPlanner({
  host,
  connect,
  openComparison,
  fetchSample,
  partsFor,
  layOutSheets,
  nextFrame,
  randomBytes,
}: PlannerParts): StartedPlanner {
  const plan = createPlanStore(emptyPlan('Untitled'));
  const session = createSessionStore();
  const { locks: locksAtFirst } = session.getState();
  const derived = createDerivedStore();
  const file = createFileStore(placeOf(plan.getState()));
  const engine = connect(() => plan.getState());
  const journal = createJournal(host.journal, crypto.randomUUID(), () => engine.serialize());
  const files = createFileActions({ plan, file, engine, host, journal, fetchSample, layOutSheets });
  const layoutOf = createHallLayouts();
  const layout = () => {
    const { hall } = session.getState();
    return hall === null ? null : layoutOf(plan.getState().plan, hall);
  };
  const tools = createToolHost({ plan, session, derived, layout, randomBytes });
  const elevation = createElevationHost({ plan, session, derived, engine, partsFor, randomBytes });
  const comparing = createComparing({ plan, engine, open: openComparison });
  const planner: Planner = { plan, session, derived, file, engine, host, files, tools, elevation, comparing, layout };

  const pace = createPreviewPace({
    send: (patches) => engine.preview(patches),
    now: () => performance.now(),
    later: (ms, run) => void setTimeout(run, ms),
  });

  engine.onEvent((event) => takeEvent(event));

  /** Figures of a file that the engine has read and the page has not shown yet. */
  let early: EngineResult | null = null;

  function takeResult(result: EngineResult): void {
    const { revision, preview, solving, summary, scene } = result;
    const current = plan.getState().revision;
    if (revision > current) early = result;
    // Late answers: the plan has moved on, or the gesture has ended.
    if (revision !== current || (preview && session.getState().preview === null)) return;
    const settled = preview ? derived.getState().settled : summary;
    derived.setState(({ scene: last }) => ({
      revision,
      preview,
      summary,
      settled,
      solving,
      scene: withKeptMarkers(scene, last),
      ...(solving.length === 0 ? { status: 'current', progress: null } : { status: 'computing' }),
    }));
  }

  function takeEvent(event: EngineEvent): void {
    switch (event.type) {
      case 'result':
        if (event.result.preview) pace.answered();
        takeResult(event.result);
        return;
      case 'progress':
        derived.setState({ progress: event.progress });
        return;
      case 'asking':
        derived.setState({ asking: event.doing });
        return;
      case 'cancelled':
        if (event.revision === plan.getState().revision) derived.setState({ status: 'left', progress: null });
        return;
      case 'restarted':
        pace.answered();
        session.setState({ notice: { text: 'The engine was started again; the plan is as it was', tone: 'info' } });
        return;
      case 'failed':
        pace.answered();
        derived.setState({ status: 'failed', progress: null });
        session.setState({ notice: { text: `The figures could not be worked out: ${event.message}`, tone: 'error' } });
        return;
    }
  }

  plan.onChange(({ from, to, patches, cause }) => {
    engine.patch(from, to, patches);
    pace.forget();
    derived.setState({ status: 'computing' });
    if (session.getState().growth !== null) session.setState({ growth: null });
    // What was said of the step before is over; who ran this one may say more.
    if (cause === 'run' && session.getState().notice !== null) session.setState({ notice: null });
    file.setState({ dirty: isUnsaved(placeOf(plan.getState()), file.getState()) });
    showUnits();
    void journal.note(patches, to).catch(() => {
      session.setState({ notice: { text: 'Changes cannot be kept for recovery; save often', tone: 'error' } });
    });
    dropGone();
    followHalls(patches);
    const back = cause === 'run' ? [] : broughtBack(plan.getState().plan, patches);
    if (back.length > 0) session.select(back);
  });

  /** The plan that the window starts with comes while a tool may be in hand already. */
  let isFirst = true;

  // What was done in one plan holds for no other: a tool in hand, a layer that was unlocked for it.
  plan.onReplace(({ revision, plan: next }) => {
    const isKnown = engine.adopt(revision, next);
    pace.forget();
    derived.setState(NO_FIGURES);
    session.setState({
      selection: [],
      hover: null,
      preview: null,
      highlight: null,
      listed: null,
      growth: null,
      lockedHover: null,
      ...(isFirst
        ? {}
        : { tool: 'select', locks: locksAtFirst, span: null, trace: { ...session.getState().trace, underlay: null, paths: [] } }),
      caught: null,
      veil: NO_VEIL,
      hiddenLevels: EVERY_LEVEL,
      hall: hallsInOrder(next)[0]?.id ?? null,
      cameras: {},
      units: unitsFor(session.getState().unitsChoice, next.settings.units),
    });
    isFirst = false;
    if (isKnown && early?.revision === revision) takeResult(early);
    early = null;
  });

  file.subscribe((now, before) => {
    if (now.name !== before.name || now.dirty !== before.dirty) host.setTitle(now.name, now.dirty);
  });

  /** The screen's units follow the person's choice and, where that is left to it, the plan; also through undo. */
  function showUnits(): void {
    const { unitsChoice, units } = session.getState();
    const wanted = unitsFor(unitsChoice, plan.getState().plan.settings.units);
    if (wanted !== units) session.setState({ units: wanted });
  }
  session.subscribe((now, before) => {
    if (now.unitsChoice !== before.unitsChoice) showUnits();
  });

  /** A selection holds no things that an edit has taken away. */
  function dropGone(): void {
    const { selection, hover } = session.getState();
    const kept = selection.filter((thing) => isInPlan(plan, thing));
    if (kept.length < selection.length) session.setState({ selection: kept });
    if (hover !== null && !isInPlan(plan, hover)) session.setState({ hover: null });
  }

  /** A hall that was added, or came back, is shown; so is another in place of one that has gone. */
  function followHalls(patches: readonly Patch[]): void {
    const { halls } = plan.getState().plan;
    const added = patches.flatMap(({ op, path }) => (op === 'add' && path[0] === 'halls' && path.length === 2 ? [String(path[1])] : []));
    const [only] = added;
    const { hall } = session.getState();
    if (only !== undefined && added.length === 1 && halls.has(only)) showHall(planner, only);
    else if (hall === null || !halls.has(hall)) showHall(planner, hallsInOrder(plan.getState().plan)[0]?.id ?? null);
  }

  // Gestures: at most one preview a frame goes to the engine.
  let sendPreview = false;
  session.subscribe((now, before) => {
    const patches = now.preview?.patches ?? null;
    if (patches === (before.preview?.patches ?? null)) return;
    if (sendPreview) return;
    sendPreview = true;
    nextFrame(() => {
      sendPreview = false;
      pace.offer(session.getState().preview?.patches ?? null);
    });
  });

  // Routes of what is selected, lit on the canvas.
  let asked = 0;
  function light(): void {
    const { selection: chosen, listed } = session.getState();
    const ownIds = chosen.flatMap((thing) => (hasRoutes(thing) ? [thing.id] : []));
    // A cable picked out of a list is lit alone.
    const ids = listed === null || chosen.some(({ kind }) => kind === 'cable' || kind === 'loom') ? ownIds : listed.ids;
    asked += 1;
    const mine = asked;
    if (ids.length === 0) {
      session.setState({ highlight: null });
      return;
    }
    engine.routesOf(ids).then(
      (highlight) => {
        if (mine !== asked) return;
        session.setState({ highlight: highlight.cables === 0 ? null : highlight });
        const { selection } = session.getState();
        if (selection.every(({ kind }) => kind === 'cable' || kind === 'loom'))
          leadToHall(
            planner,
            highlight.cabinets.map((id) => ({ kind: 'cabinet', id })),
          );
      },
      () => session.setState({ highlight: null }),
    );
  }
  session.subscribe((now, before) => {
    if (now.selection === before.selection) {
      if (now.listed !== before.listed) light();
      return;
    }
    leadToHall(planner, now.selection);
    const cut = cutOfClick(planner);
    if (cut !== null) session.setState({ cut });
    light();
  });
  derived.subscribe((now, before) => {
    if (
      now.scene !== before.scene &&
      now.scene !== null &&
      !now.preview &&
      (session.getState().selection.length > 0 || session.getState().listed !== null)
    )
      light();
  });
  watchLoomLines({ session, derived, engine });

  watchOpenFile({ plan, file, host, journal });
  host.onOpenFile((opened) => void files.openFile(opened));
  host.guardClose(
    () => file.getState().dirty,
    async () => {
      if (!(await files.mayLeave())) return false;
      // Nothing is left to restore; a journal that cannot be cleared must not keep the window open.
      await journal.end().catch(() => undefined);
      return true;
    },
  );

  return {
    ...planner,
    async start(search) {
      if (await files.offerRestore()) return;
      const wanted = new URLSearchParams(search).get('sample');
      const sample = samples.find(({ id }) => id === wanted);
      // Without one the page offers the ways on.
      if (sample === undefined) await files.startBlank();
      else await files.openSample(sample.id);
    },
  };
}

function isInPlan(store: PlanStore, { kind, id }: Thing): boolean {
  const { plan } = store.getState();
  switch (kind) {
    case 'cabinet':
      return plan.cabinets.has(id);
    case 'device':
      return plan.devices.has(id);
    case 'segment':
      return plan.segments.has(id);
    case 'obstacle':
      return plan.obstacles.has(id);
    case 'door':
      return plan.doors.has(id);
    case 'junction':
      return plan.junctions.has(id);
    case 'dimension':
      return plan.dimensions.has(id);
    case 'note':
      return plan.notes.has(id);
    case 'underlay':
      return plan.underlays.has(id);
    case 'hall':
      return plan.halls.has(id);
    case 'cable':
    case 'loom':
    case 'finding':
      // Derived: known to the engine alone.
      return true;
  }
}

function hasRoutes({ kind }: Thing): boolean {
  return kind === 'cable' || kind === 'loom' || kind === 'cabinet' || kind === 'device' || kind === 'segment' || kind === 'finding';
}

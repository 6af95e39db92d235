/**
 * The engine's side of the protocol: holds the plan, applies patches, computes in steps between which it listens,
 * and answers questions. It knows no worker: messages come and go as plain values, and the host calls `step` while
 * there is something to do.
 *
 * A change of the plan cancels the work on the one before. A preview does not cancel a preview: the one under way is
 * finished and the newest follows, else figures would stand still for as long as a hand moves. It gives way once figures of it
 * stand, be they those from before room was found in full pathways.
 */
import { bundlesOf } from './bundleAnswer.ts';
import { applyPatches, enableMapSet, enablePatches, type Patch } from 'immer';
import { planLengths } from '../lengths/lengthPlan.ts';
import { parsePlan } from '../plan/parsePlan.ts';
import { serializePlan } from '../plan/serializePlan.ts';
import type { Plan } from '../plan/types.ts';
import type { Result, UserError } from '../result.ts';
import { billOfMaterials } from '../takeoff/bom.ts';
import { must } from '../assert.ts';
import { derive, deriveInSteps, type DeriveStep, type Derived } from './engine.ts';
import { traySection } from './traySection.ts';
import { answerExpansion } from './expansionAnswer.ts';
import { explain } from './explain.ts';
import { chooseLinks } from './linkChoice.ts';
import { judgeTableText } from './tableAnswer.ts';
import { tableTextOf } from '../readers/tableFile.ts';
import { trialOf } from './trial.ts';
import { buildLoomLines } from './loomLines.ts';
import { portsOfDevices } from './devicePorts.ts';
import type { EngineMessage, EngineRequest, FabricCounts, Question, TemplateInfo, TemplateSettings } from './protocol.ts';
import { createTables, type Tables } from './rows.ts';
import { buffersOf, buildHighlight, buildScene } from './scene.ts';
import { summarize } from './summary.ts';

enablePatches();
enableMapSet();

/** Templates with the catalog that they draw from. */
export interface TemplateSource {
  list(): readonly TemplateInfo[];
  counts(template: string, settings: TemplateSettings): Result<FabricCounts, UserError>;
  generate(template: string, settings: TemplateSettings): Result<Plan, UserError>;
}

export interface SessionHost {
  /** Sends a message; the buffers change hands. */
  post(message: EngineMessage, transfer: readonly ArrayBufferLike[]): void;
  /** Milliseconds of any clock that only goes forward. */
  now(): number;
  readonly templates: TemplateSource;
}

export interface EngineSession {
  receive(request: EngineRequest): void;
  /** Does one piece of work; false when there is none left. */
  step(): boolean;
}

/** A derivation under way. */
interface Job {
  readonly revision: number;
  readonly preview: boolean;
  readonly work: Generator<DeriveStep, Derived>;
  readonly startedMs: number;
  /** The figures posted last from before it is done, and when anything was. */
  interim: DeriveStep['interim'];
  postedMs: number;
  told: { readonly doing: string; readonly atMs: number } | null;
}

/** Figures that questions are answered from. */
interface Shown {
  readonly revision: number;
  readonly derived: Derived;
  readonly tables: Tables;
}

/** Figures that are not settled are posted after so long, and again as more of them settle; progress is told so often. */
const INTERIM_AFTER_MS = 30;
const TELL_EVERY_MS = 100;

interface Waiting {
  readonly request: number;
  readonly question: Question;
  readonly mayBeLeft: boolean;
  /** As it was when asked: a file holds the plan of that moment, not of the answer. */
  readonly plan: Plan | null;
}

export function createEngineSession(host: SessionHost): EngineSession {
  let plan: Plan | null = null;
  let revision: number | null = null;
  let job: Job | null = null;
  /** The newest preview not yet begun. */
  let nextPreview: readonly Patch[] | null = null;
  /** The last whole derivation of the plan itself, and its revision. */
  let settled: Shown | null = null;
  /** The newest figures of the plan itself, settled or not. */
  let shown: Shown | null = null;
  /** Where room is still sought in what is shown. */
  let solving: readonly string[] = [];
  /** The person does not want to wait for the figures of this revision. */
  let isLeft = false;
  let waiting: Waiting[] = [];

  function hold(next: Plan, as: number): void {
    plan = next;
    revision = as;
    nextPreview = null;
    isLeft = false;
    start(next, as, false);
  }

  function start(of: Plan, as: number, preview: boolean): void {
    const startedMs = host.now();
    const work = deriveInSteps(of, settled?.derived);
    job = { revision: as, preview, work, startedMs, interim: null, postedMs: startedMs, told: null };
  }

  function receive(request: EngineRequest): void {
    switch (request.type) {
      case 'load': {
        const parsed = parsePlan(request.bytes, (share) => host.post({ type: 'reading', request: request.request, share }, []));
        if (!parsed.ok) {
          host.post({ type: 'refused', request: request.request, error: parsed.error }, []);
          return;
        }
        host.post({ type: 'loaded', request: request.request, plan: parsed.value }, []);
        hold(parsed.value, request.revision);
        return;
      }
      case 'adopt':
        hold(request.plan, request.revision);
        return;
      case 'patch':
        if (plan === null || request.from !== revision) host.post({ type: 'stale', revision }, []);
        else hold(applyPatches(plan, request.patches), request.to);
        return;
      case 'preview':
        takePreview(request.revision, request.patches);
        return;
      case 'question':
        waiting.push({ request: request.request, question: request.question, mayBeLeft: request.mayBeLeft === true, plan });
        return;
      case 'drop':
        waiting = waiting.filter(({ request: asked }) => asked !== request.request);
        return;
      case 'cancel':
        if (job === null || job.preview) return;
        host.post({ type: 'cancelled', revision: job.revision }, []);
        job = null;
        isLeft = true;
        return;
      case 'resume':
        isLeft = false;
        goOn();
        return;
    }
  }

  function takePreview(of: number, patches: readonly Patch[] | null): void {
    // A preview of another revision is late: the gesture has ended.
    if (plan === null || of !== revision) return;
    nextPreview = patches;
    if (patches !== null) return;
    if (job?.preview === true) job = null;
    // The gesture is over without a change: the settled figures hold again.
    if (shown !== null && shown.revision === revision) post(shown.derived, shown.revision, false, 0, shown === settled ? [] : solving);
    goOn();
  }

  /** Takes up the figures of the plan where a gesture or a person interrupted them. */
  function goOn(): void {
    if (plan === null || revision === null || job !== null || settled?.revision === revision) return;
    if (isLeft) host.post({ type: 'cancelled', revision }, []);
    else start(plan, revision, false);
  }

  function step(): boolean {
    if (answerWaiting()) return true;
    if (nextPreview !== null && plan !== null && revision !== null && (job === null || job.interim !== null)) {
      start(applyPatches(plan, nextPreview), revision, true);
      nextPreview = null;
    }
    const running = job;
    if (running === null) return false;
    const { work, preview, startedMs } = running;
    const of = running.revision;
    // A stage that throws ends the job; the next change starts anew.
    job = null;
    const next = work.next();
    if (!next.done) {
      job = running;
      showMeanwhile(running, next.value);
      return true;
    }
    const derived = next.value;
    const before = settled?.derived;
    if (!preview) shown = settled = { revision: of, derived, tables: createTables(derived, () => bomOf(derived)) };
    post(derived, of, preview, startedMs, [], before);
    return true;
  }

  /** What takes long is told, and figures that are not settled are shown rather than none of the new plan. */
  function showMeanwhile(running: Job, { doing, share, interim }: DeriveStep): void {
    const nowMs = host.now();
    const { revision: of, preview } = running;
    if (interim !== null && interim !== running.interim && nowMs - running.postedMs >= INTERIM_AFTER_MS) {
      const { derived, solving: open } = interim();
      if (!preview) {
        shown = { revision: of, derived, tables: createTables(derived, () => bomOf(derived)) };
        solving = open;
      }
      post(derived, of, preview, running.startedMs, open, settled?.derived);
      running.interim = interim;
      running.postedMs = host.now();
    }
    if (preview || (running.told?.doing === doing && nowMs - running.told.atMs < TELL_EVERY_MS)) return;
    running.told = { doing, atMs: nowMs };
    host.post({ type: 'progress', revision: of, doing, share }, []);
  }

  function post(derived: Derived, of: number, preview: boolean, startedMs: number, open: readonly string[], before?: Derived): void {
    const scene = buildScene(derived, before);
    const elapsedMs = startedMs === 0 ? 0 : host.now() - startedMs;
    const summary = summarize(derived.takeoff, derived.findings, elapsedMs);
    host.post({ type: 'result', revision: of, preview, solving: open, summary, scene }, buffersOf(scene));
  }

  /** Answers the first question that can be answered now; those about figures wait until the figures are the plan's. */
  function answerWaiting(): boolean {
    const canAnswer = ({ question }: Waiting): boolean => {
      switch (figuresFor(question)) {
        case 'none':
          return true;
        case 'shown':
          return shown !== null && shown.revision === revision;
        case 'settled':
          return settled !== null && settled.revision === revision;
      }
    };
    const index = waiting.findIndex(canAnswer);
    const asked = waiting[index];
    if (asked === undefined) return false;
    waiting = waiting.toSpliced(index, 1);
    if (asked.mayBeLeft) host.post({ type: 'begun', request: asked.request }, []);
    try {
      const { value, transfer } = answerTo(asked);
      host.post({ type: 'answer', request: asked.request, value }, transfer);
    } catch (error) {
      host.post({ type: 'failed', request: asked.request, message: error instanceof Error ? error.message : String(error) }, []);
    }
    return true;
  }

  function answerTo({ question, plan: askedOf }: Waiting): { readonly value: unknown; readonly transfer: readonly ArrayBufferLike[] } {
    switch (question.ask) {
      case 'rows':
        return { value: shownNow().tables.window(question.table, question.query, shownNow().revision), transfer: [] };
      case 'explain':
        return { value: explain(shownNow().derived, question.id), transfer: [] };
      case 'explainTried': {
        const { revision: of, derived } = settledNow();
        if (of !== question.revision) return { value: null, transfer: [] };
        const tried = derive(applyPatches(derived.plan, question.patches), derived);
        return { value: explain(tried, question.id), transfer: [] };
      }
      case 'try': {
        const { revision: of, derived } = settledNow();
        if (of !== question.revision) return { value: null, transfer: [] };
        return { value: trialOf(derived, derive(applyPatches(derived.plan, question.patches), derived), question.links), transfer: [] };
      }
      case 'table':
        return { value: judgeTableText(shownNow().derived, question.text, question.fabric, question.parts), transfer: [] };
      case 'links':
        return { value: chooseLinks(shownNow().derived, question.wish), transfer: [] };
      case 'routes': {
        const highlight = buildHighlight(shownNow().derived, question.ids);
        return { value: highlight, transfer: buffersOf(highlight) };
      }
      case 'loomLines': {
        const lines = buildLoomLines(shownNow().derived);
        return { value: lines, transfer: buffersOf(lines) };
      }
      case 'ports':
        return { value: portsOfDevices(shownNow().derived, question.devices), transfer: [] };
      case 'lengths': {
        const { plan: of, cabling } = settledNow().derived;
        return { value: planLengths(of, cabling, { maxLengths: null, rules: question.rules }), transfer: [] };
      }
      case 'section':
        return { value: traySection(shownNow().derived, question.segment, question.atMm), transfer: [] };
      case 'bundles':
        return { value: bundlesOf(shownNow().derived), transfer: [] };
      case 'expansion':
        return { value: answerExpansion(settledNow().derived, question.wish), transfer: [] };
      case 'serialize': {
        if (askedOf === null) throw new Error('Bug: no plan to serialize');
        const bytes = new TextEncoder().encode(serializePlan(askedOf));
        return { value: bytes, transfer: [bytes.buffer] };
      }
      case 'tableText':
        return { value: tableTextOf(question.bytes), transfer: [] };
      case 'templates':
        return { value: host.templates.list(), transfer: [] };
      case 'counts':
        return { value: host.templates.counts(question.template, question.settings), transfer: [] };
      case 'generate':
        return { value: host.templates.generate(question.template, question.settings), transfer: [] };
    }
  }

  function shownNow(): Shown {
    return must(shown, 'figures that a question is about');
  }

  function settledNow(): Shown {
    return must(settled, 'settled figures that a question is about');
  }

  return { receive, step };
}

/** Which figures a question is answered from: what is ordered, and what is compared, from settled ones alone. */
function figuresFor(question: Question): 'none' | 'shown' | 'settled' {
  switch (question.ask) {
    case 'rows':
    case 'explain':
    case 'routes':
    case 'loomLines':
    case 'ports':
    case 'links':
    case 'table':
    case 'section':
    case 'bundles':
      return 'shown';
    case 'explainTried':
    case 'try':
    case 'lengths':
    case 'expansion':
      return 'settled';
    case 'serialize':
    case 'tableText':
    case 'templates':
    case 'counts':
    case 'generate':
      return 'none';
  }
}

function bomOf({ plan, survey, cabling, takeoff }: Derived): ReturnType<typeof billOfMaterials> {
  return billOfMaterials(plan, survey, cabling, takeoff);
}

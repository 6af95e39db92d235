/**
 * The engine's side of the protocol: holds the plan, applies patches, computes in steps between which it listens,
 * and answers questions. It knows no worker: messages come and go as plain values, and the host calls `step` while
 * there is something to do.
 *
 * A change of the plan cancels the work on the one before. A preview does not cancel a preview: the one under way is
 * finished and the newest follows, else figures would stand still for as long as a hand moves.
 */
import { applyPatches, enableMapSet, enablePatches, type Patch } from 'immer';
import { planLengths } from '../lengths/lengthPlan.ts';
import { parsePlan } from '../plan/parsePlan.ts';
import { serializePlan } from '../plan/serializePlan.ts';
import type { Plan } from '../plan/types.ts';
import type { Result, UserError } from '../result.ts';
import { billOfMaterials } from '../takeoff/bom.ts';
import { derive, deriveInSteps, type Derived } from './engine.ts';
import { explain } from './explain.ts';
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

/** A derivation under way; `work` yields what it does next. */
interface Job {
  readonly revision: number;
  readonly preview: boolean;
  readonly work: Generator<string, Derived>;
  readonly startedMs: number;
}

interface Waiting {
  readonly request: number;
  readonly question: Question;
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
  let settled: { readonly revision: number; readonly derived: Derived; readonly tables: Tables } | null = null;
  let waiting: Waiting[] = [];

  function hold(next: Plan, as: number): void {
    plan = next;
    revision = as;
    nextPreview = null;
    start(next, as, false);
  }

  function start(of: Plan, as: number, preview: boolean): void {
    job = { revision: as, preview, work: deriveInSteps(of, settled?.derived), startedMs: host.now() };
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
        waiting.push({ request: request.request, question: request.question, plan });
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
    if (settled?.revision === revision) post(settled.derived, settled.revision, false, 0);
  }

  function step(): boolean {
    if (answerWaiting()) return true;
    if (job === null && nextPreview !== null && plan !== null && revision !== null) {
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
      if (!preview) host.post({ type: 'progress', revision: of, doing: next.value }, []);
      return true;
    }
    const derived = next.value;
    if (!preview) settled = { revision: of, derived, tables: createTables(derived, () => bomOf(derived)) };
    post(derived, of, preview, startedMs);
    return true;
  }

  function post(derived: Derived, of: number, preview: boolean, startedMs: number): void {
    const scene = buildScene(derived);
    const elapsedMs = startedMs === 0 ? 0 : host.now() - startedMs;
    const summary = summarize(derived.takeoff, derived.findings, elapsedMs);
    host.post({ type: 'result', revision: of, preview, summary, scene }, buffersOf(scene));
  }

  /** Answers the first question that can be answered now; those about figures wait until the figures are the plan's. */
  function answerWaiting(): boolean {
    const isSettled = settled !== null && settled.revision === revision;
    const index = waiting.findIndex(({ question }) => isSettled || !needsFigures(question));
    const asked = waiting[index];
    if (asked === undefined) return false;
    waiting = waiting.toSpliced(index, 1);
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
        return { value: settledNow().tables.window(question.table, question.query, settledNow().revision), transfer: [] };
      case 'explain':
        return { value: explain(settledNow().derived, question.id), transfer: [] };
      case 'explainTried': {
        const { revision: of, derived } = settledNow();
        if (of !== question.revision) return { value: null, transfer: [] };
        const tried = derive(applyPatches(derived.plan, question.patches), derived);
        return { value: explain(tried, question.id), transfer: [] };
      }
      case 'routes': {
        const highlight = buildHighlight(settledNow().derived, question.ids);
        return { value: highlight, transfer: buffersOf(highlight) };
      }
      case 'ports':
        return { value: portsOfDevices(settledNow().derived, question.devices), transfer: [] };
      case 'lengths': {
        const { plan: of, cabling } = settledNow().derived;
        return { value: planLengths(of, cabling, { maxLengths: null, rules: question.rules }), transfer: [] };
      }
      case 'serialize': {
        if (askedOf === null) throw new Error('Bug: no plan to serialize');
        const bytes = new TextEncoder().encode(serializePlan(askedOf));
        return { value: bytes, transfer: [bytes.buffer] };
      }
      case 'templates':
        return { value: host.templates.list(), transfer: [] };
      case 'counts':
        return { value: host.templates.counts(question.template, question.settings), transfer: [] };
      case 'generate':
        return { value: host.templates.generate(question.template, question.settings), transfer: [] };
    }
  }

  function settledNow(): NonNullable<typeof settled> {
    if (settled === null) throw new Error('Bug: a question about figures before there are any');
    return settled;
  }

  return { receive, step };
}

function needsFigures(question: Question): boolean {
  switch (question.ask) {
    case 'rows':
    case 'explain':
    case 'explainTried':
    case 'routes':
    case 'ports':
    case 'lengths':
      return true;
    case 'serialize':
    case 'templates':
    case 'counts':
    case 'generate':
      return false;
  }
}

function bomOf({ plan, survey, cabling, takeoff }: Derived): ReturnType<typeof billOfMaterials> {
  return billOfMaterials(plan, survey, cabling, takeoff);
}

/** The engine client over a port. Starts the engine again after a crash and hands it the page's plan. */
import type { Patch } from 'immer';
import type { EngineMessage, EngineRequest, FabricCounts, Question, TableName } from '../../shared/engine/protocol.ts';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import type { EngineClient, EngineEvent } from './engineClient.ts';
import type { EnginePort } from './enginePort.ts';
import { exportInWorker, type ExportPort } from './exportInWorker.ts';

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  /** Asked again after a crash; null for what must not be: a load, or the bytes of the plan as it was when asked. */
  readonly question: Question | null;
  /** The engine says when it begins on it: before that it is dropped, and the engine goes on with the figures. */
  readonly mayBeLeft: boolean;
  hasBegun: boolean;
  /** What the engine does for it, for those that may take long; null for others. */
  readonly doing: string | null;
  /** Set once it has begun; it is told when it has taken long since. */
  telling: ReturnType<typeof setTimeout> | null;
  isTold: boolean;
  /** Hears the share of a file that was read. */
  readonly onProgress?: (share: number) => void;
}

/** A person is told of a question that takes longer than this. */
const TELL_AFTER_MS = 200;

export interface EngineHost {
  openEngine(): EnginePort;
  openExport(): ExportPort;
  /** The page's plan, for a new engine. */
  current(): { readonly plan: Plan; readonly revision: number };
}

export function connectEngine(host: EngineHost): EngineClient {
  const listeners = new Set<(event: EngineEvent) => void>();
  const pending = new Map<number, Pending>();
  /** Null after giving up: opened again when there is something that a new engine can do. */
  let port: EnginePort | null = open();
  let lastRequest = 0;
  /** What the engine was last told to hold. */
  let held: { readonly plan: Plan | null; readonly revision: number } = { plan: null, revision: -1 };
  /** A crash at the same revision again means that the plan itself brings the engine down. */
  let crashedAt: number | null = null;
  /** Why there are no figures until the plan changes; null while the engine works on it. */
  let givenUp: Error | null = null;

  function open(): EnginePort {
    const opened = host.openEngine();
    opened.onMessage((message) => {
      // What an engine said before it was ended holds for no other.
      if (opened === port) receive(message);
    });
    opened.onCrash((message) => {
      if (opened === port) restart(opened, message);
    });
    return opened;
  }

  function send(request: EngineRequest): void {
    port ??= open();
    port.send(request);
  }

  function emit(event: EngineEvent): void {
    for (const listener of listeners) listener(event);
  }

  function restart(crashed: EnginePort, message: string): void {
    crashed.close();
    port = null;
    const { revision } = host.current();
    if (crashedAt === revision) {
      giveUp(message);
      return;
    }
    crashedAt = revision;
    startAnew(new Error(message));
    emit({ type: 'restarted', message });
  }

  /** A new engine with the plan of the page and the questions that are open; other requests end with `ended`. */
  function startAnew(ended: Error): void {
    const { plan, revision } = host.current();
    adoptNow(revision, plan);
    for (const [request, asked] of pending) {
      const { question, mayBeLeft, reject } = asked;
      if (question !== null) {
        asked.hasBegun = false;
        untell(asked);
        send({ type: 'question', request, question, mayBeLeft });
      } else {
        pending.delete(request);
        reject(ended);
      }
    }
  }

  /** Says which question takes long now, where there are any. */
  function tell(): void {
    const told = [...pending.values()].find(({ isTold }) => isTold);
    emit({ type: 'asking', doing: told?.doing ?? null });
  }

  function tellLater(asked: Pending): void {
    if (asked.doing === null) return;
    asked.telling = setTimeout(() => {
      asked.isTold = true;
      tell();
    }, TELL_AFTER_MS);
  }

  /** Of a question that is answered, left, or asked again. */
  function untell(asked: Pending): void {
    if (asked.telling !== null) clearTimeout(asked.telling);
    asked.telling = null;
    if (!asked.isTold) return;
    asked.isTold = false;
    tell();
  }

  function leaveQuestions(): void {
    const left = [...pending].filter(([, { isTold }]) => isTold);
    for (const [request, asked] of left) {
      pending.delete(request);
      untell(asked);
      asked.reject(new Error(cancelled.message));
    }
    if (left.length > 0) endEngine();
  }

  function endEngine(): void {
    port?.close();
    port = null;
    startAnew(new Error('the engine was ended by a person'));
  }

  /** What an engine does in one piece is left undone by ending the engine. */
  function endRequestOn(signal: AbortSignal | undefined, request: number): void {
    signal?.addEventListener('abort', () => {
      const asked = pending.get(request);
      if (asked === undefined) return;
      pending.delete(request);
      untell(asked);
      // What only waits keeps no engine busy; should it begin before the engine hears of this, the engine is ended then.
      if (asked.mayBeLeft && !asked.hasBegun) send({ type: 'drop', request });
      else endEngine();
      asked.resolve(fail(cancelled));
    });
  }

  function giveUp(message: string): void {
    givenUp = new Error(message);
    held = { plan: null, revision: -1 };
    const open = [...pending.values()];
    pending.clear();
    for (const asked of open) {
      untell(asked);
      asked.reject(givenUp);
    }
    emit({ type: 'failed', message });
  }

  function adoptNow(revision: number, plan: Plan): void {
    held = { plan, revision };
    send({ type: 'adopt', revision, plan });
  }

  function receive(message: EngineMessage): void {
    switch (message.type) {
      case 'loaded':
        settle(message.request, ok(message.plan));
        return;
      case 'refused':
        settle(message.request, fail(message.error));
        return;
      case 'begun': {
        const asked = pending.get(message.request);
        if (asked === undefined) {
          endEngine();
          return;
        }
        asked.hasBegun = true;
        tellLater(asked);
        return;
      }
      case 'answer':
        settle(message.request, message.value);
        return;
      case 'result': {
        const { revision, preview, solving, summary, scene } = message;
        emit({ type: 'result', result: { revision, preview, solving, summary, scene } });
        return;
      }
      case 'reading':
        pending.get(message.request)?.onProgress?.(message.share);
        return;
      case 'progress':
        emit({ type: 'progress', progress: { doing: message.doing, share: message.share } });
        return;
      case 'cancelled':
        emit({ type: 'cancelled', revision: message.revision });
        return;
      case 'stale': {
        const { plan, revision } = host.current();
        adoptNow(revision, plan);
        return;
      }
      case 'failed': {
        const asked = message.request === null ? undefined : pending.get(message.request);
        if (asked === undefined) {
          emit({ type: 'failed', message: message.message });
          return;
        }
        pending.delete(message.request!);
        untell(asked);
        asked.reject(new Error(message.message));
        return;
      }
    }
  }

  function settle(request: number, value: unknown): void {
    const asked = pending.get(request);
    if (asked === undefined) return;
    pending.delete(request);
    untell(asked);
    asked.resolve(value);
  }

  function ask<T>(question: Question, signal?: AbortSignal): Promise<T> {
    const doing = doingOf(question);
    const mayBeLeft = signal !== undefined || doing !== null;
    return new Promise<T>((resolve, reject) => {
      lastRequest += 1;
      // The engine answers each question with its own type; session.ts is the other side of this.
      pending.set(lastRequest, {
        resolve: (value) => resolve(value as T),
        reject,
        question: question.ask === 'serialize' ? null : question,
        mayBeLeft,
        hasBegun: false,
        doing,
        telling: null,
        isTold: false,
      });
      endRequestOn(signal, lastRequest);
      send({ type: 'question', request: lastRequest, question, mayBeLeft });
    });
  }

  /** For questions about figures. */
  function askFigures<T>(question: Question, signal?: AbortSignal): Promise<T> {
    return givenUp === null ? ask(question, signal) : Promise.reject(givenUp);
  }

  /** By the engine, beside the page; by the page where the engine cannot: work must be saved whatever happens to figures. */
  async function serialize(): Promise<Uint8Array> {
    const { plan } = host.current();
    try {
      if (givenUp !== null) throw givenUp;
      return await ask<Uint8Array>({ ask: 'serialize' });
    } catch {
      return new TextEncoder().encode(serializePlan(plan));
    }
  }

  function load(bytes: Uint8Array, onProgress: (share: number) => void = () => {}, signal?: AbortSignal): Promise<Result<Plan, UserError>> {
    const revision = host.current().revision + 1;
    return new Promise((resolve) => {
      lastRequest += 1;
      const done = (value: unknown): void => {
        const loaded = value as Result<Plan, UserError>;
        if (loaded.ok) held = { plan: loaded.value, revision };
        resolve(loaded);
      };
      pending.set(lastRequest, {
        resolve: done,
        reject: (error) => resolve(stopped(error)),
        question: null,
        mayBeLeft: false,
        hasBegun: true,
        doing: null,
        telling: null,
        isTold: false,
        onProgress,
      });
      endRequestOn(signal, lastRequest);
      send({ type: 'load', request: lastRequest, revision, bytes });
    });
  }

  return {
    load,
    adopt(revision, plan) {
      givenUp = null;
      if (held.plan === plan && held.revision === revision) return true;
      adoptNow(revision, plan);
      return false;
    },
    patch(from: number, to: number, patches: readonly Patch[]) {
      if (givenUp === null) {
        held = { plan: null, revision: to };
        send({ type: 'patch', from, to, patches });
      } else {
        // A change starts anew: the engine that is opened for it holds nothing yet.
        givenUp = null;
        const { plan, revision } = host.current();
        adoptNow(revision, plan);
      }
    },
    preview(patches) {
      if (givenUp === null) send({ type: 'preview', revision: host.current().revision, patches });
    },
    cancel: () => send({ type: 'cancel' }),
    resume: () => send({ type: 'resume' }),
    leaveQuestions,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rows: (table, query) => askFigures({ ask: 'rows', table, query }),
    explain: (id) => askFigures({ ask: 'explain', id }),
    explainTried: (patches, id) => askFigures({ ask: 'explainTried', revision: host.current().revision, patches, id }),
    try: (patches, links) => askFigures({ ask: 'try', revision: host.current().revision, patches, links }),
    table: (text, fabric, parts) => askFigures({ ask: 'table', text, fabric, parts }),
    tableText: (bytes) => ask<Result<string, UserError>>({ ask: 'tableText', bytes }).catch(stopped),
    linksFor: (wish) => askFigures({ ask: 'links', wish }),
    loomLines: () => askFigures({ ask: 'loomLines' }),
    routesOf: (ids) => askFigures({ ask: 'routes', ids }),
    lengths: (rules) => askFigures({ ask: 'lengths', rules }),
    section: (segment, atMm) => askFigures({ ask: 'section', segment, atMm }),
    bundles: () => askFigures({ ask: 'bundles' }),
    expansion: (wish, signal) => askFigures({ ask: 'expansion', wish }, signal),
    portsOf: (devices) => askFigures({ ask: 'ports', devices }),
    serialize,
    export: (what, onProgress, signal) => exportInWorker(host.openExport(), { plan: host.current().plan, what }, onProgress, signal),
    templates: () => ask({ ask: 'templates' }),
    counts: (template, settings) => ask<Result<FabricCounts, UserError>>({ ask: 'counts', template, settings }).catch(stopped),
    generate: (template, settings, signal) => ask<Result<Plan, UserError>>({ ask: 'generate', template, settings }, signal).catch(stopped),
    close: () => port?.close(),
  };
}

/** What the engine does for a question that takes long on a large plan; null for those that never do, or have a dialog of their own. */
function doingOf(question: Question): string | null {
  switch (question.ask) {
    case 'rows':
      return `${question.query.sort === null ? 'Reading' : 'Sorting'} ${TABLE_NAMES[question.table]}`;
    case 'lengths':
      return 'Working out lengths';
    case 'loomLines':
      return 'Gathering looms';
    case 'bundles':
      return 'Counting types of bundle';
    case 'section':
      return 'Cutting the pathway';
    case 'explain':
      return 'Deriving figures';
    case 'explainTried':
    case 'try':
    case 'table':
    case 'tableText':
    case 'links':
    case 'routes':
    case 'ports':
    case 'expansion':
    case 'serialize':
    case 'templates':
    case 'counts':
    case 'generate':
      return null;
  }
}

const TABLE_NAMES: Readonly<Record<TableName, string>> = {
  cables: 'cables',
  looms: 'looms',
  bom: 'the bill of materials',
  findings: 'findings',
  accepted: 'accepted findings',
};

/** The person's own doing: nothing to be told of. */
export const cancelled: UserError = {
  code: 'engine.cancelled',
  message: 'it was cancelled',
  remedy: 'start it again when you want it',
};

/** An engine that stopped over a file or a template, in words for people. */
function stopped(error: unknown): { readonly ok: false; readonly error: UserError } {
  const message = `the engine stopped: ${error instanceof Error ? error.message : String(error)}`;
  return fail({ code: 'engine.stopped', message, remedy: 'try again, or close other programs to free memory' });
}

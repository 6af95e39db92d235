/** The engine client over a port. Starts the engine again after a crash and hands it the page's plan. */
import type { Patch } from 'immer';
import type { EngineMessage, FabricCounts, Question } from '../../shared/engine/protocol.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import type { EngineClient, EngineEvent } from './engineClient.ts';
import type { EnginePort } from './enginePort.ts';
import { exportInWorker, type ExportPort } from './exportInWorker.ts';

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  /** Asked again after a crash; null for what must not be (a load). */
  readonly question: Question | null;
}

export interface EngineHost {
  openEngine(): EnginePort;
  openExport(): ExportPort;
  /** The page's plan, for a new engine. */
  current(): { readonly plan: Plan; readonly revision: number };
}

export function connectEngine(host: EngineHost): EngineClient {
  const listeners = new Set<(event: EngineEvent) => void>();
  const pending = new Map<number, Pending>();
  let port = open();
  let lastRequest = 0;
  /** What the engine was last told to hold. */
  let held: { readonly plan: Plan | null; readonly revision: number } = { plan: null, revision: -1 };
  /** A crash at the same revision again means that the plan itself brings the engine down. */
  let crashedAt: number | null = null;

  function open(): EnginePort {
    const opened = host.openEngine();
    opened.onMessage(receive);
    opened.onCrash(restart);
    return opened;
  }

  function emit(event: EngineEvent): void {
    for (const listener of listeners) listener(event);
  }

  function restart(message: string): void {
    port.close();
    const { plan, revision } = host.current();
    if (crashedAt === revision) {
      emit({ type: 'failed', message });
      return;
    }
    crashedAt = revision;
    port = open();
    adoptNow(revision, plan);
    for (const [request, { question, reject }] of pending) {
      if (question !== null) port.send({ type: 'question', request, question });
      else {
        pending.delete(request);
        reject(new Error(message));
      }
    }
    emit({ type: 'restarted', message });
  }

  function adoptNow(revision: number, plan: Plan): void {
    held = { plan, revision };
    port.send({ type: 'adopt', revision, plan });
  }

  function receive(message: EngineMessage): void {
    switch (message.type) {
      case 'loaded':
        settle(message.request, ok(message.plan));
        return;
      case 'refused':
        settle(message.request, fail(message.error));
        return;
      case 'answer':
        settle(message.request, message.value);
        return;
      case 'result': {
        const { revision, preview, summary, scene } = message;
        emit({ type: 'result', result: { revision, preview, summary, scene } });
        return;
      }
      case 'progress':
        emit({ type: 'progress', doing: message.doing });
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
        asked.reject(new Error(message.message));
        return;
      }
    }
  }

  function settle(request: number, value: unknown): void {
    pending.get(request)?.resolve(value);
    pending.delete(request);
  }

  function ask<T>(question: Question): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      lastRequest += 1;
      // The engine answers each question with its own type; session.ts is the other side of this.
      pending.set(lastRequest, { resolve: (value) => resolve(value as T), reject, question });
      port.send({ type: 'question', request: lastRequest, question });
    });
  }

  function load(bytes: Uint8Array): Promise<Result<Plan, UserError>> {
    const revision = host.current().revision + 1;
    return new Promise((resolve, reject) => {
      lastRequest += 1;
      const done = (value: unknown): void => {
        const loaded = value as Result<Plan, UserError>;
        if (loaded.ok) held = { plan: loaded.value, revision };
        resolve(loaded);
      };
      pending.set(lastRequest, { resolve: done, reject, question: null });
      port.send({ type: 'load', request: lastRequest, revision, bytes });
    });
  }

  return {
    load,
    adopt(revision, plan) {
      if (held.plan === plan && held.revision === revision) return true;
      adoptNow(revision, plan);
      return false;
    },
    patch(from: number, to: number, patches: readonly Patch[]) {
      held = { plan: null, revision: to };
      port.send({ type: 'patch', from, to, patches });
    },
    preview: (patches) => port.send({ type: 'preview', revision: host.current().revision, patches }),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rows: (table, query) => ask({ ask: 'rows', table, query }),
    explain: (id) => ask({ ask: 'explain', id }),
    routesOf: (ids) => ask({ ask: 'routes', ids }),
    serialize: () => ask({ ask: 'serialize' }),
    export: (what, onProgress, signal) => exportInWorker(host.openExport(), { plan: host.current().plan, what }, onProgress, signal),
    templates: () => ask({ ask: 'templates' }),
    counts: (template, settings) => ask<Result<FabricCounts, UserError>>({ ask: 'counts', template, settings }),
    generate: (template, settings) => ask<Result<Plan, UserError>>({ ask: 'generate', template, settings }),
    close: () => port.close(),
  };
}

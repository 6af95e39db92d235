/** A line to an engine: a worker in the page, the session itself in tests. */
import type { EngineMessage, EngineRequest } from '../../shared/engine/protocol.ts';

export interface EnginePort {
  send(request: EngineRequest): void;
  /** Set once, before the first `send`. */
  onMessage(listener: (message: EngineMessage) => void): void;
  /** The engine is gone: out of memory, or an error outside any request. */
  onCrash(listener: (message: string) => void): void;
  close(): void;
}

export function openEngineWorker(): EnginePort {
  const worker = new Worker(new URL('./engineWorker.ts', import.meta.url), { type: 'module', name: 'engine' });
  return {
    send: (request) => worker.postMessage(request),
    onMessage: (listener) => worker.addEventListener('message', (event: MessageEvent<EngineMessage>) => listener(event.data)),
    onCrash: (listener) => worker.addEventListener('error', (event) => listener(event.message || 'The engine stopped')),
    close: () => worker.terminate(),
  };
}

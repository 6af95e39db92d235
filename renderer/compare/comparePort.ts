/** A line to a comparison: a worker in the page, the session itself in tests. Ending it cancels what it does. */
import type { CompareMessage, CompareRequest } from '../../shared/diff/compareSession.ts';

export interface ComparePort {
  send(request: CompareRequest): void;
  /** Set once, before the first `send`. */
  onMessage(listener: (message: CompareMessage) => void): void;
  onCrash(listener: (message: string) => void): void;
  close(): void;
}

export function openCompareWorker(): ComparePort {
  const worker = new Worker(new URL('./compareWorker.ts', import.meta.url), { type: 'module', name: 'compare' });
  return {
    send: (request) => worker.postMessage(request),
    onMessage: (listener) => worker.addEventListener('message', (event: MessageEvent<CompareMessage>) => listener(event.data)),
    onCrash: (listener) => worker.addEventListener('error', (event) => listener(event.message || 'The comparison stopped')),
    close: () => worker.terminate(),
  };
}

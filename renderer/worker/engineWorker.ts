/** The engine in its worker: receives messages and works in steps, so that a newer message is never kept waiting for long. */
import type { EngineRequest } from '../../shared/engine/protocol.ts';
import { createEngineSession } from '../../shared/engine/session.ts';
import { bundledTemplates } from './bundledTemplates.ts';

const session = createEngineSession({
  post: (message, transfer) => self.postMessage(message, { transfer: transfer.filter((buffer) => buffer instanceof ArrayBuffer) }),
  now: () => performance.now(),
  templates: bundledTemplates,
});

// A message to oneself comes after those that already wait, and without the delay of a timer.
const turn = new MessageChannel();
let turning = false;

function work(): void {
  turning = true;
  let more = true;
  try {
    more = session.step();
  } catch (error) {
    report(error, null);
  }
  if (more) turn.port2.postMessage(null);
  else turning = false;
}

function report(error: unknown, request: number | null): void {
  const text = error instanceof Error ? error.message : String(error);
  self.postMessage({ type: 'failed', request, message: text });
}

turn.port1.addEventListener('message', work);
turn.port1.start();

self.addEventListener('message', (event: MessageEvent<EngineRequest>) => {
  try {
    session.receive(event.data);
  } catch (error) {
    report(error, 'request' in event.data ? event.data.request : null);
  }
  if (!turning) {
    turning = true;
    turn.port2.postMessage(null);
  }
});

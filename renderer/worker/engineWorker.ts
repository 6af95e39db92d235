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

/** Steps are done for so long before newer messages are heard: many are far shorter than a turn of the worker. */
const TURN_MS = 4;

function work(): void {
  turning = true;
  let more = true;
  const untilMs = performance.now() + TURN_MS;
  try {
    do more = session.step();
    while (more && performance.now() < untilMs);
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

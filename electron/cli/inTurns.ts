/** Does long work in slices, and tells a person at a terminal between them how far it is. */
import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import type { Progress } from '../../shared/work.ts';
import { showProgress } from './terminal.ts';

/** What ends within so long is not worth a line; it changes no more often than that afterwards. */
const TELL_EVERY_MS = 100;

/** What the work returns. Between slices the program sees what else came, as that its terminal is closed. */
export async function inTurns<T>(work: Generator<Progress, T>): Promise<T> {
  let toldMs = performance.now();
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    if (performance.now() - toldMs < TELL_EVERY_MS) continue;
    showProgress(slice.value);
    await turn();
    toldMs = performance.now();
  }
}

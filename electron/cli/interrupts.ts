/**
 * What a person who presses Ctrl+C may rely on: the command ends at once, its line of progress is gone, and no file is left
 * half written. Work that holds nothing is ended by the system itself; only what must clear up first listens.
 */
import { endProgress } from './terminal.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Runs work that clears up when the signal aborts; then the program ends as the system would have ended it. */
export async function clearingUp<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const ended: NodeJS.Signals[] = [];
  const listener = (signal: NodeJS.Signals): void => {
    ended.push(signal);
    stop.abort();
  };
  // Also for those who press twice: clearing up takes no time worth cutting short.
  for (const signal of SIGNALS) process.on(signal, listener);
  try {
    return await work(stop.signal);
  } finally {
    for (const signal of SIGNALS) process.removeListener(signal, listener);
    const [first] = ended;
    if (first !== undefined) endAs(first);
  }
}

/** Nobody listens any more, so the system ends the program, and whoever started it sees why. */
function endAs(signal: NodeJS.Signals): void {
  endProgress();
  process.kill(process.pid, signal);
}

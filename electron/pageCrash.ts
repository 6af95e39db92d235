/** What to do when the page has stopped: load it again, unless it keeps stopping. Pure but for what it remembers. */

const shortMs = 60_000;

/** `nowMs` of each crash; the first in a while is mended without a word, the next asks. */
export function createCrashPolicy(): (nowMs: number) => 'reload' | 'ask' {
  let lastMs = Number.NEGATIVE_INFINITY;
  return (nowMs) => {
    const wasLately = nowMs - lastMs < shortMs;
    lastMs = nowMs;
    return wasLately ? 'ask' : 'reload';
  };
}

/** Work on one thing in the order it was asked for; work on other things goes on beside it. */

/** `key` names the thing. A failure is the asker's alone: what waits behind it runs all the same. */
export type Queues = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function createQueues(): Queues {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const next = (last.get(key) ?? Promise.resolve()).then(work, work);
    // Remembered only while something may wait for it.
    const settled = next
      .catch(() => undefined)
      .then(() => {
        if (last.get(key) === settled) last.delete(key);
      });
    last.set(key, settled);
    return next;
  };
}

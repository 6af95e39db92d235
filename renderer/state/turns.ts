/** Work that must not run beside other work of its kind takes turns: first come, first served. */

/** Runs at once when nothing is under way. A failure is the asker's alone: what waits behind it runs all the same. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurns(): InTurn {
  let isBusy = false;
  const waiting: (() => void)[] = [];

  async function run<T>(work: () => Promise<T>): Promise<T> {
    isBusy = true;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) isBusy = false;
      else next();
    }
  }

  return <T>(work: () => Promise<T>): Promise<T> =>
    isBusy ? new Promise<T>((resolve) => waiting.push(() => resolve(run(work)))) : run(work);
}

/**
 * Long work in slices: a generator that says between two slices what it does and how far it is. Whoever drives it may listen
 * in between, show the progress, or leave the rest undone; what it returns does not depend on any of that.
 */

export interface Progress {
  /** For people, as `Routing cables`. */
  readonly doing: string;
  /** Of the whole, 0 … 1; never falls. */
  readonly share: number;
}

export type Work<T> = Generator<Progress, T>;

/** Part of a larger work, which pauses now and then and leaves it to the larger one to say how far it is. */
export type Pausing<T> = Generator<void, T>;

/** Does all of it at once. */
export function finish<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
  }
}

/** A smaller work as part of a larger one, of which it is the shares between two. */
export function* partOf<T>(work: Work<T>, from: number, to: number): Work<T> {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    yield scaled(slice.value, from, to);
  }
}

/** Makes one step of a larger work of a smaller one, whose shares lie between two of the larger one's. */
export function scaled({ doing, share }: Progress, from: number, to: number): Progress {
  return { doing, share: from + (to - from) * share };
}

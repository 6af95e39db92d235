/** Which link of one state is which of another: by the ports that it joins, since ids name places of a rule that growth may name anew. */

/** A link by its tier and the ports at its ends, each one word. */
export interface PlacedLink {
  readonly id: string;
  /** Fabric and tier: a port that another tier takes over is no move of a link. */
  readonly tier: string;
  readonly a: string;
  readonly b: string;
}

export interface MatchedLinks<T extends PlacedLink> {
  /** Both ends in their ports. */
  readonly kept: readonly (readonly [was: T, is: T])[];
  /** One end stays in its port, the other (`end`) goes to another one. */
  readonly moved: readonly { readonly was: T; readonly is: T; readonly end: 'a' | 'b' }[];
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/**
 * Each link of both states stands once in it: in the order of `after`, removed ones in that of `before`. Which link is which does not
 * depend on the order: those whose end A stays are found first, then those whose end B does, by their ids.
 */
export function matchLinks<T extends PlacedLink>(before: readonly T[], after: readonly T[]): MatchedLinks<T> {
  const byEnds = new Queues<T>();
  for (const link of before) byEnds.put(bothEnds(link), link);
  const kept: (readonly [T, T])[] = [];
  const fresh: T[] = [];
  for (const link of after) {
    const was = byEnds.take(bothEnds(link));
    if (was === undefined) fresh.push(link);
    else kept.push([was, link]);
  }
  const stay = new Set(kept.map(([was]) => was));
  const gone = before.filter((link) => !stay.has(link));
  const wasOf = new Map<T, { readonly was: T; readonly end: 'a' | 'b' }>();
  const taken = new Set<T>();
  for (const end of ['a', 'b'] as const) {
    const standing = new Queues<T>();
    for (const link of sorted(gone)) if (!taken.has(link)) standing.put(oneEnd(link, end), link);
    for (const link of sorted(fresh)) {
      if (wasOf.has(link)) continue;
      const was = standing.take(oneEnd(link, end));
      if (was === undefined) continue;
      taken.add(was);
      wasOf.set(link, { was, end: end === 'a' ? 'b' : 'a' });
    }
  }
  return {
    kept,
    moved: fresh.flatMap((is) => {
      const found = wasOf.get(is);
      return found === undefined ? [] : [{ ...found, is }];
    }),
    added: fresh.filter((link) => !wasOf.has(link)),
    removed: gone.filter((link) => !taken.has(link)),
  };
}

function sorted<T extends PlacedLink>(links: readonly T[]): T[] {
  return links.toSorted((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}

function bothEnds({ tier, a, b }: PlacedLink): string {
  return [tier, a, b].join('\n');
}

function oneEnd(link: PlacedLink, end: 'a' | 'b'): string {
  return [link.tier, link[end]].join('\n');
}

/** Things by a key that several may share, in their order. */
class Queues<T> {
  private readonly lists = new Map<string, T[]>();

  put(key: string, thing: T): void {
    const list = this.lists.get(key);
    if (list === undefined) this.lists.set(key, [thing]);
    else list.push(thing);
  }

  take(key: string): T | undefined {
    return this.lists.get(key)?.shift();
  }
}

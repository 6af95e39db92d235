/** Links of a fabric from a table: rows expanded, ends joined one to one; a row with a single end at one side joins it to all of the other. */
import { must } from '../assert.ts';
import { fail, ok, type Result } from '../result.ts';
import { expandEnds, type LinkEnd } from './endRanges.ts';
import type { FabricLinks, FabricTier } from './fabricTypes.ts';
import type { TableRule, TableTier } from './tableRule.ts';

export interface TableFault {
  /** From the rule: `rows`, `3`. */
  readonly path: readonly string[];
  readonly message: string;
  readonly remedy: string;
}

interface JoinedEnds {
  readonly a: LinkEnd;
  readonly b: LinkEnd;
}

/** Links of one fabric, as many as the largest generated one may have. */
const MOST_LINKS = 4_000_000;

const linksOfRule = new WeakMap<TableRule, Result<ReadonlyMap<string, readonly JoinedEnds[]>, TableFault>>();

/** What is wrong with a table; null when links follow from it. */
export function tableFault(rule: TableRule): TableFault | null {
  const links = joinedEnds(rule);
  return links.ok ? null : links.error;
}

/** Links by tier, whether their slots are filled or not. Remembered as long as the rule is the same object. */
function joinedEnds(rule: TableRule): Result<ReadonlyMap<string, readonly JoinedEnds[]>, TableFault> {
  let links = linksOfRule.get(rule);
  if (links === undefined) linksOfRule.set(rule, (links = joinRows(rule)));
  return links;
}

function joinRows({ tiers, rows }: TableRule): Result<ReadonlyMap<string, readonly JoinedEnds[]>, TableFault> {
  const byTier = new Map(tiers.map(({ name }): [string, JoinedEnds[]] => [name, []]));
  if (byTier.size < tiers.length) return faultAt(['tiers'], 'two tiers have the same name', 'give each tier a name of its own');
  const taken = new Map(tiers.map(({ name }): [string, Set<string>] => [name, new Set()]));
  let count = 0;
  for (const [at, [tier, from, to]] of rows.entries()) {
    const path = ['rows', String(at)];
    const links = byTier.get(tier);
    if (links === undefined) return faultAt(path, `there is no tier "${tier}"`, `name one of ${[...byTier.keys()].join(', ')}`);
    const [a, b] = [expandEnds(from), expandEnds(to)];
    if (!a.ok) return faultAt(path, a.error.message, a.error.remedy);
    if (!b.ok) return faultAt(path, b.error.message, b.error.remedy);
    if (a.value.length !== b.value.length && b.value.length !== 1) {
      return faultAt(
        path,
        `${from} are ${a.value.length} ends and ${to} are ${b.value.length}`,
        'join as many ends as there are at the other side, or all to one',
      );
    }
    count += a.value.length;
    if (count > MOST_LINKS) return faultAt(path, `the table has more than ${MOST_LINKS} links`, 'split it into several fabrics');
    const ends = must(taken.get(tier), 'ends of the tier');
    for (const [link, end] of a.value.entries()) {
      const name = `${end.slot}:${end.port}`;
      if (ends.has(name))
        return faultAt(
          path,
          `${name} begins two links of ${tier}`,
          'give each link a port of its own; the undivided end of a splitter stands second',
        );
      ends.add(name);
      links.push({ a: end, b: must(b.value[b.value.length === 1 ? 0 : link], 'end') });
    }
  }
  const odd = tiers.find(({ name, legs }) => must(byTier.get(name), 'links').length % legs !== 0);
  if (odd !== undefined) {
    return faultAt(['tiers', odd.name], `its links do not make whole cables of ${odd.legs}`, 'give every cable all of its links');
  }
  return ok(byTier);
}

function faultAt(path: readonly string[], message: string, remedy: string): { readonly ok: false; readonly error: TableFault } {
  return fail({ path, message, remedy });
}

/** Every slot that the table names, in the order in which it does. Throws on a table with a fault. */
export function tableSlots(rule: TableRule): readonly string[] {
  const slots = new Set<string>();
  for (const links of sound(rule).values()) {
    for (const { a, b } of links) {
      slots.add(a.slot);
      slots.add(b.slot);
    }
  }
  return [...slots];
}

/** Links and cables by tier where every slot is filled. */
export function tableCounts(rule: TableRule): ReadonlyMap<string, { readonly links: number; readonly cables: number }> {
  const byTier = sound(rule);
  return new Map(
    rule.tiers.map(({ name, legs }) => {
      const links = must(byTier.get(name), 'links').length;
      return [name, { links, cables: links / legs }];
    }),
  );
}

/** Links whose slots are filled; a cable of several links only where all of its slots are. */
export function deriveTableLinks(rule: TableRule, isFilled: (slot: string) => boolean): FabricLinks {
  const slots = tableSlots(rule);
  const place = new Map(slots.map((slot, at) => [slot, at]));
  const filled = new Set(slots.filter(isFilled));
  const byTier = sound(rule);
  return { slots, tiers: rule.tiers.map((tier) => columnsOf(tier, must(byTier.get(tier.name), 'links'), place, filled)) };
}

function columnsOf(
  { name, blockA, blockB, legs }: TableTier,
  links: readonly JoinedEnds[],
  place: ReadonlyMap<string, number>,
  filled: ReadonlySet<string>,
): FabricTier {
  const isWhole = (first: number): boolean =>
    links.slice(first, first + legs).every(({ a, b }) => filled.has(a.slot) && filled.has(b.slot));
  const kept = filled.size === place.size ? links : links.filter((_, link) => isWhole(link - (link % legs)));
  return {
    name,
    legs,
    blockOfA: () => blockA,
    blockOfB: () => blockB,
    slotA: Int32Array.from(kept, ({ a }) => must(place.get(a.slot), 'slot')),
    portA: Int32Array.from(kept, ({ a }) => a.port),
    slotB: Int32Array.from(kept, ({ b }) => must(place.get(b.slot), 'slot')),
    portB: Int32Array.from(kept, ({ b }) => b.port),
  };
}

function sound(rule: TableRule): ReadonlyMap<string, readonly JoinedEnds[]> {
  const links = joinedEnds(rule);
  return must(links.ok ? links.value : null, 'links of a sound table');
}

/**
 * Law: links that are kept apart share no pathway from drop to drop, and no opening where there are enough; together they are as short
 * as an integer program can make them, or no longer than that by the gap that is told; and where they are left together, there is no
 * other way.
 */
import { describe, expect, it } from 'vitest';
import { must } from '../../shared/assert.ts';
import type { ApartOutcome } from '../../shared/cabling/diversity/keepApart.ts';
import { RouteStatus } from '../../shared/cabling/types.ts';
import { derive, type Derived } from '../../shared/engine/engine.ts';
import { explainRoute } from '../../shared/engine/explainRules.ts';
import type { HandLink, Plan } from '../../shared/plan/types.ts';
import { exactApartMm } from '../support/exactApart.ts';
import { gridHall } from '../support/gridHall.ts';
import { SeededRandom } from '../support/random.ts';
import { ruledHall } from '../support/ruledHall.ts';
import { lawRuns } from '../support/runs.ts';
import { withUnmeasuredCabinets } from '../support/tightCabinets.ts';

const { numRuns, seed } = lawRuns(48, 1000);

/** Two or three links of a random hall between different cabinets: with the same two ends, with one end in common, or any. */
function apartHall(hall: number): Plan {
  const random = new SeededRandom(hall * 31 + 5);
  const plan = ruledHall(hall, { zones: hall % 2 === 0, pins: false, apart: false });
  const cabinetOf = (device: string): string => plan.devices.get(device)?.cabinet ?? '';
  const drawn = [...plan.links.values()]
    .filter(({ a, b }) => cabinetOf(a.device) !== cabinetOf(b.device))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const count = random.between(2, 3);
  if (drawn.length === 0) return plan;
  const first = random.pick(drawn);
  const chosen = Array.from({ length: count }, (_, at): HandLink => {
    const other = at === 0 ? first : random.pick(drawn);
    const ends = hall % 3 === 0 ? first : hall % 3 === 1 ? { a: first.a, b: other.b } : other;
    return { ...other, id: `apart${at}`, a: ends.a, b: cabinetOf(ends.b.device) === cabinetOf(ends.a.device) ? first.b : ends.b };
  });
  const rules = new Map([...plan.routeRules].filter(([, { scope }]) => scope.kind === 'family'));
  if (hall % 2 === 1) {
    // One of them, or two, must pass a random place.
    const segments = [...plan.segments.keys()].sort();
    const places = [...plan.junctions.keys()].filter((id) => plan.junctions.get(id)?.hall === 'H').sort();
    const via = [
      random.chance(0.5) ? { kind: 'segment' as const, id: random.pick(segments) } : { kind: 'junction' as const, id: random.pick(places) },
    ];
    const links = chosen.slice(0, random.between(1, 2)).map(({ id }) => id);
    rules.set('pins', { id: 'pins', name: 'pins', scope: { kind: 'links', links }, via, avoid: [] });
  }
  const members = { kind: 'links', links: chosen.map(({ id }) => id) } as const;
  return {
    ...plan,
    settings: { ...plan.settings, sidePassThrough: false },
    links: new Map([...plan.links, ...chosen.map((link) => [link.id, link] as const)]),
    routeRules: rules,
    diversityGroups: new Map([['g', { id: 'g', name: 'g', members }]]),
  };
}

/** Every stretch of every cable of a set, as intervals by edge. */
function expectApart({ cabling }: Derived, cables: readonly number[]): void {
  const laid = new Map<number, [number, number][]>();
  for (const cable of cables) {
    const own = cabling.routes[cabling.cables.route[cable]!]!.steps.map(({ edge, fromMm, toMm }) => ({
      edge,
      span: [Math.min(fromMm, toMm), Math.max(fromMm, toMm)] as [number, number],
    }));
    for (const { edge, span } of own) {
      for (const [fromMm, toMm] of laid.get(edge) ?? []) expect(Math.min(span[1], toMm)).toBeLessThanOrEqual(Math.max(span[0], fromMm));
    }
    for (const { edge, span } of own) laid.set(edge, [...(laid.get(edge) ?? []), span]);
  }
}

const isSoak = numRuns > 48;
/** Grids on which many links cross, all between different cabinets: some can be kept apart, some cannot. */
const GRIDS = Array.from({ length: Math.max(6, Math.floor(numRuns / 10)) }, (_, run) => {
  const one = isSoak ? seed + run : run + 1;
  return { seed: one, size: 6, count: 6 + (one % 5) };
});
/** Ten links on nine by nine: without room though every place has some, and with room that is hard to find. */
const CROWDED = (isSoak ? Array.from({ length: 40 }, (_, run) => seed + run) : [171, 251, 278]).map((one) => {
  return { seed: one, size: 9, count: 10 };
});

describe('links kept apart on grids', () => {
  const seen = { apart: 0, together: 0, undecided: 0 };

  it.each([...GRIDS, ...CROWDED])('are as short as can be, $count links on a grid of $size by $size, seed $seed', async (grid) => {
    const derived = derive(gridHall(grid.seed, grid.size, grid.count));
    const [outcome] = derived.cabling.rules?.apart ?? [];
    if (outcome === undefined) throw new Error('no outcome');
    const { cables } = outcome;
    const bestMm = await exactApartMm(derived, cables);
    seen[outcome.kind as keyof typeof seen] += 1;
    if (outcome.kind === 'apart') {
      expectApart(derived, cables);
      const sumMm = cables.reduce((sum, cable) => sum + derived.cabling.cables.pathMm[cable]!, 0);
      expect(sumMm).toBeGreaterThanOrEqual(bestMm ?? Infinity);
      expect(sumMm - outcome.gapMm).toBeLessThanOrEqual(bestMm ?? 0);
    } else {
      // What is not decided must not be said to be impossible; on grids as small as these, ways that there are are found.
      expect(bestMm).toBeNull();
    }
  });

  it('were kept apart, and left together', () => {
    expect(Math.min(seen.apart, seen.together)).toBeGreaterThan(0);
    expect(seen.undecided).toBeLessThanOrEqual((GRIDS.length + CROWDED.length) / 100);
  });
});

describe('links kept apart where the shortest together are not proved', () => {
  it('are longer than the least by no more than the gap that is told', async () => {
    const derived = derive(gridHall(3, 9, 10));
    const [outcome] = derived.cabling.rules?.apart ?? [];
    if (outcome?.kind !== 'apart') throw new Error('not kept apart');
    expectApart(derived, outcome.cables);
    const bestMm = await exactApartMm(derived, outcome.cables);
    if (bestMm === null) throw new Error('no way apart');
    const sumMm = outcome.cables.reduce((sum, cable) => sum + derived.cabling.cables.pathMm[cable]!, 0);
    expect(outcome.gapMm).toBeGreaterThan(0);
    expect(sumMm).toBeGreaterThanOrEqual(bestMm);
    expect(sumMm - outcome.gapMm).toBeLessThanOrEqual(bestMm);
  });
});

function laidMm({ cabling }: Derived, cables: readonly number[]): number {
  return cables.reduce((sum, cable) => sum + must(cabling.cables.pathMm[cable], 'path'), 0);
}

/** Where cables make way for others in their cabinets, a set shares as little as before, and the explanation counts what that costs. */
function expectStillApart(relieved: Derived, at: number, before: ApartOutcome, beforeMm: number): void {
  const outcome = must(relieved.cabling.rules?.apart[at], 'outcome');
  if (outcome.kind !== 'apart' || before.kind !== 'apart') throw new Error('not kept apart');
  expectApart(relieved, outcome.cables);
  expect({ leastMm: outcome.leastMm, gapMm: outcome.gapMm }).toEqual({ leastMm: before.leastMm, gapMm: before.gapMm });
  const sumMm = laidMm(relieved, outcome.cables);
  expect(sumMm).toBeGreaterThanOrEqual(beforeMm);
  for (const cable of outcome.cables) {
    const { gapMm, madeRoomMm } = must(
      explainRoute(relieved, cable)?.apart.find(({ group }) => group.id === outcome.set.group.id),
      'explanation',
    );
    expect({ gapMm, madeRoomMm }).toEqual({ gapMm: sumMm - outcome.leastMm, madeRoomMm: sumMm - beforeMm });
  }
}

describe('links kept apart', () => {
  const seen = { apart: 0, moved: 0, together: 0, gap: 0, pinnedApart: 0, pinnedTogether: 0, relieved: 0 };

  it.each(Array.from({ length: numRuns }, (_, run) => seed + run))('are as short as can be, hall %i', async (hall) => {
    const plan = apartHall(hall);
    // Where openings and managers are never too full, nothing makes a way longer afterwards.
    const [derived, relieved] = [derive(withUnmeasuredCabinets(plan)), derive(plan)];
    for (const [at, outcome] of (derived.cabling.rules?.apart ?? []).entries()) {
      const { cables } = outcome;
      if (cables.length < 2) continue;
      const bestMm = await exactApartMm(derived, cables);
      const isPinned = cables.some((cable) => (derived.cabling.rules?.courseOf(cable).pins.length ?? 0) > 0);
      if (outcome.kind === 'apart') {
        expectApart(derived, cables);
        const sumMm = laidMm(derived, cables);
        const freeMm = cables.reduce((sum, cable) => sum + (derived.cabling.rules?.free.cables.pathMm[cable] ?? 0), 0);
        expect(bestMm).not.toBeNull();
        expect(sumMm).toBeGreaterThanOrEqual(bestMm ?? 0);
        expect(sumMm - outcome.gapMm).toBeLessThanOrEqual(bestMm ?? 0);
        expectStillApart(relieved, at, outcome, sumMm);
        seen.apart += 1;
        if (isPinned) seen.pinnedApart += 1;
        if (sumMm > freeMm) seen.moved += 1;
        if (outcome.gapMm > 0) seen.gap += 1;
        if (laidMm(relieved, cables) > sumMm) seen.relieved += 1;
      } else if (outcome.kind === 'together') {
        expect(bestMm).toBeNull();
        seen.together += 1;
        if (isPinned) seen.pinnedTogether += 1;
      }
      for (const cable of cables) expect(derived.cabling.cables.status[cable]).toBe(RouteStatus.pathways);
    }
  });

  it('were moved apart, and left together', () => {
    expect(Math.min(seen.moved, seen.together)).toBeGreaterThan(2);
    if (isSoak) expect(Math.min(seen.pinnedApart, seen.pinnedTogether, seen.relieved)).toBeGreaterThan(2);
    expect(seen.pinnedApart + seen.pinnedTogether).toBeGreaterThan(1);
    expect(seen.gap).toBeLessThanOrEqual(seen.apart / 20);
  });
});

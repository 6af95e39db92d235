/**
 * Law: under rules every cable goes the shortest way that they leave it, and has none only where there is none. The oracle relaxes a
 * graph with a layer for each pin that is passed, until nothing changes.
 */
import { describe, expect, it } from 'vitest';
import { RouteStatus } from '../../shared/cabling/types.ts';
import { derive, type Derived } from '../../shared/engine/engine.ts';
import type { RouteRule } from '../../shared/plan/routeRules.ts';
import { isOpenTo, oracleExits, oraclePieces, vertexAt, type OracleExit } from '../support/pieceOracle.ts';
import { roomyCabinets } from '../support/roomyCabinets.ts';
import { ruledHall } from '../support/ruledHall.ts';
import { lawRuns } from '../support/runs.ts';

const { numRuns, seed } = lawRuns(40, 1000);

interface Hop {
  readonly from: string;
  readonly to: string;
  readonly lengthMm: number;
}

/** The rule whose pins hold: those here are all on single links. */
function pinningRule({ plan }: Derived, id: string): RouteRule | undefined {
  return [...plan.routeRules.values()]
    .filter(({ scope, via }) => via.length > 0 && scope.kind === 'links' && scope.links.includes(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))[0];
}

/** Least length of a way over pathways, from port to port; Infinity where the rules leave none. */
function leastMm(derived: Derived, cable: number): number {
  const { survey } = derived;
  const { network } = survey;
  const isOpen = isOpenTo(derived, cable);
  const pins = pinningRule(derived, derived.cabling.cableId(cable))?.via ?? [];
  const hops: Hop[] = [];
  const both = (from: string, to: string, lengthMm: number): void =>
    void hops.push({ from, to, lengthMm }, { from: to, to: from, lengthMm });
  const pieces = oraclePieces(derived).filter(({ edge, fromMm, toMm }) => isOpen(edge, fromMm, toMm));
  for (let layer = 0; layer <= pins.length; layer += 1) {
    for (const { from, to, lengthMm } of pieces) both(`${layer} ${from}`, `${layer} ${to}`, lengthMm);
  }
  const rowOf = (id: string): number => network.segments.findIndex((segment) => segment.id === id);
  for (const [layer, { kind, id }] of pins.entries()) {
    if (kind === 'junction') {
      network.vertexJunction.forEach((junction, vertex) => {
        if (junction === id) hops.push({ from: `${layer} v${vertex}`, to: `${layer + 1} v${vertex}`, lengthMm: 0 });
      });
      continue;
    }
    const edge = rowOf(id);
    const lengthMm = network.edgeLengthMm[edge]!;
    if (!isOpen(edge, 0, lengthMm)) continue;
    const [from, to] = [vertexAt(survey, edge, 0), vertexAt(survey, edge, lengthMm)];
    hops.push(
      { from: `${layer} ${from}`, to: `${layer + 1} ${to}`, lengthMm },
      { from: `${layer} ${to}`, to: `${layer + 1} ${from}`, lengthMm },
    );
  }
  const [first, last] = [pins[0], pins.at(-1)];
  const isOn = (exit: OracleExit, pin: typeof first): boolean => pin?.kind === 'segment' && rowOf(pin.id) === exit.segment;
  const [exitsA, exitsB] = [oracleExits(derived, cable, 'a'), oracleExits(derived, cable, 'b')];
  for (const exit of exitsA) {
    if (!isOpen(exit.segment, exit.alongMm, exit.alongMm)) continue;
    for (const endMm of [0, network.edgeLengthMm[exit.segment]!]) {
      if (!isOpen(exit.segment, exit.alongMm, endMm)) continue;
      const lengthMm = exit.insideMm + Math.abs(endMm - exit.alongMm);
      const end = vertexAt(survey, exit.segment, endMm);
      hops.push({ from: 'start', to: `0 ${end}`, lengthMm });
      if (isOn(exit, first)) hops.push({ from: 'start', to: `1 ${end}`, lengthMm });
    }
    for (const other of exitsB) {
      const isAll = pins.length === 0 || (pins.length === 1 && isOn(exit, first));
      if (other.segment !== exit.segment || !isAll || !isOpen(exit.segment, exit.alongMm, other.alongMm)) continue;
      hops.push({ from: 'start', to: 'finish', lengthMm: exit.insideMm + other.insideMm + Math.abs(exit.alongMm - other.alongMm) });
    }
  }
  for (const exit of exitsB) {
    if (!isOpen(exit.segment, exit.alongMm, exit.alongMm)) continue;
    for (const endMm of [0, network.edgeLengthMm[exit.segment]!]) {
      if (!isOpen(exit.segment, exit.alongMm, endMm)) continue;
      const lengthMm = exit.insideMm + Math.abs(endMm - exit.alongMm);
      const end = vertexAt(survey, exit.segment, endMm);
      hops.push({ from: `${pins.length} ${end}`, to: 'finish', lengthMm });
      if (isOn(exit, last)) hops.push({ from: `${pins.length - 1} ${end}`, to: 'finish', lengthMm });
    }
  }
  return relaxed(hops);
}

function relaxed(hops: readonly Hop[]): number {
  const least = new Map([['start', 0]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, lengthMm } of hops) {
      const sum = (least.get(from) ?? Infinity) + lengthMm;
      if (sum >= (least.get(to) ?? Infinity)) continue;
      least.set(to, sum);
      changed = true;
    }
  }
  return least.get('finish') ?? Infinity;
}

describe('ways under rules', () => {
  const seen = { bent: 0, out: 0, pinned: 0 };

  it.each(Array.from({ length: numRuns }, (_, run) => seed + run))('are the shortest that the rules leave, hall %i', (hall) => {
    const derived = derive(roomyCabinets(ruledHall(hall, { zones: true, pins: true, apart: false })));
    const { cables, rules } = derived.cabling;
    const free = rules?.free.cables;
    for (let cable = 0; cable < cables.count; cable += 1) {
      const freeStatus = free?.status[cable];
      const isPinned = (rules?.courseOf(cable).pins.length ?? 0) > 0;
      if (freeStatus === RouteStatus.sameCabinet || (freeStatus === RouteStatus.bayed && !isPinned)) {
        expect(cables.status[cable]).toBe(freeStatus);
        continue;
      }
      const best = leastMm(derived, cable);
      const isBayed = cables.status[cable] === RouteStatus.bayed;
      const id = derived.cabling.cableId(cable);
      if (best === Infinity && !isBayed) expect([id, cables.status[cable]]).toEqual([id, RouteStatus.noRoute]);
      else if (isBayed) expect(cables.pathMm[cable]).toBeLessThanOrEqual(best);
      else expect([id, cables.pathMm[cable]]).toEqual([id, best]);
      if (rules?.ruledOut.has(cable) === true) seen.out += 1;
      else if (cables.pathMm[cable] !== free?.pathMm[cable]) seen.bent += 1;
      if (isPinned && best < Infinity) seen.pinned += 1;
    }
  });

  it('were bent, pinned and ruled out', () => {
    expect(Math.min(seen.bent, seen.out, seen.pinned)).toBeGreaterThan(10);
  });
});

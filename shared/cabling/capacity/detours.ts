/** Other ways of cables, as they are written down. */
import { must } from '../../assert.ts';
import { countOn, isSameWay, type Demand, type Way } from './demand.ts';
import type { DemandSplitter } from './demandSplitter.ts';
import type { Places } from './places.ts';

/** Where one cable goes instead. Null: through the side of a baying neighbour. */
export interface Detour {
  readonly cable: number;
  readonly over: OtherWay | null;
  readonly pathMm: number;
  readonly pathwayMm: number;
}

/** A way over pathways, as routes are written down. */
export interface OtherWay {
  readonly accessA: number;
  readonly accessB: number;
  readonly steps: readonly { readonly edge: number; readonly fromMm: number; readonly toMm: number }[];
}

/** Cables stay on their way in order of id as far as there is room; then come the shorter ways. Those without room stay, too. */
export function detoursOf(demand: Demand, home: Way, splitter: DemandSplitter, places: Places): Detour[] {
  const away = demand.shares.filter(({ way }) => !isSameWay(way, home)).sort((a, b) => a.way.lengthMm - b.way.lengthMm);
  let next = countOn(demand, home);
  const detours: Detour[] = [];
  for (const { way, count } of away) {
    const over = otherWay(way, places);
    for (const cable of demand.cables.slice(next, next + count)) detours.push(detourOf(cable, over, splitter));
    next += count;
  }
  return detours;
}

/** As it is written down; the same object for all cables along it. Null: through a bay. */
function otherWay({ landings, stretches }: Way, places: Places): OtherWay | null {
  if (landings === null) return null;
  const steps = stretches
    .map(({ edge, fromMark, toMark }) => ({ edge, fromMm: places.markMm(edge, fromMark), toMm: places.markMm(edge, toMark) }))
    .filter((step, index) => step.fromMm !== step.toMm || index === 0 || index === stretches.length - 1);
  return { accessA: landings[0].access, accessB: landings[1].access, steps };
}

function detourOf(cable: number, over: OtherWay | null, splitter: DemandSplitter): Detour {
  if (over === null) return { cable, over, pathMm: must(splitter.throughBayMm(cable), 'bay'), pathwayMm: 0 };
  const pathwayMm = over.steps.reduce((sum, { fromMm, toMm }) => sum + Math.abs(toMm - fromMm), 0);
  const insideMm = splitter.insideMm(cable, 0, over.accessA) + splitter.insideMm(cable, 1, over.accessB);
  return { cable, over, pathMm: insideMm + pathwayMm, pathwayMm };
}

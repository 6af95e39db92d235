/** Cables that both of two plans have and that run through other segments in the second; where a cabinet stands does not matter. */
import type { Cabling } from '../cabling/types.ts';
import { NONE } from '../cabling/types.ts';
import type { Derived } from '../engine/engine.ts';

export interface Reroutes {
  readonly cables: number;
  /** By segment: cables that run there in one of the two only; segments that neither loses nor wins any are left out. */
  readonly bySegment: ReadonlyMap<string, { readonly lost: number; readonly won: number }>;
}

export function reroutes(old: Derived, next: Derived): Reroutes {
  const bySegment = new Map<string, { lost: number; won: number }>();
  if (old.cabling === next.cabling) return { cables: 0, bySegment };
  const at = (segment: string): { lost: number; won: number } => {
    let counts = bySegment.get(segment);
    if (counts === undefined) bySegment.set(segment, (counts = { lost: 0, won: 0 }));
    return counts;
  };
  const [segmentsBefore, segmentsAfter] = [segmentsByRoute(old), segmentsByRoute(next)];
  let cables = 0;
  for (let row = 0; row < next.cabling.cables.count; row += 1) {
    const before = old.cabling.findCable(next.cabling.cableId(row));
    if (before === null) continue;
    const was = segmentsOf(old.cabling, before, segmentsBefore);
    const is = segmentsOf(next.cabling, row, segmentsAfter);
    if (isSameWay(was, is)) continue;
    cables += 1;
    for (const segment of was) if (!is.includes(segment)) at(segment).lost += 1;
    for (const segment of is) if (!was.includes(segment)) at(segment).won += 1;
  }
  return { cables, bySegment };
}

/** Segments of a cable in the order of its way; a way and the same backwards are one. */
export function segmentsOf({ cables }: Cabling, cable: number, byRoute: readonly (readonly string[])[]): readonly string[] {
  const route = cables.route[cable]!;
  return route === NONE ? [] : byRoute[route]!;
}

export function segmentsByRoute({ survey, cabling }: Derived): readonly (readonly string[])[] {
  const { segmentCount, edgeIds } = survey.network;
  return cabling.routes.map(({ steps }) =>
    steps.flatMap(({ edge, fromMm, toMm }) => (edge < segmentCount && fromMm !== toMm ? [edgeIds[edge]!] : [])),
  );
}

export function isSameWay(was: readonly string[], is: readonly string[]): boolean {
  return (
    was === is ||
    (was.length === is.length && (was.every((id, at) => id === is[at]) || was.every((id, at) => id === is[is.length - 1 - at])))
  );
}

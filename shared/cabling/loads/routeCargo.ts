/** What runs in each route: whole numbers of cables by family. */
import { NONE, type CableTable } from '../types.ts';

/** Cables by route and family, as chains: a route's first entry, and from each entry the next of the same route. NONE ends a chain. */
export interface RouteCargo {
  readonly firstEntry: Int32Array;
  readonly nextEntry: Int32Array;
  readonly family: Int32Array;
  readonly cables: Int32Array;
}

const cargoOfColumn = new WeakMap<Int32Array, RouteCargo>();

/** Kept by the column of routes, which cabling hands on for as long as the same cables share the same routes. */
export function cargoOfRoutes(cables: CableTable, routeCount: number): RouteCargo {
  let cargo = cargoOfColumn.get(cables.route);
  if (cargo === undefined) cargoOfColumn.set(cables.route, (cargo = countAnew(cables, routeCount)));
  return cargo;
}

function countAnew({ count, route, family }: CableTable, routeCount: number): RouteCargo {
  const firstEntry = new Int32Array(routeCount).fill(NONE);
  const entries: { nextEntry: number[]; family: number[]; cables: number[] } = { nextEntry: [], family: [], cables: [] };
  for (let cable = 0; cable < count; cable += 1) {
    const [at, kind] = [route[cable]!, family[cable]!];
    if (at === NONE) continue;
    let entry = firstEntry[at]!;
    while (entry !== NONE && entries.family[entry] !== kind) entry = entries.nextEntry[entry]!;
    if (entry === NONE) {
      entries.nextEntry.push(firstEntry[at]!);
      entries.family.push(kind);
      firstEntry[at] = entries.cables.push(1) - 1;
    } else entries.cables[entry]! += 1;
  }
  return {
    firstEntry,
    nextEntry: Int32Array.from(entries.nextEntry),
    family: Int32Array.from(entries.family),
    cables: Int32Array.from(entries.cables),
  };
}

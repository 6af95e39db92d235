/** Numbers the routes of cables: in the order of the cables that use them, each pair of accesses once. */
import { must } from '../assert.ts';
import type { Survey } from '../survey/types.ts';
import { pathwayRun, type PathwayRun } from './router.ts';
import { NONE, type Cabling, type Route } from './types.ts';

/** Accesses that cables run between, root first; NONE where a cable uses no pathway. By position in some list of cables. */
export interface AccessPairs {
  readonly root: Int32Array;
  readonly target: Int32Array;
}

interface Numbered {
  /** Column of `CableTable`: row of each cable's route. */
  readonly column: Int32Array;
  readonly routes: readonly Route[];
  /** Routes that were sought and written out, the others are those of before. */
  readonly written: number;
}

const endsOf = new WeakMap<readonly Route[], object>();

/** Stands for the accesses at which routes end: the same object for as long as every route keeps its two. */
export function endsOfRoutes(routes: readonly Route[]): object {
  let ends = endsOf.get(routes);
  if (ends === undefined) endsOf.set(routes, (ends = {}));
  return ends;
}

/** Lets routes stand for the accesses of others, where every one of them ends where the other does. */
export function keepEnds(routes: readonly Route[], before: readonly Route[]): void {
  const haveSameEnds = routes.every(
    (route, row) => route === before[row] || (route.accessA === before[row]?.accessA && route.accessB === before[row].accessB),
  );
  if (haveSameEnds && routes.length === before.length) endsOf.set(routes, endsOfRoutes(before));
}

/** Numbers the routes of all cables afresh. */
export function numberRoutes(survey: Survey, pairs: AccessPairs): Numbered {
  const column = new Int32Array(pairs.root.length).fill(NONE);
  const routes: Route[] = [];
  const rowOfPair = new Map<number, number>();
  for (let cable = 0; cable < column.length; cable += 1) {
    const [root, target] = [pairs.root[cable]!, pairs.target[cable]!];
    if (root === NONE) continue;
    const key = root * survey.accesses.length + target;
    let row = rowOfPair.get(key);
    if (row === undefined) rowOfPair.set(key, (row = routes.push(routeBetween(survey, root, target)) - 1));
    column[cable] = row;
  }
  return { column, routes, written: routes.length };
}

/**
 * The same numbers with some cables cut anew (rows ascending, with their pairs). Where the same cables share the same routes as
 * before, which is so in nearly all moves, the column of before is handed on and only the routes at changed cabinets are sought again.
 */
export function renumberRoutes(
  survey: Survey,
  before: Pick<Cabling, 'cables' | 'routes'>,
  changedCabinet: Uint8Array,
  cables: Int32Array,
  pairs: AccessPairs,
): Numbered {
  return handOn(survey, before, changedCabinet, cables, pairs) ?? numberAgain(survey, before, cables, pairs);
}

/** Null where the cables share routes in another way than before. */
function handOn(
  survey: Survey,
  { cables: table, routes }: Pick<Cabling, 'cables' | 'routes'>,
  changedCabinet: Uint8Array,
  cables: Int32Array,
  { root, target }: AccessPairs,
): Numbered | null {
  const isOfChanged = (access: number): boolean => changedCabinet[must(survey.accesses[access], 'access').cabinet] === 1;
  const keyOfRow = new Map<number, number>();
  const rowOfKey = new Map<number, number>();
  const redrawn = [...routes];
  let [written, haveSameEnds] = [0, true];
  for (const [place, cable] of cables.entries()) {
    const row = table.route[cable]!;
    const [one, other] = [root[place]!, target[place]!];
    if (row === NONE || one === NONE) {
      if (row !== one) return null;
      continue;
    }
    const key = one * survey.accesses.length + other;
    const known = keyOfRow.get(row);
    if (known !== undefined) {
      if (known !== key) return null;
      continue;
    }
    const { accessA, accessB } = must(routes[row], 'route');
    const isSamePair = accessA === one && accessB === other;
    const isOwn = isOfChanged(accessA) || isOfChanged(accessB);
    // A pair of which neither end changed may be shared with cables that were not cut anew.
    if (!isSamePair && !(isOwn && (isOfChanged(one) || isOfChanged(other)))) return null;
    if (rowOfKey.has(key)) return null;
    keyOfRow.set(row, key);
    rowOfKey.set(key, row);
    if (isSamePair && !isOwn) continue;
    redrawn[row] = routeBetween(survey, one, other);
    haveSameEnds &&= isSamePair;
    written += 1;
  }
  if (haveSameEnds) endsOf.set(redrawn, endsOfRoutes(routes));
  return { column: table.route, routes: redrawn, written };
}

function numberAgain(
  survey: Survey,
  { cables: table, routes }: Pick<Cabling, 'cables' | 'routes'>,
  cables: Int32Array,
  pairs: AccessPairs,
): Numbered {
  const column = new Int32Array(table.count).fill(NONE);
  const numbered: Route[] = [];
  const rowOfPair = new Map<number, number>();
  let [place, written] = [0, 0];
  for (let cable = 0; cable < table.count; cable += 1) {
    const isCut = cables[place] === cable;
    const old = isCut ? undefined : routes[table.route[cable]!];
    const root = isCut ? pairs.root[place]! : (old?.accessA ?? NONE);
    const target = isCut ? pairs.target[place]! : (old?.accessB ?? NONE);
    if (isCut) place += 1;
    if (root === NONE) continue;
    const key = root * survey.accesses.length + target;
    let row = rowOfPair.get(key);
    if (row === undefined) {
      rowOfPair.set(key, (row = numbered.push(old ?? routeBetween(survey, root, target)) - 1));
      if (old === undefined) written += 1;
    }
    column[cable] = row;
  }
  return { column, routes: numbered, written };
}

function routeBetween(survey: Survey, root: number, target: number): Route {
  const { accesses, network } = survey;
  const run: PathwayRun = must(pathwayRun(network, must(accesses[root], 'access'), must(accesses[target], 'access')), 'route');
  return { accessA: root, accessB: target, pathwayMm: run.pathwayMm, steps: run.steps };
}

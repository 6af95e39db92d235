/**
 * Cables that are pulled as one: same two openings, same way, same family, up to so many members. Members stay cables: they are
 * counted, labelled and ordered as before. A custom loom is as long as its longest member needs, a stock loom takes one common
 * length on offer for all of its members.
 */
import { must } from '../assert.ts';
import { orderedLengthMm } from '../cabling/lengths.ts';
import { NONE, type Cabling } from '../cabling/types.ts';
import { outsideMm } from '../survey/accesses.ts';
import type { Survey } from '../survey/types.ts';

export type LoomKind = 'custom' | 'stock';

export interface LoomRules {
  readonly kind: LoomKind;
  /** Most cables that are bundled; what a maker offers and a hand can dress. */
  readonly mostMembers: number;
  /** Custom looms are made to whole steps. */
  readonly stepMm: number;
}

/** Assumptions: two dozen jumpers to a loom, made to the tenth of a metre. */
export const USUAL_LOOMS: LoomRules = { kind: 'custom', mostMembers: 24, stepMm: 100 };

/** Room that round cables leave between them when they are bound: a common rule of thumb. */
const BUNDLING_FACTOR = 1.2;

export interface Loom {
  /** Id of its first cable. */
  readonly id: string;
  /** Catalog id. */
  readonly family: string;
  /** Rows of its cables. */
  readonly members: readonly number[];
  /** Ids of the cabinets at its ends, and the one that it is pulled from. */
  readonly cabinets: readonly [string, string];
  readonly pulledFrom: string;
  /** Fibers of all members; null where the family does not say. */
  readonly fibers: number | null;
  /** Of the whole loom: the longest member, or the common length. Null where no length on offer serves. */
  readonly lengthMm: number | null;
  /** From opening to opening: the part that is bound, which the legs stick out of at both ends. */
  readonly boundMm: number;
  readonly diameterMm: number;
  readonly massG: number;
}

/** Looms of at least two cables, in the order of their first ones. Cables inside one cabinet or without a route are in none. */
export function loomsOf(survey: Survey, cabling: Cabling, rules: LoomRules = USUAL_LOOMS): Loom[] {
  const drafts = bundles(cabling, rules.mostMembers).filter((members) => members.length > 1);
  const endings = new Map<string, number>();
  const ends = drafts.map((members) => cabinetsOf(survey, cabling, must(members[0], 'member')));
  for (const cabinets of ends) for (const cabinet of cabinets) endings.set(cabinet, (endings.get(cabinet) ?? 0) + 1);
  return drafts.map((members, at) => {
    const cabinets = must(ends[at], 'ends');
    // Where more looms end they are staged together, and pulled from there.
    const [first, second] = cabinets;
    const pulledFrom = (endings.get(second) ?? 0) > (endings.get(first) ?? 0) ? second : first;
    return loomOf(survey, cabling, rules, members, cabinets, pulledFrom);
  });
}

/** Rows of cables by route and family, split evenly where there are too many. */
function bundles({ cables }: Cabling, mostMembers: number): number[][] {
  const groups = new Map<string, number[]>();
  for (let cable = 0; cable < cables.count; cable += 1) {
    if (cables.route[cable] === NONE || cables.requiredMm[cable] === NONE) continue;
    const key = `${cables.route[cable]} ${cables.family[cable]}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cable]);
    else group.push(cable);
  }
  return [...groups.values()].flatMap((group) => {
    const parts = Math.ceil(group.length / mostMembers);
    return Array.from({ length: parts }, (_, part) =>
      group.slice(Math.floor((part * group.length) / parts), Math.floor(((part + 1) * group.length) / parts)),
    );
  });
}

function cabinetsOf(survey: Survey, { cables, routes }: Cabling, cable: number): readonly [string, string] {
  const { accessA, accessB } = must(routes[cables.route[cable]!], 'route');
  const cabinetAt = (access: number): string =>
    must(survey.cabinets[must(survey.accesses[access], 'access').cabinet], 'cabinet').cabinet.id;
  return [cabinetAt(accessA), cabinetAt(accessB)];
}

function loomOf(
  survey: Survey,
  cabling: Cabling,
  { kind, stepMm }: LoomRules,
  members: readonly number[],
  cabinets: Loom['cabinets'],
  pulledFrom: string,
): Loom {
  const { cables, routes, families } = cabling;
  const first = must(members[0], 'member');
  const family = must(families[cables.family[first]!], 'family');
  const route = must(routes[cables.route[first]!], 'route');
  const outside = (access: number): number => outsideMm(must(survey.accesses[access], 'access'));
  const longestMm = members.reduce((most, cable) => Math.max(most, cables.requiredMm[cable]!), 0);
  const lengthMm =
    kind === 'stock' ? orderedLengthMm(family, longestMm) : Math.ceil((longestMm + family.tolerance.minusMm) / stepMm) * stepMm;
  const cableMm =
    kind === 'stock' ? (lengthMm ?? longestMm) * members.length : members.reduce((sum, cable) => sum + cables.requiredMm[cable]!, 0);
  return {
    id: cabling.cableId(first),
    family: family.id,
    members,
    cabinets,
    pulledFrom,
    fibers: family.fiberCount === null ? null : family.fiberCount * members.length,
    lengthMm,
    boundMm: route.pathwayMm + outside(route.accessA) + outside(route.accessB),
    diameterMm: members.length === 1 ? family.outerDiameterMm : BUNDLING_FACTOR * family.outerDiameterMm * Math.sqrt(members.length),
    massG: (cableMm / 1000) * family.massGPerM,
  };
}

/** Cables that are kept apart from others: wherever one of them goes, it keeps off what the others lie in. */
import type { Survey } from '../../survey/types.ts';
import { NONE, type Cabling } from '../types.ts';
import type { Demand, Landing, Way } from './demand.ts';
import type { Places, ShutPlaces, Stretch } from './places.ts';

/** Of one cable, another one that it shares nothing with. */
export interface KeptFrom {
  readonly cable: number;
  /** Cabinets that the two leave by different openings. */
  readonly split: ReadonlySet<number>;
}

/** What a cable is kept from. Cables that are kept apart, directly or over others, are one unit: they are laid together. */
export interface Apartness {
  /** The unit's first cable. */
  readonly unit: number;
  readonly from: readonly KeptFrom[];
  /** The same as demands, once they are awake. */
  readonly others: { readonly demand: Demand; readonly split: ReadonlySet<number> }[];
  /** Where it stays when it finds no room: set once that is settled. */
  stays: Way | null;
}

/** What a way must keep off. */
export interface Off {
  readonly stretches: readonly Stretch[];
  readonly openings: ReadonlySet<string>;
}

export const NOTHING_OFF: Off = { stretches: [], openings: new Set() };

/** By cable, of all sets that were kept apart. */
export function apartCables({ rules }: Pick<Cabling, 'rules'>): ReadonlyMap<number, Apartness> {
  const from = new Map<number, KeptFrom[]>();
  const unitOf = new Map<number, number>();
  const unit = (cable: number): number => {
    let at = cable;
    while ((unitOf.get(at) ?? at) !== at) at = unitOf.get(at)!;
    return at;
  };
  for (const outcome of rules?.apart ?? []) {
    if (outcome.kind !== 'apart') continue;
    const split = new Set(outcome.splitCabinets);
    const strandOf = (cable: number): number => outcome.set.strands.findIndex((strand) => strand.includes(cable));
    const strands = outcome.cables.map(strandOf);
    for (const [at, cable] of outcome.cables.entries()) {
      const list = from.get(cable) ?? [];
      from.set(cable, list);
      outcome.cables.forEach((other, row) => {
        if (strands[row] !== strands[at]) list.push({ cable: other, split });
      });
      const [one, first] = [unit(cable), unit(outcome.cables[0]!)];
      unitOf.set(Math.max(one, first), Math.min(one, first));
    }
  }
  return new Map([...from].map(([cable, list]) => [cable, { unit: unit(cable), from: list, others: [], stays: null }]));
}

/** Where the others of its unit lie now. */
export function offOthers({ apart }: Demand): Off {
  if (apart === null) return NOTHING_OFF;
  const stretches: Stretch[] = [];
  const openings = new Set<string>();
  for (const { demand, split } of apart.others) {
    for (const way of waysOf(demand)) {
      stretches.push(...way.stretches);
      for (const { cabinet, opening } of way.landings ?? []) if (split.has(cabinet)) openings.add(opening);
    }
  }
  return { stretches, openings };
}

/** Ways that a demand holds: where it stays, when it has no other. */
function waysOf({ shares, apart }: Demand): Way[] {
  if (shares.length > 0) return shares.map(({ way }) => way);
  return apart === null || apart.stays === null ? [] : [apart.stays];
}

/** Without the drops by openings that it must keep off. */
export function withoutOpenings(demand: Demand, openings: ReadonlySet<string>): Demand {
  if (openings.size === 0) return demand;
  const usable = (landings: readonly Landing[]): readonly Landing[] => landings.filter(({ opening }) => !openings.has(opening));
  return { ...demand, ends: [usable(demand.ends[0]), usable(demand.ends[1])] };
}

/** The demand as it stands, with what the others lie in shut to it. */
export function shutFromOthers(demand: Demand, places: Places): Demand {
  const { stretches, openings } = offOthers(demand);
  if (stretches.length === 0) return demand;
  const shut: ShutPlaces = {
    places: demand.shut?.places.slice() ?? new Uint8Array(places.cables.length),
    edges: demand.shut?.edges.slice() ?? new Uint8Array(places.first.length - 1),
  };
  for (const stretch of stretches) {
    if (places.lengthMm(stretch) === 0) continue;
    const [start, end] = places.range(stretch);
    shut.places.fill(1, start, end);
    shut.edges[stretch.edge] = 1;
  }
  return { ...withoutOpenings(demand, openings), shut };
}

/** The first place, or else the opening, that two ways share; null when they share nothing. */
export function clashOf(places: Places, one: Way, other: Way, split: ReadonlySet<number>): Off | null {
  for (const a of one.stretches) {
    for (const b of other.stretches) {
      if (a.edge !== b.edge || places.lengthMm(a) === 0 || places.lengthMm(b) === 0) continue;
      const [fromA, toA] = places.range(a);
      const [fromB, toB] = places.range(b);
      const place = Math.max(fromA, fromB);
      if (place >= Math.min(toA, toB)) continue;
      const mark = place - places.first[a.edge]!;
      return { stretches: [{ edge: a.edge, fromMark: mark, toMark: mark + 1 }], openings: new Set() };
    }
  }
  for (const a of one.landings ?? []) {
    for (const b of other.landings ?? []) {
      if (a.opening === b.opening && split.has(a.cabinet)) return { stretches: [], openings: new Set([a.opening]) };
    }
  }
  return null;
}

/** Name of the opening of each access, with its cabinet. */
export function openingName({ accesses }: Survey, row: number): string {
  const access = accesses[row];
  return access === undefined ? `${NONE}` : `${access.cabinet} ${access.side} ${access.edgeOfCabinet}`;
}

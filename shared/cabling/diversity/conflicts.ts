/** Where two ways get in each other's way. */
import { must } from '../../assert.ts';
import type { Survey } from '../../survey/types.ts';
import { openingKey, type ApartWay, type Ban, type CableSearch } from './cableSearch.ts';

/** Places that ways of one set may part or meet at: the landings of all their drops, and which openings are kept apart. */
export class Meeting {
  readonly #survey: Survey;
  readonly #marksMm = new Map<number, number[]>();
  /** Cabinets with as many openings onto pathways as strands of the set end there. */
  readonly #splitCabinets = new Set<number>();

  constructor(survey: Survey, searches: readonly CableSearch[]) {
    this.#survey = survey;
    const ends = new Map<number, number>();
    for (const { cabinets, exits } of searches) {
      for (const [end, cabinet] of cabinets.entries()) {
        ends.set(cabinet, (ends.get(cabinet) ?? 0) + 1);
        for (const { access } of must(exits[end], 'exits')) {
          this.#marksMm.set(access.segment, [...(this.#marksMm.get(access.segment) ?? []), access.alongMm]);
        }
      }
    }
    for (const { cabinets, exits } of searches) {
      for (const [end, cabinet] of cabinets.entries()) {
        const openings = new Set(must(exits[end], 'exits').map(({ access }) => openingKey(access)));
        if (openings.size >= ends.get(cabinet)! && ends.get(cabinet)! > 1) this.#splitCabinets.add(cabinet);
      }
    }
    for (const [edge, marks] of this.#marksMm)
      this.#marksMm.set(
        edge,
        [...new Set(marks)].sort((a, b) => a - b),
      );
  }

  /** Whether cables at this cabinet must leave by different openings. */
  isSplit(cabinet: number): boolean {
    return this.#splitCabinets.has(cabinet);
  }

  /** Landings along an edge, ascending. */
  marksOf(edge: number): readonly number[] {
    return this.#marksMm.get(edge) ?? [];
  }

  /** The first place that two ways share, no longer than from one landing to the next; null when they are apart. */
  conflict(a: ApartWay, b: ApartWay): Ban | null {
    for (const one of a.steps) {
      for (const other of b.steps) {
        if (one.edge !== other.edge) continue;
        const fromMm = Math.max(Math.min(one.fromMm, one.toMm), Math.min(other.fromMm, other.toMm));
        const toMm = Math.min(Math.max(one.fromMm, one.toMm), Math.max(other.fromMm, other.toMm));
        if (toMm <= fromMm) continue;
        const nextMm = this.marksOf(one.edge).find((mark) => mark > fromMm) ?? toMm;
        return { kind: 'stretch', edge: one.edge, fromMm, toMm: Math.min(nextMm, toMm) };
      }
    }
    for (const one of [a.accessA, a.accessB]) {
      for (const other of [b.accessA, b.accessB]) {
        const [access, second] = [must(this.#survey.accesses[one], 'access'), must(this.#survey.accesses[other], 'access')];
        if (access.cabinet !== second.cabinet || !this.isSplit(access.cabinet) || openingKey(access) !== openingKey(second)) continue;
        return { kind: 'opening', cabinet: access.cabinet, opening: openingKey(access) };
      }
    }
    return null;
  }
}

/** What a way takes up, as bans for others. */
export function bansOf({ accesses }: Survey, meeting: Meeting, way: ApartWay): Ban[] {
  const stretches = way.steps
    .filter(({ fromMm, toMm }) => fromMm !== toMm)
    .map(({ edge, fromMm, toMm }): Ban => ({ kind: 'stretch', edge, fromMm: Math.min(fromMm, toMm), toMm: Math.max(fromMm, toMm) }));
  const openings = [way.accessA, way.accessB].flatMap((row): Ban[] => {
    const access = must(accesses[row], 'access');
    return meeting.isSplit(access.cabinet) ? [{ kind: 'opening', cabinet: access.cabinet, opening: openingKey(access) }] : [];
  });
  return [...stretches, ...openings];
}

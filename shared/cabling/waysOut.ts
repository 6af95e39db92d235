/** The ways out of a cabinet that a port on one of its sides may take: its openings, and what lies between them and the pathways. */
import { must } from '../assert.ts';
import type { CabinetOpening, Side } from '../catalog/types.ts';
import { outsideMm } from '../survey/accesses.ts';
import type { Survey } from '../survey/types.ts';
import { crossingMm, openingOf } from './inCabinet.ts';

export interface WayOut {
  /** Row of the access in the survey. */
  readonly access: number;
  readonly opening: CabinetOpening;
  readonly dropAndOffsetMm: number;
}

/**
 * Ways out of a cabinet for ports on one side. Left out is what can never win: an access that is farther by more than any port
 * could gain from it, because another one lands on the same segment closer.
 */
export function waysOutOf(survey: Survey, cabinet: number, side: Side): WayOut[] {
  const { model } = must(survey.cabinets[cabinet], 'cabinet');
  return withoutHopeless(survey, allWaysOut(survey, cabinet), side, crossingMm(model));
}

/** Every way out of a cabinet: where pathways are shut, any of them may be the only one. */
export function allWaysOut(survey: Survey, cabinet: number): WayOut[] {
  const { model } = must(survey.cabinets[cabinet], 'cabinet');
  const ways: WayOut[] = [];
  for (let access = survey.firstAccess[cabinet]!; access < survey.firstAccess[cabinet + 1]!; access += 1) {
    const one = must(survey.accesses[access], 'access');
    ways.push({ access, opening: openingOf(model, one.side, one.edgeOfCabinet), dropAndOffsetMm: outsideMm(one) });
  }
  return ways;
}

function withoutHopeless(survey: Survey, ways: readonly WayOut[], side: Side, crossing: number): WayOut[] {
  const fixedMm = ({ opening, dropAndOffsetMm }: WayOut): number => dropAndOffsetMm + (opening.side === side ? 0 : crossing);
  const beats = (a: WayOut, b: WayOut): boolean => {
    const [accessA, accessB] = [must(survey.accesses[a.access], 'access'), must(survey.accesses[b.access], 'access')];
    if (a === b || accessA.segment !== accessB.segment || a.opening.edge !== b.opening.edge) return false;
    const mostGainedMm = Math.abs(accessA.alongMm - accessB.alongMm) + Math.abs(a.opening.xMm - b.opening.xMm);
    return fixedMm(a) + mostGainedMm < fixedMm(b);
  };
  return ways.filter((way) => !ways.some((other) => beats(other, way)));
}

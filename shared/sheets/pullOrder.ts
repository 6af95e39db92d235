/** In which order cables are pulled: from cabinet to cabinet, in each the farthest first. */
import type { Derived } from '../engine/engine.ts';
import type { SurveyedCabinet } from '../survey/types.ts';
import { NONE } from '../cabling/types.ts';
import type { CabinetRow } from './rows.ts';

/** Cables that are pulled from one cabinet: the one of their end A. */
export interface PullGroup {
  readonly cabinet: SurveyedCabinet;
  /** Rows of cables. */
  readonly cables: readonly number[];
}

/** Groups in the order of rows and of cabinets in them. A cable of unknown length comes first: it needs a look. */
export function pullGroups({ survey, cabling }: Derived, rows: readonly CabinetRow[]): PullGroup[] {
  const { cables, links } = cabling;
  const byCabinet = new Map<SurveyedCabinet, number[]>();
  for (const row of rows) for (const cabinet of row.cabinets) byCabinet.set(cabinet, []);
  for (let cable = 0; cable < cables.count; cable += 1) {
    const device = survey.devices[links.aDevice[cables.firstLink[cable]!]!]!;
    byCabinet.get(survey.cabinets[device.cabinet]!)?.push(cable);
  }
  const groups: PullGroup[] = [];
  for (const [cabinet, list] of byCabinet) {
    if (list.length === 0) continue;
    const farness = (cable: number): number => (cables.pathMm[cable] === NONE ? Infinity : cables.pathMm[cable]!);
    groups.push({ cabinet, cables: list.sort((a, b) => (farness(a) === farness(b) ? a - b : farness(b) - farness(a))) });
  }
  return groups;
}

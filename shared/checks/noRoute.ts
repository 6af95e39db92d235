import type { Cabling } from '../cabling/types.ts';
import { checkCables } from './cableRule.ts';
import type { CheckInput, Finding } from './types.ts';
import type { Survey } from '../survey/types.ts';
import { middleOf } from '../geometry/polygons.ts';
import { must } from '../assert.ts';
import { NONE, RouteStatus } from '../cabling/types.ts';
import { cabinetAt, cableIds, cablePlace, listedNote, RowGroups, tierName } from './cableGroups.ts';
import { counted, millimetres } from './figures.ts';

/**
 * Every cable has a way. One finding per cabinet that no pathway reaches, and one per tier for cables
 * whose cabinets reach pathways that are not joined.
 */
export const noRoute = checkCables({
  codes: ['cable.no-drop', 'cable.no-route'],
  title: 'Every cable has a route',
  grounds: ({ cabling }) => [cabling.rules],
  breached:
    ({ cabling }) =>
    (cable) =>
      cabling.cables.status[cable] === RouteStatus.noRoute && !lacksPort(cabling, cable) && cabling.rules?.ruledOut.has(cable) !== true,
  *findings(input, breaching) {
    const { survey, cabling } = input;
    const { cables } = cabling;
    const unreached = new Map<number, number[]>();
    const unjoined = new RowGroups();
    for (const cable of breaching) {
      const ends = [cabinetAt(survey, cabling, cable, 'a'), cabinetAt(survey, cabling, cable, 'b')];
      const cut = ends.filter((cabinet) => !hasDrop(survey, cabinet));
      for (const cabinet of new Set(cut)) {
        const rows = unreached.get(cabinet);
        if (rows === undefined) unreached.set(cabinet, [cable]);
        else rows.push(cable);
      }
      if (cut.length === 0) unjoined.add(String(cables.tier[cable]), cable);
    }
    for (const [cabinet, rows] of unreached) yield noDropFinding(input, cabinet, rows);
    for (const rows of unjoined) yield noRouteFinding(input, rows);
  },
});

/** Reported on its own: without a port there is nowhere to measure from. */
function lacksPort({ cables, links }: Cabling, cable: number): boolean {
  const first = must(cables.firstLink[cable], 'first link of the cable');
  const end = first + must(cables.linkCount[cable], 'links of the cable');
  for (let link = first; link < end; link += 1) {
    if (links.aPort[link] === NONE || links.bPort[link] === NONE) return true;
  }
  return false;
}

function hasDrop(survey: Survey, cabinet: number): boolean {
  return must(survey.firstAccess[cabinet + 1], 'accesses of the cabinet') > must(survey.firstAccess[cabinet], 'accesses of the cabinet');
}

function noDropFinding({ plan, survey, cabling }: CheckInput, cabinetRow: number, rows: readonly number[]): Omit<Finding, 'accepted'> {
  const { cabinet, corners } = must(survey.cabinets[cabinetRow], 'cabinet');
  return {
    code: 'cable.no-drop',
    severity: 'error',
    ids: [cabinet.id, ...cableIds(cabling, rows)].sort(),
    place: { hall: cabinet.hall, at: middleOf(corners) },
    message: `${counted(rows.length, 'cable')} cannot leave cabinet ${cabinet.name}: no pathway that accepts drops is within reach of its openings${listedNote(rows.length)}`,
    required: `within ${millimetres(plan.settings.dropReachMm)}, measured flat`,
    actual: 'none',
    mend: `Lay a pathway over ${cabinet.name}, or move it under one`,
  };
}

function noRouteFinding({ survey, cabling }: CheckInput, rows: readonly number[]): Omit<Finding, 'accepted'> {
  const first = must(rows[0], 'a cable');
  const [from, to] = (['a', 'b'] as const).map((end) => must(survey.cabinets[cabinetAt(survey, cabling, first, end)], 'cabinet').cabinet);
  return {
    code: 'cable.no-route',
    severity: 'error',
    ids: cableIds(cabling, rows),
    place: cablePlace(survey, cabling, first),
    message: `${counted(rows.length, `${tierName(cabling, first)} cable`)} ha${rows.length === 1 ? 's' : 've'} no route: no pathway joins, for one, cabinets ${from?.name} and ${to?.name}${listedNote(rows.length)}`,
    required: 'a joined run of pathways',
    actual: 'none',
    mend: 'Join the pathways of both cabinets',
  };
}

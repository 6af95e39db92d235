/** The end of a tray laid onto another one between its ends: that is cut there, and both meet in one junction. */
import { must } from '../assert.ts';
import { fail } from '../result.ts';
import { groupsWithParts } from '../plan/groups.ts';
import { routeRulesWithParts } from '../plan/ruledPlaces.ts';
import { changeOf, refuse } from './changeOf.ts';
import type { Command } from './command.ts';
import { findAll, findTaken } from './find.ts';
import { isAlong, segmentsAt } from './junctions.ts';
import { whyNotCut } from './splitTrays.ts';
import { freeTrayNames } from './trayNames.ts';

export interface JoinToTray {
  /** The junction that is moved onto the tray. */
  readonly junction: string;
  readonly tray: string;
  /** Where on the hall's floor it comes to lie, on the tray's centreline. */
  readonly xMm: number;
  readonly yMm: number;
  /** Of the tray's second part; the first keeps id and name. */
  readonly newId: string;
}

export const joinToTray: Command<JoinToTray> = (plan, { junction: id, tray: trayId, xMm, yMm, newId }) => {
  const found = findAll(plan, 'junctions', [id]);
  if (!found.ok) return found;
  const trays = findAll(plan, 'segments', [trayId]);
  if (!trays.ok) return trays;
  const taken = findTaken(plan, 'segments', [newId]);
  if (taken !== null) return fail(taken);
  const [junction, tray] = [must(found.value[0], id), must(trays.value[0], trayId)];
  if (tray.from === id || tray.to === id) return refuse(`${tray.name} ends at this junction`, 'drop it on another tray');
  const ends = [tray.from, tray.to].map((end) => must(plan.junctions.get(end), end));
  if (ends.some(({ hall }) => hall !== junction.hall)) return refuse('they are in different halls', 'join trays of one hall');
  const why = whyNotCut(plan, tray, 2);
  if (why !== null) return refuse(`${tray.name} ${why.is}`, why.remedy);
  const hanging = segmentsAt(plan, id);
  const surveyed = hanging.find(({ surveyedLengthMm }) => surveyedLengthMm !== null);
  if (surveyed !== undefined)
    return refuse(`${surveyed.name} has a surveyed length, which would no longer be true`, 'clear its surveyed length first');
  const [name] = freeTrayNames(plan, 1);
  const parts = [
    { ...tray, to: id },
    { ...tray, id: newId, name: must(name, 'name'), from: id },
  ];
  const along = hanging.find((segment) => parts.some((part) => isAlong(segment, part)));
  if (along !== undefined) return refuse(`${along.name} would lie along ${tray.name}`, 'delete one of the two first');
  const cut = [{ whole: trayId, part: newId }];
  return changeOf(plan, `Join to ${tray.name}`, {
    put: {
      junctions: [{ ...junction, xMm, yMm }],
      segments: parts,
      groups: groupsWithParts(plan, cut),
      routeRules: routeRulesWithParts(plan, cut),
    },
  });
};

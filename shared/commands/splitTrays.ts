/** Cutting trays into parts of one length: every part can then be moved, widened or taken away by itself. */
import { must } from '../assert.ts';
import { fail } from '../result.ts';
import type { Junction, Plan, Segment } from '../plan/types.ts';
import { segmentLengthMm, toElevationOf } from '../survey/network.ts';
import { groupsWithParts } from '../plan/groups.ts';
import { routeRulesWithParts } from '../plan/ruledPlaces.ts';
import { changeOf, refuse } from './changeOf.ts';
import type { Command } from './command.ts';
import { findAll, findTaken } from './find.ts';
import { freeTrayNames } from './trayNames.ts';
import { counted, namedOrCounted } from './wording.ts';

export interface SplitTrays {
  readonly ids: readonly string[];
  /** Of each tray. */
  readonly parts: number;
  /** One less than parts for each tray. */
  readonly junctionIds: readonly string[];
  readonly segmentIds: readonly string[];
}

/** More at once are slips of the hand. */
export const MOST_PARTS = 100;

/** Cuts each tray into so many parts; the first keeps the id and the name. */
export const splitTrays: Command<SplitTrays> = (plan, { ids, parts, junctionIds, segmentIds }) => {
  const found = findAll(plan, 'segments', ids);
  if (!found.ok) return found;
  if (!Number.isInteger(parts) || parts < 2 || parts > MOST_PARTS) {
    return refuse(`${parts} is no number of parts`, `give a whole number from 2 to ${MOST_PARTS}`);
  }
  const needed = found.value.length * (parts - 1);
  if (junctionIds.length < needed || segmentIds.length < needed) return refuse('the parts have too few ids', 'give one for each cut');
  const taken = findTaken(plan, 'junctions', junctionIds) ?? findTaken(plan, 'segments', segmentIds);
  if (taken !== null) return fail(taken);
  const names = freeTrayNames(plan, needed);
  const junctions: Junction[] = [];
  const segments: Segment[] = [];
  const cut: { whole: string; part: string }[] = [];
  for (const tray of found.value) {
    const why = whyNotCut(plan, tray, parts);
    if (why !== null) return refuse(`${tray.name} ${why.is}`, why.remedy);
    const [from, to] = [must(plan.junctions.get(tray.from), 'junction'), must(plan.junctions.get(tray.to), 'junction')];
    let last: Segment = tray;
    for (let part = 1; part < parts; part += 1) {
      const share = part / parts;
      const joint: Junction = {
        ...from,
        id: must(junctionIds[junctions.length], 'id'),
        xMm: Math.round(from.xMm + (to.xMm - from.xMm) * share),
        yMm: Math.round(from.yMm + (to.yMm - from.yMm) * share),
      };
      segments.push({ ...last, to: joint.id });
      last = { ...tray, id: must(segmentIds[cut.length], 'id'), name: must(names[cut.length], 'name'), from: joint.id };
      junctions.push(joint);
      cut.push({ whole: tray.id, part: last.id });
    }
    segments.push(last);
  }
  const label = `Split ${namedOrCounted(found.value, 'tray')} into ${counted(parts, 'part')}`;
  return changeOf(plan, label, {
    put: { junctions, segments, groups: groupsWithParts(plan, cut), routeRules: routeRulesWithParts(plan, cut) },
  });
};

function whyNotCut(plan: Plan, tray: Segment, parts: number): { readonly is: string; readonly remedy: string } | null {
  if (tray.surveyedLengthMm !== null) {
    return { is: 'has a surveyed length, which cannot be shared out', remedy: 'clear its surveyed length first' };
  }
  if (toElevationOf(tray) !== tray.elevationMm) return { is: 'changes level, and is joined at its ends alone', remedy: 'leave it out' };
  const [from, to] = [plan.junctions.get(tray.from), plan.junctions.get(tray.to)];
  if (from?.hall !== to?.hall) return { is: 'leads from one hall to another', remedy: 'leave it out' };
  // A part is a millimeter long at least.
  return segmentLengthMm(plan, tray) < parts ? { is: 'is too short for so many parts', remedy: 'give fewer parts' } : null;
}

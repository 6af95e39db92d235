/** Cutting trays into parts of one length: every part can then be moved, widened or taken away by itself. */
import { must } from '../assert.ts';
import { fail } from '../result.ts';
import type { Junction, Plan, Segment } from '../plan/types.ts';
import { segmentLengthMm, straightLengthMm, toElevationOf } from '../survey/network.ts';
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

export interface SplitTrayAt {
  readonly id: string;
  /** Along the tray, from the end that it leads from. */
  readonly atMm: number;
  readonly junctionId: string;
  readonly segmentId: string;
}

/** Cuts each tray into so many parts; the first keeps the id and the name. */
export const splitTrays: Command<SplitTrays> = (plan, { ids, parts, junctionIds, segmentIds }) => {
  const found = findAll(plan, 'segments', ids);
  if (!found.ok) return found;
  if (!Number.isInteger(parts) || parts < 2 || parts > MOST_PARTS) {
    return refuse(`${parts} is no number of parts`, `give a whole number from 2 to ${MOST_PARTS}`);
  }
  const shares = Array.from({ length: parts - 1 }, (_, i) => (i + 1) / parts);
  const label = `Split ${namedOrCounted(found.value, 'tray')} into ${counted(parts, 'part')}`;
  return cutTrays(plan, label, found.value, shares, { junctionIds, segmentIds });
};

/** Cuts one tray in two at a distance from its first end; the first part keeps the id and the name. */
export const splitTrayAt: Command<SplitTrayAt> = (plan, { id, atMm, junctionId, segmentId }) => {
  const found = findAll(plan, 'segments', [id]);
  if (!found.ok) return found;
  const tray = must(found.value[0], id);
  const lengthMm = straightLengthMm(plan, tray);
  if (!(atMm >= 1 && atMm <= lengthMm - 1)) {
    return refuse(`${Math.round(atMm)} mm is no place on ${tray.name}`, `give a length between 0 and ${Math.round(lengthMm)} mm`);
  }
  return cutTrays(plan, `Split tray ${tray.name}`, [tray], [atMm / lengthMm], { junctionIds: [junctionId], segmentIds: [segmentId] });
};

/** Cuts each tray where its shares lie, each above zero and below one, ascending. */
function cutTrays(
  plan: Plan,
  label: string,
  trays: readonly Segment[],
  shares: readonly number[],
  { junctionIds, segmentIds }: Pick<SplitTrays, 'junctionIds' | 'segmentIds'>,
): ReturnType<Command<unknown>> {
  const needed = trays.length * shares.length;
  if (junctionIds.length < needed || segmentIds.length < needed) return refuse('the parts have too few ids', 'give one for each cut');
  const taken = findTaken(plan, 'junctions', junctionIds) ?? findTaken(plan, 'segments', segmentIds);
  if (taken !== null) return fail(taken);
  const names = freeTrayNames(plan, needed);
  const junctions: Junction[] = [];
  const segments: Segment[] = [];
  const cut: { whole: string; part: string }[] = [];
  for (const tray of trays) {
    const why = whyNotCut(plan, tray, shares.length + 1);
    if (why !== null) return refuse(`${tray.name} ${why.is}`, why.remedy);
    const [from, to] = [must(plan.junctions.get(tray.from), 'junction'), must(plan.junctions.get(tray.to), 'junction')];
    let last: Segment = tray;
    for (const share of shares) {
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
  return changeOf(plan, label, {
    put: { junctions, segments, groups: groupsWithParts(plan, cut), routeRules: routeRulesWithParts(plan, cut) },
  });
}

/** Why a tray cannot be cut into so many parts; null: it can. */
export function whyNotCut(plan: Plan, tray: Segment, parts: number): { readonly is: string; readonly remedy: string } | null {
  if (tray.surveyedLengthMm !== null) {
    return { is: 'has a surveyed length, which cannot be shared out', remedy: 'clear its surveyed length first' };
  }
  if (toElevationOf(tray) !== tray.elevationMm) return { is: 'changes level, and is joined at its ends alone', remedy: 'leave it out' };
  const [from, to] = [plan.junctions.get(tray.from), plan.junctions.get(tray.to)];
  if (from?.hall !== to?.hall) return { is: 'leads from one hall to another', remedy: 'leave it out' };
  // A part is a millimeter long at least.
  return segmentLengthMm(plan, tray) < parts ? { is: 'is too short for so many parts', remedy: 'give fewer parts' } : null;
}

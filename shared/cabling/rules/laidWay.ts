/** A way that rules give a cable in place of its shortest one, and how such ways are written into the columns. */
import { must } from '../../assert.ts';
import type { Plan } from '../../plan/types.ts';
import type { Survey } from '../../survey/types.ts';
import { overrideOfCable } from '../cableOverride.ts';
import { setUnrouted } from '../cabler.ts';
import { copyOfTable } from '../cableTable.ts';
import { overOtherWays, setLengths } from '../capacity/withDetours.ts';
import type { OtherWay } from '../capacity/detours.ts';
import { orderedLengthMm } from '../lengths.ts';
import { NONE, type Cabling } from '../types.ts';

export interface LaidWay {
  /** The link that sets the length. */
  readonly longestLink: number;
  /** Null: through the side of a baying neighbour. */
  readonly over: OtherWay | null;
  readonly pathMm: number;
  readonly pathwayMm: number;
}

/** Without a way, only a length set by hand can be ordered. */
function setOrdered(plan: Plan, cabling: Cabling, cable: number): void {
  const { cables, families } = cabling;
  const family = must(families[cables.family[cable]!], 'family');
  const { requiredMm } = overrideOfCable(plan, cabling, cable);
  cables.requiredMm[cable] = requiredMm ?? NONE;
  const chosenMm = plan.lengthPlans.get(family.id)?.lengthsMm ?? null;
  cables.orderedMm[cable] = requiredMm === null ? NONE : (orderedLengthMm(family, requiredMm, chosenMm) ?? NONE);
}

/** The cabling with some cables on other ways, null for those that have none any more. `before` as of withDetours. */
export function withLaidWays(
  plan: Plan,
  survey: Survey,
  cabling: Cabling,
  laid: ReadonlyMap<number, LaidWay | null>,
  before?: Cabling,
): Cabling {
  if (laid.size === 0) return cabling;
  const cables = copyOfTable(cabling.cables);
  const changed: Cabling = { ...cabling, cables };
  const overByCable = new Map<number, OtherWay>();
  for (const [cable, way] of [...laid].sort(([a], [b]) => a - b)) {
    if (way === null) {
      setUnrouted(cables, cable, must(cables.longestLink[cable], 'link'));
      cables.route[cable] = NONE;
      setOrdered(plan, changed, cable);
      continue;
    }
    cables.longestLink[cable] = way.longestLink;
    setLengths(plan, survey, changed, { cable, ...way });
    if (way.over !== null) overByCable.set(cable, way.over);
  }
  return overOtherWays(survey.network, changed, overByCable, before);
}

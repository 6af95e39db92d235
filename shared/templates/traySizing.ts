/** Tray sizes and fiber that a generated plan turns out to need, read off its routed cables. */
import { cableShortestWays } from '../cabling/cableAll.ts';
import { NONE, type Cabling } from '../cabling/types.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { surveyPlan } from '../survey/surveyPlan.ts';
import type { TraySize, TraySizes } from './trays.ts';

/** Sizes that makers commonly offer, by area; deeper stacks of cable than 150 mm are not laid. */
const SIZES: readonly TraySize[] = [
  { widthMm: 300, depthMm: 100 },
  { widthMm: 450, depthMm: 100 },
  { widthMm: 600, depthMm: 100 },
  { widthMm: 600, depthMm: 150 },
  { widthMm: 900, depthMm: 150 },
  { widthMm: 1200, depthMm: 150 },
];

/** Trays are planned to a quarter full, so that there is room to grow; where the largest is too small for that, up to 40 %. */
const PLANNED_SHARE = 0.25;
const MOST_SHARE = 0.4;

export const LARGEST_TRAY: TraySize = { widthMm: 1200, depthMm: 150 };

export interface Sized {
  readonly sizes: TraySizes;
  /** True when even the largest tray would be over 40 % full. */
  readonly isOverfull: boolean;
  /** Tiers with a cable that nothing on offer is long enough for. */
  readonly tooLong: ReadonlySet<string>;
}

/** Sizes for all row trays and all cross trays of a plan, one size each. */
export function sizeTrays(plan: Plan): Sized {
  const survey = surveyPlan(plan);
  const cabling = cableShortestWays(plan, survey);
  const rowMm2 = fullest(survey, cabling, 'basket');
  const crossMm2 = fullest(survey, cabling, 'ladder');
  return {
    sizes: { row: sizeFor(rowMm2), cross: sizeFor(crossMm2) },
    isOverfull: Math.max(rowMm2, crossMm2) > MOST_SHARE * areaOf(LARGEST_TRAY),
    tooLong: tiersTooLong(cabling),
  };
}

function fullest({ network }: Survey, { loads }: Cabling, kind: 'basket' | 'ladder'): number {
  return network.segments.reduce((most, segment, row) => (segment.kind === kind ? Math.max(most, loads.areaMm2[row]!) : most), 0);
}

/** The least of the common sizes that the cables fill as planned; the largest where none is enough. */
export function sizeFor(loadMm2: number): TraySize {
  return SIZES.find((size) => loadMm2 <= PLANNED_SHARE * areaOf(size)) ?? LARGEST_TRAY;
}

function areaOf({ widthMm, depthMm }: TraySize): number {
  return widthMm * depthMm;
}

/** Reach counts the ordered length, so a cable that is in stock may still be too long for the light. */
function tiersTooLong({ cables, tiers }: Cabling): Set<string> {
  const names = new Set<string>();
  for (let cable = 0; cable < cables.count; cable += 1) {
    if (cables.orderedMm[cable] === NONE) names.add(tiers[cables.tier[cable]!]!.name);
  }
  return names;
}

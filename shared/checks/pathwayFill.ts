import type { Check, Finding } from './types.ts';
import type { Segment, Settings } from '../plan/types.ts';
import { fillLimits, fillPct, isOver } from '../cabling/pathwayFill.ts';
import { must } from '../assert.ts';
import { counted, percent } from './figures.ts';
import { segmentPlace } from './segmentPlace.ts';

const MEND = 'Widen or deepen it, or lay a second pathway';

/** Pathways are not fuller than their kind allows; conduits by the number of cables in them. */
export const pathwayFill: Check = {
  codes: ['pathway.over-fill', 'pathway.high-fill'],
  title: 'Pathways are not overfilled',
  *run({ plan, survey, cabling }) {
    for (const [row, segment] of survey.network.segments.entries()) {
      const cables = must(cabling.loads.cables[row], 'load of the segment');
      if (cables === 0) continue;
      const filledPct = fillPct(segment, must(cabling.loads.areaMm2[row], 'load of the segment'), cables);
      const breach = judge(segment, cables, filledPct, plan.settings);
      if (breach === null) continue;
      yield {
        ...breach,
        ids: [segment.id],
        place: segmentPlace(plan, segment),
        message: `Pathway ${segment.name} is ${percent(filledPct)} full with ${counted(cables, 'cable')}`,
        actual: percent(filledPct),
      };
    }
  },
};

function judge(
  segment: Segment,
  cables: number,
  filledPct: number,
  settings: Settings,
): Pick<Finding, 'code' | 'severity' | 'required' | 'mend'> | null {
  const { warnPct, errorPct } = fillLimits(segment, settings, cables);
  if (isOver(filledPct, errorPct)) {
    return {
      code: 'pathway.over-fill',
      severity: 'error',
      ...(segment.kind === 'conduit'
        ? { required: `at most ${percent(errorPct)} with ${counted(cables, 'cable')}`, mend: 'Lay a wider conduit or a second one' }
        : { required: `at most ${percent(errorPct)}`, mend: MEND }),
    };
  }
  if (!isOver(filledPct, warnPct)) return null;
  return { code: 'pathway.high-fill', severity: 'warning', required: `at most ${percent(warnPct)}`, mend: MEND };
}

import type { Check, Finding } from './types.ts';
import type { Segment, Settings } from '../plan/types.ts';
import { fillPct } from '../takeoff/pathwayFill.ts';
import { must } from '../assert.ts';
import { counted, percent } from './figures.ts';
import { segmentPlace } from './segmentPlace.ts';

/** Pathways are not fuller than their kind allows; conduits by the number of cables in them. */
export const pathwayFill: Check = {
  codes: ['pathway.over-fill', 'pathway.high-fill'],
  title: 'Pathways are not overfilled',
  *run({ plan, survey, cabling }) {
    for (const [row, segment] of survey.network.segments.entries()) {
      const cables = must(cabling.loads.cables[row], 'load of the segment');
      if (cables === 0) continue;
      const filledPct = fillPct(segment, must(cabling.loads.areaMm2[row], 'load of the segment'));
      const breach = judge(segment, cables, filledPct, plan.settings.fill);
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
  fill: Settings['fill'],
): Pick<Finding, 'code' | 'severity' | 'required' | 'mend'> | null {
  if (segment.kind === 'conduit') {
    const mostPct = cables === 1 ? fill.conduitPct.one : cables === 2 ? fill.conduitPct.two : fill.conduitPct.more;
    if (filledPct <= mostPct) return null;
    return {
      code: 'pathway.over-fill',
      severity: 'error',
      required: `at most ${percent(mostPct)} with ${counted(cables, 'cable')}`,
      mend: 'Lay a wider conduit or a second one',
    };
  }
  const limits = fill.byKind[segment.kind];
  const mend = 'Widen or deepen it, or lay a second pathway';
  if (filledPct > limits.errorPct)
    return { code: 'pathway.over-fill', severity: 'error', required: `at most ${percent(limits.errorPct)}`, mend };
  if (filledPct > limits.warnPct)
    return { code: 'pathway.high-fill', severity: 'warning', required: `at most ${percent(limits.warnPct)}`, mend };
  return null;
}

import type { Check } from './types.ts';
import { isOver } from '../cabling/pathwayFill.ts';
import { must } from '../assert.ts';
import { kilogramsPerMetre } from './figures.ts';
import { segmentPlace } from './segmentPlace.ts';

/** Cables weigh no more than a pathway may carry, where its rating is known. */
export const pathwayMass: Check = {
  codes: ['pathway.overweight'],
  title: 'Pathways carry no more than their rating',
  *run({ plan, survey, cabling }) {
    for (const [row, segment] of survey.network.segments.entries()) {
      const massGPerM = must(cabling.loads.massGPerM[row], 'load of the segment');
      if (segment.massLimitGPerM === null || !isOver(massGPerM, segment.massLimitGPerM)) continue;
      yield {
        code: 'pathway.overweight',
        severity: 'error',
        ids: [segment.id],
        place: segmentPlace(plan, segment),
        message: `The cables in pathway ${segment.name} weigh more than it may carry`,
        required: `at most ${kilogramsPerMetre(segment.massLimitGPerM)}`,
        actual: kilogramsPerMetre(massGPerM),
        mend: 'Choose a stronger pathway, hang it closer, or lay a second one',
      };
    }
  },
};

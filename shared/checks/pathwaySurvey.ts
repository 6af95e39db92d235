import type { Check } from './types.ts';
import { straightLengthMm } from '../survey/network.ts';
import { TOUCHING_MM } from '../geometry/polygons.ts';
import { millimetres } from './figures.ts';
import { segmentPlace } from './segmentPlace.ts';

/** No way is shorter than the straight one: where a surveyed length is, it was measured between other ends, or what it joins has moved since. */
export const pathwaySurvey: Check = {
  codes: ['pathway.survey-short'],
  title: 'Surveyed lengths are no shorter than the straight way',
  rests: ({ plan }) => [plan.segments, plan.junctions, plan.halls],
  *run({ plan, survey }) {
    for (const segment of survey.network.segments) {
      const { surveyedLengthMm } = segment;
      if (surveyedLengthMm === null) continue;
      const straightMm = straightLengthMm(plan, segment);
      if (surveyedLengthMm >= straightMm - TOUCHING_MM) continue;
      yield {
        code: 'pathway.survey-short',
        severity: 'warning',
        ids: [segment.id],
        place: segmentPlace(plan, segment),
        message: `The surveyed length of pathway ${segment.name} is less than the straight distance between its ends`,
        required: `at least ${millimetres(straightMm)}`,
        actual: millimetres(surveyedLengthMm),
        mend: `Measure ${segment.name} again, or clear its surveyed length so that the drawn one counts`,
      };
    }
  },
};

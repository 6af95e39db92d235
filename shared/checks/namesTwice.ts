import type { Check } from './types.ts';
import type { SurveyedCabinet } from '../survey/types.ts';
import { middleOf } from '../geometry/polygons.ts';
import { must } from '../assert.ts';
import { hallContents } from './hallContents.ts';

/** Labels lead to one cabinet: no two cabinets of a hall share a name. */
export const namesTwice: Check = {
  codes: ['cabinet.name-twice'],
  title: 'Cabinet names are unique within a hall',
  *run({ plan, survey }) {
    for (const { hall, cabinets } of hallContents(plan, survey)) {
      const byName = new Map<string, SurveyedCabinet[]>();
      for (const cabinet of cabinets) {
        const same = byName.get(cabinet.cabinet.name);
        if (same === undefined) byName.set(cabinet.cabinet.name, [cabinet]);
        else same.push(cabinet);
      }
      for (const [name, same] of byName) {
        if (same.length < 2) continue;
        yield {
          code: 'cabinet.name-twice',
          severity: 'warning',
          ids: same.map(({ cabinet }) => cabinet.id),
          place: { hall: hall.id, at: middleOf(must(same[1], 'second cabinet of that name').corners) },
          message: `${same.length} cabinets of ${hall.name} are called ${name}, so labels lead astray`,
          required: 'one cabinet of that name',
          actual: `${same.length} cabinets`,
          mend: 'Rename all but one',
        };
      }
    }
  },
};

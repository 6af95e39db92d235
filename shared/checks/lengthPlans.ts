import type { Check } from './types.ts';
import { must } from '../assert.ts';
import { NONE } from '../cabling/types.ts';
import { isOffered } from '../lengths/offers.ts';
import { sortedById } from '../plan/sortedById.ts';
import { cableIds, cablePlace, listedNote, RowGroups, tierName } from './cableGroups.ts';
import { counted, metres, named } from './figures.ts';

/** The lengths chosen for a family are on offer, and serve all of its cables. One finding per family, and per tier that outgrew them. */
export const lengthPlans: Check = {
  codes: ['lengths.outgrown', 'lengths.not-offered'],
  title: 'The lengths that were chosen serve every cable',
  *run({ plan, survey, cabling }) {
    if (plan.lengthPlans.size === 0) return;
    for (const { id, lengthsMm } of sortedById(plan.lengthPlans)) {
      const family = must(plan.catalog.cableFamilies.get(id), `cable family ${id}`);
      const gone = lengthsMm.filter((lengthMm) => !isOffered(family, lengthMm));
      if (gone.length === 0) continue;
      yield {
        code: 'lengths.not-offered',
        severity: 'error',
        ids: [id],
        place: null,
        message: `${family.name} is to be ordered at ${named(gone.map(metres))}, which ${gone.length === 1 ? 'is' : 'are'} not on offer`,
        required: 'lengths on offer',
        actual: named(gone.map(metres)),
        mend: 'Choose the lengths again',
      };
    }
    const { cables } = cabling;
    const longestMm = cabling.families.map(({ id }) => plan.lengthPlans.get(id)?.lengthsMm.at(-1) ?? Infinity);
    const outgrown = new RowGroups();
    for (let cable = 0; cable < cables.count; cable += 1) {
      const orderedMm = cables.orderedMm[cable]!;
      if (orderedMm === NONE || orderedMm <= longestMm[cables.family[cable]!]!) continue;
      outgrown.add(`${cables.tier[cable]} ${cables.family[cable]}`, cable);
    }
    for (const rows of outgrown) {
      const first = must(rows[0], 'a cable');
      const family = must(cabling.families[cables.family[first]!], 'family');
      yield {
        code: 'lengths.outgrown',
        severity: 'warning',
        ids: cableIds(cabling, rows),
        place: cablePlace(survey, cabling, first),
        message: `${counted(rows.length, `${tierName(cabling, first)} cable`)} (${family.name}) need${rows.length === 1 ? 's' : ''} more than the longest length that was chosen${listedNote(rows.length)}`,
        required: `at most ${metres(longestMm[cables.family[first]!]!)}`,
        actual: `up to ${metres(rows.reduce((most, row) => Math.max(most, cables.orderedMm[row]!), 0))} ordered`,
        mend: 'Choose the lengths again',
      };
    }
  },
};

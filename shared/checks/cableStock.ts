import type { CableFamily } from '../catalog/types.ts';
import { checkCables } from './cableRule.ts';
import { must } from '../assert.ts';
import { NONE } from '../cabling/types.ts';
import { cableIds, cablePlace, listedNote, RowGroups, tierName } from './cableGroups.ts';
import { counted, metres } from './figures.ts';

/** Every required length can be bought. One finding per tier and family. */
export const cableStock = checkCables({
  codes: ['cable.over-stock'],
  title: 'Cables are on offer at the lengths required',
  grounds: () => [],
  breached:
    ({ cabling: { cables } }) =>
    (cable) =>
      cables.requiredMm[cable] !== NONE && cables.orderedMm[cable] === NONE,
  *findings({ survey, cabling }, breaching) {
    const { cables } = cabling;
    const groups = new RowGroups();
    for (const cable of breaching) groups.add(`${cables.tier[cable]} ${cables.family[cable]}`, cable);
    for (const rows of groups) {
      const first = must(rows[0], 'a cable');
      const family = must(cabling.families[must(cables.family[first], 'family of the cable')], 'family');
      let longestMm = 0;
      for (const row of rows) longestMm = Math.max(longestMm, must(cables.requiredMm[row], 'required length'));
      yield {
        code: 'cable.over-stock',
        severity: 'error',
        ids: cableIds(cabling, rows),
        place: cablePlace(survey, cabling, first),
        message: `${counted(rows.length, `${tierName(cabling, first)} cable`)} (${family.name}) need${rows.length === 1 ? 's' : ''} more than the longest on offer${listedNote(rows.length)}`,
        required: `at most ${metres(longestOffer(family))}, less ${metres(family.tolerance.minusMm)} of tolerance`,
        actual: `up to ${metres(longestMm)}`,
        mend: 'Choose a family with longer cables, or place the ends closer',
      };
    }
  },
});

function longestOffer({ supply }: CableFamily): number {
  return supply.kind === 'stock' ? Math.max(0, ...supply.lengthsMm) : supply.maxMm;
}

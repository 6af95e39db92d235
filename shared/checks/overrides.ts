import type { Check } from './types.ts';
import type { Override } from '../plan/types.ts';
import { NONE } from '../cabling/types.ts';
import { sortedById } from '../plan/sortedById.ts';
import { cablePlace } from './cableGroups.ts';
import { counted, metres, named } from './figures.ts';

/** What people set on links belongs to links that exist, and no length is set shorter than the way. */
export const overrides: Check = {
  codes: ['override.orphan', 'override.too-short', 'override.through-panels'],
  title: 'Settings on links still hold',
  *run({ plan, survey, cabling }) {
    const orphans: Override[] = [];
    for (const override of sortedById(plan.overrides)) {
      const cable = cabling.findCable(override.id);
      if (cable === null) {
        orphans.push(override);
        continue;
      }
      const channel = plan.channels.get(override.id);
      if (channel !== undefined) {
        yield {
          code: 'override.through-panels',
          severity: 'error',
          ids: [override.id],
          place: cablePlace(survey, cabling, cable),
          message: `What is set by hand on ${cabling.linkName(override.id)} holds for none of the ${counted(channel.families.length, 'cable')} that it runs through`,
          required: 'a setting on one of its cables',
          actual: 'a setting on the link',
          mend: `Take the setting off, and set it on the cable that it is meant for, such as ${cabling.cableName(cable)}`,
        };
        continue;
      }
      const pathMm = cabling.cables.pathMm[cable] ?? NONE;
      if (override.requiredMm === null || pathMm === NONE || override.requiredMm >= pathMm) continue;
      yield {
        code: 'override.too-short',
        severity: 'error',
        ids: [override.id],
        place: cablePlace(survey, cabling, cable),
        message: `The length set by hand on ${override.id} is shorter than its way`,
        required: `at least ${metres(pathMm)}`,
        actual: metres(override.requiredMm),
        mend: 'Set a longer length, or take the setting off',
      };
    }
    if (orphans.length === 0) return;
    yield {
      code: 'override.orphan',
      severity: 'warning',
      ids: orphans.map((override) => override.id),
      place: null,
      message: `${counted(orphans.length, 'setting')} on links that are gone: ${named(orphans.map(({ id }) => id))}`,
      required: 'links that exist',
      actual: `${orphans.length} gone`,
      mend: 'Bring the links back, or remove the settings',
    };
  },
};

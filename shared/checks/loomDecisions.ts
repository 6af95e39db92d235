/** What was decided about looms can be done: their cables are there, run together, and are not more than a loom holds. */
import type { Check, Finding } from './types.ts';
import { must } from '../assert.ts';
import { loomSettings, mostMembers } from '../looms/loomSettings.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Cabling } from '../cabling/types.ts';
import type { LoomDecision } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { cableIds, cablePlace } from './cableGroups.ts';
import { counted } from './figures.ts';

/** One finding per decision and kind of trouble. */
export const loomDecisions: Check = {
  codes: ['loom.cables-gone', 'loom.apart', 'loom.too-many', 'loom.pulled-from-elsewhere'],
  title: 'Looms that were bound by hand hold together',
  *run({ plan, survey, cabling }) {
    for (const decision of sortedById(plan.looms)) {
      const rows = decision.cables.flatMap((id) => cabling.findCable(id) ?? []);
      const gone = decision.cables.filter((id) => cabling.findCable(id) === null);
      if (gone.length > 0) {
        yield {
          code: 'loom.cables-gone',
          severity: 'warning',
          ids: [decision.id],
          place: null,
          message: `${nameOf(decision)} was bound of ${counted(decision.cables.length, 'cable')}, of which ${gone.length} ${gone.length === 1 ? 'is' : 'are'} no longer there`,
          required: counted(decision.cables.length, 'cable'),
          actual: counted(decision.cables.length - gone.length, 'cable'),
          mend: 'Bind the loom anew, or let the rules bind it',
        };
      }
      const [first] = rows;
      if (first === undefined || decision.make === 'none') continue;
      const { cables, families } = cabling;
      const common = { severity: 'warning', place: cablePlace(survey, cabling, first) } satisfies Partial<Finding>;
      const ways = new Set(rows.map((row) => `${cables.route[row]} ${cables.family[row]}`)).size;
      if (ways > 1) {
        yield {
          ...common,
          code: 'loom.apart',
          ids: cableIds(cabling, rows),
          message: `${nameOf(decision)} holds cables of ${counted(ways, 'way or family', 'ways or families')}, which cannot be bound as one`,
          required: 'one way and one family',
          actual: String(ways),
          mend: 'Split the loom, or let the rules bind it',
        };
      }
      const most = mostMembers(loomSettings(plan), must(families[cables.family[first]!], 'family'));
      if (rows.length > most) {
        yield {
          ...common,
          code: 'loom.too-many',
          ids: [decision.id],
          message: `${nameOf(decision)} holds ${counted(rows.length, 'cable')}`,
          required: `at most ${most}`,
          actual: String(rows.length),
          mend: 'Split the loom, or allow more cables in one in the settings',
        };
      }
      const { pulledFrom } = decision;
      const ends = new Set(rows.flatMap((row) => cabinetsOf(survey, cabling, row)));
      if (pulledFrom !== null && !ends.has(pulledFrom)) {
        const called = (id: string): string => plan.cabinets.get(id)?.name ?? `${id}, which is not in the plan`;
        yield {
          ...common,
          code: 'loom.pulled-from-elsewhere',
          ids: [decision.id],
          message: `${nameOf(decision)} is to be pulled from ${called(pulledFrom)}, where none of its cables ends`,
          required: `one of ${[...ends].map(called).sort().join(', ')}`,
          actual: called(pulledFrom),
          mend: 'Choose one of its own two ends, or let the rules choose',
        };
      }
    }
  },
};

/** Ids of the cabinets that a cable's links join. */
function cabinetsOf(survey: Survey, { cables, links }: Cabling, cable: number): string[] {
  const own = Array.from({ length: cables.linkCount[cable]! }, (_, leg) => cables.firstLink[cable]! + leg);
  return own
    .flatMap((link) => [links.aDevice[link]!, links.bDevice[link]!])
    .map((device) => must(survey.devices[device], 'device').device.cabinet);
}

function nameOf({ name }: LoomDecision): string {
  return name === null ? 'A loom' : `Loom ${name}`;
}

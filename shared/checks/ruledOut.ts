import type { Check, CheckInput, Raised } from './types.ts';
import { blamesOf, type Blame } from '../cabling/rules/blame.ts';
import { must } from '../assert.ts';
import { cabinetAt, cableIds, cablePlace, listedNote, RowGroups, tierName } from './cableGroups.ts';
import { counted, named } from './figures.ts';

/** Rules leave every cable a way. One finding for the cables of a tier that the same rules shut in. */
export const ruledOut: Check = {
  codes: ['route.no-way'],
  title: 'Rules for routes leave every cable a way',
  *run(input) {
    const { cabling } = input;
    if (cabling.rules === null) return;
    const groups = new RowGroups();
    const blameOf = blamesOf(input.plan, input.survey, cabling);
    const blames = new Map<string, Blame>();
    for (const cable of [...cabling.rules.ruledOut].sort((a, b) => a - b)) {
      const blame = blameOf(cable);
      const key = [cabling.cables.tier[cable], ...ruleIds(blame), blame.carried, blame.zones].join('\n');
      blames.set(key, blame);
      groups.add(key, cable);
    }
    for (const [key, rows] of groups.entries()) yield findingOf(input, rows, must(blames.get(key), 'blame'));
  },
};

function findingOf({ survey, cabling }: CheckInput, rows: readonly number[], blame: Blame): Raised {
  const first = must(rows[0], 'a cable');
  const [from, to] = (['a', 'b'] as const).map((end) => must(survey.cabinets[cabinetAt(survey, cabling, first, end)], 'cabinet').cabinet);
  const { pinnedBy, forbiddenBy, carried, zones } = blame;
  const causes = [
    ...(pinnedBy === null ? [] : [`${pinnedBy.name} pins places that no open way joins`]),
    ...forbiddenBy.map(({ name }) => `${name} forbids the way`),
    ...(carried === null ? [] : [`no joined run of pathways carries ${carried}`]),
    ...(zones ? ['keep-clear zones cut the way'] : []),
  ];
  const mends = [
    ...(pinnedBy === null ? [] : [`unpin a place of ${pinnedBy.name}`]),
    ...forbiddenBy.map(({ name }) => `allow a pathway that ${name} forbids`),
    ...(carried === null ? [] : [`let a pathway between them carry ${carried}`]),
    ...(zones ? ['lead a pathway around the keep-clear zones'] : []),
  ];
  const verb = rows.length === 1 ? 'has' : 'have';
  return {
    code: 'route.no-way',
    severity: 'error',
    ids: [...ruleIds(blame), ...cableIds(cabling, rows)].sort(),
    place: cablePlace(survey, cabling, first),
    message: `${counted(rows.length, `${tierName(cabling, first)} cable`)} ${verb} no way, for one from ${from?.name} to ${to?.name}: ${named(causes)}${listedNote(rows.length)}`,
    required: 'a way that keeps every rule',
    actual: 'none',
    mend: capital(mends.join(', or ')),
  };
}

function ruleIds({ pinnedBy, forbiddenBy }: Blame): string[] {
  return [...(pinnedBy === null ? [] : [pinnedBy.id]), ...forbiddenBy.map(({ id }) => id)];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

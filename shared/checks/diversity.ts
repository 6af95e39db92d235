import type { Check, CheckInput, Raised } from './types.ts';
import type { ApartOutcome } from '../cabling/diversity/keepApart.ts';
import type { Ban } from '../cabling/diversity/cableSearch.ts';
import { must } from '../assert.ts';
import { sortedById } from '../plan/sortedById.ts';
import { cableIds, cablePlace, listedNote } from './cableGroups.ts';
import { counted, named } from './figures.ts';

/** Links that stand in for each other share no pathway. One finding for each set that does, with the places that they cannot do without. */
export const diversity: Check = {
  codes: ['diversity.together', 'diversity.one-cable', 'diversity.orphan'],
  title: 'Links of a diversity group are kept apart',
  *run(input) {
    const apart = input.cabling.rules?.apart ?? [];
    yield* emptyFindings(input, new Set(apart.map(({ set }) => set.group.id)));
    for (const outcome of apart) {
      yield* orphanFindings(outcome);
      if (outcome.kind === 'together') yield togetherFinding(input, outcome);
      if (outcome.kind === 'one-cable') yield oneCableFinding(input, outcome);
    }
  },
};

/** A group by tier that no device has two cables for. */
function* emptyFindings({ plan }: CheckInput, meant: ReadonlySet<string>): Iterable<Raised> {
  for (const { id, name, members } of sortedById(plan.diversityGroups)) {
    if (meant.has(id) || members.kind === 'links') continue;
    yield {
      code: 'diversity.orphan',
      severity: 'warning',
      ids: [id],
      place: null,
      message: `${name} keeps nothing apart: no device has two cables of ${members.tier} at end ${members.end.toUpperCase()}`,
      required: 'a device with two cables of the tier',
      actual: 'none',
      mend: `Let ${name} name another tier or end, or remove it`,
    };
  }
}

type Outcome<K extends ApartOutcome['kind']> = Extract<ApartOutcome, { readonly kind: K }>;

function togetherFinding({ plan, survey, cabling }: CheckInput, { set, cables, places }: Outcome<'together'>): Raised {
  const { network } = survey;
  const nameOf = (place: Ban): string => {
    if (place.kind === 'opening') return `the ${place.opening} opening of ${must(survey.cabinets[place.cabinet], 'cabinet').cabinet.name}`;
    return network.segments[place.edge]?.name ?? `the level change ${must(network.edgeIds[place.edge], 'edge')}`;
  };
  const names = [...new Set(places.map(nameOf))];
  const segments = places.flatMap((place) => (place.kind === 'stretch' ? (network.segments[place.edge]?.id ?? []) : []));
  const at = set.device === null ? '' : ` at ${plan.devices.get(set.device)?.name ?? set.device}`;
  const cause = names.length === 0 ? 'no separate ways were found' : `both need ${named(names)}`;
  const several = names.length > 1 ? `they have only ${named(names)} between them` : cause;
  return {
    code: 'diversity.together',
    severity: 'error',
    ids: [...new Set([set.group.id, ...segments, ...cableIds(cabling, cables)])].sort(),
    place: cablePlace(survey, cabling, must(cables[0], 'a cable')),
    message: `${set.group.name}: ${counted(cables.length, 'cable')}${at} cannot be kept apart: ${several}${listedNote(cables.length)}`,
    required: `${cables.length} separate ways`,
    actual: names.length === 0 ? 'fewer' : `${names.length}`,
    mend: names.length === 0 ? 'Join their cabinets by one more run of pathways' : `Lay a second pathway past ${named(names)}`,
  };
}

function oneCableFinding({ survey, cabling }: CheckInput, { set, shared }: Outcome<'one-cable'>): Raised {
  return {
    code: 'diversity.one-cable',
    severity: 'error',
    ids: [set.group.id, cabling.cableId(shared)].sort(),
    place: cablePlace(survey, cabling, shared),
    message: `${set.group.name}: two of its links run through the same cable ${cabling.cableName(shared)}`,
    required: 'a cable for each link',
    actual: 'one cable',
    mend: 'Connect one of them by another cable, or take it out of the group',
  };
}

function* orphanFindings({ set }: ApartOutcome): Iterable<Raised> {
  const isShort = set.strands.length < 2;
  if (set.missing.length === 0 && !isShort) return;
  yield {
    code: 'diversity.orphan',
    severity: 'warning',
    ids: [set.group.id, ...set.missing].sort(),
    place: null,
    message:
      set.missing.length === 0
        ? `${set.group.name} has a single link`
        : `${set.group.name} names ${counted(set.missing.length, 'link')} that ${set.missing.length === 1 ? 'is' : 'are'} gone: ${named(set.missing)}`,
    required: 'two links or more',
    actual: counted(set.strands.length, 'link'),
    mend: isShort ? 'Add another link to the group, or remove it' : 'Bring the links back, or take them out of the group',
  };
}

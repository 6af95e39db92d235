import type { Check, CheckInput, Raised } from './types.ts';
import type { ApartOutcome } from '../cabling/diversity/keepApart.ts';
import type { SharedSide } from '../cabling/diversity/sharedSides.ts';
import type { Ban } from '../cabling/diversity/cableSearch.ts';
import { must } from '../assert.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import { cableIds, cablePlace, listedNote } from './cableGroups.ts';
import { counted, named } from './figures.ts';
import { missingScope } from './missingScope.ts';

/** Links that stand in for each other share no pathway. One finding for each set that does, with the places that they cannot do without. */
export const diversity: Check = {
  codes: ['diversity.together', 'diversity.undecided', 'diversity.side', 'diversity.one-cable', 'diversity.orphan'],
  title: 'Links of a diversity group are kept apart',
  *run(input) {
    const apart = input.cabling.rules?.apart ?? [];
    yield* emptyFindings(input, new Set(apart.map(({ set }) => set.group.id)));
    for (const outcome of apart) {
      yield* orphanFindings(outcome);
      if (outcome.kind === 'together') yield togetherFinding(input, outcome);
      if (outcome.kind === 'undecided') yield undecidedFinding(input, outcome);
      for (const side of outcome.sides) yield sideFinding(input, outcome, side);
      if (outcome.kind === 'one-cable') yield oneCableFinding(input, outcome);
    }
  },
};

/** A group by tier that no device has two cables for. */
function* emptyFindings({ plan, cabling }: CheckInput, meant: ReadonlySet<string>): Iterable<Raised> {
  for (const { id, name, members } of sortedById(plan.diversityGroups)) {
    if (meant.has(id) || members.kind === 'links') continue;
    const missing = missingScope(plan, cabling, members);
    if (missing !== null) {
      yield {
        code: 'diversity.orphan',
        severity: 'warning',
        ids: [id],
        place: null,
        message: `${name} keeps nothing apart: there is no ${missing}`,
        required: 'a fabric and a tier that are there',
        actual: `no ${missing}`,
        mend: `Let ${name} name another fabric or tier, or remove it`,
      };
      continue;
    }
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

function togetherFinding(input: CheckInput, outcome: Outcome<'together'>): Raised {
  const { survey, cabling } = input;
  const { set, cables, places, needing } = outcome;
  const { network } = survey;
  const nameOf = (place: Ban): string => {
    if (place.kind === 'opening') return `the ${place.opening} opening of ${must(survey.cabinets[place.cabinet], 'cabinet').cabinet.name}`;
    return network.segments[place.edge]?.name ?? `the level change ${must(network.edgeIds[place.edge], 'edge')}`;
  };
  const names = [...new Set(places.map(nameOf))];
  const segments = places.flatMap((place) => (place.kind === 'stretch' ? (network.segments[place.edge]?.id ?? []) : []));
  return {
    code: 'diversity.together',
    severity: 'error',
    ids: [...new Set([set.group.id, ...segments, ...cableIds(cabling, cables)])].sort(),
    place: cablePlace(survey, cabling, must(cables[0], 'a cable')),
    message: `${subjectOf(input, outcome)} cannot be kept apart: ${causeOf(names, cables.length, needing.length)}${listedNote(cables.length)}`,
    required: `${cables.length} separate ways`,
    actual: names.length === 0 ? 'fewer' : `${cables.length - Math.max(needing.length, names.length) + names.length}`,
    mend: names.length === 0 ? 'Join their cabinets by one more run of pathways' : `Lay a second pathway past ${named(names)}`,
  };
}

/** `needing` of the cables have no way but over the places named. */
function causeOf(names: readonly string[], cables: number, needing: number): string {
  if (names.length === 0) return 'whatever way one of them takes is in the way of another';
  const isAll = needing === cables || needing === 0;
  if (names.length > 1) return `${isAll ? 'they have' : `${needing} of them have`} only ${named(names)} between them`;
  const who = isAll ? (cables === 2 ? 'both' : 'all') : `${needing} of them`;
  return `${who} need ${named(names)}`;
}

function undecidedFinding(input: CheckInput, outcome: Outcome<'undecided'>): Raised {
  const { survey, cabling } = input;
  const { set, cables } = outcome;
  return {
    code: 'diversity.undecided',
    severity: 'warning',
    ids: [...new Set([set.group.id, ...cableIds(cabling, cables)])].sort(),
    place: cablePlace(survey, cabling, must(cables[0], 'a cable')),
    message: `${subjectOf(input, outcome)} were not kept apart: separate ways were neither found nor ruled out with the effort allowed${listedNote(cables.length)}`,
    required: `${cables.length} separate ways`,
    actual: 'not decided',
    mend: 'Split the group, pin some of its links to ways of their own, or lay one more run of pathways',
  };
}

/** Cables of bayed cabinets run over no pathway, so no other way is looked for. */
function sideFinding({ survey, cabling }: CheckInput, { set }: ApartOutcome, { cabinets, cables }: SharedSide): Raised {
  const [one, other] = cabinets.map((cabinet) => must(survey.cabinets[cabinet], 'cabinet').cabinet.name);
  return {
    code: 'diversity.side',
    severity: 'error',
    ids: [...new Set([set.group.id, ...cableIds(cabling, cables)])].sort(),
    place: cablePlace(survey, cabling, must(cables[0], 'a cable')),
    message: `${set.group.name}: ${counted(cables.length, 'cable')} pass through the same side from ${one} to ${other}${listedNote(cables.length)}`,
    required: 'one of them through that side',
    actual: `${cables.length}`,
    mend: 'Connect one of them to a device in another cabinet, or let no cables pass through sides',
  };
}

/** The group, its cables, and the device where they meet: with its hall, where others go by the same name. */
function subjectOf({ plan }: CheckInput, { set, cables }: ApartOutcome): string {
  const at = set.device === null ? '' : ` at ${deviceName(plan, set.device)}`;
  return `${set.group.name}: ${counted(cables.length, 'cable')}${at}`;
}

function deviceName({ devices, cabinets, halls }: Plan, id: string): string {
  const device = must(devices.get(id), 'device');
  const isAlone = ![...devices.values()].some((other) => other.id !== id && other.name === device.name);
  if (isAlone) return device.name;
  const cabinet = must(cabinets.get(device.cabinet), 'cabinet');
  return `${device.name} in ${cabinet.name}, ${must(halls.get(cabinet.hall), 'hall').name}`;
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

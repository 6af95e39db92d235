import type { Check, CheckInput, Pause, Raised } from './types.ts';
import { apartBlames, NO_BLAME, type ApartBlame } from '../cabling/diversity/apartBlame.ts';
import type { ApartOutcome } from '../cabling/diversity/keepApart.ts';
import type { SharedSide } from '../cabling/diversity/sharedSides.ts';
import type { Ban } from '../cabling/diversity/cableSearch.ts';
import { must } from '../assert.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Waypoint } from '../plan/routeRules.ts';
import type { Plan } from '../plan/types.ts';
import type { Pausing } from '../work.ts';
import { cableIds, cablePlace, listedNote } from './cableGroups.ts';
import { counted, named, oneOf } from './figures.ts';
import { missingScope } from './missingScope.ts';

/** Of so many sets it is sought out why they are left together; the others name the place alone. */
const MOST_BLAMED = 24;

/** Links that stand in for each other share no pathway. One finding for each set that does, with the places that they cannot do without. */
export const diversity: Check = {
  codes: ['diversity.together', 'diversity.undecided', 'diversity.side', 'diversity.one-cable', 'diversity.orphan'],
  title: 'Links of a diversity group are kept apart',
  *run(input) {
    const apart = input.cabling.rules?.apart ?? [];
    const together = apart.filter(({ kind }) => kind === 'together').slice(0, MOST_BLAMED);
    const blameOf = together.length === 0 ? null : apartBlames(input.plan, input.survey, input.cabling);
    yield* emptyFindings(input, new Set(apart.map(({ set }) => set.group.id)));
    for (const outcome of apart) {
      yield* orphanFindings(outcome);
      if (outcome.kind === 'together') {
        const isBlamed = blameOf !== null && together.includes(outcome);
        yield togetherFinding(input, outcome, isBlamed ? yield* paused(blameOf(outcome)) : NO_BLAME);
      }
      if (outcome.kind === 'undecided') yield undecidedFinding(input, outcome);
      for (const side of outcome.sides) yield sideFinding(input, outcome, side);
      if (outcome.kind === 'one-cable') yield oneCableFinding(input, outcome);
    }
  },
};

/** What the work gives, with its pauses. */
function* paused<T>(work: Pausing<T>): Generator<Pause, T> {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    yield 'pause';
  }
}

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

function togetherFinding(input: CheckInput, outcome: Outcome<'together'>, blame: ApartBlame): Raised {
  const { survey, cabling } = input;
  const { set, cables, needing } = outcome;
  const { network } = survey;
  const places = [...(blame.inSeries.length > 0 ? blame.inSeries : outcome.places), ...blame.shared.places];
  const segments = places.flatMap((place) => (place.kind === 'stretch' ? (network.segments[place.edge]?.id ?? []) : []));
  const rules = [...blame.pinnedBy, ...blame.forbiddenBy];
  const strandsOf = (rows: readonly number[]): number =>
    set.strands.filter((strand) => strand.some((cable) => rows.includes(cable))).length;
  const [wanted, held] = [strandsOf(cables), strandsOf(needing)];
  // Of those that need the places, as many get through as there are places.
  const most = outcome.places.length === 0 || held <= outcome.places.length ? wanted - 1 : wanted - held + outcome.places.length;
  return {
    code: 'diversity.together',
    severity: 'error',
    ids: [...new Set([set.group.id, ...rules.map(({ id }) => id), ...segments, ...cableIds(cabling, cables)])].sort(),
    place: cablePlace(survey, cabling, must(cables[0], 'a cable')),
    message: `${subjectOf(input, outcome)} cannot be kept apart: ${causeOf(input, outcome, blame)}${listedNote(cables.length)}`,
    required: `${wanted} separate ways`,
    actual: most === 1 ? '1' : `at most ${most}`,
    mend: mendOf(input, outcome, blame),
  };
}

/** Names of places; how many stretches of a pathway there are among them, where that matters. */
function namesOf({ survey }: CheckInput, places: readonly Ban[], isCounted: boolean): string[] {
  const { network } = survey;
  const nameOf = (place: Ban): string => {
    if (place.kind === 'opening') return `the ${place.opening} opening of ${must(survey.cabinets[place.cabinet], 'cabinet').cabinet.name}`;
    return network.segments[place.edge]?.name ?? `the level change ${must(network.edgeIds[place.edge], 'edge')}`;
  };
  const all = places.map(nameOf);
  return [...new Set(all)].map((name) => {
    const stretches = all.filter((other) => other === name).length;
    return isCounted && stretches > 1 ? `${stretches} stretches of ${name}` : name;
  });
}

/** `needing` of the cables have no way but over the places named. */
function causeOf(input: CheckInput, { cables, places, needing }: Outcome<'together'>, blame: ApartBlame): string {
  const why = whyOf(input, blame);
  if (places.length === 0) return `${sharedText(input, blame)}${why === '' ? '' : `, ${why}`}`;
  const isAll = needing.length === cables.length || needing.length === 0;
  const since = why === '' ? '' : `, ${why}`;
  if (places.length > 1) {
    return `${isAll ? 'they have' : `${needing.length} of them have`} only ${named(namesOf(input, places, true))} between them${since}`;
  }
  const who = isAll ? (cables.length === 2 ? 'both' : 'all') : `${needing.length} of them`;
  return `${who} need ${named(namesOf(input, blame.inSeries.length > 0 ? blame.inSeries : places, false))}${since}`;
}

/** Where no places hold them together: what they share at best. */
function sharedText(input: CheckInput, { shared: { enough, places } }: ApartBlame): string {
  if (places.length === 0) return 'whatever way one of them takes is in the way of another';
  const names = namesOf(input, places, false);
  return `whatever ways they take, ${enough === 'any' ? 'two' : 'some'} of them share a pathway, at best ${enough === 'any' ? oneOf(names) : named(names)}`;
}

function whyOf({ plan }: CheckInput, { pinnedBy, forbiddenBy, carried, zones }: ApartBlame): string {
  const causes = [
    ...pinnedBy.map(({ name, via }) => `${name} pins them to ${named(via.map((place) => pinName(plan, place)))}`),
    ...forbiddenBy.map(({ name }) => `${name} forbids other ways`),
    ...(carried === null ? [] : [`no other pathways carry ${carried}`]),
    ...(zones ? ['keep-clear zones cut other ways'] : []),
  ];
  return causes.length === 0 ? '' : `as ${named(causes)}`;
}

function pinName({ segments }: Plan, { kind, id }: Waypoint): string {
  return kind === 'segment' ? (segments.get(id)?.name ?? id) : `junction ${id}`;
}

function mendOf(
  input: CheckInput,
  { places }: Outcome<'together'>,
  { pinnedBy, forbiddenBy, carried, zones, inSeries, shared }: ApartBlame,
): string {
  const mends = [
    ...pinnedBy.map(({ name }) => `unpin a place of ${name}`),
    ...forbiddenBy.map(({ name }) => `allow a pathway that ${name} forbids`),
    ...(carried === null ? [] : [`let another pathway between them carry ${carried}`]),
    ...(zones ? ['lead a pathway around the keep-clear zones'] : []),
  ];
  // Past a place that is pinned no other pathway helps.
  if (pinnedBy.length === 0) {
    const past = namesOf(input, inSeries.length > 0 ? inSeries : places, false);
    const beside = namesOf(input, shared.places, false);
    mends.push(
      beside.length > 0
        ? `lay a second pathway past ${shared.enough === 'any' ? oneOf(beside) : beside.length > 1 ? `each of ${named(beside)}` : named(beside)}`
        : past.length === 0
          ? 'join their cabinets by one more run of pathways'
          : `lay ${places.length > 1 ? 'another' : 'a second'} pathway past ${named(past)}`,
    );
  }
  const text = mends.join(', or ');
  return text.charAt(0).toUpperCase() + text.slice(1);
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
  if (bearersOf(devices).get(device.name) === 1) return device.name;
  const cabinet = must(cabinets.get(device.cabinet), 'cabinet');
  return `${device.name} in ${cabinet.name}, ${must(halls.get(cabinet.hall), 'hall').name}`;
}

const bearersByTable = new WeakMap<Plan['devices'], ReadonlyMap<string, number>>();

/** How many devices bear each name: counted once for all findings of a plan. */
function bearersOf(devices: Plan['devices']): ReadonlyMap<string, number> {
  const known = bearersByTable.get(devices);
  if (known !== undefined) return known;
  const bearers = new Map<string, number>();
  for (const { name } of devices.values()) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  bearersByTable.set(devices, bearers);
  return bearers;
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

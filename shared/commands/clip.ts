/**
 * What is copied, as text that any program can hold: a line that says what it is, and a small plan with the things and all that they need,
 * catalog entries among it. It is read as strictly as a file, so that a paste can be trusted wherever the text came from.
 */
import { DEFAULT_SETTINGS, emptyPlan } from '../plan/emptyPlan.ts';
import { parsePlanText } from '../plan/parsePlan.ts';
import { serializePlan } from '../plan/serializePlan.ts';
import { loosened } from './notes/noteEdits.ts';
import { groupedTables } from '../plan/groups.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import type { Picked } from './picked.ts';
import type { CatalogEntry } from '../catalog/types.ts';
import type { DimensionEnd } from '../plan/drawingAids.ts';
import type { NoteSubject } from '../plan/notes.ts';
import type { Plan, PortRef } from '../plan/types.ts';

const MARK = 'Raceway things 1';

/** More than any selection that a hand makes; a plan goes by its file. */
const MOST_CHARACTERS = 32_000_000;

interface Thing {
  readonly id: string;
}

/**
 * The things with what stands in them and between them: devices, links, trunks and ways through panels that both ends come along of,
 * groups and dimensions that are whole, and the chosen notes, which stay tied to what comes along. Null: there is nothing of it in the plan.
 */
export function clipOf(
  plan: Plan,
  picked: Picked & { readonly doors?: readonly string[]; readonly dimensions?: readonly string[]; readonly notes?: readonly string[] },
): Plan | null {
  const cabinets = some(plan.cabinets, picked.cabinets);
  const obstacles = some(plan.obstacles, picked.obstacles);
  const doors = some(plan.doors, picked.doors);
  const segments = some(plan.segments, picked.segments);
  const junctions = some(
    plan.junctions,
    [...segments.values()].flatMap(({ from, to }) => [from, to]),
  );
  const devices = filtered(plan.devices, ({ cabinet }) => cabinets.has(cabinet));
  const isHere = ({ device }: PortRef): boolean => devices.has(device);
  const links = filtered(plan.links, ({ a, b }) => isHere(a) && isHere(b));
  const trunks = filtered(plan.trunks, ({ legs }) => legs.every(({ a, b }) => isHere(a) && isHere(b)));
  const channels = filtered(plan.channels, ({ id, stops }) => links.has(id) && stops.every(({ device }) => devices.has(device)));
  const overrides = filtered(plan.overrides, ({ id }) => links.has(id));
  const members = { cabinets, obstacles, segments };
  const groups = filtered(plan.groups, (group) => group.members.every(({ kind, id }) => members[groupedTables[kind]].has(id)));
  const chosen = new Set(picked.dimensions);
  const isTied = (end: DimensionEnd): boolean =>
    end.kind === 'place'
      ? false
      : end.kind === 'hall'
        ? false
        : { cabinet: cabinets, obstacle: obstacles, junction: junctions }[end.kind].has(end.id);
  const dimensions = filtered(
    plan.dimensions,
    ({ id, a, b }) => (isTied(a) && isTied(b)) || (chosen.has(id) && [a, b].every((end) => end.kind === 'place' || isTied(end))),
  );
  const isNoted = ({ kind, id }: NoteSubject): boolean =>
    kind === 'cable' ? links.has(id) || trunks.has(id) : { cabinet: cabinets, obstacle: obstacles, segment: segments }[kind].has(id);
  const notes = new Map(
    [...some(plan.notes, picked.notes)].map(([id, note]) => [id, note.about === null || isNoted(note.about) ? note : loosened(plan, note)]),
  );
  const halls = new Set([
    ...[
      ...cabinets.values(),
      ...obstacles.values(),
      ...doors.values(),
      ...junctions.values(),
      ...dimensions.values(),
      ...notes.values(),
    ].map(({ hall }) => hall),
  ]);
  if (halls.size !== 1) return null;
  const families = [
    ...[...links.values()].map(({ parts }) => parts.family),
    ...[...trunks.values()].map(({ family }) => family),
    ...[...channels.values()].flatMap((channel) => channel.families),
    ...[...overrides.values()].map(({ family }) => family),
  ];
  const optics = [...links.values()].flatMap(({ parts }) => [parts.transceiverA, parts.transceiverB]);
  const known = (ids: readonly (string | null)[]): string[] => ids.filter((id) => id !== null);
  return {
    ...emptyPlan('Copied'),
    settings: { ...DEFAULT_SETTINGS, labourProfile: plan.settings.labourProfile },
    catalog: {
      cabinetModels: some(
        plan.catalog.cabinetModels,
        [...cabinets.values()].map(({ model }) => model),
      ),
      deviceTypes: some(
        plan.catalog.deviceTypes,
        [...devices.values()].map(({ type }) => type),
      ),
      transceivers: some(plan.catalog.transceivers, known(optics)),
      cableFamilies: some(plan.catalog.cableFamilies, known(families)),
      labourProfiles: new Map(),
    },
    halls: some(plan.halls, [...halls]),
    cabinets,
    obstacles,
    doors,
    segments,
    junctions,
    devices,
    links,
    trunks,
    channels,
    overrides,
    groups,
    dimensions,
    notes,
  };
}

export function clipText(clip: Plan): string {
  return `${MARK}\n${serializePlan(clip)}`;
}

/** Whether a text was copied here, or means to have been. */
export function isClipText(text: string): boolean {
  return text.startsWith('Raceway things ');
}

/** The things in a text from the clipboard. */
export function parseClip(text: string): Result<Plan, UserError> {
  const end = text.indexOf('\n');
  const remedy = 'copy the things again';
  if (!isClipText(text) || end < 0)
    return fail({
      code: 'clip.foreign',
      message: 'the clipboard holds no things of a plan',
      remedy: 'copy cabinets, trays, obstacles or doors first',
    });
  const mark = text.slice(0, end).trimEnd();
  if (mark !== MARK) return fail({ code: 'clip.newer', message: 'the clipboard was written by another release of Raceway', remedy });
  if (text.length > MOST_CHARACTERS)
    return fail({ code: 'clip.too-large', message: 'the clipboard holds too much at once', remedy: 'copy fewer things' });
  const plan = parsePlanText(text.slice(end + 1));
  if (!plan.ok) return fail({ code: 'clip.damaged', message: `the clipboard’s text is damaged: ${plan.error.message}`, remedy });
  return ok(plan.value);
}

function some<T extends Thing | CatalogEntry>(table: ReadonlyMap<string, T>, ids: readonly string[] = []): ReadonlyMap<string, T> {
  return new Map(
    [...new Set(ids)].flatMap((id) => {
      const thing = table.get(id);
      return thing === undefined ? [] : [[id, thing] as const];
    }),
  );
}

function filtered<T extends Thing>(table: ReadonlyMap<string, T>, keeps: (thing: T) => boolean): ReadonlyMap<string, T> {
  return new Map([...table].filter(([, thing]) => keeps(thing)));
}

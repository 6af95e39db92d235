/** Finding commands and things of the plan by their words, and going to one. */
import { wordsOf } from '../../shared/plan/notes.ts';
import type { Plan, Segment } from '../../shared/plan/types.ts';
import { hasPlan, type Action } from '../actions/action.ts';
import { actions, findAction } from '../actions/actionTable.ts';
import type { Planner } from '../state/plannerContext.ts';
import { pathwayKindName } from '../panels/pathwayKinds.ts';
import { filterCatalog, type MakerModels } from '../panels/filterCatalog.ts';
import type { Thing } from '../state/sessionStore.ts';
import { viewActionsNamed } from '../tools/savedViews.ts';
import { takeModel } from '../tools/placeActions.ts';

export interface Found {
  readonly thing: Thing;
  readonly name: string;
  /** What it is or where it stands. */
  readonly aside: string;
  readonly tier?: string;
}

/** More of a kind than anybody reads are not listed; another letter narrows them. */
export const EACH_KIND = 50;

/** Commands whose name, keys or further words have all the words (in lower case), those whose name begins so first; with no words, all. */
function commandsNamed(words: string): readonly Action[] {
  const wanted = words.split(/\s+/);
  return actions
    .filter(({ id, label, shortcut, words: more = '' }) => {
      const text = `${label} ${shortcut ?? ''} ${more}`.toLowerCase();
      return id !== 'view.palette' && wanted.every((word) => text.includes(word));
    })
    .map((action) => ({ action, rank: words === '' ? 0 : rankOf(action.label.toLowerCase(), words) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ action }) => action);
}

/** 0: begins with the words, 1: one of its own words does, 2: has them anywhere, 3: has them not as they stand. */
function rankOf(label: string, words: string): number {
  if (label.startsWith(words)) return 0;
  if (label.includes(` ${words}`)) return 1;
  return label.includes(words) ? 2 : 3;
}

export function findCommands(planner: Planner, words: string): readonly Action[] {
  return [...commandsNamed(words).filter(({ enabled }) => enabled(planner)), ...viewActionsNamed(planner, words)];
}

/** Commands of these words that cannot be done now; none without words. */
export function findCommandsOutOfReach(planner: Planner, words: string): readonly Action[] {
  return words === '' ? [] : commandsNamed(words).filter(({ enabled }) => !enabled(planner));
}

/** Fewer letters than this name too many models. */
const LEAST_MODEL_WORDS = 2;

/** `Place APC AR3355…`: models of the catalog that have all the words (in lower case); each is taken into the hand. */
export function findModels(catalog: readonly MakerModels[], words: string): readonly Action[] {
  const wanted = words.replace(/^place\s+/, '');
  if (wanted.length < LEAST_MODEL_WORDS) return [];
  return filterCatalog(catalog, wanted)
    .flatMap(({ maker, models }) => models.map((model) => ({ maker, model })))
    .slice(0, EACH_KIND)
    .map(({ maker, model }) => ({
      id: `place.${model.id}`,
      label: `Place ${model.name.startsWith(maker) ? '' : `${maker} `}${model.name}${model.sku === null ? '' : `, ${model.sku}`}…`,
      shortcut: null,
      group: 'tool',
      enabled: hasPlan,
      run: (planner) => takeModel(planner, model),
    }));
}

/**
 * Things whose name holds the words (in lower case): whole names first, then beginnings, then the rest, then pathways of
 * such a kind, as `conduit` or `riser`; among equals halls lead. With several halls each thing says in which it is.
 */
export function findThings(plan: Plan, words: string): readonly Found[] {
  const found: { readonly found: Found; readonly rank: number }[] = [];
  const inHall = (hall: string | undefined): string =>
    plan.halls.size > 1 && hall !== undefined ? `, ${plan.halls.get(hall)?.name ?? hall}` : '';
  const take = <T extends { readonly name: string }>(things: Iterable<T>, foundOf: (thing: T) => Omit<Found, 'name'>): void => {
    const named = [...things].map((thing) => {
      const rank = rankOfName(thing.name, words);
      return { thing, rank: rank === NOT_NAMED && isPathway(foundOf(thing), words) ? OF_SUCH_KIND : rank };
    });
    const wanted = named.filter(({ rank }) => rank < NOT_NAMED).sort((one, other) => one.rank - other.rank);
    for (const { thing, rank } of wanted.slice(0, EACH_KIND)) found.push({ found: { name: thing.name, ...foundOf(thing) }, rank });
  };
  take(plan.halls.values(), ({ id }) => ({ thing: { kind: 'hall', id }, aside: 'hall' }));
  take(plan.cabinets.values(), ({ id, row, hall }) => ({
    thing: { kind: 'cabinet', id },
    aside: `cabinet${row === null ? '' : `, row ${row}`}${inHall(hall)}`,
  }));
  take(plan.devices.values(), ({ id, role, cabinet }) => ({
    thing: { kind: 'device', id },
    aside: `${role} in ${plan.cabinets.get(cabinet)?.name ?? cabinet}${inHall(plan.cabinets.get(cabinet)?.hall)}`,
  }));
  take(plan.segments.values(), (segment) => ({ thing: { kind: 'segment', id: segment.id }, aside: segmentAside(plan, segment, inHall) }));
  take(plan.obstacles.values(), ({ id, kind, hall }) => ({ thing: { kind: 'obstacle', id }, aside: `${kind}${inHall(hall)}` }));
  take(plan.doors.values(), ({ id, hall }) => ({ thing: { kind: 'door', id }, aside: `door${inHall(hall)}` }));
  // By their words; `note 3` by number.
  for (const note of plan.notes.values()) {
    const { id, number, state, hall } = note;
    const text = wordsOf(note);
    const rank = Math.min(rankOfName(text, words), rankOfName(`note ${number}`, words));
    if (words !== '' && rank < NOT_NAMED)
      found.push({
        found: {
          thing: { kind: 'note', id },
          name: text === '' ? `Note ${number}` : text,
          aside: `note ${number}, ${state}${inHall(hall)}`,
        },
        rank,
      });
  }
  return found.sort((one, other) => one.rank - other.rank).map(({ found: one }) => one);
}

/** Other kinds have too many of each, and commands of that name. */
function isPathway({ thing, aside }: Omit<Found, 'name'>, kind: string): boolean {
  return thing.kind === 'segment' && aside.toLowerCase().startsWith(kind);
}

/** `Riser, Hall 1`, `Conduit, Hall 1 to Hall 2`, `Basket tray`. */
function segmentAside(
  { junctions, halls }: Plan,
  { kind, from, to, elevationMm, toElevationMm }: Segment,
  inHall: (hall?: string) => string,
): string {
  const [fromHall, toHall] = [from, to].map((id) => junctions.get(id)?.hall ?? '');
  const name = (toElevationMm ?? elevationMm) === elevationMm ? pathwayKindName(kind) : `Riser, ${pathwayKindName(kind).toLowerCase()}`;
  if (fromHall === toHall) return `${name}${inHall(fromHall)}`;
  return `${name}, ${[fromHall, toHall].map((id) => halls.get(id ?? '')?.name ?? id).join(' to ')}`;
}

/** Ranks of names that do not hold the words. */
const OF_SUCH_KIND = 3;
const NOT_NAMED = 4;

/** 0: the whole name, 1: its beginning, 2: within it, NOT_NAMED: not in it. */
function rankOfName(name: string, words: string): number {
  const lower = name.toLowerCase();
  return lower === words ? 0 : lower.startsWith(words) ? 1 : lower.includes(words) ? 2 : NOT_NAMED;
}

/** Selects a thing and brings it into view: in the elevation what stands there, everything else on the plan. */
export function goTo(planner: Planner, thing: Thing): void {
  const stays = planner.session.getState().mode === 'elevation' && (thing.kind === 'cabinet' || thing.kind === 'device');
  planner.session.setState({ mode: stays ? 'elevation' : 'plan', selection: [thing] });
  if (!stays) findAction('view.zoom-selection')?.run(planner);
}

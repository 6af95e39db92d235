/**
 * A drag of things: it moves them, with Alt it copies them, and a junction that is dropped on another is merged with it.
 * Shift keeps to one axis, Ctrl suspends snapping, a typed length sets how far along the drag.
 */
import { duplicateThings, idsForCopies, type Copies } from '../../shared/commands/duplicate.ts';
import { must } from '../../shared/assert.ts';
import { joinToTray, type JoinToTray } from '../../shared/commands/joinToTray.ts';
import { mergeJunctions } from '../../shared/commands/junctions.ts';
import { moveThings } from '../../shared/commands/move.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { LockableLayer } from '../state/sessionStore.ts';
import { sizeText } from '../../shared/quantities.ts';
import { copiesOf } from './duplicateActions.ts';
import { gapGuides } from './gaps.ts';
import { thingsHeld, type Held } from './holding.ts';
import { lockedLayer, lockedText } from './locks.ts';
import { typedEnd, typedText, typedWith } from './sketch.ts';
import { shiftBox, snapBox } from './snapping.ts';
import { nearestTray, onLine } from './traySnap.ts';
import type { KeyInput, Modifiers, PointerInput, ToolContext } from './tool.ts';

/** Lines within this many pixels pull. */
export const SNAP_PX = 8;

export interface Moving {
  readonly name: 'moving';
  readonly start: Point;
  readonly at: Point;
  readonly keys: Modifiers;
  readonly held: Held;
  /** Length along the drag as far as it is typed. */
  readonly typed: string;
  /** Ids for copies, once they were wanted: each copy keeps its own while it moves. */
  readonly copies: Copies | null;
  /** Id for the second part of a tray that is cut to join it, once one was wanted. */
  readonly partId: string | null;
  /** The last try, run on release. */
  readonly outcome: Outcome;
}

type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'move' | 'copy'; readonly dxMm: number; readonly dyMm: number }
  | { readonly kind: 'merge'; readonly id: string; readonly into: string }
  | { readonly kind: 'join'; readonly args: JoinToTray }
  /** Part of what is held must stay where it is, so all of it does. */
  | { readonly kind: 'locked'; readonly layer: LockableLayer };

export function beginMove(held: Held, start: Point, input: PointerInput, context: ToolContext): Moving {
  const state: Moving = {
    name: 'moving',
    start,
    at: input.at,
    keys: input,
    held,
    typed: '',
    copies: null,
    partId: null,
    outcome: { kind: 'none' },
  };
  return tryMove(state, context);
}

/** Shows what a release would do. */
export function tryMove(state: Moving, context: ToolContext): Moving {
  const layout = context.layout();
  if (layout === null) return state;
  const { held, keys } = state;
  const { units, ortho } = context.session();
  const { cabinets, obstacles, segments } = held.picked;
  const isCopy = keys.alt && cabinets.length + obstacles.length + segments.length + held.what.notes.length > 0;
  const locked = isCopy ? null : lockedLayer(context.session(), thingsHeld(held));
  if (locked !== null) {
    context.show({ problem: lockedText(locked) });
    return { ...state, outcome: { kind: 'locked', layer: locked } };
  }
  const into = state.typed === '' ? junctionUnder(state, context) : null;
  const [only] = held.what.junctions;
  if (into !== null && only !== undefined) {
    const place = layout.pathways.junctions.get(into)!;
    const guides = [{ kind: 'joint', from: place, to: place, text: null } as const];
    context.attempt(mergeJunctions, { id: only, into }, { moving: held.moving, guides, text: 'joins the junction there' });
    return { ...state, outcome: { kind: 'merge', id: only, into } };
  }
  const joining = into === null && only !== undefined && state.typed === '' ? tryJoin(state, only, context) : null;
  if (joining !== null) return joining;
  const free = [state.at.xMm - state.start.xMm, state.at.yMm - state.start.yMm] as const;
  const isOneAxis = keys.shift || ortho;
  const [dx, dy] = !isOneAxis ? free : Math.abs(free[0]) >= Math.abs(free[1]) ? [free[0], 0] : [0, free[1]];
  const typed = typedVector(state, context);
  const pulled = typed === null ? snapped(state, dx, dy, isOneAxis, context) : { dxMm: typed[0], dyMm: typed[1], guides: [] };
  const { dxMm, dyMm } = pulled;
  const box = shiftBox(held.box, dxMm, dyMm);
  const among = held.what.cabinets.length + held.what.obstacles.length === 0 ? 'trays' : 'floor';
  const verb = isCopy ? 'copied' : 'moved';
  const by = `${verb} by ${sizeText(dxMm, units)}, ${sizeText(dyMm, units)}`;
  const aids = {
    guides: [...pulled.guides, ...gapGuides(layout, box, isCopy ? new Set<string>() : held.moving, units, among)],
    text: [state.typed === '' ? by : `distance ${typedText(state.typed, units)} · ${by} · Enter sets it`, alongText(state, isCopy, context)]
      .flat()
      .join(' · '),
  };
  if (!isCopy) {
    context.attempt(moveThings, { ...held.what, dxMm, dyMm }, { ...aids, moving: held.moving });
    return { ...state, outcome: dxMm === 0 && dyMm === 0 ? { kind: 'none' } : { kind: 'move', dxMm, dyMm } };
  }
  const copies = state.copies ?? idsForCopies(context.plan(), { ...held.picked, notes: held.what.notes }, context.newIds);
  context.attempt(duplicateThings, { ...copies, dxMm, dyMm }, { ...aids, moving: new Set(copiesOf(copies).map(({ id }) => id)) });
  return { ...state, copies, outcome: dxMm === 0 && dyMm === 0 ? { kind: 'none' } : { kind: 'copy', dxMm, dyMm } };
}

/** Over a tray a single held junction joins it there; null: there is none, or snapping is off. */
function tryJoin(state: Moving, junction: string, context: ToolContext): Moving | null {
  const layout = context.layout();
  if (layout === null || !mayJoin(state, context)) return null;
  const { camera } = context.session();
  const tray = nearestTray(layout, state.at, SNAP_PX / camera.pxPerMm, state.held.moving);
  if (tray === null) return null;
  const exact = onLine(tray, state.at);
  const place = { xMm: Math.round(exact.xMm), yMm: Math.round(exact.yMm) };
  const partId = state.partId ?? must(context.newIds('segments', 1)[0], 'id');
  const args = { junction, tray: tray.segment.id, ...place, newId: partId };
  const guides = [{ kind: 'newJoint', from: place, to: place, text: null } as const];
  context.attempt(joinToTray, args, { moving: state.held.moving, guides, text: `joins ${tray.segment.name} here` });
  return { ...state, partId, outcome: { kind: 'join', args } };
}

/** Trays that stay where they are at their other end, and so bend: `T2 and T3 bend along`; empty: none do. */
function alongText({ held }: Moving, isCopy: boolean, context: ToolContext): readonly string[] {
  const moved = new Set(held.what.junctions);
  if (isCopy || moved.size === 0) return [];
  const bent: string[] = [];
  for (const { from, to, name } of context.plan().segments.values()) if (moved.has(from) !== moved.has(to)) bent.push(name);
  if (bent.length === 0) return [];
  const names = bent.sort().slice(0, 3).join(', ');
  return [`${bent.length > 3 ? `${names} and ${bent.length - 3} more` : names} ${bent.length === 1 ? 'bends' : 'bend'} along`];
}

/** Does what was tried last. */
export function drop({ held, copies, outcome }: Moving, context: ToolContext): void {
  switch (outcome.kind) {
    case 'none':
      context.show(null);
      return;
    case 'locked':
      context.show(null);
      context.tellLocked(outcome.layer);
      return;
    case 'move':
      context.commit(moveThings, { ...held.what, dxMm: outcome.dxMm, dyMm: outcome.dyMm });
      return;
    case 'merge':
      if (context.commit(mergeJunctions, { id: outcome.id, into: outcome.into })) selectMerged(outcome.into, context);
      return;
    case 'join':
      context.commit(joinToTray, outcome.args);
      return;
    case 'copy':
      if (copies === null || !context.commit(duplicateThings, { ...copies, dxMm: outcome.dxMm, dyMm: outcome.dyMm })) return;
      context.rememberCopies(copies);
      context.select(copiesOf(copies));
      return;
  }
}

/** What was selected stays so, as the tray whose end was dragged; else the junction. */
function selectMerged(into: string, context: ToolContext): void {
  const { segments } = context.plan();
  const kept = context.session().selection.filter(({ kind, id }) => kind !== 'junction' && (kind !== 'segment' || segments.has(id)));
  context.select(kept.length > 0 ? kept : [{ kind: 'junction', id: into }]);
}

/** Figures and units are typed; modifiers count at once, also while the pointer rests. Undefined: not a key of the drag. */
export function keyOfMove(state: Moving, input: KeyInput, context: ToolContext): Moving | undefined {
  const { key, shift, alt, ctrl } = input;
  if (isModifier(key)) return tryMove({ ...state, keys: { shift, alt, ctrl } }, context);
  if (key === 'Backspace') return state.typed === '' ? state : tryMove({ ...state, typed: state.typed.slice(0, -1) }, context);
  if (ctrl) return undefined;
  const typed = typedWith(state.typed, key);
  return typed === null ? undefined : tryMove({ ...state, typed }, context);
}

export function isModifier(key: string): boolean {
  return key === 'Alt' || key === 'Shift' || key === 'Control' || key === 'Meta';
}

/** As typed: a length along the axis that the drag follows, or wherever @ leads; null while nothing or no length is typed. */
function typedVector({ typed, start, at }: Moving, context: ToolContext): readonly [number, number] | null {
  if (typed === '') return null;
  const [dx, dy] = [at.xMm - start.xMm, at.yMm - start.yMm];
  const towards = Math.abs(dx) >= Math.abs(dy) ? { xMm: dx, yMm: 0 } : { xMm: 0, yMm: dy };
  const end = typedEnd({ xMm: 0, yMm: 0 }, towards, typed, context.session().units);
  return end === null ? null : [end.xMm, end.yMm];
}

function snapped({ held, keys }: Moving, dx: number, dy: number, isOneAxis: boolean, context: ToolContext) {
  const layout = context.layout()!;
  const { snap, snapTo, units, camera } = context.session();
  const pulled = snapBox(layout, shiftBox(held.box, dx, dy), {
    toleranceMm: SNAP_PX / camera.pxPerMm,
    moving: held.moving,
    enabled: snap && !keys.ctrl,
    to: snapTo,
    units,
  });
  return {
    dxMm: isOneAxis && dx === 0 ? 0 : Math.round(dx + pulled.dxMm),
    dyMm: isOneAxis && dy === 0 ? 0 : Math.round(dy + pulled.dyMm),
    guides: pulled.guides,
  };
}

/** The junction that a single held junction is over; null: none, or snapping is off. */
function junctionUnder(state: Moving, context: ToolContext): string | null {
  const { held, at } = state;
  const [only] = held.what.junctions;
  const { camera } = context.session();
  if (!mayJoin(state, context)) return null;
  let best: string | null = null;
  let leastPx = SNAP_PX;
  for (const [id, place] of context.layout()?.pathways.junctions ?? []) {
    const distancePx = Math.hypot(place.xMm - at.xMm, place.yMm - at.yMm) * camera.pxPerMm;
    if (id !== only && distancePx <= leastPx) [best, leastPx] = [id, distancePx];
  }
  return best;
}

/** Whether a junction alone is held, and things pull it. */
function mayJoin({ held, keys }: Moving, context: ToolContext): boolean {
  const { what } = held;
  const { snap, snapTo } = context.session();
  const others = [what.junctions.slice(1), what.cabinets, what.obstacles, what.underlays, what.doors, what.notes];
  if (what.junctions.length === 0 || others.some((things) => things.length > 0)) return false;
  return snap && snapTo.things && !keys.ctrl;
}

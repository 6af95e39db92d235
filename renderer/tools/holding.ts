/** What a drag takes hold of: the end of a selected tray, the selection, or the thing under the pointer with its group. */
import type { MoveThings } from '../../shared/commands/move.ts';
import type { Picked } from '../../shared/commands/picked.ts';
import { boxOfUnderlay } from '../../shared/drawings/underlayPlace.ts';
import { boxAroundBoxes, boxAround, type Box, type Point } from '../../shared/geometry/shapes.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import { isSelected, selectedIds, type Thing } from '../state/sessionStore.ts';
import { withGroups } from './grouping.ts';
import type { ToolContext } from './tool.ts';

export interface Held {
  readonly what: Required<Omit<MoveThings, 'dxMm' | 'dyMm'>>;
  /** What a copy of it copies. */
  readonly picked: Required<Picked>;
  readonly box: Box;
  /** Ids of all that moves or stretches. */
  readonly moving: ReadonlySet<string>;
}

/** The junction at an end of a selected tray (or selected itself) within reach of a place; null: none. */
export function junctionAt(context: ToolContext, at: Point, reachPx: number): string | null {
  const { selection, camera } = context.session();
  const pathways = context.layout()?.pathways;
  if (pathways === undefined) return null;
  const ends = selectedIds(selection, 'segment').flatMap((id) => {
    const segment = pathways.byId.get(id)?.segment;
    return segment === undefined ? [] : [segment.from, segment.to];
  });
  const reach = [...ends, ...selectedIds(selection, 'junction')].find((id) => {
    const place = pathways.junctions.get(id);
    return place !== undefined && Math.hypot(place.xMm - at.xMm, place.yMm - at.yMm) * camera.pxPerMm <= reachPx;
  });
  return reach ?? null;
}

/** A junction alone, with all that joins there. */
export function holdJunction(context: ToolContext, id: string): Held | null {
  const layout = context.layout();
  return layout === null ? null : heldOf(context.plan(), layout, [{ kind: 'junction', id }]);
}

/** The selection when the thing is in it, else the thing with its group, which it selects. Reaching inside takes it without its group. */
export function holdThing(context: ToolContext, thing: Thing, reachesInside: boolean): Held | null {
  const layout = context.layout();
  if (layout === null) return null;
  const plan = context.plan();
  const grabbed = carrier(plan, thing);
  const { selection } = context.session();
  const isOfSelection = isSelected(selection, grabbed) || isSelected(selection, thing);
  const own = reachesInside ? [grabbed] : withGroups(plan, [grabbed]);
  const held = heldOf(plan, layout, isOfSelection ? selection.map((one) => carrier(plan, one)) : own);
  if (held !== null && !isOfSelection) context.select(own);
  return held;
}

/** What of these things can move; null: nothing. */
export function heldOf(plan: Plan, layout: HallLayout, things: readonly Thing[]): Held | null {
  const cabinets = new Set<string>();
  const obstacles = new Set<string>();
  const segments = new Set<string>();
  const junctions = new Set<string>();
  const doors = new Set<string>();
  const underlays = new Set<string>();
  const notes = new Set<string>();
  const boxes: Box[] = [];
  for (const { kind, id } of things) {
    if (kind === 'cabinet') {
      const placed = layout.cabinets.byId.get(id);
      if (placed !== undefined) boxes.push(placed.box);
      if (placed !== undefined) cabinets.add(id);
    } else if (kind === 'obstacle') {
      const placed = layout.obstacles.find(({ obstacle }) => obstacle.id === id);
      if (placed !== undefined) boxes.push(placed.box);
      if (placed !== undefined) obstacles.add(id);
    } else if (kind === 'door') {
      const placed = layout.doors.find(({ door }) => door.id === id);
      if (placed !== undefined) boxes.push(boxAround([placed.from, placed.to]));
      if (placed !== undefined) doors.add(id);
    } else if (kind === 'underlay') {
      const underlay = layout.underlays.find((one) => one.id === id);
      if (underlay !== undefined) boxes.push(boxOfUnderlay(underlay));
      if (underlay !== undefined) underlays.add(id);
    } else if (kind === 'note') {
      const placed = layout.notes.find(({ note }) => note.id === id);
      if (placed !== undefined) boxes.push(placed.box);
      if (placed !== undefined) notes.add(id);
    } else if (kind === 'segment') {
      const placed = layout.pathways.byId.get(id);
      if (placed === undefined) continue;
      segments.add(id);
      junctions.add(placed.segment.from).add(placed.segment.to);
      boxes.push(placed.box);
    } else if (kind === 'junction') {
      const place = layout.pathways.junctions.get(id);
      if (place !== undefined) boxes.push(boxAround([place]));
      if (place !== undefined) junctions.add(id);
    }
  }
  if (boxes.length === 0) return null;
  const stretched =
    junctions.size === 0 ? [] : [...plan.segments.values()].filter(({ from, to }) => junctions.has(from) || junctions.has(to));
  return {
    what: {
      cabinets: [...cabinets],
      obstacles: [...obstacles],
      junctions: [...junctions],
      doors: [...doors],
      underlays: [...underlays],
      notes: [...notes],
    },
    picked: { cabinets: [...cabinets], obstacles: [...obstacles], segments: [...segments] },
    box: boxAroundBoxes(boxes),
    moving: new Set([...cabinets, ...obstacles, ...doors, ...underlays, ...notes, ...junctions, ...stretched.map(({ id }) => id)]),
  };
}

/** All that moves as things of the plan. */
export function thingsHeld({ what: { cabinets, obstacles, junctions, doors, underlays, notes } }: Pick<Held, 'what'>): Thing[] {
  return [
    ...cabinets.map((id): Thing => ({ kind: 'cabinet', id })),
    ...obstacles.map((id): Thing => ({ kind: 'obstacle', id })),
    ...junctions.map((id): Thing => ({ kind: 'junction', id })),
    ...doors.map((id): Thing => ({ kind: 'door', id })),
    ...underlays.map((id): Thing => ({ kind: 'underlay', id })),
    ...notes.map((id): Thing => ({ kind: 'note', id })),
  ];
}

/** A device is moved by moving its cabinet. */
function carrier(plan: Plan, thing: Thing): Thing {
  if (thing.kind !== 'device') return thing;
  const device = plan.devices.get(thing.id);
  return device === undefined ? thing : { kind: 'cabinet', id: device.cabinet };
}

/** Selecting by likeness, hiding, isolating, locking. */
import type { HallLayout } from '../canvas/hallLayout.ts';
import { shownLayout } from '../canvas/shownLayout.ts';
import type { Dimension } from '../../shared/plan/drawingAids.ts';
import type { Note } from '../../shared/plan/notes.ts';
import type { Planner } from '../state/plannerContext.ts';
import { layerOf, lockableLayers, NO_VEIL, selectedIds, thingKey, type LockableLayer, type Thing } from '../state/sessionStore.ts';
import { EVERY_LEVEL } from '../state/pathwayLevels.ts';
import { lockedLayer, lockedNotice, lockedText } from './locks.ts';

/** What of the hall is shown and not stepped back; null while there is no hall. */
function front(planner: Planner): HallLayout | null {
  const layout = planner.layout();
  return layout === null ? null : shownLayout(layout, planner.session.getState()).front;
}

/** All that can be selected in the layer that is worked in: that of the selection, else the cabinets. */
export function selectAll(planner: Planner): void {
  const layout = front(planner);
  const { selection, locks, layers } = planner.session.getState();
  const [first] = selection;
  const layer = (first === undefined ? null : layerOf(first)) ?? 'cabinets';
  if (layout === null) return;
  if (locks[layer] || !layers[layer]) {
    const text = locks[layer] ? lockedText(layer) : `The ${layer} layer is hidden; show it first`;
    planner.session.setState({ notice: { text, tone: 'error' } });
    return;
  }
  planner.session.select(thingsOfLayer(layout, layer));
}

function thingsOfLayer(layout: HallLayout, layer: LockableLayer): Thing[] {
  switch (layer) {
    case 'cabinets':
      return layout.cabinets.cabinets.map(({ cabinet }): Thing => ({ kind: 'cabinet', id: cabinet.id }));
    case 'devices':
      return layout.cabinets.cabinets.flatMap(({ devices }) => devices.map(({ device }): Thing => ({ kind: 'device', id: device.id })));
    case 'pathways':
      return layout.pathways.segments.map(({ segment }): Thing => ({ kind: 'segment', id: segment.id }));
    case 'building':
      return [
        ...layout.obstacles.map(({ obstacle }): Thing => ({ kind: 'obstacle', id: obstacle.id })),
        ...layout.doors.map(({ door }): Thing => ({ kind: 'door', id: door.id })),
      ];
    case 'dimensions':
      return layout.dimensions.map(({ dimension }): Thing => ({ kind: 'dimension', id: dimension.id }));
    case 'notes':
      return layout.notes.map(({ note }): Thing => ({ kind: 'note', id: note.id }));
    case 'drawings':
      return layout.underlays.map(({ id }): Thing => ({ kind: 'underlay', id }));
    case 'findings':
      return [];
  }
}

/** Things of the hall that are of the same model, type, kind and size as one of the selected. */
export function selectSimilar(planner: Planner): void {
  const layout = front(planner);
  if (layout === null) return;
  const { plan } = planner.plan.getState();
  const { selection } = planner.session.getState();
  const likeness = (thing: Thing): string | null => {
    const { kind, id } = thing;
    if (kind === 'cabinet') return `cabinet ${plan.cabinets.get(id)?.model ?? ''}`;
    if (kind === 'device') return `device ${plan.devices.get(id)?.type ?? ''}`;
    if (kind === 'obstacle') return `obstacle ${plan.obstacles.get(id)?.kind ?? ''}`;
    if (kind === 'dimension') return dimensionLikeness(plan.dimensions.get(id));
    if (kind === 'underlay') return `drawing ${plan.underlays.get(id)?.kind ?? ''}`;
    if (kind === 'note') return noteLikeness(plan.notes.get(id));
    if (kind === 'door') return `door ${plan.doors.get(id)?.clearWidthMm ?? ''}`;
    const segment = kind === 'segment' ? plan.segments.get(id) : undefined;
    return segment === undefined ? null : `segment ${segment.kind} ${segment.widthMm}x${segment.depthMm} at ${segment.elevationMm}`;
  };
  const wanted = new Set(selection.flatMap((thing) => likeness(thing) ?? []));
  const layers = new Set(selection.flatMap((thing) => layerOf(thing) ?? []));
  const all = [...layers].flatMap((layer) => thingsOfLayer(layout, layer));
  planner.session.select(
    all.filter((thing) => {
      const like = likeness(thing);
      return like !== null && wanted.has(like);
    }),
  );
}

/** Notes of one discipline that are open, or resolved, are alike. */
function noteLikeness(note: Note | undefined): string {
  return `note ${note?.discipline ?? ''} ${note?.state ?? ''}`;
}

/** Dimensions under one rule are alike. */
function dimensionLikeness(dimension: Dimension | undefined): string {
  return `dimension ${dimension?.leastMm ?? 'any'} ${dimension?.mostMm ?? 'any'}`;
}

/** All cabinets of the rows that the selected ones stand in. */
export function selectRows(planner: Planner): void {
  const layout = front(planner);
  const { cabinets } = planner.plan.getState().plan;
  const rows = new Set(selectedIds(planner.session.getState().selection, 'cabinet').flatMap((id) => cabinets.get(id)?.row ?? []));
  if (layout === null) return;
  const members = layout.cabinets.cabinets.filter(({ cabinet }) => cabinet.row !== null && rows.has(cabinet.row));
  planner.session.select(members.map(({ cabinet }): Thing => ({ kind: 'cabinet', id: cabinet.id })));
}

/** The selection alone is shown plainly and can be taken hold of; the rest steps back. A device stands for its cabinet. */
export function isolateSelection({ plan, session }: Planner): void {
  const { selection, veil } = session.getState();
  const { devices } = plan.getState().plan;
  const keys = selection.flatMap((thing) => {
    const cabinet = thing.kind === 'device' ? devices.get(thing.id)?.cabinet : undefined;
    return [thingKey(thing), ...(cabinet === undefined ? [] : [`cabinet ${cabinet}`])];
  });
  session.setState({
    veil: { ...veil, isolated: new Set(keys) },
    hover: null,
    notice: { text: 'The selection is isolated; Shift+I ends it', tone: 'info' },
  });
}

export function endIsolation({ session }: Planner): void {
  session.setState(({ veil }) => ({ veil: { ...veil, isolated: null }, notice: null }));
}

/** What the drawing leaves out by itself; devices go with their cabinet, junctions with their segments. */
function isHideable({ kind }: Thing): boolean {
  return kind === 'cabinet' || kind === 'segment' || kind === 'obstacle' || kind === 'door';
}

/** Hides the selection, which is let go: what is not seen is not changed by mistake. */
export function hideSelection({ session }: Planner): void {
  const { selection, veil } = session.getState();
  const [hideable, others] = [selection.filter(isHideable), selection.filter((thing) => !isHideable(thing))];
  const kept = [...new Set(others.map(({ kind }) => `${kind}s`))].sort().join(' and ');
  const cannot = `${kept} cannot be hidden by themselves`;
  if (hideable.length === 0) {
    const text = `Nothing is hidden: ${cannot}; select cabinets, trays, obstacles or doors`;
    session.setState({ notice: { text, tone: 'error' } });
    return;
  }
  const hidden = new Set([...veil.hidden, ...hideable.map(thingKey)]);
  session.setState({
    veil: { ...veil, hidden },
    hover: null,
    notice: {
      text: `${hidden.size} hidden; “Show all” brings them back${kept === '' ? '' : `; ${cannot}`}`,
      tone: 'info',
    },
  });
  session.select(others);
}

export function showAll({ session }: Planner): void {
  session.setState({ veil: NO_VEIL, hiddenLevels: EVERY_LEVEL, notice: { text: 'All is shown again', tone: 'info' } });
}

/** Locks the layers of the selection; with nothing selected, unlocks that of the locked thing under the pointer. */
export function toggleLock({ session }: Planner): void {
  const { selection, lockedHover, hover } = session.getState();
  const layers = new Set(selection.flatMap((thing) => layerOf(thing) ?? []));
  if (layers.size > 0) {
    for (const layer of layers) session.setLock(layer, true);
    // The pointer may rest on what was just locked: the same key frees it again without a move.
    const under = hover === null ? null : layerOf(hover);
    session.setState({
      lockedHover: under !== null && layers.has(under) ? under : null,
      hover: null,
      notice: { text: `Locked: ${[...layers].join(', ')}; Shift+L over one of its things unlocks it`, tone: 'info' },
    });
  } else if (lockedHover !== null) {
    session.setLock(lockedHover, false);
    session.setState({ lockedHover: null, notice: { text: `The ${lockedHover} layer is unlocked`, tone: 'info' } });
  }
}

export function unlockAll({ session }: Planner): void {
  for (const layer of lockableLayers) session.setLock(layer, false);
}

/** Why these things must not be changed now, told with the way out; null: they may. Tables and the palette can select what is locked. */
export function tellLocked({ session }: Planner, things: readonly Thing[]): string | null {
  const layer = lockedLayer(session.getState(), things);
  if (layer === null) return null;
  session.setState({ notice: lockedNotice(layer) });
  return lockedText(layer);
}

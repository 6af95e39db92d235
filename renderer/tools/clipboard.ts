/**
 * Copy, cut and paste over the system's clipboard, as text: within a plan, between halls, plans and windows. A key pastes by the browser's
 * own event, which needs no permission; a menu asks for the clipboard and, where that is refused, takes what this window copied last.
 */
import { clipOf, clipText, isClipText, parseClip } from '../../shared/commands/clip.ts';
import { middleOf } from '../../shared/commands/pasteDoors.ts';
import { idsForPaste, pasteThings } from '../../shared/commands/paste.ts';
import { boxAround, boxAroundBoxes, type Box } from '../../shared/geometry/shapes.ts';
import { cabinetCorners } from '../../shared/geometry/footprint.ts';
import { newIds, type RandomBytes } from '../../shared/plan/ids.ts';
import { placeDimensions } from '../../shared/plan/dimensionPlaces.ts';
import { placeNote } from '../../shared/plan/notePlaces.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { toHall } from '../canvas/camera.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds, thingsOf } from '../state/sessionStore.ts';
import { copyText } from '../ui/copyText.ts';
import { countText } from '../ui/quantities.ts';
import { deleteSelection, runCommand } from './editActions.ts';
import { pickedCount, pickedOf } from './picked.ts';
import { tellLocked } from './selectActions.ts';
import { snapBox } from './snapping.ts';

export type PastePlace = 'pointer' | 'in place';

const SNAP_PX = 8;

/** What this window copied last. */
let lastText: string | null = null;

/** Whether the selection can be copied. */
export function canCopy({ session }: Planner): boolean {
  const { selection, mode } = session.getState();
  return (
    mode === 'plan' &&
    pickedCount(pickedOf(selection)) + (['door', 'dimension', 'note'] as const).flatMap((kind) => selectedIds(selection, kind)).length > 0
  );
}

/** Puts the selection on the clipboard; true when it lies there. */
export function copySelection({ plan, session }: Planner, write: (text: string) => boolean = copyText): boolean {
  const { selection } = session.getState();
  const clip = clipOf(plan.getState().plan, {
    ...pickedOf(selection),
    doors: selectedIds(selection, 'door'),
    dimensions: selectedIds(selection, 'dimension'),
    notes: selectedIds(selection, 'note'),
  });
  if (clip === null) {
    const text = 'Nothing is copied: these things lie in several halls, or are dimensions tied to what is not selected';
    session.setState({ notice: { text, tone: 'error' } });
    return false;
  }
  const text = clipText(clip);
  if (!write(text)) {
    session.setState({ notice: { text: 'Nothing is copied: the clipboard takes no text now; try again', tone: 'error' } });
    return false;
  }
  lastText = text;
  const count = clip.cabinets.size + clip.obstacles.size + clip.doors.size + clip.segments.size + clip.dimensions.size + clip.notes.size;
  session.setState({ notice: { text: `Copied: ${countText(count, 'thing')}`, tone: 'info' } });
  return true;
}

/** Copies the selection and deletes it, unless it is locked. */
export function cutSelection(planner: Planner, write: (text: string) => boolean = copyText): void {
  if (tellLocked(planner, planner.session.getState().selection) === null && copySelection(planner, write)) deleteSelection(planner);
}

/** Pastes a text, which is refused in one line where it was copied here but cannot be read. True when it was meant for a plan. */
export function pasteText(planner: Planner, text: string, place: PastePlace, randomBytes: RandomBytes): boolean {
  const { session } = planner;
  if (!isClipText(text)) return false;
  planner.tools.cancel();
  const clip = parseClip(text);
  if (!clip.ok) {
    session.setState({ notice: { text: `${clip.error.message}; ${clip.error.remedy}`, tone: 'error' } });
    return true;
  }
  const layout = planner.layout();
  const box = boxOfClip(clip.value);
  if (layout === null || box === null) {
    session.setState({ notice: { text: 'There is no hall to paste into; draw a hall first', tone: 'error' } });
    return true;
  }
  const [dxMm, dyMm] = place === 'in place' ? [0, 0] : toPointer(planner, box);
  const { plan } = planner.plan.getState();
  const ids = idsForPaste(clip.value, (table, count) => newIds(table, count, plan, randomBytes));
  if (!runCommand(planner, pasteThings, { clip: clip.value, hall: layout.hall.id, dxMm, dyMm, ids })) return true;
  session.select(
    (['cabinet', 'obstacle', 'door', 'segment', 'dimension', 'note'] as const).flatMap((kind) =>
      thingsOf(
        kind,
        ids[`${kind}s`].map(([, to]) => to),
      ),
    ),
  );
  return true;
}

/** From a menu or the palette. */
export async function pasteFromMenu(planner: Planner, place: PastePlace, randomBytes: RandomBytes): Promise<void> {
  // Windows that may not read the clipboard still know what they copied themselves.
  const text = await navigator.clipboard.readText().catch(() => lastText);
  if (text !== null && pasteText(planner, text, place, randomBytes)) return;
  const notice = 'The clipboard holds no things of a plan; copy cabinets, trays, obstacles or doors first';
  planner.session.setState({ notice: { text: notice, tone: 'info' } });
}

/** From the middle of what was copied to the pointer, or to the middle of the view; drawn to what stands around. */
function toPointer(planner: Planner, box: Box): readonly [number, number] {
  const { pointer, camera, viewport, snap, snapTo } = planner.session.getState();
  const at = pointer ?? toHall(camera, { xPx: viewport.widthPx / 2, yPx: viewport.heightPx / 2 });
  const dxMm = Math.round(at.xMm - (box.minXMm + box.maxXMm) / 2);
  const dyMm = Math.round(at.yMm - (box.minYMm + box.maxYMm) / 2);
  const layout = planner.layout();
  if (layout === null) return [dxMm, dyMm];
  const moved = { minXMm: box.minXMm + dxMm, maxXMm: box.maxXMm + dxMm, minYMm: box.minYMm + dyMm, maxYMm: box.maxYMm + dyMm };
  const pull = snapBox(layout, moved, { toleranceMm: SNAP_PX / camera.pxPerMm, moving: new Set(), enabled: snap, to: snapTo });
  return [Math.round(dxMm + pull.dxMm), Math.round(dyMm + pull.dyMm)];
}

function boxOfClip(clip: Plan): Box | null {
  const boxes = [
    ...[...clip.cabinets.values()].flatMap(({ xMm, yMm, model, rotationDeg }) => {
      const known = clip.catalog.cabinetModels.get(model);
      return known === undefined ? [] : [boxAround(cabinetCorners(xMm, yMm, known.widthMm, known.depthMm, rotationDeg))];
    }),
    ...[...clip.obstacles.values()].map(({ outline }) => boxAround(outline.map(([xMm, yMm]) => ({ xMm, yMm })))),
    ...[...clip.doors.values()].map((door) => boxAround([middleOf(clip, door)])),
    ...[...clip.junctions.values()].map((place) => boxAround([place])),
    ...[...clip.notes.values()].map((note) => placeNote(clip, note).box),
    ...[...clip.halls.keys()].flatMap((hall) => placeDimensions(clip, hall).map(({ a, b }) => boxAround([a, b]))),
  ];
  return boxes.length === 0 ? null : boxAroundBoxes(boxes);
}

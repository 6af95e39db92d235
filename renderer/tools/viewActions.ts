/** What changes the view: fit, zoom, reveal. Rulers lie on the upper and left edge and are kept free, under a whole hall the scale bar, too. */
import { boxOfUnderlay } from '../../shared/drawings/underlayPlace.ts';
import { growBox } from '../../shared/geometry/boxIndex.ts';
import { boxAround, boxAroundBoxes, type Box, type Point } from '../../shared/geometry/shapes.ts';
import { fitBox, FULL_PX_PER_MM, panBy, zoomAt } from '../canvas/camera.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import { RULER_PX, SCALE_BAR_PX } from '../canvas/paintRulers.ts';
import type { Planner } from '../state/plannerContext.ts';
import type { Camera, Thing } from '../state/sessionStore.ts';

const FIT_MARGIN_PX = 28;
const SELECTION_MARGIN_PX = 120;
/** A single thing is not blown up further than this. */
const CLOSEST_PX_PER_MM = 0.12;
/** What stands around a finding is shown with it. */
const FINDING_REACH_MM = 2500;
/** What is seen of the floor before there is a hall. */
const FIRST_FLOOR: Box = { minXMm: 0, minYMm: 0, maxXMm: 30_000, maxYMm: 20_000 };

/** The part of the drawing area that rulers leave free. */
function free({ session }: Planner): { readonly widthPx: number; readonly heightPx: number } {
  const { viewport } = session.getState();
  return { widthPx: viewport.widthPx - RULER_PX.left, heightPx: viewport.heightPx - RULER_PX.top };
}

/** A view of the free part, moved beside the rulers. */
function besideRulers(camera: Camera): Camera {
  return panBy(camera, RULER_PX.left, RULER_PX.top);
}

function cameraOfHall(planner: Planner): Camera {
  const { widthPx, heightPx } = free(planner);
  return besideRulers(fitBox(wholeBox(planner), { widthPx, heightPx: heightPx - (SCALE_BAR_PX - FIT_MARGIN_PX) }, FIT_MARGIN_PX));
}

/** The hall with the drawings that are shown under it. */
function wholeBox(planner: Planner): Box {
  const layout = planner.layout();
  if (layout === null) return FIRST_FLOOR;
  const shown = planner.session.getState().layers.drawings ? layout.underlays : [];
  return boxAroundBoxes([layout.extent, ...shown.map(boxOfUnderlay)]);
}

export function fitHall(planner: Planner): void {
  planner.session.setState({ camera: cameraOfHall(planner) });
}

/**
 * Puts another hall on screen, as it was looked at last, else whole; null: a floor to draw the first one on. What is
 * selected belongs to the hall before, unless the way there was to show it.
 */
export function showHall(planner: Planner, id: string | null, selection: 'drop' | 'keep' = 'drop'): void {
  const { session } = planner;
  const { hall: before, camera, cameras } = session.getState();
  if (before === id) return;
  // A view of the whole hall is found anew, for a window that may have changed.
  const isRemembered = before !== null && !showsWholeHall(planner);
  const others = Object.entries(cameras).filter(([hall]) => hall !== before);
  const remembered = Object.fromEntries(isRemembered ? [...others, [before, camera] as const] : others);
  session.setState({ hall: id, hover: null, cameras: remembered, ...(selection === 'drop' ? { selection: [] } : {}) });
  const known = id === null ? undefined : remembered[id];
  if (known === undefined) fitHall(planner);
  else session.setState({ camera: known });
}

/** The hall in which a thing stands; null for what stands in none alone, as a cable, or is not known. */
export function hallOfThing({ plan, derived }: Planner, { kind, id }: Thing): string | null {
  const { plan: shown } = plan.getState();
  switch (kind) {
    case 'cabinet':
      return shown.cabinets.get(id)?.hall ?? null;
    case 'device':
      return shown.cabinets.get(shown.devices.get(id)?.cabinet ?? '')?.hall ?? null;
    case 'segment':
      return shown.junctions.get(shown.segments.get(id)?.from ?? '')?.hall ?? null;
    case 'obstacle':
      return shown.obstacles.get(id)?.hall ?? null;
    case 'door':
      return shown.doors.get(id)?.hall ?? null;
    case 'dimension':
      return shown.dimensions.get(id)?.hall ?? null;
    case 'note':
      return shown.notes.get(id)?.hall ?? null;
    case 'junction':
      return shown.junctions.get(id)?.hall ?? null;
    case 'underlay':
      return shown.underlays.get(id)?.hall ?? null;
    case 'hall':
      return id;
    case 'finding':
      return derived.getState().scene?.markers.find((marker) => marker.id === id)?.hall ?? null;
    case 'cable':
    case 'loom':
      return null;
  }
}

/** Shows the hall of these things when none of them stands in the one on screen. */
export function leadToHall(planner: Planner, things: readonly Thing[]): void {
  const halls = things.flatMap((thing) => hallOfThing(planner, thing) ?? []);
  const [first] = halls;
  const { hall } = planner.session.getState();
  if (first !== undefined && (hall === null || !halls.includes(hall))) showHall(planner, first, 'keep');
}

/** Whether the view is still the one that `fitHall` gives. */
export function showsWholeHall(planner: Planner): boolean {
  const fitted = cameraOfHall(planner);
  const { camera } = planner.session.getState();
  return fitted.leftMm === camera.leftMm && fitted.topMm === camera.topMm && fitted.pxPerMm === camera.pxPerMm;
}

export function zoomBy(planner: Planner, factor: number): void {
  const { camera } = planner.session.getState();
  planner.session.setState({ camera: zoomAt(camera, middle(planner), factor) });
}

/** 100 %: a drawing of 1 : 50. */
export function zoomFull(planner: Planner): void {
  zoomBy(planner, FULL_PX_PER_MM / planner.session.getState().camera.pxPerMm);
}

function middle(planner: Planner): { readonly xPx: number; readonly yPx: number } {
  const size = free(planner);
  return { xPx: RULER_PX.left + size.widthPx / 2, yPx: RULER_PX.top + size.heightPx / 2 };
}

/** The selection in the middle of the view; cables with both their ends. */
export async function zoomToSelection(planner: Planner): Promise<void> {
  const box = await boxOfThings(planner, planner.session.getState().selection);
  if (box !== null) zoomToBox(planner, box);
}

/** A part of a hall in the middle of the view, with what stands around it. */
export function showBox(planner: Planner, hall: string, box: Box): void {
  showHall(planner, hall, 'keep');
  zoomToBox(planner, box);
}

/** A place of a hall with what stands around it. */
export function showFloor(planner: Planner, hall: string, at: Point): void {
  showBox(planner, hall, growBox(boxAround([at]), FINDING_REACH_MM));
}

function zoomToBox(planner: Planner, box: Box): void {
  const size = free(planner);
  const fitted = fitBox(box, size, SELECTION_MARGIN_PX);
  const camera =
    fitted.pxPerMm <= CLOSEST_PX_PER_MM
      ? fitted
      : zoomAt(fitted, { xPx: size.widthPx / 2, yPx: size.heightPx / 2 }, CLOSEST_PX_PER_MM / fitted.pxPerMm);
  planner.session.setState({ camera: besideRulers(camera) });
}

/** The box around things of the hall on screen; null when none of them is there. */
async function boxOfThings(planner: Planner, things: readonly Thing[]): Promise<Box | null> {
  const cables = things.filter(({ kind }) => kind === 'cable' || kind === 'loom').map(({ id }) => id);
  // Without figures nobody knows where a cable ends, which the engine has told already.
  const cabinets = cables.length === 0 ? [] : (await planner.engine.routesOf(cables).catch(() => ({ cabinets: [] }))).cabinets;
  const ends = cabinets.map((id): Thing => ({ kind: 'cabinet', id }));
  leadToHall(planner, [...things, ...ends]);
  const layout = planner.layout();
  if (layout === null) return null;
  const boxes = [...things, ...ends].flatMap((thing) => boxOfThing(planner, layout, thing) ?? []);
  if (boxes.length === 0) return null;
  return boxAround(
    boxes.flatMap((box): Point[] => [
      { xMm: box.minXMm, yMm: box.minYMm },
      { xMm: box.maxXMm, yMm: box.maxYMm },
    ]),
  );
}

/** The box around one thing of a hall; null for what has none of its own, as a cable. */
export function boxOfThing({ plan, derived }: Planner, layout: HallLayout, { kind, id }: Thing): Box | null {
  switch (kind) {
    case 'cabinet':
      return layout.cabinets.byId.get(id)?.box ?? null;
    case 'device': {
      const device = plan.getState().plan.devices.get(id);
      return device === undefined ? null : (layout.cabinets.byId.get(device.cabinet)?.box ?? null);
    }
    case 'segment':
      return layout.pathways.byId.get(id)?.box ?? null;
    case 'junction': {
      const place = layout.pathways.junctions.get(id);
      return place === undefined ? null : boxAround([place]);
    }
    case 'obstacle':
      return layout.obstacles.find(({ obstacle }) => obstacle.id === id)?.box ?? null;
    case 'door':
      return layout.doors.find(({ door }) => door.id === id)?.box ?? null;
    case 'dimension': {
      const placed = layout.dimensions.find(({ dimension }) => dimension.id === id);
      return placed === undefined ? null : boxAround([placed.a, placed.b, placed.from, placed.to]);
    }
    case 'note':
      return layout.notes.find(({ note }) => note.id === id)?.box ?? null;
    case 'underlay': {
      const underlay = layout.underlays.find((one) => one.id === id);
      return underlay === undefined ? null : boxOfUnderlay(underlay);
    }
    case 'hall':
      return layout.hall.id === id ? layout.box : null;
    case 'finding': {
      const marker = derived.getState().scene?.markers.find((one) => one.id === id && one.hall === layout.hall.id);
      if (marker === undefined) return null;
      return growBox(boxAround([marker]), FINDING_REACH_MM);
    }
    case 'cable':
    case 'loom':
      return null;
  }
}

/** The layers of the drawing, each painted whole from the stores' present state. */
import { paintChanges } from './paintChanges.ts';
import { paintGrowth } from './paintGrowth.ts';
import { markersOnScreen, placeMarkers } from './markerPlaces.ts';
import type { Scene } from '../../shared/engine/protocol.ts';
import type { PlacedDimension } from '../../shared/plan/dimensionPlaces.ts';
import type { PlacedNote } from '../../shared/plan/notePlaces.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Planner } from '../state/plannerContext.ts';
import type { Camera, SessionState } from '../state/sessionStore.ts';
import type { SchemeName } from '../theme/tokens.ts';
import { toHall } from './camera.ts';
import type { Aisle } from './aisles.ts';
import { changedBuilding } from './buildingPreview.ts';
import { changedPathways, placeCabinet, type HallLayout, type PlacedCabinet } from './hallLayout.ts';
import { createLabels, type LabelEdges, type Labels } from './labels.ts';
import { keepNoteTexts } from './noteTexts.ts';
import { labelCabinets, labelRows, paintCabinets } from './paintCabinets.ts';
import { totalSpans } from './cableTotals.ts';
import { paintCables, type CableStyle } from './paintCables.ts';
import { paintWays } from './paintWays.ts';
import { outlinedOf } from '../tools/reshape.ts';
import { changedNotes, paintNotes } from './paintNotes.ts';
import { changedDimensions, paintDimensions } from './paintDimensions.ts';
import { paintFill } from './paintFill.ts';
import { paintOutlineGrips } from './paintGrips.ts';
import { labelObstacles, paintGround } from './paintGround.ts';
import { labelAisles, paintAisleDimensions, paintHighlight, paintHover, paintMarkers, paintSelection, paintSpot } from './paintMarks.ts';
import { labelPathways, paintPathways, reservePathways } from './paintPathways.ts';
import { paintPreview } from './paintPreview.ts';
import { paintRulers, paintScaleBar } from './paintRulers.ts';
import { lyingUnderlays, paintMovedFrames } from '../underlay/movedUnderlays.ts';
import { createUnderlayPainter } from '../underlay/paintUnderlays.ts';
import { createPen, type Pen } from './pen.ts';
import { shownLayout, type ShownLayout } from './shownLayout.ts';

export type LayerPainter = (context: CanvasRenderingContext2D) => void;

export interface Drawing {
  readonly ground: LayerPainter;
  readonly plan: LayerPainter;
  readonly cables: LayerPainter;
  readonly names: LayerPainter;
  readonly marks: LayerPainter;
  readonly overlay: LayerPainter;
}

/** What is not isolated. */
const VEILED = 0.25;
/** Cables behind lit ones. */
const DIMMED = 0.2;
const NOTHING: ReadonlySet<string> = new Set();
const PLAIN: CableStyle = { alpha: 1, bolderPx: 0, casing: null };

export function createDrawing(
  { plan, session, derived, comparing, layout }: Planner,
  scheme: () => SchemeName,
  redrawGround: () => void,
): Drawing {
  const underlays = createUnderlayPainter(redrawGround);

  function pen(context: CanvasRenderingContext2D): Pen {
    const { camera, viewport } = session.getState();
    return createPen(context, camera, viewport, scheme());
  }

  /** What is shown plainly, and what steps back behind it. */
  function shown(): ShownLayout | null {
    const hall = layout();
    return hall === null ? null : shownLayout(hall, session.getState());
  }

  function ground(context: CanvasRenderingContext2D): void {
    const parts = shown();
    const drawn = pen(context);
    if (parts !== null)
      paintGround(drawn, withBuilding(parts), session.getState().layers, () =>
        underlays(drawn, lyingUnderlays(parts.front, session.getState().preview)),
      );
    else {
      context.fillStyle = drawn.colors.background;
      context.fillRect(0, 0, drawn.size.widthPx, drawn.size.heightPx);
    }
  }

  function paintPlan(context: CanvasRenderingContext2D): void {
    const parts = shown();
    if (parts === null) return;
    const { front: hall, back } = parts;
    const drawn = pen(context);
    if (back !== null) paintBack(drawn, back);
    const { layers } = session.getState();
    const fillOf = fillFrom(derived.getState().scene);
    if (layers.cabinets) paintCabinets(drawn, standing(hall, drawn), layers.devices);
    if (layers.pathways && layers.fill) paintFill(drawn, hall.pathways, plan.getState().plan.settings, fillOf);
    if (layers.pathways) paintPathways(drawn, hall.pathways, plan.getState().plan.settings, fillOf);
  }

  /** Cabinets in view but those in hand. */
  function standing(hall: HallLayout, drawn: Pen): PlacedCabinet[] {
    const moving = session.getState().preview?.moving ?? NOTHING;
    return hall.cabinets.index
      .search(drawn.view)
      .map((position) => hall.cabinets.cabinets[position]!)
      .filter(({ cabinet }) => !moving.has(cabinet.id));
  }

  /** Names as they were last written, and in which view. */
  let written: { readonly camera: Camera; readonly labels: Labels } | null = null;

  /** Dimensions but those that the gesture draws. */
  function atRest({ hall, dimensions }: HallLayout): readonly PlacedDimension[] {
    const { preview } = session.getState();
    const drawn = new Set(changedDimensions(preview?.plan ?? null, plan.getState().plan, hall.id).map(({ dimension }) => dimension.id));
    return drawn.size === 0 ? dimensions : dimensions.filter(({ dimension }) => !drawn.has(dimension.id));
  }

  /** Aisles but those beside what is in hand: their widths are no longer true, and its gaps are told there. */
  function aislesAtRest({ cabinets }: HallLayout): readonly Aisle[] {
    const moving = session.getState().preview?.moving ?? NOTHING;
    if (moving.size === 0) return cabinets.aisles;
    return cabinets.aisles.filter(({ rows }) => !rows.some(({ members }) => members.some((id) => moving.has(id))));
  }

  /** Notes but those that the gesture draws or takes along. */
  function notesAtRest({ hall, notes }: HallLayout): readonly PlacedNote[] {
    const { preview } = session.getState();
    const drawn = new Set(changedNotes(preview?.plan ?? null, plan.getState().plan, hall.id).map(({ note }) => note.id));
    return drawn.size === 0 ? notes : notes.filter(({ note }) => !drawn.has(note.id));
  }

  function cables(context: CanvasRenderingContext2D): void {
    const hall = shown()?.front ?? null;
    const { scene } = derived.getState();
    if (hall === null || scene === null || !session.getState().layers.cables) return;
    const drawn = pen(context);
    switch (session.getState().cableView) {
      case 'tier':
        paintCables(drawn, hall, scene, scene.spans, scene.drops, PLAIN);
        break;
      case 'segment': {
        const drops = { ...scene.drops, tier: new Uint8Array(scene.drops.count) };
        paintCables(drawn, hall, { ...scene, tiers: [''] }, totalSpans(scene.spans), drops, { ...PLAIN, color: drawn.colors.label });
        break;
      }
      case 'cable':
        paintCables(drawn, hall, scene, scene.spans, scene.drops, { ...PLAIN, apart: true });
        break;
      case 'loom': {
        const { spans, drops } = derived.getState().loomLines ?? scene;
        paintCables(drawn, hall, scene, spans, drops, { ...PLAIN, apart: true });
        break;
      }
    }
  }

  function names(context: CanvasRenderingContext2D): void {
    const hall = shown()?.front ?? null;
    if (hall === null) return;
    const drawn = pen(context);
    const { layers, units } = session.getState();
    const { scene } = derived.getState();
    const fillOf = fillFrom(scene);
    const labels = createLabels(drawn);
    written = { camera: drawn.camera, labels };
    if (layers.notes) keepNoteTexts(drawn.camera, paintNotes(drawn, notesAtRest(hall), labels));
    if (layers.dimensions) paintDimensions(drawn, atRest(hall), units, labels);
    if (layers.building) labelObstacles(drawn, hall, labels);
    const named = layers.cabinets ? labelCabinets(drawn, standing(hall, drawn), layers.devices, labels) : 0;
    if (layers.pathways) reservePathways(drawn, hall.pathways, labels);
    // Names of rows stand for those of cabinets that are too small to read.
    if (layers.cabinets && named === 0) labelRows(drawn, hall.cabinets.rows, labels);
    if (layers.dimensions) {
      const aisles = aislesAtRest(hall);
      paintAisleDimensions(drawn, aisles, units, labels);
      labelAisles(drawn, aisles, labels);
    }
    if (layers.pathways) {
      const isCovered = (x: number, y: number): boolean => {
        const { xMm, yMm } = toHall(drawn.camera, { xPx: x, yPx: y });
        return hall.cabinets.index.search({ minXMm: xMm, minYMm: yMm, maxXMm: xMm, maxYMm: yMm }).length > 0;
      };
      labelPathways(drawn, hall.pathways, fillOf, units, labels, isCovered);
    }
    if (layers.findings && scene !== null) placeMarkers(scene.markers, hall.hall.id, drawn.camera, labels);
  }

  /** What is not isolated: outlines only, faint, without names. */
  function paintBack(drawn: Pen, back: HallLayout): void {
    const { layers } = session.getState();
    drawn.context.save();
    drawn.context.globalAlpha = VEILED;
    if (layers.cabinets)
      paintCabinets(
        drawn,
        back.cabinets.index.search(drawn.view).map((position) => back.cabinets.cabinets[position]!),
        false,
      );
    if (layers.pathways) paintPathways(drawn, back.pathways, plan.getState().plan.settings, () => null);
    drawn.context.restore();
  }

  function marks(context: CanvasRenderingContext2D): void {
    const hall = shown()?.front ?? null;
    if (hall === null) return;
    const drawn = pen(context);
    const { layers, highlight, growth, selection, preview } = session.getState();
    const { scene } = derived.getState();
    if (layers.cables && scene !== null && growth !== null && preview === null) paintGrowth(drawn, hall, scene, growth);
    if (layers.cables && scene !== null && highlight !== null && preview === null) paintHighlight(drawn, hall, scene, highlight);
    const { compared, picked, focus, spot } = comparing.store.getState();
    if (compared !== null && preview === null && layers.cables) paintWays(drawn, compared.ways.get(hall.hall.id) ?? [], picked, focus);
    if (compared !== null && preview === null) paintChanges(drawn, compared.marks.get(hall.hall.id) ?? [], picked, focus);
    paintSelection(drawn, hall, preview === null ? selection : selection.filter(({ id }) => !preview.moving.has(id)));
    const state = session.getState();
    const outlined = outlinedOf(plan.getState().plan, { ...state, locks: { ...state.locks, building: false } });
    if (outlined !== null && preview === null) paintOutlineGrips(drawn, outlined, !state.locks.building && state.tool === 'select');
    if (layers.findings && scene !== null) paintMarkers(drawn, markersOnScreen(scene.markers, drawn.camera), hall.hall.id, selection);
    if (spot !== null && spot.hall === hall.hall.id && preview === null) paintSpot(drawn, spot);
  }

  function overlay(context: CanvasRenderingContext2D): void {
    const hall = layout();
    const drawn = pen(context);
    const { hover, preview, pointer, units } = session.getState();
    if (hall !== null && hover !== null && preview === null) paintHover(drawn, hall, hover);
    if (preview !== null) {
      const before = plan.getState().plan;
      const shown = preview.plan ?? before;
      const hallId = hall?.hall.id ?? '';
      if (hall !== null) paintMovedFrames(drawn, hall, preview);
      const moving = movingCabinets(preview.plan, preview.moving, hallId);
      const dimensions = createLabels(drawn);
      if (session.getState().layers.dimensions) paintDimensions(drawn, changedDimensions(preview.plan, before, hallId), units, dimensions);
      if (session.getState().layers.notes) paintNotes(drawn, changedNotes(preview.plan, before, hallId), createLabels(drawn));
      const names = written?.camera === drawn.camera ? written.labels : null;
      const beneath = { isWritten: (...box: LabelEdges) => dimensions.isWritten(...box) || names?.isWritten(...box) === true };
      const building = changedBuilding(shown, before, hall?.hall ?? null);
      paintPreview(drawn, preview, moving, changedPathways(shown, before, hallId), building, beneath);
    }
    paintScaleBar(drawn, units);
    paintRulers(drawn, hall?.hall ?? null, pointer, units);
  }

  return { ground, plan: paintPlan, cables, names, marks, overlay };
}

/** How plainly cables are shown: they step back behind lit ones, and where something else is isolated. */
export function cablesOpacity({
  highlight,
  growth,
  preview,
  veil,
}: Pick<SessionState, 'highlight' | 'growth' | 'preview' | 'veil'>): number {
  const isSettled = preview === null || preview.patches === null;
  return ((highlight === null && growth === null) || !isSettled) && veil.isolated === null ? 1 : DIMMED;
}

/** The building stands, whatever is isolated in it. */
function withBuilding({ front, back }: ShownLayout): HallLayout {
  if (back === null) return front;
  return { ...front, obstacles: [...front.obstacles, ...back.obstacles], doors: [...front.doors, ...back.doors] };
}

function movingCabinets(plan: Plan | null, moving: ReadonlySet<string>, hallId: string): PlacedCabinet[] {
  if (plan === null) return [];
  return [...moving].flatMap((id) => {
    const cabinet = plan.cabinets.get(id);
    return cabinet === undefined || cabinet.hall !== hallId ? [] : (placeCabinet(plan, cabinet) ?? []);
  });
}

/** Fill by segment from the engine's columns; null before its first answer. */
function fillFrom(scene: Scene | null): (segmentId: string) => number | null {
  if (scene === null) return () => null;
  let rows = fillRows.get(scene);
  if (rows === undefined) {
    rows = new Map(scene.segments.map((id, row) => [id, row]));
    fillRows.set(scene, rows);
  }
  const known = rows;
  return (segmentId) => {
    const row = known.get(segmentId);
    return row === undefined ? null : scene.fillPct[row]!;
  };
}

const fillRows = new WeakMap<Scene, ReadonlyMap<string, number>>();

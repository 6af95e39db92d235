/** What is laid over the drawing: selection, lit routes, findings, aisles and their dimensions. */
import { cornersOf } from '../../shared/drawings/underlayPlace.ts';
import type { Highlight, Marker, Scene } from '../../shared/engine/protocol.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { Spot } from '../compare/comparing.ts';
import type { Thing } from '../state/sessionStore.ts';
import { canvasTextMinPx, lineWeights } from '../theme/tokens.ts';
import { sizeValueText, type Units } from '../../shared/quantities.ts';
import type { Aisle } from './aisles.ts';
import { deviceFrames } from './cabinetFace.ts';
import type { HallLayout } from './hallLayout.ts';
import { MARKER_RADIUS_PX } from './markerPlaces.ts';
import type { Labels } from './labels.ts';
import { paintCables } from './paintCables.ts';
import { traceCabinet } from './paintCabinets.ts';
import { traceDimension } from './paintDimensions.ts';
import { traceNote } from './paintNotes.ts';
import { fontOf, traceLine, tracePolygon, type Pen } from './pen.ts';

const HANDLE_PX = 7;
const SPOT_RADIUS_PX = 20;

export function paintHighlight(pen: Pen, layout: HallLayout, scene: Scene, highlight: Highlight): void {
  const { context, colors } = pen;
  paintCables(pen, layout, scene, highlight.spans, highlight.drops, { alpha: 1, bolderPx: 1, casing: colors.floor });
  context.beginPath();
  for (const id of highlight.cabinets) {
    const placed = layout.cabinets.byId.get(id);
    if (placed !== undefined) traceCabinet(pen, placed);
  }
  context.strokeStyle = colors.selection;
  context.lineWidth = 1;
  context.stroke();
}

export function paintSelection(pen: Pen, layout: HallLayout, selection: readonly Thing[]): void {
  const { context, colors } = pen;
  context.strokeStyle = colors.selection;
  context.fillStyle = colors.selectionFill;
  context.lineWidth = lineWeights.selection;
  context.lineJoin = 'miter';
  context.beginPath();
  // A drawing lies under everything and a note surrounds other things: a tint would cover them, a line says that they are selected.
  for (const thing of selection) if (!isFrame(thing)) traceThing(pen, layout, thing);
  context.fill();
  for (const thing of selection) if (isFrame(thing)) traceThing(pen, layout, thing);
  context.stroke();
  paintHandles(pen, layout, selection);
}

function isFrame({ kind }: Thing): boolean {
  return kind === 'underlay' || kind === 'note';
}

/** Squares at the ends of selected pathways, by which they are moved. */
function paintHandles(pen: Pen, { pathways }: HallLayout, selection: readonly Thing[]): void {
  const { context, colors } = pen;
  context.beginPath();
  for (const { kind, id } of selection) {
    const placed = kind === 'segment' ? pathways.byId.get(id) : undefined;
    if (placed === undefined) continue;
    for (const { xMm, yMm } of [placed.from, placed.to]) {
      context.rect(pen.x(xMm) - HANDLE_PX / 2, pen.y(yMm) - HANDLE_PX / 2, HANDLE_PX, HANDLE_PX);
    }
  }
  context.fillStyle = colors.floor;
  context.fill();
  context.stroke();
}

export function paintHover(pen: Pen, layout: HallLayout, thing: Thing): void {
  pen.context.beginPath();
  traceThing(pen, layout, thing);
  pen.context.strokeStyle = pen.colors.hover;
  pen.context.lineWidth = 1.5;
  pen.context.stroke();
}

function traceThing(pen: Pen, layout: HallLayout, { kind, id }: Thing): void {
  switch (kind) {
    case 'cabinet': {
      const placed = layout.cabinets.byId.get(id);
      if (placed !== undefined) traceCabinet(pen, placed);
      return;
    }
    case 'device': {
      for (const placed of layout.cabinets.cabinets) {
        if (!placed.devices.some(({ device }) => device.id === id)) continue;
        for (const frame of deviceFrames(placed)) if (frame.mounted.device.id === id) tracePolygon(pen, frame.corners);
      }
      return;
    }
    case 'segment': {
      const position = layout.pathways.segments.findIndex(({ segment }) => segment.id === id);
      const body = layout.pathways.outline.bodies[position];
      if (body !== undefined) tracePolygon(pen, body);
      return;
    }
    case 'obstacle': {
      const placed = layout.obstacles.find(({ obstacle }) => obstacle.id === id);
      if (placed !== undefined) tracePolygon(pen, placed.outline);
      return;
    }
    case 'door': {
      const placed = layout.doors.find(({ door }) => door.id === id);
      if (placed !== undefined) traceLine(pen, placed.from, placed.to);
      return;
    }
    case 'junction': {
      const place = layout.pathways.junctions.get(id);
      if (place === undefined) return;
      const [x, y] = [pen.x(place.xMm), pen.y(place.yMm)];
      pen.context.moveTo(x + HANDLE_PX, y);
      pen.context.arc(x, y, HANDLE_PX, 0, 2 * Math.PI);
      return;
    }
    case 'dimension': {
      const placed = layout.dimensions.find(({ dimension }) => dimension.id === id);
      if (placed !== undefined) traceDimension(pen, placed);
      return;
    }
    case 'note': {
      const placed = layout.notes.find(({ note }) => note.id === id);
      if (placed !== undefined) traceNote(pen, placed);
      return;
    }
    case 'underlay': {
      const underlay = layout.underlays.find((one) => one.id === id);
      if (underlay !== undefined) tracePolygon(pen, cornersOf(underlay));
      return;
    }
    case 'hall':
    case 'cable':
    case 'loom':
    case 'finding':
      // Shown by its grips, by the highlight and by the marker.
      return;
  }
}

/** Errors as discs with a cross, warnings as triangles with a bar: told apart without color. */
export function paintMarkers(pen: Pen, markers: readonly Marker[], hallId: string, selection: readonly Thing[]): void {
  const taken = new Set<string>();
  // Errors come first in the list and are drawn last, on top.
  for (const marker of markers.toReversed()) {
    const [x, y] = [pen.x(marker.xMm), pen.y(marker.yMm)];
    if (marker.hall !== hallId || x < -20 || y < -20 || x > pen.size.widthPx + 20 || y > pen.size.heightPx + 20) continue;
    // Markers that would lie on each other are drawn once.
    const cell = `${marker.severity} ${Math.round(x / 6)} ${Math.round(y / 6)}`;
    if (taken.has(cell)) continue;
    taken.add(cell);
    const isSelected = selection.some(({ kind, id }) => kind === 'finding' && id === marker.id);
    if (marker.severity === 'error') paintErrorMarker(pen, x, y, isSelected);
    else paintWarningMarker(pen, x, y, isSelected);
  }
}

/** Where a finding of another plan lies: its marker in a dashed ring, since nothing of this plan breaks the rule. */
export function paintSpot(pen: Pen, { at, severity }: Spot): void {
  const { context, colors } = pen;
  const [x, y] = [pen.x(at.xMm), pen.y(at.yMm)];
  context.save();
  context.setLineDash([4, 3]);
  context.lineWidth = 2;
  context.strokeStyle = severity === 'error' ? colors.error : colors.warning;
  context.beginPath();
  context.arc(x, y, SPOT_RADIUS_PX, 0, 2 * Math.PI);
  context.stroke();
  context.restore();
  if (severity === 'error') paintErrorMarker(pen, x, y, false);
  else paintWarningMarker(pen, x, y, false);
}

function paintErrorMarker({ context, colors }: Pen, x: number, y: number, isSelected: boolean): void {
  const radius = MARKER_RADIUS_PX - 1;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = isSelected ? colors.error : colors.floor;
  context.fill();
  context.lineWidth = 2;
  context.lineCap = 'round';
  context.strokeStyle = colors.error;
  context.stroke();
  const arm = radius * 0.38;
  context.beginPath();
  context.moveTo(x - arm, y - arm);
  context.lineTo(x + arm, y + arm);
  context.moveTo(x + arm, y - arm);
  context.lineTo(x - arm, y + arm);
  context.strokeStyle = isSelected ? colors.floor : colors.error;
  context.stroke();
}

function paintWarningMarker({ context, colors }: Pen, x: number, y: number, isSelected: boolean): void {
  const radius = MARKER_RADIUS_PX;
  context.beginPath();
  context.moveTo(x, y - radius);
  context.lineTo(x + radius, y + radius * 0.75);
  context.lineTo(x - radius, y + radius * 0.75);
  context.closePath();
  context.lineJoin = 'round';
  context.fillStyle = isSelected ? colors.warning : colors.floor;
  context.fill();
  context.lineWidth = 1.75;
  context.strokeStyle = colors.warning;
  context.stroke();
  context.fillStyle = isSelected ? colors.floor : colors.warning;
  context.fillRect(x - 0.9, y - radius * 0.35, 1.8, radius * 0.55);
  context.fillRect(x - 0.9, y + radius * 0.38, 1.8, 1.8);
}

/** COLD AISLE, HOT AISLE in the middle of the part in view. */
export function labelAisles(pen: Pen, aisles: readonly Aisle[], labels: Labels): void {
  const { colors, view } = pen;
  const sizePx = canvasTextMinPx;
  for (const { kind, along, box, widthMm } of aisles) {
    if (kind === 'mixed' || pen.px(widthMm) < sizePx + 6) continue;
    const text = kind === 'cold' ? 'COLD AISLE' : 'HOT AISLE';
    // A fifth of the way along, where the cross trays seldom run.
    const [low, high] =
      along === 'x'
        ? [Math.max(box.minXMm, view.minXMm), Math.min(box.maxXMm, view.maxXMm)]
        : [Math.max(box.minYMm, view.minYMm), Math.min(box.maxYMm, view.maxYMm)];
    const style = {
      font: fontOf(sizePx, 500),
      sizePx,
      color: colors.labelSoft,
      ground: null,
      border: null,
      align: 'center',
      upright: along === 'y',
    } as const;
    if (pen.px(high - low) < labels.widthOf(text, style.font) * 2) continue;
    const middle = (box.minXMm + box.maxXMm) / 2;
    const centre = (box.minYMm + box.maxYMm) / 2;
    for (const share of [0.2, 0.35, 0.65, 0.8, 0.12, 0.5, 0.88]) {
      const at = low + (high - low) * share;
      const [x, y] = along === 'x' ? [pen.x(at), pen.y(centre)] : [pen.x(middle), pen.y(at)];
      if (labels.place(text, x, y, style) !== null) break;
    }
  }
}

/** Widths of aisles as dimensions beside the ends of the rows, red where too narrow. */
export function paintAisleDimensions(pen: Pen, aisles: readonly Aisle[], units: Units, labels: Labels): void {
  for (const { along, box, widthMm, tooNarrow } of aisles) {
    if (pen.px(widthMm) < canvasTextMinPx + 4) continue;
    const color = tooNarrow ? pen.colors.error : pen.colors.dimension;
    const outMm = 24 / pen.camera.pxPerMm;
    const [from, to]: [Point, Point] =
      along === 'x'
        ? [
            { xMm: box.maxXMm + outMm, yMm: box.minYMm },
            { xMm: box.maxXMm + outMm, yMm: box.maxYMm },
          ]
        : [
            { xMm: box.minXMm, yMm: box.maxYMm + outMm },
            { xMm: box.maxXMm, yMm: box.maxYMm + outMm },
          ];
    paintDimension(pen, from, to, sizeValueText(widthMm, units), color, labels);
  }
}

/** Where along the line the figure may stand, the best first. */
const FIGURE_PLACES = [0.5, 0.35, 0.65, 0.2, 0.8];

/** A hairline with ticks at both ends and its figure beside it, where it covers no other text; without room for the figure, neither. */
function paintDimension(pen: Pen, from: Point, to: Point, text: string, color: string, labels: Labels): void {
  const [x1, y1, x2, y2] = [pen.x(from.xMm), pen.y(from.yMm), pen.x(to.xMm), pen.y(to.yMm)];
  if (Math.hypot(x2 - x1, y2 - y1) < 1) return;
  const sizePx = 11;
  const isSteep = Math.abs(y2 - y1) > Math.abs(x2 - x1);
  const place = (share: number, side: 1 | -1): boolean =>
    labels.place(text, x1 + (x2 - x1) * share + (isSteep ? 8 * side : 0), y1 + (y2 - y1) * share - (isSteep ? 0 : sizePx * side), {
      font: fontOf(sizePx),
      sizePx,
      color,
      ground: null,
      border: null,
      align: isSteep ? (side === 1 ? 'left' : 'right') : 'center',
      upright: false,
    }) !== null;
  if (!FIGURE_PLACES.some((share) => place(share, 1) || place(share, -1))) return;
  strokeDimension(pen, from, to, color);
}

/** The hairline alone, with its ticks. */
export function strokeDimension(pen: Pen, from: Point, to: Point, color: string): void {
  const { context } = pen;
  const [x1, y1, x2, y2] = [pen.x(from.xMm), pen.y(from.yMm), pen.x(to.xMm), pen.y(to.yMm)];
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  for (const [x, y] of [
    [x1, y1],
    [x2, y2],
  ] as const) {
    context.moveTo(x - uy * 4, y + ux * 4);
    context.lineTo(x + uy * 4, y - ux * 4);
  }
  context.strokeStyle = color;
  context.lineWidth = lineWeights.dimension;
  context.stroke();
}

/** Floor plans: one sheet per hall, and detail sheets where a hall is too large to read on one. */
import { compareNames } from '../../plan/compareNames.ts';
import { compareIds } from '../../plan/sortedById.ts';
import { must } from '../../assert.ts';
import type { Mark, Sheet } from '../drawing.ts';
import { CHECK_BAR_MM, drawCheckBar, drawNorthArrow, drawScaleBar } from '../bars.ts';
import { drawFrame, drawingZones } from '../frame.ts';
import { drawLegend } from '../legend.ts';
import { clipMarks } from '../clip.ts';
import { Occupancy } from '../occupancy.ts';
import { Pen, type Rectangle } from '../pen.ts';
import { makeSheet, type SheetContext, type SheetPart } from '../sheetContext.ts';
import { drawAisleLabels, drawChains } from './aisleMarks.ts';
import { drawCabinetNames, drawCabinets } from './cabinetMarks.ts';
import { drawCables, mergedCables, type MergedCables } from './cableMarks.ts';
import { drawDimensions } from './dimensionMarks.ts';
import { drawFloorGrid, drawTileNames } from './floorGrid.ts';
import { drawNoteMarks, noteLegend } from './noteMarks.ts';
import { drawObstacles, drawWalls } from './building.ts';
import { drawDeliveryPaths } from './deliveryPaths.ts';
import { drawPathwayTags, drawPathways, drawRisers, segmentsOnPaper } from './pathwayMarks.ts';
import { drawUnderlays } from './underlayMarks.ts';
import { layOutHall, type PlanPiece } from './planLayout.ts';
import { planLegend } from './planLegend.ts';
import { type PlanDrawing, toPaper } from './planView.ts';

export function planPart(context: SheetContext): SheetPart {
  const { derived, paper } = context;
  const halls = [...derived.survey.halls].sort((a, b) => compareNames(a.name, b.name) || compareIds(a.id, b.id));
  const pieces = halls.flatMap((hall) => layOutHall(derived.plan, hall, paper).map((piece, i) => ({ hall, piece, i })));
  return {
    kind: 'plan',
    count: pieces.length,
    *sheets(first, total): Generator<Sheet> {
      const merged = mergedCables(derived);
      for (const [i, { hall, piece, i: part }] of pieces.entries()) {
        const head = {
          id: part === 0 ? `plan-${hall.id}` : `plan-${hall.id}-${part}`,
          title: ['Floor plan', hall.name, piece.name].filter((word) => word !== '').join(', '),
          paper: piece.paper,
          scale: piece.view.scale,
          origin: piece.view.origin,
          number: first + i,
          count: total,
        };
        yield makeSheet(context, head, (pen, facts) => {
          const cabinets = derived.survey.cabinets.filter(({ cabinet }) => cabinet.hall === hall.id);
          const drawing: PlanDrawing = { derived, hall, cabinets, view: piece.view, pen, texts: new Occupancy(), lines: new Occupancy() };
          const unnamed =
            piece.window === null
              ? drawHall(drawing, context, merged, drawingZones(piece.paper).drawing)
              : drawWindow(drawing, context, merged, piece.window);
          const zones = drawFrame(pen, facts);
          drawNotes(pen, zones.notes, context, hall.id, piece, unnamed);
        });
      }
    },
  };
}

/** Back to front, drawings under the plan within `room`. Returns how many cabinets stay without a name. */
function drawHall(drawing: PlanDrawing, context: SheetContext, merged: MergedCables, room: Rectangle): number {
  const rows = context.rows.filter((row) => row.hall === drawing.hall.id);
  const segments = segmentsOnPaper(drawing);
  drawUnderlays(drawing, context.underlays, room);
  drawFloorGrid(drawing);
  drawObstacles(drawing);
  drawDeliveryPaths(drawing);
  drawCabinets(drawing);
  drawPathways(drawing, segments);
  drawRisers(drawing);
  drawCables(drawing, segments, merged);
  drawWalls(drawing);
  drawTileNames(drawing);
  const unnamed = drawCabinetNames(drawing);
  drawPathwayTags(drawing, segments);
  drawAisleLabels(drawing, rows);
  drawChains(drawing, rows);
  drawDimensions(drawing);
  if (context.showsNotes) drawNoteMarks(drawing, room);
  return unnamed;
}

/** The hall is drawn whole, then cut along the window; the window's edge is a match line. */
function drawWindow(drawing: PlanDrawing, context: SheetContext, merged: MergedCables, window: Rectangle): number {
  const own = new Pen(context.styles);
  // Cabinets far outside would leave marks to cut away, so they are not drawn at all.
  const near = drawing.cabinets.filter(({ box }) => {
    const [from, to] = [
      toPaper(drawing.view, { xMm: box.minXMm, yMm: box.minYMm }),
      toPaper(drawing.view, { xMm: box.maxXMm, yMm: box.maxYMm }),
    ];
    return to.x >= window.x && from.x <= window.x + window.widthMm && to.y >= window.y && from.y <= window.y + window.heightMm;
  });
  const unnamed = drawHall({ ...drawing, cabinets: near, pen: own }, context, merged, window);
  Object.assign(drawing.pen.symbols, own.symbols);
  Object.assign(drawing.pen.images, own.images);
  drawing.pen.marks.push(...clipMarks(explodedAtEdge(own, window), window));
  drawing.pen.rectangle(window, 'matchLine');
  return unnamed;
}

/** Symbols that the window's edge cuts become plain marks, which can be cut. */
function explodedAtEdge(pen: Pen, window: Rectangle): Mark[] {
  const marks: Mark[] = [];
  for (const mark of pen.marks) {
    if (mark.mark !== 'symbol') {
      marks.push(mark);
      continue;
    }
    const turn = (mark.rotateDeg * Math.PI) / 180;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const parts = must(pen.symbols[mark.symbol], 'symbol').marks.flatMap((part): Mark[] =>
      part.mark !== 'line'
        ? []
        : [{ ...part, points: part.points.map(({ x, y }) => ({ x: mark.at.x + x * cos - y * sin, y: mark.at.y + x * sin + y * cos })) }],
    );
    const whole = parts.every(
      (part) =>
        part.mark === 'line' &&
        part.points.every(
          ({ x, y }) => x >= window.x && x <= window.x + window.widthMm && y >= window.y && y <= window.y + window.heightMm,
        ),
    );
    if (whole) marks.push(mark);
    else marks.push(...parts);
  }
  return marks;
}

const BARS_MM = CHECK_BAR_MM + 30;

function drawNotes(pen: Pen, place: Rectangle, context: SheetContext, hall: string, piece: PlanPiece, unnamed: number): void {
  const { units } = context.derived.plan.settings;
  const barsX = place.x + place.widthMm - BARS_MM;
  const beside = place.widthMm >= BARS_MM + 60;
  const notes = context.showsNotes ? noteLegend(context.derived.plan, hall, piece) : [];
  const legend = [...planLegend(context, hall), ...notes];
  if (unnamed > 0) legend.push({ text: `${unnamed} cabinet names: see details and elevations`, sample: () => undefined });
  drawLegend(pen, { ...place, widthMm: beside ? barsX - place.x - 2 : place.widthMm - BARS_MM }, legend);
  const top = place.y + place.heightMm / 2 - 11;
  drawScaleBar(pen, barsX, top + 7, piece.view.scale, CHECK_BAR_MM, units);
  drawCheckBar(pen, barsX, top + 16, units);
  drawNorthArrow(pen, place.x + place.widthMm - 14, place.y + place.heightMm / 2 + 1.5, 7);
}

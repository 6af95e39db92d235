/** Walls with their doors, and what stands in the way. */
import type { Point } from '../../geometry/shapes.ts';
import type { Door, Obstacle } from '../../plan/types.ts';
import type { PaperPoint } from '../drawing.ts';
import { sizeFigure } from '../figures.ts';
import { boxAround } from '../../geometry/shapes.ts';
import { sortedById } from '../../plan/sortedById.ts';
import type { Occupancy } from '../occupancy.ts';
import type { Pen, Rectangle } from '../pen.ts';
import { textWidthMm } from '../textMetrics.ts';
import { alongWall, openLeafMm, pointOf, wallOf, type Wall } from './doorSwing.ts';
import { hatchLines } from './hatch.ts';
import { type PlanDrawing, toPaper } from './planView.ts';

const TEXT_MM = 2.1;
const HATCH_PITCH_MM = 1.8;

/** Heavy lines along the inner faces of the walls, open at the doors. */
export function drawWalls(drawing: PlanDrawing): void {
  const { derived, hall, view, pen } = drawing;
  const doors = sortedById(derived.plan.doors).filter((door) => door.hall === hall.id);
  const [first] = hall.outline;
  if (doors.length === 0 && first !== undefined) {
    pen.polygon(
      hall.outline.map((point) => toPaper(view, pointOf(point))),
      'wall',
      hall.id,
    );
    return;
  }
  // Runs of wall between doors, each one polyline round its corners.
  let run: Point[] = [];
  const runs: Point[][] = [run];
  hall.outline.forEach((corner, edge) => {
    const wall = wallOf(hall.outline, edge);
    run.push(pointOf(corner));
    for (const door of doorsOf(doors, edge)) {
      run.push(alongWall(wall, door.offsetMm));
      run = [alongWall(wall, door.offsetMm + door.clearWidthMm)];
      runs.push(run);
      drawDoor(drawing, door, wall);
    }
  });
  const [head = []] = runs;
  if (runs.length > 1) runs[0] = [...(runs.pop() ?? []), ...head];
  for (const points of runs) {
    pen.line(
      points.map((point) => toPaper(view, point)),
      'wall',
      hall.id,
    );
  }
}

function doorsOf(doors: readonly Door[], edge: number): Door[] {
  return doors.filter((door) => door.edge === edge).sort((a, b) => a.offsetMm - b.offsetMm);
}

/** Leaves standing open at a right angle, with the quarter circles that they sweep. */
function drawDoor({ derived, view, pen, texts, lines }: PlanDrawing, door: Door, wall: Wall): void {
  const { units } = derived.plan.settings;
  const leafMm = door.clearWidthMm / door.leaves;
  const into = openLeafMm(door);
  const hinges = [
    { hingeMm: door.offsetMm, closedMm: door.offsetMm + leafMm },
    { hingeMm: door.offsetMm + door.clearWidthMm, closedMm: door.offsetMm + door.clearWidthMm - leafMm },
  ].slice(0, door.leaves);
  for (const { hingeMm, closedMm } of hinges) {
    const hinge = toPaper(view, alongWall(wall, hingeMm));
    const open = toPaper(view, alongWall(wall, hingeMm, into));
    pen.segment(hinge.x, hinge.y, open.x, open.y, 'door', door.id);
    const [fromDeg, toDeg] = quarter(hinge, toPaper(view, alongWall(wall, closedMm)), open);
    pen.arc(hinge, leafMm / view.scale, fromDeg, toDeg, 'doorSwing', door.id);
  }
  const [jamb, tip] = [
    toPaper(view, alongWall(wall, door.offsetMm)),
    toPaper(view, alongWall(wall, door.offsetMm + door.clearWidthMm, into)),
  ];
  lines.add({
    x: Math.min(jamb.x, tip.x),
    y: Math.min(jamb.y, tip.y),
    widthMm: Math.abs(tip.x - jamb.x),
    heightMm: Math.abs(tip.y - jamb.y),
  });
  const size = `${sizeFigure(door.clearWidthMm, units)} × ${sizeFigure(door.clearHeightMm, units)}`;
  const isNamedSo = /deliver/i.test(door.name);
  const text = `${door.name}  ${size}${door.delivery && !isNamedSo ? '  delivery' : ''}`;
  const inset = (door.swing === 'in' ? leafMm : 0) + (1.8 + TEXT_MM / 2) * view.scale;
  const at = toPaper(view, alongWall(wall, door.offsetMm + door.clearWidthMm / 2, inset));
  const upright = Math.abs(wall.direction.xMm) < Math.abs(wall.direction.yMm);
  const widthMm = textWidthMm(text, TEXT_MM);
  const box = upright
    ? { x: at.x - TEXT_MM / 2, y: at.y - widthMm / 2, widthMm: TEXT_MM, heightMm: widthMm }
    : { x: at.x - widthMm / 2, y: at.y - TEXT_MM / 2, widthMm, heightMm: TEXT_MM };
  texts.add(box);
  pen.rectangle({ x: box.x - 0.6, y: box.y - 0.6, widthMm: box.widthMm + 1.2, heightMm: box.heightMm + 1.2 }, 'knockout');
  pen.text(text, at.x + (upright ? TEXT_MM * 0.36 : 0), at.y + (upright ? 0 : TEXT_MM * 0.36), TEXT_MM, 'doorText', {
    anchor: 'middle',
    rotateDeg: upright ? -90 : 0,
    owner: door.id,
  });
}

/** Start and end angle, clockwise, of the quarter circle between two points around a centre. */
function quarter(centre: PaperPoint, a: PaperPoint, b: PaperPoint): readonly [number, number] {
  const angle = (point: PaperPoint): number => (Math.atan2(point.y - centre.y, point.x - centre.x) * 180) / Math.PI;
  const [from, to] = [angle(a), angle(b)];
  const sweep = (to - from + 360) % 360;
  return sweep <= 180 ? [from, from + sweep] : [to, to + 360 - sweep];
}

/** Columns filled, keep-outs hatched, equipment crossed, ramps with lines up the slope. */
export function drawObstacles({ derived, hall, view, pen, texts, lines }: PlanDrawing): void {
  for (const obstacle of sortedById(derived.plan.obstacles)) {
    if (obstacle.hall !== hall.id) continue;
    const polygon = obstacle.outline.map((point) => toPaper(view, pointOf(point)));
    drawObstacle(pen, obstacle, polygon);
    const box = boxAround(polygon.map(({ x, y }) => ({ xMm: x, yMm: y })));
    const paperBox = { x: box.minXMm, y: box.minYMm, widthMm: box.maxXMm - box.minXMm, heightMm: box.maxYMm - box.minYMm };
    if (obstacle.kind === 'column') {
      lines.add(paperBox);
      continue;
    }
    drawObstacleName(pen, obstacle, paperBox, texts);
  }
}

/** Along the longer side where it does not fit across, on a patch of its own. */
function drawObstacleName(pen: Pen, obstacle: Obstacle, box: Rectangle, texts: Occupancy): void {
  const fullMm = textWidthMm(obstacle.name, TEXT_MM);
  const upright = fullMm > box.widthMm - 2 && box.heightMm > box.widthMm;
  const [alongMm, acrossMm] = upright ? [box.heightMm, box.widthMm] : [box.widthMm, box.heightMm];
  const lengthMm = Math.min(fullMm, alongMm - 2);
  if (lengthMm < 3 || acrossMm < TEXT_MM + 1) return;
  const [width, height] = upright ? [TEXT_MM + 1.4, lengthMm + 1.4] : [lengthMm + 1.4, TEXT_MM + 1.4];
  const patch = { x: box.x + (box.widthMm - width) / 2, y: box.y + (box.heightMm - height) / 2, widthMm: width, heightMm: height };
  pen.rectangle(patch, 'knockout');
  texts.add(patch);
  const base = TEXT_MM * 0.36;
  const [x, y] = [patch.x + width / 2, patch.y + height / 2];
  pen.text(obstacle.name, x + (upright ? base : 0), y + (upright ? 0 : base), TEXT_MM, 'obstacleText', {
    anchor: 'middle',
    rotateDeg: upright ? -90 : 0,
    maxWidthMm: lengthMm + 0.1,
    owner: obstacle.id,
  });
}

function drawObstacle(pen: Pen, obstacle: Obstacle, polygon: readonly PaperPoint[]): void {
  const [a, b, c, d] = polygon;
  switch (obstacle.kind) {
    case 'column':
    case 'wall':
      pen.polygon(polygon, 'column', obstacle.id);
      return;
    case 'keep-out':
      for (const [from, to] of hatchLines(polygon, HATCH_PITCH_MM)) pen.line([from, to], 'hatch', obstacle.id);
      pen.polygon(polygon, 'keepOut', obstacle.id);
      return;
    case 'keep-clear':
      for (const [from, to] of hatchLines(polygon, HATCH_PITCH_MM * 3)) pen.line([from, to], 'hatch', obstacle.id);
      pen.polygon(polygon, 'keepOut', obstacle.id);
      return;
    case 'equipment':
      if (polygon.length === 4 && a !== undefined && b !== undefined && c !== undefined && d !== undefined) {
        pen.line([a, c], 'hatch', obstacle.id);
        pen.line([b, d], 'hatch', obstacle.id);
      }
      pen.polygon(polygon, 'equipment', obstacle.id);
      return;
    case 'sprinkler':
      if (a !== undefined && b !== undefined && c !== undefined && d !== undefined) {
        pen.line([a, c], 'overhead', obstacle.id);
        pen.line([b, d], 'overhead', obstacle.id);
      }
      pen.polygon(polygon, 'overhead', obstacle.id);
      return;
    case 'light':
    case 'busway':
    case 'containment':
      pen.polygon(polygon, 'overhead', obstacle.id);
      return;
    case 'load-zone':
      pen.polygon(polygon, 'loadZone', obstacle.id);
      return;
    case 'ramp':
      for (const [from, to] of hatchLines(polygon, HATCH_PITCH_MM * 2)) pen.line([from, to], 'hatch', obstacle.id);
      pen.polygon(polygon, 'equipment', obstacle.id);
      return;
  }
}

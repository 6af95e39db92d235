/** Walls with their doors, and what stands in the way. */
import type { Point } from '../../geometry/shapes.ts';
import type { Door, Obstacle, PointMm } from '../../plan/types.ts';
import type { PaperPoint } from '../drawing.ts';
import { groupedDigits } from '../figures.ts';
import { boxAround } from '../../geometry/shapes.ts';
import { sortedById } from '../../plan/sortedById.ts';
import { textWidthMm } from '../textMetrics.ts';
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
      run.push(along(wall, door.offsetMm));
      run = [along(wall, door.offsetMm + door.clearWidthMm)];
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

interface Wall {
  readonly from: Point;
  /** Unit vectors along the wall and into the hall. */
  readonly direction: Point;
  readonly inward: Point;
}

/** Outlines run clockwise from above, so the hall lies to the right of each wall; one drawn the other way has it at the left. */
function wallOf(outline: readonly PointMm[], edge: number): Wall {
  const from = pointOf(outline[edge]!);
  const to = pointOf(outline[(edge + 1) % outline.length]!);
  const lengthMm = Math.hypot(to.xMm - from.xMm, to.yMm - from.yMm);
  const direction = { xMm: (to.xMm - from.xMm) / lengthMm, yMm: (to.yMm - from.yMm) / lengthMm };
  return { from, direction, inward: signedArea(outline) >= 0 ? { xMm: -direction.yMm, yMm: direction.xMm } : { xMm: direction.yMm, yMm: -direction.xMm } };
}

function signedArea(outline: readonly PointMm[]): number {
  return outline.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length]!;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

function doorsOf(doors: readonly Door[], edge: number): Door[] {
  return doors.filter((door) => door.edge === edge).sort((a, b) => a.offsetMm - b.offsetMm);
}

function along(wall: Wall, offsetMm: number, intoMm = 0): Point {
  return {
    xMm: wall.from.xMm + wall.direction.xMm * offsetMm + wall.inward.xMm * intoMm,
    yMm: wall.from.yMm + wall.direction.yMm * offsetMm + wall.inward.yMm * intoMm,
  };
}

/** Leaves standing open at a right angle, with the quarter circles that they sweep. */
function drawDoor({ view, pen, texts, lines }: PlanDrawing, door: Door, wall: Wall): void {
  const leafMm = door.clearWidthMm / door.leaves;
  const into = door.swing === 'in' ? leafMm : -leafMm;
  const hinges = [
    { hingeMm: door.offsetMm, closedMm: door.offsetMm + leafMm },
    { hingeMm: door.offsetMm + door.clearWidthMm, closedMm: door.offsetMm + door.clearWidthMm - leafMm },
  ].slice(0, door.leaves);
  for (const { hingeMm, closedMm } of hinges) {
    const hinge = toPaper(view, along(wall, hingeMm));
    const open = toPaper(view, along(wall, hingeMm, into));
    pen.segment(hinge.x, hinge.y, open.x, open.y, 'door', door.id);
    const [fromDeg, toDeg] = quarter(hinge, toPaper(view, along(wall, closedMm)), open);
    pen.arc(hinge, leafMm / view.scale, fromDeg, toDeg, 'doorSwing', door.id);
  }
  const [jamb, tip] = [toPaper(view, along(wall, door.offsetMm)), toPaper(view, along(wall, door.offsetMm + door.clearWidthMm, into))];
  lines.add({
    x: Math.min(jamb.x, tip.x),
    y: Math.min(jamb.y, tip.y),
    widthMm: Math.abs(tip.x - jamb.x),
    heightMm: Math.abs(tip.y - jamb.y),
  });
  const size = `${groupedDigits(door.clearWidthMm)} × ${groupedDigits(door.clearHeightMm)}`;
  const text = `${door.name}  ${size}${door.delivery ? '  delivery' : ''}`;
  const inset = (door.swing === 'in' ? leafMm : 0) + (1.8 + TEXT_MM / 2) * view.scale;
  const at = toPaper(view, along(wall, door.offsetMm + door.clearWidthMm / 2, inset));
  const upright = Math.abs(wall.direction.xMm) < Math.abs(wall.direction.yMm);
  const widthMm = textWidthMm(text, TEXT_MM);
  const box = upright
    ? { x: at.x - TEXT_MM / 2, y: at.y - widthMm / 2, widthMm: TEXT_MM, heightMm: widthMm }
    : { x: at.x - widthMm / 2, y: at.y - TEXT_MM / 2, widthMm, heightMm: TEXT_MM };
  texts.add(box);
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
    const widthMm = Math.min(textWidthMm(obstacle.name, TEXT_MM), paperBox.widthMm - 2);
    if (widthMm < 3 || paperBox.heightMm < TEXT_MM + 1) continue;
    const label = {
      x: paperBox.x + (paperBox.widthMm - widthMm) / 2 - 0.7,
      y: paperBox.y + (paperBox.heightMm - TEXT_MM) / 2 - 0.7,
      widthMm: widthMm + 1.4,
      heightMm: TEXT_MM + 1.4,
    };
    pen.rectangle(label, 'knockout');
    texts.add(label);
    pen.text(obstacle.name, label.x + label.widthMm / 2, label.y + label.heightMm / 2 + TEXT_MM * 0.36, TEXT_MM, 'obstacleText', {
      anchor: 'middle',
      maxWidthMm: widthMm + 0.1,
      owner: obstacle.id,
    });
  }
}

function drawObstacle(pen: PlanDrawing['pen'], obstacle: Obstacle, polygon: readonly PaperPoint[]): void {
  const [a, b, c, d] = polygon;
  switch (obstacle.kind) {
    case 'column':
      pen.polygon(polygon, 'column', obstacle.id);
      return;
    case 'keep-out':
      for (const [from, to] of hatchLines(polygon, HATCH_PITCH_MM)) pen.line([from, to], 'hatch', obstacle.id);
      pen.polygon(polygon, 'keepOut', obstacle.id);
      return;
    case 'equipment':
      if (polygon.length === 4 && a !== undefined && b !== undefined && c !== undefined && d !== undefined) {
        pen.line([a, c], 'hatch', obstacle.id);
        pen.line([b, d], 'hatch', obstacle.id);
      }
      pen.polygon(polygon, 'equipment', obstacle.id);
      return;
    case 'ramp':
      for (const [from, to] of hatchLines(polygon, HATCH_PITCH_MM * 2)) pen.line([from, to], 'hatch', obstacle.id);
      pen.polygon(polygon, 'equipment', obstacle.id);
      return;
  }
}

function pointOf([xMm, yMm]: PointMm): Point {
  return { xMm, yMm };
}

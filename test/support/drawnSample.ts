/**
 * The sample hall as an architect draws it: in centimetres although the file says millimetres, at a site's coordinates, y up,
 * walls with two lines and openings, columns as blocks, equipment as single lines, doors as leaves and arcs with their tags.
 */
import { DxfWriter, LWPolylineFlags, point2d, point3d, Units } from '@tarikjabiri/dxf';
import type { Obstacle, Plan, PointMm } from '../../shared/plan/types.ts';

/** Where the hall's north-west corner lies in the file, in its own units. */
const SITE = { x: 48_213.7, y: 90_455.2 };
const UNITS_PER_MM = 0.1;
const WALL_MM = 250;
const COLUMN_MM = 300;

/** Columns along the walls, beside the sample's own two: north-west corners. */
const WALL_COLUMNS: readonly PointMm[] = [
  ...[1500, 4500, 7500, 10_500].map((x): PointMm => [x, 0]),
  ...[6600, 9000, 11_400, 13_800].map((x): PointMm => [x, 15_300]),
  ...[4650, 7650, 10_650].map((y): PointMm => [0, y]),
  ...[4650, 7650, 10_650].map((y): PointMm => [15_300, y]),
];

/** The sample with the columns of its building: what comes of tracing and filling it. */
export function withWallColumns(sample: Plan): Plan {
  const [hall] = sample.halls.keys();
  const columns = WALL_COLUMNS.map(([x, y], at): Obstacle => ({
    id: `wall-column-${at + 1}`,
    hall: hall!,
    kind: 'column',
    name: `P${at + 1}`,
    outline: rectangle(x, y, COLUMN_MM, COLUMN_MM),
  }));
  return { ...sample, obstacles: new Map([...sample.obstacles, ...columns.map((column) => [column.id, column] as const)]) };
}

function rectangle(x: number, y: number, wide: number, deep: number): PointMm[] {
  return [
    [x, y],
    [x + wide, y],
    [x + wide, y + deep],
    [x, y + deep],
  ];
}

/** The drawing, as the text of a DXF. */
export function drawnSample(plan: Plan): string {
  const dxf = new DxfWriter();
  dxf.setUnits(Units.Millimeters);
  for (const [at, name] of ['A-WALL', 'A-DOOR', 'S-COLS', 'M-EQPM', 'A-KEEP-CLEAR', 'E-RACK', 'E-TRAY'].entries()) {
    dxf.addLayer(name, at + 1, 'Continuous');
  }
  const unitsX = (xMm: number): number => SITE.x + xMm * UNITS_PER_MM;
  const unitsY = (yMm: number): number => SITE.y - yMm * UNITS_PER_MM;
  const line = (layer: string, [x1, y1]: PointMm, [x2, y2]: PointMm): void =>
    void dxf.addLine(point3d(unitsX(x1), unitsY(y1)), point3d(unitsX(x2), unitsY(y2)), { layerName: layer });
  const ring = (layer: string, outline: readonly PointMm[]): void =>
    void dxf.addLWPolyline(
      outline.map(([x, y]) => ({ point: point2d(unitsX(x), unitsY(y)) })),
      { flags: LWPolylineFlags.Closed, layerName: layer },
    );
  const text = (layer: string, value: string, x: number, y: number): void =>
    void dxf.addText(point3d(unitsX(x), unitsY(y)), 15, value, { layerName: layer });

  for (const [layer, from, to] of wallLines()) line(layer, from, to);
  // Doors swing outwards: their arcs lie beyond the walls. Angles run counterclockwise from the east, y up.
  const radius = (mm: number): number => mm * UNITS_PER_MM;
  const arc = (x: number, y: number, mm: number, fromDeg: number, toDeg: number): void =>
    void dxf.addArc(point3d(unitsX(x), unitsY(y)), radius(mm), fromDeg, toDeg, { layerName: 'A-DOOR' });
  arc(12_800, -WALL_MM, 1000, 0, 90);
  line('A-DOOR', [12_800, -WALL_MM], [12_800, -WALL_MM - 1000]);
  text('A-DOOR', 'Staff door 1000 x 2100', 12_900, -WALL_MM - 200);
  arc(2400, 15_600 + WALL_MM, 1200, 270, 360);
  arc(4800, 15_600 + WALL_MM, 1200, 180, 270);
  line('A-DOOR', [2400, 15_600 + WALL_MM], [2400, 15_600 + WALL_MM + 1200]);
  line('A-DOOR', [4800, 15_600 + WALL_MM], [4800, 15_600 + WALL_MM + 1200]);
  text('A-DOOR', 'Goods door 2400 x 2800', 2600, 15_600 + WALL_MM + 300);

  const block = dxf.addBlock('COL300');
  const half = (COLUMN_MM * UNITS_PER_MM) / 2;
  block.addLine(point3d(-half, -half), point3d(half, -half));
  block.addLine(point3d(half, -half), point3d(half, half));
  block.addLine(point3d(half, half), point3d(-half, half));
  block.addLine(point3d(-half, half), point3d(-half, -half));
  block.addLine(point3d(-half, -half), point3d(half, half));
  for (const [x, y] of WALL_COLUMNS) {
    dxf.addInsert('COL300', point3d(unitsX(x + COLUMN_MM / 2), unitsY(y + COLUMN_MM / 2)), { layerName: 'S-COLS' });
  }
  for (const { kind, name, outline } of plan.obstacles.values()) {
    const [[x, y]] = outline as [PointMm];
    if (kind === 'column' && name.startsWith('C')) {
      ring('S-COLS', outline);
      text('S-COLS', name, x + 100, y + 250);
    }
    if (kind === 'equipment') outline.forEach((from, at) => line('M-EQPM', from, outline[(at + 1) % outline.length]!));
    if (kind === 'keep-out') ring('A-KEEP-CLEAR', outline);
  }
  for (const y of [1800, 4800, 8400, 11_400]) ring('E-RACK', rectangle(4300, y, 7000, 1200));
  for (const y of [2100, 5700, 8700, 12_300]) line('E-TRAY', [4300, y], [11_300, y]);
  for (const x of [7100, 8500]) line('E-TRAY', [x, 2100], [x, 12_300]);
  return dxf.stringify();
}

/** Both faces of the walls, with jambs at the two doors. */
function wallLines(): (readonly [string, PointMm, PointMm])[] {
  const [side, out] = [15_600, 15_600 + WALL_MM];
  const pieces: PointMm[][] = [
    [
      [12_800, 0],
      [0, 0],
      [0, side],
      [2400, side],
      [2400, out],
      [-WALL_MM, out],
      [-WALL_MM, -WALL_MM],
      [12_800, -WALL_MM],
      [12_800, 0],
    ],
    [
      [13_800, 0],
      [side, 0],
      [side, side],
      [4800, side],
      [4800, out],
      [out, out],
      [out, -WALL_MM],
      [13_800, -WALL_MM],
      [13_800, 0],
    ],
  ];
  return pieces.flatMap((piece) => piece.slice(1).map((to, at) => ['A-WALL', piece[at]!, to] as const));
}

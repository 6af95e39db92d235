/** Tracing: walls, columns and doors from lines as draughtsmen leave them, and from real drawings. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { polygonContainsPoint } from '../../../shared/geometry/polygons.ts';
import { readDxf } from '../../../shared/drawings/readDxf.ts';
import type { PathKind } from '../../../shared/drawings/lineDrawing.ts';
import { meaningOfLayer } from '../../../shared/drawings/trace/layerMeaning.ts';
import { pathOnFloor, pathsOnLayer, similarPaths, type PickedPath } from '../../../shared/drawings/trace/pickedPaths.ts';
import { traceDoors } from '../../../shared/drawings/trace/traceDoors.ts';
import { traceHall } from '../../../shared/drawings/trace/traceHall.ts';
import { traceShapes } from '../../../shared/drawings/trace/traceShapes.ts';
import { traceWalls } from '../../../shared/drawings/trace/traceWalls.ts';
import type { PointMm } from '../../../shared/plan/types.ts';
import { doubledArea } from '../../../shared/plan/outlineArea.ts';

function path(points: readonly (readonly [number, number])[], closed = false, kind: PathKind = 'line'): PickedPath {
  return { kind, closed, points: points.map(([xMm, yMm]) => ({ xMm, yMm })) };
}

function rectangle(x: number, y: number, wide: number, deep: number): PickedPath {
  return path(
    [
      [x, y],
      [x + wide, y],
      [x + wide, y + deep],
      [x, y + deep],
    ],
    true,
    'polyline',
  );
}

function arc(x: number, y: number, radius: number, fromDeg: number, toDeg: number): PickedPath {
  const points = Array.from({ length: 14 }, (_, step): [number, number] => {
    const angle = ((fromDeg + ((toDeg - fromDeg) * step) / 13) * Math.PI) / 180;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  return path(points, false, 'arc');
}

/** The lines of a wall's face from corner to corner, broken where it has openings. */
function lines(...points: (readonly [number, number])[]): PickedPath[] {
  return points.slice(1).map((to, at) => path([points[at]!, to]));
}

const L_SHAPE: PointMm[] = [
  [0, 0],
  [9000, 0],
  [9000, 4000],
  [5000, 4000],
  [5000, 7000],
  [0, 7000],
];

function hallOf(paths: readonly PickedPath[], gapMm = 3000) {
  const hall = traceHall(paths, gapMm);
  if (!hall.ok) throw new Error(hall.error.message);
  return hall.value;
}

/** The same ring of corners, wherever it begins. */
function ring(outline: readonly PointMm[]): string {
  const [first] = outline.map((_, at) => JSON.stringify([...outline.slice(at), ...outline.slice(0, at)])).sort();
  return first ?? '';
}

test('single lines, a closed line, and corners that do not quite meet give the same hall', () => {
  const closed = path(L_SHAPE, true, 'polyline');
  const single = lines(...L_SHAPE, L_SHAPE[0]!);
  const short = path([
    [0, 0],
    [8940, 0],
  ]);
  for (const paths of [[closed], single, [...single].reverse(), [short, ...single.slice(1)]]) {
    expect(ring(hallOf(paths, 100).outline)).toBe(ring(L_SHAPE));
  }
  expect(hallOf([short, ...single.slice(1)], 100).gaps.map(({ lengthMm }) => lengthMm)).toEqual([60]);
  expect(traceHall([short, ...single.slice(1)], 20)).toMatchObject({ ok: false, error: { code: 'trace.open' } });
});

test('of the two lines of a wall the inner face is taken, columns and rooms within do not matter, door openings are closed', () => {
  const outer = path(
    [
      [-250, -250],
      [9250, -250],
      [9250, 4250],
      [5250, 4250],
      [5250, 7250],
      [-250, 7250],
    ],
    true,
    'polyline',
  );
  const inner = path(L_SHAPE, true, 'polyline');
  expect(ring(hallOf([outer, inner, rectangle(2000, 2000, 400, 400)]).outline)).toBe(ring(L_SHAPE));

  // Pieces of wall with jambs: the north wall has an opening of 1.2 m, the west wall one of 2.4 m.
  const pieces = [
    path(
      [
        [3200, 0],
        [9000, 0],
        [9000, 4000],
        [5000, 4000],
        [5000, 7000],
        [0, 7000],
        [0, 5000],
        [-250, 5000],
        [-250, 7250],
        [5250, 7250],
        [5250, 4250],
        [9250, 4250],
        [9250, -250],
        [3200, -250],
      ],
      true,
      'polyline',
    ),
    path(
      [
        [2000, 0],
        [0, 0],
        [0, 2600],
        [-250, 2600],
        [-250, -250],
        [2000, -250],
      ],
      true,
      'polyline',
    ),
  ];
  const traced = hallOf(pieces);
  expect(ring(traced.outline)).toBe(ring(L_SHAPE));
  expect(traced.gaps.map(({ lengthMm }) => Math.round(lengthMm))).toEqual([2400, 1200]);
});

test('any rectangle-cornered hall in any order of lines, turned and moved, comes out within a millimetre', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(steps, fc.double({ min: 0, max: 6, noNaN: true }), fc.integer({ min: 0, max: 1e6 }), (stairs, angle, seed) => {
      // A staircase: a simple polygon whatever the steps.
      const corners: [number, number][] = [[0, 0]];
      let [x, y] = [stairs.reduce((sum, [dx]) => sum + dx * 700, 0), 0];
      corners.push([x, 0]);
      for (const [dx, dy] of stairs) {
        y += dy * 700;
        corners.push([x, y]);
        x -= dx * 700;
        corners.push([x, y]);
      }
      const turn = (px: number, py: number): [number, number] => [
        px * Math.cos(angle) - py * Math.sin(angle) + 5000,
        px * Math.sin(angle) + py * Math.cos(angle) - 3000,
      ];
      const turned = corners.map(([px, py]) => turn(px, py));
      const shuffled = lines(...turned, turned[0]!).toSorted(
        (a, b) => ((a.points[0]!.xMm * 7919 + seed) % 97) - ((b.points[0]!.xMm * 7919 + seed) % 97),
      );
      const { outline } = hallOf(shuffled, 300);
      expect(Math.abs(doubledArea(outline) / 2 - Math.abs(areaOf(corners)))).toBeLessThan(corners.length * 20_000);
      for (const [px, py] of turned) {
        const isCorner = outline.some(([ox, oy]) => Math.hypot(ox - px, oy - py) < 1);
        const isStraight = corners.length < 3;
        expect(isCorner || isStraight).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

function areaOf(points: readonly (readonly [number, number])[]): number {
  return points.reduce((sum, [x1, y1], at) => {
    const [x2, y2] = points[(at + 1) % points.length]!;
    return sum + (x1 * y2 - x2 * y1) / 2;
  }, 0);
}

test('closed lines, groups of lines and circles are things that stand, once each, named by the text in them', () => {
  const crossed = [
    rectangle(0, 0, 400, 400),
    path([
      [0, 0],
      [400, 400],
    ]),
    path([
      [400, 0],
      [0, 400],
    ]),
  ];
  const single = lines([2000, 0], [2400, 0], [2400, 400], [2000, 400], [2000, 0]);
  const circle = { ...arc(4200, 200, 200, 0, 360 - 360 / 14), closed: true };
  const texts = [
    { text: 'C1', xMm: 100, yMm: 100 },
    { text: 'far', xMm: 9000, yMm: 9000 },
    { text: 'C2', xMm: 2200, yMm: 200 },
  ];
  const traced = traceShapes(
    [
      ...single,
      circle,
      ...crossed,
      rectangle(0, 0, 400, 400),
      path([
        [0, 900],
        [500, 900],
      ]),
    ],
    20,
    texts,
  );
  if (!traced.ok) throw new Error(traced.error.message);
  expect(traced.value.shapes.map(({ name }) => name)).toEqual(['C1', 'C2', null]);
  expect(traced.value.shapes[1]!.outline).toEqual([
    [2000, 0],
    [2400, 0],
    [2400, 400],
    [2000, 400],
  ]);
  expect(traced.value.loose).toEqual([
    [
      { xMm: 0, yMm: 900 },
      { xMm: 500, yMm: 900 },
    ],
  ]);
});

const inner = { mostGapMm: 20, thickestMm: 600, singleMm: 100 };

test('inner walls: two lines side by side are one wall, a single line gets a thickness', () => {
  const traced = traceWalls(
    [
      path([
        [0, 0],
        [5000, 0],
      ]),
      path([
        [0, 150],
        [5000, 150],
      ]),
      ...lines([0, 3000], [4000, 3000], [4000, 6000]),
    ],
    inner,
  );
  if (!traced.ok) throw new Error(traced.error.message);
  expect(traced.value.walls.map(({ outline }) => ring(outline))).toEqual(
    [
      [
        [0, 0],
        [5000, 0],
        [5000, 150],
        [0, 150],
      ],
      [
        [0, 2950],
        [4050, 2950],
        [4050, 6000],
        [3950, 6000],
        [3950, 3050],
        [0, 3050],
      ],
    ].map((outline) => ring(outline as unknown as PointMm[])),
  );
});

test('rooms between inner walls stay open and are counted; how thick a wall may be is said by hand', () => {
  const rooms = [rectangle(0, 0, 6000, 4000), rectangle(100, 100, 2900, 3800), rectangle(3100, 100, 2800, 3800)];
  const traced = traceWalls(rooms, inner);
  if (!traced.ok) throw new Error(traced.error.message);
  expect(traced.value.rooms).toBeGreaterThanOrEqual(2);
  const holds = (xMm: number, yMm: number, walls = traced.value.walls) =>
    walls.some(({ outline }) =>
      polygonContainsPoint(
        outline.map(([x, y]) => ({ xMm: x, yMm: y })),
        { xMm, yMm },
      ),
    );
  expect([holds(1500, 2000), holds(4500, 2000)]).toEqual([false, false]);
  for (const [x, y] of [
    [50, 2000],
    [3050, 2000],
    [5950, 2000],
    [1500, 50],
    [4500, 3950],
  ] as const) {
    expect([x, y, holds(x, y)]).toEqual([x, y, true]);
  }
  // Two rooms that share a line with a thin body: the body alone is a wall, and it is one as long as it is not too thick.
  const duct = [rectangle(0, 0, 3000, 3000), rectangle(3000, 0, 800, 3000)];
  const [thin, thick] = [600, 900].map((thickestMm) => traceWalls(duct, { ...inner, thickestMm }));
  expect([thin, thick].map((one) => (one?.ok === true ? [one.value.rooms, holds(3400, 1500, one.value.walls)] : null))).toEqual([
    [2, false],
    [1, true],
  ]);
});

test('doors: clear width, leaves and swing from their arcs, in the wall beside; arcs of inner doors are told apart', () => {
  const outline: PointMm[] = [
    [0, 0],
    [9000, 0],
    [9000, 6000],
    [0, 6000],
  ];
  // In the north wall one leaf that opens into the hall; in the south wall two that open out, hinged on the outer face.
  const inward = arc(2000, 0, 1000, 0, 90);
  const outward = [arc(3000, 6250, 1200, 0, 90), arc(5400, 6250, 1200, 90, 180)];
  const inner = arc(4500, 3000, 900, 0, 90);
  expect(
    traceDoors(
      [
        inward,
        ...outward,
        inner,
        path([
          [2000, 0],
          [2000, 1000],
        ]),
      ],
      outline,
      [{ text: 'Goods door 2400 x 2800', xMm: 4000, yMm: 6500 }],
    ),
  ).toEqual({
    doors: [
      { edge: 0, offsetMm: 2000, clearWidthMm: 1000, leaves: 1, swing: 'in', clearHeightMm: null, delivery: false },
      { edge: 2, offsetMm: 3600, clearWidthMm: 2400, leaves: 2, swing: 'out', clearHeightMm: 2800, delivery: true },
    ],
    elsewhere: 1,
  });
});

test('a real plan: its 8 crossed columns and the circles of one size are found', () => {
  const read = readDxf(readFileSync(new URL('../../drawings/dxf/barcelona-pavillion/plan.dxf', import.meta.url)));
  if (!read.ok) throw new Error(read.error.message);
  const drawing = read.value;
  const frame = { xMm: 0, yMm: 0, rotationDeg: 0, mmPerUnit: 1000, widthUnits: drawing.width, heightUnits: drawing.height };
  const onLayer = (layer: string) => pathsOnLayer(drawing, layer).map((one) => pathOnFloor(drawing, frame, one));
  const columns = traceShapes(onLayer('Columns'), 20, []);
  const walls = traceWalls(onLayer('Walls'), inner);
  if (!columns.ok || !walls.ok) throw new Error('not traced');
  expect([columns.value.shapes.length, columns.value.loose.length]).toEqual([8, 0]);
  // Mies' cruciform columns: twelve corners, all of one size.
  expect(new Set(columns.value.shapes.map(({ outline }) => outline.length))).toEqual(new Set([12]));
  expect([walls.value.walls.length, walls.value.loose]).toEqual([11, 0]);
  // The bathroom, 4 m by 1.7 m between its walls, and the middle of its doorway stay open.
  for (const place of [
    { xMm: 6000, yMm: 1300 },
    { xMm: 8000, yMm: 1300 },
    { xMm: 6250, yMm: 2200 },
  ]) {
    expect(
      walls.value.walls.filter(({ outline }) =>
        polygonContainsPoint(
          outline.map(([xMm, yMm]) => ({ xMm, yMm })),
          place,
        ),
      ),
    ).toEqual([]);
  }
  const roof = hallOf(onLayer('Projection'));
  expect(roof.outline).toHaveLength(4);
  expect(
    similarPaths(
      drawing,
      drawing.kinds.findIndex((kind) => kind === 3),
    ),
  ).toHaveLength(184);
});

test('names of layers say what their lines are', () => {
  const meanings = ['A-WALL-FULL', 'A-DOOR', 'S-COLS', 'M-EQPM-CRAH', 'A-WALL-PRTN', 'Stützen', 'MURS', '0'].map(meaningOfLayer);
  expect(meanings).toEqual(['hall', 'door', 'column', 'equipment', 'wall', 'column', 'hall', null]);
});

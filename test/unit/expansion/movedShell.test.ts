/** Nothing of a hall's shell hangs in the air or lies outside after growth, and it has the findings of one that is generated so. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import { growPlan } from '../../../shared/expansion/growPlan.ts';
import { polygonContainsPoint } from '../../../shared/geometry/polygons.ts';
import { distanceToWall, fitsInWall, pointOnWall, wallOf, wallsOf } from '../../../shared/geometry/walls.ts';
import { generateRailOptimised } from '../../../shared/templates/railOptimised.ts';
import type { Door, Plan, PointMm } from '../../../shared/plan/types.ts';

const catalog = loadCatalog();

function generated(preset: 'h100' | 'b200', su: number): Plan {
  const plan = generateRailOptimised(catalog, { preset, su });
  return must(plan.ok ? plan.value : null, 'plan');
}

function grown(plan: Plan): Plan {
  const result = growPlan(plan, { fabric: null, su: null });
  return must(result.ok ? result.value : null, 'grown').plan;
}

const codes = ({ findings }: Derived): string[] => [...new Set(findings.map(({ code }) => code))].sort();
const hallOf = (plan: Plan) => must(plan.halls.get('hall-1'), 'hall');
const southOf = (plan: Plan): number => Math.max(...hallOf(plan).outline.map(([, yMm]) => yMm));

/** A generated hall with a door in each wall, a tray to the southern one, a way in, and what hangs, is kept free and measured there. */
function furnished(su: number): Plan {
  const plan = generated('h100', su);
  const hall = hallOf(plan);
  const southMm = southOf(plan);
  const door = must(plan.doors.get('door-staff'), 'door');
  const side = (id: string, edge: number): Door => ({ ...door, id, name: id, edge, offsetMm: 400 });
  // From the last crossing of the first cross tray, over its line of cabinets, to the wall.
  const rowJunctions = [...plan.junctions.values()].sort((one, other) => other.yMm - one.yMm || one.xMm - other.xMm);
  const crossing = must(rowJunctions[1], 'junction');
  const cross = must(
    [...plan.segments.values()].find(({ kind }) => kind === 'ladder'),
    'cross tray',
  );
  const box = (fromMm: number, toMm: number): PointMm[] => [
    [9000, fromMm],
    [9600, fromMm],
    [9600, toMm],
    [9000, toMm],
  ];
  return {
    ...plan,
    halls: new Map([
      [
        'hall-1',
        {
          ...hall,
          deliveryPaths: [
            {
              name: 'Dock',
              points: [
                [3000, southMm + 4000],
                [3000, southMm - 600],
                [3000, 3000],
              ],
              clearWidthMm: 2400,
              clearHeightMm: null,
            },
          ],
        },
      ],
    ]),
    doors: new Map([...plan.doors, ['east', side('east', 1)], ['west', side('west', 3)]]),
    obstacles: new Map([
      ...plan.obstacles,
      ['exit', { id: 'exit', hall: 'hall-1', name: 'Exit', kind: 'keep-clear', outline: box(southMm - 900, southMm) }],
      [
        'floor',
        { id: 'floor', hall: 'hall-1', name: 'Floor', kind: 'load-zone', outline: box(southMm - 1500, southMm - 950), areaLoadPa: 20_000 },
      ],
    ]),
    junctions: new Map([...plan.junctions, ['wall', { id: 'wall', hall: 'hall-1', xMm: crossing.xMm, yMm: southMm }]]),
    segments: new Map([
      ...plan.segments,
      ['to-wall', { ...cross, id: 'to-wall', name: 'To wall', from: crossing.id, to: 'wall', surveyedLengthMm: null }],
    ]),
    dimensions: new Map([
      [
        'depth',
        {
          id: 'depth',
          hall: 'hall-1',
          a: { kind: 'place', xMm: 6000, yMm: southMm - 300 },
          b: { kind: 'hall', id: 'hall-1', corner: 2 },
          axis: 'y',
          offsetMm: 0,
          leastMm: null,
          mostMm: null,
        },
      ],
    ]),
  };
}

describe('the shell of a hall that grows', () => {
  it.each([1, 2, 3])('from %i units stays whole: doors in walls, trays to walls, ways in, what is kept free and measured', (su) => {
    const before = furnished(su);
    const after = grown(before);
    const deeperMm = southOf(after) - southOf(before);
    const { outline } = hallOf(after);
    const isInside = ([xMm, yMm]: PointMm): boolean =>
      polygonContainsPoint(
        outline.map(([x, y]) => ({ xMm: x, yMm: y })),
        { xMm, yMm },
      ) || wallsOf(outline).some((wall) => distanceToWall(wall, { xMm, yMm }) <= 1);
    // What was in the hall is in it still.
    for (const { id, outline: corners } of after.obstacles.values())
      expect([id, corners.filter((corner) => !isInside(corner))]).toEqual([id, []]);
    for (const { id, xMm, yMm } of after.junctions.values()) expect([id, isInside([xMm, yMm])]).toEqual([id, true]);
    for (const { id, xMm, yMm } of after.cabinets.values()) expect([id, isInside([xMm, yMm])]).toEqual([id, true]);
    // Doors of the side walls stand where they stood, that of the southern wall went with it.
    const placeOf = (plan: Plan, id: string) => {
      const door = must(plan.doors.get(id), id);
      const wall = must(wallOf(hallOf(plan).outline, door.edge), 'wall');
      expect(fitsInWall(wall, door)).toBe(true);
      return pointOnWall(wall, door.offsetMm);
    };
    for (const id of ['east', 'west', 'door-staff']) expect(placeOf(after, id)).toEqual(placeOf(before, id));
    const goods = placeOf(before, 'door-delivery');
    expect(placeOf(after, 'door-delivery')).toEqual({ ...goods, yMm: goods.yMm + deeperMm });
    // The tray to the wall hangs from the last line that there is then, ends at the wall, and is no longer than across one line and the way behind it.
    const tray = must(after.segments.get('to-wall'), 'tray');
    const [from, to] = [must(after.junctions.get(tray.from), 'from'), must(after.junctions.get(tray.to), 'to')];
    expect([to.yMm, from.xMm]).toEqual([southOf(after), to.xMm]);
    const lastMm = Math.max(...[...after.cabinets.values()].map(({ yMm }) => yMm));
    if (deeperMm > 0) expect(from.yMm).toBeGreaterThanOrEqual(lastMm);
    // Way in, dimension: their outer parts went with the wall, their inner ones stayed; what the floor carries is where it is.
    const [path] = hallOf(after).deliveryPaths ?? [];
    const [was] = hallOf(before).deliveryPaths ?? [];
    const byPoint = path?.points.map(([, yMm], at) => yMm - (was?.points[at]?.[1] ?? 0));
    expect(byPoint).toEqual([deeperMm, deeperMm, 0]);
    expect(after.dimensions.get('depth')?.a).toEqual({ kind: 'place', xMm: 6000, yMm: southOf(after) - 300 });
    expect(after.obstacles.get('floor')).toEqual(before.obstacles.get('floor'));
    // Two trays in one place would hold each other's cables.
    const spans = [...after.segments.values()].map((one) => [one.from, one.to].sort().join(' ') + ` ${one.elevationMm}`);
    expect(spans.filter((span, at) => spans.indexOf(span) !== at)).toEqual([]);
    expect(codes(derive(after))).toEqual(codes(derive(before)));
  });

  it.each([
    ['h100', 1],
    ['h100', 2],
    ['h100', 3],
    ['b200', 2],
  ] as const)('%s: has the findings from %i units of a hall generated with one more, and its name', (preset, su) => {
    const target = generated(preset, su + 1);
    const after = grown(generated(preset, su));
    expect(codes(derive(after))).toEqual(codes(derive(target)));
    expect([after.name, after.settings.titleBlock.project]).toEqual([target.name, target.name]);
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Command } from '../../../shared/commands/command.ts';
import { addDoor, duplicateDoors, setDoors } from '../../../shared/commands/doors.ts';
import { contentsOfHall, contentsText, moveToHall, removeHall, setHallOutline } from '../../../shared/commands/halls.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { setObstacles } from '../../../shared/commands/obstacles.ts';
import { moveThings } from '../../../shared/commands/move.ts';
import { insertedCorner, movedCorner, movedWall, withoutCorner, withWallLength } from '../../../shared/geometry/outlineEdits.ts';
import { pointOnWall, wallOf } from '../../../shared/geometry/walls.ts';
import { fromCampus, toCampus } from '../../../shared/geometry/frames.ts';
import { must } from '../../../shared/assert.ts';
import type { Plan, PointMm } from '../../../shared/plan/types.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';

function after<A>(plan: Plan, command: Command<A>, args: A): Plan {
  const ran = runCommand(plan, command, args);
  if (!ran.ok) throw new Error(`${ran.error.message}; ${ran.error.remedy}`);
  return ran.value.plan;
}

function refusal<A>(plan: Plan, command: Command<A>, args: A): string {
  const ran = runCommand(plan, command, args);
  return ran.ok ? 'done' : ran.error.message;
}

/** Jambs of a door in the hall, to the millimetre. */
function jambs(plan: Plan, id: string): readonly [number, number][] {
  const door = must(plan.doors.get(id), id);
  const wall = must(wallOf(must(plan.halls.get(door.hall), 'hall').outline, door.edge), 'wall');
  return [door.offsetMm, door.offsetMm + door.clearWidthMm].map((mm) => {
    const { xMm, yMm } = pointOnWall(wall, mm);
    return [Math.round(xMm), Math.round(yMm)];
  });
}

const outlineOf = (plan: Plan): readonly PointMm[] => must(plan.halls.get('H'), 'hall').outline;
/** 20 × 15 m, a door in each of two walls. */
const doored = () => new PlanBuilder().hall().door('north').door('east', { edge: 1, offsetMm: 9000, clearWidthMm: 1500 }).build();

describe('doors of a hall that is redrawn', () => {
  it('stay where they stand when a corner is put in before them, on their wall or taken out again', () => {
    const plan = doored();
    const before = [jambs(plan, 'north'), jambs(plan, 'east')];
    for (const [wall, at] of [
      [0, [10_000, 0]],
      [1, [20_000, 3000]],
      [3, [0, 8000]],
    ] as const) {
      const cut = after(plan, setHallOutline, { id: 'H', outline: insertedCorner(outlineOf(plan), wall, at) });
      expect([jambs(cut, 'north'), jambs(cut, 'east')], `cut in wall ${wall}`).toEqual(before);
      const joined = after(cut, setHallOutline, { id: 'H', outline: withoutCorner(outlineOf(cut), wall + 1) });
      expect(joined).toEqual(plan);
    }
  });

  it('go with their wall when it is moved, and stay put along it when a corner of it is', () => {
    const plan = doored();
    const moved = after(plan, setHallOutline, { id: 'H', outline: movedWall(outlineOf(plan), 1, 2000) });
    expect(jambs(moved, 'east')).toEqual([
      [22_000, 9000],
      [22_000, 10_500],
    ]);
    expect(jambs(moved, 'north')).toEqual(jambs(plan, 'north'));
    const west = after(plan, setHallOutline, { id: 'H', outline: movedWall(outlineOf(plan), 3, 1000) });
    expect(jambs(west, 'north')).toEqual(jambs(plan, 'north'));
  });

  it('give way to the end of a wall that becomes too short, and refuse one that is shorter than they', () => {
    const plan = doored();
    const short = after(plan, setHallOutline, { id: 'H', outline: rectangle(0, 0, 20_000, 9500) });
    expect(jambs(short, 'east')).toEqual([
      [20_000, 8000],
      [20_000, 9500],
    ]);
    expect(refusal(plan, setHallOutline, { id: 'H', outline: rectangle(0, 0, 1900, 15_000) })).toBe(
      'north would have no wall that is wide enough',
    );
  });

  it('lie within their walls after any change of one corner', () => {
    const plan = doored();
    fc.assert(
      fc.property(
        fc.nat({ max: 3 }),
        fc.integer({ min: -40_000, max: 40_000 }),
        fc.integer({ min: -40_000, max: 40_000 }),
        (corner, x, y) => {
          const ran = runCommand(plan, setHallOutline, { id: 'H', outline: movedCorner(outlineOf(plan), corner, [x, y]) });
          if (!ran.ok) return;
          for (const door of ran.value.plan.doors.values()) {
            const wall = must(wallOf(must(ran.value.plan.halls.get('H'), 'hall').outline, door.edge), 'wall');
            expect(door.offsetMm).toBeGreaterThanOrEqual(0);
            expect(door.offsetMm + door.clearWidthMm).toBeLessThanOrEqual(wall.lengthMm + 1);
          }
        },
      ),
    );
  });
});

/** A hall with a step, a door in each of three walls that run alike or against each other. */
const stepped: readonly PointMm[] = [
  [0, 0],
  [20_000, 0],
  [20_000, 6000],
  [12_000, 6000],
  [12_000, 9000],
  [0, 9000],
];
const steppedHall = () =>
  new PlanBuilder()
    .hall('H', { outline: stepped })
    .door('east', { edge: 1, offsetMm: 1000, clearWidthMm: 1500 })
    .door('step', { edge: 3, offsetMm: 1000, clearWidthMm: 1500 })
    .door('south', { edge: 4, offsetMm: 5000, clearWidthMm: 1500 })
    .build();

const turnedBy = (outline: readonly PointMm[], turns: number): PointMm[] =>
  outline.map((_point, i) => outline[(i + turns) % outline.length]!);

describe('doors of a hall whose corners are counted anew', () => {
  const redraw = fc.oneof(
    fc.record({ kind: fc.constant('wall' as const), at: fc.nat({ max: 5 }), byMm: fc.integer({ min: -2500, max: 12_000 }) }),
    fc.record({
      kind: fc.constant('corner' as const),
      at: fc.nat({ max: 5 }),
      to: fc.tuple(fc.integer({ min: -30_000, max: 50_000 }), fc.integer({ min: -30_000, max: 50_000 })),
    }),
    fc.record({ kind: fc.constant('cut' as const), at: fc.nat({ max: 5 }), share: fc.double({ min: 0.1, max: 0.9, noNaN: true }) }),
    fc.record({ kind: fc.constant('join' as const), at: fc.nat({ max: 5 }) }),
  );

  it('stand in the same places whichever corner is the first, and in whichever sense they are drawn', () => {
    const plan = steppedHall();
    fc.assert(
      fc.property(fc.array(redraw, { minLength: 0, maxLength: 3 }), fc.nat({ max: 8 }), fc.boolean(), (changes, turns, isReversed) => {
        const outline = changes.reduce<readonly PointMm[]>((drawn, change) => {
          switch (change.kind) {
            case 'wall':
              return movedWall(drawn, change.at, change.byMm);
            case 'corner':
              return movedCorner(drawn, change.at, change.to);
            case 'join':
              return withoutCorner(drawn, change.at);
            case 'cut': {
              const wall = wallOf(drawn, change.at);
              if (wall === null) return drawn;
              const { xMm, yMm } = pointOnWall(wall, wall.lengthMm * change.share);
              return insertedCorner(drawn, change.at, [xMm, yMm]);
            }
          }
        }, stepped);
        const anew = turnedBy(outline, turns);
        const [plain, turned] = [outline, isReversed ? anew.toReversed() : anew].map((drawn) =>
          runCommand(plan, setHallOutline, { id: 'H', outline: drawn }),
        );
        if (!plain?.ok || !turned?.ok) {
          expect(turned?.ok).toBe(plain?.ok);
          return;
        }
        for (const id of plan.doors.keys()) expect(jambs(turned.value.plan, id), id).toEqual(jambs(plain.value.plan, id));
        if (changes.length > 0) return;
        for (const id of plan.doors.keys()) expect(jambs(turned.value.plan, id), id).toEqual(jambs(plan, id));
      }),
      { numRuns: 500 },
    );
  });

  it('go with their own wall, though another that runs like it lies nearer or has its number now', () => {
    const plan = steppedHall();
    for (let turns = 0; turns < stepped.length; turns += 1) {
      const outline = turnedBy(movedWall(stepped, 1, -7500), turns);
      const moved = after(plan, setHallOutline, { id: 'H', outline });
      expect(jambs(moved, 'east'), `turned by ${turns}`).toEqual([
        [12_500, 1000],
        [12_500, 2500],
      ]);
      expect(jambs(moved, 'step')).toEqual(jambs(plan, 'step'));
    }
  });

  it('keep their place along it when walls are pushed aside in the step that puts a corner in', () => {
    const plan = steppedHall();
    const outline = insertedCorner(movedWall(stepped, 1, 700), 0, [5000, 0]);
    const ran = runCommand(plan, setHallOutline, { id: 'H', outline: turnedBy(outline, 2) });
    if (!ran.ok) throw new Error(ran.error.message);
    expect(ran.value.step?.label).toBe('Redraw hall H');
    expect(jambs(ran.value.plan, 'east')).toEqual([
      [20_700, 1000],
      [20_700, 2500],
    ]);
  });

  it('go to the nearest wall that runs like theirs when that is gone, and the step says so', () => {
    const plan = steppedHall();
    const gone = runCommand(plan, setHallOutline, { id: 'H', outline: rectangle(0, 0, 20_000, 4000) });
    if (!gone.ok) throw new Error(gone.error.message);
    expect(gone.value.step?.label).toBe('Redraw hall H, step to wall 2');
    expect(jambs(gone.value.plan, 'step')).toEqual([
      [20_000, 2500],
      [20_000, 4000],
    ]);
    expect(refusal(plan, setHallOutline, { id: 'H', outline: rectangle(0, 0, 20_000, 1400) })).toBe(
      'east would have no wall that is wide enough',
    );
  });

  it('step aside from the door that stands there, and are refused where the wall has no room for both', () => {
    const doors = new Map(steppedHall().doors);
    const plan = { ...steppedHall(), doors: doors.set('east', { ...doors.get('east')!, offsetMm: 4500 }) };
    const gone = after(plan, setHallOutline, { id: 'H', outline: rectangle(0, 0, 20_000, 7000) });
    expect(['east', 'step'].map((id) => [gone.doors.get(id)?.edge, gone.doors.get(id)?.offsetMm])).toEqual([
      [1, 4500],
      [1, 3000],
    ]);
    expect(refusal(steppedHall(), setHallOutline, { id: 'H', outline: rectangle(0, 0, 20_000, 2900) })).toBe(
      'step would stand on another door',
    );
  });
});

describe('a door', () => {
  it('never stands on another, however it comes there; jamb to jamb it may', () => {
    const plan = new PlanBuilder().hall().door('a').door('b', { offsetMm: 6000 }).build();
    const a = must(plan.doors.get('a'), 'a');
    const end = a.offsetMm + a.clearWidthMm;
    expect(refusal(plan, addDoor, { door: { ...a, id: 'c', name: 'C', offsetMm: end - 1 } })).toBe('C would stand on a');
    expect(refusal(plan, addDoor, { door: { ...a, id: 'c', name: 'C', offsetMm: end } })).toBe('done');
    expect(refusal(plan, setDoors, { ids: ['b'], set: { offsetMm: end - 1 } })).toBe('b would stand on a');
    expect(refusal(plan, setDoors, { ids: ['a'], set: { clearWidthMm: 6000 } })).toBe('a would stand on b');
    expect(refusal(plan, moveThings, { doors: ['b'], dxMm: end - 6001, dyMm: 0 })).toBe('b would stand on a');
    // Together they keep their distance, until the corner stops the first.
    expect(refusal(plan, moveThings, { doors: ['a', 'b'], dxMm: 5000, dyMm: 0 })).toBe('done');
    expect(refusal(plan, moveThings, { doors: ['a', 'b'], dxMm: 99_000, dyMm: 0 })).toContain('would stand on');
  });

  it('does not reach beyond its wall', () => {
    const plan = doored();
    const dock = must(plan.doors.get('north'), 'north');
    expect(refusal(plan, addDoor, { door: { ...dock, id: 'd', name: 'Dock', offsetMm: 18_001 } })).toContain('Dock would reach beyond');
    expect(refusal(plan, setDoors, { ids: ['east'], set: { clearWidthMm: 6001 } })).toContain('15000 mm long');
    expect(refusal(plan, setDoors, { ids: ['east'], set: { clearWidthMm: 6000 } })).toBe('done');
  });

  it('slides along its wall when it is moved, as far as the wall goes', () => {
    const plan = doored();
    expect(after(plan, moveThings, { doors: ['north', 'east'], dxMm: 300, dyMm: -200 }).doors.get('north')?.offsetMm).toBe(800);
    expect(after(plan, moveThings, { doors: ['east'], dxMm: 300, dyMm: -200 }).doors.get('east')?.offsetMm).toBe(8800);
    expect(after(plan, moveThings, { doors: ['north'], dxMm: 99_000, dyMm: 0 }).doors.get('north')?.offsetMm).toBe(18_000);
  });

  it('is duplicated to the next free place of its wall', () => {
    const plan = doored();
    const copied = after(plan, duplicateDoors, { doors: [['north', 'd2']] });
    expect(copied.doors.get('d2')).toMatchObject({ offsetMm: 2800, edge: 0, name: 'north 2' });
    const narrow = new PlanBuilder()
      .hall('H', { outline: rectangle(0, 0, 4000, 4000) })
      .door('a')
      .build();
    expect(refusal(narrow, duplicateDoors, { doors: [['a', 'b']] })).toBe('the wall of a has no room for another');
  });
});

describe('halls', () => {
  const two = () =>
    new PlanBuilder()
      .hall('H', { name: 'Hall 1' })
      .hall('I', { name: 'Hall 2' })
      .cabinet('A01', 1000, 1000)
      .cabinet('A02', 1600, 1000)
      .device('s1', 'A01', 10)
      .door('dock')
      .junction('j1', 0, 5000)
      .junction('j2', 9000, 5000)
      .segment('t', 'j1', 'j2')
      .build();

  it('are deleted with what stands in them, and the step says how much that is', () => {
    const plan = two();
    expect(contentsText(contentsOfHall(plan, 'H'))).toBe('2 cabinets, 1 device, 1 pathway and 1 door');
    expect(contentsText(contentsOfHall(plan, 'I'))).toBe('');
    const ran = runCommand(plan, removeHall, { id: 'H' });
    if (!ran.ok) throw new Error(ran.error.message);
    expect(ran.value.step?.label).toBe('Delete hall Hall 1 with 2 cabinets, 1 device, 1 pathway and 1 door');
    const { halls, cabinets, devices, segments, junctions, doors } = ran.value.plan;
    expect([halls.size, cabinets.size, devices.size, segments.size, junctions.size, doors.size]).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it('give cabinets to each other with what is mounted in them', () => {
    const plan = two();
    const ran = runCommand(plan, moveToHall, { cabinets: ['A01'], hall: 'I', dxMm: 600, dyMm: -100 });
    if (!ran.ok) throw new Error(ran.error.message);
    expect(ran.value.step?.label).toBe('Move A01 to hall Hall 2');
    expect(ran.value.plan.cabinets.get('A01')).toMatchObject({ hall: 'I', xMm: 1600, yMm: 900 });
    expect(ran.value.plan.devices.get('s1')?.cabinet).toBe('A01');
    expect(refusal(plan, moveToHall, { cabinets: ['A01'], hall: 'H', dxMm: 0, dyMm: 0 })).toBe('these cabinets stand in that hall');
    expect(refusal(plan, moveToHall, { cabinets: ['A01'], hall: 'nowhere', dxMm: 0, dyMm: 0 })).toBe('there is no hall "nowhere"');
  });
});

describe('outlines', () => {
  const box = rectangle(0, 0, 20_000, 15_000);

  it('keep right angles when a wall is made longer', () => {
    expect(withWallLength(box, 0, 24_000)).toEqual(rectangle(0, 0, 24_000, 15_000));
    expect(withWallLength(box, 1, 9000)).toEqual(rectangle(0, 0, 20_000, 9000));
  });

  it('keep the directions of the walls beside one that is moved', () => {
    const slanted: readonly PointMm[] = [
      [0, 0],
      [10_000, 0],
      [14_000, 8000],
      [0, 8000],
    ];
    expect(movedWall(slanted, 2, 1000)).toEqual([
      [0, 0],
      [10_000, 0],
      [14_500, 9000],
      [0, 9000],
    ]);
  });

  it('come back from the campus to the hall', () => {
    fc.assert(
      fc.property(
        fc.record({ xMm: fc.integer({ min: -1e6, max: 1e6 }), yMm: fc.integer({ min: -1e6, max: 1e6 }) }),
        fc.integer({ min: 0, max: 359 }),
        (point, rotationDeg) => {
          const frame = { xMm: 12_000, yMm: -500, zMm: 0, rotationDeg };
          const back = fromCampus(frame, toCampus(frame, point));
          expect(Math.abs(back.xMm - point.xMm)).toBeLessThanOrEqual(1);
          expect(Math.abs(back.yMm - point.yMm)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('the name of an obstacle', () => {
  const hall = new PlanBuilder()
    .hall('H')
    .obstacle('K1', rectangle(0, 0, 400, 400))
    .build();

  it('follows the kind while it is the counted one, and stays when somebody gave it', () => {
    const counted = after(hall, setObstacles, { ids: ['K1'], set: { name: 'Column 3', kind: 'column' } });
    expect(after(counted, setObstacles, { ids: ['K1'], set: { kind: 'keep-out' } }).obstacles.get('K1')?.name).toBe('Keep-out 1');
    const given = after(counted, setObstacles, { ids: ['K1'], set: { name: 'Old pillar' } });
    expect(after(given, setObstacles, { ids: ['K1'], set: { kind: 'keep-out' } }).obstacles.get('K1')?.name).toBe('Old pillar');
  });
});

import { describe, expect, it } from 'vitest';
import type { DeliveryPath } from '../../../shared/plan/deliveryPaths.ts';
import type { PointMm } from '../../../shared/plan/types.ts';
import { longestAroundMm } from '../../../shared/geometry/turning.ts';
import { sharedAreaMm2 } from '../../../shared/geometry/sharedArea.ts';
import { found } from '../../support/findings.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { CABINET } from '../../support/testCatalog.ts';

/** A hall of 20 × 15 m with a delivery door of 2 × 3 m in its northern wall, from 500 to 2500. */
function room(): PlanBuilder {
  return new PlanBuilder().hall().door('D');
}

function withPath(points: readonly PointMm[], change: Partial<DeliveryPath> = {}): PlanBuilder {
  return new PlanBuilder()
    .hall('H', { deliveryPaths: [{ name: 'Way', points, clearWidthMm: 2000, clearHeightMm: 3000, ...change }] })
    .door('D')
    .cabinet('A', 10_000, 10_000);
}

const STRAIGHT: readonly PointMm[] = [
  [1500, -4000],
  [1500, 6000],
];

describe('what hangs and what zones carry', () => {
  it('keeps cabinets below sprinklers, busway and containment, with the room that these need', () => {
    const over = rectangle(2900, 2900, 900, 300);
    const at = (change: object): PlanBuilder =>
      room()
        .cabinet('A', 3000, 3000)
        .obstacle('S', over, { kind: 'sprinkler', ...change });
    expect(found(at({ undersideMm: CABINET.heightMm }).build())).toEqual([]);
    expect(found(at({ undersideMm: CABINET.heightMm - 1 }).build())).toEqual(['cabinet.under-obstacle: A S']);
    expect(found(at({ undersideMm: CABINET.heightMm + 400, freeBelowMm: 450 }).build())).toEqual(['cabinet.under-obstacle: A S']);
    expect(found(at({}).build())).toEqual(['obstacle.height-unknown: S']);
    expect(found(at({ kind: 'busway', undersideMm: 2800, topMm: 3000 }).build())).toEqual([]);
  });

  it('takes no floor: what hangs and load zones block neither cabinets nor aisles', () => {
    const plan = room()
      .cabinet('A', 3000, 3000)
      .obstacle('L', rectangle(2000, 2000, 5000, 5000), { kind: 'light', undersideMm: 3500 })
      .obstacle('Z', rectangle(2000, 2000, 5000, 5000), { kind: 'load-zone', areaLoadPa: 12_000 });
    expect(found(plan.build())).toEqual([]);
  });

  it('leads pathways above and below what hangs, not through it', () => {
    const tray = (elevationMm: number): PlanBuilder =>
      room()
        .junction('a', 4000, 5000)
        .junction('b', 12_000, 5000)
        .segment('T', 'a', 'b', { elevationMm, depthMm: 100 })
        .obstacle('B', rectangle(7000, 3000, 300, 4000), { kind: 'busway', undersideMm: 2900, topMm: 3100 });
    expect(found(tray(2800).build())).toEqual([]);
    expect(found(tray(2801).build())).toEqual(['pathway.through-obstacle: B T']);
    expect(found(tray(3099).build())).toEqual(['pathway.through-obstacle: B T']);
    expect(found(tray(3100).build())).toEqual([]);
  });

  it('weighs cabinets over load zones by the share of them that stands there', () => {
    // One cabinet, half of it on a zone of one square metre.
    const massKg = CABINET.massG / 1000;
    const halfPa = (massKg / 2) * 9.80665;
    const half = rectangle(3000 + CABINET.widthMm / 2, 3000, 1000, 1000);
    const zone = (areaLoadPa: number | undefined) => room().cabinet('A', 3000, 3000).obstacle('Z', half, { kind: 'load-zone', areaLoadPa });
    const share = sharedAreaMm2(
      rectangle(3000, 3000, CABINET.widthMm, CABINET.depthMm).map(([xMm, yMm]) => ({ xMm, yMm })),
      half.map(([xMm, yMm]) => ({ xMm, yMm })),
    );
    expect(share).toBeCloseTo((CABINET.widthMm / 2) * Math.min(1000, CABINET.depthMm), 6);
    const loadPa = halfPa * (Math.min(1000, CABINET.depthMm) / CABINET.depthMm);
    expect(found(zone(Math.ceil(loadPa)).build())).toEqual([]);
    expect(found(zone(Math.floor(loadPa) - 1).build())).toEqual(['floor.zone-load: A Z']);
    expect(found(zone(undefined).build())).toEqual(['floor.zone-unknown: A Z']);
  });
});

describe('doors that open into the hall', () => {
  it('are blocked by cabinets and columns in their swing alone', () => {
    // One leaf of 2 m, hinged at 500: it sweeps a quarter circle to 2500, 0 and 500, 2000.
    const door = (swing: 'in' | 'out') => new PlanBuilder().hall().door('D', { swing, leaves: 1 });
    const column = rectangle(600, 1700, 100, 100);
    expect(found(door('in').obstacle('K', column).build())).toEqual(['door.swing-blocked: D K']);
    expect(found(door('out').obstacle('K', column).build())).toEqual([]);
    expect(
      found(
        door('in')
          .obstacle('K', rectangle(2300, 1700, 100, 100))
          .build(),
      ),
    ).toEqual([]);
    expect(found(door('in').cabinet('A', 900, 500, { rotationDeg: 0 }).build())).toContain('door.swing-blocked: A D');
  });
});

describe('the delivery path', () => {
  it('is clear where it leads through a door that is large enough', () => {
    expect(found(withPath(STRAIGHT).build())).toEqual([]);
  });

  it('has the width and height of the largest crate, and says what is unknown', () => {
    expect(found(withPath(STRAIGHT, { clearWidthMm: 500 }).build())).toEqual(['delivery.too-narrow: H']);
    expect(found(withPath(STRAIGHT, { clearHeightMm: 1500 }).build())).toEqual(['delivery.too-low: H']);
    expect(found(withPath(STRAIGHT, { clearHeightMm: null }).build())).toEqual(['delivery.height-unknown: H']);
  });

  it('runs through doors, not walls, and ends in the hall', () => {
    const beside: readonly PointMm[] = [
      [5000, -4000],
      [5000, 6000],
    ];
    expect(found(withPath(beside).build())).toEqual(['delivery.through-wall: H']);
    expect(found(withPath(STRAIGHT.toReversed()).build())).toEqual(['delivery.ends-outside: H']);
    expect(found(withPath(STRAIGHT).door('D', { clearHeightMm: 1000, delivery: false }).door('E', { edge: 2 }).build())).toEqual([
      'delivery.door-too-small: D H',
    ]);
  });

  it('comes round its corners', () => {
    // Through a right angle a rectangle of width w goes as long as 2 (√2 c − w).
    expect(longestAroundMm(1500, 1200, Math.PI / 2)).toBeCloseTo(2 * (Math.SQRT2 * 1500 - 1200), 6);
    expect(longestAroundMm(1500, 1200, 0)).toBe(Infinity);
    const around: readonly PointMm[] = [...STRAIGHT, [9000, 6000]];
    const { widthMm, depthMm } = CABINET.crated ?? CABINET;
    const [narrow, long] = [Math.min(widthMm, depthMm), Math.max(widthMm, depthMm)];
    const tight = Math.ceil((long / 2 + narrow) / Math.SQRT2);
    expect(found(withPath(around, { clearWidthMm: Math.max(narrow, tight + 1) }).build())).toEqual([]);
    if (tight - 2 >= narrow) expect(found(withPath(around, { clearWidthMm: tight - 2 }).build())).toEqual(['delivery.corner-too-tight: H']);
  });

  it('passes what stands and hangs in its clear width', () => {
    expect(
      found(
        withPath(STRAIGHT)
          .obstacle('K', rectangle(2400, 3000, 300, 300))
          .build(),
      ),
    ).toEqual(['delivery.blocked: H K']);
    expect(
      found(
        withPath(STRAIGHT)
          .obstacle('K', rectangle(2501, 3000, 300, 300))
          .build(),
      ),
    ).toEqual([]);
    const busway = { kind: 'busway', undersideMm: 1500 } as const;
    expect(
      found(
        withPath(STRAIGHT)
          .obstacle('B', rectangle(0, 3000, 5000, 300), busway)
          .build(),
      ),
    ).toEqual(['delivery.too-low: B H']);
  });

  it('goes up ramps that are gentle and wide enough', () => {
    const ramp = (change: object) => withPath(STRAIGHT).obstacle('R', rectangle(500, 2000, 2000, 3000), { kind: 'ramp', ...change });
    expect(found(ramp({ slopePct: 8, clearWidthMm: 1500 }).build())).toEqual([]);
    expect(found(ramp({ slopePct: 9, clearWidthMm: 1500 }).build())).toEqual(['delivery.ramp-too-steep: H R']);
    expect(found(ramp({ slopePct: 8, clearWidthMm: 400 }).build())).toEqual(['delivery.ramp-too-narrow: H R']);
    expect(found(ramp({}).build())).toEqual(['delivery.ramp-unknown: H R']);
  });
});

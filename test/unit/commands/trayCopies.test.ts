import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../shared/commands/history.ts';
import { splitTrayAt, splitTrays } from '../../../shared/commands/splitTrays.ts';
import { layAlongRow } from '../../../shared/commands/trayAlongRow.ts';
import { cloneTrays, offsetTrays } from '../../../shared/commands/trayCopies.ts';
import { derive } from '../../../shared/engine/engine.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

/** An L: 10 m east, then 4 m south. */
const corner = (): PlanBuilder =>
  new PlanBuilder()
    .hall()
    .junction('a', 0, 0)
    .junction('b', 10_000, 0)
    .junction('c', 10_000, 4000)
    .segment('s1', 'a', 'b')
    .segment('s2', 'b', 'c');

const ids = (letter: string, count: number): string[] => Array.from({ length: count }, (_, place) => `${letter}${place + 1}`);

function done(ran: ReturnType<typeof runCommand>): Plan {
  if (!ran.ok) throw new Error(ran.error.message);
  return ran.value.plan;
}

describe('trays beside others', () => {
  it('keep their corner: south of the run to the east, west of the run to the south', () => {
    const after = done(
      runCommand(corner().build(), offsetTrays, { ids: ['s1', 's2'], byMm: 600, segmentIds: ids('n', 2), junctionIds: ids('k', 3) }),
    );
    const places = ids('k', 3).map((id) => after.junctions.get(id));
    expect(places.map((place) => [place?.xMm, place?.yMm])).toEqual([
      [0, 600],
      [9400, 600],
      [9400, 4000],
    ]);
    expect(after.segments.get('n1')).toMatchObject({ from: 'k1', to: 'k2', name: 'T1' });
  });

  it('lie on the other side for a distance below zero', () => {
    const after = done(
      runCommand(corner().build(), offsetTrays, { ids: ['s1', 's2'], byMm: -600, segmentIds: ids('n', 2), junctionIds: ids('k', 3) }),
    );
    expect(after.junctions.get('k2')).toMatchObject({ xMm: 10_600, yMm: -600 });
  });

  it('go all around a closed run', () => {
    const square = corner().junction('d', 0, 4000).segment('s3', 'c', 'd').segment('s4', 'd', 'a').build();
    const after = done(
      runCommand(square, offsetTrays, { ids: ['s1', 's2', 's3', 's4'], byMm: 500, segmentIds: ids('n', 4), junctionIds: ids('k', 4) }),
    );
    const xs = ids('k', 4).map((id) => after.junctions.get(id)?.xMm ?? Number.NaN);
    const ys = ids('k', 4).map((id) => after.junctions.get(id)?.yMm ?? Number.NaN);
    expect([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]).toEqual([500, 9500, 500, 3500]);
  });

  it('are refused for a run with branches', () => {
    const branched = corner().junction('d', 12_000, 0).segment('s3', 'b', 'd').build();
    const ran = runCommand(branched, offsetTrays, {
      ids: ['s1', 's2', 's3'],
      byMm: 500,
      segmentIds: ids('n', 3),
      junctionIds: ids('k', 4),
    });
    expect(ran.ok ? null : ran.error.message).toMatch(/branches/);
  });
});

describe('trays at another level', () => {
  it('hang on the same junctions, where cables change level', () => {
    const after = done(
      runCommand(corner().build(), cloneTrays, { ids: ['s1', 's2'], byMm: 300, at: 'joined', segmentIds: ids('n', 2), junctionIds: [] }),
    );
    expect(after.junctions.size).toBe(3);
    const { network } = derive(after).survey;
    expect(network.edgeCount - network.segmentCount).toBe(3);
    expect([...after.segments.values()].map(({ elevationMm }) => elevationMm).sort()).toEqual([2500, 2500, 2800, 2800]);
  });

  it('hang apart on junctions of their own', () => {
    const after = done(
      runCommand(corner().build(), cloneTrays, {
        ids: ['s1', 's2'],
        byMm: -300,
        at: 'apart',
        segmentIds: ids('n', 2),
        junctionIds: ids('k', 3),
      }),
    );
    const { network } = derive(after).survey;
    expect(network.edgeCount - network.segmentCount).toBe(0);
    expect(after.junctions.get('k2')).toMatchObject({ xMm: 10_000, yMm: 0 });
  });

  it('are refused where a tray hangs already', () => {
    const once = done(
      runCommand(corner().build(), cloneTrays, { ids: ['s1'], byMm: 300, at: 'joined', segmentIds: ['n1'], junctionIds: [] }),
    );
    const twice = runCommand(once, cloneTrays, { ids: ['s1'], byMm: 300, at: 'joined', segmentIds: ['n2'], junctionIds: [] });
    expect(twice.ok ? null : twice.error.message).toBe('a tray hangs there already');
  });
});

describe('trays in parts', () => {
  it('are as long together as before', () => {
    const after = done(
      runCommand(corner().build(), splitTrays, { ids: ['s1'], parts: 4, junctionIds: ids('k', 3), segmentIds: ids('n', 3) }),
    );
    expect(ids('k', 3).map((id) => after.junctions.get(id)?.xMm)).toEqual([2500, 5000, 7500]);
    expect(after.segments.get('s1')).toMatchObject({ from: 'a', to: 'k1' });
    expect(after.segments.get('n3')).toMatchObject({ from: 'k3', to: 'b' });
    const lengths = derive(after).takeoff.pathways.filter(({ id }) => id !== 's2');
    expect(lengths.map(({ lengthMm }) => lengthMm)).toEqual([2500, 2500, 2500, 2500]);
  });
});

describe('a tray cut at a distance', () => {
  const cut = (atMm: number) => runCommand(corner().build(), splitTrayAt, { id: 's1', atMm, junctionId: 'k', segmentId: 'n' });

  it('is two, which meet there', () => {
    const after = done(cut(2400));
    expect(after.junctions.get('k')?.xMm).toBe(2400);
    expect([after.segments.get('s1'), after.segments.get('n')]).toMatchObject([
      { from: 'a', to: 'k' },
      { from: 'k', to: 'b' },
    ]);
  });

  it('is refused beyond its ends', () => {
    for (const atMm of [0, -300, 10_000, Number.NaN]) expect(cut(atMm)).toMatchObject({ ok: false });
    expect(cut(12_000)).toMatchObject({ error: { message: '12000 mm is no place on s1', remedy: 'give a length between 0 and 10000 mm' } });
  });
});

describe('a tray along a row', () => {
  it('runs over the middle of the cabinets, or behind it, as far as the row goes', () => {
    const row = new PlanBuilder().hall().cabinet('A1', 1000, 1000).cabinet('A2', 1600, 1000).build();
    const model = [...row.catalog.cabinetModels.values()][0];
    const as = { kind: 'basket', widthMm: 300, depthMm: 100, elevationMm: 2500, massLimitGPerM: null, acceptsDrops: true } as const;
    const lay = (behindMm: number): number[][] => {
      const after = done(
        runCommand(row, layAlongRow, { ids: ['A1', 'A2'], behindMm, as, junctionIds: ids('k', 2), segmentIds: ids('n', 1) }),
      );
      return ['k1', 'k2'].map((id) => [after.junctions.get(id)?.xMm ?? Number.NaN, after.junctions.get(id)?.yMm ?? Number.NaN]);
    };
    const middleMm = 1000 + (model?.depthMm ?? Number.NaN) / 2;
    const ends = [1000, 1600 + (model?.widthMm ?? Number.NaN)];
    expect(lay(0).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual(ends.map((x) => [x, middleMm]));
    // Fronts face north: behind is south.
    expect(lay(400).map(([, y]) => y)).toEqual([middleMm + 400, middleMm + 400]);
  });
});

import { describe, expect, it } from 'vitest';
import { idsForRun, layRun, type LayRun } from '../../../shared/commands/layRun.ts';
import { redoStep, runCommand, undoStep } from '../../../shared/commands/history.ts';
import { must } from '../../../shared/assert.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan, PointMm } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

const as = { kind: 'ladder', widthMm: 300, depthMm: 100, elevationMm: 2500, massLimitGPerM: null, acceptsDrops: true } as const;

/** A tray along x at 2500 mm, from 1000 to 9000. */
const plan = new PlanBuilder().hall().junction('j1', 1000, 5000).junction('j2', 9000, 5000).segment('t', 'j1', 'j2').build();

function drawn(points: readonly PointMm[], change: Partial<LayRun['as']> = {}): LayRun {
  const ids = (letter: string): string[] => Array.from({ length: 12 }, (_, i) => `${letter}${i + 1}`);
  return { hall: 'H', points, as: { ...as, ...change }, junctionIds: ids('n'), segmentIds: ids('s') };
}

/** `id from–to`, sorted. */
function laid(from: Plan, run: LayRun): string[] {
  const ran = runCommand(from, layRun, run);
  if (!ran.ok) return [`${ran.error.message}; ${ran.error.remedy}`];
  const step = must(ran.value.step, 'step');
  // Whatever a run joins, it is taken back and done again to the byte.
  const before = undoStep(ran.value.plan, step);
  expect(serializePlan(before)).toBe(serializePlan(from));
  expect(serializePlan(redoStep(before, step))).toBe(serializePlan(ran.value.plan));
  return [...ran.value.plan.segments.values()].map((one) => `${one.id} ${one.from}–${one.to}`).sort();
}

describe('a run', () => {
  it('gets a segment a leg, named by the first free names', () => {
    const run = drawn([
      [1000, 8000],
      [4000, 8000],
      [4000, 12_000],
    ]);
    expect(laid(plan, run)).toEqual(['s1 n1–n2', 's2 n2–n3', 't j1–j2']);
    const ran = runCommand(plan, layRun, run);
    expect(ran.ok && ran.value.step?.label).toBe('Lay a run of 2 pathways');
    expect(ran.ok && ran.value.plan.segments.get('s2')?.name).toBe('T2');
  });

  it('begins and ends at junctions that are there', () => {
    const run = drawn([
      [1000, 5000],
      [1000, 8000],
      [9000, 8000],
      [9001, 5000],
    ]);
    expect(laid(plan, run)).toEqual(['s1 j1–n1', 's2 n1–n2', 's3 n2–j2', 't j1–j2']);
  });

  it('cuts what its corners lie on, whatever the elevation', () => {
    const run = drawn(
      [
        [3000, 5000],
        [3000, 8000],
      ],
      { elevationMm: 2800 },
    );
    expect(laid(plan, run)).toEqual(['s1 n1–n2', 's2 n1–j2', 't j1–n1']);
  });

  it('joins what it crosses at its own elevation and passes over the rest', () => {
    const across: readonly PointMm[] = [
      [3000, 2000],
      [3000, 8000],
    ];
    expect(laid(plan, drawn(across))).toEqual(['s1 n1–n2', 's2 n2–n3', 's3 n2–j2', 't j1–n2']);
    expect(laid(plan, drawn(across, { elevationMm: 2800 }))).toEqual(['s1 n1–n2', 't j1–j2']);
  });

  it('meets the same tray twice: the part before the first joint keeps its id', () => {
    const run = drawn([
      [3000, 2000],
      [3000, 8000],
      [6000, 8000],
      [6000, 2000],
    ]);
    expect(laid(plan, run)).toEqual(['s1 n1–n2', 's2 n2–n3', 's3 n3–n4', 's4 n4–n5', 's5 n5–n6', 's6 n5–j2', 's7 n2–n5', 't j1–n2']);
  });

  it('joins itself where it crosses', () => {
    const run = drawn([
      [1000, 8000],
      [5000, 8000],
      [5000, 10_000],
      [3000, 10_000],
      [3000, 7000],
    ]);
    expect(laid(plan, run)).toEqual(['s1 n1–n2', 's2 n2–n3', 's3 n3–n4', 's4 n4–n5', 's5 n5–n2', 's6 n2–n6', 't j1–j2']);
  });

  it('goes on from a tray, and refuses to lie on it', () => {
    expect(
      laid(
        plan,
        drawn([
          [9000, 5000],
          [12_000, 5000],
        ]),
      ),
    ).toEqual(['s1 j2–n1', 't j1–j2']);
    const refused = ['the run lies along t; draw it beside that, or at another elevation'];
    expect(
      laid(
        plan,
        drawn([
          [3000, 5000],
          [12_000, 5000],
        ]),
      ),
    ).toEqual(refused);
    expect(
      laid(
        plan,
        drawn([
          [500, 5000],
          [12_000, 5000],
        ]),
      ),
    ).toEqual(refused);
    expect(
      laid(
        plan,
        drawn(
          [
            [500, 5000],
            [12_000, 5000],
          ],
          { elevationMm: 3000 },
        ),
      ),
    ).toEqual(['s1 n1–n2', 't j1–j2']);
  });

  it('refuses no length, the same way back, and a surveyed tray', () => {
    expect(
      laid(
        plan,
        drawn([
          [500, 500],
          [500, 500],
        ]),
      ),
    ).toEqual(['the run has no length; draw it to another place']);
    const back = drawn([
      [500, 500],
      [900, 500],
      [500, 500],
    ]);
    expect(laid(plan, back)).toEqual(['the run goes the same way twice; take back its last point']);
    const surveyed = new PlanBuilder().hall().junction('j1', 0, 0).junction('j2', 9000, 0);
    const measured = surveyed.segment('t', 'j1', 'j2', { surveyedLengthMm: 9100 }).build();
    expect(
      laid(
        measured,
        drawn([
          [3000, 0],
          [3000, 4000],
        ]),
      ),
    ).toEqual(['t has a surveyed length, which cannot be shared out; clear its surveyed length first']);
  });

  it('says how many ids it takes', () => {
    const run = drawn([
      [3000, 2000],
      [3000, 8000],
    ]);
    expect(idsForRun(plan, run)).toEqual({ ok: true, value: { junctions: 3, segments: 2, parts: 1 } });
    const ran = runCommand(plan, layRun, { ...run, segmentIds: ['s1', 's2'] });
    expect(ran.ok ? 'laid' : ran.error.message).toBe('the run has too few ids');
  });

  it('leaves other halls alone', () => {
    const two = new PlanBuilder().hall().hall('G').junction('j1', 0, 0, { hall: 'G' }).junction('j2', 9000, 0, { hall: 'G' });
    const beside = two.segment('t', 'j1', 'j2').build();
    expect(
      laid(
        beside,
        drawn([
          [3000, -500],
          [3000, 4000],
        ]),
      ),
    ).toEqual(['s1 n1–n2', 't j1–j2']);
  });
});

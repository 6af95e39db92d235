import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../shared/plan/types.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { must } from '../../../shared/assert.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';

function sample(name: string): Plan {
  const parsed = parsePlan(readFileSync(new URL(`../../../assets/samples/${name}.raceway`, import.meta.url)));
  return must(parsed.ok ? parsed.value : null, `sample ${name}`);
}

function errorsOf(plan: Plan): readonly string[] {
  return derive(plan)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

describe('the sample plans', () => {
  for (const name of ['one-megawatt-hall', 'eight-cabinets']) {
    it(`${name} has no error`, () => {
      expect(errorsOf(sample(name))).toEqual([]);
    });
  }

  it('the hall of one megawatt keeps the warning that is true: a node needs five of its six supplies', () => {
    expect(derive(sample('one-megawatt-hall')).findings).toMatchObject([
      { code: 'power.feed-loss', severity: 'warning', required: '5 supplies left', actual: '3 left' },
    ]);
  });

  it('a cabinet moved into a column is an error', () => {
    const plan = sample('one-megawatt-hall');
    const column = must(
      [...plan.obstacles.values()].find(({ kind }) => kind === 'column'),
      'a column',
    );
    const [xMm, yMm] = must(column.outline[0], 'a corner of the column');
    const cabinet = must([...plan.cabinets.values()][0], 'a cabinet');
    const moved = new Map(plan.cabinets).set(cabinet.id, { ...cabinet, xMm: xMm - 100, yMm: yMm - 100 });
    expect(errorsOf({ ...plan, cabinets: moved })).toContain('cabinet.on-obstacle');
  });
});

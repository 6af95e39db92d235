import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../shared/checks/checkList.ts';
import { countStanding } from '../../../shared/checks/runChecks.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

/** Two cabinets that overlap, and two that share a name. */
function broken(): PlanBuilder {
  return new PlanBuilder()
    .hall()
    .door('D')
    .cabinet('A', 3000, 3000)
    .cabinet('B', 3100, 3000)
    .cabinet('C', 9000, 3000, { name: 'X' })
    .cabinet('E', 12_000, 3000, { name: 'X' });
}

describe('the list of checks', () => {
  it('names every code once, dotted', () => {
    const codes = CHECKS.flatMap((check) => check.codes);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[a-z]+(\.[a-z-]+)+$/.test(code))).toEqual([]);
  });
});

describe('findings', () => {
  it('come errors first, then by code and ids', () => {
    expect(derive(broken().build()).findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'error cabinet.overlap',
      'warning cabinet.name-twice',
    ]);
  });

  it('are raised only under codes that a check names', () => {
    const codes = new Set(CHECKS.flatMap((check) => check.codes));
    for (const finding of derive(broken().build()).findings) expect(codes).toContain(finding.code);
  });
});

describe('exclusions', () => {
  it('accept a finding of the same code and ids, in any order of ids', () => {
    const plan = broken().exclusion('x1', 'cabinet.overlap', ['B', 'A'], 'drawn so on purpose').build();
    const findings = derive(plan).findings;
    expect(findings.map(({ accepted }) => accepted)).toEqual(['drawn so on purpose', null]);
    expect(countStanding(findings)).toEqual({ errors: 0, warnings: 1 });
  });

  it('accept nothing else', () => {
    const others = broken()
      .exclusion('x1', 'cabinet.overlap', ['A'])
      .exclusion('x2', 'cabinet.on-obstacle', ['A', 'B'])
      .exclusion('x3', 'cabinet.overlap', ['A', 'B', 'C']);
    expect(countStanding(derive(others.build()).findings)).toEqual({ errors: 1, warnings: 1 });
  });
});

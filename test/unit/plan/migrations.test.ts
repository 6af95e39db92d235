import { describe, expect, it } from 'vitest';
import { migratePlan, migrations, type Migration } from '../../../shared/plan/migrations/migrate.ts';
import { PLAN_VERSION } from '../../../shared/plan/planFormat.ts';

/** Two steps that no release needed: cabinets were once called racks, and lengths were once in metres. */
const steps: readonly Migration[] = [
  {
    from: 1,
    what: 'racks become cabinets',
    migrate: ({ racks, ...rest }) => ({ ...rest, cabinets: racks }),
  },
  {
    from: 2,
    what: 'metres become millimetres',
    migrate: (raw) => ({ ...raw, reachMm: Number(raw['reachM']) * 1000 }),
  },
];

describe('migrations', () => {
  it('lead a file from the oldest version to the newest, one at a time', () => {
    expect(migratePlan({ version: 1, racks: ['A01'], reachM: 1.5 }, steps, 3)).toEqual({
      ok: true,
      value: { version: 3, cabinets: ['A01'], reachM: 1.5, reachMm: 1500 },
    });
  });

  it('begin at the version of the file', () => {
    expect(migratePlan({ version: 2, cabinets: [], reachM: 2 }, steps, 3)).toMatchObject({
      value: { version: 3, cabinets: [], reachMm: 2000 },
    });
  });

  it('leave a current file as it is', () => {
    const raw = { version: 3, reachM: 2 };
    expect(migratePlan(raw, steps, 3)).toEqual({ ok: true, value: raw });
  });

  it('refuse a file that is newer than the release', () => {
    expect(migratePlan({ version: 4 }, steps, 3)).toMatchObject({ ok: false, error: { code: 'plan.newer-version', path: 'version' } });
  });

  it('lead to the version that is written, without a gap', () => {
    expect(migrations.map(({ from }) => from)).toEqual(Array.from({ length: PLAN_VERSION - 1 }, (_, i) => i + 1));
  });
});

/** Whatever plan a schedule is of: read back into its hall it gives the same cables, or says of each line that it cannot. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '../../shared/engine/engine.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { cableSchedule } from '../../shared/takeoff/schedule.ts';
import { randomHall } from '../support/randomHall.ts';
import { runSeed, seedArbitrary } from '../support/randomCommands.ts';
import { lawRuns } from '../support/runs.ts';
import { drawnFrom, judgeFile, scheduleFile, withoutLinks } from '../support/scheduleTrip.ts';

/** What a table cannot say, or what a plan has twice. */
const REASONS = [
  'which a table of links cannot say',
  'has no port “?”',
  ' already',
  'do not say which go together',
  'stands at A, and a fabric has it at B',
  'are not as many devices as ports',
  ' devices are called ',
  ' has no ports',
  'its legs have several optics',
];

/** All that a row says, but for the name of its cable and what the names of rules' tiers and links come to. */
const rowsOf = (plan: Plan): string[] =>
  [...cableSchedule(derive(plan)).rows].map((row) => row.filter((_, at) => at !== 0 && at !== 2).join('|')).sort();

describe('a schedule of any plan', () => {
  it('comes back with the same cables, or is refused line by line', () => {
    let [drawn, refused] = [0, 0];
    fc.assert(
      fc.property(fc.tuple(fc.nat(100_000), fc.array(seedArbitrary, { maxLength: 25 }), fc.boolean()), ([hall, seeds, isBook]) => {
        let plan = randomHall(hall);
        for (const seed of seeds) {
          const ran = runSeed(plan, seed);
          if (ran.ok) plan = ran.value.plan;
        }
        const bare: Plan = {
          ...withoutLinks(plan),
          channels: new Map(),
          trunks: new Map(),
          routeRules: new Map(),
          diversityGroups: new Map(),
        };
        const ruled: Plan = { ...plan, routeRules: new Map(), diversityGroups: new Map() };
        const answer = judgeFile(scheduleFile(ruled, isBook ? 'XLSX' : 'CSV'), bare);
        expect(answer.isSchedule).toBe(true);
        const faults = answer.lines.flatMap(({ fault }) => fault ?? []);
        expect(faults.filter(({ message }) => !REASONS.some((reason) => message.includes(reason)))).toEqual([]);
        if (faults.length > 0) {
          expect(answer.schedule).toBeNull();
          refused += 1;
        } else if (answer.lines.length > 0) {
          expect(rowsOf(drawnFrom(answer, bare))).toEqual(rowsOf(ruled));
          drawn += 1;
        }
      }),
      lawRuns(150, 400),
    );
    expect(drawn).toBeGreaterThan(10);
    expect(refused).toBeGreaterThan(0);
  });
});

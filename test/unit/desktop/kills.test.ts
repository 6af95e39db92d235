/** The desktop's program killed at random moments: what the page was told is kept is there afterwards, and nothing is half written. */
import { describe, expect, it } from 'vitest';
import { createLedger } from '../../support/kills/ledger.ts';
import { killDesktop } from '../../support/kills/desktopKills.ts';
import { lawRuns } from '../../support/runs.ts';

const { numRuns, seed } = lawRuns(70, 900);

describe('the program, killed', () => {
  it(`${numRuns} times, loses nothing that it said is kept`, { timeout: 3_600_000 }, async () => {
    // Two programs beside each other, each with its own data.
    const lanes = await Promise.all([0, 1].map((lane) => killDesktop(numRuns / 2, seed + lane)));
    const sum = (count: (lane: (typeof lanes)[number]) => number): number => lanes.reduce((total, lane) => total + count(lane), 0);
    const counts = {
      host: 'desktop',
      kills: sum((lane) => lane.kills),
      duringStart: sum((lane) => lane.duringStart),
      restored: sum((lane) => lane.restored),
      made: sum((lane) => lane.made),
      acknowledged: sum((lane) => lane.acknowledged),
      saved: sum((lane) => lane.saved),
      lost: sum((lane) => lane.lost),
    };
    console.log(JSON.stringify(counts));
    expect(lanes.flatMap((lane) => lane.faults)).toEqual([]);
    expect(counts.lost).toBe(0);
    // That there was something to lose.
    expect(counts.acknowledged).toBeGreaterThan(2 * numRuns);
    expect(counts.restored).toBeGreaterThan(numRuns / 4);
    expect(counts.saved).toBeGreaterThan(numRuns / 4);
  });
});

describe('the ledger of the kills', () => {
  it('sees a kept change that is missing, a plan that nobody made, and a file that is older than reported', () => {
    const ledger = createLedger('a');
    ledger.take([
      { is: 'made', number: 1, plan: 'b' },
      { is: 'kept', number: 1 },
      { is: 'saving', plan: 'b' },
      { is: 'saved', plan: 'b' },
      { is: 'made', number: 2, plan: 'c' },
      { is: 'kept', number: 2 },
      { is: 'made', number: 3, plan: 'd' },
      { is: 'saving', plan: 'd' },
    ]);
    expect(['a', 'b', 'c', 'd', 'x'].map((plan) => ledger.lost(plan))).toEqual([2, 1, 0, 0, null]);
    expect(['a', 'b', 'c', 'd'].map((plan) => ledger.mayHold(plan))).toEqual([false, true, false, true]);
  });

  it('asks for no change because the plan after it is the one that was saved before', () => {
    const ledger = createLedger('a');
    ledger.take([
      { is: 'made', number: 1, plan: 'b' },
      { is: 'saving', plan: 'b' },
      { is: 'made', number: 2, plan: 'c' },
      { is: 'kept', number: 2 },
      { is: 'made', number: 3, plan: 'b' },
      { is: 'saved', plan: 'b' },
    ]);
    expect(['a', 'c', 'b'].map((plan) => ledger.lost(plan))).toEqual([2, 0, 0]);
  });
});

/** The planner in a browser, its page or the whole browser killed at random moments: what the page was told is kept is there afterwards. */
import { expect, test } from '@playwright/test';
import { killInBrowser } from '../support/kills/browserKills.ts';
import { lawRuns } from '../support/runs.ts';

// These need a browser context that lives as long as the test.
test.use({ trace: 'off', screenshot: 'off' });

const { numRuns, seed } = lawRuns(24, 100);

test(`killed ${numRuns} times, it loses nothing that it said is kept`, async ({ baseURL }) => {
  test.setTimeout(3_600_000);
  const { faults, ...counts } = await killInBrowser(baseURL ?? '', numRuns, seed);
  console.log(JSON.stringify({ host: 'browser', ...counts }));
  expect(faults).toEqual([]);
  expect(counts.lost).toBe(0);
  // That there was something to lose.
  expect(counts.acknowledged).toBeGreaterThan(numRuns);
  expect(counts.browsersKilled).toBeGreaterThan(0);
});

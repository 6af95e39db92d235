/**
 * The longest task on the page in each phase of a person's work on the one-megawatt hall: `node test/bench/pageTasks.ts` prints JSON.
 * Tasks are measured by the time that the page's thread itself works, from the browser's trace, so that other work of the machine
 * counts little; of several rounds the least is kept. Build first.
 */
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findTestBrowser } from '../setup/testBrowser.ts';
import { servePage } from '../../electron/launch/pageServer.ts';
import { PlannerPage } from '../e2e/support/plannerPage.ts';
import { longestTasks, type PhaseTask, type TraceEvent } from './traceTasks.ts';

/** Allowed after the first interactive frame. */
const LIMIT_MS = 50;
const rounds = Number(process.argv[2] ?? 3);

interface Phase {
  readonly name: string;
  readonly run: (planner: PlannerPage) => Promise<void>;
}

async function drag(planner: PlannerPage, dx: number, dy: number): Promise<void> {
  const { mouse } = planner.page;
  const { x, y } = await planner.middle();
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + dx, y + dy, { steps: 30 });
  await mouse.up();
}

const phases: readonly Phase[] = [
  { name: 'select', run: (planner) => planner.find('B03') },
  { name: 'drag a cabinet', run: (planner) => drag(planner, 0, 140) },
  { name: 'undo', run: (planner) => planner.page.keyboard.press('Control+z') },
  {
    name: 'drag a row',
    run: async (planner) => {
      await planner.page.getByRole('button', { name: /^Row B/ }).click();
      await drag(planner, 0, 60);
      await planner.page.keyboard.press('Control+z');
    },
  },
  {
    name: 'marquee',
    run: async (planner) => {
      await planner.page.keyboard.press('Escape');
      await planner.page.keyboard.press('Shift+Digit1');
      const { mouse } = planner.page;
      const { x, y } = await planner.middle();
      await mouse.move(x - 280, y + 60);
      await mouse.down();
      await mouse.move(x + 260, y - 220, { steps: 30 });
      await mouse.up();
    },
  },
  {
    name: 'zoom and pan',
    run: async (planner) => {
      await planner.page.keyboard.press('Escape');
      const { x, y } = await planner.middle();
      await planner.page.mouse.move(x, y);
      for (let turn = 0; turn < 12; turn++) await planner.page.mouse.wheel(0, turn < 8 ? -240 : 240);
      await planner.page.keyboard.press('h');
      await drag(planner, 200, 120);
      await planner.page.keyboard.press('v');
    },
  },
  {
    name: 'open tables',
    run: async (planner) => {
      for (const name of ['BOM', 'Findings', 'Cables']) {
        await planner.page.getByRole('tab', { name }).click();
        await planner.page.getByRole('grid').getByRole('row').nth(1).waitFor();
      }
    },
  },
  {
    name: 'scroll a table',
    run: async (planner) => {
      const grid = planner.page.getByRole('grid', { name: 'Cables' });
      await grid.hover();
      for (let turn = 0; turn < 20; turn++) await planner.page.mouse.wheel(0, 1200);
      await grid.focus();
      await planner.page.keyboard.press('End');
      await planner.page.keyboard.press('Home');
    },
  },
  {
    name: 'palette',
    run: async (planner) => {
      await planner.page.keyboard.press('Control+k');
      await planner.page.keyboard.type('su1-node', { delay: 40 });
      await planner.page.getByRole('option').first().waitFor();
      await planner.page.keyboard.press('Escape');
    },
  },
  ...['Generate a plan…', 'Plan settings…', 'Export…', 'Keyboard shortcuts'].map((name): Phase => ({
    name: `dialog: ${name}`,
    run: async (planner) => {
      const { page } = planner;
      await planner.drawing.focus();
      await page.keyboard.press({ 'Generate a plan…': 'g', 'Plan settings…': 'Control+,', 'Export…': 'Control+e' }[name] ?? '?');
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(300);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  })),
  {
    name: 'sheets',
    run: async (planner) => {
      await planner.page.getByRole('tab', { name: 'Sheets' }).click();
      await planner.page.getByRole('img', { name: 'Sheet 1 on A3' }).waitFor({ timeout: 60_000 });
      await planner.page.getByRole('tab', { name: 'Plan' }).click();
    },
  },
  {
    name: 'export the cable schedule',
    run: async (planner) => {
      await planner.export('Cable schedule', 'XLSX');
    },
  },
];

const mark = (page: Page, name: string): Promise<void> => page.evaluate((text) => void performance.mark(text), `phase ${name}`);

/** Runs in the page before its scripts: a mark once the drawing has stood on the screen for a frame, from when hands can work on it. */
function markFirstFrame(): void {
  const look = (): void => {
    if (document.querySelector('[role="application"]') === null) requestAnimationFrame(look);
    else requestAnimationFrame(() => performance.mark('phase figures arrive'));
  };
  requestAnimationFrame(look);
}

interface Round {
  /** From the request of the page until its figures stand, by the clock. */
  readonly startMs: number;
  readonly tasks: readonly PhaseTask[];
}

async function measure(browser: Browser, address: string): Promise<Round> {
  const page = await browser.newPage({ baseURL: address, viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  await browser.startTracing(page, {
    categories: ['toplevel', 'blink.user_timing', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await page.addInitScript(markFirstFrame);
  const planner = new PlannerPage(page);
  const before = performance.now();
  await planner.openSample('one-megawatt-hall');
  const startMs = Math.round(performance.now() - before);
  for (const phase of phases) {
    await mark(page, phase.name);
    await phase.run(planner);
    await page.waitForTimeout(400);
  }
  await mark(page, 'end');
  const trace = JSON.parse(String(await browser.stopTracing())) as { readonly traceEvents: readonly TraceEvent[] };
  await page.close();
  return { startMs, tasks: longestTasks(trace.traceEvents) };
}

const server = await servePage(fileURLToPath(new URL('../../out/renderer', import.meta.url)), 0);
const found = findTestBrowser();
const browser = await chromium.launch({
  ...(found === undefined ? {} : { executablePath: found.path }),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
const all: Round[] = [];
for (let round = 0; round < rounds; round++) all.push(await measure(browser, server.address));
await browser.close();
await server.close();

const names = ['start', 'figures arrive', ...phases.map(({ name }) => name)];
const best = names.map((name) => {
  const ofPhase = all.flatMap(({ tasks }) => tasks.filter((task) => task.phase === name)).toSorted((one, other) => one.ms - other.ms);
  return ofPhase[0] ?? { phase: name, ms: 0, doing: [] };
});
const report = {
  rounds,
  limitMs: LIMIT_MS,
  startMs: Math.min(...all.map(({ startMs }) => startMs)),
  phases: best,
  over: best.filter(({ phase, ms }) => phase !== 'start' && ms > LIMIT_MS).map(({ phase }) => phase),
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);

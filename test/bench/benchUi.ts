/**
 * The canvas at work on a hall of over 2,000 cabinets and 49,152 cables, all in view, measured from the browser's own trace:
 * `npm run bench:ui [-- --minutes 10]` builds the planner and prints JSON. Minutes of random editing follow where they are asked for.
 *
 * Frames are those that the page hands to the compositor while input comes without pause; tasks are counted by the time that the
 * page's thread itself works. For comparison stand the published limits of two whiteboards, in shapes on one canvas.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium, expect, type Browser, type CDPSession, type Page } from '@playwright/test';
import { findTestBrowser } from '../setup/testBrowser.ts';
import { servePage } from '../../electron/launch/pageServer.ts';
import { loadCatalog } from '../../electron/catalogFiles.ts';
import { derive } from '../../shared/engine/engine.ts';
import { parsePlan } from '../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import { generateRailOptimised } from '../../shared/templates/railOptimised.ts';
import { PlannerPage } from '../e2e/support/plannerPage.ts';
import { SeededRandom } from '../support/random.ts';
import { percentile, stretchesOf, type Stretch } from './frames.ts';
import type { TraceEvent } from './traceTasks.ts';

/** As their own issues tell: excalidraw/excalidraw 8136 (8,000 elements are a struggle), tldraw/tldraw 5156 (1,000 to 3,000 shapes). */
const PEERS = { 'Excalidraw, elements on a canvas': 8000, 'tldraw, shapes on a canvas': [1000, 3000] } as const;

const results = fileURLToPath(new URL('../.results/', import.meta.url));
const planFile = `${results}bench-ui.raceway`;
const { values: given } = parseArgs({ options: { minutes: { type: 'string', default: '0' } } });
const minutes = Number(given.minutes);

/** One node to a cabinet: 2,048 cabinets of nodes and those of their switches. */
function writePlan(): void {
  if (existsSync(planFile)) return;
  mkdirSync(results, { recursive: true });
  const plan = generateRailOptimised(loadCatalog(), { preset: 'b200', su: 64, nodesPerCabinet: 1, ufm: false });
  if (!plan.ok) throw new Error(plan.error.message);
  writeFileSync(planFile, serializePlan(plan.value));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const mark = (page: Page, name: string): Promise<void> => page.evaluate((text) => void performance.mark(text), name);

async function stretch(page: Page, name: string, work: () => Promise<void>): Promise<void> {
  await mark(page, `begin ${name}`);
  await work();
  await page.waitForTimeout(300);
  await mark(page, `end ${name}`);
}

/** A mouse tells its place so often, whether the page has taken the last one or not: as often as a screen shows it. */
const MOUSE_EVERY_MS = 16;

/**
 * Moves the pressed pointer out, half back, and leaves it there: what is dragged has moved. Places come at the rate of a mouse; the
 * browser hands the page the newest for each frame, as it does under a hand.
 */
async function sweep(session: CDPSession, from: Point, dx: number, dy: number, forMs: number): Promise<void> {
  const send = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', at: Point, buttons: 0 | 1): Promise<unknown> =>
    session.send('Input.dispatchMouseEvent', { type, ...at, button: type === 'mouseMoved' ? 'none' : 'left', buttons, clickCount: 1 });
  await send('mouseMoved', from, 0);
  await send('mousePressed', from, 1);
  const began = performance.now();
  const taken: Promise<unknown>[] = [];
  let at = from;
  for (let share = 0; share < 1;) {
    share = Math.min(1, (performance.now() - began) / forMs);
    const way = Math.sin(share * (5 / 6) * Math.PI);
    at = { x: from.x + dx * way, y: from.y + dy * way };
    taken.push(send('mouseMoved', at, 1));
    await sleep(MOUSE_EVERY_MS);
  }
  await Promise.all(taken);
  await send('mouseReleased', at, 0);
}

/** Turns the wheel in, then back out, at the rate of a mouse, as `sweep` moves it: the browser hands the page what has come by each frame. */
async function turnWheel(session: CDPSession, at: Point, turns: number): Promise<void> {
  const taken: Promise<unknown>[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const deltaY = turn < turns / 2 ? -24 : 24;
    taken.push(session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: 0, deltaY }));
    await sleep(MOUSE_EVERY_MS);
  }
  await Promise.all(taken);
}

async function heapMb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 1024 / 1024);
}

async function editAtRandom(planner: PlannerPage, session: CDPSession, forMinutes: number): Promise<readonly number[]> {
  const random = new SeededRandom(1);
  const { page } = planner;
  const box = await planner.drawing.boundingBox();
  if (box === null) throw new Error('the drawing is not on the page');
  const heaps: number[] = [];
  const started = performance.now();
  for (let sampled = 0; performance.now() - started < forMinutes * 60_000;) {
    const at = { x: box.x + 60 + random.between(0, box.width - 120), y: box.y + 60 + random.between(0, box.height - 120) };
    await page.mouse.click(at.x, at.y);
    switch (random.between(0, 4)) {
      case 0:
        await sweep(session, at, random.between(-40, 40), random.between(-40, 40), 100);
        break;
      case 1:
        for (let key = 0; key < 3; key += 1) await page.keyboard.press(random.pick(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']));
        break;
      case 2:
        await page.keyboard.press('Control+d');
        await page.keyboard.press('Control+z');
        break;
      case 3:
        await page.mouse.wheel(0, random.pick([-240, 240]));
        break;
      default:
        await page.keyboard.press('Control+z');
    }
    await page.keyboard.press('Escape');
    if (performance.now() - started > sampled * 60_000) {
      sampled += 1;
      heaps.push(await heapMb(session));
    }
  }
  heaps.push(await heapMb(session));
  return heaps;
}

async function measure(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ baseURL: address, viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  const planner = new PlannerPage(page);
  await planner.open();
  await browser.startTracing(page, {
    // No more than is asked for: a trace of everything takes the time of frames.
    categories: ['blink.user_timing', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await mark(page, 'begin open');
  const opened = performance.now();
  await planner.openFile(planFile);
  await page.getByRole('button', { name: /^Row A\b/ }).waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const firstFrameMs = Math.round(performance.now() - opened);
  await mark(page, 'end open');
  await expect(planner.status).toContainText('links on', { timeout: 60_000 });
  await planner.settled();
  const settledMs = Math.round(performance.now() - opened);
  await page.keyboard.press('Shift+Digit1');
  const middle = await planner.middle();

  await stretch(page, 'pan', async () => {
    await page.keyboard.press('h');
    await sweep(session, middle, 420, 160, 2500);
    await page.keyboard.press('v');
  });
  await stretch(page, 'zoom', async () => {
    await page.mouse.move(middle.x, middle.y);
    await turnWheel(session, middle, 150);
  });
  await page.keyboard.press('Shift+Digit1');
  const clicks: { readonly x: number; readonly y: number }[] = Array.from({ length: 9 }, (_, place) => ({
    x: middle.x + (place - 4) * 60,
    y: middle.y + ((place * 53) % 140) - 70,
  }));
  for (const [place, at] of clicks.entries()) {
    await page.mouse.move(at.x, at.y);
    await page.waitForTimeout(150);
    // A finger stays down this long.
    await stretch(page, `click ${place}`, () => page.mouse.click(at.x, at.y, { delay: 80 }));
  }
  await page.getByRole('button', { name: /^Row / }).nth(12).click();
  await page.keyboard.press('Shift+Digit2');
  // The row stays under the pointer while the view goes out to the whole hall.
  await page.mouse.move(middle.x, middle.y);
  const whole = await scaleOf(planner);
  for (let turn = 0; turn < 40 && (await scaleOf(planner)) < whole; turn += 1) await page.mouse.wheel(0, 120);
  // The first drag of a session runs code that the browser has not made fast yet; those after it are what a day is made of.
  for (const name of ['first drag', 'drag']) {
    await stretch(page, name, () => sweep(session, middle, 60, 40, 2500));
    await planner.settled();
    await page.keyboard.press('Control+z');
    await planner.settled();
  }
  const moved = (await planner.status.getByRole('status').textContent()) ?? '';
  const trace = JSON.parse(String(await browser.stopTracing())) as { readonly traceEvents: readonly TraceEvent[] };
  const stretches = new Map(stretchesOf(trace.traceEvents).map((one) => [one.name, one]));
  const of = (name: string): Stretch => {
    const found = stretches.get(name);
    if (found === undefined) throw new Error(`no stretch ${name} in the trace`);
    return found;
  };
  const p95 = (name: string): number => round(percentile(of(name).frameMs, 0.95));
  const hands = ['pan', 'zoom', 'first drag', 'drag', ...clicks.map((_, place) => `click ${place}`)];
  const median = (values: readonly number[]): number =>
    round(values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN);
  const heap = await heapMb(session);
  const edited = minutes > 0 ? await editAtRandom(planner, session, minutes) : [];
  process.stdout.write(
    `${JSON.stringify(
      {
        firstFrameMs,
        settledMs,
        panP95Ms: p95('pan'),
        dragP95Ms: p95('drag'),
        firstDragP95Ms: p95('first drag'),
        zoomP95Ms: p95('zoom'),
        frames: { pan: of('pan').frameMs.length, zoom: of('zoom').frameMs.length, drag: of('drag').frameMs.length },
        longestTaskMs: round(Math.max(...hands.map((name) => of(name).longestTaskMs))),
        longestTasks: Object.fromEntries(['open', ...hands].map((name) => [name, round(of(name).longestTaskMs)])),
        // From the press to the frame that shows what is taken; and until the panels have followed and the finger is up.
        clickMs: median(clicks.map((_, place) => of(`click ${place}`).firstFrameWorkMs)),
        clickWithPanelsMs: median(clicks.map((_, place) => of(`click ${place}`).workMs)),
        heapMb: heap,
        heapWhileEditingMb: edited,
        drawn,
        moved,
        goals: { firstFrameMs: 3000, panP95Ms: 33, dragP95Ms: 33, zoomP95Ms: 33, longestTaskMs: 50, clickMs: 16, heapMb: 600 },
        peers: PEERS,
      },
      null,
      2,
    )}\n`,
  );
  await page.close();
}

/** The denominator of the scale on screen: 1 : 250 gives 250. */
async function scaleOf(planner: PlannerPage): Promise<number> {
  const text = (await planner.page.getByTitle('Scale on screen').textContent()) ?? '';
  return Number(text.replace(/^1\s*:/, '').replace(/[^\d.]/g, ''));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

writePlan();
const parsed = parsePlan(readFileSync(planFile));
if (!parsed.ok) throw new Error(parsed.error.message);
/** The whole hall is in view in every stretch. */
const drawn = { cabinets: parsed.value.cabinets.size, cables: derive(parsed.value).takeoff.cables.count };
const server = await servePage(fileURLToPath(new URL('../../out/renderer', import.meta.url)), 0);
const found = findTestBrowser();
const browser = await chromium.launch({
  ...(found === undefined ? {} : { executablePath: found.path }),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
await measure(browser, server.address);
await browser.close();
await server.close();

/** Kills the planner in a browser over and over at random moments, its page or the whole browser, and looks each time at what is left. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { applyPatches, enableMapSet, enablePatches } from 'immer';
import { readJournal } from '../../../renderer/state/journal.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { SeededRandom } from '../random.ts';
import { readStore, tellAcknowledged, type Acknowledged, type StoredText } from './journalInPage.ts';
import { startBrowser, type RunningBrowser } from './killedBrowser.ts';

enablePatches();
enableMapSet();

export interface BrowserKillCounts {
  readonly kills: number;
  readonly pagesKilled: number;
  readonly browsersKilled: number;
  readonly acknowledged: number;
  /** In the journal beyond what the page had been told when it was killed. */
  readonly beyond: number;
  readonly lost: number;
  readonly faults: readonly string[];
}

/** What the page has been told that the journal holds. */
interface Told {
  snapshot: string;
  lines: string[];
}

/** `address` serves the built planner. */
export async function killInBrowser(address: string, kills: number, seed: number): Promise<BrowserKillCounts> {
  const profile = mkdtempSync(join(tmpdir(), 'raceway-profile-'));
  const random = new SeededRandom(seed);
  const counts = { kills, pagesKilled: 0, browsersKilled: 0, acknowledged: 0, beyond: 0, lost: 0 };
  const faults: string[] = [];
  const told: Told = { snapshot: '', lines: [] };
  const hear = (text: string): void => {
    const { snapshot, lines } = JSON.parse(text) as Acknowledged;
    if (snapshot !== null) [told.snapshot, told.lines] = [snapshot, []];
    told.lines.push(...lines);
    counts.acknowledged += lines.length;
  };
  let browser = await prepared(profile, hear);
  try {
    for (let round = 0; round < kills; round += 1) {
      const page = await open(browser.context, address, round === 0);
      if (round > 0) await check(page, round);
      await work(page, random, random.chance(0.3) ? 0 : random.between(50, 500));
      // A plan that nobody is known to have changed need not be offered; what was pressed may have been an undo of nothing.
      for (let tries = 0; told.lines.length === 0; tries += 1) {
        if (tries % 100 === 99) await work(page, random, 0);
        await page.waitForTimeout(10);
      }
      if (random.chance(0.2)) {
        counts.browsersKilled += 1;
        await browser.kill();
        browser = await prepared(profile, hear);
      } else {
        counts.pagesKilled += 1;
        await crash(browser.context, page);
      }
    }
    await check(await open(browser.context, address, false), kills);
  } finally {
    await browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return { ...counts, faults };

  /** The journal against what the page was told, then what the planner makes of it. */
  async function check(page: Page, round: number): Promise<void> {
    const fault = (text: string): number => faults.push(`round ${round}: ${text}`);
    await page.getByRole('dialog', { name: 'Restore unsaved work?' }).waitFor({ timeout: 60_000 });
    const stored = await readStore(page);
    const [journal] = stored;
    if (journal === undefined || stored.length > 1) {
      fault(`${stored.length} journals are left`);
      return;
    }
    const recovered = await planIn(journal);
    // Cut down while it restored: a new snapshot of the same plan has taken the place of the old journal.
    const isSame = journal.snapshot === told.snapshot;
    if (isSame) {
      const missing = told.lines.findIndex((line, index) => journal.lines[index] !== line);
      if (missing >= 0) counts.lost += told.lines.length - missing;
      else counts.beyond += journal.lines.length - told.lines.length;
    } else if (journal.snapshot !== (await planIn({ id: journal.id, ...told }))) {
      counts.lost += told.lines.length;
    }
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByText('links on').waitFor();
    const restored = (): Promise<string | undefined> => readStore(page).then((all) => all[0]?.snapshot);
    for (let tries = 0; (await restored()) !== recovered; tries += 1) {
      // A minute: a busy machine is slow, not wrong.
      if (tries > 2400) {
        fault('what the planner restored is not what the journal says');
        return;
      }
      await page.waitForTimeout(25);
    }
  }
}

async function prepared(profile: string, hear: (text: string) => void): Promise<RunningBrowser> {
  const browser = await startBrowser(profile);
  await browser.context.exposeBinding('journalAcknowledged', (_source, text: string) => hear(text));
  await browser.context.addInitScript(tellAcknowledged);
  return browser;
}

async function open(context: BrowserContext, address: string, isFirst: boolean): Promise<Page> {
  const page = await context.newPage();
  await page.goto(isFirst ? `${address}/?sample=eight-cabinets` : address);
  if (isFirst) await page.getByText('links on').waitFor();
  return page;
}

/** Turns, nudges, undoes at random until somebody else ends it. */
async function work(page: Page, random: SeededRandom, forMs: number): Promise<void> {
  await page.keyboard.press('Control+a');
  const endMs = performance.now() + forMs;
  do await page.keyboard.press(random.pick(['r', 'r', 'Shift+r', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Control+z']));
  while (performance.now() < endMs);
}

async function crash(context: BrowserContext, page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  // Never answered: there is nobody left to do so.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

async function planIn({ id, snapshot, lines }: StoredText): Promise<string> {
  const bytes = new TextEncoder().encode(snapshot);
  const parsed = parsePlan(bytes);
  if (!parsed.ok) throw new Error(`a snapshot cannot be read: ${parsed.error.message}`);
  const changes = await readJournal({ id, name: '', writtenAtMs: 0, snapshot: bytes, lines });
  return serializePlan(changes.reduce((plan, patches) => applyPatches(plan, patches), parsed.value));
}

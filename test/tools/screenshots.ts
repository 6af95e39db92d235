/**
 * Takes pictures of the built planner, every scene in light and dark at two sizes, into test/.results/screenshots, to be looked at:
 * `node test/tools/screenshots.ts [words of scenes]…`; with `--readme` those that the README shows, finer, into assets/screenshots. Build first.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findTestBrowser } from '../setup/testBrowser.ts';
import { servePage } from '../../electron/launch/pageServer.ts';
import { PlannerPage } from '../e2e/support/plannerPage.ts';
import { openScene, scenes } from '../e2e/support/scenes.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  // What is left of 1440 × 900 at 200 %.
  { width: 720, height: 450 },
];
/** What the README shows, and under which names. */
const shown: Readonly<Record<string, string>> = { plan: 'plan', 'plan-small': 'eight-cabinets' };
const isForReadme = process.argv.includes('--readme');
const folder = fileURLToPath(new URL(isForReadme ? '../../assets/screenshots/' : '../.results/screenshots/', import.meta.url));
const words = process.argv.slice(2);
const wanted = scenes.filter(({ name }) => (isForReadme ? name in shown : words.length === 0 || words.some((word) => name.includes(word))));
const taken = isForReadme ? sizes.slice(0, 1) : sizes;

mkdirSync(folder, { recursive: true });
const server = await servePage(fileURLToPath(new URL('../../out/renderer', import.meta.url)), 0);
const found = findTestBrowser();
const browser = await chromium.launch({
  ...(found === undefined ? {} : { executablePath: found.path }),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
let failed = 0;
for (const viewport of taken)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const scene of wanted) {
      const name = isForReadme ? `${shown[scene.name] ?? ''}-${colorScheme}` : `${scene.name}-${viewport.width}-${colorScheme}`;
      const context = await browser.newContext({
        viewport,
        colorScheme,
        baseURL: server.address,
        locale: 'en-US',
        timezoneId: 'UTC',
        deviceScaleFactor: isForReadme ? 2 : 1,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      try {
        const planner = new PlannerPage(page);
        await openScene(planner, scene);
        if (isForReadme) await planner.settled();
      } catch (error) {
        failed += 1;
        process.stderr.write(`${name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}\n`);
      }
      await page.screenshot({ path: `${folder}${name}.png` });
      await context.close();
    }
await browser.close();
await server.close();
process.stdout.write(`${wanted.length * taken.length * 2} pictures in ${folder}\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** Renders assets/icons/raceway.svg to the PNG sizes that packages and windows need: `node test/tools/renderIcons.ts`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../electron/launch/findBrowser.ts';

const sizesPx = [32, 256, 512, 1024];
const icons = fileURLToPath(new URL('../../assets/icons/', import.meta.url));
const drawing = Buffer.from(readFileSync(`${icons}raceway.svg`)).toString('base64');
const found = findBrowser();

const browser = await chromium.launch({
  ...(found === undefined ? {} : { executablePath: found.path }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const sizePx of sizesPx) {
  const page = await browser.newPage({ viewport: { width: sizePx, height: sizePx } });
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}img{display:block;width:100vw;height:100vh}</style><img src="data:image/svg+xml;base64,${drawing}">`,
  );
  await page.screenshot({ path: `${icons}raceway-${sizePx}.png`, omitBackground: true });
  await page.close();
}
await browser.close();

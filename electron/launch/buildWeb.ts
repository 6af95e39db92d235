/**
 * `npm run build:web`: static files for any https host, in out/web. Such a host cannot give each response a nonce of its own,
 * so the page states the policy itself and names its style elements by their digests. Those are taken from the page as it is drawn.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { contentSecurityPolicy, noncePlaceholder } from '../page/contentSecurityPolicy.ts';
import { buildPage, projectFolder } from './build.ts';
import { findBrowser } from './findBrowser.ts';
import { servePage } from './pageServer.ts';

const outDir = join(projectFolder, 'out', 'web');

/** The page with the policy in a meta element, which knows no `frame-ancestors`: the host sends that as a header. */
function withStaticPolicy(html: string, styleDigests: readonly string[]): string {
  const sources = styleDigests.map((digest) => `'sha256-${digest}'`).join(' ');
  const policy = contentSecurityPolicy(noncePlaceholder)
    .replace(`'nonce-${noncePlaceholder}'`, sources)
    .replace(/; frame-ancestors [^;]*/, '');
  return html
    .replace(/\s*<meta property="csp-nonce"[^>]*>/, '')
    .replaceAll(` nonce="${noncePlaceholder}"`, '')
    .replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
}

async function styleTexts(page: Page, address: string): Promise<string[]> {
  await page.goto(address, { waitUntil: 'networkidle' });
  return page.evaluate('[...document.querySelectorAll("style")].map((style) => style.textContent)');
}

/** The digests of every style element that the page makes, in light and in dark. */
async function collectStyleDigests(executablePath: string): Promise<string[]> {
  const server = await servePage(outDir, 0);
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const texts: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme });
      texts.push(...(await styleTexts(page, server.address)));
      await page.close();
    }
    const digests = texts.map((text) => createHash('sha256').update(text).digest('base64'));
    return [...new Set(digests)].sort();
  } finally {
    await browser.close();
    await server.close();
  }
}

const browser = findBrowser();
if (browser === undefined) {
  console.error('The digests of the page’s styles need a browser: install Chrome, Chromium or Edge, or set RACEWAY_BROWSER');
  process.exitCode = 1;
} else {
  await buildPage(outDir);
  const digests = await collectStyleDigests(browser.path);
  const file = join(outDir, 'index.html');
  writeFileSync(file, withStaticPolicy(readFileSync(file, 'utf8'), digests));
  console.log(`Static files for any https host are in ${outDir}`);
}

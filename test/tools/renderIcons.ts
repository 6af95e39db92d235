/**
 * Renders the drawings in assets/icons to what packages and windows need: `node test/tools/renderIcons.ts`.
 * `sizes/` is the program's icon for Linux and for its window; `.ico` is for Windows, `.icns` for macOS.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findTestBrowser } from '../setup/testBrowser.ts';
import { macIcon, macSizesPx, windowsIcon, windowsSizesPx, type Pictures } from './iconFiles.ts';

const linuxSizesPx = [16, 24, 32, 48, 64, 128, 256, 512];
const icons = fileURLToPath(new URL('../../assets/icons/', import.meta.url));
const found = findTestBrowser();
const browser = await chromium.launch({
  ...(found === undefined ? {} : { executablePath: found.path }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

async function render(drawing: string, sizesPx: readonly number[]): Promise<Pictures> {
  const data = Buffer.from(drawing).toString('base64');
  const pictures = new Map<number, Uint8Array>();
  const page = await browser.newPage();
  for (const sizePx of sizesPx) {
    await page.setViewportSize({ width: sizePx, height: sizePx });
    await page.setContent(
      `<style>html,body{margin:0;background:transparent}img{display:block;width:100vw;height:100vh}</style><img src="data:image/svg+xml;base64,${data}">`,
    );
    pictures.set(sizePx, await page.screenshot({ omitBackground: true }));
  }
  await page.close();
  return pictures;
}

const program = readFileSync(`${icons}raceway.svg`, 'utf8');
// On macOS an icon keeps a margin: its body fills 824 of 1024.
const programOnMac = program.replace('viewBox="0 0 512 512"', 'viewBox="-42 -42 596 596"');
const document = readFileSync(`${icons}document.svg`, 'utf8');

mkdirSync(`${icons}sizes`, { recursive: true });
const pictures = await render(program, [...new Set([...linuxSizesPx, ...windowsSizesPx])]);
for (const sizePx of linuxSizesPx) writeFileSync(`${icons}sizes/${sizePx}.png`, pictures.get(sizePx)!);
writeFileSync(`${icons}raceway.ico`, windowsIcon(pictures));
writeFileSync(`${icons}raceway.icns`, macIcon(await render(programOnMac, macSizesPx)));
const documents = await render(document, [...new Set([...windowsSizesPx, ...macSizesPx])]);
writeFileSync(`${icons}document.ico`, windowsIcon(documents));
writeFileSync(`${icons}document.icns`, macIcon(documents));
await browser.close();

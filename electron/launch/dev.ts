/**
 * `npm run dev`: the planner with reload as one edits; in Electron where its runtime is here, else in a browser.
 * The development server has no policy: its reload needs inline scripts.
 */
import { createServer as startElectronDevelopment } from 'electron-vite';
import { createServer } from 'vite';
import { rendererConfig } from '../../electron.vite.config.ts';
import { projectFolder } from './build.ts';
import { findElectronRuntime } from './electronRuntime.ts';
import { findBrowser } from './findBrowser.ts';
import { hasScreen, openBrowser } from './openBrowser.ts';

const port = 4290;
const screen = hasScreen(process.platform, process.env);
const runtime = screen && !process.argv.includes('--web') ? await findElectronRuntime(60_000, console.log) : undefined;

if (runtime?.ok === true) {
  await startElectronDevelopment({ root: projectFolder }, {});
} else {
  if (runtime !== undefined) console.log(`No Electron runtime: ${runtime.error}. Using a browser.`);
  const server = await createServer({
    ...rendererConfig,
    configFile: false,
    base: '/',
    server: { ...rendererConfig.server, port, strictPort: true },
  });
  await server.listen();
  const address = `http://localhost:${port}/?sample=one-megawatt-hall`;
  console.log(`Raceway is at ${address} and reloads as you edit (Ctrl+C stops it)`);
  const browser = screen ? findBrowser() : undefined;
  if (browser !== undefined) await openBrowser(browser, address);
}

/**
 * `npm start`: builds the planner and opens it on a sample hall, in Electron where its runtime is or can be had, else in a browser.
 * `npm run start:web` (`--web`) goes to the browser at once.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { build as buildDesktop } from 'electron-vite';
import { buildPage, pageFolder, projectFolder } from './build.ts';
import { findElectronRuntime } from './electronRuntime.ts';
import { findBrowser } from './findBrowser.ts';
import { hasScreen, openBrowser } from './openBrowser.ts';
import { defaultPort, servePage, type PageServer } from './pageServer.ts';

const usage = `npm start -- [options]
  --web            in a browser, even where Electron is here
  --sample NAME    which sample to open (default one-megawatt-hall)
  --port N         where the browser finds it (default ${defaultPort})
  --no-open        serve, open nothing
  --no-build       serve what was built before`;

interface Options {
  readonly web: boolean;
  readonly sample: string;
  readonly port: number;
  readonly open: boolean;
  readonly build: boolean;
}

function readOptions(): Options {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      web: { type: 'boolean', default: false },
      sample: { type: 'string', default: 'one-megawatt-hall' },
      port: { type: 'string', default: String(defaultPort) },
      open: { type: 'boolean', default: true },
      build: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`--port ${values.port} is not a port; write a number from 1 to 65535`);
  if (!/^[\w-]+$/.test(values.sample))
    throw new Error(`--sample ${values.sample} is not a sample; write one of the names in assets/samples`);
  return { web: values.web, sample: values.sample, port, open: values.open, build: values.build };
}

async function start(options: Options): Promise<void> {
  const screen = hasScreen(process.platform, process.env);
  if (!options.web && screen) {
    const runtime = await findElectronRuntime(60_000, console.log);
    if (runtime.ok) return startElectron(runtime.value, options);
    console.log(`No Electron runtime: ${runtime.error}. Opening the same planner in a browser.`);
  }
  await startBrowser(options, screen);
}

async function startElectron(runtime: string, options: Options): Promise<void> {
  if (options.build) await buildDesktop({ root: projectFolder, logLevel: 'warn' });
  const isRoot = process.getuid?.() === 0;
  const child = spawn(runtime, [...(isRoot ? ['--no-sandbox'] : []), projectFolder, `--sample=${options.sample}`], { stdio: 'inherit' });
  child.once('error', (error) => {
    console.error(`Electron did not start: ${error.message}. Run: npm run start:web`);
    process.exitCode = 1;
  });
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

async function startBrowser(options: Options, screen: boolean): Promise<void> {
  if (options.build) await buildPage();
  const server = await servePage(pageFolder, options.port);
  const address = `${server.address}/?sample=${options.sample}`;
  console.log(`Raceway is at ${address} (Ctrl+C stops it)`);
  if (options.open && screen) await openOrSay(address);
  else if (options.open) console.log('No screen here: open the address in a browser.');
  stopOnSignal(server);
}

async function openOrSay(address: string): Promise<void> {
  const browser = findBrowser();
  if (browser !== undefined && (await openBrowser(browser, address))) return;
  console.log('No Chrome, Chromium or Edge found: open the address in another browser, or set RACEWAY_BROWSER to the path of one.');
}

function stopOnSignal(server: PageServer): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `Port ${'port' in error ? String(error.port) : ''} is in use: stop what holds it (an earlier npm start?), or pass -- --port N`;
  }
  return error.message;
}

try {
  await start(readOptions());
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

/**
 * Builds the page for a browser with Vite, from the same configuration as the desktop window's.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { rendererConfig } from '../../electron.vite.config.ts';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Where the built page is. */
export const pageFolder = rendererConfig.build.outDir;

/** Builds the page into `outDir`. Rejects when it does not compile. */
export async function buildPage(outDir: string = pageFolder): Promise<void> {
  await build({ ...rendererConfig, configFile: false, logLevel: 'warn', build: { ...rendererConfig.build, outDir } });
}

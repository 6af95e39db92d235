/**
 * Builds the page for a browser with Vite, from the same configuration as the desktop window's.
 */
import { build } from 'vite';
import { rendererConfig } from '../../electron.vite.config.ts';

/** Builds the page; returns the folder of the result. Throws when it does not compile. */
export async function buildPage(outDir: string = rendererConfig.build.outDir): Promise<string> {
  await build({ ...rendererConfig, configFile: false, logLevel: 'warn', build: { ...rendererConfig.build, outDir } });
  return outDir;
}

/**
 * One build for all parts: electron-vite reads the default export for the desktop app, and the launch scripts hand
 * `rendererConfig` to Vite for the browser, so that both show the same page.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import postcssPresetMantine from 'postcss-preset-mantine';
import type { InlineConfig, Plugin } from 'vite';
import { noncePlaceholder } from './electron/page/contentSecurityPolicy.ts';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The page: strict policy (styles carry a nonce that the server fills in), workers as ES modules, sample plans as files. Style sheets
 * are written in px and served in rem, so that a larger text size enlarges the whole page.
 */
export const rendererConfig = {
  root: folder('renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  css: { postcss: { plugins: [postcssPresetMantine({ autoRem: true })] } },
  html: { cspNonce: noncePlaceholder },
  assetsInclude: ['**/*.raceway'],
  worker: { format: 'es', rolldownOptions: { checks: { pluginTimings: false } } },
  server: { fs: { allow: [folder('.')] } },
  build: {
    outDir: folder('out/renderer'),
    emptyOutDir: true,
    target: 'es2023',
    minify: true,
    // A data: address would fall under another rule of the policy than a file of the page.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: folder('renderer/index.html'), checks: { pluginTimings: false } },
  },
} satisfies InlineConfig;

/**
 * Sources find what lies beside them (`new URL('../assets/…', import.meta.url)`). Bundled into `out/main` they still name their own
 * place, and so the same files.
 */
function keepSourceAddresses(): Plugin {
  const bundles = folder('out/main');
  return {
    name: 'raceway:keep-source-addresses',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(folder('electron')) || !code.includes('import.meta.url')) return null;
      const source = relative(bundles, id).split(sep).join('/');
      return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(source)}, import.meta.url).href`);
    },
  };
}

export default defineConfig({
  main: {
    plugins: [keepSourceAddresses()],
    // Its other entry declares a `require` of its own, beside the one that electron-vite gives each module that asks for it.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      rolldownOptions: {
        input: { main: folder('electron/main.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  // A sandboxed preload is one CommonJS file.
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: { input: { preload: folder('electron/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: rendererConfig,
});

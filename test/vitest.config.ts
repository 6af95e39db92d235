import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    isolate: false,
    setupFiles: ['test/setup/freshStores.ts', 'test/setup/fixedSeed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

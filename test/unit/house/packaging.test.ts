import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, it } from 'vitest';
import { projectFolder } from './sourceFiles.ts';

describe('electron-builder.yml', () => {
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { main: string };
  const load = () => getConfig(projectFolder, null, null);

  it('is understood by electron-builder as it stands', async () => {
    await expect(validateConfiguration(await load(), new DebugLogger(false))).resolves.not.toThrow();
    await expect(validateConfiguration({ ...(await load()), targets: 'all' } as never, new DebugLogger(false))).rejects.toThrow(/targets/);
  });

  it('packs what the program is made of: the bundles, the assets, the icon', async () => {
    const { files, icon } = await load();
    const packed: unknown = expect.arrayContaining(['out/main/**', 'out/preload/**', 'out/renderer/**', 'assets/**', 'package.json']);
    expect(files).toEqual([{ filter: packed }]);
    expect(manifest.main.startsWith('out/main/')).toBe(true);
    expect(existsSync(join(projectFolder, String(icon)))).toBe(true);
  });

  it('switches off what would make the program a general Node', async () => {
    const { electronFuses } = await load();
    expect(electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
    });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { Data } from 'resedit';
import { describe, expect, it } from 'vitest';
import { windowsSizesPx } from '../../tools/iconFiles.ts';
import { projectFolder } from './sourceFiles.ts';

describe('electron-builder.yml', () => {
  const load = () => getConfig(projectFolder, null, null);

  it('is understood by electron-builder as it stands', async () => {
    await expect(validateConfiguration(await load(), new DebugLogger(false))).resolves.not.toThrow();
    await expect(validateConfiguration({ ...(await load()), targets: 'all' } as never, new DebugLogger(false))).rejects.toThrow(/targets/);
  });

  it('has every icon in every size that a system shows, and the entitlements', async () => {
    const { win, mac, linux, fileAssociations, directories } = await load();
    const icons = String(directories?.buildResources);
    const [association] = [fileAssociations ?? []].flat();
    const document = join(icons, String(association?.icon));
    for (const path of [String(win?.icon), `${document}.ico`]) {
      const { icons: held } = Data.IconFile.from(readFileSync(join(projectFolder, path)));
      expect(held.map(({ width }) => (width === undefined || width === 0 ? 256 : width)).sort(byNumber), path).toEqual([...windowsSizesPx]);
    }
    for (const path of [String(mac?.icon), `${document}.icns`])
      expect(macPictures(readFileSync(join(projectFolder, path))).sort(byNumber), path).toEqual([
        16, 32, 32, 64, 128, 256, 256, 512, 512, 1024,
      ]);
    for (const name of readdirSync(join(projectFolder, String(linux?.icon))))
      expect(edgePx(readFileSync(join(projectFolder, String(linux?.icon), name)))).toBe(Number.parseInt(name, 10));
    expect(mac).toMatchObject({ hardenedRuntime: true });
    for (const entitlements of [mac?.entitlements, mac?.entitlementsInherit])
      expect(readFileSync(join(projectFolder, String(entitlements)), 'utf8')).toContain('<key>com.apple.security.cs.allow-jit</key>');
  });

  it('makes the installers that the systems know', async () => {
    const { win, mac, linux } = await load();
    expect({ win: win?.target, mac: mac?.target, linux: linux?.target }).toEqual({ win: 'nsis', mac: 'dmg', linux: ['AppImage', 'deb'] });
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

const byNumber = (a: number, b: number): number => a - b;

/** The edge that a PNG file says of itself. */
const edgePx = (png: Buffer): number => png.readUInt32BE(16);

/** The edges of the pictures in an icns file: chunks of kind, length and PNG. */
function macPictures(file: Buffer): number[] {
  expect(file.toString('latin1', 0, 4)).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  const edges: number[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) edges.push(edgePx(file.subarray(at + 8)));
  return edges;
}

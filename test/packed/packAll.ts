/**
 * Packs the built program for every platform by electron-builder.yml as it stands, unsigned and without installers:
 * `node test/packed/packAll.ts RUNTIMES OUTPUT`, where RUNTIMES holds an archive of Electron for each platform.
 * Beside them it writes what electron-builder would put into the packages for Linux: the desktop entry and the media type.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Arch, build, Platform, type AfterPackContext } from 'app-builder-lib';
import type { LinuxPackager } from 'app-builder-lib';
import { LinuxTargetHelper } from 'app-builder-lib/out/targets/LinuxTargetHelper.js';
import { must } from '../../shared/assert.ts';

const [runtimes, output] = process.argv.slice(2);
const folder = must(output, 'the folder for the packages');

async function describeForLinux({ packager }: AfterPackContext): Promise<void> {
  if (packager.platform !== Platform.LINUX) return;
  const linux = packager as LinuxPackager;
  const helper = new LinuxTargetHelper(linux);
  writeFileSync(
    join(folder, `${helper.getDesktopFileName()}.desktop`),
    await helper.computeDesktopEntry(linux.platformSpecificBuildOptions),
  );
  writeFileSync(join(folder, 'mime.xml'), readFileSync(must(await helper.mimeTypeFiles, 'the file of media types')));
  writeFileSync(join(folder, 'icons.json'), JSON.stringify((await helper.icons).map(({ size }) => size)));
}

const unpacked = new Map([[Arch.x64, ['dir']]]);
await build({
  projectDir: fileURLToPath(new URL('../..', import.meta.url)),
  publish: 'never',
  targets: new Map([Platform.LINUX, Platform.WINDOWS, Platform.MAC].map((platform) => [platform, unpacked])),
  config: {
    electronDist: must(runtimes, 'the folder of runtimes'),
    directories: { output: folder },
    afterPack: describeForLinux,
  },
});

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raceway, temporaryFolder } from './racewayProcess.ts';
import type { TemporaryFolder } from './racewayProcess.ts';

/** Everything that the command line writes, from a template to paper. */
const commands: readonly (readonly string[])[] = [
  ['generate', 'rail-optimised', '--set', 'preset=b200', '--set', 'su=1', '--set', 'nodesPerSu=8', '-o', 'hall.raceway'],
  ['bom', 'hall.raceway', '-o', 'bom.csv'],
  ['bom', 'hall.raceway', '-o', 'bom.xlsx'],
  ['cables', 'hall.raceway', '-o', 'cables.csv'],
  ['cables', 'hall.raceway', '-o', 'cables.xlsx'],
  ['sheets', 'hall.raceway', '-o', 'sheets.pdf'],
  ['sheets', 'hall.raceway', '-o', 'plan.svg'],
  ['sheets', 'hall.raceway', '-o', 'plan.dxf'],
  ['sheets', 'hall.raceway', '-o', 'elevations', '--only', 'elevations', '--format', 'dxf'],
];

const surroundings = [
  { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
];

const folders: TemporaryFolder[] = [];

/** Digests by file name of all that the commands wrote. */
async function writeEverything(env: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const folder = await temporaryFolder();
  folders.push(folder);
  for (const command of commands) {
    const { code, stderr } = await raceway(command, { cwd: folder.path, env });
    expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
  }
  const digests: Record<string, string> = {};
  for (const entry of await readdir(folder.path, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    digests[path.slice(folder.path.length)] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  }
  return digests;
}

describe('the same commands in two folders, under another time zone and language, more than two seconds apart', () => {
  let runs: readonly Record<string, string>[];

  beforeAll(async () => {
    // A zip's time stamps are two seconds coarse; each run alone takes longer than that.
    runs = [await writeEverything(surroundings[0]!), await writeEverything(surroundings[1]!)];
  });
  afterAll(() => Promise.all(folders.map((folder) => folder.remove())));

  it('write the same bytes', () => {
    expect(runs[1]).toEqual(runs[0]);
  });

  it('write every file that they were asked for', () => {
    const names = Object.keys(runs[0]!);
    for (const command of commands.slice(0, -1)) expect(names).toContain(`/${command.at(-1)!}`);
    expect(names.filter((name) => name.startsWith('/elevations/')).length).toBeGreaterThan(0);
  });
});

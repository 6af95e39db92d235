/** The command line as the packed program holds it: bundled, and beside its assets. It must give the bytes that the sources give. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';

const project = fileURLToPath(new URL('../..', import.meta.url));

test('makes the same files bundled as from the sources', () => {
  const folder = mkdtempSync(join(tmpdir(), 'raceway-bundled-'));
  const bundle = readdirSync(join(project, 'out', 'main')).filter((name) => /^program-.*\.js$/.test(name));
  expect(bundle).toHaveLength(1);
  const entry = join(folder, 'entry.mjs');
  const address = pathToFileURL(join(project, 'out', 'main', String(bundle[0]))).href;
  writeFileSync(
    entry,
    `import { runRaceway } from ${JSON.stringify(address)};\nprocess.exitCode = await runRaceway(process.argv.slice(2));\n`,
  );

  const plan = join(folder, 'plan.raceway');
  const source = join(project, 'electron', 'cli', 'raceway.ts');
  execFileSync(process.execPath, [source, 'generate', 'rail-optimised', '--set', 'preset=b200', '-o', plan]);
  const again = join(folder, 'again.raceway');
  execFileSync(process.execPath, [entry, 'generate', 'rail-optimised', '--set', 'preset=b200', '-o', again]);
  expect(readFileSync(again).equals(readFileSync(plan))).toBe(true);

  for (const [command, ending] of [
    ['bom', 'xlsx'],
    ['cables', 'csv'],
    ['sheets', 'pdf'],
    ['sheets', 'dxf'],
  ] as const) {
    const made = [source, entry].map((program, place) => {
      const file = join(folder, `${command}${place}.${ending}`);
      execFileSync(process.execPath, [program, command, plan, '-o', file]);
      return readFileSync(file);
    });
    expect(made[0]?.equals(made[1] ?? Buffer.alloc(0)), `${command} to ${ending}`).toBe(true);
  }
  rmSync(folder, { recursive: true });
});

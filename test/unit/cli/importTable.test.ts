/** `raceway import`: what `raceway cables` wrote comes back into the hall without links; what cannot be drawn is told line by line. */
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { withoutLinks } from '../../support/scheduleTrip.ts';
import { raceway, temporaryFolder } from './racewayProcess.ts';
import type { TemporaryFolder } from './racewayProcess.ts';

let folder: TemporaryFolder;
const [plan, bare] = ['hall.raceway', 'bare.raceway'];

async function run(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await raceway(args, { cwd: folder.path });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

async function planAt(name: string): Promise<Plan> {
  const read = parsePlan(await readFile(folder.at(name)));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

beforeAll(async () => {
  folder = await temporaryFolder();
  await run('generate', 'rail-optimised', '--set', 'preset=b200', '--set', 'su=1', '-o', plan);
  await writeFile(folder.at(bare), serializePlan(withoutLinks(await planAt(plan))));
});
afterAll(() => folder.remove());

interface DiffJson {
  readonly changes: readonly { readonly table: string; readonly fields: readonly { readonly field: string }[] }[];
}

describe('import', () => {
  it.each(['csv', 'xlsx'])('gives back what was written as %s, and the same bytes again', async (ending) => {
    const [table, again] = [`cables.${ending}`, `again-${ending}.raceway`];
    await run('cables', plan, '-o', table);
    const told = await run('import', table, '--into', bare, '-o', again);
    expect(told).toMatch(/^Compute fabric +\d+ +\d+$/m);
    expect(told).toContain('Not read, since the plan works it out anew: SKU, Path (m)');
    for (const what of ['takeoff', 'bom']) {
      const figures = async (of: string): Promise<string> => (await run(what, of, '--json')).replace(/"(?:\w+Ms|rssPeakMb)": [\d.]+/gu, '');
      expect(await figures(again)).toBe(await figures(plan));
    }
    const { changes } = JSON.parse(await run('diff', plan, again, '--json')) as DiffJson;
    expect(changes.map(({ table: of }) => of)).toEqual(['fabrics']);
    expect(changes.flatMap(({ fields }) => fields).filter(({ field }) => !field.startsWith('rule'))).toEqual([]);
    const { stdout } = await raceway(['import', table, '--into', '-', '-o', '-'], {
      cwd: folder.path,
      input: await readFile(folder.at(bare)),
    });
    expect(stdout).toBe(await readFile(folder.at(again), 'utf8'));
  });

  it('leaves a plan as it is in which every cable stands', async () => {
    await run('cables', plan, '-o', 'own.csv');
    expect(await run('import', 'own.csv', '--into', plan, '-o', 'same.raceway')).toMatch(/^Nothing to draw\.\n/);
    expect(await readFile(folder.at('same.raceway'), 'utf8')).toBe(await readFile(folder.at(plan), 'utf8'));
    const json = JSON.parse(await run('import', 'own.csv', '--into', plan, '-o', 'same.raceway', '--json')) as unknown;
    expect(json).toMatchObject({ links: 0, cables: 0, fabrics: [], handLinks: 0 });
  });

  it('draws lines of two ends as a fabric of the name that is asked for', async () => {
    await writeFile(folder.at('links.csv'), 'su1-node0[1-4]:osfp1/1, su1-leaf1:[1-4]\n');
    expect(await run('import', 'links.csv', '--into', bare, '-o', 'joined.raceway', '--name', 'Try')).toMatch(/^Try +4 +4$/m);
    expect([...(await planAt('joined.raceway')).fabrics.values()].map(({ name }) => name)).toEqual(['Try']);
  });

  it('lists every line that is wrong, ends in one line with the first, and writes nothing', async () => {
    const text = (await run('cables', plan, '-o', '-')).replaceAll('su1-node02,', 'nobody,');
    await writeFile(folder.at('wrong.csv'), text);
    const { code, stdout, stderr } = await raceway(['import', 'wrong.csv', '--into', bare, '-o', 'none.raceway'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stdout.trimEnd().split('\n')).toHaveLength(8);
    expect(stderr).toMatch(
      /^raceway: wrong\.csv:10: no device is called “nobody”, and 7 more lines are wrong; write a name of the plan, [^\n]+\n$/,
    );
    await expect(readFile(folder.at('none.raceway'))).rejects.toThrow('ENOENT');
    await writeFile(folder.at('empty.csv'), '\n');
    const empty = await raceway(['import', 'empty.csv', '--into', bare, '-o', 'none.raceway'], { cwd: folder.path });
    expect([empty.code, empty.stdout]).toEqual([2, '']);
    expect(empty.stderr).toContain('empty.csv: has no line with a link');
    const clash = await raceway(['import', 'empty.csv', '--into', bare, '-o', '-', '--json'], { cwd: folder.path });
    expect(clash.stderr).toContain('cannot take both');
    const missing = await raceway(['import', 'missing.csv', '--into', bare, '-o', 'none.raceway'], { cwd: folder.path });
    expect(missing.stderr).toContain('no such file');
  });
});

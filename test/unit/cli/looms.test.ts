/** Looms and growth on the command line: text for people, names for programs, one line for mistakes. */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import type { LoomReport } from '../../../shared/looms/describeLoom.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { raceway, temporaryFolder, type TemporaryFolder } from './racewayProcess.ts';

let folder: TemporaryFolder;
let plan: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  plan = folder.at('unit.raceway');
  await raceway(['generate', 'rail-optimised', '--set', 'preset=h100', '-o', plan]);
});
afterAll(() => folder.remove());

async function printed(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await raceway(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe.concurrent('looms', () => {
  it('are written as a build sheet, explained by name and by cable, and counted by capacity and length', async () => {
    const rows: Record<string, string>[] = parse(await printed('looms', plan, '-o', '-'), { columns: true });
    const first = must(rows[0], 'leg');
    const [name, cable] = [must(first['Loom'], 'name'), must(first['Cable ID'], 'cable')];
    const loom = await printed('explain', plan, name);
    expect(loom).toMatch(new RegExp(`^loom ${name} \\(made to length\\): `, 'u'));
    expect(loom).toMatch(/^Trunk +\d+\.\d{3} m +bound part with slack and tolerance, in whole steps$/mu);
    expect(loom).toMatch(/^Pulled from +[A-Z]\d\d +\d+ looms end here/mu);
    expect(loom).toContain(cable);
    expect(await printed('explain', plan, cable)).toMatch(new RegExp(`^Loom +${name} +\\d+ cables, made to length, `, 'mu'));
    const json = JSON.parse(await printed('takeoff', plan, '--json')) as {
      looms: { count: number; bundleTypeCount: number; bundleTypes: { count: number }[]; stock: { bundleTypeCount: number } };
    };
    expect(json.looms.count).toBe(new Set(rows.map((row) => row['Loom'])).size);
    expect(json.looms.bundleTypes.reduce((sum, { count }) => sum + count, 0)).toBe(json.looms.count);
    expect(json.looms.stock.bundleTypeCount).toBeLessThan(json.looms.bundleTypeCount);
    expect(await printed('takeoff', plan)).toContain(`${json.looms.bundleTypeCount} types of bundle (capacity and length)`);
  });

  it('have the same legs and sums in their explanation as in the build sheet', async () => {
    const rows: Record<string, string>[] = parse(await printed('looms', plan, '-o', '-'), { columns: true });
    const name = must(must(rows[0], 'leg')['Loom'], 'name');
    const own = rows.filter((row) => row['Loom'] === name);
    const told = JSON.parse(await printed('explain', plan, name, '--json')) as LoomReport;
    const inMetres = (lengthMm: number | null): string => (lengthMm === null ? '' : (lengthMm / 1000).toFixed(3));
    const leg = (one: LoomReport['legs'][number]) => [
      one.cableName,
      ...one.ends.flatMap(({ device, port, madeMm, portMm }) => [device, port, inMetres(madeMm), inMetres(portMm)]),
      inMetres(one.madeMm),
      inMetres(one.requiredMm),
    ];
    const titles = [
      'Cable ID',
      'Device 1',
      'Port 1',
      'Leg 1 (m)',
      'To port 1 (m)',
      'Device 2',
      'Port 2',
      'Leg 2 (m)',
      'To port 2 (m)',
      'Made (m)',
      'Required (m)',
    ];
    expect(told.legs.map(leg)).toEqual(own.map((row) => titles.map((title) => row[title])));
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const madeM = sum(own.map((row) => Number(row['Made (m)'])));
    expect(told.cables).toBe(own.length);
    expect(told.massG).toBeCloseTo(madeM * told.family.massGPerM, 6);
    for (const row of own) {
      expect(Number(row['Trunk (m)'])).toBeCloseTo(told.trunkMm / 1000, 6);
      expect(Number(row['Made (m)'])).toBeCloseTo(Number(row['Trunk (m)']) + Number(row['Leg 1 (m)']) + Number(row['Leg 2 (m)']), 6);
    }
    expect(told.lengthMm).toBe(Math.max(...told.legs.map(({ madeMm }) => must(madeMm, 'made'))));
  });

  it('are refused where none is, in one line', async () => {
    const empty = folder.at('empty.raceway');
    await raceway(['generate', 'hall', '-o', empty]);
    const { code, stdout, stderr } = await raceway(['looms', empty, '-o', '-']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^raceway: [^\n]*no two cables of the plan run together[^\n]*\n$/u);
  });
});

describe.concurrent('expand', () => {
  it('tells what growing takes, writes the grown plan, and says the same of the two plans', async () => {
    const larger = folder.at('larger.raceway');
    const text = await printed('expand', plan, '--set', 'su=2', '-o', larger);
    expect(text).toMatch(/^Links moved +128 /mu);
    expect(text).toMatch(/^Cables reused +72 /mu);
    expect(text).toMatch(/^ +4 +Drain, move, verify, bring back +64 +64 +75 /mu);
    const read = parsePlan(await readFile(larger));
    expect(read.ok && [...read.value.devices.values()].filter(({ role }) => role === 'spine')).toHaveLength(8);
    const grown = JSON.parse(await printed('expand', plan, '--json')) as Record<string, unknown>;
    const named = JSON.parse(await printed('expand', plan, '--fabric', 'Compute fabric', '--json')) as Record<string, unknown>;
    expect(named).toEqual(grown);
    const compared = JSON.parse(await printed('expand', plan, '--to', larger, '--json')) as Record<string, unknown>;
    expect(compared['links']).toEqual({ kept: 380, added: 512, moved: 128, recabled: 0, removed: 0 });
    expect({ ...compared, notes: [] }).toEqual({ ...grown, notes: [] });
  });

  it.each([
    [['--set', 'su=1'], 'has 1 scalable unit already'],
    [['--set', 'nodes=1'], 'is not a number of scalable units'],
    [['--fabric', 'Storage'], 'the plan has no fabric Storage'],
    [['--keep', '120'], 'is not a share of links'],
    [['--to', 'x.raceway', '--set', 'su=2'], 'compares two plans and grows none'],
  ])('refuses %j in one line', async (args, message) => {
    const { code, stdout, stderr } = await raceway(['expand', plan, ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^raceway: [^\n]+\n$/u);
    expect(stderr).toContain(message);
  });
});

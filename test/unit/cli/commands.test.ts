import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../../shared/checks/types.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { scheduleColumns } from '../../../shared/takeoff/schedule.ts';
import type { TierCount } from '../../../shared/takeoff/types.ts';
import { raceway, temporaryFolder, testPlan } from './racewayProcess.ts';
import type { TemporaryFolder } from './racewayProcess.ts';

let folder: TemporaryFolder;
let plan: string;

/** One scalable unit: 31 nodes, as `ufm` gives one up. */
beforeAll(async () => {
  folder = await temporaryFolder();
  plan = folder.at('unit.raceway');
  const { code, stdout, stderr } = await raceway(['generate', 'rail-optimised', '--set', 'preset=b200', '--set', 'su=1', '-o', plan]);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
});
afterAll(() => folder.remove());

async function printed(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await raceway(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

interface TakeoffJson {
  readonly links: { readonly count: number; readonly byTier: readonly TierCount[] };
  readonly cables: { readonly count: number; readonly byTier: readonly TierCount[] };
  readonly devices: { readonly byRole: readonly { readonly role: string; readonly count: number }[] };
  readonly hours: {
    readonly total: number;
    readonly unknownCables: number;
    readonly profiles: readonly { readonly name: string; readonly total: number; readonly days: number }[];
  };
  readonly days: number;
  readonly findings: { readonly errors: number };
}

/** Scripts read these; more may come, none may go. */
const promisedByTakeoff = [
  ...['links.count: number', 'links.byTier[].tier: string', 'links.byTier[].count: number'],
  ...['cables.count: number', 'cables.byTier[].tier: string', 'cables.byTier[].count: number'],
  ...['cables.byFamily[].family: string', 'cables.byFamily[].count: number'],
  ...['cables.byFamily[].requiredM: number', 'cables.byFamily[].orderedM: number'],
  ...['cables.byFamily[].byLength[].lengthM: number', 'cables.byFamily[].byLength[].count: number'],
  ...['cabinets.count: number', 'devices.byRole[].role: string', 'devices.byRole[].count: number'],
  ...['pathways[].id: string', 'pathways[].fillPct: number', 'pathways[].cables: number', 'pathways[].kgPerM: number'],
  ...['hours.total: number', 'hours.unknownCables: number', 'hours.byTask[].task: string', 'hours.byTask[].hours: number'],
  ...['hours.profiles[].name: string', 'hours.profiles[].total: number', 'days: number'],
  ...['findings.errors: number', 'findings.warnings: number'],
  ...['elapsedMs: number', 'parseMs: number', 'rssPeakMb: number'],
  ...['graph.nodes: number', 'graph.edges: number', 'graph.sources: number'],
];

/** `links.byTier[].count: number` of everything in a JSON value. */
function namesIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => namesIn(item, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [`${at}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inside]) => namesIn(inside, at === '' ? key : `${at}.${key}`));
}

function tierCounts(tiers: Readonly<Record<string, number>>): TierCount[] {
  return Object.entries(tiers).map(([tier, count]) => ({ tier, count }));
}

describe.concurrent('generate', () => {
  it('writes a plan that reads back to the same bytes, and the same again to standard output', async () => {
    const bytes = await readFile(plan);
    const read = parsePlan(bytes);
    expect(read.ok && serializePlan(read.value)).toBe(bytes.toString('utf8'));
    const again = await raceway(['generate', 'rail-optimised', '--set', 'su=1', '--set', 'preset=b200', '-o', '-']);
    expect(again.stdoutBytes.equals(bytes)).toBe(true);
  });

  it('makes an empty hall', async () => {
    const { stdoutBytes } = await raceway(['generate', 'hall', '--set', 'rows=2', '--set', 'cabinetsPerRow=5', '-o', '-']);
    const read = parsePlan(stdoutBytes);
    expect(read.ok && read.value.cabinets.size).toBe(10);
    expect(read.ok && read.value.devices.size).toBe(0);
  });
});

describe.concurrent('takeoff', () => {
  it('prints the promised names as JSON, and nothing else', async () => {
    const json = JSON.parse(await printed('takeoff', plan, '--json')) as TakeoffJson;
    const names = new Set(namesIn(json));
    for (const name of promisedByTakeoff) expect(names).toContain(name);
    const linkTiers = { 'node-leaf': 31 * 8, 'leaf-spine': 256, ufm: 4 };
    expect(json.links).toEqual({ count: 31 * 8 + 256 + 4, byTier: tierCounts(linkTiers) });
    expect([json.cables.count, json.cables.byTier]).toEqual([31 * 8 + 256 + 2, tierCounts({ ...linkTiers, ufm: 2 })]);
    const roles = Object.fromEntries(json.devices.byRole.map(({ role, count }) => [role, count]));
    expect(roles).toMatchObject({ node: 31, leaf: 8, spine: 4 });
    expect(json.hours.profiles.map(({ name }) => name)).toEqual(['custom-loom', 'field-terminated', 'stock-jumper']);
    expect(json.findings.errors).toBe(0);
  });

  it('shows the hours of the labor profile that is asked for', async () => {
    const hoursOf = async (...more: string[]): Promise<TakeoffJson> =>
      JSON.parse(await printed('takeoff', plan, '--json', ...more)) as TakeoffJson;
    const asked = await hoursOf('--profile', 'field-terminated');
    const profile = asked.hours.profiles.find(({ name }) => name === 'field-terminated')!;
    expect([asked.hours.total, asked.days]).toEqual([profile.total, profile.days]);
    expect((await hoursOf()).hours.total).not.toBe(profile.total);
  });

  it('reads the plan from standard input and prints tables for people', async () => {
    const { code, stdout, stderr } = await raceway(['takeoff', '-'], { input: await readFile(plan) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Links +508 +node-leaf 248, leaf-spine 256, ufm 4$/m);
    expect(stdout).toMatch(/^custom-loom/m);
  });

  it('says that hours are at least so many where cables without a route', async () => {
    const read = parsePlan(await readFile(plan));
    if (!read.ok) throw new Error('the generated plan does not parse');
    const bare = folder.at('bare.raceway');
    await writeFile(bare, serializePlan({ ...read.value, junctions: new Map(), segments: new Map() }));
    const json = JSON.parse(await printed('takeoff', bare, '--json')) as TakeoffJson;
    expect(json.hours.unknownCables).toBeGreaterThan(0);
    const text = await printed('takeoff', bare);
    expect(text).toContain(`Hours: at least ${json.hours.total.toFixed(1)}, ${json.hours.unknownCables} of 506 cables have no route`);
    expect(await printed('explain', bare, 'hours')).toContain('cables without a route');
    expect(await printed('takeoff', plan)).not.toContain('Hours: at least');
  });

  it('does without labor profiles', async () => {
    const read = parsePlan(await readFile(testPlan('two-cabinets')));
    if (!read.ok) throw new Error('the plan of the tests does not parse');
    const without = folder.at('no-profile.raceway');
    await writeFile(without, serializePlan({ ...read.value, catalog: { ...read.value.catalog, labourProfiles: new Map() } }));
    expect(await printed('takeoff', without)).toContain('Hours: no labor profile in the plan');
    expect(JSON.parse(await printed('takeoff', without, '--json'))).toMatchObject({ hours: { profile: null, total: null }, days: null });
    for (const figure of ['hours', 'days']) expect(await printed('explain', without, figure)).toContain('no labor profile in the plan');
    const { code, stderr } = await raceway(['takeoff', without, '--profile', 'custom-loom']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^[^\n]*no labor profile custom-loom[^\n]*\n$/);
  });
});

describe.concurrent('check', () => {
  it('ends with 0 while no error stands, and prints the promised names', async () => {
    const json = JSON.parse(await printed('check', plan, '--json')) as { findings: Record<string, unknown>[] };
    for (const finding of json.findings) {
      expect(Object.keys(finding)).toEqual(expect.arrayContaining(['code', 'severity', 'ids', 'place', 'required', 'actual', 'mend']));
      expect(finding['severity']).toBe('warning');
    }
  });

  it('ends with 1 once a cabinet is moved into a column, and with 0 again once that is accepted', async () => {
    // Two scalable units: the smallest hall with columns.
    const read = parsePlan((await raceway(['generate', 'rail-optimised', '--set', 'preset=b200', '--set', 'su=2', '-o', '-'])).stdoutBytes);
    if (!read.ok) throw new Error('the generated plan does not parse');
    const cabinet = [...read.value.cabinets.values()][0]!;
    const column = [...read.value.obstacles.values()].find(({ kind }) => kind === 'column')!;
    const [xMm, yMm] = column.outline[0]!;
    const moved = { ...read.value, cabinets: new Map([...read.value.cabinets, [cabinet.id, { ...cabinet, xMm, yMm }]]) };
    const { code, stdout, stderr } = await raceway(['check', '-', '--json'], { input: serializePlan(moved) });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const errors = (JSON.parse(stdout) as { findings: Finding[] }).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ ids }) => ids)).toContainEqual([cabinet.id, column.id].sort());

    const exclusions = new Map(
      errors.map(({ code: findingCode, ids }, index) => {
        const id = `x${index}`;
        return [id, { id, code: findingCode, ids, reason: 'the column is taken out', by: 'Test', on: '2026-01-01' }];
      }),
    );
    const accepted = await raceway(['check', '-'], { input: serializePlan({ ...moved, exclusions }) });
    expect(accepted.code).toBe(0);
    expect(accepted.stdout).toMatch(/^accepted .*the column is taken out/m);
  });
});

describe.concurrent('bom', () => {
  it('writes CSV with a byte order mark, and the assumptions on the second sheet of XLSX', async () => {
    await printed('bom', plan, '-o', folder.at('bom.csv'));
    await printed('bom', plan, '-o', folder.at('bom.xlsx'));
    const csv = await readFile(folder.at('bom.csv'));
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(csv, { bom: true });
    expect(rows[0]!.slice(0, 7)).toEqual(['Class', 'SKU', 'Description', 'Unit', 'Required', 'Spares', 'Order']);
    const cables = rows.filter(([name]) => name === 'cable').reduce((sum, row) => sum + Number(row[4]), 0);
    expect(cables).toBe(506);
    const [lines, assumptions] = await readWorkbook(folder.at('bom.xlsx'));
    expect(lines!.data.map((row) => row.map((cell) => cell ?? '').map(String))[3]!.slice(0, 7)).toEqual(rows[3]!.slice(0, 7));
    expect(assumptions!.sheet).toBe('Assumptions');
    expect(assumptions!.data.some(([, text]) => String(text).includes('assumption:'))).toBe(true);
  });

  it('takes spares from the call, class by class', async () => {
    const bill = async (...spares: string[]): Promise<{ class: string; required: number; spares: number }[]> =>
      (
        JSON.parse(await printed('bom', plan, '--json', ...spares.flatMap((one) => ['--spares', one]))) as {
          lines: { class: string; required: number; spares: number }[];
        }
      ).lines;
    for (const line of await bill('0', 'cables=50')) expect(line.spares).toBe(line.class === 'cable' ? Math.ceil(line.required / 2) : 0);
  });

  it('prints to people without -o, and CSV without a mark for -o -', async () => {
    expect(await printed('bom', plan)).toContain('The counts rest on:');
    expect((await printed('bom', plan, '-o', '-')).startsWith('Class,SKU,')).toBe(true);
  });
});

describe.concurrent('cables', () => {
  it('writes a row for each cable, alike in CSV and XLSX', async () => {
    await printed('cables', plan, '-o', folder.at('cables.xlsx'));
    const csv = parse(await printed('cables', plan, '-o', '-'));
    const [sheet] = await readWorkbook(folder.at('cables.xlsx'));
    expect(csv[0]).toEqual(scheduleColumns.map(({ title }) => title));
    expect(csv.length).toBe(1 + 506);
    expect(new Set(csv.map(([id]) => id)).size).toBe(csv.length);
    const numeric = new Set(scheduleColumns.flatMap(({ kind }, index) => (kind === 'text' ? [] : [index])));
    const comparable = (row: readonly unknown[]): unknown[] => row.map((cell, index) => (numeric.has(index) ? Number(cell) : (cell ?? '')));
    expect(sheet!.data.slice(1).map(comparable)).toEqual(csv.slice(1).map(comparable));
  });

  it('keeps a name that looks like a formula from running, in both formats', async () => {
    const named = parsePlan(await readFile(testPlan('two-cabinets')));
    if (!named.ok) throw new Error('the test plan does not parse');
    const cabinets = new Map(
      [...named.value.cabinets].map(([id, cabinet]) => [id, { ...cabinet, name: `=HYPERLINK("http://x","${id}")` }]),
    );
    const input = serializePlan({ ...named.value, cabinets });
    const csv = parse((await raceway(['cables', '-', '-o', '-'], { input })).stdout, { columns: true });
    expect((csv[0] as Record<string, string>)['A cabinet']).toBe(`'=HYPERLINK("http://x","c1")`);
    await raceway(['cables', '-', '-o', folder.at('formula.xlsx')], { input });
    const [sheet] = await readWorkbook(folder.at('formula.xlsx'));
    for (const cell of sheet!.data.flat()) expect(String(cell ?? '')).not.toMatch(/^[=+\-@\t\r]/);
  });
});

describe.concurrent('sheets', () => {
  it('writes a PDF, an SVG and a DXF by the ending, and a file a sheet into a folder', async () => {
    const small = testPlan('two-cabinets');
    await printed('sheets', small, '-o', folder.at('set.pdf'), '--paper', 'a4');
    await printed('sheets', small, '-o', folder.at('plan.svg'));
    await printed('sheets', small, '-o', folder.at('plan.dxf'));
    await printed('sheets', small, '-o', folder.at('sheets'), '--only', 'plan,pull');
    expect((await readFile(folder.at('set.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await readFile(folder.at('plan.svg'), 'utf8')).toMatch(/^<\?xml|^<svg/);
    expect(await readFile(folder.at('plan.dxf'), 'utf8')).toContain('SECTION');
    const names = (await readdir(folder.at('sheets'))).sort();
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect(name).toMatch(/^\d+-[A-Za-z0-9._-]+\.svg$/);
  });

  it('refuses several sheets in a file that holds one', async () => {
    const { code, stderr } = await raceway(['sheets', plan, '-o', folder.at('many.svg'), '--only', 'elevations']);
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
    expect(existsSync(folder.at('many.svg'))).toBe(false);
  });

  it('gives the whole hall where a file holds one sheet and the hall has details, and says so', async () => {
    const hall = folder.at('large.raceway');
    await printed('generate', 'hall', '--set', 'rows=30', '--set', 'cabinetsPerRow=20', '-o', hall);
    const one = await raceway(['sheets', hall, '-o', folder.at('large.svg'), '--paper', 'A4']);
    expect(one.code).toBe(0);
    expect(one.stderr.trim().split('\n')).toEqual([expect.stringMatching(/large\.svg: the whole hall on one sheet; \d+ detail sheets/)]);
    const parsed = parsePlan(await readFile(hall));
    if (!parsed.ok) throw new Error('the hall does not parse');
    const [first] = parsed.value.halls.values();
    const halls = new Map([...parsed.value.halls, ['second', { ...first!, id: 'second' }]]);
    const input = serializePlan({ ...parsed.value, halls });
    const two = await raceway(['sheets', '-', '-o', folder.at('two.dxf'), '--paper', 'A4'], { input });
    expect({ code: two.code, said: two.stderr }).toEqual({
      code: 2,
      said: expect.stringMatching(/of 2 halls.*-o sheets --format dxf/) as string,
    });
    expect(existsSync(folder.at('two.dxf'))).toBe(false);
  });
});

describe.concurrent('explain', () => {
  it('derives a cable term by term, and its terms add up', async () => {
    const id = 'compute/node-leaf/su1.node05:2–su1.leaf2:5';
    const { derivation } = JSON.parse(await printed('explain', plan, id, '--json')) as {
      derivation: { cableId: string; pathMm: number; terms: { lengthMm: number }[] };
    };
    expect(derivation.cableId).toBe(id);
    expect(derivation.terms.reduce((sum, { lengthMm }) => sum + lengthMm, 0)).toBe(derivation.pathMm);
    const text = await printed('explain', plan, id);
    for (const word of ['port-to-manager', 'pathway', 'Slack', 'Required', 'Ordered', 'Reach']) expect(text).toContain(word);
  });

  it('derives things by id or name, and figures', async () => {
    const small = testPlan('two-cabinets');
    expect(await printed('explain', small, 'c1')).toMatch(/^cabinet A01|^cabinet c1/);
    expect(await printed('explain', small, 'A01')).toMatch(/^cabinet A01 \(c1\)/);
    expect(await printed('explain', small, 'Row A tray')).toMatch(/^segment Row A tray \(tray\)/);
    expect(await printed('explain', small, 'node 1')).toMatch(/^device node 1 \(server1\)/);
    expect(await printed('explain', small, 'hours')).toContain('place');
    expect(await printed('explain', small, 'hours/place')).toContain('assumption: made for tests');
    expect(await printed('explain', small, 'bom/TEST-SERVER')).toMatch(/^Required +1 each/m);
  });
});

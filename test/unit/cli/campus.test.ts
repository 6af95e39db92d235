/** A campus from the command line: made, counted, checked, ordered, scheduled, drawn and explained. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { raceway, temporaryFolder, type TemporaryFolder } from './racewayProcess.ts';

let folder: TemporaryFolder;
let plan: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  plan = folder.at('campus.raceway');
  await raceway(['generate', 'campus', '--set', 'preset=h100', '--set', 'su=1', '--set', 'halls=2', '-o', plan]);
});
afterAll(() => folder.remove());

async function printed(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await raceway(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** One H100 unit: 31 nodes of 8 rails, 8 leaves of 32 uplinks, 4 links of the fabric manager on 2 splitters. */
const HALL = { nodeLeaf: 31 * 8, leafSpine: 8 * 32, ufm: 4 };
const UPLINKS = 64;

describe.concurrent('a campus', () => {
  it('has the fabric of each hall, and the links between them through conduits', async () => {
    const takeoff = JSON.parse(await printed('takeoff', plan, '--json')) as {
      links: { count: number; byTier: { tier: string; count: number }[] };
      betweenHalls: { halls: string[]; cables: number; pathways: number }[];
      findings: { errors: number };
    };
    expect(Object.fromEntries(takeoff.links.byTier.map(({ tier, count }) => [tier, count]))).toEqual({
      'hall-core': 2 * UPLINKS,
      'node-leaf': 2 * HALL.nodeLeaf,
      'leaf-spine': 2 * HALL.leafSpine,
      ufm: 2 * HALL.ufm,
    });
    expect(takeoff.betweenHalls.map(({ cables, pathways }) => ({ cables, pathways }))).toEqual([
      { cables: UPLINKS, pathways: 2 },
      { cables: UPLINKS, pathways: 2 },
    ]);
    expect(takeoff.findings.errors).toBe(0);
    expect(await printed('check', plan)).toContain('0 errors');
  });

  it('is scheduled cable by cable, and the way of one between halls is explained term by term', async () => {
    const file = folder.at('cables.csv');
    await printed('cables', plan, '-o', file);
    const rows: Record<string, string>[] = parse(await readFile(file, 'utf8'), { columns: true, bom: true });
    const between = rows.filter((row) => row['Tier'] === 'hall-core');
    expect(between).toHaveLength(2 * UPLINKS);
    expect(new Set(between.map((row) => row['B hall']))).toEqual(new Set(['Core hall']));
    expect(between.every((row) => /Bank [12][AB]/u.test(row['Route'] ?? ''))).toBe(true);
    const first = must(between[0], 'cable');
    const explained = await printed('explain', plan, must(first['Cable ID'], 'id'));
    expect(explained).toMatch(/Bank 1A/u);
    const explanation = JSON.parse(await printed('explain', plan, must(first['Cable ID'], 'id'), '--json')) as {
      derivation: { terms: { lengthMm: number }[] };
    };
    const pathMm = explanation.derivation.terms.reduce((sum, { lengthMm }) => sum + lengthMm, 0);
    expect(pathMm / 1000).toBeCloseTo(Number(first['Path (m)']), 3);
  });

  it('answers to every name that it prints: with the derivation, or with the ids of those that share the name', async () => {
    const legs: Record<string, string>[] = parse(await printed('looms', plan, '-o', '-'), { columns: true, bom: true });
    const cables = new Map(legs.map((leg) => [leg['Loom ID'], leg]));
    expect(new Set(legs.map((leg) => leg['Loom'])).size).toBe(cables.size);
    const leg = must(legs[0], 'leg');
    const name = must(leg['Loom'], 'name');
    const loom = await printed('explain', plan, name);
    expect(loom).toMatch(/^Length +\d+\.\d{3} m +trunk and the longest legs, instead of the stocked \d+\.\d{3} m$/mu);
    expect(await printed('explain', plan, must(leg['Cable ID'], 'cable'))).toMatch(
      /^Loom +\S.* made to length, \d+\.\d{3} m instead of the ordered \d+\.\d{3} m, pulled from \S+ in /mu,
    );
    const { code, stdout, stderr } = await raceway(['explain', plan, 'A04']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/several have this name: h01-A04 \(cabinet in Data hall 1\), h02-A04 \(cabinet in Data hall 2\); [^\n]+\n$/u);
    const read = parsePlan(await readFile(plan));
    const known = must(read.ok ? read.value : null, 'plan');
    const [one, other, ...rest] = [...known.halls.values()];
    const halls = [{ ...must(one, 'hall'), name: 'links' }, { ...must(other, 'hall'), name: 'h01-A04' }, ...rest];
    const twice = folder.at('twice.raceway');
    await writeFile(twice, serializePlan({ ...known, halls: new Map(halls.map((hall) => [hall.id, hall])) }));
    expect(await printed('explain', twice, 'links')).toContain(`\nlinks is also the name of ${must(one, 'hall').id} (hall)\n`);
    expect(await printed('explain', twice, 'h01-A04')).toMatch(
      new RegExp(`^cabinet h01-A04\n[^]*\nh01-A04 is also the name of ${must(other, 'hall').id} \\(hall\\)\n$`, 'u'),
    );
    expect((await raceway(['explain', plan, 'nothing'])).stderr).toMatch(
      /a loom’s name from raceway looms, .*profiles, days, bom or bom\/SKU\n$/u,
    );
    const takeoff = await printed('takeoff', plan);
    expect(takeoff).toMatch(/^Hours: [\d.]+ m of conduit are in no hours \(assumption: /mu);
    expect(await printed('explain', plan, 'hours')).toMatch(/^[^\n]*Hours: [\d.]+ m of conduit are in no hours/mu);
    const order = must(
      /looms made to length are ordered by the build sheet instead: \d+ looms, \d+ cables, [\d.]+ m/u.exec(takeoff),
      'order',
    )[0];
    expect(await printed('bom', plan)).toContain(order);
  });

  it('is ordered and drawn, a plan sheet for every hall', async () => {
    const bill = folder.at('bom.csv');
    await printed('bom', plan, '-o', bill);
    expect(await readFile(bill, 'utf8')).toMatch(/mfp7e30/iu);
    await printed('sheets', plan, '--only', 'plan', '-o', folder.at('sheets'));
    expect((await readdir(folder.at('sheets'))).filter((name) => name.includes('plan'))).toHaveLength(3);
  });

  it('is refused in one line for what cannot be', async () => {
    const { code, stdout, stderr } = await raceway(['generate', 'campus', '--set', 'halls=65', '-o', '-']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^raceway: [^\n]*halls[^\n]*64[^\n]*\n$/u);
  });
});

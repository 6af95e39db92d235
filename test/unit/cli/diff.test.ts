/** `raceway diff` as scripts use it: promised names, exit codes, one-line errors. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raceway, temporaryFolder } from './racewayProcess.ts';
import type { TemporaryFolder } from './racewayProcess.ts';

const old = fileURLToPath(new URL('../../../assets/samples/eight-cabinets.raceway', import.meta.url));
let folder: TemporaryFolder;
let next: string;

/** A cabinet moved, another gone from its row's name, and a setting changed. */
beforeAll(async () => {
  folder = await temporaryFolder();
  next = folder.at('next.raceway');
  const text = await readFile(old, 'utf8');
  const changed = text.replace('"xMm":2500,"yMm":1800', '"xMm":2500,"yMm":1900').replace('"dropReachMm":1500', '"dropReachMm":1400');
  expect(changed).not.toBe(text);
  await writeFile(next, changed);
});
afterAll(() => folder.remove());

interface DiffJson {
  readonly same: boolean;
  readonly links: { readonly old: number; readonly new: number };
  readonly cables: {
    readonly orderedM: { readonly old: { readonly known: number }; readonly new: { readonly known: number } };
    readonly byFamily: readonly {
      readonly byLength: readonly { readonly lengthM: number; readonly old: number; readonly new: number }[];
    }[];
  };
  readonly money: { readonly old: { readonly known: number | null }; readonly difference: number | null };
  readonly hours: { readonly old: { readonly likely: number }; readonly byTask: readonly { readonly task: string }[] };
  readonly days: { readonly old: number };
  readonly findings: { readonly new: readonly object[]; readonly gone: readonly object[]; readonly same: number };
  readonly changes: readonly { readonly table: string; readonly id: string; readonly kind: string; readonly move: object | null }[];
}

describe.concurrent('diff', () => {
  it('prints counts, lengths, hours, money and changes as JSON, and nothing else', async () => {
    const { code, stdout, stderr } = await raceway(['diff', old, next, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const json = JSON.parse(stdout) as DiffJson;
    expect(json.same).toBe(false);
    expect(json.links).toMatchObject({ old: 192, new: 192 });
    expect(json.cables.orderedM.new.known).toBeLessThan(json.cables.orderedM.old.known);
    expect(json.cables.byFamily.flatMap(({ byLength }) => byLength).reduce((sum, counts) => sum + counts.new - counts.old, 0)).toBe(0);
    // No price is known: neither a sum nor a difference is made up.
    expect([json.money.old.known, json.money.difference]).toEqual([null, null]);
    expect(json.hours.old.likely).toBeGreaterThan(0);
    expect(json.days.old).toBeGreaterThan(0);
    expect(json.findings.same).toBe(1);
    expect(json.changes.map(({ table, id, kind }) => [table, id, kind])).toEqual([
      ['settings', 'dropReachMm', 'changed'],
      ['cabinets', 'A01', 'moved'],
    ]);
    expect(json.changes[1]?.move).toMatchObject({ dxMm: 0, dyMm: 100 });
  });

  it('tells people what moved by how much', async () => {
    const { code, stdout, stderr } = await raceway(['diff', old, next]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Links +192 +192 +0$/m);
    expect(stdout).toMatch(/^Money +unknown +unknown +unknown$/m);
    expect(stdout).toContain('> cabinet A01: moved by 0, +100 mm\n');
    expect(stdout).toContain('~ setting dropReachMm: value 1500 → 1400\n');
  });

  it('finds nothing between a plan and itself, one of them from standard input', async () => {
    const { code, stdout } = await raceway(['diff', '-', old], { input: await readFile(old) });
    expect(code).toBe(0);
    expect(stdout).toMatch(/\nThe plans are the same\n$/);
  });

  it('compares two variants of one file by their names', async () => {
    const { parsePlan } = await import('../../../shared/plan/parsePlan.ts');
    const { serializePlan } = await import('../../../shared/plan/serializePlan.ts');
    const { contentOf } = await import('../../../shared/plan/variants.ts');
    const [plan, wide] = [parsePlan(await readFile(old)), parsePlan(await readFile(next))];
    if (!plan.ok || !wide.ok) throw new Error('the plans must be sound');
    const both = folder.at('both.raceway');
    const variant = { id: 'var-1', name: 'Wide', content: contentOf(wide.value) };
    await writeFile(both, serializePlan({ ...plan.value, variants: new Map([[variant.id, variant]]) }));
    const [named, files, unknown] = await Promise.all([
      raceway(['diff', both, both, '--old-variant', 'main', '--new-variant', 'wide', '--json']),
      raceway(['diff', old, next, '--json']),
      raceway(['diff', both, both, '--new-variant', 'Narrow']),
    ]);
    expect(named.stdout).toBe(files.stdout);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toMatch(/both\.raceway: has no variant Narrow; choose one of Main, Wide\n$/);
  });

  it('refuses what it cannot read in one line', async () => {
    const [missing, both] = await Promise.all([raceway(['diff', old, folder.at('none.raceway')]), raceway(['diff', '-', '-'])]);
    expect([missing.code, both.code]).toEqual([2, 2]);
    expect(missing.stderr).toMatch(/^raceway: [^\n]*none\.raceway[^\n]*\n$/);
    expect(both.stderr).toMatch(/^raceway: -: both plans cannot come from standard input; [^\n]+\n$/);
  });
});

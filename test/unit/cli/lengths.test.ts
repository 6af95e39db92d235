import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { raceway, temporaryFolder, type TemporaryFolder } from './racewayProcess.ts';

let folder: TemporaryFolder;
let plan: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  plan = folder.at('unit.raceway');
  await raceway(['generate', 'rail-optimised', '--set', 'preset=b200', '-o', plan]);
});
afterAll(() => folder.remove());

interface LengthsJson {
  readonly families: readonly {
    readonly family: string;
    readonly k: number | null;
    readonly fewest: number;
    readonly chosenBy: 'plan' | 'cost' | null;
    readonly overLimit: number | null;
    readonly unmet: { readonly lengthsM: readonly number[]; readonly overLimit: number; readonly overByM: number } | null;
    readonly cost: number;
    readonly unit: string;
    readonly surplusM: number;
    readonly lengths: readonly { readonly lengthM: number; readonly count: number }[];
    readonly curve: readonly { readonly k: number; readonly cost: number }[];
  }[];
}

function firstFamily(stdout: string): LengthsJson['families'][number] {
  return must((JSON.parse(stdout) as LengthsJson).families[0], 'a family');
}

describe('raceway lengths', () => {
  it('prints the promised names, and fewer lengths of more metres when told so', async () => {
    const [all, two] = await Promise.all([raceway(['lengths', plan, '--json']), raceway(['lengths', plan, '--max-skus', '2', '--json'])]);
    expect([all.code, all.stderr, two.code]).toEqual([0, '', 0]);
    const jumper = firstFamily(all.stdout);
    const few = firstFamily(two.stdout);
    expect(jumper).toMatchObject({ family: 'nvidia/mfp7e10', unit: 'metres', k: jumper.lengths.length, cost: jumper.curve.at(-1)!.cost });
    expect(few).toMatchObject({ k: 2, cost: jumper.curve[1]!.cost, curve: jumper.curve });
    const cables = ({ lengths }: typeof few) => lengths.reduce((sum, { count }) => sum + count, 0);
    expect([cables(jumper), cables(few)]).toEqual([504, 504]);
    expect(few.lengths.reduce((sum, { lengthM, count }) => sum + lengthM * count, 0)).toBe(few.cost);
    // Spares stand in for what would be ordered.
    const { spareCover } = JSON.parse(two.stdout) as { spareCover: readonly { family: string; lengthM: number }[] };
    const covered = spareCover.filter(({ family }) => family === few.family).map(({ lengthM }) => lengthM);
    expect(covered.every((lengthM) => few.lengths.some((one) => one.lengthM === lengthM))).toBe(true);
    expect(covered.length).toBeGreaterThan(0);
  });

  it('records the chosen point in a plan, which the bill then orders by', async () => {
    const chosen = folder.at('chosen.raceway');
    expect((await raceway(['lengths', plan, '--max-skus', '2', '--min-order', '20', '-o', chosen])).code).toBe(0);
    expect(await readFile(chosen, 'utf8')).toMatch(/^"lengthPlans":\[$/m);
    const [again, takeoff] = await Promise.all([raceway(['lengths', chosen, '--json']), raceway(['takeoff', chosen, '--json'])]);
    const family = firstFamily(again.stdout);
    const { cables } = JSON.parse(takeoff.stdout) as { cables: { byFamily: readonly { family: string; byLength: readonly object[] }[] } };
    expect(family).toMatchObject({ k: 2, minimumOrder: 20, recorded: family.lengths.map(({ lengthM }) => lengthM) });
    expect(cables.byFamily[0]!.byLength).toEqual(family.lengths.map(({ lengthM, count }) => ({ lengthM, count })));
  });

  it('says what is over the limit and by how much where so few lengths cannot keep it', async () => {
    const tight = ['lengths', plan, '--max-skus', '1', '--surplus-limit', '1'];
    const [text, json] = await Promise.all([raceway(tight), raceway([...tight, '--json'])]);
    const family = firstFamily(json.stdout);
    const unmet = must(family.unmet, 'what is over the limit');
    expect([family.k, unmet.lengthsM.length]).toEqual([null, 1]);
    expect(unmet.overLimit).toBeGreaterThan(0);
    expect(unmet.overByM).toBeGreaterThan(0);
    expect(text.stdout.split('\n')[0]).toContain(
      `; these limits need ${family.fewest} lengths; ${unmet.lengthsM[0]} m would leave ${unmet.overLimit} of 504 cables over the limit, the worst by ${unmet.overByM.toFixed(2)} m`,
    );
    expect(text.stdout).toContain(`None chosen: 1 length cannot keep these limits, ${family.fewest} can`);
    expect(firstFamily((await raceway(['lengths', plan, '--json'])).stdout).unmet).toBeNull();
  });

  it('says which lengths are chosen and why, and which cables no choice keeps under the limit', async () => {
    const tight = ['lengths', plan, '--max-skus', '60', '--surplus-limit', '0'];
    const [text, json, free] = await Promise.all([
      raceway(tight),
      raceway([...tight, '--json']),
      raceway(['lengths', plan, '--max-skus', '2']),
    ]);
    const { chosenBy, overLimit, lengths } = firstFamily(json.stdout);
    expect([chosenBy, overLimit]).toEqual(['cost', 504]);
    const list = lengths.map(({ lengthM }) => `${lengthM} m`).join(', ');
    expect(text.stdout).toContain(
      `Chosen: ${list}, the cheapest choice of at most 60 lengths; 504 of 504 cables over the limit, the worst by`,
    );
    expect(text.stdout).toContain('nothing shorter on offer, so no choice keeps it for them');
    expect(free.stdout).toMatch(/^Chosen: .* m, the cheapest choice of at most 2 lengths$/m);
  });

  it('refuses what is not a count and what is not a length, in one line', async () => {
    const refused = await Promise.all([
      raceway(['lengths', plan, '--max-skus', '0']),
      raceway(['lengths', plan, '--surplus-limit', 'much']),
    ]);
    expect(refused.map(({ code, stderr }) => [code, stderr.split('\n').length])).toEqual([
      [2, 2],
      [2, 2],
    ]);
  });
});

/** `--variant`: a command reads a variant as it would read it in a file of its own. That all have the option is in help.test.ts. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { contentOf } from '../../../shared/plan/variants.ts';
import { raceway, temporaryFolder, type TemporaryFolder } from './racewayProcess.ts';

const sample = fileURLToPath(new URL('../../../assets/samples/eight-cabinets.raceway', import.meta.url));
let folder: TemporaryFolder;
let both: string;
let alone: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  [both, alone] = [folder.at('both.raceway'), folder.at('alone.raceway')];
  const text = await readFile(sample, 'utf8');
  const moved = text.replace('"xMm":2500,"yMm":1800', '"xMm":2500,"yMm":2900');
  expect(moved).not.toBe(text);
  const [plan, other] = [parsePlan(Buffer.from(text)), parsePlan(Buffer.from(moved))];
  if (!plan.ok || !other.ok) throw new Error('the plans must be sound');
  const variant = { id: 'var-1', name: 'Moved', content: contentOf(other.value) };
  await Promise.all([
    writeFile(both, serializePlan({ ...plan.value, variants: new Map([[variant.id, variant]]) })),
    writeFile(alone, moved),
  ]);
});
afterAll(() => folder.remove());

const COMMANDS: readonly (readonly string[])[] = [
  ['bom', 'PLAN', '--json'],
  ['cables', 'PLAN', '-o', '-'],
  ['lengths', 'PLAN', '--json'],
];

describe.concurrent('--variant', () => {
  it.each(COMMANDS)('of %s gives what a file of that variant gives', async (command, ...args) => {
    const of = (path: string, ...more: string[]) =>
      raceway([command, ...args.map((arg) => (arg === 'PLAN' ? path : arg)), ...more].filter((arg) => arg !== undefined));
    const [named, file] = await Promise.all([of(both, '--variant', 'moved'), of(alone)]);
    expect(named.stderr).toBe(file.stderr);
    expect(named.code).toBe(file.code);
    expect(named.stdout).toBe(file.stdout);
    expect(named.stdout.length).toBeGreaterThan(0);
  });

  it('of takeoff gives other metres than the plan itself, and refuses names that are not there', async () => {
    const [own, moved, unknown] = await Promise.all([
      raceway(['takeoff', both, '--json', '--variant', 'Main']),
      raceway(['takeoff', both, '--json', '--variant', 'Moved']),
      raceway(['takeoff', both, '--variant', 'None']),
    ]);
    const metres = (text: string): number =>
      (JSON.parse(text) as { cables: { byFamily: { requiredM: number }[] } }).cables.byFamily[0]!.requiredM;
    expect(metres(moved.stdout)).toBeGreaterThan(metres(own.stdout));
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toMatch(/both\.raceway: has no variant None; choose one of Main, Moved\n$/);
  });
});

/** The sample plans are what these commands make, byte for byte. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derive } from '../../shared/engine/engine.ts';
import { parsePlan } from '../../shared/plan/parsePlan.ts';
import type { Plan } from '../../shared/plan/types.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RACEWAY = join(ROOT, 'electron/cli/raceway.ts');

const COMMANDS = {
  'one-megawatt-hall.raceway': ['generate', 'rail-optimised', ...set({ preset: 'b200', su: '2', name: 'One megawatt hall' })],
  'eight-cabinets.raceway': [
    'generate',
    'rail-optimised',
    ...set({
      preset: 'b200',
      nodesPerSu: '12',
      uplinksPerLeaf: '12',
      ufm: 'false',
      cabinetsPerRow: '4',
      networkCabinetsPerRow: '1',
      placement: 'row-ends',
      cooling: 'none',
      name: 'Eight cabinets',
    }),
  ],
} as const;

type Sample = keyof typeof COMMANDS;

function set(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
}

function sample(name: Sample): Buffer {
  return readFileSync(join(ROOT, 'assets/samples', name));
}

function planOf(name: Sample): Plan {
  const plan = parsePlan(sample(name));
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'raceway-samples-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the sample plans', () => {
  it.each(Object.keys(COMMANDS) as Sample[])('%s is made by its command, wherever and in whatever language it runs', (name) => {
    const made = join(folder, name);
    execFileSync(process.execPath, [RACEWAY, ...COMMANDS[name], '-o', made], {
      cwd: folder,
      env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' },
    });
    expect(readFileSync(made).equals(sample(name))).toBe(true);
  });

  it.each(Object.keys(COMMANDS) as Sample[])('%s has no errors, and warns truly of what the loss of a feed does', (name) => {
    const { findings } = derive(planOf(name));
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['warning power.feed-loss']);
  });
});

describe('one-megawatt-hall', () => {
  const plan = planOf('one-megawatt-hall.raceway');
  const { takeoff } = derive(plan);

  it('holds two units of DGX B200 with their compute fabric', () => {
    expect(Object.fromEntries(takeoff.devices.byRole.map(({ role, count }) => [role, count]))).toEqual({
      node: 63,
      leaf: 16,
      spine: 8,
      ufm: 2,
    });
    expect(Object.fromEntries(takeoff.links.byTier.map(({ tier, count }) => [tier, count]))).toEqual({
      'node-leaf': 504,
      'leaf-spine': 512,
      ufm: 4,
    });
    expect(takeoff.cables.count).toBe(1018);
    expect(takeoff.scope.toLowerCase()).toBe('compute fabric only');
  });

  it('draws 942 kW in nodes and switches, within a budget of one megawatt', () => {
    const [hall] = [...plan.halls.values()];
    const types = plan.catalog.deviceTypes;
    const watts = [...plan.devices.values()]
      .filter(({ role }) => role !== 'ufm')
      .reduce((sum, { type }) => sum + (types.get(type)?.maxPowerW ?? NaN), 0);
    expect({ watts, budget: hall?.powerBudgetW }).toEqual({ watts: 63 * 14_300 + 24 * 1720, budget: 1_000_000 });
  });

  it('stands in a hall with doors, columns and a place kept free', () => {
    const kinds = new Set([...plan.obstacles.values()].map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['column', 'keep-out', 'equipment']));
    expect([...plan.doors.values()].some(({ delivery }) => delivery)).toBe(true);
  });

  it('plans every tray to a quarter or less', () => {
    expect(Math.max(...takeoff.pathways.map(({ fillPct }) => fillPct))).toBeLessThanOrEqual(25);
  });
});

describe('eight-cabinets', () => {
  it('has eight cabinets, twelve nodes and ten switches', () => {
    const plan = planOf('eight-cabinets.raceway');
    expect([plan.cabinets.size, plan.devices.size]).toEqual([8, 22]);
  });
});

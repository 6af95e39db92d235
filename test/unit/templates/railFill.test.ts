/** A fabric into rows that stand already is the very one that a generated hall has. */
import { expect, test } from 'vitest';
import { mountFabric } from '../../../shared/commands/fabrics.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { fillCabinets } from '../../../shared/templates/railFill.ts';
import { generateRailOptimised } from '../../../shared/templates/railOptimised.ts';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import type { Plan } from '../../../shared/plan/types.ts';

const catalog = loadCatalog();

function sample(): Plan {
  const made = generateRailOptimised(catalog, { preset: 'b200', su: 2 });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

test('empty rows of a generated hall take the same devices at the same places, joined by the same rule, with the same power', () => {
  const whole = sample();
  const cabinets = new Map([...whole.cabinets].map(([id, cabinet]) => [id, { ...cabinet, powerBudgetW: null }]));
  const empty: Plan = { ...whole, devices: new Map(), fabrics: new Map(), cabinets };
  const filled = fillCabinets(catalog, empty, [...cabinets.keys()].reverse(), { preset: 'b200', su: 2, placement: 'central' });
  if (!filled.ok) throw new Error(filled.error.message);
  const run = runCommand(empty, mountFabric, filled.value);
  if (!run.ok) throw new Error(run.error.message);
  const { devices, fabrics, cabinets: after } = run.value.plan;
  const sorted = <T extends { readonly id: string }>(table: ReadonlyMap<string, T>): T[] =>
    [...table.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(sorted(devices)).toEqual(sorted(whole.devices));
  expect(sorted(fabrics)).toEqual(sorted(whole.fabrics));
  expect(sorted(after)).toEqual(sorted(whole.cabinets));
  expect(runCommand(run.value.plan, mountFabric, filled.value)).toMatchObject({ ok: false });
});

test('rows that are too few, or hold devices, are refused with what would do', () => {
  const whole = sample();
  const ids = [...whole.cabinets.keys()];
  const empty: Plan = { ...whole, devices: new Map(), fabrics: new Map() };
  const options = { preset: 'b200', su: 2, placement: 'central' } as const;
  expect(fillCabinets(catalog, whole, ids, options)).toMatchObject({ ok: false, error: { message: 'A01 holds devices already' } });
  expect(fillCabinets(catalog, empty, ids.slice(0, 20), options)).toMatchObject({ ok: false, error: { code: 'template.no-room' } });
});

import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { must } from '../../../shared/assert.ts';
import { templates, type Template } from '../../../shared/templates/templates.ts';

const catalog = loadCatalog();

function template(name: string): Template {
  return must(
    templates.find((candidate) => candidate.name === name),
    name,
  );
}

function planOf(name: string, settings: Readonly<Record<string, string>>): Plan {
  const plan = template(name).generate(catalog, settings);
  if (!plan.ok) throw new Error(`${plan.error.path ?? ''}: ${plan.error.message}`);
  return plan.value;
}

function errorOf(name: string, settings: Readonly<Record<string, string>>): string {
  const plan = template(name).generate(catalog, settings);
  return plan.ok ? 'none' : `${plan.error.path ?? ''}: ${plan.error.message}; ${plan.error.remedy}`;
}

/** Places of the cabinets that hold switches, by row. */
function networkPlaces(plan: Plan): Record<string, number[]> {
  const places: Record<string, Set<number>> = {};
  for (const { cabinet, role } of plan.devices.values()) {
    const { row, name } = must(plan.cabinets.get(cabinet), cabinet);
    if (role === 'leaf' || role === 'spine') (places[row ?? ''] ??= new Set()).add(Number(name.slice(-2)));
  }
  return Object.fromEntries(Object.entries(places).map(([row, set]) => [row, [...set].sort((a, b) => a - b)]));
}

describe('templates', () => {
  it.each(templates.map((one) => [one.name, one] as const))('%s explains each of its keys and makes a plan from its example', (_, one) => {
    for (const key of one.keys) expect([key.help.length > 5, key.default.length > 0]).toEqual([true, true]);
    expect(new Set(one.keys.map((key) => key.name)).size).toBe(one.keys.length);
    expect(one.generate(catalog, one.example).ok).toBe(true);
  });

  it('make the same plan from the same settings', () => {
    const settings = { preset: 'h100', su: '2' };
    expect(serializePlan(planOf('rail-optimised', settings))).toBe(serializePlan(planOf('rail-optimised', settings)));
  });

  it('count before they make what the plan then holds', () => {
    const settings = { preset: 'b200', su: '3' };
    const counts = template('rail-optimised').counts(settings);
    expect(counts).toEqual({
      ok: true,
      value: {
        tiers: [
          { tier: 'node-leaf', links: 760, cables: 760 },
          { tier: 'leaf-spine', links: 768, cables: 768 },
          { tier: 'ufm', links: 4, cables: 2 },
        ],
        devices: [
          { role: 'node', count: 95 },
          { role: 'leaf', count: 24 },
          { role: 'spine', count: 16 },
          { role: 'ufm', count: 2 },
        ],
      },
    });
    expect(planOf('rail-optimised', settings).devices.size).toBe(95 + 24 + 16 + 2);
  });
});

describe('settings of a template', () => {
  it.each([
    ['rail-optimised', { colour: 'red' }, 'colour: is not a key of this template; choose one of preset, su, '],
    ['rail-optimised', { su: 'two' }, 'su: cannot be "two"; write a whole number from 1 to 1024'],
    ['rail-optimised', { su: '-1' }, 'su: cannot be "-1"; write a whole number from 1 to 1024'],
    ['rail-optimised', { preset: 'b300' }, 'preset: cannot be "b300"; write h100 or b200'],
    ['rail-optimised', { ufm: 'maybe' }, 'ufm: cannot be "maybe"; write true or false'],
    ['rail-optimised', { hall: '24x' }, 'hall: cannot be "24x"; write width x depth in mm, such as 24000x18000'],
    ['rail-optimised', { name: ' ' }, 'name: cannot be " "; write one line of at most 200 characters'],
    ['rail-optimised', { cabinet: 'acme/rack' }, 'cabinet: the catalog has no acme/rack; give an id of the catalog, such as apc/'],
    [
      'rail-optimised',
      { preset: 'b200', rails: '9' },
      'rails: DGX B200 has 8 compute ports, and the fabric has 9 rails; give at most 8 rails, or leave preset out',
    ],
    [
      'rail-optimised',
      { preset: 'b200', nodesPerCabinet: '6' },
      'nodesPerCabinet: 6 nodes of 10U do not stand in Cabinet 700 × 1200, 52U; give a whole number from 1 to 5',
    ],
    ['rail-optimised', { preset: 'b200', hall: '9000x9000' }, 'hall: '],
    ['rail-optimised', { preset: 'b200', cabinetsPerRow: '2' }, 'cabinetsPerRow: no rows of at most 2 cabinets hold the nodes and '],
    ['hall', { rows: '0' }, 'rows: cannot be "0"; write a whole number from 1 to 200'],
    [
      'hall',
      { hall: '9000x9000' },
      'hall: 4 rows of 10 cabinets do not fit into a hall of 9000 × 9000 mm; give at least 8400x13200, or leave hall out',
    ],
  ])('%s %o is refused with its key and the remedy', (name, settings, message) => {
    expect(errorOf(name, settings).slice(0, message.length)).toBe(message);
  });

  it('__proto__ is not a key', () => {
    expect(errorOf('rail-optimised', JSON.parse('{"__proto__":"1"}') as Record<string, string>)).toContain('__proto__: is not a key');
  });
});

describe('a generated hall of scalable units', () => {
  it('has its network cabinets in the middle of each row', () => {
    expect(networkPlaces(planOf('rail-optimised', { preset: 'b200', su: '2' }))).toEqual({ A: [5, 6], B: [5, 6], C: [5, 6], D: [5, 6] });
  });

  it('has them at the ends of each row when asked', () => {
    expect(networkPlaces(planOf('rail-optimised', { preset: 'b200', su: '2', placement: 'row-ends' }))).toEqual({
      A: [1, 10],
      B: [1, 10],
      C: [1, 10],
      D: [1, 10],
    });
  });

  it('has them in rows of their own when asked', () => {
    const plan = planOf('rail-optimised', { preset: 'b200', su: '2', placement: 'end-row', cabinetsPerRow: '8' });
    expect(Object.keys(networkPlaces(plan))).toEqual(['E']);
  });

  it('faces fronts to fronts over cold aisles and rears to rears over hot ones', () => {
    const plan = planOf('rail-optimised', { preset: 'b200', su: '2' });
    const rotation = (id: string): number => must(plan.cabinets.get(id), id).rotationDeg;
    expect([rotation('A01'), rotation('B01'), rotation('C01'), rotation('D01')]).toEqual([180, 0, 180, 0]);
  });

  it('gives the last unit one node less for the fabric manager, beside the leaves that it hangs on', () => {
    const plan = planOf('rail-optimised', { preset: 'b200', su: '2' });
    expect(plan.devices.has('su2-node32')).toBe(false);
    expect(plan.devices.get('ufm1')?.cabinet).toBe(plan.devices.get('su2-leaf1')?.cabinet);
  });

  it('takes the size of the hall that it is given', () => {
    const plan = planOf('rail-optimised', { preset: 'b200', su: '2', hall: '30000x24000' });
    expect([...plan.halls.values()][0]?.outline[2]).toEqual([30_000, 24_000]);
  });

  it('takes single-mode for a tier that multimode is too short for, and for no other', () => {
    const families = (settings: Readonly<Record<string, string>>): Record<string, string> => {
      const tiers = planOf('rail-optimised', settings).fabrics.get('compute')?.tiers ?? {};
      return Object.fromEntries(Object.entries(tiers).map(([tier, { family }]) => [tier, family]));
    };
    expect(families({ preset: 'b200', su: '2' })).toEqual({
      'node-leaf': 'nvidia/mfp7e10',
      'leaf-spine': 'nvidia/mfp7e10',
      ufm: 'nvidia/mfp7e20',
    });
    expect(families({ preset: 'b200', su: '32', ufm: 'false' })).toEqual({
      'node-leaf': 'nvidia/mfp7e10',
      'leaf-spine': 'nvidia/mfp7e30',
      'spine-core': 'nvidia/mfp7e30',
    });
    expect(families({ preset: 'h100', su: '1', fiber: 'singlemode' })).toEqual({
      'node-leaf': 'nvidia/mfp7e30',
      'leaf-spine': 'nvidia/mfp7e30',
      ufm: 'generic/singlemode-splitter',
    });
  });

  it('takes single-mode for every tier that shares a module with one that needs it', () => {
    const { fabrics, devices } = planOf('rail-optimised', { preset: 'b200', su: '32', nodesPerSu: '31' });
    const tiers = fabrics.get('compute')?.tiers ?? {};
    // An odd number of nodes: the last of them and the first uplink are in one cage of the leaf.
    expect(Object.values(tiers).map(({ transceiverB }) => transceiverB)).toEqual(Array(4).fill('nvidia/osfp-switch-singlemode'));
    expect(devices.size).toBeGreaterThan(900);
  });

  it('embeds what it uses and every labor profile, and nothing else', () => {
    const { catalog: embedded } = planOf('rail-optimised', { preset: 'h100', su: '1' });
    expect(
      Object.fromEntries(
        Object.entries(embedded).map(([table, entries]: [string, ReadonlyMap<string, unknown>]) => [table, [...entries.keys()]]),
      ),
    ).toEqual({
      cabinetModels: ['generic/cabinet-600x1200x48u'],
      deviceTypes: ['nvidia/dgx-h100', 'nvidia/qm9700', 'nvidia/ufm-appliance'],
      transceivers: ['nvidia/osfp-switch-multimode', 'nvidia/osfp-system-multimode', 'nvidia/osfp-ufm-multimode'],
      cableFamilies: ['nvidia/mfp7e10', 'nvidia/mfp7e20'],
      labourProfiles: ['custom-loom', 'field-terminated', 'stock-jumper'],
    });
  });

  it('sizes generic nodes and switches to free parameters, and leaves their power unknown', () => {
    const { catalog: embedded, halls } = planOf('rail-optimised', { nodesPerSu: '20', rails: '5', switchPorts: '48' });
    expect([...embedded.deviceTypes.keys()]).toEqual(['generic/node-5', 'generic/switch-48']);
    expect([...embedded.deviceTypes.values()].map(({ maxPowerW }) => maxPowerW)).toEqual([null, null]);
    expect([...halls.values()][0]?.powerBudgetW).toBeNull();
  });
});

/** A SuperPOD that grows is the one that is generated with as many units; what people changed in it before stays as they made it. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { expansionOf } from '../../../shared/expansion/expansion.ts';
import { growPlan, type Grown } from '../../../shared/expansion/growPlan.ts';
import { ruledLinks } from '../../../shared/expansion/ruledLinks.ts';
import type { Obstacle, Plan } from '../../../shared/plan/types.ts';
import { generateSuperpod } from '../../../shared/templates/superpod/superpod.ts';

const catalog = loadCatalog();

function pod(su: number): Plan {
  const plan = generateSuperpod(catalog, { su });
  return must(plan.ok ? plan.value : null, 'plan');
}

function grown(plan: Plan, su: number | null = null): Grown {
  const result = growPlan(plan, { fabric: null, su });
  return must(result.ok ? result.value : null, result.ok ? '' : result.error.message);
}

const linksOf = ({ fabrics }: Plan): string[] =>
  [...fabrics.values()].flatMap((fabric) => ruledLinks(fabric).map(({ id, a, b }) => `${id} ${a} ${b}`));
const sorted = <T extends { readonly id: string }>(table: ReadonlyMap<string, T>): T[] =>
  [...table.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('a SuperPOD', () => {
  it.each([
    [1, 2, 8 * 16],
    [2, 3, 16 * 16],
    [3, 4, 0],
    [1, 4, 8 * 16 + 8 * 8],
    [2, 4, 16 * 16],
  ])(
    'from %i units to %i is the generated one, and keeps all earlier ports and ids but for %i uplinks that the tables move',
    (from, to, lost) => {
      const [before, target] = [pod(from), pod(to)];
      const { plan, units, notes } = grown(before, to);
      expect(units).toEqual([from, to]);
      for (const table of ['cabinets', 'devices', 'fabrics'] as const)
        expect(sorted<{ readonly id: string }>(plan[table])).toEqual(sorted<{ readonly id: string }>(target[table]));
      expect(must(plan.halls.get('hall-1'), 'hall').outline).toEqual(must(target.halls.get('hall-1'), 'hall').outline);
      expect([plan.name, plan.settings]).toEqual([target.name, target.settings]);
      expect(notes.filter((note) => note.includes('not grown'))).toEqual([]);
      // The spines double with the second and the third unit: half of the uplinks of each earlier leaf move, by their far ends.
      const after = new Set(linksOf(plan));
      const gone = linksOf(before).filter((link) => !after.has(link));
      expect(gone.length).toBe(lost);
      expect(gone.filter((link) => !link.startsWith('compute/leaf-spine/'))).toEqual([]);
      for (const table of ['cabinets', 'devices'] as const) {
        for (const [id, thing] of before[table]) expect(plan[table].get(id)).toEqual(thing);
      }
      const findings = (one: Plan): string[] => [...new Set(derive(one).findings.map(({ code }) => code))].sort();
      expect(findings(plan)).toEqual(findings(target));
    },
  );

  it('counts the links of all its fabrics', () => {
    const before = pod(3);
    const { links, cabinets, devices, byTier } = expansionOf(derive(before), derive(grown(before).plan));
    expect([links.added, links.moved, links.removed, cabinets.added, devices.added]).toEqual([3283 - 2488, 0, 0, 8, 340 - 268]);
    const added = Object.fromEntries(byTier.map((tier) => [tier.tier, tier.added]));
    expect(added).toMatchObject({
      'inband-node': 64,
      'oob-pdu': 24,
      'oob-uplink': 4,
      'storage-node': 64,
      'storage-spine': 60,
      'storage-array': 24,
    });
  });

  it('ends at four units, unless the compute fabric is named to grow alone', () => {
    expect(growPlan(pod(4), { fabric: null, su: null })).toMatchObject({ ok: false, error: { code: 'expand.superpod', path: 'su' } });
    expect(growPlan(pod(3), { fabric: null, su: 5 })).toMatchObject({ ok: false, error: { code: 'expand.superpod' } });
    const alone = growPlan(pod(4), { fabric: 'compute', su: null });
    expect(must(alone.ok ? alone.value : null, 'alone').notes.join()).toContain(
      'Storage fabric: not grown, since the published SuperPOD ends at 4 units',
    );
  });
});

function box(xMm: number, yMm: number, sizeMm: number): Obstacle['outline'] {
  return [
    [xMm, yMm],
    [xMm + sizeMm, yMm],
    [xMm + sizeMm, yMm + sizeMm],
    [xMm, yMm + sizeMm],
  ];
}

describe('a SuperPOD changed by hand', () => {
  const codes = (plan: Plan): Set<string> => new Set(derive(plan).findings.map(({ code }) => code));
  const withCabinets = (plan: Plan, dxMm: number, dyMm: number): Plan => ({
    ...plan,
    cabinets: new Map([...plan.cabinets].map(([id, one]) => [id, { ...one, xMm: one.xMm + dxMm, yMm: one.yMm + dyMm }])),
  });

  it('goes on in the row where somebody moved it, and takes rack units that are still free', () => {
    const three = withCabinets(pod(3), 300, 100);
    // The place of the first switch of unit 4 in the right network cabinet is taken.
    const target = must(pod(4).devices.get('su4-oob1'), 'su4-oob1');
    const moved = { ...must(three.devices.get('server3'), 'server3'), positionU: target.positionU, cabinet: target.cabinet };
    const before = { ...three, devices: new Map([...three.devices, [moved.id, moved]]) };
    const { plan } = grown(before);
    const [last, next] = [must(plan.cabinets.get('B11'), 'B11'), must(plan.cabinets.get('B12'), 'B12')];
    expect([next.xMm - last.xMm, next.yMm - last.yMm, next.rotationDeg]).toEqual([600, 0, last.rotationDeg]);
    const there = must(plan.devices.get('su4-oob1'), 'su4-oob1');
    expect([there.cabinet, there.positionU === target.positionU]).toEqual(['B11', false]);
    expect([...codes(plan)].filter((code) => !codes(before).has(code))).toEqual([]);
    expect(linksOf(plan)).toEqual(linksOf(pod(4)));
  });

  it('keeps rows added to its tables, and refuses where such a row holds a port that it needs', () => {
    const before = pod(3);
    const storage = must(before.fabrics.get('storage'), 'storage');
    const withRow = (from: string, to: string): Plan => {
      const { rule } = storage;
      if (rule.kind !== 'table') throw new Error('a table');
      const fabric = { ...storage, rule: { ...rule, rows: [...rule.rows, ['storage-node', from, to] as const] } };
      return { ...before, fabrics: new Map([...before.fabrics, ['storage', fabric]]) };
    };
    const { plan } = grown(withRow('server1:2', 'su1.leaf3:40'));
    const rule = plan.fabrics.get('storage')?.rule;
    expect(rule?.kind === 'table' && rule.rows.some(([, from, to]) => from === 'server1:2' && to === 'su1.leaf3:40')).toBe(true);
    const target = new Set(linksOf(pod(4)));
    expect(linksOf(plan).filter((id) => !target.has(id)).length).toBe(1);
    expect(growPlan(withRow('su4.node01:1', 'su4.leaf1:30'), { fabric: null, su: null })).toMatchObject({
      ok: false,
      error: { code: 'expand.table' },
    });
  });

  it('grows what is left of it where a fabric was taken out', () => {
    const before = pod(3);
    const fabrics = new Map([...before.fabrics].filter(([id]) => id !== 'storage'));
    const { plan } = grown({ ...before, fabrics });
    expect(plan.fabrics.get('oob')).toEqual(pod(4).fabrics.get('oob'));
    expect(plan.fabrics.has('storage')).toBe(false);
  });

  it('takes the wall at the end of the row along with its door, and a row of its own where a pillar narrows the aisle', () => {
    const before = pod(1);
    const door = { ...must(before.doors.get('door-staff'), 'door'), edge: 1, offsetMm: 2000, swing: 'in' as const };
    const wide = grown({ ...before, doors: new Map([...before.doors, [door.id, door]]) });
    expect(wide.notes.join()).toContain('4.8 m wider to the east for 8 more cabinets of row A');
    const pillar: Obstacle = { id: 'pillar', hall: 'hall-1', name: 'Pillar', kind: 'column', outline: box(9600, 3400, 300) };
    const narrow = grown({ ...before, obstacles: new Map([...before.obstacles, ['pillar', pillar]]) });
    expect(narrow.plan.cabinets.has('B01')).toBe(true);
    expect([...codes(narrow.plan)].filter((code) => code.startsWith('aisle.'))).toEqual([]);
  });

  it('takes a row of its own where something stands at the end of the row', () => {
    const before = pod(3);
    const pump: Obstacle = {
      id: 'pump',
      hall: 'hall-1',
      name: 'Pump',
      kind: 'equipment',
      outline: box(9600, 5000, 600),
    };
    const { plan, notes } = grown({ ...before, obstacles: new Map([...before.obstacles, ['pump', pump]]) });
    const fresh = [...plan.cabinets.values()].filter(({ id }) => !before.cabinets.has(id));
    expect(new Set(fresh.map(({ row }) => row))).toEqual(new Set(['C']));
    expect(fresh).toHaveLength(8);
    expect(notes.join()).toContain('deeper to the south');
    expect(linksOf(plan)).toEqual(linksOf(pod(4)));
  });
});

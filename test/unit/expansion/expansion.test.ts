/** From n to n + 1 scalable units, against figures worked out by hand. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import { expansionOf } from '../../../shared/expansion/expansion.ts';
import { isReused, portKey } from '../../../shared/expansion/linkChanges.ts';
import { placesText } from '../../../shared/expansion/stepTexts.ts';
import { growPlan, type Grown } from '../../../shared/expansion/growPlan.ts';
import { generateRailOptimised } from '../../../shared/templates/railOptimised.ts';
import { generateCampus } from '../../../shared/templates/campus/campus.ts';
import type { RailHallOptions } from '../../../shared/templates/railOptions.ts';
import type { Plan } from '../../../shared/plan/types.ts';

const catalog = loadCatalog();

function generated(options: Partial<RailHallOptions>): Plan {
  const plan = generateRailOptimised(catalog, options);
  return must(plan.ok ? plan.value : null, 'plan');
}

function grown(plan: Plan): Grown {
  const result = growPlan(plan, { fabric: null, su: null });
  return must(result.ok ? result.value : null, result.ok ? '' : result.error.message);
}

/** Codes of findings that none of the other plans has. */
function newCodes(plan: Plan, ...others: Plan[]): string[] {
  const known = new Set(others.flatMap((other) => derive(other).findings.map(({ code }) => code)));
  return [...new Set(derive(plan).findings.flatMap(({ code }) => (known.has(code) ? [] : [code])))];
}

const linkIds = ({ cabling: { links, linkId } }: Derived): string[] =>
  Array.from({ length: links.count }, (_, link) => linkId(link)).sort();
const rolesOf = ({ takeoff }: Derived): unknown => takeoff.devices.byRole;

/**
 * Uplink j of a leaf goes to spine j mod s. From 1 to 2 units the spines double from 4 to 8, so uplinks with j mod 8 ≥ 4 move: 16 of 32
 * on each of 8 leaves. From 2 to 3 they double from 8 to 16: 16 on each of 16. From 3 to 4 there are 16 before and after. Each new unit
 * brings 32 × 8 node links, since the one node that the fabric manager takes the place of stays given up where it was, and 8 × 32 uplinks.
 */
const byHand = [
  { su: 1, spinesMoved: 128, spines: 4, links: 1020 },
  { su: 2, spinesMoved: 256, spines: 8, links: 1532 },
  { su: 3, spinesMoved: 0, spines: 0, links: 2044 },
];

describe.each(['h100', 'b200'] as const)('%s', (preset) => {
  it.each(byHand)('from $su units to one more', ({ su, spinesMoved, spines, links }) => {
    const plan = generated({ preset, su });
    const before = derive(plan);
    const { plan: next, units } = grown(plan);
    const after = derive(next);
    const target = derive(generated({ preset, su: su + 1, ufmUnit: su }));
    expect(units).toEqual([su, su + 1]);
    // Applied, it is the plan that would have been generated, link by link and port by port.
    expect(linkIds(after)).toEqual(linkIds(target));
    expect(rolesOf(after)).toEqual(rolesOf(target));
    expect(after.takeoff.links).toEqual(target.takeoff.links);
    expect(after.takeoff.links.count).toBe(links);
    // What stands stays where it stands.
    for (const [id, device] of plan.devices) expect(next.devices.get(id)).toEqual(device);
    for (const [id, cabinet] of plan.cabinets) expect(next.cabinets.get(id)).toEqual(cabinet);
    const bad = new Set([
      'device.overlap',
      'device.outside',
      'cabinet.overlap',
      'cabinet.outside-hall',
      'cable.no-route',
      'cable.none-fits',
      'aisle.narrow',
    ]);
    expect(after.findings.filter(({ code }) => bad.has(code))).toEqual([]);
    expect(after.takeoff.cables.unknownRequired).toBe(0);

    const expansion = expansionOf(before, after);
    expect(expansion.links).toEqual({ added: 512, moved: spinesMoved, recabled: 0, removed: 0, kept: links - 512 - spinesMoved });
    const tiers = [
      { tier: 'node-leaf', added: 256, moved: 0, recabled: 0, removed: 0 },
      { tier: 'leaf-spine', added: 256, moved: spinesMoved, recabled: 0, removed: 0 },
    ];
    expect(expansion.byTier).toEqual(tiers);
    // New spines stand beside those whose links they take over while the cabinet has power left: there every cable that moves still reaches.
    const spineMoves = expansion.changes.filter(({ kind, tier }) => kind === 'moved' && tier === 'leaf-spine');
    const beside = spineMoves.filter(({ b, moved }) => moved?.out.cabinet === b.cabinet);
    expect(beside.every(({ cables }) => cables.every(isReused))).toBe(true);
    const { reused } = expansion.cables;
    expect(reused).toBeGreaterThanOrEqual(beside.length);
    const replaced = spinesMoved - reused;
    expect(expansion.cables).toMatchObject({ replaced, pulled: 512 + replaced, unknown: 0 });
    expect(expansion.devices.added).toBe(32 + 8 + spines);
  });
});

describe('the steps', () => {
  const plan = generated({ preset: 'h100', su: 1 });
  const before = derive(plan);
  const after = derive(grown(plan).plan);
  const { steps, changes, perCabinet, mostMovedAtCabinet } = expansionOf(before, after);

  it('handle every link once, and pull before anything goes down', () => {
    const plugged = steps.filter(({ kind }) => kind === 'connect' || kind === 'move').flatMap(({ links }) => links.map(({ id }) => id));
    expect(plugged.sort()).toEqual(changes.map(({ id }) => id).sort());
    expect(steps.slice(0, 2).map(({ kind }) => kind)).toEqual(['install', 'pull']);
    expect(steps.map(({ number }) => number)).toEqual(steps.map((_, at) => at + 1));
  });

  it('plug nothing into a port that is still taken', () => {
    // Cable in each port that somebody leaves or enters; the links of a splitter share its port.
    const held = new Map<string, string>();
    for (const { moved, cables } of changes) if (moved !== null) held.set(portKey(moved.out), must(cables[0]?.oldId, 'cable'));
    for (const { kind, links } of steps) {
      if (kind === 'move') for (const { moved } of links) held.delete(portKey(must(moved, 'moved').out));
      if (kind !== 'connect' && kind !== 'move') continue;
      for (const { a, b, moved, cables } of links) {
        const cable = must(cables[0], 'cable').id;
        for (const end of moved === null ? [a, b] : [moved.end === 'a' ? a : b]) {
          expect(held.get(portKey(end)) ?? cable).toBe(cable);
          held.set(portKey(end), cable);
        }
      }
    }
  });

  it('keep three quarters of the uplinks of every leaf up', () => {
    const moves = steps.filter(({ kind }) => kind === 'move');
    for (const { links } of moves) {
      const down = new Map<string, number>();
      for (const { tier, a } of links) if (tier === 'leaf-spine') down.set(a.device, (down.get(a.device) ?? 0) + 1);
      for (const count of down.values()) expect(count).toBeLessThanOrEqual(8);
    }
    // 16 uplinks of a leaf move, 8 at a time.
    expect(moves).toHaveLength(2);
    expect(expansionOf(before, after, 50).moveSteps).toBe(1);
    expect(expansionOf(before, after, 90).moveSteps).toBeGreaterThan(4);
  });

  it('count both ends of what is moved at its cabinets', () => {
    const sum = (of: 'movedOut' | 'movedIn' | 'added'): number => perCabinet.reduce((total, one) => total + one[of], 0);
    expect([sum('movedOut'), sum('movedIn'), sum('added')]).toEqual([128, 128, 1024]);
    expect(mostMovedAtCabinet).toBe(32);
  });

  it('have hours that the tasks give: nothing is pulled twice, nothing that stays is touched', () => {
    const [install, pull] = steps;
    expect(must(install?.hours, 'hours').likely).toBeGreaterThan(must(pull?.hours, 'hours').likely);
    for (const { kind, hours, links } of steps)
      if (kind !== 'install') expect(must(hours, 'hours').likely / links.length).toBeLessThan(0.2);
  });
});

describe('the power of cabinets', () => {
  const overPower = (plan: Plan): string[] =>
    derive(plan)
      .findings.filter(({ code }) => code === 'cabinet.over-power')
      .map(({ message }) => message);

  it.each([2, 3])('is kept to where %i units of the H100 become one more, as where they are generated', (su) => {
    expect(overPower(generated({ preset: 'h100', su: su + 1 }))).toEqual([]);
    expect(overPower(grown(generated({ preset: 'h100', su })).plan)).toEqual([]);
  });
});

describe('growth in a campus', () => {
  const campus = (gapMm: number): Plan => {
    const plan = generateCampus(catalog, { preset: 'h100', su: 1, halls: 2, uplinksPerHall: 16, gapMm });
    return must(plan.ok ? plan.value : null, 'campus');
  };

  it.each(['h01', 'h02'])('puts what is new into the hall of the fabric alone, and finds nothing that was not there (%s)', (prefix) => {
    const before = campus(20_000);
    const result = growPlan(before, { fabric: `${prefix}-compute`, su: null });
    const { plan } = must(result.ok ? result.value : null, 'plan');
    const hallOf = (device: string): string => must(plan.cabinets.get(must(plan.devices.get(device), device).cabinet), device).hall;
    const { slots } = must(plan.fabrics.get(`${prefix}-compute`), 'fabric');
    expect(new Set(Object.values(slots).map(hallOf))).toEqual(new Set([`${prefix}-hall-1`]));
    expect(Object.values(slots).filter((id) => !id.startsWith(`${prefix}-`))).toEqual([]);
    expect([...plan.cabinets.keys()].filter((id) => !/^(?:h0[12]|core)-/u.test(id))).toEqual([]);
    expect(newCodes(plan, before)).toEqual([]);
  });

  it('is refused where it is not said which fabric grows, with the option and the fabrics', () => {
    expect(growPlan(campus(20_000), { fabric: null, su: null })).toMatchObject({
      error: {
        message: '2 fabrics of the plan can grow',
        remedy: 'name one by --fabric: h01-compute (Compute fabric, Data hall 1); h02-compute (Compute fabric, Data hall 2)',
      },
    });
  });

  it('is refused where the hall would lie over another, with the distance that is missing', () => {
    const wish = { fabric: 'h01-compute', su: 2 };
    expect(growPlan(campus(0), wish)).toMatchObject({
      ok: false,
      error: {
        code: 'expand.hall',
        message: 'Data hall 1 would reach 6600 mm into Core hall',
        remedy: expect.stringContaining('leave 6600 mm more between them') as string,
      },
    });
    expect(growPlan(campus(6590), wish)).toMatchObject({ ok: false });
    const free = growPlan(campus(6600), wish);
    const { plan, notes } = must(free.ok ? free.value : null, 'plan');
    expect(derive(plan).findings.filter(({ code }) => code === 'hall.overlap')).toEqual([]);
    // The junctions on the wall went with it, and what leads there from outside is to be measured again.
    const southMm = Math.max(...must(plan.halls.get('h01-hall-1'), 'hall').outline.map(([, yMm]) => yMm));
    const walls = [...plan.junctions.values()].filter(({ id }) => id.startsWith('h01-wall-south'));
    expect(walls.map(({ yMm }) => yMm)).toEqual([southMm, southMm]);
    expect(notes.join(' ')).toMatch(/h01-wall-south-a, h01-wall-south-b: moved 6.6 m south with the wall/u);
    expect(notes.join(' ')).toMatch(/Bank 1A, Bank 1B: the surveyed length is that of before and must be measured again/u);
    expect(notes.join(' ')).toContain('Compute fabric, Data hall 2: not grown, since one fabric grows at a time');
  });
});

describe('where a step is done', () => {
  const campus = generateCampus(catalog, {});
  const before = must(campus.ok ? campus.value : null, 'campus');
  const result = growPlan(before, { fabric: 'h02-compute', su: null });
  const { steps } = expansionOf(derive(before), derive(must(result.ok ? result.value : null, 'grown').plan));

  it('is told by hall where a plan has several, since each counts its cabinets from A01', () => {
    expect(steps.flatMap(({ places }) => places.map(({ hall }) => hall)).filter((hall) => hall !== 'Data hall 2')).toEqual([]);
    const [install] = steps;
    // Devices come into cabinets that stand, too.
    expect(placesText(must(install, 'step').places, true, 4)).toBe('Data hall 2: A05 A06 B01 B02 and 8 more');
    expect(placesText(must(install, 'step').places, false, 20)).toBe('A05 A06 B01 B02 B03 B04 B05 B06 B07 B08 B09 B10');
    const two = [
      { hall: 'Core hall', cabinet: 'A01' },
      { hall: 'Data hall 2', cabinet: 'A01' },
    ];
    expect(placesText(two, true, 6)).toBe('Core hall: A01; Data hall 2: A01');
  });
});

describe('growth that cannot be', () => {
  it('is refused with a remedy', () => {
    const plan = generated({ preset: 'h100', su: 2 });
    expect(growPlan(plan, { fabric: null, su: 2 })).toMatchObject({ ok: false, error: { code: 'expand.units' } });
    expect(growPlan(plan, { fabric: 'nope', su: 3 })).toMatchObject({
      error: { message: 'the plan has no fabric nope', remedy: 'name compute' },
    });
    expect(growPlan({ ...plan, fabrics: new Map() }, { fabric: null, su: 3 })).toMatchObject({
      ok: false,
      error: { code: 'expand.fabric' },
    });
    const bare = { ...plan, devices: new Map(), fabrics: plan.fabrics };
    expect(growPlan(bare, { fabric: null, su: 3 })).toMatchObject({ ok: false, error: { code: 'expand.devices' } });
  });

  it('of a plan to itself is nothing', () => {
    const derived = derive(generated({ preset: 'h100', su: 1 }));
    expect(expansionOf(derived, derived)).toMatchObject({
      links: { added: 0, moved: 0, removed: 0, kept: derived.cabling.links.count },
      steps: [],
    });
  });
});

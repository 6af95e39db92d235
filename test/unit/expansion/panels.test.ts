/** Growth of plans whose links run through patch panels: their ways are kept, and every link is counted once. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import { expansionOf } from '../../../shared/expansion/expansion.ts';
import { growPlan, type Grown } from '../../../shared/expansion/growPlan.ts';
import { generateRailOptimised } from '../../../shared/templates/railOptimised.ts';
import type { LinkChannel, Plan } from '../../../shared/plan/types.ts';
import { withPanels, type PanelShare } from '../../support/panelledHall.ts';

const catalog = loadCatalog();

function hall(preset: 'h100' | 'b200', su: number, share: PanelShare): Plan {
  const plan = generateRailOptimised(catalog, { preset, su });
  return withPanels(catalog, must(plan.ok ? plan.value : null, 'plan'), share);
}

function grown(plan: Plan, su: number | null = null): Grown {
  const result = growPlan(plan, { fabric: null, su });
  return must(result.ok ? result.value : null, result.ok ? '' : result.error.message);
}

const codes = ({ findings }: Derived): Set<string> => new Set(findings.map(({ code }) => code));
const stopsOf = ({ channels }: Plan): string[] =>
  [...channels.values()].map(({ stops, families }) => JSON.stringify([stops, families])).sort();

describe('links before = kept + moved + removed, links after = kept + moved + added, and nothing is wrong that was not', () => {
  it.each(
    (
      [
        ['h100', 1],
        ['h100', 2],
        ['h100', 3],
        ['b200', 2],
      ] as const
    ).flatMap(([preset, su]) => (['none', 'some', 'all'] as const).map((share) => [preset, su, share] as const)),
  )('%s, from %i units, panels: %s', (preset, su, share) => {
    const plan = hall(preset, su, share);
    const next = grown(plan).plan;
    const [before, after] = [derive(plan), derive(next)];
    const { links, byTier, changes, cables } = expansionOf(before, after);
    expect(before.takeoff.links.count).toBe(508 + 512 * (su - 1));
    expect(links.kept + links.moved + links.removed).toBe(before.takeoff.links.count);
    expect(links.kept + links.moved + links.added).toBe(after.takeoff.links.count);
    // The same as where no panel is: these change how links run, not which there are.
    expect(links).toMatchObject({ moved: [128, 256, 0][su - 1], added: 512, recabled: 0, removed: 0 });
    expect(byTier.reduce((sum, tier) => sum + tier.moved, 0)).toBe(links.moved);
    expect([...codes(after)].filter((code) => !codes(before).has(code))).toEqual([]);
    // Every way through panels is there afterwards, port by port, and its trunks too.
    expect(stopsOf(next)).toEqual(stopsOf(plan));
    expect(next.trunks).toEqual(plan.trunks);
    // One cable goes elsewhere for a moved link: the jumper between the last panel and the new spine; the others stay.
    for (const { kind, cables: own } of changes) if (kind === 'moved') expect(own.map(({ work }) => work)).toEqual(['move']);
    expect(cables.reused + cables.replaced).toBe(links.moved);
    expect(cables.pulled).toBe(links.added + cables.replaced);
  });
});

describe('re-cabling per panel', () => {
  const plan = hall('h100', 1, 'all');
  const before = derive(plan);
  const next = grown(plan);
  const expansion = expansionOf(before, derive(next.plan));
  const { perPanel, mostRecabledInRack, steps } = expansion;

  it('counts each moved link at the panel whose jumper goes to another spine', () => {
    // Panels in pairs: odd numbers face leaves, whose cables stay; half of the ways over each even one move.
    expect(perPanel.every(({ name }) => Number(name.slice(5)) % 2 === 0)).toBe(true);
    const ways = [...plan.channels.values()];
    for (const { panel, recabled, added } of perPanel) {
      const over = ways.filter(({ stops }) => stops.some(({ device }) => device === panel)).length;
      expect(Math.abs(recabled - over / 2)).toBeLessThanOrEqual(2);
      expect(added).toBe(0);
    }
    expect(perPanel.reduce((sum, { recabled }) => sum + recabled, 0)).toBe(128);
  });

  it('gives the most of one rack in one step, as NSDI’19 measures it', () => {
    const inStep = steps
      .filter(({ kind }) => kind === 'move')
      .map(({ links }) => {
        const racks = new Map<string, number>();
        for (const { cables } of links) {
          for (const panel of cables.flatMap(({ panels }) => panels)) {
            const { cabinet } = must(plan.devices.get(panel), panel);
            racks.set(cabinet, (racks.get(cabinet) ?? 0) + 1);
          }
        }
        return Math.max(...racks.values());
      });
    expect(mostRecabledInRack).toBe(Math.max(...inStep));
    expect(mostRecabledInRack).toBeGreaterThan(0);
  });

  it('says that new links run directly', () => {
    expect(next.notes.join('\n')).toContain('256 new links of leaf-spine run directly, where 256 that stand run through panels');
  });

  it('counts links that are only laid through panels as kept and recabled', () => {
    const direct = derive(hall('h100', 1, 'none'));
    const { links, cables, perPanel: panels, steps: done } = expansionOf(direct, before);
    expect(links).toEqual({ kept: 508, moved: 0, added: 0, recabled: 256, removed: 0 });
    // Two jumpers for each and the trunks behind the panels, twelve legs each: 7 pairs of panels with 36 ports and one with 4.
    expect(cables).toEqual({ pulled: 512 + 22, reused: 0, replaced: 0, unknown: 0, takenOut: 256 });
    expect(panels.reduce((sum, { recabled }) => sum + recabled, 0)).toBe(2 * 256);
    const plugged = done.filter(({ kind }) => kind === 'move').reduce((sum, step) => sum + step.cables, 0);
    expect(plugged).toBe(512 + 22 + 256);
    // And back again.
    expect(expansionOf(before, direct)).toMatchObject({
      links: { kept: 508, moved: 0, added: 0, recabled: 256, removed: 0 },
      cables: { pulled: 256, takenOut: 512 + 22 },
    });
  });
});

describe('what people set on links', () => {
  const plan = hall('h100', 1, 'some');
  const spineSide = (way: LinkChannel): string => `${way.id}#3`;
  const [direct, through] = ['compute/leaf-spine/su1.leaf1:37–spine1:9', 'compute/leaf-spine/su1.leaf2:37–spine1:10'];
  const way = must(plan.channels.get(through), through);

  it('goes along with the links; a length that was that of the old way is taken off', () => {
    const set = (id: string, requiredMm: number | null): [string, Plan['overrides'] extends ReadonlyMap<string, infer T> ? T : never] => [
      id,
      { id, label: `L ${id}`, requiredMm, family: null },
    ];
    const marked: Plan = {
      ...plan,
      overrides: new Map([set(direct, 9000), set(`${through}#1`, 4000), set(spineSide(way), 8000)]),
      routeRules: new Map([['r', { id: 'r', name: 'R', scope: { kind: 'links', links: [direct, through] }, via: [], avoid: [] }]]),
      diversityGroups: new Map([['d', { id: 'd', name: 'D', members: { kind: 'links', links: [through, direct] } }]]),
      looms: new Map([['l', { id: 'l', name: null, cables: [direct, `${through}#1`], make: null, pulledFrom: null }]]),
    };
    const { plan: next, notes } = grown(marked);
    const [directNow, throughNow] = ['compute/leaf-spine/su1.leaf1:37–spine5:1', 'compute/leaf-spine/su1.leaf2:37–spine5:2'];
    expect([...next.overrides.values()]).toEqual([
      { id: directNow, label: `L ${direct}`, requiredMm: null, family: null },
      { id: `${throughNow}#1`, label: `L ${through}#1`, requiredMm: 4000, family: null },
      { id: `${throughNow}#3`, label: `L ${spineSide(way)}`, requiredMm: null, family: null },
    ]);
    expect(next.routeRules.get('r')?.scope).toMatchObject({ links: [directNow, throughNow] });
    expect(next.diversityGroups.get('d')?.members).toMatchObject({ links: [throughNow, directNow] });
    expect(next.looms.get('l')?.cables).toEqual([directNow, `${throughNow}#1`]);
    expect(notes.join('\n')).toContain('2 lengths set by hand are taken off cables that go to another port');
    expect([...codes(derive(next))].filter((code) => code.endsWith('.orphan'))).toEqual([]);
  });
});

describe('a splitter', () => {
  it('goes down with both of its links in one step', () => {
    const { plan } = grown(hall('h100', 1, 'none'));
    const compute = must(plan.fabrics.get('compute'), 'compute');
    if (compute.rule.kind !== 'rail-optimised') throw new Error('another rule');
    const { parameters } = compute.rule;
    const elsewhere: Plan = {
      ...plan,
      fabrics: new Map([['compute', { ...compute, rule: { kind: 'rail-optimised', parameters: { ...parameters, ufmUnit: 'last' } } }]]),
    };
    const { links, byTier, steps } = expansionOf(derive(plan), derive(elsewhere));
    expect(byTier.find(({ tier }) => tier === 'ufm')).toMatchObject({ moved: 4, added: 0, removed: 0 });
    expect(links.removed).toBe(8);
    const groups = steps
      .filter(({ kind }) => kind === 'move')
      .map((step) => step.links.filter(({ tier }) => tier === 'ufm').map(({ cables }) => cables.map(({ oldId }) => oldId)))
      .filter((group) => group.length > 0);
    // Two splitters, one after the other; both legs of each together.
    expect(groups.map((group) => group.length)).toEqual([2, 2]);
    for (const group of groups) expect(new Set(group.flat()).size).toBe(1);
  });
});

/** What a designer said about ways holds after the links are made anew from their rule, and after the fabric has grown. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import { setFabric } from '../../../shared/commands/fabrics.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import { growPlan } from '../../../shared/expansion/growPlan.ts';
import { matchLinks } from '../../../shared/expansion/matchLinks.ts';
import { ruledLinks } from '../../../shared/expansion/ruledLinks.ts';
import { parsePlanText } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { generateRailOptimised } from '../../../shared/templates/railOptimised.ts';
import type { Fabric, Plan, Segment } from '../../../shared/plan/types.ts';

const catalog = loadCatalog();
const FABRIC = 'compute';

function generated(): Plan {
  const plan = generateRailOptimised(catalog, { preset: 'h100', su: 2 });
  return must(plan.ok ? plan.value : null, 'plan');
}

/** Ids of the segments that a link's way leads over. */
function wayOf({ survey, cabling }: Derived, link: string): string[] {
  const route = cabling.cables.route[must(cabling.findCable(link), link)]!;
  return must(cabling.routes[route], 'route').steps.flatMap(({ edge }) => survey.network.segments[edge]?.id ?? []);
}

/** Cables in a segment. */
function cablesIn(derived: Derived, id: string): number {
  return derived.cabling.loads.touching[derived.survey.network.segments.findIndex((segment) => segment.id === id)]!;
}

/** Two rows with four ways between them: at either end, and two in the middle. What is between the rows in the middle is closed. */
function ring(closed: { readonly copper: boolean; readonly keepClear: boolean }): Plan {
  const plan = generated();
  const cross = must(plan.segments.get('cross-01-A'), 'cross tray');
  const between = (id: string, at: string): [string, Segment] => [
    id,
    { ...cross, id, name: id, from: `junction-A-${at}`, to: `junction-B-${at}`, widthMm: 600 },
  ];
  const second = must(plan.junctions.get('junction-A-03'), 'junction');
  const [fromMm, toMm] = [second.xMm - 200, second.xMm + 200];
  return {
    ...plan,
    segments: new Map([
      ...plan.segments,
      between('west', '01'),
      between('east', '04'),
      ...(closed.copper ? ([['cross-01-A', { ...cross, carries: ['copper'] }]] as const) : []),
    ]),
    obstacles: new Map([
      ...plan.obstacles,
      ...(closed.keepClear
        ? ([
            [
              'zone',
              {
                id: 'zone',
                hall: 'hall-1',
                name: 'Switchgear',
                kind: 'keep-clear',
                outline: [
                  [fromMm, 3600],
                  [toMm, 3600],
                  [toMm, 4000],
                  [fromMm, 4000],
                ],
              },
            ],
          ] as const)
        : []),
    ]),
  };
}

function grown(plan: Plan): Plan {
  const result = growPlan(plan, { fabric: null, su: null });
  return must(result.ok ? result.value : null, 'grown').plan;
}

const fabricOf = (plan: Plan): Fabric => must(plan.fabrics.get(FABRIC), FABRIC);

/** The links made anew: a node taken out of the rule and put back, the plan written and read. */
function regenerated(plan: Plan): Plan {
  const fabric = fabricOf(plan);
  const { ['su1.node01']: _out, ...slots } = fabric.slots;
  const set = (before: Plan, next: Fabric): Plan => {
    const done = runCommand(before, setFabric, { fabric: next, parts: {} });
    return must(done.ok ? done.value.plan : null, 'plan');
  };
  const without = set(plan, { ...fabric, slots });
  expect(derive(without).takeoff.links.count).toBe(derive(plan).takeoff.links.count - 8);
  const read = parsePlanText(serializePlan(set(without, { ...fabric })));
  return must(read.ok ? read.value : null, 'plan read');
}

describe('pins, forbidden segments, service classes, keep-clear and diversity survive regeneration and growth', () => {
  const bare = ring({ copper: true, keepClear: true });
  const free = derive(bare);
  const { kept, moved } = matchLinks(ruledLinks(fabricOf(bare)), ruledLinks(fabricOf(grown(bare))));
  const cabinets = (link: string): string => {
    const [, leaf, spine] = must(/\/([^/]+):\d+–(.+):\d+$/u.exec(link), 'ends');
    const at = (slot: string | undefined): string => {
      const { cabinet } = must(bare.devices.get(must(fabricOf(bare).slots[slot ?? ''], 'slot')), 'device');
      return must(bare.cabinets.get(cabinet), cabinet).name;
    };
    return `${at(leaf)} ${at(spine)}`;
  };
  const uplinks = (links: readonly string[], over: string): string[] =>
    links.filter(
      (id) =>
        id.includes('/leaf-spine/') && free.cabling.cables.route[free.cabling.findCable(id)!] !== -1 && wayOf(free, id).includes(over),
    );
  const goElsewhere = moved.map(({ was }) => was.id);
  const stay = kept.map(([was]) => was.id);
  const pinned = must(uplinks(goElsewhere, 'west')[0], 'an uplink by the west');
  const shunned = must(uplinks(goElsewhere, 'east')[0], 'an uplink by the east');
  const columns = [...new Set(stay.filter((id) => id.includes('/leaf-spine/')).map(cabinets))].filter(
    (pair) => pair.slice(1, 3) === pair.slice(5) && pair[0] !== pair[4],
  );
  const apart = columns.slice(0, 2).map((pair) =>
    must(
      stay.find((id) => id.includes('/leaf-spine/') && cabinets(id) === pair),
      pair,
    ),
  );
  const ruled: Plan = {
    ...bare,
    routeRules: new Map([
      ['pin', { id: 'pin', name: 'Pin', scope: { kind: 'links', links: [pinned] }, via: [{ kind: 'segment', id: 'east' }], avoid: [] }],
      ['shun', { id: 'shun', name: 'Shun', scope: { kind: 'links', links: [shunned] }, via: [], avoid: ['east'] }],
    ]),
    diversityGroups: new Map([['pair', { id: 'pair', name: 'Pair', members: { kind: 'links', links: apart } }]]),
  };

  it('each of which changes ways, so that none holds by chance', () => {
    const open = derive(ring({ copper: false, keepClear: false }));
    expect(cablesIn(open, 'cross-01-A')).toBeGreaterThan(0);
    expect(cablesIn(open, 'cross-02-A')).toBeGreaterThan(0);
    expect(wayOf(free, pinned)).not.toContain('east');
    expect(wayOf(free, shunned)).toContain('east');
    expect(apart).toHaveLength(2);
    const [one, other] = apart.map((id) => wayOf(free, id));
    expect(one?.filter((id) => other?.includes(id))).not.toEqual([]);
  });

  it.each([
    ['as drawn', (plan: Plan) => plan],
    ['regenerated', regenerated],
    ['grown', grown],
    ['grown twice and regenerated', (plan: Plan) => regenerated(grown(grown(plan)))],
  ])('%s', (_, change) => {
    const plan = change(ruled);
    const derived = derive(plan);
    const linksOf = (id: string): readonly string[] => {
      const scope = plan.routeRules.get(id)?.scope;
      return scope?.kind === 'links' ? scope.links : [];
    };
    expect(wayOf(derived, must(linksOf('pin')[0], 'pinned link'))).toContain('east');
    expect(wayOf(derived, must(linksOf('shun')[0], 'link'))).not.toContain('east');
    expect(cablesIn(derived, 'cross-01-A')).toBe(0);
    expect(cablesIn(derived, 'cross-02-A')).toBe(0);
    const members = plan.diversityGroups.get('pair')?.members;
    const [one, other] = (members?.kind === 'links' ? members.links : []).map((id) => wayOf(derived, id));
    expect(must(one, 'way').filter((id) => must(other, 'way').includes(id) && ['west', 'east'].includes(id))).toEqual([]);
    const bad = derived.findings.flatMap(({ code }) =>
      /^(diversity|route|rule|cable\.no-route|service|pathway\.keep)/u.test(code) ? [code] : [],
    );
    expect(bad).toEqual([]);
  });
});

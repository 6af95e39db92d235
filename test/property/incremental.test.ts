/** Law: what is derived from an earlier state of the plan equals what is derived from scratch. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../electron/catalogFiles.ts';
import { must } from '../../shared/assert.ts';
import { cableInSteps, cablingWork } from '../../shared/cabling/cableAll.ts';
import { derive, type Derived } from '../../shared/engine/engine.ts';
import { buildScene } from '../../shared/engine/scene.ts';
import { surveyPlan } from '../../shared/survey/surveyPlan.ts';
import { mountDevices } from '../../shared/commands/devices.ts';
import { runCommand } from '../../shared/commands/history.ts';
import { insertPanels } from '../../shared/commands/panels.ts';
import type { RuledWays } from '../../shared/cabling/rules/ruledWays.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { finish } from '../../shared/work.ts';
import { generateRailOptimised } from '../../shared/templates/railOptimised.ts';
import { PANEL, QUAD_TRUNK } from '../support/panelPlans.ts';
import { applyEdit, editArbitrary } from '../support/edits.ts';
import { randomHall } from '../support/randomHall.ts';
import { roomyCabinets } from '../support/roomyCabinets.ts';
import { ruledHall } from '../support/ruledHall.ts';
import { withTightCabinets } from '../support/tightCabinets.ts';
import { ruledTightHall } from '../support/tightHall.ts';
import { JUMPER } from '../support/testCatalog.ts';
import { lawRuns } from '../support/runs.ts';

/** What can be compared: everything but the plan and the functions. */
function comparable({ survey, cabling, takeoff, findings }: Derived) {
  const { linkId, cableId, cableName, findCable: _find, ownParts: _parts, linkName: _name, rules, ...columns } = cabling;
  const ids = Array.from({ length: columns.links.count }, (_unused, link) => linkId(link));
  const cableIds = Array.from({ length: columns.cables.count }, (_unused, cable) => cableId(cable));
  const cableNames = Array.from({ length: columns.cables.count }, (_unused, cable) => cableName(cable));
  return { survey, columns, rules: comparableRules(rules, columns.cables.count), ids, cableIds, cableNames, takeoff, findings };
}

function comparableRules(rules: RuledWays | null, cables: number) {
  if (rules === null) return null;
  const courses = Array.from({ length: cables }, (_unused, cable) => {
    const { pins, pinnedBy, forbiddenBy, outranked, carried, shut } = rules.courseOf(cable);
    return { pins, pinnedBy, forbiddenBy, outranked, carried, shut };
  });
  return { courses, ruledOut: rules.ruledOut, apart: rules.apart, free: rules.free.cables };
}

/** A fabric of which the leaves' uplinks are kept apart in pairs, one tier is pinned, and a tray is made for power. */
function ruledFabric(plain: Plan): Plan {
  const [fabric] = [...plain.fabrics.keys()];
  const [first, second, third] = [...plain.segments.keys()].sort();
  const scope = { kind: 'fabric', fabric: must(fabric, 'fabric'), tier: 'node-leaf' } as const;
  const via = [{ kind: 'segment', id: must(first, 'segment') }] as const;
  const members = { kind: 'fabric', fabric: must(fabric, 'fabric'), tier: 'leaf-spine', end: 'a' } as const;
  return {
    ...plain,
    segments: new Map(plain.segments).set(must(third, 'segment'), { ...plain.segments.get(must(third, 'segment'))!, carries: ['power'] }),
    routeRules: new Map([['r', { id: 'r', name: 'r', scope, via, avoid: [must(second, 'segment')] }]]),
    diversityGroups: new Map([['g', { id: 'g', name: 'g', members }]]),
  };
}

function smallHall(): Plan {
  const plan = generateRailOptimised(loadCatalog(), {
    su: 2,
    nodesPerSu: 6,
    rails: 2,
    uplinksPerLeaf: 4,
    switchPorts: 16,
    nodesPerCabinet: 2,
    ufm: true,
  });
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value;
}

/** The same with three uplinks run through panels, and a leg of a splitter, whose other leg comes along. */
function panelledHall(plain: Plan): Plan {
  const [first, second] = [...plain.cabinets.keys()].sort();
  const panel = { type: PANEL.id, role: 'panel' as const, positionU: 30, face: 'front' as const };
  const devices = [
    { id: 'pa', name: 'pa', cabinet: must(first, 'cabinet'), ...panel },
    { id: 'pb', name: 'pb', cabinet: must(second, 'cabinet'), ...panel },
  ];
  const mounted = runCommand(plain, mountDevices, { devices, types: [PANEL] });
  if (!mounted.ok) throw new Error(mounted.error.message);
  const { cabling } = derive(plain);
  const links = Array.from({ length: cabling.links.count }, (_, link) => cabling.linkId(link));
  const chosenLinks = [
    ...links.filter((id) => id.includes('/leaf-spine/')).slice(0, 3),
    must(
      links.find((id) => id.includes('/ufm/')),
      'link',
    ),
  ];
  const parts = { trunk: QUAD_TRUNK, jumperA: JUMPER, jumperB: JUMPER, trunkIds: ['t1'] };
  const done = runCommand(mounted.value.plan, insertPanels, { links: chosenLinks, panelA: 'pa', panelB: 'pb', ...parts });
  if (!done.ok) throw new Error(done.error.message);
  return done.value.plan;
}

const EDITS_A_PLAN = 6;

describe('the engine', () => {
  it('counts as many links through panels as without', () => {
    const plain = smallHall();
    const [before, after] = [derive(plain), derive(panelledHall(plain))];
    expect(after.takeoff.links).toEqual(before.takeoff.links);
    expect(after.cabling.channels).toHaveLength(5);
    expect(after.takeoff.transceivers).toEqual(before.takeoff.transceivers);
    expect(after.takeoff.cages).toEqual(before.takeoff.cages);
  });

  it('reckons a way that makes room for others anew when its device moves up in its cabinet', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const derived = derive(ruledTightHall(seed, 'sound'));
      for (let pick = 0; pick < derived.plan.devices.size; pick += 1) {
        const next = derive(applyEdit(derived.plan, { kind: 'move-device', pick, byU: 1 }), derived);
        expect(comparable(next)).toEqual(comparable(derive(next.plan)));
      }
    }
  });

  it('derives the same from an earlier state as from scratch', () => {
    const plain = smallHall();
    const panelled = panelledHall(plain);
    const start = fc.oneof(
      fc.constant(plain),
      fc.constant(panelled),
      fc.constant(ruledFabric(plain)),
      fc.nat(100_000).map(randomHall),
      fc.nat(100_000).map((seed) => ruledHall(seed)),
      fc.nat(100_000).map((seed) => ruledTightHall(seed, seed % 4 === 0 ? 'spoiled' : 'sound')),
      fc.nat(100_000).map((seed) => withTightCabinets(randomHall(seed), seed)),
      fc.nat(100_000).map((seed) => withTightCabinets(ruledTightHall(seed, 'sound'), seed)),
    );
    let relieved = 0;
    const edits = fc.array(editArbitrary, { minLength: EDITS_A_PLAN, maxLength: EDITS_A_PLAN });
    fc.assert(
      fc.property(start, edits, (first, walk) => {
        let derived = derive(first);
        buildScene(derived);
        for (const edit of walk) {
          const next = derive(applyEdit(derived.plan, edit), derived);
          const fresh = derive(next.plan);
          expect(comparable(next)).toEqual(comparable(fresh));
          expect(buildScene(next, derived)).toEqual(buildScene(fresh));
          derived = next;
          if (next.cabling.cables.yields.some((flags) => flags !== 0)) relieved += 1;
        }
      }),
      // 204 edits, or 10,002.
      lawRuns(34, 1667),
    );
    // In every tenth state, cables go by other openings or managers than their nearest.
    expect(relieved).toBeGreaterThan(20);
  });

  it('gives cables one route where their two routes become one', () => {
    // Two cables of a cabinet run between other accesses; where it stands then, between the same.
    const before = derive(roomyCabinets(randomHall(15)));
    const id = must([...before.plan.cabinets.keys()].sort()[2], 'cabinet');
    const cabinet = must(before.plan.cabinets.get(id), 'cabinet');
    const cabinets = new Map(before.plan.cabinets).set(id, { ...cabinet, xMm: cabinet.xMm - 900 });
    const next = derive({ ...before.plan, cabinets }, before);
    const fresh = derive(next.plan);
    expect(fresh.cabling.routes.length).toBeLessThan(before.cabling.routes.length);
    expect(comparable(next)).toEqual(comparable(fresh));
  });

  it('gives the same for a preview that is dropped and another that follows', () => {
    const plain = smallHall();
    fc.assert(
      fc.property(editArbitrary, editArbitrary, editArbitrary, (one, other, last) => {
        const settled = derive(applyEdit(plain, one), derive(plain));
        buildScene(settled);
        buildScene(derive(applyEdit(settled.plan, other), settled), settled);
        const next = derive(applyEdit(settled.plan, last), settled);
        const fresh = derive(next.plan);
        expect(comparable(next)).toEqual(comparable(fresh));
        expect(buildScene(next, settled)).toEqual(buildScene(fresh));
      }),
      lawRuns(15, 500),
    );
  });

  it('lays under a twentieth of the routes anew under rules, for any one cabinet moved', () => {
    const plan = generateRailOptimised(loadCatalog(), { preset: 'b200', su: 16, ufm: false });
    if (!plan.ok) throw new Error(plan.error.message);
    const free = derive(plan.value);
    const { segments } = free.survey.network;
    const touching = [...free.cabling.loads.touching].slice(0, segments.length);
    const busiest = must(segments[touching.indexOf(Math.max(...touching))], 'segment').id;
    const rule = { id: 'r', name: 'r', scope: { kind: 'family', family: must(free.cabling.families[0], 'family').id }, via: [] } as const;
    const settled = derive({ ...plan.value, routeRules: new Map([['r', { ...rule, avoid: [busiest] }]]) });
    const { cables, routes, rules } = settled.cabling;
    expect(cables.pathMm).not.toEqual(must(rules, 'rules').free.cables.pathMm);
    const cabinets = [...plan.value.cabinets.values()].filter((_, row) => row % 9 === 4);
    const shares = cabinets.map((cabinet) => {
      const moved = { ...settled.plan, cabinets: new Map(plan.value.cabinets).set(cabinet.id, { ...cabinet, xMm: cabinet.xMm + 10 }) };
      const next = finish(cableInSteps(moved, surveyPlan(moved, settled), settled));
      // The very same object: what follows from who shares a route with whom is taken over, too.
      expect(next.cables.route).toBe(cables.route);
      return next.routes.filter((route, row) => route !== routes[row]).length / routes.length;
    });
    expect(Math.max(...shares)).toBeLessThan(0.05);
    expect(Math.min(...shares)).toBeGreaterThan(0);
  });

  it('cuts under a twentieth of the cables anew, and seeks under a twentieth of the routes, for any one cabinet moved', () => {
    const plan = generateRailOptimised(loadCatalog(), { preset: 'b200', su: 32, ufm: false });
    if (!plan.ok) throw new Error(plan.error.message);
    const settled = derive(plan.value);
    const { cables, routes } = settled.cabling;
    const shares = [...plan.value.cabinets.values()].map((cabinet) => {
      const cabinets = new Map(plan.value.cabinets).set(cabinet.id, { ...cabinet, xMm: cabinet.xMm + 10 });
      const survey = surveyPlan({ ...plan.value, cabinets }, settled);
      const work = cablingWork(finish(cableInSteps({ ...plan.value, cabinets }, survey, settled)));
      return { cables: work.cables / cables.count, routes: work.routes / routes.length };
    });
    expect(Math.max(...shares.map((share) => share.cables))).toBeLessThan(0.05);
    expect(Math.max(...shares.map((share) => share.routes))).toBeLessThan(0.05);
    // The count is no constant: every cabinet that holds a port has cables of its own.
    expect(Math.min(...shares.map((share) => share.cables))).toBeGreaterThan(0);
  });
});

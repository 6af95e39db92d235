/** Law: the load of a pathway is what one gets by laying its cables in one after the other and looking at every place. */
import { describe, expect, it } from 'vitest';
import type { Derived } from '../../shared/engine/engine.ts';
import type { HandLink, Plan } from '../../shared/plan/types.ts';
import { derive } from '../../shared/engine/engine.ts';
import { buildScene } from '../../shared/engine/scene.ts';
import { SeededRandom } from '../support/random.ts';
import { randomHall } from '../support/randomHall.ts';
import { JUMPER, TRUNK } from '../support/testCatalog.ts';

/** Some of the jumpers become trunks, so that diameters and masses differ. */
function withTrunks(plan: Plan, seed: number): Plan {
  const random = new SeededRandom(seed);
  const links = [...plan.links].map(([id, link]): [string, HandLink] => [
    id,
    random.chance(0.4) ? { ...link, parts: { ...link.parts, family: TRUNK.id } } : link,
  ]);
  return { ...plan, links: new Map(links) };
}

interface Load {
  readonly cables: number;
  readonly areaMm2: number;
  readonly massGPerM: number;
  readonly touching: number;
  readonly cableMm: number;
}

/** The fullest place of one edge, sought between every two places where a cable begins or ends. */
function laidOneByOne({ cabling }: Derived, edge: number): Load {
  const runs: { readonly fromMm: number; readonly toMm: number; readonly diameterMm: number; readonly massGPerM: number }[] = [];
  const touching = new Set<number>();
  for (let cable = 0; cable < cabling.cables.count; cable += 1) {
    const route = cabling.routes[cabling.cables.route[cable] ?? -1];
    const family = cabling.families[cabling.cables.family[cable] ?? -1] ?? JUMPER;
    for (const step of route?.steps ?? []) {
      if (step.edge !== edge) continue;
      touching.add(cable);
      const [fromMm, toMm] = [Math.min(step.fromMm, step.toMm), Math.max(step.fromMm, step.toMm)];
      runs.push({ fromMm, toMm, diameterMm: family.outerDiameterMm, massGPerM: family.massGPerM });
    }
  }
  const ends = [...new Set(runs.flatMap(({ fromMm, toMm }) => [fromMm, toMm]))].sort((a, b) => a - b);
  let [cables, areaMm2, massGPerM] = [0, 0, 0];
  for (const [index, end] of ends.entries()) {
    const place = (end + (ends[index + 1] ?? end)) / 2;
    const here = runs.filter(({ fromMm, toMm }) => fromMm < place && place < toMm);
    cables = Math.max(cables, here.length);
    areaMm2 = Math.max(areaMm2, sum(here.map(({ diameterMm }) => (Math.PI / 4) * diameterMm ** 2)));
    massGPerM = Math.max(massGPerM, sum(here.map((run) => run.massGPerM)));
  }
  const cableMm = sum(runs.map(({ fromMm, toMm }) => toMm - fromMm));
  return { cables, areaMm2, massGPerM, touching: touching.size, cableMm };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('loads of pathways', () => {
  let used = 0;
  for (let seed = 1; seed <= 40; seed += 1) {
    it(`are those of the fullest place, hall ${seed}`, () => {
      const derived = derive(withTrunks(randomHall(seed), seed));
      const { loads } = derived.cabling;
      for (let edge = 0; edge < derived.survey.network.edgeCount; edge += 1) {
        const expected = laidOneByOne(derived, edge);
        expect(loads.cables[edge]).toBe(expected.cables);
        expect(loads.areaMm2[edge]).toBeCloseTo(expected.areaMm2, 6);
        expect(loads.massGPerM[edge]).toBeCloseTo(expected.massGPerM, 6);
        expect(loads.touching[edge]).toBe(expected.touching);
        expect(loads.cableMm[edge]).toBe(expected.cableMm);
        if (expected.cables > 1) used += 1;
      }
    });
  }

  it('are drawn whole: the spans of a segment hold its metres of cable, and do not lie in each other', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const derived = derive(withTrunks(randomHall(seed), seed));
      const { spans } = buildScene(derived);
      const { segmentCount, edgeLengthMm } = derived.survey.network;
      const drawnMm = new Float64Array(segmentCount);
      const endMm = new Map<string, number>();
      for (let row = 0; row < spans.count; row += 1) {
        const [segment, fromMm, toMm] = [spans.segment[row] ?? -1, spans.fromMm[row] ?? -1, spans.toMm[row] ?? -1];
        const lane = `${segment} ${spans.tier[row]}`;
        expect(fromMm).toBeGreaterThanOrEqual(endMm.get(lane) ?? 0);
        expect(toMm).toBeGreaterThan(fromMm);
        expect(toMm).toBeLessThanOrEqual(edgeLengthMm[segment] ?? 0);
        endMm.set(lane, toMm);
        drawnMm[segment]! += (toMm - fromMm) * (spans.cables[row] ?? 0);
      }
      expect([...drawnMm]).toEqual([...derived.cabling.loads.cableMm.subarray(0, segmentCount)]);
    }
  });

  it('met pathways with several cables', () => {
    expect(used).toBeGreaterThan(50);
  });
});

/** Law: every route of the engine is as short as the shortest that a naive search finds, and the same where only one is shortest. */
import { describe, expect, it } from 'vitest';
import type { BruteRoute } from '../support/bruteForceRoutes.ts';
import type { Derived } from '../../shared/engine/engine.ts';
import { derive } from '../../shared/engine/engine.ts';
import { NONE, RouteStatus } from '../../shared/cabling/types.ts';
import { bruteForceRoute } from '../support/bruteForceRoutes.ts';
import { randomHall } from '../support/randomHall.ts';
import { roomyCabinets } from '../support/roomyCabinets.ts';
import { JUMPER } from '../support/testCatalog.ts';

const HALLS = 100;

interface Outcome {
  readonly kind: string;
  readonly pathMm: number;
  readonly pathwayMm: number;
  readonly requiredMm: number;
  readonly orderedMm: number;
}

const KINDS = {
  [RouteStatus.noRoute]: 'none',
  [RouteStatus.sameCabinet]: 'same-cabinet',
  [RouteStatus.bayed]: 'bayed',
  [RouteStatus.pathways]: 'pathways',
};

function outcomeOf({ cabling }: Derived, id: string): Outcome {
  const { cables } = cabling;
  const cable = cabling.findCable(id) ?? NONE;
  const kind = KINDS[(cables.status[cable] ?? NONE) as RouteStatus];
  const at = (column: Int32Array): number => column[cable] ?? NONE;
  return {
    kind,
    pathMm: at(cables.pathMm),
    pathwayMm: at(cables.pathwayMm),
    requiredMm: at(cables.requiredMm),
    orderedMm: at(cables.orderedMm),
  };
}

/** Millimetres in each segment and level change, as the engine's route has them. */
function byEdgeOf({ survey, cabling }: Derived, id: string): ReadonlyMap<string, number> {
  const route = cabling.routes[cabling.cables.route[cabling.findCable(id) ?? NONE] ?? NONE];
  const byEdge = new Map<string, number>();
  for (const step of route?.steps ?? []) {
    const edge = survey.network.edgeIds[step.edge] ?? '';
    const lengthMm = Math.abs(step.toMm - step.fromMm);
    if (lengthMm > 0) byEdge.set(edge, (byEdge.get(edge) ?? 0) + lengthMm);
  }
  return byEdge;
}

/** Slack and stock of the test jumper: 0.5 m an end and 2 % of the pathway, or 0.15 m an end inside one cabinet. */
function bought(kind: string, pathMm: number, pathwayMm: number): { readonly requiredMm: number; readonly orderedMm: number } {
  const requiredMm = kind === 'same-cabinet' ? pathMm + 300 : Math.ceil((100 * (pathMm + 1000) + 2 * pathwayMm) / 100);
  const stock = JUMPER.supply.kind === 'stock' ? JUMPER.supply.lengthsMm : [];
  return { requiredMm, orderedMm: stock.find((lengthMm) => lengthMm - JUMPER.tolerance.minusMm >= requiredMm) ?? NONE };
}

/** What the naive search expects. Where several ways are equally short, any of their shares on pathways will do: `actualPathwayMm`. */
function expectedOutcome(brute: BruteRoute | null, actualPathwayMm: number): Outcome {
  // A cable without a route has no pathway either, whether that stands as nothing or as unknown.
  if (brute === null) return { kind: 'none', pathMm: NONE, pathwayMm: actualPathwayMm, requiredMm: NONE, orderedMm: NONE };
  const pathwayMm = brute.byEdge === null ? actualPathwayMm : brute.pathwayMm;
  return { kind: brute.kind, pathMm: brute.pathMm, pathwayMm, ...bought(brute.kind, brute.pathMm, pathwayMm) };
}

describe('routes of random halls', () => {
  const seen = new Map<string, number>();

  for (let seed = 1; seed <= HALLS; seed += 1) {
    it(`equal a naive search, hall ${seed}`, () => {
      const plan = roomyCabinets(randomHall(seed));
      const derived = derive(plan);
      for (const link of plan.links.values()) {
        const brute = bruteForceRoute(plan, link);
        const actual = outcomeOf(derived, link.id);
        expect({ link: link.id, ...actual }).toEqual({ link: link.id, ...expectedOutcome(brute, actual.pathwayMm) });
        if (brute !== null && brute.byEdge !== null) expect(byEdgeOf(derived, link.id)).toEqual(brute.byEdge);
        const uniqueness = brute?.kind === 'pathways' ? (brute.byEdge === null ? ' tied' : ' unique') : '';
        const met = actual.kind + uniqueness;
        seen.set(met, (seen.get(met) ?? 0) + 1);
      }
    });
  }

  it('met every kind of way often enough to mean something', () => {
    for (const kind of ['none', 'same-cabinet', 'bayed', 'pathways unique', 'pathways tied']) {
      expect({ kind, enough: (seen.get(kind) ?? 0) >= 5 }).toEqual({ kind, enough: true });
    }
  });
});

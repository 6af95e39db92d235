import type { Check } from './types.ts';
import type { Plan, Segment } from '../plan/types.ts';
import { boxAround, type Point } from '../geometry/shapes.ts';
import { buildBoxIndex, growBox } from '../geometry/boxIndex.ts';
import { linesApartMm } from '../geometry/linesApart.ts';
import { must } from '../assert.ts';
import { NONE } from '../cabling/types.ts';
import { toElevationOf } from '../survey/network.ts';
import { millimetres } from './figures.ts';
import { segmentEnds, segmentPlace } from './segmentPlace.ts';

/**
 * Assumption: what a foot of air between unscreened copper and power is commonly taken for. Standards give tables by current,
 * screening and barrier, which a plan does not know; the settings take the figure that holds on site.
 */
export const DEFAULT_POWER_SEPARATION_MM = 300;

/** Pathways with copper in them, or made for it, keep their distance from pathways made for power. Between beds, edge to edge. */
export const powerSeparation: Check = {
  codes: ['pathway.near-power'],
  title: 'Copper keeps its distance from power',
  *run({ plan, survey, cabling }) {
    const { segments } = survey.network;
    const power = segments.filter(({ carries }) => carries?.includes('power') === true);
    if (power.length === 0) return;
    const leastMm = plan.settings.powerSeparationMm ?? DEFAULT_POWER_SEPARATION_MM;
    const hasCopper = new Uint8Array(segments.length);
    for (let cable = 0; cable < cabling.cables.count; cable += 1) {
      const route = cabling.cables.route[cable]!;
      if (route === NONE || cabling.families[cabling.cables.family[cable]!]?.medium !== 'copper') continue;
      for (const { edge } of must(cabling.routes[route], 'route').steps) if (edge < segments.length) hasCopper[edge] = 1;
    }
    const copper = segments.filter((segment, row) => hasCopper[row] === 1 || segment.carries?.includes('copper') === true);
    const runs = copper.map((segment) => ({ segment, ends: segmentEnds(plan, segment) }));
    const index = buildBoxIndex(runs.map(({ ends }) => boxAround(ends === null ? [NOWHERE] : [ends.from, ends.to])));
    for (const one of power) {
      const ends = segmentEnds(plan, one);
      if (ends === null) continue;
      const reachMm = leastMm + one.widthMm + Math.max(0, ...copper.map(({ widthMm }) => widthMm));
      for (const position of index.search(growBox(boxAround([ends.from, ends.to]), reachMm))) {
        const { segment, ends: other } = must(runs[position], 'run');
        if (segment.id === one.id || other?.hall !== ends.hall) continue;
        const apartMm = bedsApartMm(plan, one, segment);
        if (apartMm >= leastMm) continue;
        yield {
          code: 'pathway.near-power',
          severity: 'warning',
          ids: [one.id, segment.id].sort(),
          place: segmentPlace(plan, segment),
          message: `Pathway ${segment.name} carries copper ${millimetres(apartMm)} from the power in ${one.name}`,
          required: `at least ${millimetres(leastMm)}${plan.settings.powerSeparationMm === undefined ? ' (assumption)' : ''}`,
          actual: millimetres(apartMm),
          mend: `Move one of them away, or let ${segment.name} carry fiber alone`,
        };
      }
    }
    yield* sharedFindings(
      plan,
      power,
      (segment) => hasCopper[segments.indexOf(segment)] === 1 || segment.carries?.includes('copper') === true,
    );
  },
};

/** A pathway that carries both has no distance at all. */
function* sharedFindings(plan: Plan, power: readonly Segment[], hasCopper: (segment: Segment) => boolean): ReturnType<Check['run']> {
  const leastMm = plan.settings.powerSeparationMm ?? DEFAULT_POWER_SEPARATION_MM;
  if (leastMm === 0) return;
  for (const segment of power) {
    if (!hasCopper(segment)) continue;
    yield {
      code: 'pathway.near-power',
      severity: 'warning',
      ids: [segment.id],
      place: segmentPlace(plan, segment),
      message: `Pathway ${segment.name} carries power and copper together`,
      required: `at least ${millimetres(leastMm)} between them${plan.settings.powerSeparationMm === undefined ? ' (assumption)' : ''}`,
      actual: millimetres(0),
      mend: `Let ${segment.name} carry one of the two`,
    };
  }
}

const NOWHERE: Point = { xMm: 0, yMm: 0 };

/** Between the nearest edges of two beds: flat between their sides, upright between the top of the lower and the bed of the upper. */
function bedsApartMm(plan: Plan, a: Segment, b: Segment): number {
  const [endsA, endsB] = [must(segmentEnds(plan, a), 'ends'), must(segmentEnds(plan, b), 'ends')];
  const flatMm = Math.max(0, linesApartMm(endsA.from, endsA.to, endsB.from, endsB.to) - (a.widthMm + b.widthMm) / 2);
  const [lowA, lowB] = [bottomMm(a), bottomMm(b)];
  const uprightMm = Math.max(0, lowA - topMm(b), lowB - topMm(a));
  return Math.round(Math.hypot(flatMm, uprightMm));
}

function bottomMm(segment: Segment): number {
  return Math.min(segment.elevationMm, toElevationOf(segment));
}

function topMm(segment: Segment): number {
  return Math.max(segment.elevationMm, toElevationOf(segment)) + segment.depthMm;
}

import type { Check } from './types.ts';
import { breachOf, placeDimension } from '../plan/dimensionPlaces.ts';
import { millimetres } from './figures.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { DimensionEnd } from '../plan/drawingAids.ts';
import type { Plan } from '../plan/types.ts';

/** Dimensions that somebody gave a rule keep to it. */
export const dimensions: Check = {
  codes: ['dimension.too-short', 'dimension.too-long'],
  title: 'Dimensions keep to their rules',
  rests: ({ plan }) => [plan.dimensions, plan.cabinets, plan.obstacles, plan.junctions, plan.halls, plan.catalog],
  *run({ plan }) {
    for (const dimension of sortedById(plan.dimensions)) {
      const placed = placeDimension(plan, dimension);
      const breach = placed === null ? null : breachOf(dimension, placed.lengthMm);
      if (placed === null || breach === null) continue;
      const { from, to, lengthMm } = placed;
      const limit = millimetres((breach === 'short' ? dimension.leastMm : dimension.mostMm) ?? 0);
      const between = `${endName(plan, dimension.a)} and ${endName(plan, dimension.b)}`;
      yield {
        code: breach === 'short' ? 'dimension.too-short' : 'dimension.too-long',
        severity: 'error',
        ids: [...new Set([dimension.id, ...tiedIds(dimension.a), ...tiedIds(dimension.b)])].sort(),
        place: { hall: dimension.hall, at: { xMm: Math.round((from.xMm + to.xMm) / 2), yMm: Math.round((from.yMm + to.yMm) / 2) } },
        message: `The distance between ${between} is ${breach === 'short' ? 'less than its dimension asks for' : 'more than its dimension allows'}`,
        required: breach === 'short' ? `at least ${limit}` : `at most ${limit}`,
        actual: millimetres(lengthMm),
        mend: `Move what the dimension is tied to ${breach === 'short' ? 'apart' : 'together'}, or change its rule`,
      };
    }
  },
};

function tiedIds(end: DimensionEnd): readonly string[] {
  return end.kind === 'place' ? [] : [end.id];
}

function endName(plan: Plan, end: DimensionEnd): string {
  switch (end.kind) {
    case 'cabinet':
      return plan.cabinets.get(end.id)?.name ?? end.id;
    case 'obstacle':
      return plan.obstacles.get(end.id)?.name ?? end.id;
    case 'hall':
      return 'a wall';
    case 'junction':
      return 'a junction';
    case 'place':
      return 'a point';
  }
}

/** Random commands about what is laid over the drawing. */
import { addDimensions, setDimensions } from '../../shared/commands/dimensions.ts';
import { clipOf } from '../../shared/commands/clip.ts';
import { runCommand } from '../../shared/commands/history.ts';
import { idsForPaste, pasteThings } from '../../shared/commands/paste.ts';
import { removeViews, saveView } from '../../shared/commands/views.ts';
import type { DimensionEnd } from '../../shared/plan/drawingAids.ts';
import { emptyPlan } from '../../shared/plan/emptyPlan.ts';
import { newId, newIds } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { anyOf, bytesOf, pick, some, type Runner } from './randomChoices.ts';

const endOf = (plan: Plan, n: number, m: number): DimensionEnd => {
  const corner = m % 4;
  if (n % 5 === 0) return { kind: 'place', xMm: n * 100, yMm: m * 100 };
  if (n % 5 === 1) return { kind: 'obstacle', id: anyOf(plan.obstacles.keys(), m), corner };
  if (n % 5 === 2) return { kind: 'junction', id: anyOf(plan.junctions.keys(), m) };
  if (n % 5 === 3) return { kind: 'hall', id: anyOf(plan.halls.keys(), m), corner };
  return { kind: 'cabinet', id: anyOf(plan.cabinets.keys(), m), corner };
};

export const aidRunners: readonly Runner[] = [
  (plan, seed) => {
    const clip = clipOf(plan, { ...pick(plan, seed), dimensions: some(plan, 'dimensions', seed) }) ?? emptyPlan('Nothing');
    const ids = idsForPaste(clip, (table, count) => newIds(table, count, plan, bytesOf(seed)));
    return runCommand(plan, pasteThings, { clip, hall: anyOf(plan.halls.keys(), seed.b), dxMm: seed.a, dyMm: -seed.c, ids });
  },
  (plan, seed) =>
    runCommand(plan, addDimensions, {
      dimensions: [
        {
          id: newId('dimensions', plan, bytesOf(seed)),
          hall: anyOf(plan.halls.keys(), seed.c),
          a: endOf(plan, seed.a, seed.b),
          b: endOf(plan, seed.b, seed.c),
          axis: (['x', 'y', 'straight'] as const)[seed.c % 3]!,
          offsetMm: seed.a * 10,
          leastMm: seed.b % 2 === 0 ? null : 1200,
          mostMm: null,
        },
      ],
    }),
  (plan, seed) =>
    runCommand(plan, setDimensions, {
      ids: some(plan, 'dimensions', seed),
      set: seed.c % 2 === 0 ? { leastMm: seed.a * 10, mostMm: seed.b * 20 } : { axis: 'straight', offsetMm: -seed.a },
    }),
  (plan, seed) => {
    if (seed.c % 4 === 0) return runCommand(plan, removeViews, { ids: some(plan, 'views', seed) });
    const known = seed.c % 4 === 1 ? plan.views.get(anyOf(plan.views.keys(), seed.a)) : undefined;
    const view = {
      id: newId('views', plan, bytesOf(seed)),
      hall: anyOf(plan.halls.keys(), seed.b),
      name: `View ${seed.a}`,
      centreXMm: seed.a,
      centreYMm: seed.b,
      widthMm: 1000 + seed.c,
      heightMm: 800,
      layers: ['cabinets'],
      isolated: seed.b % 2 === 0 ? null : ['cabinet nothing'],
    };
    return runCommand(plan, saveView, { view: known === undefined ? view : { ...known, name: ` View ${seed.b} ` } });
  },
];

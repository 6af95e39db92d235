/** Puts drawings over or under the others of their hall. */
import { fromBottomUp, levelOf } from '../drawings/underlayOrder.ts';
import type { Underlay } from '../plan/underlays.ts';
import { changeOf, refuse } from './changeOf.ts';
import type { Command } from './command.ts';
import { findAll } from './find.ts';
import { namedOrCounted } from './wording.ts';

/** Past one other drawing, or past all. */
export type UnderlayOrder = 'forward' | 'backward' | 'front' | 'back';

export interface OrderUnderlays {
  readonly ids: readonly string[];
  readonly to: UnderlayOrder;
}

const WORDS: Readonly<Record<UnderlayOrder, readonly [verb: string, where: string]>> = {
  forward: ['Bring', 'forward'],
  backward: ['Send', 'backward'],
  front: ['Bring', 'to the front'],
  back: ['Send', 'to the back'],
};

/** Several keep their order among themselves. */
export const orderUnderlays: Command<OrderUnderlays> = (plan, { ids, to }) => {
  const found = findAll(plan, 'underlays', ids);
  if (!found.ok) return found;
  const meant = new Set(ids);
  const halls = [...new Set(found.value.map(({ hall }) => hall))];
  const underlays = halls.flatMap((hall) => {
    const before = fromBottomUp([...plan.underlays.values()].filter((underlay) => underlay.hall === hall));
    const after = reordered(before, meant, to);
    if (after.every((underlay, place) => underlay === before[place])) return [];
    return after.flatMap((underlay, place) => (levelOf(underlay) === place ? [] : [onLevel(underlay, place)]));
  });
  const [verb, where] = WORDS[to];
  const named = namedOrCounted(found.value, 'drawing');
  if (underlays.length === 0) {
    const end = to === 'forward' || to === 'front' ? 'in front of' : 'behind';
    return refuse(`nothing lies ${end} ${named}`, 'drawings change places with other drawings of their hall');
  }
  return changeOf(plan, `${verb} ${named} ${where}`, { put: { underlays } });
};

function reordered(underlays: readonly Underlay[], meant: ReadonlySet<string>, to: UnderlayOrder): Underlay[] {
  const [those, others] = [underlays.filter(({ id }) => meant.has(id)), underlays.filter(({ id }) => !meant.has(id))];
  switch (to) {
    case 'front':
      return [...others, ...those];
    case 'back':
      return [...those, ...others];
    case 'backward':
      return reordered(underlays.toReversed(), meant, 'forward').reverse();
    case 'forward': {
      const order = [...underlays];
      // From the top down, so that a block of several goes as one.
      for (let place = order.length - 2; place >= 0; place -= 1) {
        const [own, above] = [order[place]!, order[place + 1]!];
        if (meant.has(own.id) && !meant.has(above.id)) [order[place], order[place + 1]] = [above, own];
      }
      return order;
    }
  }
}

/** The lowest level is not written. */
function onLevel({ level: _, ...underlay }: Underlay, level: number): Underlay {
  return level === 0 ? underlay : { ...underlay, level };
}

/** What a box over the drawing takes, and how it is shown while it is drawn. */
import type { Point } from '../../shared/geometry/shapes.ts';
import { layerOf, type Thing } from '../state/sessionStore.ts';
import { withGroups } from './grouping.ts';
import type { ToolContext } from './tool.ts';

/** Shows the box, and how many it would take. */
export function brush(from: Point, to: Point, context: ToolContext, hint = ''): void {
  const touching = isTouching(from, to);
  const count = meant(context.inside(from, to, touching)).length;
  const text = `${count} ${touching ? 'touched' : 'enclosed'}`;
  context.show({ marquee: { from, to, touching }, text: hint === '' ? text : `${text} · ${hint}` });
}

/** Takes what the box holds; `isAdded` leaves the rest selected, and lets go what was. */
export function catchWithin(from: Point, to: Point, isAdded: boolean, context: ToolContext): void {
  context.show(null);
  const caught = withGroups(context.plan(), context.inside(from, to, isTouching(from, to)));
  const things = meant(caught);
  if (isAdded) context.toggle(things);
  else context.catchThings(things, caught);
}

/** A marquee over rows means the cabinets; what else it caught is offered beside. */
function meant(caught: readonly Thing[]): readonly Thing[] {
  const cabinets = caught.filter((thing) => layerOf(thing) === 'cabinets');
  return cabinets.length > 0 ? cabinets : caught;
}

/** Left to right takes what is enclosed, right to left what is touched. */
function isTouching(from: Point, to: Point): boolean {
  return to.xMm < from.xMm;
}

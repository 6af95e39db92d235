/** Ports marked by dragging over them, first of one device, then of another: the ends of a range to be connected. */
import type { ElevationContext, ElevationInput } from '../elevationChart.ts';
import type { ElevationHand } from '../elevationStates.ts';
import type { PortAt } from '../elevationStore.ts';
import { portsBetween, rangeText } from './portRanges.ts';

export type RangingHand = Extract<ElevationHand, { name: 'ranging' }>;

/** Marks from the port where the drag began; `first` are the ports marked before, of another device. */
export function startRanging(context: ElevationContext, from: PortAt, first: readonly PortAt[] | null): RangingHand {
  const isOther = first !== null && first[0]?.device !== from.device;
  const hand: RangingHand = { name: 'ranging', from, to: from.port, first: isOther ? first : null };
  show(context, hand);
  return hand;
}

/** As far as the port that lies at the pointer or near it. */
export function rangeTo(context: ElevationContext, hand: RangingHand, { place }: Pick<ElevationInput, 'place'>): RangingHand {
  const to = place?.device === hand.from.device && place.portNear !== null ? place.portNear : hand.to;
  const next = { ...hand, to };
  show(context, next);
  return next;
}

/** The first range waits for the second; both lead to the dialog, where every pair is shown before anything is drawn. */
export function finishRanging(context: ElevationContext, { from, to, first }: RangingHand): ElevationHand {
  const ports = portsBetween(from.device, from.port, to);
  if (first === null) return { name: 'marked', ports };
  context.set({ marked: [] });
  context.connectRanges(rangeText(context.plan(), first), rangeText(context.plan(), ports));
  return { name: 'idle' };
}

function show(context: ElevationContext, { from, to, first }: RangingHand): void {
  context.set({ marked: [...(first ?? []), ...portsBetween(from.device, from.port, to)], pointed: null });
}

/** What the line under the drawing says of it. */
export function markedText(context: Pick<ElevationContext, 'plan' | 'elevation'>): string | null {
  const { marked } = context.elevation();
  const [first] = marked;
  if (first === undefined) return null;
  const own = marked.filter(({ device }) => device === first.device);
  const others = marked.filter(({ device }) => device !== first.device);
  const told = `${rangeText(context.plan(), own)} (${own.length})`;
  return others.length === 0
    ? `${told}: drag with Shift over the ports of the other device`
    : `${told} to ${rangeText(context.plan(), others)} (${others.length})`;
}

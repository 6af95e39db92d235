/** The two ends of a connection as they are chosen: what is still open is filled with the first that fits. */
import type { ConnectWish } from '../dialogs/dialogStore.ts';
import { firstFitting, firstPair, type PortsKnown } from './connectPorts.ts';
import type { PortAt } from './elevationStore.ts';

export interface ChosenEnd {
  readonly device: string | null;
  readonly port: number | null;
}

export interface Ends {
  readonly a: ChosenEnd;
  readonly b: ChosenEnd;
}

/** The same ends when nothing can be filled in. */
export function fillEnds(known: PortsKnown, wish: ConnectWish, ends: Ends): Ends {
  const isWaiting = [ends.a.device, ends.b.device].some((device) => device !== null && known.ports(device) === undefined);
  if (isWaiting) return ends;
  if (ends.a.device === null && ends.b.device === null && wish.a.length > 0 && wish.b.length > 0) {
    const pair = firstPair(known, wish.a, wish.b);
    return pair === null ? ends : { a: pair[0], b: pair[1] };
  }
  const { a, b } = ends;
  if (a.device !== null && b.device !== null && a.port === null && b.port === null) {
    const pair = firstPair(known, [a.device], [b.device]);
    return pair === null ? ends : { a: pair[0], b: pair[1] };
  }
  const [one, other] = [fillEnd(known, wish.a, a, portAt(b)), fillEnd(known, wish.b, b, portAt(a))];
  return one === a && other === b ? ends : { a: one, b: other };
}

function fillEnd(known: PortsKnown, wished: readonly string[], end: ChosenEnd, other: PortAt | null): ChosenEnd {
  if (end.port !== null || other === null) return end;
  for (const device of end.device === null ? wished : [end.device]) {
    const at = firstFitting(known, device, other);
    if (at !== null) return at;
  }
  return end;
}

export function portAt({ device, port }: ChosenEnd): PortAt | null {
  return device === null || port === null ? null : { device, port };
}

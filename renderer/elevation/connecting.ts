/** Connecting two ports in the elevation: the loose end follows, says whether it fits, and makes one link. */
import { addLinks } from '../../shared/commands/fabrics.ts';
import { portsOf } from '../../shared/catalog/ports.ts';
import type { ScreenPoint } from '../canvas/camera.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { firstFitting, freePort, joiningParts, linkBetween, portName } from './connectPorts.ts';
import type { ElevationContext } from './elevationChart.ts';
import type { Place } from './elevationHit.ts';
import type { ElevationHand } from './elevationStates.ts';
import type { PortAt } from './elevationStore.ts';
import { connectedText } from './connectedText.ts';

type ConnectingHand = Extract<ElevationHand, { name: 'connecting' }>;

export function startConnecting(context: ElevationContext, from: PortAt): ElevationHand {
  const free = freePort(context.known(), from);
  if (!free.ok) {
    context.leave(`Not connected: ${free.error}`);
    return { name: 'idle' };
  }
  context.set({ connecting: { from, to: null, at: null, problem: null }, pointed: from });
  return { name: 'connecting', from, to: null, isPressed: false };
}

/** The loose end at a place: on a port, on a device (its first free port that fits), or nowhere. */
export function looseAt(context: ElevationContext, from: PortAt, place: Place | null, { xPx, yPx }: ScreenPoint): ConnectingHand {
  if (place === null || place.device === null) {
    context.set({ connecting: { from, to: null, at: { x: xPx, y: yPx }, problem: null }, pointed: null });
    return { name: 'connecting', from, to: null, isPressed: false };
  }
  return connectionTo(context, from, { device: place.device, port: place.port });
}

/** The loose end at a port, or with none named at the device's first that fits. */
export function connectionTo(
  context: ElevationContext,
  from: PortAt,
  { device, port }: { readonly device: string; readonly port: number | null },
): ConnectingHand {
  const known = context.known();
  const to = port === null ? firstFitting(known, device, from) : { device, port };
  if (to === null) {
    const { name } = context.plan().devices.get(device) ?? { name: device };
    context.set({ connecting: { from, to: null, at: null, problem: `no free port of ${name} fits` }, pointed: null });
    return { name: 'connecting', from, to: null, isPressed: false };
  }
  const isSame = to.device === from.device && to.port === from.port;
  const fit = isSame ? null : joiningParts(known, from, to);
  context.set({ connecting: { from, to, at: null, problem: fit === null || fit.ok ? null : fit.error }, pointed: to });
  return { name: 'connecting', from, to: isSame ? null : to, isPressed: false };
}

/** One link with the parts that fit best; it is selected, so that its length is seen and its parts can be changed. */
export function finishConnecting(context: ElevationContext, from: PortAt, to: PortAt): ElevationHand {
  const known = context.known();
  const fit = joiningParts(known, from, to);
  if (!fit.ok) {
    context.leave(`Not connected: ${fit.error}`);
    return { name: 'connecting', from, to, isPressed: false };
  }
  const id = context.newIds('links', 1)[0]!;
  const parts = fit.value[0]!;
  if (!context.commit(addLinks, linkBetween(known, id, from, to, parts))) return { name: 'connecting', from, to, isPressed: false };
  context.set({ connecting: null, pointed: null });
  context.select([{ kind: 'cable', id }]);
  context.tell(connectedText(context.plan(), from, to, parts));
  return { name: 'idle' };
}

/** The next port of the device that is pointed at, else of the selected device; null: there is neither. */
export function stepPort(context: ElevationContext, at: PortAt | null, by: 1 | -1): PortAt | null {
  const plan = context.plan();
  const selected = selectedIds(context.session().selection, 'device');
  const device = at !== null && (selected.length === 0 || selected.includes(at.device)) ? at.device : selected[0];
  const type = device === undefined ? undefined : plan.catalog.deviceTypes.get(plan.devices.get(device)?.type ?? '');
  if (device === undefined || type === undefined) return null;
  const count = portsOf(type).length;
  if (count === 0) return null;
  if (at?.device !== device) return { device, port: by === 1 ? 0 : count - 1 };
  return { device, port: (at.port + by + count) % count };
}

/** What the status line says of the connection under way. */
export function connectingText(context: Pick<ElevationContext, 'plan' | 'elevation'>): string | null {
  const { connecting, wayProblem } = context.elevation();
  if (connecting === null) return null;
  const from = portName(context.plan(), connecting.from);
  if (connecting.problem !== null) return `From ${from}: ${connecting.problem}`;
  if (connecting.to === null) return `From ${from}: choose the other port`;
  const ends = `From ${from} to ${portName(context.plan(), connecting.to)}`;
  return wayProblem === null ? ends : `${ends}: ${wayProblem}`;
}

/** What is done in the elevation by name: show it, zoom, mount from the catalog, duplicate, connect. */
import { mountDevices } from '../../shared/commands/devices.ts';
import type { DeviceType } from '../../shared/catalog/types.ts';
import { freePlace } from '../../shared/checks/mountProblem.ts';
import { must } from '../../shared/assert.ts';
import { hasHand } from '../../shared/plan/mountPlace.ts';
import { newId, newIds, type RandomBytes } from '../../shared/plan/ids.ts';
import { nextFreeName } from '../../shared/plan/names.ts';
import type { Device } from '../../shared/plan/types.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds, type Thing } from '../state/sessionStore.ts';
import { runCommand } from '../tools/editActions.ts';
import { unlockFor } from '../tools/locks.ts';
import { fittedPxPerMm, widthPxPerMm } from './elevationLayout.ts';
import { scaleRange } from './elevationView.ts';
import { mountOf } from './mounting.ts';

const ZOOM_STEP = 1.25;

export function showElevation({ session }: Planner): void {
  session.setState({ mode: 'elevation' });
}

export function zoomElevation(planner: Planner, direction: 'in' | 'out'): void {
  zoomElevationBy(planner, direction === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP);
  // What is selected is what somebody wants to see larger.
  const [device] = selectedIds(planner.session.getState().selection, 'device');
  if (device !== undefined) planner.elevation.store.setState({ reveal: { kind: 'device', id: device } });
}

export function zoomElevationBy({ elevation }: Planner, factor: number): void {
  const pxPerMm = Math.min(scaleRange.mostPxPerMm, Math.max(scaleRange.leastPxPerMm, elevation.layout().pxPerMm * factor));
  elevation.store.setState({ pxPerMm });
}

/** All cabinets in view; where they would be too small to read, as many as can be, around the one that is selected. */
export function fitElevation(planner: Pick<Planner, 'plan' | 'session' | 'elevation'>): void {
  const { plan, elevation } = planner;
  const { cabinets, faces, viewport } = elevation.store.getState();
  const { plan: now } = plan.getState();
  const byWidth = widthPxPerMm(now, cabinets, faces, viewport.widthPx);
  const isTall = fittedPxPerMm(now, cabinets, viewport.heightPx) <= byWidth;
  const middle = receivingCabinet(planner);
  elevation.store.setState({
    pxPerMm: isTall ? null : Math.max(scaleRange.leastPxPerMm, byWidth),
    reveal: middle === null ? null : { kind: 'cabinet', id: middle, to: 'middle' },
  });
}

/** The cabinet that takes what comes from the catalog: the selected one, else that of the selected device, else the first shown. */
export function receivingCabinet({ plan, session, elevation }: Pick<Planner, 'plan' | 'session' | 'elevation'>): string | null {
  const { selection } = session.getState();
  const [cabinet] = selectedIds(selection, 'cabinet');
  const [device] = selectedIds(selection, 'device');
  return cabinet ?? plan.getState().plan.devices.get(device ?? '')?.cabinet ?? elevation.store.getState().cabinets[0] ?? null;
}

/** Mounts a device of a type on the lowest free units, on the side that is shown, and selects it. */
export function mountOnFreeUnits(planner: Planner, type: DeviceType, randomBytes: RandomBytes): boolean {
  const { plan } = planner.plan.getState();
  const cabinet = receivingCabinet(planner);
  if (cabinet === null) return false;
  const { faces } = planner.elevation.store.getState();
  // What hangs beside the rails feeds from behind.
  const face = faces === 'rear' || (faces === 'both' && type.mount === 'beside-rails') ? 'rear' : 'front';
  const id = newId('devices', plan, randomBytes);
  const place = freePlace(plan, cabinet, { id, type, face });
  if (place === null) {
    refuse(
      planner,
      `${must(plan.cabinets.get(cabinet), 'cabinet').name} has no ${type.heightU} free units together that take ${type.name} on the ${face}`,
    );
    return false;
  }
  const done = runCommand(planner, mountDevices, mountOf(plan, { id, type, cabinet, face, ...place }));
  if (done) {
    // Whoever mounts a device means the layer.
    unlockFor(planner.session, 'devices');
    planner.session.select([{ kind: 'device', id }]);
  }
  return done;
}

/** Copies the selected devices onto the next free units above each, under the next free names. */
export function duplicateDevices(planner: Planner, randomBytes: RandomBytes): void {
  const { plan } = planner.plan.getState();
  const devices = selectedIds(planner.session.getState().selection, 'device').flatMap((id) => plan.devices.get(id) ?? []);
  const ids = newIds('devices', devices.length, plan, randomBytes);
  const taken = new Set([...plan.devices.values()].map(({ name }) => name));
  const copies: Device[] = [];
  for (const [i, device] of devices.entries()) {
    const type = must(plan.catalog.deviceTypes.get(device.type), 'device type');
    const id = must(ids[i], 'id');
    const standing = { ...plan, devices: new Map([...plan.devices, ...copies.map((copy) => [copy.id, copy] as const)]) };
    const wanted = { id, type, face: device.face };
    const place =
      freePlace(standing, device.cabinet, wanted, { fromU: device.positionU + (hasHand(type) ? 0 : type.heightU) }) ??
      freePlace(standing, device.cabinet, wanted);
    if (place === null) {
      refuse(planner, `${device.name} has no room beside it: its cabinet has no ${type.heightU} free units together`);
      return;
    }
    const name = nextFreeName(device.name, taken);
    taken.add(name);
    copies.push({ ...device, id, name, ...place });
  }
  if (runCommand(planner, mountDevices, { devices: copies, types: [] })) {
    planner.session.select(copies.map(({ id }): Thing => ({ kind: 'device', id })));
  }
}

function refuse({ session }: Planner, text: string): void {
  session.setState({ notice: { text, tone: 'error' } });
}

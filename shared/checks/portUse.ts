import type { Cabling } from '../cabling/types.ts';
import type { Check, Finding } from './types.ts';
import type { Survey } from '../survey/types.ts';
import { middleOf } from '../geometry/polygons.ts';
import { must } from '../assert.ts';
import { NONE } from '../cabling/types.ts';
import { portsOf } from '../catalog/ports.ts';
import { portGrounds } from './portGrounds.ts';
import { counted, named } from './figures.ts';

/** A port takes one cable end. The legs of a splitter share the port of its undivided end: that is one. One finding per device. */
export const portUse: Check = {
  codes: ['port.used-twice'],
  title: 'Ports take one cable end each',
  rests: portGrounds,
  *run({ survey, cabling }) {
    const clashes = findClashes(survey, cabling);
    for (const device of [...clashes.keys()].sort((a, b) => a - b)) {
      yield findingOf(survey, cabling, device, must(clashes.get(device), 'clashes of the device'));
    }
  },
};

/** Cable ends (cable × 2, + 1 at B) by port position, for the ports of one device that more than one end uses. */
type Clashes = Map<number, Set<number>>;

function findClashes(survey: Survey, cabling: Cabling): ReadonlyMap<number, Clashes> {
  const firstPort = new Int32Array(survey.devices.length + 1);
  for (const [row, { type }] of survey.devices.entries()) firstPort[row + 1] = (firstPort[row] ?? 0) + portsOf(type).length;
  const endOnPort = new Int32Array(firstPort[survey.devices.length] ?? 0).fill(NONE);
  const clashes = new Map<number, Clashes>();
  const { links } = cabling;
  const plug = (device: number, port: number, cableEnd: number): void => {
    if (port === NONE) return;
    const place = (firstPort[device] ?? 0) + port;
    const earlier = endOnPort[place] ?? NONE;
    if (earlier === NONE) endOnPort[place] = cableEnd;
    else if (earlier !== cableEnd) noteClash(clashes, device, port, earlier, cableEnd);
  };
  for (let link = 0; link < links.count; link += 1) {
    const cable = links.cable[link] ?? NONE;
    plug(links.aDevice[link] ?? NONE, links.aPort[link] ?? NONE, cable * 2);
    plug(links.bDevice[link] ?? NONE, links.bPort[link] ?? NONE, cable * 2 + 1);
  }
  return clashes;
}

function noteClash(clashes: Map<number, Clashes>, device: number, port: number, earlier: number, later: number): void {
  const ofDevice: Clashes = clashes.get(device) ?? new Map<number, Set<number>>();
  clashes.set(device, ofDevice);
  const ends = ofDevice.get(port);
  if (ends === undefined) ofDevice.set(port, new Set([earlier, later]));
  else ends.add(later);
}

function findingOf(survey: Survey, cabling: Cabling, deviceRow: number, clashes: Clashes): Omit<Finding, 'accepted'> {
  const { device, type, cabinet } = must(survey.devices[deviceRow], 'device');
  const where = must(survey.cabinets[cabinet], 'cabinet of the device');
  const ports = [...clashes.keys()].sort((a, b) => a - b).map((port) => must(portsOf(type)[port], 'port').name);
  const cables = new Set<string>();
  let most = 0;
  for (const ends of clashes.values()) {
    most = Math.max(most, ends.size);
    for (const end of ends) cables.add(cabling.cableId(end >> 1));
  }
  return {
    code: 'port.used-twice',
    severity: 'error',
    ids: [device.id, ...cables].sort(),
    place: { hall: where.cabinet.hall, at: middleOf(where.corners) },
    message: `${counted(ports.length, 'port')} of ${device.name} in cabinet ${where.cabinet.name} (${named(ports)}) carr${ports.length === 1 ? 'ies' : 'y'} more than one cable end`,
    required: 'one cable end a port',
    actual: `up to ${counted(most, 'cable end')}`,
    mend: 'Connect the later cable to a free port, or remove it',
  };
}

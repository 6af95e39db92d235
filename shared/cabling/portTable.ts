/** Places of all ports of all devices as columns: a fabric asks for them tens of thousands of times. */
import { must } from '../assert.ts';
import { portsOf } from '../catalog/ports.ts';
import type { CabinetModel, Side } from '../catalog/types.ts';
import { leftSeenMm } from '../plan/mountPlace.ts';
import { unitBottomMm } from '../plan/units.ts';
import type { Survey } from '../survey/types.ts';
import type { PortPlace } from './inCabinet.ts';

export interface PortTable {
  /** Ports of device d are rows firstPort[d] … firstPort[d + 1] − 1. */
  readonly firstPort: Int32Array;
  /** From the left of the cabinet as seen from its front. */
  readonly xMm: Int32Array;
  /** Above the floor. */
  readonly zMm: Int32Array;
  /** 0: the cabinet's front, 1: its rear. */
  readonly side: Uint8Array;
}

/** Places of the ports, in whole mm. */
export function placePorts(survey: Survey): PortTable {
  const firstPort = new Int32Array(survey.devices.length + 1);
  survey.devices.forEach(({ type }, row) => {
    firstPort[row + 1] = firstPort[row]! + portsOf(type).length;
  });
  const count = firstPort[survey.devices.length]!;
  const xMm = new Int32Array(count);
  const zMm = new Int32Array(count);
  const side = new Uint8Array(count);
  survey.devices.forEach(({ device, type, cabinet }, row) => {
    const { model } = must(survey.cabinets[cabinet], 'cabinet');
    const leftMm = leftSeenMm(model.widthMm, type, device, 'front');
    const bottomMm = unitBottomMm(model.firstUnitMm, device.positionU);
    portsOf(type).forEach((port, index) => {
      const at = firstPort[row]! + index;
      const onFront = (device.face === 'front') === (port.face === 'front');
      side[at] = onFront ? 0 : 1;
      // Seen from the rear, left is the other side of the cabinet.
      xMm[at] = Math.round(onFront ? leftMm + port.xMm : leftMm + type.widthMm - port.xMm);
      zMm[at] = Math.round(bottomMm + port.yMm);
    });
  });
  return { firstPort, xMm, zMm, side };
}

interface KeptPorts {
  readonly models: readonly CabinetModel[];
  readonly ports: PortTable;
}

const keptPorts = new WeakMap<Survey['devices'], KeptPorts>();

/** Places of the ports of a survey; taken over while the devices and the models of all cabinets stay the same. */
export function portsOfSurvey(survey: Survey): PortTable {
  const kept = keptPorts.get(survey.devices);
  if (kept !== undefined && survey.cabinets.every(({ model }, row) => kept.models[row] === model)) return kept.ports;
  const ports = placePorts(survey);
  keptPorts.set(survey.devices, { models: survey.cabinets.map(({ model }) => model), ports });
  return ports;
}

/** Place of one port of one device. */
export function portPlace(ports: PortTable, device: number, port: number): PortPlace {
  const at = ports.firstPort[device]! + port;
  return { side: sideName(ports.side[at]!), xMm: ports.xMm[at]!, zMm: ports.zMm[at]! };
}

export function sideName(side: number): Side {
  return side === 0 ? 'front' : 'rear';
}

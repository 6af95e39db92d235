/** What is plugged into the ports of single devices: asked for by the elevation and the inspector, never for a whole plan. */
import { must } from '../assert.ts';
import { partsOfLink } from '../cabling/tierParts.ts';
import { NONE, RouteStatus, type Cabling } from '../cabling/types.ts';
import { portsOf } from '../catalog/ports.ts';
import { plugFaults, type JoinedEnd } from '../checks/plugFaults.ts';
import type { Derived } from './engine.ts';
import { endText } from './explain.ts';
import type { DevicePorts, PortEnd, UsedPort } from './protocol.ts';

/** Link ends by device: those of device d are ends[first[d]] … ends[first[d + 1] − 1], each link × 2, + 1 at B. */
interface EndIndex {
  readonly first: Int32Array;
  readonly ends: Int32Array;
}

/** By the column of devices, which lasts until links or devices change. */
const indexes = new WeakMap<Int32Array, EndIndex>();

function endsByDevice({ links }: Cabling, deviceCount: number): EndIndex {
  const known = indexes.get(links.aDevice);
  if (known !== undefined) return known;
  const first = new Int32Array(deviceCount + 2);
  for (let link = 0; link < links.count; link += 1) {
    first[links.aDevice[link]! + 2]! += 1;
    first[links.bDevice[link]! + 2]! += 1;
  }
  for (let device = 1; device < first.length; device += 1) first[device]! += first[device - 1]!;
  const ends = new Int32Array(links.count * 2);
  for (let link = 0; link < links.count; link += 1) {
    ends[first[links.aDevice[link]! + 1]!++] = link * 2;
    ends[first[links.bDevice[link]! + 1]!++] = link * 2 + 1;
  }
  const index = { first, ends };
  indexes.set(links.aDevice, index);
  return index;
}

/** In the order asked for; ids that are no devices are passed over. */
export function portsOfDevices(derived: Derived, ids: readonly string[]): DevicePorts[] {
  const { survey, cabling } = derived;
  const index = endsByDevice(cabling, survey.devices.length);
  return ids.flatMap((id) => {
    const row = survey.deviceRow.get(id);
    return row === undefined ? [] : portsOfDevice(derived, row, index.ends.subarray(index.first[row], index.first[row + 1]));
  });
}

function portsOfDevice(derived: Derived, row: number, ends: Int32Array): DevicePorts {
  const { survey, cabling } = derived;
  const { links } = cabling;
  const byPort = new Map<number, number[]>();
  let lost = 0;
  for (const end of ends) {
    const port = (end % 2 === 0 ? links.aPort : links.bPort)[end >> 1]!;
    if (port === NONE) lost += 1;
    else byPort.set(port, [...(byPort.get(port) ?? []), end]);
  }
  const used = [...byPort].sort(([a], [b]) => a - b).map(([port, linkEnds]) => usedPort(derived, port, linkEnds));
  return { device: must(survey.devices[row], 'device').device.id, used, lost };
}

function usedPort(derived: Derived, port: number, linkEnds: readonly number[]): UsedPort {
  const { cables, links } = derived.cabling;
  const cableEnds = new Set(linkEnds.map((end) => links.cable[end >> 1]! * 2 + (end % 2)));
  const faults = new Set<string>();
  if (cableEnds.size > 1) faults.add(`${cableEnds.size} cable ends share this port, which takes one`);
  for (const end of linkEnds) {
    const link = end >> 1;
    const cable = links.cable[link]!;
    if (links.aPort[link] === NONE || links.bPort[link] === NONE) {
      faults.add('the port at the far end is missing');
      continue;
    }
    for (const fault of faultsOfLink(derived, link)) faults.add(fault);
    if (cables.status[cable] === RouteStatus.noRoute) faults.add('no way on the pathways joins the ends of its cable');
    else if (cables.orderedMm[cable] === NONE) faults.add('no length on offer is long enough for its cable');
  }
  return { port, ends: linkEnds.map((end) => portEnd(derived, end)), faults: [...faults] };
}

function portEnd(derived: Derived, end: number): PortEnd {
  const { cabling } = derived;
  const { links, cables } = cabling;
  const link = end >> 1;
  const isA = end % 2 === 0;
  const cable = links.cable[link]!;
  const parts = partsOfLink(cabling, link);
  return {
    cable: cabling.cableId(cable),
    link: cabling.linkId(link),
    tier: must(cabling.tiers[cables.tier[cable]!], 'tier').name,
    family: must(cabling.families[cables.family[cable]!], 'family').name,
    optic: isA ? parts.transceiverA : parts.transceiverB,
    far: isA ? endText(derived, links.bDevice[link]!, links.bPort[link]!) : endText(derived, links.aDevice[link]!, links.aPort[link]!),
  };
}

/** Why plug, optic and port do not go together, at either end of a link that has both ports. */
function faultsOfLink(derived: Derived, link: number): string[] {
  const { cabling } = derived;
  const { links, cables, families } = cabling;
  const parts = partsOfLink(cabling, link);
  const a = joinedEnd(derived, links.aDevice[link]!, links.aPort[link]!, parts.transceiverA);
  const b = joinedEnd(derived, links.bDevice[link]!, links.bPort[link]!, parts.transceiverB);
  const family = must(families[cables.family[links.cable[link]!]!], 'family');
  return plugFaults(family, a, b).map(({ message, required, actual }) => `${message}: ${actual}, ${required} required`);
}

function joinedEnd({ plan, survey }: Derived, device: number, port: number, optic: string | null): JoinedEnd {
  const { cage } = must(portsOf(must(survey.devices[device], 'device').type)[port], 'port');
  return { cage, optic: optic === null ? null : must(plan.catalog.transceivers.get(optic), `transceiver ${optic}`) };
}

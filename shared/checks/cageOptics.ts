import type { Cabling } from '../cabling/types.ts';
import type { Check, Finding } from './types.ts';
import type { DeviceType } from '../catalog/types.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { fitsCage } from '../catalog/cageFits.ts';
import { middleOf } from '../geometry/polygons.ts';
import { must } from '../assert.ts';
import { NONE } from '../cabling/types.ts';
import { partsOfLink } from '../cabling/tierParts.ts';
import { portsOf } from '../catalog/ports.ts';
import { portGrounds } from './portGrounds.ts';
import { counted, named } from './figures.ts';

/**
 * One cage holds one optic: its ports are given the same one, and no more of them are used than it serves. A cable that plugs in
 * without an optic fills its cage alone. One finding per device and kind.
 */
export const cageOptics: Check = {
  codes: ['cage.two-optics', 'cage.two-plugs', 'cage.too-many-ports'],
  title: 'Every cage holds one optic that serves its ports',
  rests: portGrounds,
  *run({ plan, survey, cabling }) {
    const cages = fillCages(plan, survey, cabling);
    for (const device of [...cages.clashes.keys()].sort((a, b) => a - b))
      yield twoOptics(survey, device, must(cages.clashes.get(device), 'clash'));
    for (const device of [...cages.crowded.keys()].sort((a, b) => a - b))
      yield twoPlugs(survey, device, must(cages.crowded.get(device), 'crowd'));
    yield* tooManyPorts(plan, survey, cages);
  },
};

interface Cages {
  /** Cages of device d are firstCage[d] … firstCage[d + 1] − 1. */
  readonly firstCage: Int32Array;
  /** Position in `optics`; NONE for an empty cage. */
  readonly optic: Int32Array;
  readonly optics: readonly (string | null)[];
  readonly portsUsed: Uint8Array;
  /** By device, the ports that ask for another optic than the one already in their cage. */
  readonly clashes: ReadonlyMap<number, readonly string[]>;
  /** By device, the ports whose cage the plug of another cable fills. */
  readonly crowded: ReadonlyMap<number, readonly string[]>;
}

function fillCages(plan: Plan, survey: Survey, cabling: Cabling): Cages {
  const { links } = cabling;
  const firstPort = new Int32Array(survey.devices.length + 1);
  const firstCage = new Int32Array(survey.devices.length + 1);
  for (const [row, { type }] of survey.devices.entries()) {
    firstPort[row + 1] = (firstPort[row] ?? 0) + portsOf(type).length;
    firstCage[row + 1] = (firstCage[row] ?? 0) + type.ports.reduce((count, block) => count + block.cages, 0);
  }
  const cageOfPort = cagesOfPorts(survey);
  const portSeen = new Uint8Array(firstPort[survey.devices.length] ?? 0);
  const optic = new Int32Array(firstCage[survey.devices.length] ?? 0).fill(NONE);
  const portsUsed = new Uint8Array(optic.length);
  /** The cable that was first plugged into a cage without an optic. */
  const plugged = new Int32Array(optic.length).fill(NONE);
  const clashes = new Map<number, string[]>();
  const crowded = new Map<number, string[]>();
  const numbers = new OpticNumbers(cabling);
  const plug = (device: number, port: number, wanted: number, link: number): void => {
    if (port === NONE) return;
    const place = (firstPort[device] ?? 0) + port;
    if (portSeen[place] === 1) return;
    portSeen[place] = 1;
    const cage = (firstCage[device] ?? 0) + (cageOfPort[device]?.[port] ?? NONE);
    portsUsed[cage] = (portsUsed[cage] ?? 0) + 1;
    if (optic[cage] === NONE) optic[cage] = wanted;
    else if (optic[cage] !== wanted) clashes.set(device, [...(clashes.get(device) ?? []), portName(survey, device, port)]);
    if (numbers.optics[wanted] !== null) return;
    const cable = links.cable[link] ?? NONE;
    if (plugged[cage] === NONE) plugged[cage] = cable;
    else if (plugged[cage] !== cable && optic[cage] === wanted && plugsIn(plan, survey, cabling, link, device, port))
      crowded.set(device, [...(crowded.get(device) ?? []), portName(survey, device, port)]);
  };
  for (let link = 0; link < links.count; link += 1) {
    const [wantedA, wantedB] = numbers.ofLink(link);
    plug(links.aDevice[link] ?? NONE, links.aPort[link] ?? NONE, wantedA, link);
    plug(links.bDevice[link] ?? NONE, links.bPort[link] ?? NONE, wantedB, link);
  }
  return { firstCage, optic, optics: numbers.optics, portsUsed, clashes, crowded };
}

/** Whether an end of the link's cable goes into the cage of the port; one that lacks its optic is another check's. */
function plugsIn(plan: Plan, survey: Survey, cabling: Cabling, link: number, device: number, port: number): boolean {
  const family = plan.catalog.cableFamilies.get(partsOfLink(cabling, link).family);
  const { cage } = must(portsOf(must(survey.devices[device], 'device').type)[port], 'port');
  return family !== undefined && (fitsCage(family.endA.connector, cage) || fitsCage(family.endB.connector, cage));
}

/** For each device the cage of each port; devices of one type share the column. */
function cagesOfPorts(survey: Survey): readonly Int32Array[] {
  const byType = new Map<DeviceType, Int32Array>();
  return survey.devices.map(({ type }) => {
    const known = byType.get(type);
    if (known !== undefined) return known;
    const cages = Int32Array.from(portsOf(type), ({ cageIndex }) => cageIndex);
    byType.set(type, cages);
    return cages;
  });
}

function portName(survey: Survey, device: number, port: number): string {
  return must(portsOf(must(survey.devices[device], 'device').type)[port], 'port').name;
}

/** The optics at both ends of links, as small numbers; worked out once a tier. */
class OpticNumbers {
  readonly optics: (string | null)[] = [];
  private readonly cabling: Cabling;
  private readonly byTier = new Map<number, readonly [a: number, b: number]>();

  constructor(cabling: Cabling) {
    this.cabling = cabling;
  }

  ofLink(link: number): readonly [a: number, b: number] {
    const tier = must(this.cabling.links.tier[link], 'tier of the link');
    if (this.cabling.tiers[tier]?.parts === null) return this.work(link);
    const known = this.byTier.get(tier);
    if (known !== undefined) return known;
    const worked = this.work(link);
    this.byTier.set(tier, worked);
    return worked;
  }

  private work(link: number): readonly [a: number, b: number] {
    const parts = partsOfLink(this.cabling, link);
    return [this.number(parts.transceiverA), this.number(parts.transceiverB)];
  }

  private number(optic: string | null): number {
    const known = this.optics.indexOf(optic);
    return known === -1 ? this.optics.push(optic) - 1 : known;
  }
}

function twoOptics(survey: Survey, deviceRow: number, ports: readonly string[]): Omit<Finding, 'accepted'> {
  const { device, cabinet } = must(survey.devices[deviceRow], 'device');
  const where = must(survey.cabinets[cabinet], 'cabinet of the device');
  return {
    code: 'cage.two-optics',
    severity: 'error',
    ids: [device.id],
    place: { hall: where.cabinet.hall, at: middleOf(where.corners) },
    message: `${counted(ports.length, 'port')} of ${device.name} in cabinet ${where.cabinet.name} (${named(ports)}) should hold another optic than the rest of the cage`,
    required: 'one optic a cage',
    actual: '2 or more',
    mend: 'Give both links the same optic, or move one to another cage',
  };
}

function twoPlugs(survey: Survey, deviceRow: number, ports: readonly string[]): Omit<Finding, 'accepted'> {
  const { device, cabinet } = must(survey.devices[deviceRow], 'device');
  const where = must(survey.cabinets[cabinet], 'cabinet of the device');
  return {
    code: 'cage.two-plugs',
    severity: 'error',
    ids: [device.id],
    place: { hall: where.cabinet.hall, at: middleOf(where.corners) },
    message: `${counted(ports.length, 'port')} of ${device.name} in cabinet ${where.cabinet.name} (${named(ports)}) should take a plug while that of another cable fills the cage`,
    required: 'one plug a cage',
    actual: '2 or more',
    mend: 'Move one cable to another cage, or take optics and fiber',
  };
}

function* tooManyPorts(plan: Plan, survey: Survey, cages: Cages): Iterable<Omit<Finding, 'accepted'>> {
  const serves = cages.optics.map((id) => (id === null ? Infinity : must(plan.catalog.transceivers.get(id), `transceiver ${id}`).ports));
  for (const [row, { device, cabinet }] of survey.devices.entries()) {
    let [most, served, count] = [0, 0, 0];
    for (let cage = cages.firstCage[row] ?? 0; cage < (cages.firstCage[row + 1] ?? 0); cage += 1) {
      const used = cages.portsUsed[cage] ?? 0;
      const least = serves[cages.optic[cage] ?? NONE] ?? Infinity;
      if (used <= least) continue;
      count += 1;
      if (used > most) [most, served] = [used, least];
    }
    if (count === 0) continue;
    const where = must(survey.cabinets[cabinet], 'cabinet of the device');
    yield {
      code: 'cage.too-many-ports',
      severity: 'error',
      ids: [device.id],
      place: { hall: where.cabinet.hall, at: middleOf(where.corners) },
      message: `${counted(count, 'cage')} of ${device.name} in cabinet ${where.cabinet.name} ${count === 1 ? 'has' : 'have'} more ports in use than ${count === 1 ? 'its' : 'their'} optic serves`,
      required: `at most ${counted(served, 'port')}`,
      actual: counted(most, 'port'),
      mend: 'Choose an optic with as many ports as the cage',
    };
  }
}

/** Transceivers are counted by cage: one module fills a cage however many of its ports are in use. */
import { portsOf } from '../catalog/ports.ts';
import type { DeviceType } from '../catalog/types.ts';
import { partsOfLink } from '../cabling/tierParts.ts';
import { NONE, type Cabling } from '../cabling/types.ts';
import { compareIds } from '../plan/sortedById.ts';
import type { Survey } from '../survey/types.ts';

export interface TransceiverCount {
  /** Catalog id. */
  readonly id: string;
  readonly count: number;
}

/** What sits in the cages of a plan. */
export interface CageCounts {
  /** Modules by catalog id. Where two tiers name different modules for one cage, both count and a check reports it. */
  readonly transceivers: readonly TransceiverCount[];
  /** Cages and jacks of equipment in which an optic or the plug of a cable sits. Ports of panels are none. */
  readonly inUse: number;
}

const countsOfLinks = new WeakMap<Int32Array, CageCounts>();

/** Kept by the column of ports: cabling hands the same column on for as long as no link changes. */
export function countCages(survey: Survey, cabling: Cabling): CageCounts {
  let counts = countsOfLinks.get(cabling.links.aPort);
  if (counts === undefined) countsOfLinks.set(cabling.links.aPort, (counts = countAnew(survey, cabling)));
  return counts;
}

function countAnew(survey: Survey, cabling: Cabling): CageCounts {
  const { links } = cabling;
  const cages = new CageTable(survey);
  /** By optic the cages that it fills; without one, those that a plug fills. */
  const seen = new Map<string | null, Uint8Array>();
  const cagesOf = (id: string | null): Uint8Array => {
    let filled = seen.get(id);
    if (filled === undefined) seen.set(id, (filled = new Uint8Array(cages.count)));
    return filled;
  };
  const seat = (filled: Uint8Array, device: number, port: number): void => {
    if (port !== NONE) filled[cages.cage(device, port)] = 1;
  };
  const none: Uint8Array = new Uint8Array(0);
  let [tier, filledA, filledB]: [number, Uint8Array, Uint8Array] = [NONE, none, none];
  for (let link = 0; link < links.count; link += 1) {
    // Links of one tier stand together and share their parts; links drawn by hand have parts of their own.
    if (links.tier[link]! !== tier || cabling.tiers[tier]?.parts === null) {
      tier = links.tier[link]!;
      const parts = partsOfLink(cabling, link);
      [filledA, filledB] = [cagesOf(parts.transceiverA), cagesOf(parts.transceiverB)];
    }
    seat(filledA, links.aDevice[link]!, links.aPort[link]!);
    seat(filledB, links.bDevice[link]!, links.bPort[link]!);
  }
  const transceivers = [...seen].flatMap(([id, filled]) => (id === null ? [] : [{ id, count: sumOf(filled) }]));
  return { transceivers: transceivers.sort((a, b) => compareIds(a.id, b.id)), inUse: cages.countInUse(survey, [...seen.values()]) };
}

function sumOf(ones: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < ones.length; at += 1) sum += ones[at]!;
  return sum;
}

/** Numbers the cages of all devices from 0. */
class CageTable {
  readonly count: number;
  readonly #first: Int32Array;
  readonly #cageOfPort: readonly Int32Array[];

  constructor(survey: Survey) {
    this.#first = new Int32Array(survey.devices.length + 1);
    const byType = new Map<DeviceType, { readonly ofPort: Int32Array; readonly count: number }>();
    this.#cageOfPort = survey.devices.map(({ type }, row) => {
      let cages = byType.get(type);
      if (cages === undefined) {
        const ofPort = Int32Array.from(portsOf(type), (port) => port.cageIndex);
        byType.set(type, (cages = { ofPort, count: type.ports.reduce((sum, block) => sum + block.cages, 0) }));
      }
      this.#first[row + 1] = this.#first[row]! + cages.count;
      return cages.ofPort;
    });
    this.count = this.#first[survey.devices.length]!;
  }

  /** Cages of equipment that any of the columns marks. */
  countInUse(survey: Survey, marks: readonly Uint8Array[]): number {
    const used = new Uint8Array(this.count);
    for (const filled of marks) for (let cage = 0; cage < filled.length; cage += 1) used[cage]! |= filled[cage]!;
    let count = 0;
    for (const [row, { type }] of survey.devices.entries()) {
      if (type.passes !== undefined) continue;
      for (let cage = this.#first[row]!; cage < this.#first[row + 1]!; cage += 1) count += used[cage]!;
    }
    return count;
  }

  cage(device: number, port: number): number {
    return this.#first[device]! + this.#cageOfPort[device]![port]!;
  }
}

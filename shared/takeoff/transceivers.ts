/** Transceivers are counted by cage: one module fills a cage however many of its ports are in use. */
import { must } from '../assert.ts';
import { portsOf } from '../catalog/ports.ts';
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
  for (const one of ones) sum += one;
  return sum;
}

/** Numbers the cages of all devices from 0. */
class CageTable {
  readonly count: number;
  readonly #first: Int32Array;
  readonly #cageOfPort: readonly Int32Array[];

  constructor(survey: Survey) {
    this.#first = new Int32Array(survey.devices.length + 1);
    const byType = new Map(survey.devices.map(({ type }) => [type, Int32Array.from(portsOf(type), (port) => port.cageIndex)]));
    this.#cageOfPort = survey.devices.map(({ type }) => must(byType.get(type), 'cages'));
    survey.devices.forEach(({ type }, row) => {
      this.#first[row + 1] = this.#first[row]! + type.ports.reduce((sum, block) => sum + block.cages, 0);
    });
    this.count = this.#first[survey.devices.length]!;
  }

  /** Cages of equipment that any of the columns marks. */
  countInUse(survey: Survey, marks: readonly Uint8Array[]): number {
    let count = 0;
    survey.devices.forEach(({ type }, row) => {
      if (type.passes !== undefined) return;
      for (let cage = this.#first[row]!; cage < this.#first[row + 1]!; cage += 1)
        if (marks.some((filled) => filled[cage] === 1)) count += 1;
    });
    return count;
  }

  cage(device: number, port: number): number {
    return this.#first[device]! + this.#cageOfPort[device]![port]!;
  }
}

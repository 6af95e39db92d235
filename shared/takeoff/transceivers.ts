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

const countsOfLinks = new WeakMap<Int32Array, TransceiverCount[]>();

/** As countTransceivers, kept by the column of ports: cabling hands the same column on for as long as no link changes. */
export function transceiversOf(survey: Survey, cabling: Cabling): readonly TransceiverCount[] {
  const kept = countsOfLinks.get(cabling.links.aPort);
  if (kept !== undefined) return kept;
  const counts = countTransceivers(survey, cabling);
  countsOfLinks.set(cabling.links.aPort, counts);
  return counts;
}

/** Modules by catalog id. Where two tiers name different modules for one cage, both count and a check reports it. */
function countTransceivers(survey: Survey, cabling: Cabling): TransceiverCount[] {
  const { links } = cabling;
  const cages = new CageTable(survey);
  const seen = new Map<string, Uint8Array>();
  const cagesOf = (id: string | null): Uint8Array | null => {
    if (id === null) return null;
    let filled = seen.get(id);
    if (filled === undefined) seen.set(id, (filled = new Uint8Array(cages.count)));
    return filled;
  };
  const seat = (filled: Uint8Array | null, device: number, port: number): void => {
    if (filled !== null && port !== NONE) filled[cages.cage(device, port)] = 1;
  };
  let [tier, filledA, filledB]: [number, Uint8Array | null, Uint8Array | null] = [NONE, null, null];
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
  return [...seen].map(([id, filled]) => ({ id, count: filled.reduce((sum, one) => sum + one, 0) })).sort((a, b) => compareIds(a.id, b.id));
}

const cagesOfLinks = new WeakMap<Int32Array, number>();

/** Cages and jacks of equipment in which an optic or the plug of a cable sits. Ports of panels are none. */
export function cagesInUse(survey: Survey, { links }: Cabling): number {
  const kept = cagesOfLinks.get(links.aPort);
  if (kept !== undefined) return kept;
  const cages = new CageTable(survey);
  const isUsed = new Uint8Array(cages.count);
  const isPanel = Uint8Array.from(survey.devices, ({ type }) => (type.passes === undefined ? 0 : 1));
  const use = (device: number, port: number): void => {
    if (port !== NONE && isPanel[device] === 0) isUsed[cages.cage(device, port)] = 1;
  };
  for (let link = 0; link < links.count; link += 1) {
    use(links.aDevice[link]!, links.aPort[link]!);
    use(links.bDevice[link]!, links.bPort[link]!);
  }
  const count = isUsed.reduce((sum, one) => sum + one, 0);
  cagesOfLinks.set(links.aPort, count);
  return count;
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

  cage(device: number, port: number): number {
    return this.#first[device]! + this.#cageOfPort[device]![port]!;
  }
}

import type { DeviceType, PortBlock, Side } from './types.ts';

/** One port of a device type, with its place on the face. */
export interface Port {
  /** Position in the device type's list of ports, from 0. */
  readonly index: number;
  readonly name: string;
  /** Block id, as `compute`. */
  readonly block: string;
  /** Cage number over the whole device type, from 0; ports of one cage share a transceiver. */
  readonly cageIndex: number;
  readonly cage: string;
  readonly speedGbps: number;
  /** Face of the device, before mounting. */
  readonly face: Side;
  /** Centre of the cage: from the left edge as seen facing the face, and from the device's bottom. */
  readonly xMm: number;
  readonly yMm: number;
}

const portsByType = new WeakMap<DeviceType, readonly Port[]>();

/** All ports of a device type in the order of its blocks. Remembered per type object. */
export function portsOf(type: DeviceType): readonly Port[] {
  const known = portsByType.get(type);
  if (known !== undefined) return known;
  const ports: Port[] = [];
  let cageStart = 0;
  for (const block of type.ports) {
    const portCount = block.cages * block.portsPerCage;
    for (let i = 0; i < portCount; i += 1) {
      const cage = Math.floor(i / block.portsPerCage);
      const place = cagePlace(block, cage);
      ports.push({
        index: ports.length,
        name: block.namePattern
          .replace('{cage}', String(cage + 1))
          .replace('{port}', String((i % block.portsPerCage) + 1))
          .replace('{index}', String(i + 1)),
        block: block.id,
        cageIndex: cageStart + cage,
        cage: block.cage,
        speedGbps: block.speedGbps,
        face: block.face,
        ...place,
      });
    }
    cageStart += block.cages;
  }
  portsByType.set(type, ports);
  return ports;
}

/** Cages fill column by column: with two rows, cage 0 is above cage 1, as on the makers' front plates. */
function cagePlace(block: PortBlock, cage: number): { xMm: number; yMm: number } {
  const column = Math.floor(cage / block.rows);
  const row = cage % block.rows;
  return { xMm: block.xMm + column * block.pitchXMm, yMm: block.yMm - row * block.pitchYMm };
}

/** Index of the first port of a block; null when the type has no such block. */
export function firstPortOfBlock(type: DeviceType, blockId: string): number | null {
  const port = portsOf(type).find((candidate) => candidate.block === blockId);
  return port === undefined ? null : port.index;
}

/** Cages of a device as they lie on one of its faces, for drawing and pointing. In mm from the face's left bottom corner. */
import { must } from '../assert.ts';
import { portsOf, type Port } from './ports.ts';
import type { DeviceType, Side } from './types.ts';

export interface CageBox {
  readonly cageIndex: number;
  /** Centre, and outer size. */
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** From one cage of its block to the next; 0: it is the only one. */
  readonly pitchMm: number;
  readonly ports: readonly Port[];
}

/** A cage that stands alone, or is wider than any real one would be, is drawn so large. */
const CAGE_MM = 14;
/** Share of the pitch that a cage takes. */
const SHARE = 0.82;

const boxesByType = new WeakMap<DeviceType, Readonly<Record<Side, readonly CageBox[]>>>();

/** Remembered per type object. */
export function cageBoxes(type: DeviceType, face: Side): readonly CageBox[] {
  let known = boxesByType.get(type);
  if (known === undefined) {
    known = { front: boxesOf(type, 'front'), rear: boxesOf(type, 'rear') };
    boxesByType.set(type, known);
  }
  return known[face];
}

function boxesOf(type: DeviceType, face: Side): readonly CageBox[] {
  const blocks = new Map(type.ports.map((block) => [block.id, block]));
  const byCage = new Map<number, Port[]>();
  for (const port of portsOf(type)) {
    if (port.face !== face) continue;
    const known = byCage.get(port.cageIndex);
    if (known === undefined) byCage.set(port.cageIndex, [port]);
    else known.push(port);
  }
  return [...byCage].map(([cageIndex, ports]) => {
    const first = must(ports[0], 'port of the cage');
    const block = must(blocks.get(first.block), 'port block');
    return {
      cageIndex,
      xMm: first.xMm,
      yMm: first.yMm,
      widthMm: Math.min(block.cages > 1 ? block.pitchXMm * SHARE : CAGE_MM, CAGE_MM * 1.4),
      heightMm: Math.min(block.rows > 1 ? block.pitchYMm * SHARE : CAGE_MM, CAGE_MM),
      pitchMm: block.cages > 1 ? block.pitchXMm : 0,
      ports,
    };
  });
}

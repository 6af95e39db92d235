/**
 * Ferrules and the positions of fibers on them, counted from 1 as seen facing the plug's end with its key up: left to right,
 * rows from the top. A duplex connector is a ferrule of two positions.
 *
 * Twelve positions and their mirrors are those of TIA-568 (types A, B and C, adapters with opposed and aligned keys). Assumption:
 * sixteen positions work the same way, and twenty-four are two ribbons of twelve that keep their places when the key turns.
 */
import type { Gender } from '../catalog/types.ts';

export type Shape = 'MPO-12' | 'MPO-16' | 'MPO-24' | 'LC';

/** Angled, or flat (also called physical contact). */
export type Polish = 'APC' | 'UPC';

export interface Ferrule {
  readonly rows: 1 | 2;
  readonly columns: number;
  /** Lanes of the optics made for it: each has one position that transmits and one that receives. */
  readonly opticLanes: number;
}

const FERRULES: Readonly<Record<Shape, Ferrule>> = {
  'MPO-12': { rows: 1, columns: 12, opticLanes: 4 },
  'MPO-16': { rows: 1, columns: 16, opticLanes: 8 },
  'MPO-24': { rows: 2, columns: 12, opticLanes: 10 },
  LC: { rows: 1, columns: 2, opticLanes: 1 },
};

export function ferruleOf(shape: Shape): Ferrule {
  return FERRULES[shape];
}

/** How many positions a ferrule has. */
export function positionCount(shape: Shape): number {
  const { rows, columns } = FERRULES[shape];
  return rows * columns;
}

/** One plug or receptacle, as far as mating goes. Null: not published, so not judged. */
export interface Plug {
  readonly shape: Shape;
  readonly polish: Polish | null;
  /** Null for connectors without pins. */
  readonly gender: Gender | null;
}

/** Names under which catalogs know the ferrules; MPO-8 is the ferrule of twelve with its outer eight positions in use. */
const SHAPE_NAMES: Readonly<Record<string, Shape>> = {
  'MPO-8': 'MPO-12',
  'MPO-12': 'MPO-12',
  'MPO-16': 'MPO-16',
  'MPO-24': 'MPO-24',
  LC: 'LC',
  'LC-duplex': 'LC',
};

/** `MPO-12/APC` as a plug; null for what is no optical connector that is known here. */
export function plugOf(connector: string, gender: Gender | null): Plug | null {
  const [name = '', polish] = connector.split('/');
  const shape = Object.hasOwn(SHAPE_NAMES, name) ? SHAPE_NAMES[name] : undefined;
  if (shape === undefined) return null;
  return { shape, polish: polish === 'APC' ? 'APC' : polish === 'UPC' || polish === 'PC' ? 'UPC' : null, gender };
}

/** Left and right exchanged: what keys on the same side make of a position. */
export function acrossColumns(shape: Shape, position: number): number {
  const { columns } = FERRULES[shape];
  const row = Math.floor((position - 1) / columns);
  return row * columns + (columns - ((position - 1) % columns));
}

/** Top and bottom exchanged: what keys on opposite sides make of a position. One row stays as it is. */
export function acrossRows(shape: Shape, position: number): number {
  const { rows, columns } = FERRULES[shape];
  return rows === 1 ? position : position > columns ? position - columns : position + columns;
}

/** Position with its neighbor exchanged: 1 with 2, 3 with 4. */
export function acrossPair(position: number): number {
  return position % 2 === 1 ? position + 1 : position - 1;
}

/** One fiber of a lane: side 0 is where optics transmit, side 1 where they receive. */
export interface LanePlace {
  readonly lane: number;
  readonly side: 0 | 1;
}

/** Fibers of a lane: from the edges inwards, as parallel optics have them, or neighbors, as cassettes of duplex ports do. */
export type LanePairs = 'edges' | 'neighbors';

/**
 * Position of a lane of a plug that carries `lanes` of them: on one row from the outside inwards, transmit left and receive right
 * (IEEE 802.3, 86.10.3.3), or pair by pair from the left; on two rows in the middle columns, a row for each direction.
 */
export function lanePosition(shape: Shape, lanes: number, { lane, side }: LanePlace, pairs: LanePairs = 'edges'): number {
  const { rows, columns } = FERRULES[shape];
  if (rows === 1 && pairs === 'neighbors') return 2 * lane + side + 1;
  if (rows === 1) return side === 0 ? lane + 1 : columns - lane;
  return side * columns + (columns - lanes) / 2 + lane + 1;
}

/** The lane at a position of a plug that carries `lanes` of them; null where there is no fiber. */
export function laneAt(shape: Shape, lanes: number, position: number, pairs: LanePairs = 'edges'): LanePlace | null {
  const { rows, columns } = FERRULES[shape];
  if (rows === 1 && pairs === 'neighbors') {
    const lane = Math.floor((position - 1) / 2);
    return lane < lanes ? { lane, side: position % 2 === 1 ? 0 : 1 } : null;
  }
  if (rows === 1) {
    const side = position <= columns / 2 ? 0 : 1;
    const lane = side === 0 ? position - 1 : columns - position;
    return lane < lanes ? { lane, side } : null;
  }
  const lane = ((position - 1) % columns) - (columns - lanes) / 2;
  return lane >= 0 && lane < lanes ? { lane, side: position > columns ? 1 : 0 } : null;
}

/** Which way a hall goes on the paper, at which scale, and in how many pieces. */
import type { Box } from '../../geometry/shapes.ts';
import type { Hall, Plan } from '../../plan/types.ts';
import type { Units } from '../../quantities.ts';
import type { Paper } from '../drawing.ts';
import { drawingZones } from '../frame.ts';
import { portrait } from '../papers.ts';
import type { Rectangle } from '../pen.ts';
import { fittingScale } from '../scales.ts';
import { CHAIN_ROOM_MM } from './aisleMarks.ts';
import { hallReach } from './doorSwing.ts';
import { GRID_NAMES_MM } from './floorGrid.ts';
import type { PlanView } from './planView.ts';

const LARGEST_PICTURE = 20;
/** A whole hall is shown no smaller than the last of these before detail sheets at one of them are added. */
const DETAIL_SCALES = { metric: [100, 150, 200], imperial: [96, 128, 192] } as const satisfies Record<Units, readonly number[]>;
const MOST_DETAILS = 12;
/** So many pieces a hall of some hundred metres may take at the smallest readable scale; a larger one is drawn smaller. */
const MOST_DETAILS_OF_ALL = 200;
/** Free margin around names and chains. */
const AIR_MM = 4;
/** Room around a hall for names of tiles, wall and chains. */
const ROOM_MM = { left: GRID_NAMES_MM + 4 + AIR_MM, top: GRID_NAMES_MM + AIR_MM } as const;

/** One sheet: a view of the hall, whole, or the part that lies in the window. */
export interface PlanPiece {
  readonly paper: Paper;
  readonly view: PlanView;
  /** The part of the paper that is drawn on; null: the whole hall. */
  readonly window: Rectangle | null;
  /** `detail 2 of 6`; empty for the whole hall. */
  readonly name: string;
}

/** The whole hall at the largest standard scale; where that is too small to read, pieces of it as well. */
export function layOutHall(plan: Plan, hall: Hall, paper: Paper): readonly PlanPiece[] {
  const { units } = plan.settings;
  const box = hallReach(plan, hall);
  const [lying, standing] = [wholeHall(box, paper, units), wholeHall(box, portrait(paper), units)];
  const whole = standing.view.scale < lying.view.scale ? standing : lying;
  return whole.view.scale <= DETAIL_SCALES[units][2] ? [whole] : [whole, ...details(box, paper, units)];
}

function wholeHall(box: Box, paper: Paper, units: Units): PlanPiece {
  const { drawing } = drawingZones(paper);
  const chains = CHAIN_ROOM_MM[units];
  const size = { widthMm: box.maxXMm - box.minXMm, heightMm: box.maxYMm - box.minYMm };
  const room = {
    widthMm: drawing.widthMm - ROOM_MM.left - chains.right,
    heightMm: drawing.heightMm - ROOM_MM.top - chains.bottom,
  };
  const scale = fittingScale(size, room, LARGEST_PICTURE, units);
  return {
    paper,
    view: {
      scale,
      origin: {
        x: rounded(drawing.x + ROOM_MM.left + (room.widthMm - size.widthMm / scale) / 2 - box.minXMm / scale),
        y: rounded(drawing.y + ROOM_MM.top + (room.heightMm - size.heightMm / scale) / 2 - box.minYMm / scale),
      },
    },
    window: null,
    name: '',
  };
}

/** Equal windows over the hall, from left to right and top to bottom. */
function details(box: Box, paper: Paper, units: Units): PlanPiece[] {
  const { drawing } = drawingZones(paper);
  const window = { x: drawing.x + 6, y: drawing.y + 6, widthMm: drawing.widthMm - 12, heightMm: drawing.heightMm - 12 };
  const edgeMm = 8;
  const countAt = (scale: number) => ({
    columns: Math.ceil(((box.maxXMm - box.minXMm) / scale + 2 * edgeMm) / window.widthMm),
    rows: Math.ceil(((box.maxYMm - box.minYMm) / scale + 2 * edgeMm) / window.heightMm),
  });
  const piecesAt = (scale: number): number => countAt(scale).columns * countAt(scale).rows;
  const smallest = DETAIL_SCALES[units][2];
  let scale: number = DETAIL_SCALES[units].find((candidate) => piecesAt(candidate) <= MOST_DETAILS) ?? smallest;
  while (piecesAt(scale) > MOST_DETAILS_OF_ALL) scale += smallest;
  const { columns, rows } = countAt(scale);
  // The windows together are centred over the hall.
  const startX = (box.minXMm + box.maxXMm) / 2 / scale - (columns * window.widthMm) / 2;
  const startY = (box.minYMm + box.maxYMm) / 2 / scale - (rows * window.heightMm) / 2;
  const pieces: PlanPiece[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      pieces.push({
        paper,
        view: {
          scale,
          origin: {
            x: rounded(window.x - startX - column * window.widthMm),
            y: rounded(window.y - startY - row * window.heightMm),
          },
        },
        window,
        name: `detail ${pieces.length + 1} of ${columns * rows}`,
      });
    }
  }
  return pieces;
}

/** Hundredths of a millimetre are finer than any plotter. */
function rounded(mm: number): number {
  return Math.round(mm * 100) / 100;
}

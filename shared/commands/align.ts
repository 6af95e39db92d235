/** Bringing things into line, and spreading them evenly: cabinets, obstacles, and trays, of which those that meet move as one. */
import { changeOf, refuse } from './changeOf.ts';
import { findPicked, pickedText, piecesOf, putMoved, type Picked, type Piece } from './picked.ts';
import { must } from '../assert.ts';
import type { Box } from '../geometry/shapes.ts';
import type { Command } from './command.ts';

export type AlignEdge = 'left' | 'right' | 'top' | 'bottom';

export interface AlignThings {
  readonly things: Picked;
  readonly edge: AlignEdge;
}

const edgeWords: Readonly<Record<AlignEdge, string>> = {
  left: 'western edges',
  right: 'eastern edges',
  top: 'northern edges',
  bottom: 'southern edges',
};

/** Moves things so that one edge of each lies on the outermost of these edges, to the millimetre. */
export const alignThings: Command<AlignThings> = (plan, { things, edge }) => {
  const found = findPicked(plan, things);
  if (!found.ok) return found;
  const pieces = piecesOf(plan, found.value);
  if (pieces.length < 2) return refuse('one thing has nothing to align with', 'select two things or more');
  const edgeOf = ({ minXMm, maxXMm, minYMm, maxYMm }: Box): number => ({ left: minXMm, right: maxXMm, top: minYMm, bottom: maxYMm })[edge];
  const edges = pieces.map(({ box }) => edgeOf(box));
  const line = edge === 'left' || edge === 'top' ? Math.min(...edges) : Math.max(...edges);
  const isAcross = edge === 'left' || edge === 'right';
  const moves = pieces.map((piece, i) => {
    const byMm = Math.round(line - must(edges[i], 'edge'));
    return { piece, dxMm: isAcross ? byMm : 0, dyMm: isAcross ? 0 : byMm };
  });
  return changeOf(plan, `Align the ${edgeWords[edge]} of ${pickedText(found.value)}`, { put: putMoved(plan, moves) });
};

export interface DistributeThings {
  readonly things: Picked;
  /** x: from west to east; y: from north to south. */
  readonly axis: 'x' | 'y';
}

/** Makes the gaps between things equal, to the millimetre; the outermost two stay. */
export const distributeThings: Command<DistributeThings> = (plan, { things, axis }) => {
  const found = findPicked(plan, things);
  if (!found.ok) return found;
  const spans = piecesOf(plan, found.value)
    .map((piece) => ({ piece, ...spanOf(piece, axis) }))
    .sort((one, other) => one.lowMm - other.lowMm || (one.piece.id < other.piece.id ? -1 : 1));
  if (spans.length < 3) return refuse('two things have but one gap between them', 'select three things or more');
  const [first, last] = [must(spans[0], 'first'), must(spans.at(-1), 'last')];
  const filledMm = spans.reduce((sum, { lowMm, highMm }) => sum + highMm - lowMm, 0);
  const gapMm = (last.highMm - first.lowMm - filledMm) / (spans.length - 1);
  // Summed up without rounding, so that what is lost to whole millimetres does not add up.
  let nextMm = first.lowMm;
  const moves = spans.map(({ piece, lowMm, highMm }, i) => {
    const byMm = i === spans.length - 1 ? 0 : Math.round(nextMm - lowMm);
    nextMm += highMm - lowMm + gapMm;
    return { piece, dxMm: axis === 'x' ? byMm : 0, dyMm: axis === 'y' ? byMm : 0 };
  });
  return changeOf(plan, `Distribute ${pickedText(found.value)}`, { put: putMoved(plan, moves) });
};

function spanOf({ box }: Piece, axis: 'x' | 'y'): { readonly lowMm: number; readonly highMm: number } {
  return axis === 'x' ? { lowMm: box.minXMm, highMm: box.maxXMm } : { lowMm: box.minYMm, highMm: box.maxYMm };
}

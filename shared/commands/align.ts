/** Bringing cabinets into line, and spreading them evenly. */
import { boxOfCabinet } from './cabinetBox.ts';
import { changeOf, refuse } from './changeOf.ts';
import { findAll } from './find.ts';
import { must } from '../assert.ts';
import { namedOrCounted } from './wording.ts';
import type { Box } from '../geometry/shapes.ts';
import type { Cabinet } from '../plan/types.ts';
import type { Command } from './command.ts';

export type AlignEdge = 'left' | 'right' | 'top' | 'bottom';

export interface AlignCabinets {
  readonly ids: readonly string[];
  readonly edge: AlignEdge;
}

const edgeWords: Readonly<Record<AlignEdge, string>> = {
  left: 'western edges',
  right: 'eastern edges',
  top: 'northern edges',
  bottom: 'southern edges',
};

/** Moves cabinets so that one edge of each lies on the outermost of these edges. */
export const alignCabinets: Command<AlignCabinets> = (plan, { ids, edge }) => {
  const found = findAll(plan, 'cabinets', ids);
  if (!found.ok) return found;
  if (found.value.length < 2) return refuse('one cabinet has nothing to align with', 'select two cabinets or more');
  const boxes = found.value.map((cabinet) => boxOfCabinet(plan, cabinet));
  const minXMm = Math.min(...boxes.map((box) => box.minXMm));
  const maxXMm = Math.max(...boxes.map((box) => box.maxXMm));
  const minYMm = Math.min(...boxes.map((box) => box.minYMm));
  const maxYMm = Math.max(...boxes.map((box) => box.maxYMm));
  const placeOf: Readonly<Record<AlignEdge, (cabinet: Cabinet, box: Box) => Partial<Cabinet>>> = {
    left: () => ({ xMm: minXMm }),
    right: ({ xMm }, box) => ({ xMm: Math.round(xMm + maxXMm - box.maxXMm) }),
    top: () => ({ yMm: minYMm }),
    bottom: ({ yMm }, box) => ({ yMm: Math.round(yMm + maxYMm - box.maxYMm) }),
  };
  const cabinets = found.value.map((cabinet, i) => ({ ...cabinet, ...placeOf[edge](cabinet, must(boxes[i], 'box')) }));
  return changeOf(plan, `Align the ${edgeWords[edge]} of ${namedOrCounted(found.value, 'cabinet')}`, { put: { cabinets } });
};

export interface DistributeCabinets {
  readonly ids: readonly string[];
  /** x: from west to east; y: from north to south. */
  readonly axis: 'x' | 'y';
}

/** Makes the gaps between cabinets equal, to the millimetre; the outermost two stay. */
export const distributeCabinets: Command<DistributeCabinets> = (plan, { ids, axis }) => {
  const found = findAll(plan, 'cabinets', ids);
  if (!found.ok) return found;
  if (found.value.length < 3) return refuse('two cabinets have but one gap between them', 'select three cabinets or more');
  const spans = found.value
    .map((cabinet) => ({ cabinet, ...spanOf(boxOfCabinet(plan, cabinet), axis) }))
    .sort((one, other) => one.lowMm - other.lowMm || (one.cabinet.id < other.cabinet.id ? -1 : 1));
  const [first, last] = [must(spans[0], 'first'), must(spans.at(-1), 'last')];
  const filledMm = spans.reduce((sum, { lowMm, highMm }) => sum + highMm - lowMm, 0);
  const gapMm = (last.highMm - first.lowMm - filledMm) / (spans.length - 1);
  // Summed up without rounding, so that what is lost to whole millimetres does not add up.
  let nextMm = first.lowMm;
  const cabinets = spans.map(({ cabinet, lowMm, highMm }, i) => {
    const placeMm = i === spans.length - 1 ? lowMm : Math.round(nextMm);
    nextMm += highMm - lowMm + gapMm;
    return axis === 'x' ? { ...cabinet, xMm: placeMm } : { ...cabinet, yMm: placeMm };
  });
  return changeOf(plan, `Distribute ${namedOrCounted(found.value, 'cabinet')}`, { put: { cabinets } });
};

function spanOf(box: Box, axis: 'x' | 'y'): { readonly lowMm: number; readonly highMm: number } {
  return axis === 'x' ? { lowMm: box.minXMm, highMm: box.maxXMm } : { lowMm: box.minYMm, highMm: box.maxYMm };
}

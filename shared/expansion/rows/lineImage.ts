/** Places of a line as they come to be in its image. */
import { boxAround } from '../../geometry/shapes.ts';
import type { Cabinet, Plan } from '../../plan/types.ts';
import { southOf, type Line, type NextLine } from './lines.ts';
import { cornersOf, wrapped } from './turnedHall.ts';

export class LineImage {
  readonly source: Line;
  private readonly next: NextLine;

  constructor(next: NextLine) {
    this.next = next;
    this.source = next.source;
  }

  yMm(yMm: number): number {
    const { next, source } = this;
    return next.isMirrored ? next.yMm + southOf(source) - yMm : yMm + next.yMm - source.yMm;
  }

  /** The same box at its place in the image, turned round in a mirror. */
  cabinet(plan: Plan, cabinet: Cabinet): Cabinet {
    if (!this.next.isMirrored) return { ...cabinet, yMm: this.yMm(cabinet.yMm) };
    const { maxYMm } = boxAround(cornersOf(plan, cabinet));
    return { ...cabinet, yMm: this.yMm(maxYMm), rotationDeg: wrapped(180 - cabinet.rotationDeg) };
  }

  /** A line of these cabinets. */
  line(cabinets: readonly Cabinet[]): Line {
    const { next, source } = this;
    const turned = source.facing === 'south' ? 'north' : 'south';
    return { ...source, yMm: next.yMm, facing: next.isMirrored ? turned : source.facing, cabinets };
  }
}

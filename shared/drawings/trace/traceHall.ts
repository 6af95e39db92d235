/** The hall that lies within picked lines: the largest room that they enclose, so of a wall's two lines the inner one. */
import { fail, ok, type Result, type UserError } from '../../result.ts';
import type { PointMm } from '../../plan/types.ts';
import { lineNet, type Gap } from './lineNet.ts';
import { netFaces } from './netFaces.ts';
import { outlineOf } from './outlineOf.ts';
import { piecesOf, type PickedPath } from './pickedPaths.ts';

export interface TracedHall {
  readonly outline: readonly PointMm[];
  /** What was bridged in its walls, the widest first. */
  readonly gaps: readonly Gap[];
}

/** More pieces than this are a whole drawing, not walls. */
export const MOST_PIECES = 20_000;

/** The outline; gaps up to a width are closed. */
export function traceHall(paths: readonly PickedPath[], mostGapMm: number): Result<TracedHall, UserError> {
  const pieces = paths.flatMap(piecesOf);
  const tooMany = refuseMany(pieces.length);
  if (tooMany !== null) return fail(tooMany);
  const rooms = netFaces(lineNet(pieces, mostGapMm)).rooms.toSorted((one, other) => other.areaMm2 - one.areaMm2);
  const [largest] = rooms;
  const outline = largest === undefined ? [] : outlineOf(largest.corners);
  if (largest === undefined || outline.length < 3) {
    return fail({
      code: 'trace.open',
      message: 'the picked lines enclose nothing',
      remedy: 'pick the lines that are missing, or let wider gaps be closed',
    });
  }
  return ok({ outline, gaps: largest.gaps.toSorted((one, other) => other.lengthMm - one.lengthMm) });
}

export function refuseMany(pieces: number): UserError | null {
  if (pieces <= MOST_PIECES) return null;
  return {
    code: 'trace.too-many',
    message: `${pieces} lines are picked, and at most ${MOST_PIECES} are traced at once`,
    remedy: 'pick those of one layer, or a part of it',
  };
}

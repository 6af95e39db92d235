/** Which columns a narrow table shows: those that can be spared go first, so that the others stay in view. */

export interface Fitting {
  /** Least width in px. */
  readonly widthPx: number;
  /** Order in which it goes where room is short, 1 first; without it the column stays. */
  readonly spare?: number;
}

/** All of them while they fit, and before the width is known (0). */
export function fittingColumns<C extends Fitting>(columns: readonly C[], widthPx: number): readonly C[] {
  let shown = columns;
  if (widthPx <= 0) return shown;
  const spared = columns.filter(({ spare }) => spare !== undefined).toSorted((a, b) => (a.spare ?? 0) - (b.spare ?? 0));
  for (const column of spared) {
    if (shown.reduce((sum, one) => sum + one.widthPx, 0) <= widthPx) break;
    shown = shown.filter((one) => one !== column);
  }
  return shown;
}

/** On which sides of a strip that scrolls something lies out of view. */

export interface HiddenSides {
  readonly before: boolean;
  readonly after: boolean;
}

interface Scrolled {
  readonly scrollLeft: number;
  readonly clientWidth: number;
  readonly scrollWidth: number;
}

export const NOTHING_HIDDEN: HiddenSides = { before: false, after: false };

/** Browsers round the three widths apart from each other. */
const ROUNDING_PX = 1;

export function hiddenSides({ scrollLeft, clientWidth, scrollWidth }: Scrolled): HiddenSides {
  return { before: scrollLeft > ROUNDING_PX, after: scrollLeft + clientWidth < scrollWidth - ROUNDING_PX };
}

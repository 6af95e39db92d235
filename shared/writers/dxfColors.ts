/**
 * Colors of AutoCAD's index, as far as drawings here need them. AC1015 knows no true color, and plotters
 * of drawing offices go by the index.
 */
const INDEXED: readonly (readonly [index: number, red: number, green: number, blue: number])[] = [
  [1, 255, 0, 0],
  [2, 255, 255, 0],
  [3, 0, 255, 0],
  [4, 0, 255, 255],
  [5, 0, 0, 255],
  [6, 255, 0, 255],
  [8, 128, 128, 128],
  [9, 192, 192, 192],
  [30, 255, 127, 0],
  [34, 153, 76, 0],
  [40, 255, 191, 0],
  [44, 153, 114, 0],
  [94, 0, 153, 0],
  [104, 0, 153, 38],
  [114, 0, 153, 76],
  [140, 0, 191, 255],
  [150, 0, 127, 255],
  [154, 0, 76, 153],
  [160, 0, 63, 255],
  [184, 38, 0, 153],
  [214, 153, 0, 153],
  [224, 153, 0, 114],
  [250, 51, 51, 51],
  [251, 91, 91, 91],
  [252, 132, 132, 132],
  [253, 173, 173, 173],
  [254, 214, 214, 214],
];
/** Black on white, white on black. */
const FOREGROUND = 7;
const DARK = 48;

/** The nearest color of the index; near black becomes the foreground, which shows on every background. */
export function colorIndex(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
  if (Math.max(red, green, blue) < DARK) return FOREGROUND;
  let [best, least] = [FOREGROUND, Infinity];
  for (const [index, r, g, b] of INDEXED) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

import type { LineType, Style } from '../sheets/drawing.ts';

/** Dash and gap lengths in mm of a thin line. */
const PATTERNS_MM: Readonly<Record<LineType, readonly number[]>> = {
  solid: [],
  dashed: [2.4, 1.2],
  dotted: [0.4, 0.8],
  'dash-dot': [3, 0.8, 0.4, 0.8],
};
const THIN_MM = 0.3;

/** Dashes and gaps in mm on paper; patterns of heavy lines grow with the weight, so that dots stay dots. Empty for a solid line. */
export function dashesMm({ lineType, lineWeightMm }: Pick<Style, 'lineType' | 'lineWeightMm'>): readonly number[] {
  const stretch = Math.max(1, lineWeightMm / THIN_MM);
  return PATTERNS_MM[lineType].map((length) => length * stretch);
}

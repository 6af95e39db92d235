/** How the cabinets of a row go on sheets: at which scale, front above rear or beside it, how many at a time. */
import { must } from '../../assert.ts';
import type { SurveyedCabinet } from '../../survey/types.ts';
import type { Units } from '../../quantities.ts';
import type { Rectangle } from '../pen.ts';

export interface ElevationLayout {
  /** 1 : scale. */
  readonly scale: number;
  readonly arrangement: 'rear below front' | 'rear beside front';
  /** Cabinets of each sheet, from left to right as seen from the front. */
  readonly sheets: readonly (readonly SurveyedCabinet[])[];
}

/** At 1:25 a rack unit is 1.8 mm high: about the least at which names of 1U devices can be read. Where a cabinet fits at none, the last. */
const SCALES = { metric: [10, 15, 20, 25], imperial: [12, 16, 24, 32] } as const satisfies Record<Units, readonly number[]>;
export const HEADING_MM = 8;
export const FRONT_CAPTION_MM = 14;
export const REAR_CAPTION_MM = 6;
const BETWEEN_MM = 4;
const SIDE_MM = 8;
/** Between cabinets that do not stand side by side. */
export const GAP_MM = 3;

/** The fewest sheets, then the largest picture. */
export function layOutRow(cabinets: readonly SurveyedCabinet[], zone: Rectangle, units: Units): ElevationLayout {
  const heightMm = Math.max(...cabinets.map(({ model }) => model.heightMm));
  const layouts: ElevationLayout[] = [];
  for (const scale of SCALES[units]) {
    const picture = heightMm / scale;
    const below = 2 * (picture + HEADING_MM) + FRONT_CAPTION_MM + REAR_CAPTION_MM + BETWEEN_MM;
    const roomMm = zone.widthMm - 2 * SIDE_MM;
    if (below <= zone.heightMm) {
      layouts.push({ scale, arrangement: 'rear below front', sheets: divided(cabinets, scale, roomMm) });
    }
    if (picture + HEADING_MM + FRONT_CAPTION_MM <= zone.heightMm || scale === SCALES[units][3]) {
      layouts.push({ scale, arrangement: 'rear beside front', sheets: divided(cabinets, scale, (roomMm - 2 * SIDE_MM) / 2) });
    }
  }
  return must(layouts.sort((a, b) => a.sheets.length - b.sheets.length || a.scale - b.scale)[0], 'a layout of the elevation');
}

/** Where cabinets begin on paper, from the left, and how wide they are together. */
export function cabinetOffsets(cabinets: readonly SurveyedCabinet[], scale: number): { offsetsMm: readonly number[]; widthMm: number } {
  const offsetsMm: number[] = [];
  let at = 0;
  cabinets.forEach((cabinet, i) => {
    const previous = cabinets[i - 1];
    if (previous !== undefined && !standTogether(previous, cabinet)) at += GAP_MM;
    offsetsMm.push(at);
    at += cabinet.model.widthMm / scale;
  });
  return { offsetsMm, widthMm: at };
}

function standTogether({ box: a }: SurveyedCabinet, { box: b }: SurveyedCabinet): boolean {
  const apart = Math.max(b.minXMm - a.maxXMm, a.minXMm - b.maxXMm, b.minYMm - a.maxYMm, a.minYMm - b.maxYMm);
  return apart <= 1;
}

/** Groups of about equal number that each fit the width. */
function divided(cabinets: readonly SurveyedCabinet[], scale: number, roomMm: number): SurveyedCabinet[][] {
  for (let sheets = 1; sheets < cabinets.length; sheets += 1) {
    const size = Math.ceil(cabinets.length / sheets);
    const groups = Array.from({ length: Math.ceil(cabinets.length / size) }, (_, i) => cabinets.slice(i * size, (i + 1) * size));
    if (groups.every((group) => cabinetOffsets(group, scale).widthMm <= roomMm)) return groups;
  }
  return cabinets.map((cabinet) => [cabinet]);
}

/** Aisles between neighbouring rows, and the chains of dimensions that set the rows out. */
import type { Units } from '../../quantities.ts';
import { boxAround, type Box } from '../../geometry/shapes.ts';
import { chainOf, drawHorizontalChain, drawVerticalChain } from '../dimension.ts';
import type { Rectangle } from '../pen.ts';
import { hallReach } from './doorSwing.ts';
import type { CabinetRow } from '../rows.ts';
import { textWidthMm } from '../textMetrics.ts';
import { type PlanDrawing, toPaper } from './planView.ts';

/** Gaps wider than this are floor, not an aisle. */
const WIDEST_AISLE_MM = 5000;
const LABEL_SIZES_MM = [2.6, 2] as const;
/** Places of a label along its aisle; the first free one is taken. */
const PLACES = [0.5, 0.3, 0.7, 0.15, 0.85, 0.02, 0.98] as const;
/** From the wall to the first and the second chain. */
const FIRST_CHAIN_MM = 6.5;
/** Feet with inches and their fractions take more room beside the first chain than millimetres. */
const SECOND_CHAIN_MM: Readonly<Record<Units, number>> = { metric: 16, imperial: 20 };
/** Room that the chains take beside the hall, figures included. */
export const CHAIN_ROOM_MM = { metric: { right: 27, bottom: 19 }, imperial: { right: 34, bottom: 23 } } as const;

/** A wall with more corners than this would make a chain of nothing but corners. */
const MOST_CORNERS = 12;

interface Aisle {
  readonly label: string;
  readonly box: Box;
  readonly upright: boolean;
}

/** Spaces between two rows that stand face to face, back to back, or one behind the other. */
export function aislesBetween(rows: readonly CabinetRow[]): Aisle[] {
  const aisles: Aisle[] = [];
  for (const row of rows) {
    if (row.facing === null || !row.isNamedRow) continue;
    const upright = row.facing === 'east' || row.facing === 'west';
    const next = nearestAfter(row, rows, upright);
    if (next === null) continue;
    const sides = [
      row.facing === (upright ? 'east' : 'south') ? 'front' : 'rear',
      next.facing === (upright ? 'west' : 'north') ? 'front' : 'rear',
    ];
    const label = sides[0] !== sides[1] ? 'AISLE' : sides[0] === 'front' ? 'COLD AISLE' : 'HOT AISLE';
    const [a, b] = [row.box, next.box];
    const box = upright
      ? { minXMm: a.maxXMm, maxXMm: b.minXMm, minYMm: Math.max(a.minYMm, b.minYMm), maxYMm: Math.min(a.maxYMm, b.maxYMm) }
      : { minYMm: a.maxYMm, maxYMm: b.minYMm, minXMm: Math.max(a.minXMm, b.minXMm), maxXMm: Math.min(a.maxXMm, b.maxXMm) };
    aisles.push({ label, box, upright });
  }
  return aisles;
}

function nearestAfter(row: CabinetRow, rows: readonly CabinetRow[], upright: boolean): CabinetRow | null {
  let nearest: CabinetRow | null = null;
  let leastMm = WIDEST_AISLE_MM;
  for (const other of rows) {
    if (other === row || !other.isNamedRow || other.facing === null) continue;
    if ((other.facing === 'east' || other.facing === 'west') !== upright) continue;
    const gapMm = upright ? other.box.minXMm - row.box.maxXMm : other.box.minYMm - row.box.maxYMm;
    const sharedMm = upright
      ? Math.min(row.box.maxYMm, other.box.maxYMm) - Math.max(row.box.minYMm, other.box.minYMm)
      : Math.min(row.box.maxXMm, other.box.maxXMm) - Math.max(row.box.minXMm, other.box.minXMm);
    if (gapMm > 0 && gapMm < leastMm && sharedMm > 0) [nearest, leastMm] = [other, gapMm];
  }
  return nearest;
}

export function drawAisleLabels({ view, pen, texts, lines }: PlanDrawing, rows: readonly CabinetRow[]): void {
  for (const { label, box, upright } of aislesBetween(rows)) {
    const from = toPaper(view, { xMm: box.minXMm, yMm: box.minYMm });
    const to = toPaper(view, { xMm: box.maxXMm, yMm: box.maxYMm });
    const [lengthMm, acrossMm] = upright ? [to.y - from.y, to.x - from.x] : [to.x - from.x, to.y - from.y];
    const placesAt = (sizeMm: number): Rectangle[] => {
      const widthMm = textWidthMm(label, sizeMm);
      if (widthMm > lengthMm || sizeMm > acrossMm) return [];
      return PLACES.map((share) => {
        const middle = widthMm / 2 + share * (lengthMm - widthMm);
        return upright
          ? { x: (from.x + to.x - sizeMm) / 2, y: from.y + middle - widthMm / 2, widthMm: sizeMm, heightMm: widthMm }
          : { x: from.x + middle - widthMm / 2, y: (from.y + to.y - sizeMm) / 2, widthMm, heightMm: sizeMm };
      });
    };
    const open = LABEL_SIZES_MM.flatMap(placesAt).filter((place) => texts.isFree(place));
    const clear = open.find((place) => lines.isFree(place));
    const place = clear ?? open[0];
    if (place === undefined) continue;
    if (clear === undefined) pen.rectangle(place, 'knockout');
    texts.add(place);
    const sizeMm = upright ? place.widthMm : place.heightMm;
    const [x, y] = [place.x + place.widthMm / 2, place.y + place.heightMm / 2];
    const base = sizeMm * 0.36;
    pen.text(label, x + (upright ? base : 0), y + (upright ? 0 : base), sizeMm, 'aisleText', {
      anchor: 'middle',
      rotateDeg: upright ? -90 : 0,
    });
  }
}

/** Right of the hall the rows that lie along x, below it those that stand along y; the overall size beyond both. */
export function drawChains({ derived, hall, view, pen }: PlanDrawing, rows: readonly CabinetRow[]): void {
  const { units } = derived.plan.settings;
  const box = boxAround(hall.outline.map(([xMm, yMm]) => ({ xMm, yMm })));
  // Beyond the leaves of doors that open outwards.
  const reach = hallReach(derived.plan, hall);
  const corner = toPaper(view, { xMm: reach.maxXMm, yMm: reach.maxYMm });
  const lying = rows.filter((row) => row.isNamedRow && (row.facing === 'north' || row.facing === 'south'));
  const standing = rows.filter((row) => row.isNamedRow && (row.facing === 'east' || row.facing === 'west'));
  const x = (xMm: number): number => view.origin.x + xMm / view.scale;
  const y = (yMm: number): number => view.origin.y + yMm / view.scale;

  const corners = hall.outline.length <= MOST_CORNERS ? hall.outline : [];
  const ys = chainOf([
    box.minYMm,
    ...corners.map(([, yMm]) => yMm),
    ...lying.flatMap((row) => [row.box.minYMm, row.box.maxYMm]),
    ...ends(standing, 'y'),
    box.maxYMm,
  ]);
  const xs = chainOf([
    box.minXMm,
    ...corners.map(([xMm]) => xMm),
    ...standing.flatMap((row) => [row.box.minXMm, row.box.maxXMm]),
    ...ends(lying, 'x'),
    box.maxXMm,
  ]);
  if (ys.stationsMm.length > 2) drawVerticalChain(pen, corner.x + FIRST_CHAIN_MM, ys.stationsMm.map(y), ys.lengthsMm, units);
  if (xs.stationsMm.length > 2) drawHorizontalChain(pen, corner.y + FIRST_CHAIN_MM, xs.stationsMm.map(x), xs.lengthsMm, units);
  const whole = { ys: chainOf([box.minYMm, box.maxYMm]), xs: chainOf([box.minXMm, box.maxXMm]) };
  drawVerticalChain(pen, corner.x + SECOND_CHAIN_MM[units], whole.ys.stationsMm.map(y), whole.ys.lengthsMm, units);
  drawHorizontalChain(pen, corner.y + SECOND_CHAIN_MM[units] - 1, whole.xs.stationsMm.map(x), whole.xs.lengthsMm, units);
}

/** Both ends of the longest of some rows along an axis. */
function ends(rows: readonly CabinetRow[], axis: 'x' | 'y'): number[] {
  if (rows.length === 0) return [];
  const [low, high] = axis === 'x' ? (['minXMm', 'maxXMm'] as const) : (['minYMm', 'maxYMm'] as const);
  return [Math.min(...rows.map((row) => row.box[low])), Math.max(...rows.map((row) => row.box[high]))];
}

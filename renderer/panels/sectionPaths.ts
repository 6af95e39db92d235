/** The cables of a section as drawn: one outline a group, however many cables it has, and which cable lies at a point. */
import type { TraySection } from '../../shared/engine/traySection.ts';

export interface GroupDrawing {
  /** Circles of all its cables, as the data of an SVG path in millimeters; y downwards from `topMm`. */
  readonly outline: string;
  /** Middle of its cables, and how wide they lie. */
  readonly xMm: number;
  readonly yMm: number;
  readonly spanMm: number;
}

/** A hair of background between cables that touch. */
const DRAWN_SHARE = 0.94;
/** A pointer beside a cable means it from so far, in its radii. */
const REACH = 1.5;

/** The groups in their order; `topMm`: height above the bed that is drawn at zero. */
export function drawGroups({ circles, groups }: TraySection, topMm: number): readonly GroupDrawing[] {
  const own: (typeof circles)[number][][] = groups.map(() => []);
  for (const circle of circles) own[circle.group]?.push(circle);
  return own.map((lying) => {
    const outline = lying.map(({ xMm, yMm, rMm }) => circlePath(xMm, topMm - yMm, rMm * DRAWN_SHARE)).join('');
    const xs = lying.map(({ xMm }) => xMm);
    const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
    return {
      outline,
      xMm: sumOf(xs) / lying.length,
      yMm: topMm - sumOf(lying.map(({ yMm }) => yMm)) / lying.length,
      spanMm: Math.max(...xs) - Math.min(...xs),
    };
  });
}

function circlePath(x: number, y: number, r: number): string {
  const at = (value: number): string => value.toFixed(2);
  return `M${at(x - r)} ${at(y)}a${at(r)} ${at(r)} 0 1 0 ${at(2 * r)} 0a${at(r)} ${at(r)} 0 1 0 ${at(-2 * r)} 0`;
}

/** Place of the circle nearest to a point of the section, or null where none is near. Heights are above the bed. */
export function circleAt({ circles }: Pick<TraySection, 'circles'>, xMm: number, yMm: number): number | null {
  let nearest: number | null = null;
  let least = Infinity;
  for (const [place, circle] of circles.entries()) {
    const awayMm = Math.hypot(circle.xMm - xMm, circle.yMm - yMm);
    if (awayMm - circle.rMm >= least || awayMm > circle.rMm * REACH) continue;
    nearest = place;
    least = awayMm - circle.rMm;
  }
  return nearest;
}

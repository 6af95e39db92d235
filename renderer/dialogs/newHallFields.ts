/** What is typed of a new hall, and the hall it makes. */
import { tidyOutline } from '../../shared/commands/outlines.ts';
import { frameBeside } from '../../shared/plan/hallPlace.ts';
import { newHall } from '../../shared/plan/newHall.ts';
import type { Hall, Plan, PointMm } from '../../shared/plan/types.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { parseLength } from '../ui/parseLength.ts';
import { sizeValueText, type Units } from '../../shared/quantities.ts';

export interface TypedHall {
  readonly name: string;
  readonly shape: 'size' | 'corners';
  readonly width: string;
  readonly depth: string;
  /** A corner a line: `0, 0`. */
  readonly corners: string;
  readonly clearHeight: string;
  readonly floor: 'slab' | 'raised';
  readonly tileSize: string;
  readonly tileX: string;
  readonly tileY: string;
}

const FIRST_SIZE_MM = [24_000, 15_000] as const;

/** What the dialog begins with: floor, height and tiles of a hall of the same building, if there is one. */
export function firstTyped(plan: Plan, like: Hall | null, units: Units): TypedHall {
  const [widthMm, depthMm] = FIRST_SIZE_MM;
  const outline: readonly PointMm[] = [
    [0, 0],
    [widthMm, 0],
    [widthMm, depthMm],
    [0, depthMm],
  ];
  const hall = newHall(plan, 'new', outline, frameBeside(plan), like);
  const text = (mm: number): string => sizeValueText(mm, units);
  return {
    name: hall.name,
    shape: 'size',
    width: text(widthMm),
    depth: text(depthMm),
    corners: outline.map(([x, y]) => `${text(x)}, ${text(y)}`).join('\n'),
    clearHeight: text(hall.clearHeightMm),
    floor: hall.floor.kind,
    tileSize: text(hall.tile.sizeMm),
    tileX: '0',
    tileY: '0',
  };
}

/** The hall, or what is wrong with the text. */
export function readHall(plan: Plan, id: string, typed: TypedHall, like: Hall | null, units: Units): Result<Hall, string> {
  const outline = typed.shape === 'size' ? readSize(typed, units) : readCorners(typed.corners, units);
  if (!outline.ok) return outline;
  const sizes = { clearHeight: 'clear height', tileSize: 'tile size' } as const;
  for (const [key, name] of Object.entries(sizes) as [keyof typeof sizes, string][]) {
    const length = readLength(typed[key], units);
    if (length === null || length <= 0) return fail(`The ${name} “${typed[key]}” is not a size; write a length such as ${EXAMPLES[units]}`);
  }
  const [tileX, tileY] = [readLength(typed.tileX, units), readLength(typed.tileY, units)];
  if (tileX === null || tileY === null) return fail(`The tile origin is not a place; write lengths such as ${EXAMPLES[units]}`);
  if (typed.name.trim() === '') return fail('The hall has no name; write one');
  const tidy = tidyOutline(outline.value);
  if (!tidy.ok) return fail(`${sentence(tidy.error.message)}; ${tidy.error.remedy}`);
  const hall = newHall(plan, id, tidy.value, frameBesideOutline(plan, tidy.value), like);
  return ok({
    ...hall,
    name: typed.name.trim(),
    // What was typed as corners is meant as it stands.
    outline: tidy.value,
    clearHeightMm: readLength(typed.clearHeight, units) ?? hall.clearHeightMm,
    floor: { ...hall.floor, kind: typed.floor },
    tile: { sizeMm: readLength(typed.tileSize, units) ?? hall.tile.sizeMm, originXMm: tileX, originYMm: tileY },
  });
}

/** Beside the halls that are there, wherever the corners lie about the hall's own origin; the first hall stands as it is typed. */
function frameBesideOutline(plan: Plan, outline: readonly PointMm[]): Hall['frame'] {
  const frame = frameBeside(plan);
  if (plan.halls.size === 0) return frame;
  const [leftMm, topMm] = [Math.min(...outline.map(([x]) => x)), Math.min(...outline.map(([, y]) => y))];
  return { ...frame, xMm: frame.xMm - leftMm, yMm: frame.yMm - topMm };
}

const EXAMPLES: Readonly<Record<Units, string>> = { metric: '3600, 3.6 m', imperial: '144, 12 ft' };

function readLength(text: string, units: Units): number | null {
  // A place may lie before the origin: a sign is part of it here, and adds to nothing.
  const parsed = parseLength(text, units);
  return parsed.ok ? parsed.value.value : null;
}

function readSize({ width, depth }: TypedHall, units: Units): Result<readonly PointMm[], string> {
  const [widthMm, depthMm] = [readLength(width, units), readLength(depth, units)];
  for (const [name, text, mm] of [
    ['width', width, widthMm],
    ['depth', depth, depthMm],
  ] as const)
    if (mm === null || mm <= 0) return fail(`The ${name} “${text}” is not a size; write a length such as ${EXAMPLES[units]}`);
  return ok([
    [0, 0],
    [widthMm ?? 0, 0],
    [widthMm ?? 0, depthMm ?? 0],
    [0, depthMm ?? 0],
  ]);
}

function readCorners(text: string, units: Units): Result<readonly PointMm[], string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const corners: PointMm[] = [];
  for (const [i, line] of lines.entries()) {
    const parts = line.split(/[,;\t]/).map((part) => readLength(part, units));
    const [x, y] = parts;
    if (parts.length !== 2 || x === null || y === null || x === undefined || y === undefined)
      return fail(`Line ${i + 1} “${line.trim()}” is not a corner; write x and y with a comma between, as 24000, 0`);
    corners.push([x, y]);
  }
  return ok(corners);
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Where the window was, so that it opens there again; kept as one small JSON file among the program's own data. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';

const rectangle = v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() });
const schema = v.object({ bounds: rectangle, maximized: v.boolean() });

export type Rectangle = v.InferOutput<typeof rectangle>;
export type WindowState = v.InferOutput<typeof schema>;

/** Smallest window in which the planner can be used, in px. */
export const smallestPx = { width: 960, height: 600 } as const;

/**
 * Bounds that can be seen: as they were where enough of them lies on a screen that is there now, else centered on the first, and no
 * larger than it as far as the planner can be used so.
 * Pure; `workAreas` is never empty.
 */
export function visibleBounds(saved: Rectangle | undefined, workAreas: readonly [Rectangle, ...Rectangle[]]): Rectangle {
  const [main] = workAreas;
  const wanted = saved ?? { x: 0, y: 0, width: Math.min(1600, main.width), height: Math.min(1000, main.height) };
  const size = { width: Math.max(smallestPx.width, wanted.width), height: Math.max(smallestPx.height, wanted.height) };
  const grip = { x: wanted.x, y: wanted.y, width: size.width, height: 40 };
  if (saved !== undefined && workAreas.some((area) => overlapPx(grip, area) >= 100 * 30)) return { ...size, x: saved.x, y: saved.y };
  const width = Math.max(smallestPx.width, Math.min(size.width, main.width));
  const height = Math.max(smallestPx.height, Math.min(size.height, main.height));
  // The frame with its cross stays on a screen that is smaller than that.
  return {
    x: main.x + Math.max(0, Math.round((main.width - width) / 2)),
    y: main.y + Math.max(0, Math.round((main.height - height) / 2)),
    width,
    height,
  };
}

function overlapPx(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The state of last time; undefined where there is none or it cannot be read. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** At once: the program may end with the window that it is about. What cannot be written is not kept. */
export function writeWindowState(file: string, state: WindowState): void {
  const beside = `${file}.new`;
  try {
    writeFileSync(beside, JSON.stringify(state));
    renameSync(beside, file);
  } catch {
    // A full or forbidden disk costs only the memory of where the window was.
  }
}

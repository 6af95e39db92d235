/** The office as its makers traced it over its picture: places in pixels, walls and doors between them, and three lengths that they measured. */
import { readFileSync } from 'node:fs';

const TEXT = readFileSync(new URL('../drawings/plans/open-rmf/office.building.yaml', import.meta.url), 'utf8');

export interface Place {
  readonly x: number;
  readonly y: number;
}

export type Stretch = readonly [from: Place, to: Place];

/** What stands between the brackets of each entry of a list of the one storey. */
function entries(list: string): string[] {
  const lines = TEXT.split('\n');
  const first = lines.indexOf(`    ${list}:`) + 1;
  const end = lines.findIndex((line, at) => at >= first && !line.startsWith('      - '));
  return lines.slice(first, end).map((line) => line.trim().replace(/^- \[/, ''));
}

export const vertices: readonly Place[] = entries('vertices').map((entry) => {
  const [x, y] = entry.split(',').map(Number);
  return { x: x!, y: y! };
});

function between(list: string): Stretch[] {
  return entries(list).map((entry) => {
    const [from, to] = entry.split(',').map(Number);
    return [vertices[from!]!, vertices[to!]!];
  });
}

export const walls: readonly Stretch[] = between('walls');
export const doors: readonly Stretch[] = between('doors');

/** The corners of each floor that they laid. */
export const floors: readonly (readonly Place[])[] = [...TEXT.matchAll(/^ {8}vertices: \[(.*)\]$/gm)].map(([, corners]) =>
  corners!.split(',').map((corner) => vertices[Number(corner)]!),
);

export const measured: readonly { readonly line: Stretch; readonly metres: number }[] = between('measurements').map((line, at) => ({
  line,
  metres: Number(/distance: \[3, ([\d.]+)\]/.exec(entries('measurements')[at]!)![1]),
}));

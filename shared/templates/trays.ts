/** Trays over the rows at one level and across them at a second one; they share junctions where they cross. */
import { must } from '../assert.ts';
import type { Junction, Segment } from '../plan/types.ts';
import type { HallLayout, RowPlace } from './hallLayout.ts';
import { HALL_ID, type TrayLevels } from './hallShell.ts';

export interface TraySize {
  readonly widthMm: number;
  readonly depthMm: number;
}

export interface TraySizes {
  readonly row: TraySize;
  readonly cross: TraySize;
}

export interface TrayNeed {
  readonly layout: HallLayout;
  readonly cabinetDepthMm: number;
  readonly levels: TrayLevels;
  /** Centrelines of the cross trays, from left to right. */
  readonly crossXMm: readonly number[];
  readonly sizes: TraySizes;
}

export interface Trays {
  readonly junctions: readonly Junction[];
  readonly segments: readonly Segment[];
}

/** Least distance of a row tray's centreline from the rears, where the ports are; a wider tray ends flush with them. */
const FROM_REAR_MM = 300;

interface TrayLine {
  /** Name of its first row. */
  readonly name: string;
  readonly yMm: number;
  readonly fromXMm: number;
  readonly toXMm: number;
  /** Junction by cross tray; cross trays that miss the line are not in it. */
  readonly crossings: Map<number, string>;
}

/** One tray over each line of rows, through all of its blocks, and the cross trays from the first line to the last. */
export function buildTrays(need: TrayNeed): Trays {
  const lines = trayLines(need);
  const junctions: Junction[] = [];
  const segments: Segment[] = [];
  for (const line of lines) layRowTray(line, need, junctions, segments);
  need.crossXMm.forEach((_, cross) => {
    const crossed = lines.filter((line) => line.crossings.has(cross));
    for (let next = 1; next < crossed.length; next += 1) {
      const [from, to] = [must(crossed[next - 1], 'line'), must(crossed[next], 'line')];
      segments.push({
        id: `cross-${twoDigits(cross + 1)}-${from.name}`,
        name: `Cross ${cross + 1}-${from.name}`,
        from: must(from.crossings.get(cross), 'junction'),
        to: must(to.crossings.get(cross), 'junction'),
        kind: 'ladder',
        ...need.sizes.cross,
        elevationMm: need.levels.crossMm,
        massLimitGPerM: null,
        acceptsDrops: false,
        surveyedLengthMm: null,
      });
    }
  });
  return { junctions, segments };
}

function trayLines({ layout, cabinetDepthMm, sizes }: TrayNeed): TrayLine[] {
  const byLine = new Map<number, RowPlace[]>();
  for (const row of layout.rows) byLine.set(row.line, [...(byLine.get(row.line) ?? []), row]);
  const fromRearMm = Math.max(FROM_REAR_MM, sizes.row.widthMm / 2);
  return [...byLine.values()].map((rows) => {
    const [first, last] = [must(rows[0], 'row'), must(rows.at(-1), 'row')];
    const yMm = first.rotationDeg === 180 ? first.yMm + fromRearMm : first.yMm + cabinetDepthMm - fromRearMm;
    return { name: first.name, yMm, fromXMm: first.xMm, toXMm: must(layout.blocks[last.block], 'block').toXMm, crossings: new Map() };
  });
}

function layRowTray(line: TrayLine, { levels, crossXMm, sizes }: TrayNeed, junctions: Junction[], segments: Segment[]): void {
  const crossings = crossXMm.map((xMm, cross) => ({ xMm, cross })).filter(({ xMm }) => xMm > line.fromXMm && xMm < line.toXMm);
  const places = [{ xMm: line.fromXMm, cross: null }, ...crossings, { xMm: line.toXMm, cross: null }];
  places.forEach(({ xMm, cross }, place) => {
    const id = `junction-${line.name}-${twoDigits(place + 1)}`;
    junctions.push({ id, hall: HALL_ID, xMm, yMm: line.yMm });
    if (cross !== null) line.crossings.set(cross, id);
    if (place === 0) return;
    segments.push({
      id: `tray-${line.name}-${twoDigits(place)}`,
      name: `Tray ${line.name}-${place}`,
      from: `junction-${line.name}-${twoDigits(place)}`,
      to: id,
      kind: 'basket',
      ...sizes.row,
      elevationMm: levels.rowMm,
      massLimitGPerM: null,
      acceptsDrops: true,
      surveyedLengthMm: null,
    });
  });
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Repeating things in columns and rows: cabinets with what is mounted in them, obstacles, trays. */
import { boxAroundBoxes } from '../geometry/shapes.ts';
import { ArrayNames } from './arrayNames.ts';
import { standsAlongX } from './cabinetBox.ts';
import { changeOf, refuse } from './changeOf.ts';
import { counted } from './wording.ts';
import { fail } from '../result.ts';
import { findPicked, piecesOf, type Picked, type PickedThings } from './picked.ts';
import { findTaken } from './find.ts';
import { hasCounter } from '../plan/names.ts';
import { mirrored } from './mirror.ts';
import { must } from '../assert.ts';
import { routeRulesWithParts } from '../plan/ruledPlaces.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Cabinet, Device, Junction, Obstacle, Plan, Segment } from '../plan/types.ts';
import type { Command } from './command.ts';

/** Tables that an array adds to. */
const arrayedTables = ['cabinets', 'devices', 'obstacles', 'junctions', 'segments'] as const;
export type ArrayedTable = (typeof arrayedTables)[number];

export interface ArrayThings {
  /** What is repeated; it stays where it is and is the array's first place. */
  readonly things: Picked;
  /** Places along the row, and rows. */
  readonly columns: number;
  readonly rows: number;
  /** From one place to the next along the row. Null: side by side. */
  readonly pitchMm: number | null;
  /** Between one row and the next, face to face. */
  readonly aisleMm: number;
  /** Cabinets of every second row look the other way, so that hot and cold aisles take turns. */
  readonly mirrorRows: boolean;
  /** Of cabinets. `{row}{nn}`: the name of the row, and a number counted in each row. */
  readonly namePattern: string;
  /** Ids for the copies, by table as many as `arrayCounts` says. */
  readonly newIds: Readonly<Record<ArrayedTable, readonly string[]>>;
}

/** More at once are slips of the hand. */
export const MOST_ARRAYED = 5000;

/** How many things of each table an array makes. */
export function arrayCounts(
  plan: Plan,
  { things, columns, rows }: Pick<ArrayThings, 'things' | 'columns' | 'rows'>,
): Record<ArrayedTable, number> {
  const cabinets = new Set(things.cabinets);
  const segments = new Set(things.segments);
  const copies = Math.max(0, columns * rows - 1);
  return {
    cabinets: copies * cabinets.size,
    devices: copies * [...plan.devices.values()].filter(({ cabinet }) => cabinets.has(cabinet)).length,
    obstacles: copies * new Set(things.obstacles).size,
    junctions: copies * endsOf([...segments].flatMap((id) => plan.segments.get(id) ?? [])).length,
    segments: copies * segments.size,
  };
}

/** Repeats things along their row and across it, in one step. Copies of devices take no place in a fabric; copied trays join each other only. */
export const arrayThings: Command<ArrayThings> = (plan, args) => {
  const { things, columns, rows, namePattern, newIds } = args;
  const found = findPicked(plan, things);
  if (!found.ok) return found;
  const sources = found.value;
  if (!isCount(columns) || !isCount(rows)) return refuse('an array has whole columns and rows', 'give counts of 1 or more');
  if (columns * rows < 2) return refuse('an array of one place changes nothing', 'give two columns or two rows at least');
  const counts = arrayCounts(plan, args);
  const total = counts.cabinets + counts.obstacles + counts.segments;
  if (total > MOST_ARRAYED) return refuse(`${total} ${nounFor(sources)} are too many at once`, `stay at ${MOST_ARRAYED} or fewer`);
  if (sources.cabinets.length > 0 && !hasCounter(namePattern))
    return refuse(`the names "${namePattern}" would all be the same`, 'put a counter into the pattern, as {row}{nn}');
  const halls = new Set([...sources.cabinets, ...sources.obstacles].map(({ hall }) => hall));
  for (const table of arrayedTables) {
    const taken = findTaken(plan, table, newIds[table]);
    if (taken !== null) return fail(taken);
  }
  const { alongMm, acrossMm, alongX } = stepsOf(plan, sources, args);
  if (columns > 1 && alongMm === 0) return refuse('all columns would stand in one place', 'give a pitch other than 0');

  const names = new ArrayNames(plan, [...halls][0] ?? '', namePattern);
  const devicesOf = new Map<string, Device[]>(sources.cabinets.map(({ id }) => [id, []]));
  for (const device of sortedById(plan.devices)) devicesOf.get(device.cabinet)?.push(device);
  const ends = endsOf(sources.segments).map((id) => must(plan.junctions.get(id), id));
  const made = {
    cabinets: [] as Cabinet[],
    devices: [] as Device[],
    obstacles: [] as Obstacle[],
    junctions: [] as Junction[],
    segments: [] as Segment[],
  };
  const trayCopies: { whole: string; part: string }[] = [];
  const nextId = (table: ArrayedTable): string => must(newIds[table][made[table].length], 'id of a copy');
  for (let row = 0; row < rows; row++) {
    const isTurned = args.mirrorRows && row % 2 === 1 && sources.cabinets.length > 0;
    const cabinets = isTurned ? mirrored(plan, sources.cabinets) : sources.cabinets;
    for (let column = row === 0 ? 1 : 0; column < columns; column++) {
      const [dx, dy] = alongX ? [column * alongMm, row * acrossMm] : [row * acrossMm, column * alongMm];
      for (const source of cabinets) {
        const id = nextId('cabinets');
        const copyRow = names.row(source.row, row);
        made.cabinets.push({ ...source, id, row: copyRow, name: names.cabinet(copyRow), xMm: source.xMm + dx, yMm: source.yMm + dy });
        for (const device of devicesOf.get(source.id) ?? [])
          made.devices.push({ ...device, id: nextId('devices'), cabinet: id, name: names.other('devices', device.name) });
      }
      for (const source of sources.obstacles) {
        const outline = source.outline.map(([x, y]) => [x + dx, y + dy] as const);
        made.obstacles.push({ ...source, id: nextId('obstacles'), name: names.other('obstacles', source.name), outline });
      }
      const copyOf = new Map<string, string>();
      for (const end of ends) {
        const id = nextId('junctions');
        copyOf.set(end.id, id);
        made.junctions.push({ ...end, id, xMm: end.xMm + dx, yMm: end.yMm + dy });
      }
      for (const source of sources.segments) {
        const [from, to] = [must(copyOf.get(source.from), 'end'), must(copyOf.get(source.to), 'end')];
        const id = nextId('segments');
        trayCopies.push({ whole: source.id, part: id });
        made.segments.push({ ...source, id, name: names.other('segments', source.name), from, to });
      }
    }
  }
  const count = total + sources.cabinets.length + sources.obstacles.length + sources.segments.length;
  const routeRules = routeRulesWithParts(plan, trayCopies);
  return changeOf(plan, `Array of ${counted(count, nounFor(sources).slice(0, -1))}`, { put: { ...made, routeRules } });
};

function endsOf(segments: readonly Segment[]): string[] {
  return [...new Set(segments.flatMap(({ from, to }) => [from, to]))];
}

function nounFor({ cabinets, obstacles, segments }: PickedThings): string {
  if (obstacles.length + segments.length === 0) return 'cabinets';
  if (cabinets.length + segments.length === 0) return 'obstacles';
  return cabinets.length + obstacles.length === 0 ? 'segments' : 'things';
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

/** From place to place along the row and across it; what has no front runs east. */
function stepsOf(plan: Plan, sources: PickedThings, { pitchMm, aisleMm }: ArrayThings) {
  const box = boxAroundBoxes(piecesOf(plan, sources).map((piece) => piece.box));
  const [first] = sources.cabinets;
  const alongX = first === undefined || standsAlongX(first);
  const [widthMm, depthMm] = [box.maxXMm - box.minXMm, box.maxYMm - box.minYMm].map(Math.round) as [number, number];
  return {
    alongX,
    alongMm: pitchMm ?? (alongX ? widthMm : depthMm),
    acrossMm: (alongX ? depthMm : widthMm) + aisleMm,
  };
}

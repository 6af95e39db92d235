/** Repeating cabinets in columns and rows, with what is mounted in them. */
import { boxOfBoxes, boxOfCabinet, standsAlongX } from './cabinetBox.ts';
import { changeOf, refuse } from './changeOf.ts';
import { counted } from './wording.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { firstFreeNumber, hasCounter, nameFromPattern, nextFreeName } from '../plan/names.ts';
import { mirrored } from './mirror.ts';
import { must } from '../assert.ts';
import { columnLetters } from '../geometry/columnLetters.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Cabinet, Device, Plan } from '../plan/types.ts';
import type { Command } from './command.ts';

export interface ArrayCabinets {
  /** What is repeated; it stays where it is and is the array's first place. */
  readonly ids: readonly string[];
  /** Places along the row, and rows. */
  readonly columns: number;
  readonly rows: number;
  /** From one place to the next along the row. Null: side by side. */
  readonly pitchMm: number | null;
  /** Between one row and the next, face to face. */
  readonly aisleMm: number;
  /** Every second row looks the other way, so that hot and cold aisles take turns. */
  readonly mirrorRows: boolean;
  /** `{row}{nn}`: the name of the row, and a number counted in each row. */
  readonly namePattern: string;
  /** Ids for the copies of cabinets, then of their devices; as many as `arrayCounts` says. */
  readonly cabinetIds: readonly string[];
  readonly deviceIds: readonly string[];
}

/** More at once are slips of the hand. */
export const MOST_ARRAYED = 5000;

/** How many cabinets and devices an array makes. */
export function arrayCounts(
  plan: Plan,
  { ids, columns, rows }: Pick<ArrayCabinets, 'ids' | 'columns' | 'rows'>,
): { readonly cabinets: number; readonly devices: number } {
  const wanted = new Set(ids);
  const devices = [...plan.devices.values()].filter(({ cabinet }) => wanted.has(cabinet)).length;
  const copies = Math.max(0, columns * rows - 1);
  return { cabinets: copies * wanted.size, devices: copies * devices };
}

/** Repeats cabinets along their row and across it, in one step. Copies of devices take no place in a fabric. */
export const arrayCabinets: Command<ArrayCabinets> = (plan, args) => {
  const { ids, columns, rows, namePattern, cabinetIds, deviceIds } = args;
  const found = findAll(plan, 'cabinets', ids);
  if (!found.ok) return found;
  const sources = found.value;
  if (!isCount(columns) || !isCount(rows)) return refuse('an array has whole columns and rows', 'give counts of 1 or more');
  if (columns * rows < 2) return refuse('an array of one place changes nothing', 'give two columns or two rows at least');
  const counts = arrayCounts(plan, args);
  if (counts.cabinets > MOST_ARRAYED) return refuse(`${counts.cabinets} cabinets are too many at once`, `stay at ${MOST_ARRAYED} or fewer`);
  if (!hasCounter(namePattern))
    return refuse(`the names "${namePattern}" would all be the same`, 'put a counter into the pattern, as {row}{nn}');
  const halls = new Set(sources.map(({ hall }) => hall));
  if (halls.size > 1) return refuse('these cabinets stand in several halls', 'select cabinets of one hall');
  const taken = findTaken(plan, 'cabinets', cabinetIds) ?? findTaken(plan, 'devices', deviceIds);
  if (taken !== null) return fail(taken);
  const { alongMm, acrossMm, alongX } = stepsOf(plan, sources, args);
  if (columns > 1 && alongMm === 0) return refuse('all columns would stand in one place', 'give a pitch other than 0');

  const names = new RowNames(plan, must(sources[0], 'cabinet').hall, namePattern);
  const devicesOf = new Map<string, Device[]>(sources.map(({ id }) => [id, []]));
  for (const device of sortedById(plan.devices)) devicesOf.get(device.cabinet)?.push(device);
  const cabinets: Cabinet[] = [];
  const devices: Device[] = [];
  for (let row = 0; row < rows; row++) {
    const rowSources = args.mirrorRows && row % 2 === 1 ? mirrored(plan, sources) : sources;
    for (let column = row === 0 ? 1 : 0; column < columns; column++) {
      const [dx, dy] = alongX ? [column * alongMm, row * acrossMm] : [row * acrossMm, column * alongMm];
      for (const source of rowSources) {
        const id = must(cabinetIds[cabinets.length], 'id of a copy');
        const copyRow = names.row(source.row, row);
        cabinets.push({ ...source, id, row: copyRow, name: names.cabinet(copyRow), xMm: source.xMm + dx, yMm: source.yMm + dy });
        for (const device of devicesOf.get(source.id) ?? [])
          devices.push({ ...device, id: must(deviceIds[devices.length], 'id of a copy'), cabinet: id, name: names.device(device.name) });
      }
    }
  }
  return changeOf(plan, `Array of ${counted(cabinets.length + sources.length, 'cabinet')}`, { put: { cabinets, devices } });
};

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

/** From place to place along the row and across it. */
function stepsOf(plan: Plan, sources: readonly Cabinet[], { pitchMm, aisleMm }: ArrayCabinets) {
  const box = boxOfBoxes(sources.map((cabinet) => boxOfCabinet(plan, cabinet)));
  const alongX = standsAlongX(must(sources[0], 'cabinet'));
  const [widthMm, depthMm] = [box.maxXMm - box.minXMm, box.maxYMm - box.minYMm].map(Math.round) as [number, number];
  return {
    alongX,
    alongMm: pitchMm ?? (alongX ? widthMm : depthMm),
    acrossMm: (alongX ? depthMm : widthMm) + aisleMm,
  };
}

/** Hands out names of rows, cabinets and devices that nothing has yet. */
class RowNames {
  private readonly pattern: string;
  private readonly rowsTaken = new Set<string>();
  private readonly cabinetsTaken = new Set<string>();
  private readonly devicesTaken = new Set<string>();
  private readonly given = new Map<string, string>();
  /** The number that the search for the next free name of a row begins at. */
  private readonly next = new Map<string, number>();

  constructor(plan: Plan, hall: string, pattern: string) {
    this.pattern = pattern;
    for (const cabinet of plan.cabinets.values()) {
      if (cabinet.hall !== hall) continue;
      this.cabinetsTaken.add(cabinet.name);
      if (cabinet.row !== null) this.rowsTaken.add(cabinet.row);
    }
    for (const { name } of plan.devices.values()) this.devicesTaken.add(name);
  }

  /** The first row of the array goes on with its own; each further one is the next free letter. What stands alone stays alone. */
  row(source: string | null, row: number): string | null {
    if (source === null || row === 0) return source;
    const key = JSON.stringify([source, row]);
    const known = this.given.get(key);
    if (known !== undefined) return known;
    let index = 0;
    while (this.rowsTaken.has(columnLetters(index))) index++;
    const name = columnLetters(index);
    this.rowsTaken.add(name);
    this.given.set(key, name);
    return name;
  }

  cabinet(row: string | null): string {
    const pattern = this.pattern.replaceAll('{row}', row ?? '');
    let number = this.next.get(pattern) ?? firstFreeNumber(pattern, 1, this.cabinetsTaken);
    while (this.cabinetsTaken.has(nameFromPattern(pattern, number))) number++;
    const name = nameFromPattern(pattern, number);
    this.cabinetsTaken.add(name);
    this.next.set(pattern, number + 1);
    return name;
  }

  device(name: string): string {
    const free = nextFreeName(name, this.devicesTaken);
    this.devicesTaken.add(free);
    return free;
  }
}

/** Where the new devices of a fabric stand, and the cabinets and rows that are made for them. */
import { must } from '../assert.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Cabinet, Device, Plan } from '../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { placeDevices, type NewSlot } from './placeDevices.ts';
import { growRows, type GrownRows } from './rows/growRows.ts';

/** What is new, and where it stands. */
export interface PlacedUnits {
  /** Id of the hall that it stands in. */
  readonly hall: string;
  readonly devices: readonly { readonly slot: string; readonly device: Device }[];
  readonly cabinets: readonly Cabinet[];
  readonly rows: GrownRows;
  readonly notes: readonly string[];
}

/** As few lines of cabinets as hold the new devices. */
const MOST_LINES = 200;

/** Devices for the slots, in the cabinets that are empty, then in rows that are filled up, then in as few new lines as hold them. */
export function placeUnits(
  plan: Plan,
  slots: Readonly<Record<string, string>>,
  wanted: readonly NewSlot[],
): Result<PlacedUnits, UserError> {
  const slotOf = new Map(Object.entries(slots).map(([slot, id]) => [id, slot]));
  const devices = sortedById(plan.devices);
  const first = devices.find(({ id }) => slotOf.has(id));
  if (first === undefined) return fail(noDevices());
  const hall = must(plan.cabinets.get(first.cabinet), 'cabinet').hall;
  const isNode = new Set(devices.filter(({ role }) => role === 'node').map(({ cabinet }) => cabinet));
  const isNetwork = new Set(devices.filter(({ role }) => role !== 'node').map(({ cabinet }) => cabinet));
  const use = new Map<string, 'node' | 'network'>([
    ...[...isNetwork].map((id) => [id, 'network'] as const),
    ...[...isNode].map((id) => [id, 'node'] as const),
  ]);
  const spare = sortedById(plan.cabinets).filter((cabinet) => cabinet.hall === hall && cabinet.row !== null && !use.has(cabinet.id));
  const halls = new Set(devices.filter(({ id }) => slotOf.has(id)).map(({ cabinet }) => must(plan.cabinets.get(cabinet), 'cabinet').hall));

  const withLines = (lines: number): Result<PlacedUnits, UserError> => {
    const rows = growRows(plan, hall, lines);
    if (!rows.ok) return rows;
    const grown = rows.value;
    const usedAs = new Map(use);
    const images = [...grown.rest, ...grown.cabinets];
    for (const { cabinet, imageOf } of images) usedAs.set(cabinet.id, usedAs.get(imageOf) ?? 'node');
    const fresh = images.map(({ cabinet }) => cabinet);
    const newNode = [...spare, ...fresh.filter(({ id }) => usedAs.get(id) === 'node')];
    const newNetwork = fresh.filter(({ id }) => usedAs.get(id) === 'network');
    const placed = placeDevices({ plan, newNode, newNetwork, devices, slotOf, halls }, wanted);
    if (!placed.ok) return placed;
    const filled = new Set(placed.value.map(({ cabinet }) => cabinet));
    return ok({
      hall,
      devices: placed.value.map((device, at) => ({ slot: must(wanted[at], 'slot').slot, device })),
      cabinets: fresh.filter(({ id }) => filled.has(id)),
      rows: grown,
      notes: deeperNote(plan, grown, lines),
    });
  };
  return fewestLines(withLines);
}

/** What the fewest lines give that are not too few: what has room in some has room in more, so that not each number need be tried. */
function fewestLines(withLines: (lines: number) => Result<PlacedUnits, UserError>): Result<PlacedUnits, UserError> {
  const isTooFew = (tried: Result<PlacedUnits, UserError>): boolean => !tried.ok && tried.error.code === 'expand.room';
  let tooFew = 0;
  let found = withLines(0);
  if (!isTooFew(found)) return found;
  let enough = 1;
  for (found = withLines(enough); isTooFew(found); found = withLines(enough)) {
    if (enough === MOST_LINES) return found;
    tooFew = enough;
    enough = Math.min(MOST_LINES, 2 * enough);
  }
  while (enough - tooFew > 1) {
    const lines = Math.floor((tooFew + enough) / 2);
    const tried = withLines(lines);
    if (isTooFew(tried)) tooFew = lines;
    else [enough, found] = [lines, tried];
  }
  return found;
}

/** Of a hall that is drawn deeper, by how much and where; none where the floor sufficed. */
export function deeperNote(plan: Plan, { deeperMm, side, shell }: GrownRows, lines: number): string[] {
  const { name } = must(plan.halls.get(shell.hall.id), 'hall');
  return deeperMm === 0
    ? []
    : [`${name} is drawn ${deeperMm / 1000} m deeper to the ${side} for ${lines} more ${lines === 1 ? 'line' : 'lines'} of cabinets`];
}

function noDevices(): UserError {
  return {
    code: 'expand.devices',
    path: 'fabric',
    message: 'no device of the fabric stands in a hall, so there is nothing to go on from',
    remedy: 'put devices at its places, or generate the plan with more units',
  };
}

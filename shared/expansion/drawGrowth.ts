/** A grown plan put together: what is new beside what stands, power and trays that bear it, and settings of links carried along. */
import { must } from '../assert.ts';
import type { Cabinet, Device, DeviceRole, Fabric, Plan } from '../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { carrySettings } from './carrySettings.ts';
import { columnRemarks } from './columnsInTheWay.ts';
import { grownName } from './grownName.ts';
import { grownBudget } from './hallBudget.ts';
import { hallInTheWay } from './hallInTheWay.ts';
import { matchLinks } from './matchLinks.ts';
import { movedRemarks } from './movedRemarks.ts';
import { portsTaken } from './portsTaken.ts';
import { extendTrays } from './rows/extendTrays.ts';
import type { GrownRows } from './rows/growRows.ts';
import { ruledLinks } from './ruledLinks.ts';
import { unknownPowerRemarks } from './unknownPower.ts';
import { widenTrays } from './widenTrays.ts';

export interface Drawn {
  readonly plan: Plan;
  /** What was taken for granted, in sentences without a full stop. */
  readonly notes: readonly string[];
}

export interface Growth {
  readonly placed: {
    /** Id of the hall that it stands in. */
    readonly hall: string;
    readonly devices: readonly Device[];
    readonly cabinets: readonly Cabinet[];
    readonly rows: GrownRows | null;
    readonly notes: readonly string[];
  };
  /** Each as it was and as it is. */
  readonly fabrics: readonly (readonly [was: Fabric, is: Fabric])[];
  /** Devices that do something else from now on. */
  readonly roles: ReadonlyMap<string, DeviceRole>;
  readonly units: readonly [from: number, to: number];
}

/** The plan with all of it; refused where the hall would reach into another one, or where links drawn by hand take its ports. */
export function drawGrowth(plan: Plan, { placed, fabrics, roles, units: [from, to] }: Growth): Result<Drawn, UserError> {
  const { rows, cabinets, devices } = placed;
  const clash = rows === null ? null : hallInTheWay(plan, rows.shell.hall);
  if (clash !== null) return fail(clash);
  const hall = rows?.shell.hall ?? must(plan.halls.get(placed.hall), 'hall');
  const power = grownBudget(plan, hall, devices);
  // Where several fabrics have units, a name is not that of this one.
  const isOnly = [...plan.fabrics.values()].filter(({ rule }) => rule.kind === 'rail-optimised').length === 1;
  const named = (name: string): string => (isOnly ? grownName(name, from, to) : name);
  const linksOf = (at: 0 | 1) => fabrics.flatMap((pair) => ruledLinks(pair[at]));
  const matched = matchLinks(linksOf(0), linksOf(1));
  const taken = portsTaken(plan, matched);
  if (taken !== null) return fail(taken);
  const carried = carrySettings(plan, matched);
  const standing: Plan = {
    ...plan,
    ...carried.tables,
    name: named(plan.name),
    settings: { ...plan.settings, titleBlock: { ...plan.settings.titleBlock, project: named(plan.settings.titleBlock.project) } },
    halls: new Map([...plan.halls, [hall.id, { ...hall, powerBudgetW: power.powerBudgetW }]]),
    doors: withAll(plan.doors, rows?.shell.doors),
    obstacles: withAll(plan.obstacles, rows?.shell.obstacles),
    dimensions: withAll(plan.dimensions, rows?.shell.dimensions),
    notes: withAll(plan.notes, rows?.shell.notes),
    cabinets: withAll(plan.cabinets, cabinets),
    junctions: withAll(withAll(plan.junctions, rows?.shell.junctions), rows?.junctions),
    segments: withAll(plan.segments, rows?.segments),
    devices: new Map([
      ...[...plan.devices].map(([id, device]) => [id, { ...device, role: roles.get(id) ?? device.role }] as const),
      ...devices.map((device) => [device.id, device] as const),
    ]),
    fabrics: withAll(
      plan.fabrics,
      fabrics.map(([, is]) => is),
    ),
  };
  const longer = extendTrays(standing, hall.id, cabinets);
  const drawn: Plan = {
    ...standing,
    junctions: withAll(standing.junctions, longer.junctions),
    segments: withAll(standing.segments, longer.segments),
  };
  const trays = widenTrays(plan, drawn);
  const grown: Plan = { ...drawn, segments: trays.segments };
  return ok({
    plan: grown,
    notes: [
      ...placed.notes,
      ...(rows === null ? [] : movedRemarks(plan, rows)),
      ...columnRemarks(plan, grown, hall.id),
      ...power.notes,
      ...unknownPowerRemarks(grown, devices),
      ...trays.notes,
      ...carried.notes,
    ],
  });
}

/** The table with these put in, in place of those of the same id. */
function withAll<T extends { readonly id: string }>(table: ReadonlyMap<string, T>, more: readonly T[] = []): ReadonlyMap<string, T> {
  return more.length === 0 ? table : new Map([...table, ...more.map((one) => [one.id, one] as const)]);
}

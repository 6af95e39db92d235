/**
 * A plan with more scalable units: what stands stays where it stands, under its own id. New rows go on from the old ones, new devices
 * fill them, and the rule of the fabric says which links there are then.
 */
import { must } from '../assert.ts';
import { managedUnit, railCounts } from '../fabrics/railCounts.ts';
import { railSlots, type RailSlots } from '../fabrics/railOptimised.ts';
import type { RailParameters } from '../fabrics/railParameters.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Cabinet, Device, DeviceRole, Fabric, Plan } from '../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { carrySettings } from './carrySettings.ts';
import { grownName } from './grownName.ts';
import { growRows } from './growRows.ts';
import { grownBudget } from './hallBudget.ts';
import { matchLinks } from './matchLinks.ts';
import { movedNotes } from './movedNotes.ts';
import { hallInTheWay } from './hallInTheWay.ts';
import { ruledLinks } from './ruledLinks.ts';
import { widenTrays } from './widenTrays.ts';
import { placeDevices, unitOfSlot, type NewSlot } from './placeDevices.ts';

export interface GrowWish {
  /** Id of a rail-optimised fabric; null: the only one. */
  readonly fabric: string | null;
  /** Scalable units that it has then; null: one more. */
  readonly su: number | null;
}

export interface Grown {
  readonly plan: Plan;
  readonly fabric: string;
  readonly units: readonly [from: number, to: number];
  /** What the growth took for granted, in sentences without a full stop. */
  readonly notes: readonly string[];
}

type RailFabric = Fabric & { readonly rule: { readonly kind: 'rail-optimised'; readonly parameters: RailParameters } };

/** The grown plan, or what is in the way. */
export function growPlan(plan: Plan, wish: GrowWish): Result<Grown, UserError> {
  const found = findFabric(plan, wish.fabric);
  if (!found.ok) return found;
  const fabric = found.value;
  const before = fabric.rule.parameters;
  const su = wish.su ?? before.su + 1;
  if (su <= before.su) {
    return fail({
      code: 'expand.units',
      path: 'su',
      message: `${fabric.name} has ${before.su} scalable ${before.su === 1 ? 'unit' : 'units'} already`,
      remedy: `give more than ${before.su}`,
    });
  }
  const after = grownParameters(before, su);
  const counts = railCounts(after);
  if (!counts.ok) return counts;
  const reused = reuseSlots(fabric, railSlots(before), railSlots(after));
  const grown = placeAll(plan, reused.slots, newSlots(railSlots(after), reused.slots));
  if (!grown.ok) return grown;
  const clash = grown.value.rows === null ? null : hallInTheWay(plan, grown.value.rows.shell.hall);
  if (clash !== null) return fail(clash);
  const { devices, cabinets, rows, notes } = grown.value;
  const slots = { ...reused.slots, ...Object.fromEntries(devices.map(({ slot, device }) => [slot, device.id])) };
  const { tiers, notes: tierNotes } = tiersOf(fabric, counts.value.links['spine-core'] > 0);
  const next: Fabric = { ...fabric, tiers, rule: { kind: 'rail-optimised', parameters: after }, slots };
  const roles = new Map(reused.roles);
  const hall = rows?.shell.hall ?? must(plan.halls.get(grown.value.hall), 'hall');
  const power = grownBudget(
    plan,
    hall,
    devices.map(({ device }) => device),
  );
  // Where several fabrics have units, a name is not that of this one.
  const isOnly = [...plan.fabrics.values()].filter(({ rule }) => rule.kind === 'rail-optimised').length === 1;
  const named = (name: string): string => (isOnly ? grownName(name, before.su, su) : name);
  const carried = carrySettings(plan, matchLinks(ruledLinks(fabric), ruledLinks(next)));
  const drawn: Plan = {
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
      ...devices.map(({ device }) => [device.id, device] as const),
    ]),
    fabrics: new Map([...plan.fabrics, [fabric.id, next]]),
  };
  const trays = widenTrays(plan, drawn);
  return ok({
    plan: { ...drawn, segments: trays.segments },
    fabric: fabric.id,
    units: [before.su, su],
    notes: [
      ...notes,
      ...(rows === null ? [] : movedNotes(plan, rows)),
      ...power.notes,
      ...trays.notes,
      ...reused.notes,
      ...tierNotes,
      ...carried.notes,
      ...othersNote(plan, fabric),
    ],
  });
}

/** The table with these put in, in place of those of the same id. */
function withAll<T extends { readonly id: string }>(table: ReadonlyMap<string, T>, more: readonly T[] = []): ReadonlyMap<string, T> {
  return more.length === 0 ? table : new Map([...table, ...more.map((one) => [one.id, one] as const)]);
}

/** Parameters with more units: the fabric manager stays on the unit that it hangs on, which `last` would name anew. */
export function grownParameters(before: RailParameters, su: number): RailParameters {
  return before.ufm && before.ufmUnit !== 'first' ? { ...before, su, ufmUnit: managedUnit(before) + 1 } : { ...before, su };
}

function findFabric(plan: Plan, id: string | null): Result<RailFabric, UserError> {
  const rails = sortedById(plan.fabrics).filter((fabric): fabric is RailFabric => fabric.rule.kind === 'rail-optimised');
  const [only] = id === null ? rails : rails.filter((fabric) => fabric.id === id);
  if (only !== undefined && (id !== null || rails.length === 1)) return ok(only);
  const named = rails.map((fabric) => fabric.id).join(', ');
  if (id !== null && rails.length > 0) {
    const other = plan.fabrics.get(id);
    return fail({
      code: 'expand.fabric',
      path: 'fabric',
      message:
        other === undefined ? `the plan has no fabric ${id}` : `${other.name} is not rail-optimised, and only such a fabric grows by units`,
      remedy: `name ${rails.length === 1 ? named : `one of ${named}`}`,
    });
  }
  return fail({
    code: 'expand.fabric',
    path: 'fabric',
    message:
      rails.length === 0 ? 'the plan has no rail-optimised fabric, which alone grows by units' : 'it is not clear which fabric is to grow',
    remedy: rails.length === 0 ? 'compare with a grown plan by --to' : `name one of ${named}`,
  });
}

const ROLES: readonly (readonly [keyof RailSlots, DeviceRole])[] = [
  ['nodes', 'node'],
  ['leaves', 'leaf'],
  ['spines', 'spine'],
  ['cores', 'core'],
  ['managers', 'ufm'],
];

/** Slots that are kept, and devices of slots that are gone at new slots of the same role, in order: a third tier names its spines anew. */
function reuseSlots(
  fabric: Fabric,
  before: RailSlots,
  after: RailSlots,
): { slots: Record<string, string>; roles: [string, DeviceRole][]; notes: string[] } {
  const slots: Record<string, string> = {};
  const roles: [string, DeviceRole][] = [];
  let renamed = 0;
  for (const [key, role] of ROLES) {
    const stay = new Set(after[key]);
    const wasThere = new Set(before[key]);
    const freed = before[key].filter((slot) => !stay.has(slot)).flatMap((slot) => fabric.slots[slot] ?? []);
    for (const slot of after[key]) {
      const known = fabric.slots[slot] ?? (wasThere.has(slot) ? undefined : freed.shift());
      if (known === undefined) continue;
      if (fabric.slots[slot] === undefined) {
        renamed += 1;
        roles.push([known, role]);
      }
      slots[slot] = known;
    }
  }
  return { slots, roles, notes: renamed === 0 ? [] : [`${renamed} switches take another place in the fabric, since it gets a third tier`] };
}

/** A third tier joins switches as the second does, so it takes its parts. */
function tiersOf({ tiers }: Fabric, hasCore: boolean): { tiers: Fabric['tiers']; notes: string[] } {
  const parts = tiers['leaf-spine'];
  if (!hasCore || Object.hasOwn(tiers, 'spine-core') || parts === undefined) return { tiers, notes: [] };
  return { tiers: { ...tiers, 'spine-core': parts }, notes: ['spine-core takes the optics and the cables of leaf-spine'] };
}

/** Slots without a device. Where spines double, each new one takes over links of one that is there, and is to stand beside it. */
function newSlots(after: RailSlots, taken: Readonly<Record<string, string>>): NewSlot[] {
  const there = after.spines.filter((slot) => Object.hasOwn(taken, slot));
  const wanted = ROLES.flatMap(([key, role]) =>
    after[key].flatMap((slot, at): NewSlot[] => {
      if (Object.hasOwn(taken, slot)) return [];
      const partner = role === 'spine' && there.length > 0 ? there[at % there.length] : undefined;
      const unit = role === 'node' || role === 'leaf' ? unitOfSlot(slot) : null;
      return [{ slot, role, unit, beside: partner === undefined ? null : (taken[partner] ?? null) }];
    }),
  );
  // Those that are to stand beside others choose first.
  return [...wanted.filter(({ beside }) => beside !== null), ...wanted.filter(({ beside }) => beside === null)];
}

interface Placed {
  /** Id of the hall that it stands in. */
  readonly hall: string;
  readonly devices: readonly { readonly slot: string; readonly device: Device }[];
  readonly cabinets: readonly Cabinet[];
  readonly rows: Extract<ReturnType<typeof growRows>, { ok: true }>['value'] | null;
  readonly notes: readonly string[];
}

/** As few lines of cabinets as hold the new devices. */
const MOST_LINES = 200;

function placeAll(plan: Plan, slots: Readonly<Record<string, string>>, wanted: readonly NewSlot[]): Result<Placed, UserError> {
  const slotOf = new Map(Object.entries(slots).map(([slot, id]) => [id, slot]));
  const devices = sortedById(plan.devices);
  const first = must(
    devices.find(({ id }) => slotOf.has(id)),
    'a device of the fabric',
  );
  const hall = must(plan.cabinets.get(first.cabinet), 'cabinet').hall;
  let refusal: UserError | null = null;
  const isNode = new Set(devices.filter(({ role }) => role === 'node').map(({ cabinet }) => cabinet));
  const isNetwork = new Set(devices.filter(({ role }) => role !== 'node').map(({ cabinet }) => cabinet));
  const use = new Map<string, 'node' | 'network'>([
    ...[...isNetwork].map((id) => [id, 'network'] as const),
    ...[...isNode].map((id) => [id, 'node'] as const),
  ]);
  const spare = sortedById(plan.cabinets).filter((cabinet) => cabinet.hall === hall && cabinet.row !== null && !use.has(cabinet.id));
  for (let lines = 0; lines <= MOST_LINES; lines += 1) {
    const rows = lines === 0 ? null : growRows(plan, hall, lines);
    if (rows !== null && !rows.ok) return rows;
    const grown = rows?.value ?? null;
    // An image of an image is used as its first one.
    const usedAs = new Map(use);
    for (const { cabinet, imageOf } of grown?.cabinets ?? []) usedAs.set(cabinet.id, usedAs.get(imageOf) ?? 'node');
    const fresh = (grown?.cabinets ?? []).map(({ cabinet }) => cabinet);
    const places = {
      plan,
      newNode: [...spare, ...fresh.filter(({ id }) => usedAs.get(id) === 'node')],
      newNetwork: fresh.filter(({ id }) => usedAs.get(id) === 'network'),
      devices,
      slotOf,
      halls: new Set(devices.filter(({ id }) => slotOf.has(id)).map(({ cabinet }) => must(plan.cabinets.get(cabinet), 'cabinet').hall)),
    };
    const placed = placeDevices(places, wanted);
    if (!placed.ok) {
      refusal = placed.error;
      if (lines > 0 && placed.error.code !== 'expand.room') return placed;
      continue;
    }
    const filled = new Set(placed.value.map(({ cabinet }) => cabinet));
    const cabinets = fresh.filter(({ id }) => filled.has(id));
    const name = must(plan.halls.get(hall), 'hall').name;
    const notes =
      grown === null || grown.deeperMm === 0
        ? []
        : [
            `${name} is drawn ${grown.deeperMm / 1000} m deeper to the south for ${lines} more ${lines === 1 ? 'line' : 'lines'} of cabinets`,
          ];
    return ok({
      hall,
      devices: placed.value.map((device, at) => ({ slot: must(wanted[at], 'slot').slot, device })),
      cabinets,
      rows: grown,
      notes,
    });
  }
  return fail(must(refusal, 'why'));
}

function othersNote(plan: Plan, grown: Fabric): string[] {
  const others = sortedById(plan.fabrics).filter(({ id }) => id !== grown.id);
  const note = (kind: Fabric['rule']['kind'], why: string): string[] => {
    const names = others.filter(({ rule }) => rule.kind === kind).map(({ name }) => name);
    return names.length === 0 ? [] : [`${names.join(', ')}: not grown, ${why}`];
  };
  return [...note('table', 'since a table says their links'), ...note('rail-optimised', 'since one fabric grows at a time')];
}

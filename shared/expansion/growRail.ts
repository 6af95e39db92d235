/** More units of one rail-optimised fabric: its rule says which slots there are then, and the devices of new ones fill cabinets and rows. */
import { managedUnit, railCounts } from '../fabrics/railCounts.ts';
import { railSlots, type RailSlots } from '../fabrics/railOptimised.ts';
import type { RailParameters } from '../fabrics/railParameters.ts';
import type { DeviceRole, Fabric, Plan } from '../plan/types.ts';
import { ok, type Result, type UserError } from '../result.ts';
import { drawGrowth, type Drawn } from './drawGrowth.ts';
import { placeUnits } from './placeUnits.ts';
import { unitOfSlot, type NewSlot } from './placeDevices.ts';

export type RailFabric = Fabric & { readonly rule: { readonly kind: 'rail-optimised'; readonly parameters: RailParameters } };

/** The fabric where it is rail-optimised, and so has units. */
export function asRail(fabric: Fabric | undefined): RailFabric | null {
  return fabric?.rule.kind === 'rail-optimised' ? { ...fabric, rule: fabric.rule } : null;
}

/** The plan with so many units of the fabric, or what is in the way. */
export function growRail(plan: Plan, fabric: RailFabric, su: number): Result<Drawn, UserError> {
  const before = fabric.rule.parameters;
  const after = grownParameters(before, su);
  const counts = railCounts(after);
  if (!counts.ok) return counts;
  const reused = reuseSlots(fabric, railSlots(before), railSlots(after));
  const placed = placeUnits(plan, reused.slots, newSlots(railSlots(after), reused.slots));
  if (!placed.ok) return placed;
  const slots = { ...reused.slots, ...Object.fromEntries(placed.value.devices.map(({ slot, device }) => [slot, device.id])) };
  const { tiers, notes } = tiersOf(fabric, counts.value.links['spine-core'] > 0);
  const next: Fabric = { ...fabric, tiers, rule: { kind: 'rail-optimised', parameters: after }, slots };
  const drawn = drawGrowth(plan, {
    placed: { ...placed.value, devices: placed.value.devices.map(({ device }) => device) },
    fabrics: [[fabric, next]],
    roles: new Map(reused.roles),
    units: [before.su, su],
  });
  if (!drawn.ok) return drawn;
  return ok({ ...drawn.value, notes: [...drawn.value.notes, ...reused.notes, ...notes] });
}

/** Parameters with more units: the fabric manager stays on the unit that it hangs on, which `last` would name anew. */
export function grownParameters(before: RailParameters, su: number): RailParameters {
  return before.ufm && before.ufmUnit !== 'first' ? { ...before, su, ufmUnit: managedUnit(before) + 1 } : { ...before, su };
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

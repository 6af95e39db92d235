/** Where the devices of a grown fabric stand: nodes as in the cabinets that are there, switches below those of the network cabinets; within power budgets. */
import { must } from '../assert.ts';
import { toCampus } from '../geometry/frames.ts';
import type { Point } from '../geometry/shapes.ts';
import { compareNames } from '../plan/compareNames.ts';
import type { Cabinet, Device, DeviceRole, Plan } from '../plan/types.ts';
import { switchesPerCabinet } from '../templates/networkCabinets.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';

export interface NewSlot {
  readonly slot: string;
  readonly role: DeviceRole;
  /** Unit of the fabric that it is part of, such as `su2`; null for what all units share. */
  readonly unit: string | null;
  /** Device whose links it takes over: in the same cabinet their cables still reach. */
  readonly beside: string | null;
}

interface Places {
  readonly plan: Plan;
  /** New cabinets by what their image holds. */
  readonly newNode: readonly Cabinet[];
  readonly newNetwork: readonly Cabinet[];
  /** Devices at the slots of the fabric, and all others that take rack units. */
  readonly devices: readonly Device[];
  readonly slotOf: ReadonlyMap<string, string>;
  /** Halls in which the fabric stands: another one's network cabinets are no place for its switches. */
  readonly halls: ReadonlySet<string>;
}

/** One device for each slot, in their order; refused when the cabinets are full. */
export function placeDevices(places: Places, slots: readonly NewSlot[]): Result<Device[], UserError> {
  const room = new Room(places);
  const made: Device[] = [];
  for (const slot of slots) {
    const device = slot.role === 'node' ? room.node(slot) : room.switch(slot);
    if (device === null) {
      return fail({
        code: 'expand.room',
        path: slot.slot,
        message: `no cabinet has rack units and power left for ${slot.slot}`,
        remedy: 'add cabinets to the rows, make room in them, or have their power budgets raised, and expand again',
      });
    }
    made.push(device);
  }
  return ok(made);
}

class Room {
  private readonly places: Places;
  private readonly cabinets: ReadonlyMap<string, Cabinet>;
  private readonly byCabinet = new Map<string, Device[]>();
  /** Where cabinets stand on the campus, and what a role is made like, as far as asked for. */
  private readonly spots = new Map<string, Point>();
  private readonly likes = new Map<DeviceRole, Device>();
  private readonly unitOf = new Map<string, Set<string>>();
  private readonly ids: Set<string>;
  /** Rack units at which nodes stand in the fullest cabinet. */
  private readonly nodeUnits: readonly number[];
  /** What stands before the slot in the ids and the names of its devices, such as the hall of a campus. */
  private readonly prefix: { readonly id: string; readonly name: string };

  constructor(places: Places) {
    this.places = places;
    this.cabinets = new Map([...places.newNode.map(byId), ...places.newNetwork.map(byId), ...places.plan.cabinets]);
    this.ids = new Set(places.plan.devices.keys());
    this.prefix = { id: this.prefixOf(({ id }) => id), name: this.prefixOf(({ name }) => name) };
    for (const device of places.devices) this.put(device);
    const nodes = new Map<string, number[]>();
    for (const { role, cabinet, positionU } of places.devices) {
      if (role === 'node' && this.isHere(cabinet)) nodes.set(cabinet, [...(nodes.get(cabinet) ?? []), positionU]);
    }
    this.nodeUnits = [...nodes.values()].reduce((most, own) => (own.length > most.length ? own : most), []).sort((a, b) => a - b);
    for (const device of places.devices) {
      const slot = places.slotOf.get(device.id);
      if (slot !== undefined && device.role === 'node') this.join(device.cabinet, unitOfSlot(slot));
    }
  }

  /** In a cabinet of its own unit that lacks one, else in the next empty one; at the rack units that nodes stand at. */
  node({ slot, unit, role }: NewSlot): Device | null {
    const like = this.like(role);
    const own = [...this.unitOf].filter(([, held]) => unit !== null && held.has(unit)).map(([cabinet]) => cabinet);
    const empty = this.places.newNode.filter(({ id }) => (this.byCabinet.get(id) ?? []).length === 0).map(({ id }) => id);
    for (const cabinet of [...own.sort(compareNames), ...empty]) {
      const positionU = this.hasPower(cabinet, like) ? this.nodeUnits.find((at) => this.isFree(cabinet, at, like)) : undefined;
      if (positionU === undefined) continue;
      if (unit !== null) this.join(cabinet, unit);
      return this.make(slot, role, like, cabinet, positionU);
    }
    return null;
  }

  /** Leaves stand in the new network cabinets, what all units share in the emptiest of all; below the lowest switch, a unit left free. */
  switch({ slot, unit, role, beside }: NewSlot): Device | null {
    const like = this.like(role);
    const partner = beside === null ? undefined : this.places.plan.devices.get(beside);
    if (partner !== undefined && this.hasPower(partner.cabinet, like)) {
      const positionU = this.nearest(partner, like);
      if (positionU !== null) return this.make(slot, role, like, partner.cabinet, positionU);
    }
    const known = [...new Set(this.places.devices.filter((one) => isSwitch(one.role)).map(({ cabinet }) => cabinet))].filter((id) =>
      this.isHere(id),
    );
    const fresh = this.places.newNetwork.map(({ id }) => id);
    const all = [...new Set([...fresh, ...known])];
    const order = (unit === null ? all : [...fresh, ...known]).map((cabinet, at) => ({ cabinet, at, taken: this.takenU(cabinet) }));
    const isNew = new Set(fresh);
    order.sort(
      (a, b) => (unit === null ? 0 : Number(isNew.has(b.cabinet)) - Number(isNew.has(a.cabinet))) || a.taken - b.taken || a.at - b.at,
    );
    // Beside a partner that has no power left, the nearer the better: the cables that move are to reach.
    if (partner !== undefined) order.sort((a, b) => this.apartMm(a.cabinet, partner.cabinet) - this.apartMm(b.cabinet, partner.cabinet));
    return (
      this.stacked(
        slot,
        role,
        order.map(({ cabinet }) => cabinet),
      ) ?? this.stacked(slot, role, this.emptyBeside(known, this.heightU(like)))
    );
  }

  /** In the first of these cabinets that has room, with a unit left free above it where any has so much. */
  private stacked(slot: string, role: DeviceRole, cabinets: readonly string[]): Device | null {
    const like = this.like(role);
    for (const gapU of [1, 0]) {
      for (const cabinet of cabinets) {
        if (!this.hasPower(cabinet, like)) continue;
        const positionU = this.below(cabinet, like, gapU);
        if (positionU !== null) return this.make(slot, role, like, cabinet, positionU);
      }
    }
    return null;
  }

  /** Cabinets that nodes leave empty, the nearest to those of switches first: better filled than another line of cabinets begun. */
  private emptyBeside(switches: readonly string[], heightU: number): string[] {
    const { newNode, newNetwork } = this.places;
    const near = [...newNetwork.map(({ id }) => id), ...switches];
    const apart = (id: string): number => Math.min(...near.map((other) => this.apartMm(id, other)));
    return newNode
      .filter(({ id }) => {
        const held = this.byCabinet.get(id) ?? [];
        return held.every(({ role }) => isSwitch(role)) && held.length < switchesPerCabinet(this.rackUnits(id), heightU);
      })
      .map(({ id }) => ({ id, apartMm: apart(id) }))
      .sort((a, b) => a.apartMm - b.apartMm)
      .map(({ id }) => id);
  }

  /** A device of this role that is there, or a spine where the fabric had none yet. */
  private like(role: DeviceRole): Device {
    const known = this.likes.get(role);
    if (known !== undefined) return known;
    const { devices, slotOf } = this.places;
    const own = devices.filter(({ id }) => slotOf.has(id));
    const like = must(
      own.find((device) => device.role === role) ?? own.find((device) => device.role === 'spine'),
      `a ${role} of the fabric`,
    );
    this.likes.set(role, like);
    return like;
  }

  private below(cabinet: string, like: Device, gapU: number): number | null {
    const own = (this.byCabinet.get(cabinet) ?? []).filter(({ role }) => isSwitch(role));
    const top = own.length === 0 ? this.rackUnits(cabinet) - 1 : Math.min(...own.map(({ positionU }) => positionU)) - gapU;
    for (let at = top - this.heightU(like); at >= 1; at -= 1) if (this.isFree(cabinet, at, like)) return at;
    return null;
  }

  /** The free place in a device's cabinet that is nearest to it; the lower one of two. */
  private nearest({ cabinet, positionU }: Device, like: Device): number | null {
    const free = Array.from({ length: this.rackUnits(cabinet) }, (_, at) => at + 1).filter((at) => this.isFree(cabinet, at, like));
    free.sort((a, b) => Math.abs(a - positionU) - Math.abs(b - positionU) || a - b);
    return free[0] ?? null;
  }

  private isFree(cabinet: string, positionU: number, like: Device): boolean {
    const heightU = this.heightU(like);
    if (positionU < 1 || positionU + heightU - 1 > this.rackUnits(cabinet)) return false;
    return this.between(cabinet).every(
      (other) => other.positionU >= positionU + heightU || other.positionU + this.heightU(other) <= positionU,
    );
  }

  private make(slot: string, role: DeviceRole, like: Device, cabinet: string, positionU: number): Device {
    const word = wordOf(slot);
    const wanted = this.prefix.id + word;
    let id = wanted;
    for (let number = 2; this.ids.has(id); number += 1) id = `${wanted}-${number}`;
    this.ids.add(id);
    const device: Device = { ...like, id, cabinet, name: this.prefix.name + word + id.slice(wanted.length), role, positionU };
    this.put(device);
    return device;
  }

  private put(device: Device): void {
    this.byCabinet.set(device.cabinet, [...(this.byCabinet.get(device.cabinet) ?? []), device]);
  }

  private join(cabinet: string, unit: string): void {
    this.unitOf.set(cabinet, (this.unitOf.get(cabinet) ?? new Set()).add(unit));
  }

  private takenU(cabinet: string): number {
    return this.between(cabinet).reduce((sum, device) => sum + this.heightU(device), 0);
  }

  /** What stands between the rails. */
  private between(cabinet: string): readonly Device[] {
    return (this.byCabinet.get(cabinet) ?? []).filter(
      ({ type }) => must(this.places.plan.catalog.deviceTypes.get(type), type).mount !== 'beside-rails',
    );
  }

  private heightU({ type }: Device): number {
    return must(this.places.plan.catalog.deviceTypes.get(type), type).heightU;
  }

  private rackUnits(cabinet: string): number {
    const { model } = this.cabinet(cabinet);
    return must(this.places.plan.catalog.cabinetModels.get(model), model).rackUnits;
  }

  private cabinet(id: string): Cabinet {
    return must(this.cabinets.get(id), 'cabinet');
  }

  /** Whether the cabinet's budget bears one more such device; what no budget or no figure forbids, is borne. */
  private hasPower(cabinet: string, like: Device): boolean {
    const { powerBudgetW } = this.cabinet(cabinet);
    if (powerBudgetW === null) return true;
    const ownW = this.maxPowerW(like);
    return ownW === 0 || (this.byCabinet.get(cabinet) ?? []).reduce((sum, device) => sum + this.maxPowerW(device), ownW) <= powerBudgetW;
  }

  /** The known part: what is not known, the check of cabinets warns of. */
  private maxPowerW({ type }: Device): number {
    return must(this.places.plan.catalog.deviceTypes.get(type), type).maxPowerW ?? 0;
  }

  private apartMm(one: string, other: string): number {
    const [a, b] = [this.spot(one), this.spot(other)];
    return Math.abs(a.xMm - b.xMm) + Math.abs(a.yMm - b.yMm);
  }

  private spot(id: string): Point {
    const known = this.spots.get(id);
    if (known !== undefined) return known;
    const cabinet = this.cabinet(id);
    const spot = toCampus(must(this.places.plan.halls.get(cabinet.hall), 'hall').frame, cabinet);
    this.spots.set(id, spot);
    return spot;
  }

  private isHere(cabinet: string): boolean {
    return this.places.halls.has(this.cabinet(cabinet).hall);
  }

  /** The one that all of them have that are called after their slots; none where they differ. */
  private prefixOf(nameOf: (device: Device) => string): string {
    const { devices, slotOf } = this.places;
    const found = devices.flatMap((device) => {
      const slot = slotOf.get(device.id);
      return slot !== undefined && nameOf(device).endsWith(wordOf(slot)) ? [nameOf(device).slice(0, -wordOf(slot).length)] : [];
    });
    const [first, ...others] = new Set(found);
    return others.length === 0 ? (first ?? '') : '';
  }
}

const byId = (cabinet: Cabinet): readonly [string, Cabinet] => [cabinet.id, cabinet];

/** `su2-node05` of `su2.node05` */
function wordOf(slot: string): string {
  return slot.replaceAll('.', '-');
}

function isSwitch(role: DeviceRole): boolean {
  return role === 'leaf' || role === 'spine' || role === 'core';
}

/** `su2` of `su2.node05`. */
export function unitOfSlot(slot: string): string {
  return slot.slice(0, slot.indexOf('.'));
}

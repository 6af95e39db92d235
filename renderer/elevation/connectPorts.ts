/** Joining two ports: whether they are free, what fits them, and the link that comes of it. Pure; ports come from the engine. */
import { must } from '../../shared/assert.ts';
import { hostOf } from '../../shared/catalog/firstRole.ts';
import { portsOf, type Port } from '../../shared/catalog/ports.ts';
import type { CableFamily, DeviceType } from '../../shared/catalog/types.ts';
import {
  fittingBreakouts,
  fittingParts,
  misfit,
  rankedParts,
  turned,
  type BreakoutParts,
  type FreePort,
  type PartsCatalog,
} from '../../shared/checks/fittingParts.ts';
import type { AddLinks } from '../../shared/commands/fabrics.ts';
import type { DevicePorts } from '../../shared/engine/protocol.ts';
import { cabinetCorners } from '../../shared/geometry/footprint.ts';
import { boxAround, type Box } from '../../shared/geometry/shapes.ts';
import type { Cabinet, Device, HandLink, Plan, TierParts } from '../../shared/plan/types.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { PortAt } from './elevationStore.ts';

export interface PortsKnown {
  readonly plan: Plan;
  /** What the plan and the catalog beside it offer. */
  readonly parts: PartsCatalog;
  /** The engine's word; undefined: none yet. */
  readonly ports: (device: string) => DevicePorts | undefined;
}

/** What is in a port: the optic, null for a plug, and by whose cable. */
export interface PortUse {
  readonly optic: string | null;
  readonly cable: string;
  /** `B11 · U38 · 24/1`; null for a link so new that the engine has not told yet. */
  readonly far: string | null;
}

export function portOf(plan: Plan, { device, port }: PortAt): Port | null {
  const placed = plan.devices.get(device);
  const type = placed === undefined ? undefined : plan.catalog.deviceTypes.get(placed.type);
  return type === undefined ? null : (portsOf(type)[port] ?? null);
}

/** Ports in use by position: as the engine counted them, with the links drawn and deleted since, without one of them. Null: not known yet. */
export function portUses(
  { plan, ports }: Pick<PortsKnown, 'plan' | 'ports'>,
  device: string,
  without: string | null = null,
): ReadonlyMap<number, PortUse> | null {
  const told = ports(device);
  if (told === undefined) return null;
  const uses = new Map<number, PortUse>();
  for (const { port, ends } of told.used) {
    const end = ends.find(({ tier, link }) => link !== without && (tier !== 'manual' || plan.links.has(link)));
    if (end === undefined) continue;
    const { cabinetName, positionU, port: farPort } = end.far;
    uses.set(port, { optic: end.optic, cable: end.cable, far: `${cabinetName} · U${positionU} · ${farPort}` });
  }
  for (const { link, optic, port } of handEnds(plan).get(device) ?? []) {
    const index = portIndex(plan, device, port);
    if (index !== null && link !== without && !uses.has(index)) uses.set(index, { optic, cable: link, far: null });
  }
  return uses;
}

interface HandEnd {
  readonly link: string;
  readonly port: string;
  readonly optic: string | null;
}

const endsOfLinks = new WeakMap<ReadonlyMap<string, HandLink>, ReadonlyMap<string, readonly HandEnd[]>>();

function handEnds({ links }: Plan): ReadonlyMap<string, readonly HandEnd[]> {
  const known = endsOfLinks.get(links);
  if (known !== undefined) return known;
  const byDevice = new Map<string, HandEnd[]>();
  for (const { id, a, b, parts } of links.values()) {
    for (const [end, optic] of [
      [a, parts.transceiverA],
      [b, parts.transceiverB],
    ] as const) {
      byDevice.set(end.device, [...(byDevice.get(end.device) ?? []), { link: id, port: end.port, optic }]);
    }
  }
  endsOfLinks.set(links, byDevice);
  return byDevice;
}

export function portIndex(plan: Plan, device: string, name: string): number | null {
  const type = plan.catalog.deviceTypes.get(plan.devices.get(device)?.type ?? '');
  const found = type === undefined ? -1 : portsOf(type).findIndex((port) => port.name === name);
  return found === -1 ? null : found;
}

/** A port that can take a cable, or why it cannot; as if one link were not there. */
export function freePort(known: PortsKnown, at: PortAt, without: string | null = null): Result<FreePort, string> {
  const port = portOf(known.plan, at);
  if (port === null) return fail('the device has no such port');
  const uses = portUses(known, at.device, without);
  if (uses === null) return fail('its ports are still being counted');
  const use = uses.get(at.port);
  if (use !== undefined) return fail(use.far === null ? 'it is in use' : `it is in use, to ${use.far}`);
  const type = must(known.plan.catalog.deviceTypes.get(must(known.plan.devices.get(at.device), 'device').type), 'device type');
  const mates = portsOf(type).flatMap(({ cageIndex, index }) => (cageIndex === port.cageIndex ? (uses.get(index) ?? []) : []));
  const [first] = mates;
  const held = first === undefined ? null : { optic: first.optic, ports: mates.length };
  return ok({ cage: port.cage, speedGbps: port.speedGbps, held });
}

/** Parts of a link to be made: those of a breakout say which port takes its undivided end. */
export type JoiningParts = TierParts & { readonly head?: BreakoutParts['head'] };

/** A breakout whose undivided end is in a port and that has legs left. */
export interface OpenBreakout {
  readonly family: string;
  readonly optic: string | null;
  readonly used: number;
  readonly legs: number;
}

/** The breakout in a port to which another link can be added; null: none, or all of its legs are in use. */
export function openBreakout({ plan, parts }: Pick<PortsKnown, 'plan' | 'parts'>, at: PortAt): OpenBreakout | null {
  const name = portOf(plan, at)?.name;
  const isHere = ({ device, port }: HandLink['a']): boolean => device === at.device && port === name;
  const here = [...plan.links.values()].filter(({ a, b }) => isHere(a) || isHere(b));
  const [first] = here;
  const family = first === undefined ? undefined : parts.cableFamilies.get(first.parts.family);
  if (first === undefined || family === undefined || here.some((link) => link.parts.family !== family.id)) return null;
  const legs = legsOf(family);
  const hasHead = here.length > 1 || isHere(family.endA.legs === 1 ? first.a : first.b);
  if (legs === 1 || here.length >= legs || !hasHead) return null;
  return { family: family.id, optic: isHere(first.a) ? first.parts.transceiverA : first.parts.transceiverB, used: here.length, legs };
}

/** Legs of a one-to-many cable; 1 for all others. */
function legsOf({ endA, endB }: CableFamily): number {
  return Math.min(endA.legs, endB.legs) === 1 ? Math.max(endA.legs, endB.legs) : 1;
}

const OWN_DEVICE = 'two ports of one device are not connected to each other; choose a port of another device';

/** Parts that join two ports, the best first; or why nothing does. `without`: the link whose parts are to be changed. */
export function joiningParts(
  known: PortsKnown,
  from: PortAt,
  to: PortAt,
  without: string | null = null,
): Result<readonly JoiningParts[], string> {
  if (from.device === to.device && from.port === to.port) return fail('the cable begins in this port');
  // A link that joins them already may still get other parts.
  if (from.device === to.device && without === null) return fail(OWN_DEVICE);
  const open = without === null ? [openBreakout(known, from), openBreakout(known, to)] : [];
  const [a, b] = [from, to].map((at, end) => {
    const breakout = open[end] ?? null;
    return breakout === null ? freePort(known, at, without) : portOfBreakout(known, at, breakout);
  }) as [Result<FreePort, string>, Result<FreePort, string>];
  if (!a.ok) return a;
  if (!b.ok) return b;
  if (from.device === to.device && portOf(known.plan, from)?.cageIndex === portOf(known.plan, to)?.cageIndex)
    return fail('both ports share one cage');
  const choices = choicesOf(known, open, a.value, b.value, without === null);
  if (choices.length === 0) return fail(misfit(known.parts, a.value, b.value));
  const { plan } = known;
  const [cabinetA, cabinetB] = [cabinetOf(plan, from), cabinetOf(plan, to)];
  return ok(
    rankedParts(known.parts, choices, {
      leastMm: leastMm(plan, cabinetA, cabinetB),
      sameCabinet: cabinetA === cabinetB,
      cages: [a.value.cage, b.value.cage],
      speedsGbps: [a.value.speedGbps, b.value.speedGbps],
      hosts: [hostOf(typeOf(plan, from)), hostOf(typeOf(plan, to))],
      betweenTypes: mostUsed(partsBetween(plan, typeOf(plan, from), typeOf(plan, to))),
      inUse: partsInUse(plan),
    }),
  );
}

/** The port as it stands to one more leg of the breakout that is in it. */
function portOfBreakout({ plan }: PortsKnown, at: PortAt, { optic }: OpenBreakout): Result<FreePort, string> {
  const { cage, speedGbps } = must(portOf(plan, at), 'port');
  return ok({ cage, speedGbps, held: optic === null ? null : { optic, ports: 0 } });
}

/** Cables of one plug at each end, then breakouts; on a port with an open breakout that one alone. */
function choicesOf(
  { parts }: PortsKnown,
  [openA = null, openB = null]: readonly (OpenBreakout | null)[],
  a: FreePort,
  b: FreePort,
  isNew: boolean,
): readonly JoiningParts[] {
  const open = openA ?? openB;
  if (openA !== null && openB !== null) return [];
  if (open !== null) {
    const family = must(parts.cableFamilies.get(open.family), 'family');
    return fittingBreakouts({ ...parts, cableFamilies: new Map([[family.id, family]]) }, a, b, openA === null ? 'b' : 'a');
  }
  const plain = fittingParts(parts, a, b);
  if (!isNew) return plain;
  const [first, second] = [fittingBreakouts(parts, a, b, 'a'), fittingBreakouts(parts, a, b, 'b')];
  const known = new Set(first.map(({ family }) => family));
  return [...plain, ...first, ...second.filter(({ family }) => !known.has(family))];
}

/** The first free port of a device that something joins to the other end. */
export function firstFitting(known: PortsKnown, device: string, other: PortAt | null): PortAt | null {
  const type = known.plan.catalog.deviceTypes.get(known.plan.devices.get(device)?.type ?? '');
  if (type === undefined) return null;
  const tried = new Map<string, boolean>();
  for (const { index } of portsOf(type)) {
    const at = { device, port: index };
    const free = freePort(known, at);
    if (!free.ok) continue;
    if (other === null) return at;
    // Ports of one kind fit alike; on the device itself the cage counts too.
    const kind = other.device === device ? String(index) : kindOf(free.value);
    const fits = tried.get(kind) ?? joiningParts(known, other, at).ok;
    tried.set(kind, fits);
    if (fits) return at;
  }
  return null;
}

function kindOf({ cage, speedGbps, held }: FreePort): string {
  return `${cage} ${speedGbps} ${held === null ? 'empty' : `${held.optic ?? 'plug'} ${held.ports}`}`;
}

/** The first free port of one of these devices, and the first of the others that fits it. */
export function firstPair(known: PortsKnown, ones: readonly string[], others: readonly string[]): readonly [PortAt, PortAt] | null {
  for (const one of ones) {
    const type = known.plan.catalog.deviceTypes.get(known.plan.devices.get(one)?.type ?? '');
    const kinds = new Set<string>();
    for (const { index } of type === undefined ? [] : portsOf(type)) {
      const from = { device: one, port: index };
      const free = freePort(known, from);
      if (!free.ok || kinds.has(kindOf(free.value))) continue;
      kinds.add(kindOf(free.value));
      for (const other of others) {
        const to = firstFitting(known, other, from);
        if (to !== null && !(to.device === from.device && to.port === from.port)) return [from, to];
      }
    }
  }
  return null;
}

/** The command's arguments for a link between two ports. */
export function linkBetween({ plan, parts: catalog }: PortsKnown, id: string, from: PortAt, to: PortAt, chosen: JoiningParts): AddLinks {
  const { family, transceiverA, transceiverB } = chosen;
  const parts: TierParts = { family, transceiverA, transceiverB };
  const [a, b] = [portRef(plan, from), portRef(plan, to)];
  // A breakout lies with its ends as its family has them.
  const headAtA = catalog.cableFamilies.get(family)?.endA.legs === 1;
  const isTurned = chosen.head !== undefined && (chosen.head === 'a') !== headAtA;
  return { links: [isTurned ? { id, a: b, b: a, parts: turned(parts) } : { id, a, b, parts }], parts: entriesOf(catalog, parts) };
}

function portRef(plan: Plan, at: PortAt): HandLink['a'] {
  return { device: at.device, port: must(portOf(plan, at), 'port').name };
}

/** The entries that parts name. */
export function entriesOf({ cableFamilies, transceivers }: PartsCatalog, parts: TierParts): AddLinks['parts'] {
  const optics = [...new Set([parts.transceiverA, parts.transceiverB])].flatMap((id) => (id === null ? [] : (transceivers.get(id) ?? [])));
  return { cableFamilies: [must(cableFamilies.get(parts.family), 'cable family')], transceivers: optics };
}

function cabinetOf(plan: Plan, { device }: PortAt): string {
  return must(plan.devices.get(device), 'device').cabinet;
}

function typeOf(plan: Plan, { device }: PortAt): DeviceType {
  return must(plan.catalog.deviceTypes.get(must(plan.devices.get(device), 'device').type), 'device type');
}

/** Parts of all tiers and of links drawn by hand, most used first. */
function partsInUse({ fabrics, links }: Plan): readonly TierParts[] {
  return mostUsed([
    ...[...fabrics.values()].flatMap(({ tiers }) => Object.values(tiers)),
    ...[...links.values()].map((link) => link.parts),
  ]);
}

/** Parts of links drawn by hand between devices of two types, as seen from the first. */
function partsBetween({ devices, links }: Plan, a: DeviceType, b: DeviceType): readonly TierParts[] {
  return [...links.values()].flatMap((link) => {
    const [typeA, typeB] = [devices.get(link.a.device)?.type, devices.get(link.b.device)?.type];
    if (typeA === a.id && typeB === b.id) return [link.parts];
    return typeA === b.id && typeB === a.id ? [turned(link.parts)] : [];
  });
}

function mostUsed(all: readonly TierParts[]): readonly TierParts[] {
  const byKey = new Map<string, { readonly parts: TierParts; count: number }>();
  for (const parts of all) {
    const key = [parts.family, parts.transceiverA, parts.transceiverB].join(' ');
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { parts, count: 1 });
    else known.count += 1;
  }
  return [...byKey.values()].sort((one, other) => other.count - one.count).map(({ parts }) => parts);
}

/** No cable between two cabinets is shorter than the gap between their footprints; null: they stand in different halls. */
export function leastMm(plan: Plan, cabinetA: string, cabinetB: string): number | null {
  const [a, b] = [plan.cabinets.get(cabinetA), plan.cabinets.get(cabinetB)];
  if (a === undefined || b === undefined || a.hall !== b.hall) return null;
  const [one, other] = [footprint(plan, a), footprint(plan, b)];
  const apart = (from: number, to: number, otherFrom: number, otherTo: number): number => Math.max(0, otherFrom - to, from - otherTo);
  return Math.round(
    Math.hypot(apart(one.minXMm, one.maxXMm, other.minXMm, other.maxXMm), apart(one.minYMm, one.maxYMm, other.minYMm, other.maxYMm)),
  );
}

function footprint(plan: Plan, { model, xMm, yMm, rotationDeg }: Cabinet): Box {
  const { widthMm, depthMm } = must(plan.catalog.cabinetModels.get(model), 'cabinet model');
  return boxAround(cabinetCorners(xMm, yMm, widthMm, depthMm, rotationDeg));
}

/** A port in words: `B11 · leaf3 · 24/1`. */
export function portName(plan: Plan, at: PortAt): string {
  const device: Device | undefined = plan.devices.get(at.device);
  const cabinet = device === undefined ? undefined : plan.cabinets.get(device.cabinet);
  return [cabinet?.name, device?.name, portOf(plan, at)?.name].filter((part) => part !== undefined).join(' · ');
}

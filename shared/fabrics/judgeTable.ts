/**
 * A table of links against a plan: line by line what it joins, what is wrong with it and what would be right; and the fabric that
 * comes of it where nothing is. Devices are found by name, or, in a fabric that is changed, by the place that they have in it.
 */
import { must } from '../assert.ts';
import { portsOf } from '../catalog/ports.ts';
import type { CableFamily, DeviceType } from '../catalog/types.ts';
import type { PartsCatalog } from '../checks/fittingParts.ts';
import type { Device, Fabric, Plan, TierParts } from '../plan/types.ts';
import { fail, ok, type Result } from '../result.ts';
import { expandPattern, MOST_ENDS, type EndFault } from './endRanges.ts';
import { ruleFault } from './fabricRule.ts';
import type { TableRow, TableRule, TableTier } from './tableRule.ts';
import { chosenParts, familyNamed, nearestNames } from './tableParts.ts';
import { readTableText, type TableLine } from './tableText.ts';

export interface JudgedLine extends Pick<TableLine, 'line' | 'from' | 'to'> {
  /** How many links it gives; 0 where something is wrong. */
  readonly links: number;
  readonly tier: string;
  readonly fault: EndFault | null;
}

/** What a fabric needs beside its id and its name. */
export type TableFabric = Pick<Fabric, 'rule' | 'tiers' | 'slots'>;

export interface JudgedTable {
  readonly lines: readonly JudgedLine[];
  readonly links: number;
  readonly cables: number;
  /** Null while any line is wrong, and for an empty table. */
  readonly fabric: TableFabric | null;
}

export interface TableGrounds {
  readonly plan: Plan;
  readonly parts: PartsCatalog;
  /** What holds a port outside this fabric, in words; null: it is free. Ports by their position in the type's list. */
  readonly usedBy: (device: string, port: number) => string | null;
  /** The fabric that is changed; null: a new one. */
  readonly fabric: Fabric | null;
}

const DEFAULT_TIER = 'direct';

/** Judges every line; lines are read in order, and of two that want one port the later is wrong. */
export function judgeTable(text: string, grounds: TableGrounds): JudgedTable {
  const judge = new TableJudge(grounds);
  const lines = readTableText(text).map((line) => judge.line(line));
  const fabric = lines.length === 0 || lines.some(({ fault }) => fault !== null) ? null : judge.fabric();
  const wrong = fabric === null ? null : ruleFault(fabric.rule);
  const last = lines.at(-1);
  const told =
    wrong === null || last === undefined
      ? lines
      : [...lines.slice(0, -1), { ...last, fault: { message: wrong.message, remedy: wrong.remedy } }];
  const links = lines.reduce((sum, line) => sum + line.links, 0);
  return { lines: told, links, cables: judge.cables(), fabric: wrong === null ? fabric : null };
}

/** One end of one link, found in the plan. */
interface FoundEnd {
  readonly slot: string;
  readonly device: Device;
  readonly type: DeviceType;
  /** Position in the type's list. */
  readonly port: number;
  /** As the rule counts it, from 1. */
  readonly number: number;
}

interface OpenTier extends TableTier {
  readonly parts: TierParts;
  links: number;
}

class TableJudge {
  readonly #grounds: TableGrounds;
  readonly #byName = new Map<string, Device[]>();
  readonly #tiers = new Map<string, OpenTier>();
  readonly #rows: TableRow[] = [];
  readonly #slots = new Map<string, string>();
  readonly #lineOfPort = new Map<string, number>();

  constructor(grounds: TableGrounds) {
    this.#grounds = grounds;
    for (const device of grounds.plan.devices.values()) this.#byName.set(device.name, [...(this.#byName.get(device.name) ?? []), device]);
  }

  line(line: TableLine): JudgedLine {
    const told = { line: line.line, from: line.from, to: line.to };
    const judged = this.#judge(line);
    if (!judged.ok) return { ...told, links: 0, tier: line.tier, fault: judged.error };
    return { ...told, links: judged.value.links, tier: judged.value.tier, fault: null };
  }

  fabric(): TableFabric {
    const tiers = [...this.#tiers.values()];
    const rule: TableRule = {
      kind: 'table',
      tiers: tiers.map(({ name, blockA, blockB, legs }) => ({ name, blockA, blockB, legs })),
      rows: this.#rows,
    };
    return { rule, tiers: Object.fromEntries(tiers.map(({ name, parts }) => [name, parts])), slots: Object.fromEntries(this.#slots) };
  }

  cables(): number {
    return [...this.#tiers.values()].reduce((sum, { links, legs }) => sum + Math.ceil(links / legs), 0);
  }

  #judge(line: TableLine): Result<{ readonly links: number; readonly tier: string }, EndFault> {
    if (line.from === '' || line.to === '') return wrong('a line names two ends', 'write from, to, such as leaf1:[1-8], spine1:[1-8]');
    const family = line.family === '' ? null : familyNamed(this.#grounds.parts, line.family);
    if (family !== null && !family.ok) return family;
    const wished = line.tier !== '' ? line.tier : family === null ? DEFAULT_TIER : tierNameOf(family.value);
    const before = this.#ruleBefore(wished);
    const [a, b] = [this.#ends(line.from, before?.blockA ?? null), this.#ends(line.to, before?.blockB ?? null)];
    if (!a.ok) return a;
    if (!b.ok) return b;
    if (a.value.length !== b.value.length && b.value.length !== 1)
      return wrong(
        `${line.from} are ${a.value.length} ends and ${line.to} are ${b.value.length}`,
        'join as many ends as there are at the other side, or all to one',
      );
    const [firstA, firstB] = [must(a.value[0], 'end'), must(b.value[0], 'end')];
    const parts = this.#tiers.get(wished)?.parts ?? this.#parts(firstA, firstB, family?.value ?? null, wished);
    if ('message' in parts) return fail(parts);
    // Legs that hang free are no links: a breakout of four with three in use is a tier of three.
    const most = legsOf(must(this.#grounds.parts.cableFamilies.get(parts.family), 'family'));
    const legs = most > 1 && b.value.length === 1 ? a.value.length : 1;
    const name = legs === most || this.#ruleBefore(wished)?.legs === legs || most === 1 ? wished : `${wished}-${legs}`;
    const known = this.#tiers.get(name);
    if (family !== null && parts.family !== family.value.id)
      return wrong(
        `tier ${wished} is of ${this.#familyName(parts.family)}, not of ${family.value.name}`,
        'write another tier at the end of the line',
      );
    if (b.value.length === 1 && a.value.length > most)
      return wrong(
        `${line.to} would take ${a.value.length} links over ${most === 1 ? 'one cable' : `a breakout of ${most}`}`,
        most === 1 ? 'give each link a port of its own' : `join at most ${most} ends to it`,
      );
    const tier = known ?? this.#openTier(name, wished, legs, parts);
    const taken = this.#takePorts(line.line, [...a.value, ...b.value]);
    if (taken !== null) return fail(taken);
    this.#tiers.set(name, tier);
    tier.links += a.value.length;
    for (const { slot, device } of [...a.value, ...b.value]) this.#slots.set(slot, device.id);
    this.#rows.push(...ruleRows(name, line, a.value, b.value));
    return ok({ links: a.value.length, tier: name });
  }

  #ruleBefore(tier: string): TableTier | undefined {
    const rule = this.#grounds.fabric?.rule;
    return rule?.kind === 'table' ? rule.tiers.find(({ name }) => name === tier) : undefined;
  }

  #openTier(name: string, wished: string, legs: number, parts: TierParts): OpenTier {
    const before = this.#ruleBefore(wished);
    return { name, blockA: before?.blockA ?? null, blockB: before?.blockB ?? null, legs, parts, links: 0 };
  }

  /** The fabric's parts as they were, or the first that go together. */
  #parts(a: FoundEnd, b: FoundEnd, family: CableFamily | null, tier: string): TierParts | EndFault {
    const before = this.#grounds.fabric?.tiers[tier];
    if (before !== undefined && (family === null || before.family === family.id)) return before;
    return chosenParts(this.#grounds, a, b, family);
  }

  #familyName(id: string): string {
    return this.#grounds.parts.cableFamilies.get(id)?.name ?? id;
  }

  #ends(text: string, block: string | null): Result<readonly FoundEnd[], EndFault> {
    const colon = text.lastIndexOf(':');
    if (colon <= 0) return wrong(`"${text}" names no port`, 'write device:port, such as leaf1:3');
    const [slots, ports] = [expandPattern(text.slice(0, colon)), expandPattern(text.slice(colon + 1))];
    if (!slots.ok) return slots;
    if (!ports.ok) return ports;
    if (slots.value.length * ports.value.length > MOST_ENDS)
      return wrong(`"${text}" names more than ${MOST_ENDS} ends`, 'split it into several lines');
    const ends: FoundEnd[] = [];
    for (const slot of slots.value) {
      const device = this.#device(slot);
      if (!device.ok) return device;
      const type = must(this.#grounds.plan.catalog.deviceTypes.get(device.value.type), 'device type');
      for (const port of ports.value) {
        const found = portAt(device.value, type, block, port);
        if (!found.ok) return found;
        ends.push({ slot, device: device.value, type, ...found.value });
      }
    }
    return ok(ends);
  }

  #device(slot: string): Result<Device, EndFault> {
    const placed = this.#grounds.plan.devices.get(this.#grounds.fabric?.slots[slot] ?? '');
    if (placed !== undefined) return ok(placed);
    const found = this.#byName.get(slot) ?? [];
    const [only] = found;
    if (only !== undefined && found.length === 1) return ok(only);
    return only === undefined
      ? wrong(
          `no device is called “${slot}”`,
          this.#byName.size === 0
            ? 'mount devices first'
            : `write a name of the plan, such as ${nearestNames(slot, [...this.#byName.keys()])}`,
        )
      : wrong(`${found.length} devices are called “${slot}”`, 'give each a name of its own');
  }

  #takePorts(line: number, ends: readonly FoundEnd[]): EndFault | null {
    const keys = new Set<string>();
    for (const { device, port, type } of ends) {
      const name = `${device.name}:${must(portsOf(type)[port], 'port').name}`;
      const earlier = this.#lineOfPort.get(`${device.id} ${port}`);
      if (earlier !== undefined) return { message: `${name} is in line ${earlier} already`, remedy: 'give each link a port of its own' };
      if (keys.has(`${device.id} ${port}`))
        return { message: `${name} stands twice in this line`, remedy: 'give each link a port of its own' };
      const user = this.#grounds.usedBy(device.id, port);
      if (user !== null) return { message: `${name} is in use, by ${user}`, remedy: 'choose a free port, or take that link away first' };
      keys.add(`${device.id} ${port}`);
    }
    for (const key of keys) this.#lineOfPort.set(key, line);
    return null;
  }
}

/** A port by its number within the block, or by its name. */
function portAt(device: Device, type: DeviceType, block: string | null, text: string): Result<Pick<FoundEnd, 'port' | 'number'>, EndFault> {
  const own = portsOf(type).filter((port) => block === null || port.block === block);
  const named = own.findIndex(({ name }) => name === text);
  const place = named !== -1 ? named : /^\d{1,5}$/u.test(text) ? Number(text) - 1 : -1;
  const port = own[place];
  if (port !== undefined) return ok({ port: port.index, number: place + 1 });
  const [first, last] = [own[0]?.name, own.at(-1)?.name];
  return wrong(
    `${device.name} has no port “${text}”`,
    own.length === 0 ? 'choose a device with ports' : `write 1 to ${own.length}, or a name from ${first} to ${last}`,
  );
}

/** Rows of the rule, ports by number: one for the whole line, or where devices number their ports differently one for each link. */
function ruleRows(tier: string, line: TableLine, a: readonly FoundEnd[], b: readonly FoundEnd[]): TableRow[] {
  const [from, to] = [byNumber(line.from, a), byNumber(line.to, b)];
  if (from !== null && to !== null) return [[tier, from, to]];
  const text = ({ slot, number }: FoundEnd): string => `${slot}:${number}`;
  return a.map((end, link) => [tier, text(end), text(must(b[b.length === 1 ? 0 : link], 'end'))]);
}

/** The devices as they are written, with the ports by number; null where these are not the same on all of them. */
function byNumber(text: string, ends: readonly FoundEnd[]): string | null {
  const bySlot = new Map<string, number[]>();
  for (const { slot, number } of ends) bySlot.set(slot, [...(bySlot.get(slot) ?? []), number]);
  const [first = [], ...rest] = [...bySlot.values()].map(rangeText);
  return rest.every((numbers) => numbers === first) ? `${text.slice(0, text.lastIndexOf(':'))}:${String(first)}` : null;
}

/** `3`, `[1-8]`, `[1,3,5]`. */
function rangeText(numbers: readonly number[]): string {
  const [first = 0] = numbers;
  if (numbers.length === 1) return String(first);
  const isRun = numbers.every((number, place) => number === first + place);
  return isRun ? `[${first}-${first + numbers.length - 1}]` : `[${numbers.join(',')}]`;
}

/** Legs of a one-to-many cable; 1 for all others. */
function legsOf({ endA, endB }: CableFamily): number {
  return Math.min(endA.legs, endB.legs) === 1 ? Math.max(endA.legs, endB.legs) : 1;
}

function tierNameOf({ id }: CableFamily): string {
  return id.split('/').at(-1) ?? id;
}

function wrong(message: string, remedy: string): { readonly ok: false; readonly error: EndFault } {
  return fail({ message, remedy });
}

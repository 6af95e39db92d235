/**
 * A cable schedule against a plan: line by line what is wrong with it and what would be right; and the fabrics, the links drawn by hand
 * and what was set on them that come of it where nothing is. All of it or nothing: no line is passed over.
 */
import { must } from '../../assert.ts';
import { portsOf } from '../../catalog/ports.ts';
import { turnedLink } from '../../cabling/breakouts.ts';
import type { CableFamily } from '../../catalog/types.ts';
import { newIds } from '../../plan/ids.ts';
import { compareIds } from '../../plan/sortedById.ts';
import type { Fabric, HandLink, Override, Plan, PortRef, TierParts } from '../../plan/types.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { EndFault } from '../endRanges.ts';
import { chosenParts, familyNamed, nearestNames, type FoundPort, type PartsGrounds } from '../tableParts.ts';
import { buildFabric, type FoundCable } from './scheduleFabrics.ts';
import { ScheduleEnds } from './scheduleEnds.ts';
import { scheduleNotes } from './scheduleNotes.ts';
import { type ScheduleLine, type ScheduleTable } from './scheduleLines.ts';
import { seededBytes } from './seededBytes.ts';

/** What a schedule draws. */
export interface DrawnSchedule {
  readonly fabrics: readonly Fabric[];
  /** Of lines that name no fabric. */
  readonly links: readonly HandLink[];
  readonly overrides: readonly Override[];
}

export interface JudgedScheduleLine {
  readonly line: number;
  readonly from: string;
  readonly to: string;
  /** How many links it gives; 0 where something is wrong, or where its cable stands already. */
  readonly links: number;
  readonly tier: string;
  readonly fault: EndFault | null;
}

export interface JudgedSchedule {
  readonly lines: readonly JudgedScheduleLine[];
  readonly links: number;
  readonly cables: number;
  /** Null while any line is wrong, and where every cable stands already. */
  readonly drawn: DrawnSchedule | null;
  /** What was not read, and what comes out otherwise than the table has it. */
  readonly notes: readonly string[];
}

/** The cable that holds a port now. */
export interface PortHolder {
  readonly name: string;
  readonly cable: number;
  /** Catalog id. */
  readonly family: string;
  /** Ports that it is in. */
  readonly ports: number;
}

export interface ScheduleGrounds extends PartsGrounds {
  readonly holder: (device: string, port: number) => PortHolder | null;
}

/** A line's cable before it has optics. */
interface FoundLine {
  readonly line: ScheduleLine;
  readonly links: FoundCable['links'];
  readonly parts: TierParts;
}

/** Judges every line; of two that want one port the later is wrong. */
export function judgeSchedule(table: ScheduleTable, grounds: ScheduleGrounds): JudgedSchedule {
  const judge = new ScheduleJudge(grounds);
  const found: FoundLine[] = [];
  let standing = 0;
  const lines = table.lines.map((line): JudgedScheduleLine => {
    const told = { line: line.line, from: `${line.a.device}:${line.a.port}`, to: `${line.b.device}:${line.b.port}`, tier: line.tier };
    const judged = judge.line(line);
    if (!judged.ok) return { ...told, links: 0, fault: judged.error };
    if (judged.value === 'stands') standing += 1;
    else found.push(judged.value);
    return { ...told, links: judged.value === 'stands' ? 0 : judged.value.links.length, fault: null };
  });
  const links = found.reduce((sum, one) => sum + one.links.length, 0);
  const isWrong = lines.some(({ fault }) => fault !== null);
  const built = isWrong || found.length === 0 ? null : build(found, grounds, judge.ends);
  return {
    lines,
    links,
    cables: found.length,
    drawn: built === null ? null : built.drawn,
    notes: scheduleNotes(table, {
      standing,
      moved: judge.ends.moved,
      newIds: built?.newIds ?? 0,
      unplaced: built?.unplaced ?? [],
      parted: built?.parted ?? [],
    }),
  };
}

class ScheduleJudge {
  readonly ends: ScheduleEnds;
  readonly #grounds: ScheduleGrounds;
  readonly #lineOfPort = new Map<string, number>();
  readonly #partsOfTier = new Map<string, TierParts>();

  constructor(grounds: ScheduleGrounds) {
    this.#grounds = grounds;
    this.ends = new ScheduleEnds(grounds.plan);
  }

  line(line: ScheduleLine): Result<FoundLine | 'stands', EndFault> {
    const [a, b] = [this.ends.find(line.a), this.ends.find(line.b)];
    if (!a.ok) return a;
    if (!b.ok) return b;
    const family = line.family === '' ? null : familyNamed(this.#grounds.parts, line.family);
    if (family !== null && !family.ok) return family;
    const ports = distinctPorts([...a.value, ...b.value]);
    if (this.#stands(ports, family?.value ?? null)) return ok('stands');
    if (line.channel !== '')
      return wrong(
        `it is one of the cables of a link through panels (${line.channel}), which a table of links cannot say`,
        'take out its line, draw the link and run it through panels',
      );
    const links = joined(a.value, b.value, line);
    if (!links.ok) return links;
    const parts = this.#parts(line, must(links.value[0], 'link'), family?.value ?? null);
    if (!parts.ok) return parts;
    const taken = this.#takePorts(line.line, ports);
    return taken === null ? ok({ line, links: links.value, parts: parts.value }) : fail(taken);
  }

  /** Whether one cable of the plan, of this family, is in these ports and no others. */
  #stands(ports: readonly FoundPort[], family: CableFamily | null): boolean {
    const holders = ports.map(({ device, port }) => this.#grounds.holder(device.id, port));
    const [first] = holders;
    if (first === undefined || first === null || first.ports !== ports.length) return false;
    return holders.every((one) => one?.cable === first.cable) && (family === null || first.family === family.id);
  }

  #takePorts(line: number, ports: readonly FoundPort[]): EndFault | null {
    for (const { device, port, type } of ports) {
      const name = `${device.name}:${must(portsOf(type)[port], 'port').name}`;
      const earlier = this.#lineOfPort.get(`${device.id} ${port}`);
      if (earlier !== undefined) return { message: `${name} is in line ${earlier} already`, remedy: 'give each cable ports of its own' };
      const user = this.#grounds.holder(device.id, port);
      if (user !== null)
        return { message: `${name} is in use, by ${user.name}`, remedy: 'choose a free port, or take that cable away first' };
    }
    for (const { device, port } of ports) this.#lineOfPort.set(`${device.id} ${port}`, line);
    return null;
  }

  /** As the line says; where the table has no columns for optics, the first that go together, the same for all of a tier. */
  #parts(line: ScheduleLine, { a, b }: FoundCable['links'][number], family: CableFamily | null): Result<TierParts, EndFault> {
    if (family !== null && line.opticsA !== null && line.opticsB !== null) {
      const [opticsA, opticsB] = [this.#optic(line.opticsA), this.#optic(line.opticsB)];
      if (!opticsA.ok) return opticsA;
      if (!opticsB.ok) return opticsB;
      return ok({ family: family.id, transceiverA: opticsA.value, transceiverB: opticsB.value });
    }
    const key = [line.fabric, line.tier, family?.id ?? ''].join('\n');
    const parts = this.#partsOfTier.get(key) ?? chosenParts(this.#grounds, a, b, family);
    if ('message' in parts) return fail(parts);
    this.#partsOfTier.set(key, parts);
    return ok(parts);
  }

  #optic(cell: string): Result<string | null, EndFault> {
    const [id = '', ...others] = new Set(cell.split(' + ').map((part) => part.trim()));
    if (others.length > 0) return wrong(`its legs have several optics (${cell})`, 'name one for all, or draw these links by hand');
    const { transceivers } = this.#grounds.parts;
    if (id === '' || transceivers.has(id)) return ok(id === '' ? null : id);
    return wrong(`no transceiver is called “${id}”`, `write its id, such as ${nearestNames(id, [...transceivers.keys()])}`);
  }
}

function distinctPorts(ends: readonly FoundPort[]): readonly FoundPort[] {
  return [...new Map(ends.map((end) => [`${end.device.id} ${end.port}`, end])).values()];
}

/** Links of one cable: one to one, or all to the undivided end. */
function joined(a: readonly FoundPort[], b: readonly FoundPort[], line: ScheduleLine): Result<FoundCable['links'], EndFault> {
  if (a.length !== b.length && a.length !== 1 && b.length !== 1)
    return wrong(
      `${a.length} ports at A and ${b.length} at B do not say which go together`,
      'join as many ports as there are at the other end',
    );
  if (a.length === 1 && b.length > 1 && line.fabric !== '')
    return wrong('the undivided end of its cable stands at A, and a fabric has it at B', 'let A and B change places in this line');
  const count = Math.max(a.length, b.length);
  return ok(
    Array.from({ length: count }, (_, at) => ({ a: must(a[a.length === 1 ? 0 : at], 'end'), b: must(b[b.length === 1 ? 0 : at], 'end') })),
  );
}

interface Built {
  readonly drawn: DrawnSchedule;
  readonly newIds: number;
  readonly unplaced: readonly string[];
  readonly parted: readonly string[];
}

function build(found: readonly FoundLine[], { plan }: ScheduleGrounds, ends: ScheduleEnds): Built {
  const bytes = seededBytes(found.map(({ line }) => `${line.cable}\n${line.a.port}\n${line.b.port}`));
  const fabrics: Fabric[] = [];
  const [links, overrides, unplaced, parted]: [HandLink[], Override[], string[], string[]] = [[], [], [], []];
  const isTaken = (id: string): boolean => plan.fabrics.has(id) || fabrics.some((fabric) => fabric.id === id);
  const names = [...new Set(found.map(({ line }) => line.fabric))];
  // Fabrics, too, go first by id: in the order in which the table has them.
  const fresh = newIds('fabrics', names.length, plan, bytes).sort(compareIds);
  const freshId = (): string =>
    must(
      fresh.find((id) => !isTaken(id)),
      'id',
    );
  let renamed = 0;
  for (const name of names) {
    const own = found.filter(({ line }) => line.fabric === name);
    if (name === '') continue;
    const cables = own.map(({ line, links: joins, parts }): FoundCable => {
      return { id: line.cable, tier: line.tier === '' ? 'direct' : line.tier, links: joins, parts, set: line.set };
    });
    const built = buildFabric(name, cables, isTaken, freshId, (device) => ends.isAlone(device));
    fabrics.push(built.fabric);
    overrides.push(...built.overrides);
    unplaced.push(...built.unplaced);
    parted.push(...built.parted);
    renamed += built.newIds;
  }
  const byHand = found.filter(({ line }) => line.fabric === '');
  // In the order of their lines: where there is not room for all, who goes first goes by id.
  const ids = newIds(
    'links',
    byHand.reduce((sum, one) => sum + one.links.length, 0),
    plan,
    bytes,
  ).sort(compareIds);
  for (const { line, links: joins, parts } of byHand) {
    const drawn = joins.map(({ a, b }, at): HandLink => {
      const link = { id: must(ids[links.length + at], 'id'), a: portRef(a), b: portRef(b), parts };
      return isTurned(plan, line.cable, a, b) ? turnedLink(link) : link;
    });
    links.push(...drawn);
    const { requiredMm, label } = line.set;
    if (requiredMm !== null || label !== null) overrides.push({ id: must(drawn[0], 'link').id, label, requiredMm, family: null });
  }
  return { drawn: { fabrics, links, overrides }, newIds: renamed, unplaced, parted };
}

function portRef({ device, type, port }: FoundPort): PortRef {
  return { device: device.id, port: must(portsOf(type)[port], 'port').name };
}

/** Whether a link was drawn from the end that its cable has as B: a splitter lies with its legs at their end, and keeps its name. */
function isTurned({ cabinets }: Plan, cable: string, a: FoundPort, b: FoundPort): boolean {
  const begins = (end: FoundPort): boolean => {
    const name = `${end.device.name}:${portRef(end).port}–`;
    return cable.startsWith(name) || cable.startsWith(`${cabinets.get(end.device.cabinet)?.name ?? ''}/${name}`);
  };
  return !begins(a) && begins(b);
}

function wrong(message: string, remedy: string): { readonly ok: false; readonly error: EndFault } {
  return fail({ message, remedy });
}

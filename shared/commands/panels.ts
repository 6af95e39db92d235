/** Trunks between panels, and links that run through them. */
import { changeOf, refuse } from './changeOf.ts';
import { counted } from './wording.ts';
import { fail } from '../result.ts';
import { notDirect } from './runsDirectly.ts';
import { findAll, findTaken } from './find.ts';
import { must } from '../assert.ts';
import { portKey, seatLinks, type SeatWish, type Seating } from './panelSeats.ts';
import { rearPorts } from './rearPorts.ts';
import type { CableFamily } from '../catalog/types.ts';
import type { Command } from './command.ts';
import type { Entries } from './edit.ts';
import type { LinkChannel, Plan, Trunk } from '../plan/types.ts';

export interface InsertPanels extends Omit<SeatWish, 'links'> {
  /** Ids of links; their ends A are nearer to the first panel. */
  readonly links: readonly string[];
  /** Those of them whose ends B are nearer to the first panel. */
  readonly turned?: readonly string[] | undefined;
  /** Families of the jumpers: between the first panel and equipment, and at the second. */
  readonly jumperA: CableFamily;
  readonly jumperB: CableFamily;
  /** One for each new trunk; see seatLinks. */
  readonly trunkIds: readonly string[];
}

/**
 * Runs links through two panels: a leg of a trunk behind both for each link or module, and jumpers in front. Free legs of trunks
 * that join the panels already come first. One step to undo.
 */
export const insertPanels: Command<InsertPanels> = (plan, args) => {
  const { links, turned = [], jumperA, jumperB, trunk, trunkIds } = args;
  const hindrance = notDirect(plan, links);
  if (hindrance !== null) return hindrance;
  const taken = findTaken(plan, 'trunks', trunkIds);
  if (taken !== null) return fail(taken);
  const seated = seatLinks(plan, { ...args, links: links.length });
  if (!seated.ok) return seated;
  const { seats, newTrunks } = seated.value;
  if (trunkIds.length !== newTrunks)
    return refuse(
      `${counted(links.length, 'link')} take${links.length === 1 ? 's' : ''} ${counted(newTrunks, 'new trunk')}`,
      'give an id for each',
    );
  const channels = links.map((id, place): LinkChannel => {
    const { a, b } = must(seats[place], 'seat');
    const [first, last] = turned.includes(id) ? [b, a] : [a, b];
    const [before, after] = turned.includes(id) ? [jumperB.id, jumperA.id] : [jumperA.id, jumperB.id];
    return {
      id,
      stops: [
        { ...first, enters: 'front' },
        { ...last, enters: 'rear' },
      ],
      families: [before, null, after],
    };
  });
  const embed: Entries = { cableFamilies: [...new Map([trunk, jumperA, jumperB].map((family) => [family.id, family])).values()] };
  const trunks = trunksOf(plan, seated.value, trunkIds, trunk.id);
  return changeOf(plan, `Run ${counted(links.length, 'link')} through panels`, { embed, put: { trunks, channels } });
};

/** The trunks with the legs that are to be laid: new ones, and those that get more. */
function trunksOf(plan: Plan, { legs }: Seating, ids: readonly string[], family: string): Trunk[] {
  const trunks = new Map<string, Trunk>();
  const names = freeNames(plan, ids.length);
  for (const { trunk, leg, a, b } of legs) {
    const known: Trunk =
      typeof trunk === 'number' ? { id: must(ids[trunk], 'id'), name: must(names[trunk], 'name'), family, legs: [] } : trunk;
    const before = trunks.get(known.id) ?? known;
    trunks.set(known.id, { ...before, legs: [...before.legs, { leg, a, b }] });
  }
  return [...trunks.values()];
}

/** Takes links out of their panels: they run directly again. Trunks that carry no other link go, too. */
export const removePanels: Command<{ readonly links: readonly string[] }> = (plan, { links }) => {
  const found = findAll(plan, 'channels', links);
  if (!found.ok) return found;
  const gone = new Set(found.value.map(({ id }) => id));
  const portsLeft = new Set<string>();
  const portsGone = new Set<string>();
  for (const channel of plan.channels.values()) {
    for (const port of rearPorts(plan, channel)) (gone.has(channel.id) ? portsGone : portsLeft).add(portKey(port));
  }
  const carries = ({ legs }: Trunk, ports: ReadonlySet<string>): boolean =>
    legs.some(({ a, b }) => ports.has(portKey(a)) || ports.has(portKey(b)));
  const trunks = [...plan.trunks.values()].filter((trunk) => carries(trunk, portsGone) && !carries(trunk, portsLeft));
  const overrides = [...plan.overrides.keys()].filter((id) => isCableOf(gone, id) || trunks.some((trunk) => trunk.id === id));
  return changeOf(plan, `Run ${counted(gone.size, 'link')} directly`, {
    remove: { channels: [...gone], trunks: trunks.map(({ id }) => id), overrides },
  });
};

/** Whether an id is that of a cable of one of the links: `l1#3`. */
function isCableOf(links: ReadonlySet<string>, id: string): boolean {
  const mark = id.lastIndexOf('#');
  return mark > 0 && links.has(id.slice(0, mark));
}

/** `T1`, `T2`, …: the first names that no trunk bears. */
function freeNames(plan: Plan, count: number): string[] {
  const taken = new Set([...plan.trunks.values()].map(({ name }) => name));
  const names: string[] = [];
  for (let number = 1; names.length < count; number += 1) if (!taken.has(`T${number}`)) names.push(`T${number}`);
  return names;
}

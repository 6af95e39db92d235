/** Two ranges of ports joined pair by pair: what fits, what is in the way, and the one command that draws all of it. Pure. */
import type { AddLinks } from '../../../shared/commands/fabrics.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { joiningParts, linkBetween, portName, type JoiningParts, type PortsKnown } from '../connectPorts.ts';
import type { PortAt } from '../elevationStore.ts';
import { partsKey } from '../partsText.ts';
import { pairUp, type Pairing } from './pairing.ts';

export interface JudgedPair {
  readonly from: PortAt;
  readonly to: PortAt;
  readonly fromName: string;
  readonly toName: string;
  /** Why it cannot be joined; null: it can. */
  readonly problem: string | null;
}

export interface JudgedRanges {
  readonly pairs: readonly JudgedPair[];
  /** Parts that fit the first pair that can be joined, the best first. */
  readonly choices: readonly JoiningParts[];
  /** Key of the parts that were taken; null: the best for the first pair. */
  readonly parts: string | null;
  /** Why not all of it can be drawn; null: it can. */
  readonly problem: string | null;
  /** Null while something is in the way. */
  readonly args: AddLinks | null;
}

export interface RangesWish {
  readonly a: readonly PortAt[];
  readonly b: readonly PortAt[];
  readonly how: Pairing;
  /** Key of the parts to take; null: what fits best. */
  readonly parts: string | null;
  /** As many as the longer end has ports. */
  readonly ids: readonly string[];
}

type Entries = Required<AddLinks['parts']>;

/** With no parts chosen, those are taken that join most of the pairs: an optic for one port leaves the other of its cage empty. */
export function judgeRanges(known: PortsKnown, wish: RangesWish): JudgedRanges {
  const best = judgeWith(known, wish, wish.parts);
  if (wish.parts !== null || best.problem === null) return best;
  const others = best.choices.slice(0, MOST_TRIED).map((choice) => judgeWith(known, wish, partsKey(choice)));
  return others.reduce((least, one) => (refusedOf(one) < refusedOf(least) ? one : least), best);
}

const MOST_TRIED = 8;

function refusedOf({ pairs }: JudgedRanges): number {
  return pairs.filter(({ problem }) => problem !== null).length;
}

/** Pairs are tried in order, each beside those before it: what these take of a cage is taken. */
function judgeWith(known: PortsKnown, { a, b, how, ids }: RangesWish, parts: string | null): JudgedRanges {
  const links: AddLinks['links'][number][] = [];
  const families = new Map<string, Entries['cableFamilies'][number]>();
  const optics = new Map<string, Entries['transceivers'][number]>();
  let choices: readonly JoiningParts[] = [];
  let plan: Plan = known.plan;
  const pairs = pairUp(a, b, how).map(([from, to], i): JudgedPair => {
    const names = { from, to, fromName: portName(plan, from), toName: portName(plan, to) };
    const fit = joiningParts({ ...known, plan }, from, to);
    if (!fit.ok) return { ...names, problem: fit.error };
    if (choices.length === 0) choices = fit.value;
    const key = parts ?? (choices[0] === undefined ? null : partsKey(choices[0]));
    const chosen = fit.value.find((one) => partsKey(one) === key) ?? (parts === null ? fit.value[0] : undefined);
    if (chosen === undefined) return { ...names, problem: 'the chosen cable does not fit here' };
    const made = linkBetween({ ...known, plan }, ids[i]!, from, to, chosen);
    for (const entry of made.parts.cableFamilies ?? []) families.set(entry.id, entry);
    for (const entry of made.parts.transceivers ?? []) optics.set(entry.id, entry);
    links.push(...made.links);
    plan = { ...plan, links: new Map([...plan.links, ...made.links.map((link) => [link.id, link] as const)]) };
    return { ...names, problem: null };
  });
  const problem = problemOf(a, b, pairs);
  const args = problem === null ? { links, parts: { cableFamilies: [...families.values()], transceivers: [...optics.values()] } } : null;
  return { pairs, choices, parts, problem, args };
}

function problemOf(a: readonly PortAt[], b: readonly PortAt[], pairs: readonly JudgedPair[]): string | null {
  if (a.length !== b.length) {
    const [few, many, end] = a.length < b.length ? [a.length, b.length, 'A'] : [b.length, a.length, 'B'];
    return `End ${end} has too few ports: ${few} for ${many}`;
  }
  const refused = pairs.filter(({ problem }) => problem !== null).length;
  return refused === 0 ? null : `${refused} of ${pairs.length} pairs cannot be joined`;
}

/** Which cables are pulled as one: what people decided first, then all others by their way and family. */
import { must } from '../assert.ts';
import { NONE, type Cabling, type Route } from '../cabling/types.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { LoomDecision, LoomMake, Plan } from '../plan/types.ts';
import { joinsTwoCabinets, type LegContext } from './loomLegs.ts';
import { loomSettings, makeOf, mostMembers } from './loomSettings.ts';

export interface Bundle {
  /** Rows of cables, ascending. */
  readonly members: readonly number[];
  readonly make: Exclude<LoomMake, 'none'> | 'trunk';
  readonly decision: LoomDecision | null;
  /** From 0: which of the bundles that a decision fell into, where its cables do not run together. */
  readonly part: number;
}

/** A bundle that runs between two cabinets all along, and its way. */
export interface RoutedBundle extends Bundle {
  readonly route: Route;
}

/** Bundles in the order of their first cables, without cables whose legs part on their way; those of a single cable only where it is a trunk. */
export function* routedBundles(context: LegContext): Generator<RoutedBundle> {
  const { plan, cabling } = context;
  for (const bundle of bundles(plan, cabling)) {
    const route = must(cabling.routes[cabling.cables.route[bundle.members[0]!]!], 'route');
    const runs = (cable: number): boolean => joinsTwoCabinets(context, cable, route);
    const members = bundle.members.every(runs) ? bundle.members : bundle.members.filter(runs);
    if (members.length > 1 || (members.length === 1 && bundle.make === 'trunk')) yield { ...bundle, members, route };
  }
}

/** Bundles in the order of their first cables; those of a single cable only where it is a trunk. */
function bundles(plan: Plan, cabling: Cabling): Bundle[] {
  const { cables } = cabling;
  const canRun = Uint8Array.from({ length: cables.count }, (_, cable) => (runsAlone(cabling, cable) ? 0 : 1));
  const found: Bundle[] = [];
  for (const decision of sortedById(plan.looms)) {
    const rows = decision.cables.flatMap((id) => cabling.findCable(id) ?? []).filter((row) => canRun[row] === 1);
    const own = [...new Set(rows)].sort((a, b) => a - b);
    for (const row of own) canRun[row] = 0;
    let part = 0;
    for (const { members, make } of groups(plan, cabling, own, decision.make).values()) {
      if (make === 'none' || (members.length < 2 && make !== 'trunk')) continue;
      found.push({ members, make, decision, part });
      part += 1;
    }
  }
  const others: number[] = [];
  for (let cable = 0; cable < cables.count; cable += 1) if (canRun[cable] === 1) others.push(cable);
  for (const { members, make } of groups(plan, cabling, others, null).values()) {
    if (make === 'none') continue;
    if (make === 'trunk') found.push(...members.map((cable): Bundle => ({ members: [cable], make, decision: null, part: 0 })));
    else found.push(...splitEvenly(plan, cabling, members, make));
  }
  return found.sort((a, b) => must(a.members[0], 'member') - must(b.members[0], 'member'));
}

interface Group {
  readonly members: number[];
  readonly make: LoomMake | 'trunk';
}

const MAKES: readonly Group['make'][] = ['none', 'custom', 'stock', 'trunk'];

/** Cables by their way, family and what becomes of them: a number for all three, as there are a million cables in a campus. */
function groups(
  { settings }: Plan,
  { cables, tiers, families }: Cabling,
  rows: readonly number[],
  decided: LoomMake | null,
): Map<number, Group> {
  const rules = loomSettings({ settings });
  const makeByTierAndFamily: (Group['make'] | undefined)[] = [];
  const byKey = new Map<number, Group>();
  const makeIn = (tierRow: number, familyRow: number): Group['make'] => {
    const tier = must(tiers[tierRow], 'tier');
    const wanted = makeOf(rules, tier.name, must(families[familyRow], 'family'), decided);
    return wanted !== 'none' && tier.rows === 'trunks' ? 'trunk' : wanted;
  };
  for (const cable of rows) {
    const [tierRow, familyRow] = [cables.tier[cable]!, cables.family[cable]!];
    const make = (makeByTierAndFamily[tierRow * families.length + familyRow] ??= makeIn(tierRow, familyRow));
    const key = (cables.route[cable]! * families.length + familyRow) * MAKES.length + MAKES.indexOf(make);
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, { members: [cable], make });
    else group.members.push(cable);
  }
  return byKey;
}

/** As few bundles as hold them, all about as large: fewer kinds of bundle than full ones and a rest. */
function splitEvenly(plan: Plan, cabling: Cabling, members: readonly number[], make: 'custom' | 'stock'): Bundle[] {
  if (members.length < 2) return [];
  const family = must(cabling.families[cabling.cables.family[members[0]!]!], 'family');
  const parts = Math.ceil(members.length / mostMembers(loomSettings(plan), family));
  const split = Array.from({ length: parts }, (_, part) =>
    members.slice(Math.floor((part * members.length) / parts), Math.floor(((part + 1) * members.length) / parts)),
  );
  return split.filter((own) => own.length > 1).map((own): Bundle => ({ members: own, make, decision: null, part: 0 }));
}

/** Cables inside one cabinet or without a route, and splitters whose legs part on their way to several cabinets. */
function runsAlone({ cables, links }: Cabling, cable: number): boolean {
  if (cables.route[cable] === NONE || cables.requiredMm[cable] === NONE) return true;
  const first = cables.firstLink[cable]!;
  for (let link = first; link < first + cables.linkCount[cable]!; link += 1) {
    if (links.aPort[link] === NONE || links.bPort[link] === NONE) return true;
  }
  return false;
}

/** From one state of a hall to a larger one: which links are new, which move, who does what in which order, and how long it takes. */
import { must } from '../assert.ts';
import type { CableFamily } from '../catalog/types.ts';
import type { Derived } from '../engine/engine.ts';
import { compareNames } from '../plan/compareNames.ts';
import type { Plan } from '../plan/types.ts';
import type { Range } from '../takeoff/types.ts';
import { isLaid, laidLinks } from './laidLinks.ts';
import { isReused, linkChanges, type ChangedCable, type LinkChange } from './linkChanges.ts';
import { mostRecabledInRack, panelChanges, type PanelChanges } from './panelChanges.ts';
import { cablesOf, hoursOfCounts, installCounts, linkCounts } from './stepHours.ts';
import { isWidened } from './widenTrays.ts';
import { stepsOf, type StepDraft, type StepKind } from './steps.ts';

/** Share of each device's links of a tier that stay up in every step, unless somebody says otherwise: an assumption. */
export const USUAL_KEEP_PCT = 75;

/** A cabinet by its name and that of its hall. */
export interface StepPlace {
  readonly hall: string;
  readonly cabinet: string;
}

export interface ExpansionStep {
  /** From 1. */
  readonly number: number;
  readonly kind: StepKind;
  readonly links: readonly LinkChange[];
  /** Cables that are handled in it; of the install step, cabinets and devices. */
  readonly cables: number;
  readonly cabinets: number;
  readonly devices: number;
  /** Pathways that stand and are replaced by larger ones in it. */
  readonly widened: number;
  /** Cabinets at which somebody works, by hall and name. */
  readonly places: readonly StepPlace[];
  /** Least share of the links of a device that stay up meanwhile, in percent; 100 where none goes down. */
  readonly upPct: number;
  /** Null in a plan without a labor profile. */
  readonly hours: Range | null;
}

/** Ends that are plugged and unplugged at one cabinet: the measure of rewiring per panel rack of NSDI'19. */
export interface CabinetChanges {
  readonly cabinet: string;
  readonly name: string;
  /** Name of the hall that it stands in. */
  readonly hall: string;
  readonly isNew: boolean;
  readonly added: number;
  /** Ends of moved and recabled links: out of a port here, into one here. */
  readonly movedOut: number;
  readonly movedIn: number;
  readonly removed: number;
}

/** Links before = kept + moved + removed; links after = kept + moved + added. Recabled ones are kept: other cables carry them. */
export interface LinkSums {
  readonly added: number;
  readonly moved: number;
  readonly recabled: number;
  readonly removed: number;
}

export interface Expansion {
  readonly links: LinkSums & { readonly kept: number };
  readonly byTier: readonly (LinkSums & { readonly tier: string })[];
  readonly cables: {
    /** New ones to be pulled. */
    readonly pulled: number;
    /** Cables of moved links that reach their new port, and those that are replaced. */
    readonly reused: number;
    readonly replaced: number;
    readonly unknown: number;
    readonly takenOut: number;
  };
  readonly cabinets: { readonly added: number };
  readonly devices: { readonly added: number };
  readonly changes: readonly LinkChange[];
  readonly perCabinet: readonly CabinetChanges[];
  readonly perPanel: readonly PanelChanges[];
  readonly steps: readonly ExpansionStep[];
  /** Steps in which links go down, and the most links moved at one cabinet in one of them. */
  readonly moveSteps: number;
  readonly mostMovedAtCabinet: number;
  /** The most links re-cabled in one cabinet of patch panels, in one step. */
  readonly mostRecabledInRack: number;
  readonly keepPct: number;
  readonly hours: Range | null;
}

/** Both derived from plans in which what stays keeps its id. */
export function expansionOf(before: Derived, after: Derived, keepPct = USUAL_KEEP_PCT): Expansion {
  const { changes, kept } = linkChanges(before, after);
  const linksOf = linkCounter(before);
  const profile = after.plan.catalog.labourProfiles.get(after.plan.settings.labourProfile) ?? null;
  const cabinets = added(before.plan.cabinets, after.plan.cabinets);
  const devices = added(before.plan.devices, after.plan.devices);
  const widened = [...after.plan.segments.values()].filter((segment) => isWidened(before.plan, segment)).length;
  const handled = new HandledCables();
  const steps = stepsOf(changes, linksOf, keepPct)
    .filter(({ kind }) => kind !== 'install' || cabinets.length + devices.length + widened > 0)
    .map((draft, at): ExpansionStep => {
      const isInstall = draft.kind === 'install';
      const cables = handled.in(draft);
      const places = isInstall
        ? [...cabinets.map(({ id }) => id), ...devices.map(({ cabinet }) => cabinet)]
        : [...cabinetsOf(draft.links), ...panelCabinets([after.plan, before.plan], cables)];
      return {
        number: at + 1,
        kind: draft.kind,
        links: draft.links,
        cables: cables.length,
        cabinets: isInstall ? cabinets.length : 0,
        devices: isInstall ? devices.length : 0,
        widened: isInstall ? widened : 0,
        places: placesOf([after.plan, before.plan], places),
        upPct: draft.kind === 'move' ? upPct(draft.links, linksOf) : 100,
        hours: hoursOfCounts(profile, isInstall ? installCounts(before, after) : linkCounts(familiesOf(before, after), draft, cables)),
      };
    });
  const count = (kind: LinkChange['kind'], links: readonly LinkChange[]): number => links.filter((one) => one.kind === kind).length;
  const cables = cablesOf({ kind: 'move', links: changes });
  const moved = cables.filter(({ work }) => work === 'move');
  const sumsOf = (links: readonly LinkChange[]): LinkSums => ({
    added: count('added', links),
    moved: count('moved', links),
    recabled: count('recabled', links),
    removed: count('removed', links),
  });
  const panelsIn = (links: readonly LinkChange[]): PanelChanges[] => panelChanges([after.plan, before.plan], links);
  const moves = steps.filter(({ kind }) => kind === 'move');
  return {
    links: { kept, ...sumsOf(changes) },
    byTier: [...new Set(changes.map(({ tier }) => tier))].map((tier) => ({
      tier,
      ...sumsOf(changes.filter((one) => one.tier === tier)),
    })),
    cables: {
      pulled: cablesOf({ kind: 'pull', links: changes }).length,
      reused: moved.filter(isReused).length,
      replaced: moved.filter(({ reuses }) => reuses === false).length,
      unknown: moved.filter(({ reuses }) => reuses === null).length,
      takenOut: cables.filter(({ work }) => work === 'take-out').length,
    },
    cabinets: { added: cabinets.length },
    devices: { added: devices.length },
    changes,
    perCabinet: perCabinet(before, after, changes),
    perPanel: panelsIn(changes),
    steps,
    moveSteps: moves.length,
    mostMovedAtCabinet: Math.max(
      0,
      ...moves.flatMap(({ links }) => perCabinet(before, after, links).map(({ movedOut, movedIn }) => Math.max(movedOut, movedIn))),
    ),
    mostRecabledInRack: Math.max(0, ...moves.map(({ links }) => mostRecabledInRack(panelsIn(links)))),
    keepPct,
    hours: steps.some(({ hours }) => hours === null) ? null : sumOf(steps),
  };
}

function added<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): T[] {
  return [...after].flatMap(([id, thing]) => (before.has(id) ? [] : [thing]));
}

/** Cables that are handled in a step and were not in an earlier one: a trunk is pulled once, and plugged with the first of its links. */
class HandledCables {
  private readonly done = new Set<string>();

  in(draft: StepDraft): ChangedCable[] {
    return cablesOf(draft).filter((cable) => {
      const key = `${draft.kind === 'pull' ? 'pull' : 'plug'} ${cable.work} ${cable.id}`;
      if (this.done.has(key)) return false;
      this.done.add(key);
      return true;
    });
  }
}

function familiesOf(before: Derived, after: Derived): ReadonlyMap<string, CableFamily> {
  return new Map([...before.cabling.families, ...after.cabling.families].map((family) => [family.id, family]));
}

/** Links of a device in a tier. */
function linkCounter(derived: Derived): (device: string, tier: string) => number {
  const counts = new Map<string, number>();
  for (const link of laidLinks(derived)) {
    if (!isLaid(derived, link)) continue;
    for (const { device } of [link.ports.a, link.ports.b]) {
      const key = `${device} ${link.tierName}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return (device, tier) => counts.get(`${device} ${tier}`) ?? 0;
}

/** Of the devices at the ends that stay. */
function upPct(links: readonly LinkChange[], linksOf: (device: string, tier: string) => number): number {
  const down = new Map<string, { count: number; all: number }>();
  for (const { kind, a, b, tier, moved } of links) {
    for (const { device } of kind === 'recabled' ? [a, b] : moved === null ? [] : [moved.end === 'a' ? b : a]) {
      const known = down.get(`${device} ${tier}`) ?? { count: 0, all: linksOf(device, tier) };
      down.set(`${device} ${tier}`, { ...known, count: known.count + 1 });
    }
  }
  return Math.min(100, ...[...down.values()].map(({ count, all }) => (all === 0 ? 100 : (100 * (all - count)) / all)));
}

function cabinetsOf(links: readonly LinkChange[]): string[] {
  return links.flatMap(({ a, b, moved }) => [a.cabinet, b.cabinet, ...(moved === null ? [] : [moved.out.cabinet])]);
}

/** Cabinets of the panels at which a cable is plugged or taken out; one that is used again stays in its panel. */
function panelCabinets(plans: readonly Plan[], cables: readonly ChangedCable[]): string[] {
  return cables
    .filter((cable) => !isReused(cable))
    .flatMap(({ panels }) => panels)
    .flatMap((panel) => plans.find(({ devices }) => devices.has(panel))?.devices.get(panel)?.cabinet ?? []);
}

/** Each cabinet once, by hall and name. */
function placesOf(plans: readonly Plan[], cabinets: readonly string[]): StepPlace[] {
  return [...new Set(cabinets)]
    .map((id): StepPlace => {
      const { halls, cabinets: standing } = must(
        plans.find((plan) => plan.cabinets.has(id)),
        id,
      );
      const { name, hall } = must(standing.get(id), id);
      return { hall: must(halls.get(hall), 'hall').name, cabinet: name };
    })
    .sort((a, b) => compareNames(a.hall, b.hall) || compareNames(a.cabinet, b.cabinet));
}

function perCabinet(before: Derived, after: Derived, changes: readonly LinkChange[]): CabinetChanges[] {
  const counts = new Map<string, { name: string; added: number; movedOut: number; movedIn: number; removed: number }>();
  const at = ({ cabinet, cabinetName }: LinkChange['a']) => {
    const known = counts.get(cabinet) ?? { name: cabinetName, added: 0, movedOut: 0, movedIn: 0, removed: 0 };
    counts.set(cabinet, known);
    return known;
  };
  const hallOf = (cabinet: string): string => {
    const { plan } = after.plan.cabinets.has(cabinet) ? after : before;
    return must(plan.halls.get(must(plan.cabinets.get(cabinet), cabinet).hall), 'hall').name;
  };
  for (const { kind, a, b, moved } of changes) {
    if (kind === 'added') for (const end of [a, b]) at(end).added += 1;
    if (kind === 'removed') for (const end of [a, b]) at(end).removed += 1;
    if (kind === 'recabled') {
      for (const end of [a, b]) {
        at(end).movedOut += 1;
        at(end).movedIn += 1;
      }
    }
    if (moved !== null) {
      at(moved.out).movedOut += 1;
      at(moved.end === 'a' ? a : b).movedIn += 1;
    }
  }
  return [...counts]
    .map(([cabinet, own]) => ({ cabinet, hall: hallOf(cabinet), isNew: !before.plan.cabinets.has(cabinet), ...own }))
    .sort((a, b) => compareNames(a.hall, b.hall) || compareNames(a.name, b.name));
}

function sumOf(steps: readonly ExpansionStep[]): Range {
  const sum = (of: keyof Range): number => steps.reduce((total, { hours }) => total + (hours?.[of] ?? 0), 0);
  return { low: sum('low'), likely: sum('likely'), high: sum('high') };
}

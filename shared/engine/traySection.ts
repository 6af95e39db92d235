/** A cut through a pathway: the cables that lie there, loom by loom, as round as they are. */
import { must } from '../assert.ts';
import { pathwayAreaMm2 } from '../cabling/pathwayFill.ts';
import { loomOfCable } from '../looms/findLoom.ts';
import type { PathwayKind } from '../plan/types.ts';
import type { Derived } from './engine.ts';
import { packSection, type Circle } from './packSection.ts';

/** Cables that lie side by side: a loom, or those of a tier that are pulled alone. */
export interface SectionGroup {
  /** Id of the loom; null: pulled alone. */
  readonly loom: string | null;
  readonly name: string;
  /** Ids of the cables, in the order of the circles. */
  readonly cables: readonly string[];
  readonly names: readonly string[];
  readonly areaMm2: number;
  readonly massGPerM: number;
}

export interface TraySection {
  readonly segment: string;
  readonly kind: PathwayKind;
  /** From the segment's `from` end, and its whole length. */
  readonly atMm: number;
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly depthMm: number;
  readonly areaMm2: number;
  readonly usedAreaMm2: number;
  readonly massGPerM: number;
  readonly groups: readonly SectionGroup[];
  /** A circle a cable, group by group; more than the pathway holds stand out above its rim. */
  readonly circles: readonly (Circle & { readonly group: number })[];
}

/** The cut at a place of a segment, or where most cables lie; null when the plan has no such segment. */
export function traySection(derived: Derived, id: string, wantedMm: number | null): TraySection | null {
  const { survey, cabling } = derived;
  const row = survey.network.segments.findIndex((segment) => segment.id === id);
  const segment = survey.network.segments[row];
  if (segment === undefined) return null;
  const lengthMm = must(survey.network.edgeLengthMm[row], 'length');
  const runs = runsThrough(derived, row);
  const atMm = wantedMm === null ? fullestPlace(derived, runs, lengthMm) : Math.min(lengthMm, Math.max(0, wantedMm));
  const rows = cablesAt(derived, runs, atMm, lengthMm);
  const groups = groupsOf(derived, rows);
  const family = (cable: number) => must(cabling.families[cabling.cables.family[cable]!], 'family');
  const diameters = groups.map(({ rows: own }) => own.map((cable) => family(cable).outerDiameterMm));
  return {
    segment: id,
    kind: segment.kind,
    atMm,
    lengthMm,
    widthMm: segment.widthMm,
    depthMm: segment.depthMm,
    areaMm2: pathwayAreaMm2(segment),
    usedAreaMm2: groups.reduce((sum, { areaMm2 }) => sum + areaMm2, 0),
    massGPerM: groups.reduce((sum, { massGPerM }) => sum + massGPerM, 0),
    groups: groups.map(({ rows: own, ...group }) => ({
      ...group,
      cables: own.map((cable) => cabling.cableId(cable)),
      names: own.map((cable) => cabling.cableName(cable)),
    })),
    circles: packSection(segment.widthMm, segment.depthMm, diameters),
  };
}

interface Run {
  readonly route: number;
  readonly fromMm: number;
  readonly toMm: number;
}

function runsThrough({ cabling }: Derived, edge: number): Run[] {
  return cabling.routes.flatMap((route, row) =>
    route.steps.flatMap((step) =>
      step.edge === edge ? [{ route: row, fromMm: Math.min(step.fromMm, step.toMm), toMm: Math.max(step.fromMm, step.toMm) }] : [],
    ),
  );
}

/** The middle of the stretch with most cables; of several the first. */
function fullestPlace({ cabling }: Derived, runs: readonly Run[], lengthMm: number): number {
  const { cables } = cabling;
  const ofRoute = new Map<number, number>();
  for (let cable = 0; cable < cables.count; cable += 1) {
    const route = cables.route[cable]!;
    ofRoute.set(route, (ofRoute.get(route) ?? 0) + 1);
  }
  const places = [...new Set([0, lengthMm, ...runs.flatMap(({ fromMm, toMm }) => [fromMm, toMm])])].sort((a, b) => a - b);
  let best = { atMm: lengthMm / 2, cables: -1 };
  for (let next = 1; next < places.length; next += 1) {
    const atMm = Math.round((places[next - 1]! + places[next]!) / 2);
    const count = runs.reduce((sum, { route, fromMm, toMm }) => sum + (fromMm <= atMm && atMm <= toMm ? (ofRoute.get(route) ?? 0) : 0), 0);
    if (count > best.cables) best = { atMm, cables: count };
  }
  return Math.round(best.atMm);
}

function cablesAt({ cabling }: Derived, runs: readonly Run[], atMm: number, lengthMm: number): number[] {
  // At a joint of two runs the later one counts, so that no cable lies there twice.
  const routes = new Set(runs.filter(({ fromMm, toMm }) => fromMm <= atMm && (atMm < toMm || toMm === lengthMm)).map(({ route }) => route));
  return Array.from({ length: cabling.cables.count }, (_, cable) => cable).filter((cable) => routes.has(cabling.cables.route[cable]!));
}

type Group = Omit<SectionGroup, 'cables' | 'names'> & { readonly rows: readonly number[] };

/** Looms in the order of their first cables, then single ones by tier. */
function groupsOf(derived: Derived, rows: readonly number[]): Group[] {
  const { cabling } = derived;
  const byKey = new Map<string, { loom: string | null; name: string; rows: number[] }>();
  for (const cable of rows) {
    const loom = loomOfCable(derived, cable);
    const tier = must(cabling.tiers[cabling.cables.tier[cable]!], 'tier').name;
    const key = loom?.id ?? `tier ${tier}`;
    const group = byKey.get(key) ?? { loom: loom?.id ?? null, name: loom?.name ?? `${tier}, pulled alone`, rows: [] };
    group.rows.push(cable);
    byKey.set(key, group);
  }
  const groups = [...byKey.values()].sort((a, b) => Number(a.loom === null) - Number(b.loom === null));
  return groups.map((group) => {
    const families = group.rows.map((cable) => must(cabling.families[cabling.cables.family[cable]!], 'family'));
    return {
      ...group,
      areaMm2: families.reduce((sum, { outerDiameterMm }) => sum + (Math.PI * outerDiameterMm * outerDiameterMm) / 4, 0),
      massGPerM: families.reduce((sum, { massGPerM }) => sum + massGPerM, 0),
    };
  });
}

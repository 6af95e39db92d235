/** Derivations of what a plan is made of by rules and by product: fabrics, tiers, cable families, lengths, rules for ways, redundancy groups, junctions. */
import type { Derived } from '../../shared/engine/engine.ts';
import { must } from '../../shared/assert.ts';
import { billOfMaterials } from '../../shared/takeoff/bom.ts';
import { fabricBills, type FabricBill } from '../../shared/takeoff/fabricBills.ts';
import { portAssignment } from '../../shared/templates/portAssignment.ts';
import { grouped, left, metresText, right } from './alignedTable.ts';
import { facts, type Dossier } from './dossier.ts';
import { figureDossier } from './figureDossier.ts';
import { junctionDossier } from './junctionDossier.ts';

export interface NamedPart {
  readonly id: string;
  readonly what: string;
  readonly dossier: () => Dossier;
}

/** Everything of this id or exact name, commas and all. A length goes by its order number. */
export function partsNamed(derived: Derived, name: string): NamedPart[] {
  const { plan, takeoff } = derived;
  const isNamed = (one: { readonly id: string; readonly name: string }): boolean => one.id === name || one.name === name;
  const bills = fabricBills(plan, derived.survey, derived.cabling);
  const found: NamedPart[] = bills
    .filter(({ id, name: own }) => id !== null && isNamed({ id, name: own }))
    .map((bill) => ({ id: bill.id ?? bill.name, what: 'fabric', dossier: () => fabricDossier(derived, bill) }));
  if (takeoff.cables.byTier.some(({ tier }) => tier === name)) {
    found.push({ id: name, what: 'tier', dossier: () => tierDossier(derived, bills, name) });
  }
  for (const { family } of takeoff.cables.byFamily) {
    const { name: own } = must(plan.catalog.cableFamilies.get(family), family);
    if (isNamed({ id: family, name: own })) found.push({ id: family, what: 'cable family', dossier: () => familyDossier(derived, family) });
  }
  for (const rule of plan.routeRules.values()) {
    if (isNamed(rule)) found.push({ id: rule.id, what: 'rule for ways', dossier: () => ruleDossier(derived, rule.id) });
  }
  for (const group of plan.diversityGroups.values()) {
    if (isNamed(group)) found.push({ id: group.id, what: 'redundancy group', dossier: () => groupDossier(derived, group.id) });
  }
  const junction = plan.junctions.get(name);
  if (junction !== undefined) {
    const hall = must(plan.halls.get(junction.hall), junction.hall).name;
    found.push({ id: name, what: `junction in ${hall}`, dossier: () => junctionDossier(derived, name) });
  }
  const length = found.length > 0 ? null : figureDossier(derived, `bom/${name}`);
  if (length !== null) found.push({ id: name, what: 'line of the bill', dossier: () => length });
  return found;
}

function fabricDossier({ plan }: Derived, bill: FabricBill): Dossier {
  const { id, name, links, cables, tiers, transceivers } = bill;
  const rule = plan.fabrics.get(id ?? '')?.rule;
  const ports = rule === undefined ? [] : portAssignment(rule);
  return {
    title: `fabric ${name} (${id ?? 'by hand'}): ${grouped(links)} links on ${grouped(cables)} cables, the sum of its tiers`,
    parts: [
      {
        columns: [left('Tier'), right('Links'), right('Cables'), left('Family')],
        rows: tiers.map((one) => [one.tier, grouped(one.links), grouped(one.cables), one.family ?? 'several']),
      },
      {
        columns: [left('Module'), right('Count')],
        rows: transceivers.map((one) => [must(plan.catalog.transceivers.get(one.id), one.id).name, grouped(one.count)]),
      },
      { columns: [left('Tier'), left('Ports')], rows: ports.map(({ tier, text }) => [tier, text]) },
    ],
    json: { kind: 'fabric', ...bill, ports },
  };
}

/** Tiers of several fabrics may share a name; the takeoff adds them up. */
function tierDossier({ takeoff }: Derived, bills: readonly FabricBill[], tier: string): Dossier {
  const countIn = (counts: readonly { readonly tier: string; readonly count: number }[]): number =>
    counts.find((one) => one.tier === tier)?.count ?? 0;
  const [links, cables] = [countIn(takeoff.links.byTier), countIn(takeoff.cables.byTier)];
  const byFabric = bills.flatMap(({ id, name, tiers }) =>
    tiers.filter((one) => one.tier === tier).map((one) => ({ fabric: id, name, links: one.links, cables: one.cables, family: one.family })),
  );
  return {
    title: `tier ${tier}: ${grouped(links)} links on ${grouped(cables)} cables, the sum over its fabrics`,
    parts: [
      {
        columns: [left('Fabric'), right('Links'), right('Cables'), left('Family')],
        rows: byFabric.map((one) => [one.name, grouped(one.links), grouped(one.cables), one.family ?? 'several']),
      },
    ],
    json: { kind: 'tier', tier, links, cables, byFabric },
  };
}

function familyDossier({ plan, survey, cabling, takeoff }: Derived, id: string): Dossier {
  const count = must(
    takeoff.cables.byFamily.find(({ family }) => family === id),
    id,
  );
  const { name } = must(plan.catalog.cableFamilies.get(id), id);
  const lines = billOfMaterials(plan, survey, cabling, takeoff).lines.filter(({ family }) => family === id);
  return {
    title: `cable family ${name} (${id}): ${grouped(count.count)} cables, the sum of its lengths`,
    parts: [
      facts([
        ['Required', metres(count.requiredM, count.unknownRequired), 'path and slack of each cable'],
        ['Ordered', metres(count.orderedM, count.unknownOrdered), 'length × cables, without spares'],
      ]),
      {
        columns: [left('Order number'), left('Length'), right('Cables'), right('Spares'), right('Order'), right('Ordered m')],
        rows: lines.map(({ sku, lengthMm, required, spares, order }) => [
          sku ?? '',
          lengthMm === null ? 'unknown' : metresText(lengthMm),
          grouped(required),
          grouped(spares),
          grouped(order),
          lengthMm === null ? 'unknown' : grouped((lengthMm * required) / 1000, 3),
        ]),
      },
    ],
    json: { kind: 'cable-family', name, ...count, lines },
  };
}

function metres(known: number, unknown: number): string {
  return `${unknown > 0 ? '≥ ' : ''}${metresText(known * 1000)}${unknown > 0 ? ` (${unknown} unknown)` : ''}`;
}

/** Cables that a rule pins or keeps off pathways, by tier. */
function ruleDossier({ plan, cabling }: Derived, id: string): Dossier {
  const rule = must(plan.routeRules.get(id), id);
  const byTier = new Map<string, { pinned: number; kept: number; outranked: number; ruledOut: number }>();
  for (let cable = 0; cable < cabling.cables.count; cable += 1) {
    const course = cabling.rules?.courseOf(cable);
    if (course === undefined) continue;
    const has = (rules: readonly { readonly id: string }[]): number => Number(rules.some((one) => one.id === id));
    const [pinned, kept, outranked] = [Number(course.pinnedBy?.id === id), has(course.forbiddenBy), has(course.outranked)];
    if (pinned + kept + outranked === 0) continue;
    const { name } = must(cabling.tiers[cabling.cables.tier[cable]!], 'tier');
    const sum = byTier.get(name) ?? { pinned: 0, kept: 0, outranked: 0, ruledOut: 0 };
    byTier.set(name, {
      pinned: sum.pinned + pinned,
      kept: sum.kept + kept,
      outranked: sum.outranked + outranked,
      ruledOut: sum.ruledOut + Number(cabling.rules?.ruledOut.has(cable)),
    });
  }
  const placeName = (place: (typeof rule.via)[number]): string =>
    place.kind === 'segment' ? (plan.segments.get(place.id)?.name ?? place.id) : `junction ${place.id}`;
  return {
    title: `rule ${rule.name} (${id})`,
    parts: [
      facts([
        ['Pinned over', '', rule.via.length === 0 ? 'nothing' : rule.via.map(placeName).join(', then ')],
        ['Kept off', '', rule.avoid.length === 0 ? 'nothing' : rule.avoid.map((one) => plan.segments.get(one)?.name ?? one).join(', ')],
      ]),
      {
        columns: [left('Tier'), right('Pinned'), right('Kept off'), right('Narrower rule pins'), right('Left without a way')],
        rows: [...byTier].map(([tier, sum]) => [tier, ...[sum.pinned, sum.kept, sum.outranked, sum.ruledOut].map((n) => grouped(n))]),
      },
    ],
    json: { kind: 'rule', rule, byTier: [...byTier].map(([tier, sum]) => ({ tier, ...sum })) },
  };
}

function groupDossier({ plan, cabling }: Derived, id: string): Dossier {
  const group = must(plan.diversityGroups.get(id), id);
  const sets = (cabling.rules?.apart ?? [])
    .filter(({ set }) => set.group.id === id)
    .map(({ set, kind, cables }) => ({
      device: set.device,
      kind,
      cables: cables.map((cable) => ({
        id: cabling.cableId(cable),
        name: cabling.cableName(cable),
        pathMm: cabling.cables.pathMm[cable]!,
      })),
      missing: set.missing,
    }));
  return {
    title: `redundancy group ${group.name} (${id}): ${grouped(sets.filter(({ kind }) => kind === 'apart').length)} of ${grouped(sets.length)} sets of links kept apart`,
    parts: [
      {
        columns: [left('At'), left('Result'), left('Cable'), right('Path')],
        rows: sets.flatMap(({ device, kind, cables }) =>
          cables.map(({ name, pathMm }) => [
            device === null ? '' : (plan.devices.get(device)?.name ?? device),
            RESULTS[kind],
            name,
            metresText(pathMm < 0 ? null : pathMm),
          ]),
        ),
      },
    ],
    json: { kind: 'redundancy-group', group, sets },
  };
}

const RESULTS = {
  apart: 'apart',
  together: 'not apart: all need the same places',
  undecided: 'no separate ways found',
  'one-cable': 'two of its links run through one cable',
} as const;

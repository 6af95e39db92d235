import type { Check, CheckInput, Raised } from './types.ts';
import type { RouteRule } from '../plan/routeRules.ts';
import { must } from '../assert.ts';
import { cablesOfLink } from '../cabling/rules/courses.ts';
import { NONE, RouteStatus } from '../cabling/types.ts';
import { sortedById } from '../plan/sortedById.ts';
import { cableIds, cablePlace, listedNote, RowGroups } from './cableGroups.ts';
import { counted, named } from './figures.ts';
import { missingScope } from './missingScope.ts';

/** Rules name places and cables that are there, do not contradict each other, and lead no cable back over where it came. */
export const routeRules: Check = {
  codes: ['route.dangling', 'route.idle', 'route.conflict', 'route.doubles-back'],
  title: 'Rules for routes say what can be done',
  *run(input) {
    if (input.plan.routeRules.size === 0) return;
    for (const rule of sortedById(input.plan.routeRules)) {
      yield* danglingFindings(input, rule);
      yield* idleFindings(input, rule);
    }
    yield* conflictFindings(input);
    yield* doublingFindings(input);
  },
};

function* danglingFindings({ plan, cabling }: CheckInput, { id, name, scope, via, avoid }: RouteRule): Iterable<Raised> {
  const places = [
    ...via
      .filter((waypoint) => !(waypoint.kind === 'segment' ? plan.segments : plan.junctions).has(waypoint.id))
      .map((waypoint) => waypoint.id),
    ...avoid.filter((segment) => !plan.segments.has(segment)),
  ];
  const links = scope.kind === 'links' ? scope.links.filter((link) => cablesOfLink(cabling, link).length === 0) : [];
  const gone = [...new Set([...places, ...links])];
  if (gone.length === 0) return;
  yield {
    code: 'route.dangling',
    // A pin that leads nowhere is not kept; what is no longer there needs no forbidding.
    severity: via.some((waypoint) => gone.includes(waypoint.id)) ? 'error' : 'warning',
    ids: [id, ...gone].sort(),
    place: null,
    message: `${name} names ${counted(gone.length, 'thing')} that ${gone.length === 1 ? 'is' : 'are'} gone: ${named(gone)}`,
    required: 'pathways, junctions and links that exist',
    actual: `${gone.length} gone`,
    mend: `Take ${gone.length === 1 ? 'it' : 'them'} off ${name}, or bring ${gone.length === 1 ? 'it' : 'them'} back`,
  };
}

/** Cables that a rule is about, if any of them runs over pathways. */
function* idleFindings({ cabling, plan }: CheckInput, { id, name, scope }: RouteRule): Iterable<Raised> {
  const { cables, tiers, families } = cabling;
  const own = scope.kind === 'links' ? new Set(scope.links.flatMap((link) => cablesOfLink(cabling, link))) : null;
  const isMeant = (cable: number): boolean => {
    if (own !== null) return own.has(cable);
    const tier = must(tiers[cables.tier[cable]!], 'tier');
    if (scope.kind === 'family') return families[cables.family[cable]!]?.id === scope.family;
    return scope.kind === 'fabric' && tier.fabric === scope.fabric && (scope.tier === null || scope.tier === tier.name);
  };
  for (let cable = 0; cable < cables.count; cable += 1) {
    if (cables.status[cable] !== RouteStatus.sameCabinet && isMeant(cable)) return;
  }
  const missing = scope.kind === 'fabric' ? missingScope(plan, cabling, scope) : null;
  const subject = scope.kind === 'family' ? (plan.catalog.cableFamilies.get(scope.family)?.name ?? scope.family) : 'what it names';
  yield {
    code: 'route.idle',
    severity: 'warning',
    ids: [id],
    place: null,
    message: `${name} bends no cable: ${missing === null ? `none of ${subject} leaves its cabinet` : `there is no ${missing}`}`,
    required: missing === null ? 'at least one cable over pathways' : 'a fabric and a tier that are there',
    actual: missing === null ? 'none' : `no ${missing}`,
    mend: `Remove ${name}, or let it name other cables`,
  };
}

/** Of rules equally narrow, the pins of one alone can hold. */
function* conflictFindings({ survey, cabling }: CheckInput): Iterable<Raised> {
  const { rules, cables } = cabling;
  if (rules === null) return;
  const byPair = new RowGroups();
  for (let cable = 0; cable < cables.count; cable += 1) {
    const { pinnedBy, outranked } = rules.courseOf(cable);
    if (pinnedBy === null) continue;
    for (const other of outranked)
      if (isAsNarrow(pinnedBy, other)) byPair.add(`${pinnedBy.id}\n${other.id}\n${pinnedBy.name}\n${other.name}`, cable);
  }
  for (const [key, rows] of byPair.entries()) {
    const [id = '', other = '', name = '', otherName = ''] = key.split('\n');
    yield {
      code: 'route.conflict',
      severity: 'warning',
      ids: [id, other, ...cableIds(cabling, rows)].sort(),
      place: cablePlace(survey, cabling, must(rows[0], 'a cable')),
      message: `${name} and ${otherName} both pin ${counted(rows.length, 'cable')}; the pins of ${name} hold${listedNote(rows.length)}`,
      required: 'one rule that pins a cable',
      actual: 'two',
      mend: `Take these cables out of ${otherName}, or put all pins into one rule`,
    };
  }
}

function isAsNarrow({ scope: a }: RouteRule, { scope: b }: RouteRule): boolean {
  return a.kind === b.kind && (a.kind !== 'fabric' || b.kind !== 'fabric' || (a.tier === null) === (b.tier === null));
}

/** A cable that pins send out and back along the same stretch cannot be laid so. */
function* doublingFindings({ survey, cabling }: CheckInput): Iterable<Raised> {
  const { rules, cables, routes } = cabling;
  if (rules === null) return;
  const doubling = routes.map(({ steps }) => firstDoubled(steps));
  const byRule = new RowGroups();
  for (let cable = 0; cable < cables.count; cable += 1) {
    const route = cables.route[cable]!;
    if (route === NONE || doubling[route] === null) continue;
    const { pinnedBy } = rules.courseOf(cable);
    if (pinnedBy !== null) byRule.add(`${pinnedBy.id}\n${pinnedBy.name}\n${pinnedBy.via.length}`, cable);
  }
  for (const [key, rows] of byRule.entries()) {
    const [id = '', name = '', pins = ''] = key.split('\n');
    const first = must(rows[0], 'a cable');
    const edge = must(doubling[cables.route[first]!], 'doubled stretch');
    const pathway = survey.network.segments[edge]?.name ?? must(survey.network.edgeIds[edge], 'edge');
    yield {
      code: 'route.doubles-back',
      severity: 'warning',
      ids: [id, ...cableIds(cabling, rows)].sort(),
      place: cablePlace(survey, cabling, first),
      message: `${name} leads ${counted(rows.length, 'cable')} over ${pathway} and back again${listedNote(rows.length)}`,
      required: 'each stretch passed once',
      actual: 'twice',
      mend:
        pins === '1'
          ? `Unpin the place of ${name}, which lies off every way through, or lay a pathway on from it`
          : `Change the order of the pins of ${name}, or unpin the place beyond ${pathway}`,
    };
  }
}

/** The first edge of which a stretch is passed twice; null when there is none. */
function firstDoubled(steps: readonly { readonly edge: number; readonly fromMm: number; readonly toMm: number }[]): number | null {
  for (const [at, one] of steps.entries()) {
    for (const other of steps.slice(at + 1)) {
      if (one.edge !== other.edge) continue;
      const lowMm = Math.max(Math.min(one.fromMm, one.toMm), Math.min(other.fromMm, other.toMm));
      const highMm = Math.min(Math.max(one.fromMm, one.toMm), Math.max(other.fromMm, other.toMm));
      if (highMm > lowMm) return one.edge;
    }
  }
  return null;
}

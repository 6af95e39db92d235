/** A plan with the ids that another gives to the same things, so that the two compare by id. */
import { tiedTables, type DimensionEnd } from '../plan/drawingAids.ts';
import type { TableName } from '../plan/schema.ts';
import { compareIds } from '../plan/sortedById.ts';
import { groupedTables } from '../plan/groups.ts';
import type { NoteSubject } from '../plan/notes.ts';
import type { Plan, PortRef } from '../plan/types.ts';
import type { DiversityMembers, RouteScope } from '../plan/routeRules.ts';
import { matchIds, type MatchedIds } from './matchIds.ts';

/** The new plan under the ids of the old one; the very same where every id is the old one's already. */
export function underIdsOf(old: Plan, next: Plan): Plan {
  const matched = matchIds(old, next);
  return Object.values(matched).every(({ size }) => size === 0) ? next : withIds(next, matched);
}

interface Thing {
  readonly id: string;
}

function withIds(plan: Plan, matched: MatchedIds): Plan {
  const to = (table: TableName, id: string): string => matched[table].get(id) ?? id;
  const link = (id: string): string => {
    const slash = id.indexOf('/');
    return slash < 0 ? to('trunks', to('links', id)) : `${to('fabrics', id.slice(0, slash))}${id.slice(slash)}`;
  };
  const any = (id: string): string => {
    for (const ids of Object.values(matched)) {
      const known = ids.get(id);
      if (known !== undefined) return known;
    }
    return link(id);
  };
  const port = (ref: PortRef): PortRef => ({ ...ref, device: to('devices', ref.device) });
  const table = <T extends Thing>(name: TableName, things: ReadonlyMap<string, T>, rewrite: (thing: T) => T): ReadonlyMap<string, T> =>
    byId([...things.values()].map((thing) => rewrite({ ...thing, id: to(name, thing.id) })));
  const onLinks = <T extends Thing>(things: ReadonlyMap<string, T>, rewrite: (thing: T) => T): ReadonlyMap<string, T> =>
    byId([...things.values()].map((thing) => rewrite({ ...thing, id: link(thing.id) })));
  const inHall = <T extends Thing & { readonly hall: string }>(thing: T): T => ({ ...thing, hall: to('halls', thing.hall) });
  return {
    ...plan,
    halls: table('halls', plan.halls, (hall) => hall),
    doors: table('doors', plan.doors, inHall),
    obstacles: table('obstacles', plan.obstacles, inHall),
    underlays: table('underlays', plan.underlays, inHall),
    cabinets: table('cabinets', plan.cabinets, inHall),
    devices: table('devices', plan.devices, (device) => ({ ...device, cabinet: to('cabinets', device.cabinet) })),
    junctions: table('junctions', plan.junctions, inHall),
    segments: table('segments', plan.segments, (segment) => ({
      ...segment,
      from: to('junctions', segment.from),
      to: to('junctions', segment.to),
    })),
    fabrics: table('fabrics', plan.fabrics, (fabric) => ({
      ...fabric,
      slots: Object.fromEntries(Object.entries(fabric.slots).map(([slot, device]) => [slot, to('devices', device)])),
    })),
    links: table('links', plan.links, (one) => ({ ...one, a: port(one.a), b: port(one.b) })),
    trunks: table('trunks', plan.trunks, (trunk) => ({
      ...trunk,
      legs: trunk.legs.map((leg) => ({ ...leg, a: port(leg.a), b: port(leg.b) })),
    })),
    channels: onLinks(plan.channels, (channel) => ({
      ...channel,
      stops: channel.stops.map((stop) => ({ ...stop, device: to('devices', stop.device) })),
    })),
    overrides: onLinks(plan.overrides, (override) => override),
    exclusions: table('exclusions', plan.exclusions, (exclusion) => ({ ...exclusion, ids: exclusion.ids.map(any).sort(compareIds) })),
    groups: table('groups', plan.groups, (group) => ({
      ...group,
      members: group.members.map((member) => ({ ...member, id: to(groupedTables[member.kind], member.id) })),
    })),
    routeRules: table('routeRules', plan.routeRules, (rule) => ({
      ...rule,
      scope: scopeUnder(rule.scope),
      via: rule.via.map((point) => ({ ...point, id: to(point.kind === 'segment' ? 'segments' : 'junctions', point.id) })),
      avoid: rule.avoid.map((segment) => to('segments', segment)),
    })),
    diversityGroups: table('diversityGroups', plan.diversityGroups, (group) => ({ ...group, members: membersUnder(group.members) })),
    dimensions: table('dimensions', plan.dimensions, (one) => ({ ...inHall(one), a: dimensionEnd(one.a), b: dimensionEnd(one.b) })),
    views: table('views', plan.views, inHall),
    notes: table('notes', plan.notes, (note) => ({
      ...inHall(note),
      about: note.about === null ? null : { ...note.about, id: subjectUnder(note.about) },
    })),
    pods: table('pods', plan.pods, (pod) => pod),
    looms: table('looms', plan.looms, (loom) => ({
      ...loom,
      cables: loom.cables.map(link),
      pulledFrom: loom.pulledFrom === null ? null : to('cabinets', loom.pulledFrom),
    })),
  };

  function dimensionEnd(end: DimensionEnd): DimensionEnd {
    return end.kind === 'place' ? end : { ...end, id: to(tiedTables[end.kind], end.id) };
  }

  function subjectUnder({ kind, id }: NoteSubject): string {
    return kind === 'cable' ? link(id) : to(`${kind}s`, id);
  }

  function scopeUnder(scope: RouteScope): RouteScope {
    switch (scope.kind) {
      case 'family':
        return scope;
      case 'fabric':
        return { ...scope, fabric: to('fabrics', scope.fabric) };
      case 'links':
        return { ...scope, links: scope.links.map(link) };
    }
  }

  function membersUnder(members: DiversityMembers): DiversityMembers {
    switch (members.kind) {
      case 'links':
        return { ...members, links: members.links.map(link) };
      case 'fabric':
        return { ...members, fabric: to('fabrics', members.fabric) };
    }
  }
}

function byId<T extends Thing>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map([...things].sort((a, b) => compareIds(a.id, b.id)).map((thing) => [thing.id, thing]));
}

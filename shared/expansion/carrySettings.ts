/** What people set on links goes along when growth gives these another place in the rule: ways through panels, settings, rules, looms. */
import { counted } from '../commands/wording.ts';
import type { DiversityGroup, RouteRule } from '../plan/routeRules.ts';
import type { LinkChannel, LoomDecision, Override, Plan } from '../plan/types.ts';
import type { MatchedLinks, PlacedLink } from './matchLinks.ts';

/** Links by their ids before, as they are called afterwards. */
interface Renamed {
  readonly id: string;
  /** The end that goes to another port; null: both stay, only the rule's name for the link changed. */
  readonly end: 'a' | 'b' | null;
}

export type CarriedTables = Pick<Plan, 'channels' | 'overrides' | 'routeRules' | 'diversityGroups' | 'looms'>;

export interface Carried {
  readonly tables: CarriedTables;
  readonly notes: readonly string[];
}

/** The tables with the links' new ids. A length set by hand on a cable that goes elsewhere is taken off: it was that of the old way. */
export function carrySettings(plan: Plan, { kept, moved, removed, added }: MatchedLinks<PlacedLink>): Carried {
  const renamed = new Map<string, Renamed>([
    ...kept.flatMap(([was, is]): [string, Renamed][] => (was.id === is.id ? [] : [[was.id, { id: is.id, end: null }]])),
    ...moved.map(({ was, is, end }): [string, Renamed] => [was.id, { id: is.id, end }]),
  ]);
  const gone = new Set(removed.map(({ id }) => id));
  const freed = [...plan.channels.keys()].filter((id) => gone.has(id)).length;
  const channels = rekeyed(plan.channels, (way): LinkChannel | null =>
    gone.has(way.id) ? null : { ...way, id: renamed.get(way.id)?.id ?? way.id },
  );
  const place = (id: string): CablePlace => placeOf(id, renamed, plan.channels);
  const overrides = rekeyed(plan.overrides, (one): Override | null => {
    if (gone.has(linkOf(one.id))) return null;
    const { id, goesElsewhere } = place(one.id);
    const next = { ...one, id, requiredMm: goesElsewhere ? null : one.requiredMm };
    return next.label === null && next.requiredMm === null && next.family === null && hadLength(one) ? null : next;
  });
  const lengths = [...plan.overrides.values()].filter((one) => hadLength(one) && !gone.has(linkOf(one.id)) && place(one.id).goesElsewhere);
  const ids = (list: readonly string[]): string[] => list.filter((id) => !gone.has(linkOf(id))).map((id) => place(id).id);
  const through = throughPanels(plan, added, kept, moved);
  return {
    tables: {
      channels,
      overrides,
      routeRules: mapped(plan.routeRules, (rule): RouteRule =>
        rule.scope.kind === 'links' ? { ...rule, scope: { ...rule.scope, links: ids(rule.scope.links) } } : rule,
      ),
      diversityGroups: mapped(plan.diversityGroups, (group): DiversityGroup =>
        group.members.kind === 'links' ? { ...group, members: { ...group.members, links: ids(group.members.links) } } : group,
      ),
      looms: mapped(plan.looms, (loom): LoomDecision => ({ ...loom, cables: ids(loom.cables) })),
    },
    notes: [
      ...(freed === 0
        ? []
        : [
            `${counted(freed, 'way')} through panels ${freed === 1 ? 'is' : 'are'} taken out with ${freed === 1 ? 'its link; its trunk stays' : 'their links; their trunks stay'}`,
          ]),
      ...(lengths.length === 0
        ? []
        : [
            `${counted(lengths.length, 'length')} set by hand ${lengths.length === 1 ? 'is taken off a cable that goes' : 'are taken off cables that go'} to another port: set ${lengths.length === 1 ? 'it' : 'them'} again there`,
          ]),
      ...through,
    ],
  };
}

function hadLength({ requiredMm }: Override): boolean {
  return requiredMm !== null;
}

interface CablePlace {
  readonly id: string;
  /** The cable has an end at the port that its link leaves. */
  readonly goesElsewhere: boolean;
}

/** Id of a link, or of a cable of one that runs through panels (`…#3`), as it is called afterwards. */
function placeOf(id: string, renamed: ReadonlyMap<string, Renamed>, channels: Plan['channels']): CablePlace {
  const direct = renamed.get(id);
  if (direct !== undefined) return { id: direct.id, goesElsewhere: direct.end !== null };
  const link = linkOf(id);
  const section = renamed.get(link);
  if (section === undefined) return { id, goesElsewhere: false };
  const cable = id.slice(link.length + 1);
  const last = channels.get(link)?.families.length ?? 1;
  return { id: `${section.id}#${cable}`, goesElsewhere: cable === (section.end === 'a' ? '1' : section.end === 'b' ? String(last) : '') };
}

/** `l1` of `l1#3`. */
function linkOf(id: string): string {
  const mark = id.lastIndexOf('#');
  return mark > 0 && /^\d+$/u.test(id.slice(mark + 1)) ? id.slice(0, mark) : id;
}

/** New links run directly, even where the others of their tier run through panels: which ports they take there is a designer's choice. */
function throughPanels(
  plan: Plan,
  added: readonly PlacedLink[],
  kept: MatchedLinks<PlacedLink>['kept'],
  moved: MatchedLinks<PlacedLink>['moved'],
): string[] {
  const stay = [...kept.map(([was]) => was), ...moved.map(({ was }) => was)].filter(({ id }) => plan.channels.has(id));
  return [...new Set(stay.map(({ tier }) => tier))].flatMap((tier) => {
    const fresh = added.filter((link) => link.tier === tier).length;
    if (fresh === 0) return [];
    const through = stay.filter((link) => link.tier === tier).length;
    return [
      `${fresh} new links of ${tier.slice(tier.indexOf('/') + 1)} run directly, where ${through} that stand run through panels: ` +
        'select them and run them through panels where that is wanted',
    ];
  });
}

function rekeyed<T extends { readonly id: string }>(table: ReadonlyMap<string, T>, change: (one: T) => T | null): ReadonlyMap<string, T> {
  if (table.size === 0) return table;
  return new Map(
    [...table.values()].flatMap((one) => {
      const next = change(one);
      return next === null ? [] : [[next.id, next] as const];
    }),
  );
}

function mapped<T>(table: ReadonlyMap<string, T>, change: (one: T) => T): ReadonlyMap<string, T> {
  return table.size === 0 ? table : new Map([...table].map(([id, one]) => [id, change(one)]));
}

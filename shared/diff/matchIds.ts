/**
 * Finds in two plans what is the same thing under different ids, as in a plan that was generated anew or imported twice: by id first,
 * then by name or place within what is the same. Where two things could be meant, none is.
 */
import { tableNames, type TableName } from '../plan/schema.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Plan, PortRef } from '../plan/types.ts';

/** By table: ids of the new plan with those of the old one. Things with one id in both are not in it. */
export type MatchedIds = Readonly<Record<TableName, ReadonlyMap<string, string>>>;

interface Thing {
  readonly id: string;
}

/** Gives an id of the new plan as the old one has it; ids of the old plan stay. */
type Known = (table: TableName, id: string) => string;

/** What tells one thing of a table from another, the surest first; null: nothing does. */
type Keys = (plan: Plan, known: Known) => readonly ((thing: never) => string | null)[];

/** Tables that others refer to come first. */
const keysByTable: readonly (readonly [TableName, Keys])[] = [
  ['halls', () => [named]],
  [
    'cabinets',
    (_, known) => [
      ({ hall, name }: Plain<'cabinets'>) => text(known('halls', hall), name),
      ({ hall, xMm, yMm }: Plain<'cabinets'>) => text(known('halls', hall), xMm, yMm),
    ],
  ],
  [
    'devices',
    (_, known) => [
      ({ cabinet, name }: Plain<'devices'>) => text(known('cabinets', cabinet), name),
      ({ cabinet, positionU, face }: Plain<'devices'>) => text(known('cabinets', cabinet), positionU, face),
    ],
  ],
  [
    'doors',
    (_, known) => [
      ({ hall, name }: Plain<'doors'>) => text(known('halls', hall), name),
      ({ hall, edge, offsetMm }: Plain<'doors'>) => text(known('halls', hall), edge, offsetMm),
    ],
  ],
  [
    'obstacles',
    (_, known) => [
      ({ hall, name, kind, outline }: Plain<'obstacles'>) => text(known('halls', hall), kind, name, outline),
      ({ hall, kind, outline }: Plain<'obstacles'>) => text(known('halls', hall), kind, outline),
      ({ hall, name, kind }: Plain<'obstacles'>) => text(known('halls', hall), kind, name),
    ],
  ],
  ['underlays', (_, known) => [({ hall, name }: Plain<'underlays'>) => text(known('halls', hall), name)]],
  ['junctions', (_, known) => [({ hall, xMm, yMm }: Plain<'junctions'>) => text(known('halls', hall), xMm, yMm)]],
  [
    'segments',
    (_, known) => [
      ({ from, to, kind, elevationMm }: Plain<'segments'>) =>
        text(kind, elevationMm, ...[known('junctions', from), known('junctions', to)].sort()),
      named,
    ],
  ],
  ['fabrics', () => [named]],
  [
    'links',
    (_, known) => {
      const end = ({ device, port }: PortRef): string => text(known('devices', device), port);
      return [({ a, b }: Plain<'links'>) => text(...[end(a), end(b)].sort())];
    },
  ],
  ['trunks', () => [named]],
  ['groups', () => [named]],
  ['routeRules', () => [named]],
  ['diversityGroups', () => [named]],
  ['exclusions', () => [({ code, reason, by, on }: Plain<'exclusions'>) => text(code, reason, by, on)]],
  ['pods', () => [named]],
  ['views', (_, known) => [({ hall, name }: Plain<'views'>) => text(known('halls', hall), name)]],
  ['notes', (_, known) => [({ hall, number, text: words }: Plain<'notes'>) => text(known('halls', hall), number, words)]],
  ['looms', () => [({ name }: Plain<'looms'>) => name]],
];

type Plain<T extends TableName> = Plan[T] extends ReadonlyMap<string, infer E> ? E : never;

/** Ids of the new plan that stand for things of the old one. */
export function matchIds(old: Plan, next: Plan): MatchedIds {
  const matched = Object.fromEntries(tableNames.map((table) => [table, new Map<string, string>()])) as Record<
    TableName,
    Map<string, string>
  >;
  const known: Known = (table, id) => matched[table].get(id) ?? id;
  const same: Known = (_, id) => id;
  for (const [table, keys] of keysByTable) {
    let [gone, come] = [missing<Thing>(old[table], next[table]), missing<Thing>(next[table], old[table])];
    const [oldKeys, newKeys] = [keys(old, same), keys(next, known)];
    for (const [at, keyOf] of newKeys.entries()) {
      if (gone.length === 0 || come.length === 0) break;
      const candidates = onlyOnes(gone, oldKeys[at]!);
      for (const [key, thing] of onlyOnes(come, keyOf)) {
        const was = candidates.get(key);
        if (was !== undefined) matched[table].set(thing.id, was.id);
      }
      const taken = new Set(matched[table].values());
      gone = gone.filter(({ id }) => !taken.has(id));
      come = come.filter(({ id }) => !matched[table].has(id));
    }
  }
  return matched;
}

function missing<T extends Thing>(of: ReadonlyMap<string, T>, from: ReadonlyMap<string, unknown>): T[] {
  return sortedById(of).filter(({ id }) => !from.has(id));
}

/** Things by their key, without those that share it. */
function onlyOnes<T extends Thing>(things: readonly T[], keyOf: (thing: never) => string | null): Map<string, T> {
  const byKey = new Map<string, T | null>();
  for (const thing of things) {
    const key = keyOf(thing as never);
    if (key !== null) byKey.set(key, byKey.has(key) ? null : thing);
  }
  return new Map([...byKey].flatMap(([key, thing]) => (thing === null ? [] : [[key, thing] as const])));
}

function named({ name }: { readonly name: string }): string {
  return name;
}

function text(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}

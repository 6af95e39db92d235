/** Tables by windows: sorted, filtered and scoped here, so that a page asks for the rows that it shows. */
import { compareNames } from '../plan/compareNames.ts';
import { overrideOfCable } from '../cabling/cableOverride.ts';
import { NONE, RouteStatus } from '../cabling/types.ts';
import { portsOf } from '../catalog/ports.ts';
import type { Bom } from '../takeoff/types.ts';
import { cablesThrough } from './cableScope.ts';
import type { Derived } from './engine.ts';
import { findingKeys } from './findingKey.ts';
import { loomSource } from './loomRows.ts';
import type { TableSource } from './tableSource.ts';
import { listSource } from './tableSource.ts';
import type { LoomRow } from './loomRow.ts';
import type { BomRow, CableRow, FindingRow, RowOf, RowQuery, RowWindow, TableName } from './protocol.ts';

/** The tables of one derivation. Orders and texts are made once and remembered. */
export interface Tables {
  window<T extends TableName>(table: T, query: RowQuery, revision: number): RowWindow<T>;
}

type Sortable = string | number | boolean | null;

export function createTables(derived: Derived, billOfMaterials: () => Bom): Tables {
  let cables: TableSource<CableRow> | null = null;
  let bom: TableSource<BomRow> | null = null;
  let looms: TableSource<LoomRow> | null = null;
  let findings: TableSource<FindingRow> | null = null;
  let accepted: TableSource<FindingRow> | null = null;

  function sourceOf(table: TableName): TableSource<RowOf[TableName]> {
    switch (table) {
      case 'cables':
        return (cables ??= cableSource(derived));
      case 'bom':
        return (bom ??= listSource(bomRows(billOfMaterials())));
      case 'looms':
        return (looms ??= loomSource(derived));
      case 'findings':
        return (findings ??= findingSource(derived, 'standing'));
      case 'accepted':
        return (accepted ??= findingSource(derived, 'accepted'));
    }
  }

  return {
    window(table, query, revision) {
      const source = sourceOf(table);
      const order = matchingRows(source, query);
      const rows = Array.from(order.slice(query.from, query.from + query.count), (row) => source.row(row));
      // The source of a table makes that table's rows.
      return { table, revision, matching: order.length, total: source.count, from: query.from, rows: rows as RowOf[typeof table][] };
    },
  };
}

function matchingRows<R extends object>(source: TableSource<R>, query: RowQuery): Int32Array {
  let order = query.sort === null ? naturalOrder(source.count) : sortedOrder(source, query.sort.by, query.sort.descending);
  const keep = (rows: Iterable<number>): void => {
    const wanted = new Uint8Array(source.count);
    for (const row of rows) wanted[row] = 1;
    order = order.filter((row) => wanted[row] === 1);
  };
  const scope = query.scope === null ? null : source.inScope(query.scope);
  if (scope !== null) keep(scope);
  if (query.only !== undefined) keep(query.only.flatMap((id) => source.find(id) ?? []));
  const words = query.filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > 0) {
    order = order.filter((row) => {
      const text = (source.texts[row] ??= textOf(source.row(row)));
      return words.every((word) => text.includes(word));
    });
  }
  return order;
}

function naturalOrder(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, row) => row);
}

/** Equal rows keep the table's own order; unknown comes last either way. */
function sortedOrder<R extends object>(source: TableSource<R>, by: string, descending: boolean): Int32Array {
  const key = `${by} ${descending ? 'down' : 'up'}`;
  const known = source.orders.get(key);
  if (known !== undefined) return known;
  const values = Array.from({ length: source.count }, (_, row) => sortableOf(source.row(row), by));
  const sign = descending ? -1 : 1;
  const order = naturalOrder(source.count).sort((a, b) => {
    const [valueA, valueB] = [values[a] ?? null, values[b] ?? null];
    if (valueA === null || valueB === null) return valueA === valueB ? a - b : valueA === null ? 1 : -1;
    const difference =
      typeof valueA === 'string' && typeof valueB === 'string'
        ? compareNames(valueA, valueB)
        : valueA < valueB
          ? -1
          : valueA > valueB
            ? 1
            : 0;
    return difference === 0 ? a - b : sign * difference;
  });
  source.orders.set(key, order);
  return order;
}

function sortableOf(row: object, by: string): Sortable {
  const value: unknown = Object.hasOwn(row, by) ? Reflect.get(row, by) : null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.join(' ');
  // Money.
  if (typeof value === 'object' && value !== null && 'amountMinor' in value && typeof value.amountMinor === 'number')
    return value.amountMinor;
  return null;
}

function textOf(row: object): string {
  return Object.values(row)
    .filter((value) => typeof value === 'string' || Array.isArray(value))
    .join(' ')
    .toLowerCase();
}

/** Lines by what they buy, so that a line keeps its id when others come and go. */
function bomRows({ lines }: Bom): readonly BomRow[] {
  const seen = new Map<string, number>();
  return lines.map((line): BomRow => {
    const part = [line.class, line.family ?? '', line.sku ?? line.description, line.lengthMm ?? ''].join(' ');
    const earlier = seen.get(part) ?? 0;
    seen.set(part, earlier + 1);
    return { kind: 'bom', id: earlier === 0 ? part : `${part} (${earlier + 1})`, ...line };
  });
}

function findingSource(derived: Derived, shown: 'standing' | 'accepted'): TableSource<FindingRow> {
  const keys = findingKeys(derived.findings);
  const all = derived.findings.map(({ code, severity, ids, place, message, required, actual, mend, accepted }, index): FindingRow => ({
    kind: 'finding',
    id: keys[index]!,
    code,
    severity,
    ids,
    place: place === null ? null : { hall: place.hall, xMm: place.at.xMm, yMm: place.at.yMm },
    message,
    required,
    actual,
    mend,
    accepted,
  }));
  const rows = all.filter(({ accepted }) => (accepted === null) === (shown === 'standing'));
  return {
    ...listSource(rows),
    inScope(ids) {
      const wanted = new Set(ids);
      for (const { device } of derived.survey.devices) if (wanted.has(device.cabinet)) wanted.add(device.id);
      return Int32Array.from(rows.flatMap((row, index) => (wanted.has(row.id) || row.ids.some((id) => wanted.has(id)) ? [index] : [])));
    },
  };
}

function cableSource(derived: Derived): TableSource<CableRow> {
  const { cabling, plan } = derived;
  const { cables } = cabling;
  const rows: (CableRow | undefined)[] = [];
  const known = (value: number): number | null => (value === NONE ? null : value);
  return {
    count: cables.count,
    row(row) {
      return (rows[row] ??= {
        kind: 'cable',
        id: cabling.cableId(row),
        name: cabling.cableName(row),
        label: overrideOfCable(plan, cabling, row).label,
        tier: cabling.tiers[cables.tier[row]!]!.name,
        from: endText(derived, row, 'a'),
        to: endText(derived, row, 'b'),
        family: cabling.families[cables.family[row]!]!.name,
        keywords: panelWords(derived, row),
        familySku: cabling.families[cables.family[row]!]!.sku,
        links: cables.linkCount[row]!,
        pathMm: cables.status[row] === RouteStatus.noRoute ? null : known(cables.pathMm[row]!),
        requiredMm: known(cables.requiredMm[row]!),
        orderedMm: known(cables.orderedMm[row]!),
      });
    },
    find: (id) => {
      const row = cabling.findCable(id);
      return row !== null && cabling.cableId(row) === id ? row : null;
    },
    inScope: (ids) => cablesThrough(derived, ids),
    orders: new Map(),
    texts: [],
  };
}

/** `panel panel1 panel2`: the patch panels that it ends at; empty for most. */
function panelWords({ survey, cabling }: Derived, cable: number): string {
  const { links, cables } = cabling;
  const first = cables.firstLink[cable]!;
  const names = new Set<string>();
  for (let link = first; link < first + cables.linkCount[cable]!; link += 1) {
    for (const row of [links.aDevice[link]!, links.bDevice[link]!]) {
      const { device, type } = survey.devices[row]!;
      if (type.passes !== undefined) names.add(device.name);
    }
  }
  return names.size === 0 ? '' : ['panel', ...names].join(' ');
}

/** `C04 · U12 · 24/1`, with the hall before it where there are several; the legs of a splitter that end elsewhere follow. */
function endText({ plan, survey, cabling }: Derived, cable: number, end: 'a' | 'b'): string {
  const { links, cables } = cabling;
  const [devices, ports] = end === 'a' ? [links.aDevice, links.aPort] : [links.bDevice, links.bPort];
  const first = cables.firstLink[cable]!;
  const places = new Map<string, string[]>();
  for (let link = first; link < first + cables.linkCount[cable]!; link += 1) {
    const { device, type, cabinet } = survey.devices[devices[link]!]!;
    const { name, hall } = survey.cabinets[cabinet]!.cabinet;
    const hallName = plan.halls.size > 1 ? `${plan.halls.get(hall)?.name ?? hall} · ` : '';
    const place = `${hallName}${name} · U${device.positionU}`;
    const port = ports[link] === NONE ? '?' : portsOf(type)[ports[link]!]!.name;
    const names = places.get(place) ?? [];
    if (!names.includes(port)) names.push(port);
    places.set(place, names);
  }
  return [...places].map(([place, names]) => `${place} · ${names.join(', ')}`).join(' + ');
}

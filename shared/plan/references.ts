/** Every reference of a plan from one thing to another, and those that lead to nothing. */
import { sortedById } from './sortedById.ts';
import { groupedTables } from './groups.ts';
import { tableNames } from './schema.ts';
import { tiedTables, type DimensionEnd } from './drawingAids.ts';
import type { Catalog } from '../catalog/types.ts';
import type { EntityOf, TableName } from './schema.ts';
import type { Plan, TierParts } from './types.ts';

/** Tables whose things are referred to. */
export type ReferenceTarget = 'halls' | 'obstacles' | 'cabinets' | 'devices' | 'junctions' | 'segments' | keyof Catalog;

export interface Reference {
  /** From the thing that refers to its field: `hall`; `tiers`, `node-leaf`, `family`. */
  readonly field: readonly string[];
  readonly target: ReferenceTarget;
  readonly id: string;
}

/** A reference with the thing that makes it; null for what the plan's settings refer to. */
export interface PlacedReference extends Reference {
  readonly table: TableName | 'settings';
  readonly holder: string | null;
}

const TARGET_NAMES: Readonly<Record<ReferenceTarget, string>> = {
  halls: 'hall',
  obstacles: 'obstacle',
  cabinets: 'cabinet',
  devices: 'device',
  junctions: 'junction',
  segments: 'segment',
  cabinetModels: 'cabinet model',
  deviceTypes: 'device type',
  transceivers: 'transceiver',
  cableFamilies: 'cable family',
  labourProfiles: 'labor profile',
};

/** For people: `hall`, `cabinet model`. */
export function targetName(target: ReferenceTarget): string {
  return TARGET_NAMES[target];
}

/** All references of a plan: tables in the file's order, things by id. */
export function* referencesOfPlan(plan: Plan): Generator<PlacedReference> {
  yield settingsReference(plan);
  for (const table of tableNames) {
    for (const entity of sortedById<EntityOf<TableName>>(plan[table])) {
      for (const reference of referencesOf(table, entity)) yield { table, holder: entity.id, ...reference };
    }
  }
}

/** What the settings refer to. */
export function settingsReference({ settings }: Plan): PlacedReference {
  return { table: 'settings', holder: null, field: ['labourProfile'], target: 'labourProfiles', id: settings.labourProfile };
}

/** The first reference that leads to nothing; null when all are sound. */
export function findBrokenReference(plan: Plan): PlacedReference | null {
  for (const reference of referencesOfPlan(plan)) {
    if (!isSound(plan, reference)) return reference;
  }
  return null;
}

/** Whether what a reference names is in the plan or its catalog. */
export function isSound(plan: Plan, { target, id }: Reference): boolean {
  switch (target) {
    case 'halls':
    case 'obstacles':
    case 'cabinets':
    case 'devices':
    case 'junctions':
    case 'segments':
      return plan[target].has(id);
    case 'labourProfiles':
      // A plan that embeds no profile yet names the one to show first when it gets some.
      return plan.catalog.labourProfiles.size === 0 || plan.catalog.labourProfiles.has(id);
    case 'cabinetModels':
    case 'deviceTypes':
    case 'transceivers':
    case 'cableFamilies':
      return plan.catalog[target].has(id);
  }
}

/** What one thing refers to. */
export function referencesOf<T extends TableName>(table: T, entity: EntityOf<T>): readonly Reference[] {
  return readers[table](entity);
}

const readers: { readonly [T in TableName]: (entity: EntityOf<T>) => readonly Reference[] } = {
  halls: () => [],
  doors: ({ hall }) => [{ field: ['hall'], target: 'halls', id: hall }],
  obstacles: ({ hall }) => [{ field: ['hall'], target: 'halls', id: hall }],
  cabinets: ({ hall, model }) => [
    { field: ['hall'], target: 'halls', id: hall },
    { field: ['model'], target: 'cabinetModels', id: model },
  ],
  devices: ({ cabinet, type }) => [
    { field: ['cabinet'], target: 'cabinets', id: cabinet },
    { field: ['type'], target: 'deviceTypes', id: type },
  ],
  junctions: ({ hall }) => [{ field: ['hall'], target: 'halls', id: hall }],
  segments: ({ from, to }) => [
    { field: ['from'], target: 'junctions', id: from },
    { field: ['to'], target: 'junctions', id: to },
  ],
  fabrics: ({ tiers, slots }) => [
    ...Object.entries(tiers).flatMap(([tier, parts]) => partReferences(['tiers', tier], parts)),
    ...Object.entries(slots).map(([slot, id]) => ({ field: ['slots', slot], target: 'devices' as const, id })),
  ],
  links: ({ a, b, parts }) => [
    { field: ['a', 'device'], target: 'devices', id: a.device },
    { field: ['b', 'device'], target: 'devices', id: b.device },
    ...partReferences(['parts'], parts),
  ],
  trunks: ({ family, legs }) => [
    { field: ['family'], target: 'cableFamilies', id: family },
    ...legs.flatMap(({ leg, a, b }) => [
      { field: ['legs', String(leg), 'a', 'device'], target: 'devices' as const, id: a.device },
      { field: ['legs', String(leg), 'b', 'device'], target: 'devices' as const, id: b.device },
    ]),
  ],
  channels: ({ stops, families }) => [
    ...stops.map(({ device }, stop) => ({ field: ['stops', String(stop), 'device'], target: 'devices' as const, id: device })),
    ...families.flatMap((id, cable) => (id === null ? [] : [{ field: ['families', String(cable)], target: 'cableFamilies' as const, id }])),
  ],
  overrides: ({ family }) => (family === null ? [] : [{ field: ['family'], target: 'cableFamilies', id: family }]),
  exclusions: () => [],
  // Places that a rule names may go, and are then found out (see routeRules.ts); its family may not.
  routeRules: ({ scope }) => (scope.kind === 'family' ? [{ field: ['scope', 'family'], target: 'cableFamilies', id: scope.family }] : []),
  diversityGroups: () => [],
  lengthPlans: ({ id }) => [{ field: ['id'], target: 'cableFamilies', id }],
  // Cables and cabinets may go and come again; the decision waits for them, and a check says so.
  looms: () => [],
  drawingFiles: () => [],
  // A plan opens without the bytes of a drawing: the underlay then says which file is missing.
  underlays: ({ hall }) => [{ field: ['hall'], target: 'halls', id: hall }],
  dimensions: ({ hall, a, b }) => [{ field: ['hall'], target: 'halls', id: hall }, ...tieReferences('a', a), ...tieReferences('b', b)],
  // What a note is about may go; the note stays where it was.
  notes: ({ hall }) => [{ field: ['hall'], target: 'halls', id: hall }],
  // What a pod refers to is in it.
  pods: () => [],
  views: ({ hall }) => [{ field: ['hall'], target: 'halls', id: hall }],
  groups: ({ members }) => members.map(({ kind, id }) => ({ field: ['members', id], target: groupedTables[kind], id })),
};

function tieReferences(field: string, end: DimensionEnd): Reference[] {
  return end.kind === 'place' ? [] : [{ field: [field, 'id'], target: tiedTables[end.kind], id: end.id }];
}

function partReferences(field: readonly string[], { family, transceiverA, transceiverB }: TierParts): Reference[] {
  const references: Reference[] = [{ field: [...field, 'family'], target: 'cableFamilies', id: family }];
  if (transceiverA !== null) references.push({ field: [...field, 'transceiverA'], target: 'transceivers', id: transceiverA });
  if (transceiverB !== null) references.push({ field: [...field, 'transceiverB'], target: 'transceivers', id: transceiverB });
  return references;
}

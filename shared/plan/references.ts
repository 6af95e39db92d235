/** Every reference of a plan from one thing to another, and those that lead to nothing. */
import { sortedById } from './sortedById.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Plan, TierParts } from './types.ts';
import type { TableName } from './schema.ts';

export type ReferenceTarget = Exclude<TableName, 'overrides' | 'exclusions'> | keyof Catalog;

export interface Reference {
  /** Table and id of the thing that refers, then its field: `cabinets`, `A01`, `hall`. */
  readonly path: readonly string[];
  readonly target: ReferenceTarget;
  readonly id: string;
}

const TARGET_NAMES: Readonly<Record<ReferenceTarget, string>> = {
  halls: 'hall',
  doors: 'door',
  obstacles: 'obstacle',
  cabinets: 'cabinet',
  devices: 'device',
  junctions: 'junction',
  segments: 'segment',
  fabrics: 'fabric',
  links: 'link',
  cabinetModels: 'cabinet model',
  deviceTypes: 'device type',
  transceivers: 'transceiver',
  cableFamilies: 'cable family',
  labourProfiles: 'labour profile',
};

/** For people: `hall`, `cabinet model`. */
export function targetName(target: ReferenceTarget): string {
  return TARGET_NAMES[target];
}

/** The first reference that leads to nothing, tables in the file's order, things by id; null when all are sound. */
export function findBrokenReference(plan: Plan): Reference | null {
  for (const reference of references(plan)) {
    if (!isSound(plan, reference)) return reference;
  }
  return null;
}

function isSound({ catalog, ...plan }: Plan, { target, id }: Reference): boolean {
  switch (target) {
    case 'cabinetModels':
    case 'deviceTypes':
    case 'transceivers':
    case 'cableFamilies':
      return catalog[target].has(id);
    case 'labourProfiles':
      // A plan that embeds no profile yet names the one to show first when it gets some.
      return catalog.labourProfiles.size === 0 || catalog.labourProfiles.has(id);
    default:
      return plan[target].has(id);
  }
}

/** All references of a plan, tables in the file's order, things by id. */
export function* references(plan: Plan): Generator<Reference> {
  yield { path: ['settings', 'labourProfile'], target: 'labourProfiles', id: plan.settings.labourProfile };
  for (const table of ['doors', 'obstacles'] as const) {
    for (const { id, hall } of sortedById<{ readonly id: string; readonly hall: string }>(plan[table])) {
      yield { path: [table, id, 'hall'], target: 'halls', id: hall };
    }
  }
  for (const cabinet of sortedById(plan.cabinets)) {
    yield { path: ['cabinets', cabinet.id, 'hall'], target: 'halls', id: cabinet.hall };
    yield { path: ['cabinets', cabinet.id, 'model'], target: 'cabinetModels', id: cabinet.model };
  }
  for (const device of sortedById(plan.devices)) {
    yield { path: ['devices', device.id, 'cabinet'], target: 'cabinets', id: device.cabinet };
    yield { path: ['devices', device.id, 'type'], target: 'deviceTypes', id: device.type };
  }
  for (const junction of sortedById(plan.junctions)) {
    yield { path: ['junctions', junction.id, 'hall'], target: 'halls', id: junction.hall };
  }
  for (const segment of sortedById(plan.segments)) {
    yield { path: ['segments', segment.id, 'from'], target: 'junctions', id: segment.from };
    yield { path: ['segments', segment.id, 'to'], target: 'junctions', id: segment.to };
  }
  for (const fabric of sortedById(plan.fabrics)) {
    for (const tier of Object.keys(fabric.tiers).sort()) {
      yield* partReferences(['fabrics', fabric.id, 'tiers', tier], fabric.tiers[tier]!);
    }
    for (const [slot, device] of Object.entries(fabric.slots)) {
      yield { path: ['fabrics', fabric.id, 'slots', slot], target: 'devices', id: device };
    }
  }
  for (const link of sortedById(plan.links)) {
    yield { path: ['links', link.id, 'a', 'device'], target: 'devices', id: link.a.device };
    yield { path: ['links', link.id, 'b', 'device'], target: 'devices', id: link.b.device };
    yield* partReferences(['links', link.id, 'parts'], link.parts);
  }
  for (const { id, family } of sortedById(plan.overrides)) {
    if (family !== null) yield { path: ['overrides', id, 'family'], target: 'cableFamilies', id: family };
  }
}

function* partReferences(path: readonly string[], parts: TierParts): Generator<Reference> {
  yield { path: [...path, 'family'], target: 'cableFamilies', id: parts.family };
  for (const end of ['transceiverA', 'transceiverB'] as const) {
    const id = parts[end];
    if (id !== null) yield { path: [...path, end], target: 'transceivers', id };
  }
}

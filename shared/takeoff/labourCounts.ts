/** How many of each labour unit a plan holds: what the tasks of a labour profile are multiplied by. */
import { must } from '../assert.ts';
import type { LabourScope, LabourTask, LabourUnit } from '../catalog/types.ts';
import { RouteStatus, type Cabling, NONE } from '../cabling/types.ts';
import type { Survey } from '../survey/types.ts';
import type { TransceiverCount } from './transceivers.ts';

/** Counts that tasks draw on. Cables are kept apart by whether they leave their cabinet. */
export interface LabourCounts {
  readonly pathwayMetres: number;
  readonly cabinets: number;
  /** Mass of every device in grams. */
  readonly deviceMassesG: readonly number[];
  readonly transceivers: number;
  readonly within: CableCounts;
  readonly between: CableCounts;
  readonly links: number;
  /** Cabinets in which somebody works. */
  readonly locations: number;
}

interface CableCounts {
  cables: number;
  ends: number;
  metres: number;
  /** Cables whose required length is not known: they are missing from the metres. */
  withoutLength: number;
  fiberEnds: number;
}

/** Counts of a plan. Metres of a cable are its required length; one without a route adds none and is counted apart. */
export function labourCounts(survey: Survey, cabling: Cabling, transceivers: readonly TransceiverCount[]): LabourCounts {
  const within = noCables();
  const between = noCables();
  const { cables, families } = cabling;
  for (let cable = 0; cable < cables.count; cable += 1) {
    const counts = cables.status[cable] === RouteStatus.sameCabinet ? within : between;
    const family = must(families[cables.family[cable]!], 'family');
    const ends = family.endA.legs + family.endB.legs;
    counts.cables += 1;
    counts.ends += ends;
    counts.fiberEnds += 2 * (family.fiberCount ?? 0);
    if (cables.requiredMm[cable]! === NONE) counts.withoutLength += 1;
    else counts.metres += cables.requiredMm[cable]! / 1000;
  }
  const { network } = survey;
  let pathwayMm = 0;
  for (let segment = 0; segment < network.segmentCount; segment += 1) pathwayMm += network.edgeLengthMm[segment]!;
  return {
    pathwayMetres: pathwayMm / 1000,
    cabinets: survey.cabinets.length,
    deviceMassesG: survey.devices.map(({ type }) => type.massG),
    transceivers: transceivers.reduce((sum, { count }) => sum + count, 0),
    within,
    between,
    links: cabling.links.count,
    locations: survey.cabinets.filter(({ devices }) => devices.length > 0).length,
  };
}

function noCables(): CableCounts {
  return { cables: 0, ends: 0, metres: 0, withoutLength: 0, fiberEnds: 0 };
}

/** Cables that a task's units leave out because nobody knows their length. */
export function cablesLeftOut({ unit, applies }: LabourTask, counts: LabourCounts): number {
  return unit === 'cable-metre' ? sumCables(applies, counts, 'withoutLength') : 0;
}

/** Units of one task: the plan's count of its unit, within its scope, times its share. */
export function unitsOf(task: LabourTask, counts: LabourCounts): number {
  return task.share * countOf(task.unit, task.applies, counts);
}

function countOf(unit: LabourUnit, scope: LabourScope | null, counts: LabourCounts): number {
  switch (unit) {
    case 'pathway-metre':
      return counts.pathwayMetres;
    case 'cabinet':
      return counts.cabinets;
    case 'device':
      return counts.deviceMassesG.filter((massG) => isInMass(massG, scope)).length;
    case 'transceiver':
      return counts.transceivers;
    case 'link':
      return counts.links;
    case 'location':
      return counts.locations;
    case 'cable':
      return sumCables(scope, counts, 'cables');
    case 'cable-end':
      return sumCables(scope, counts, 'ends');
    case 'cable-metre':
      return sumCables(scope, counts, 'metres');
    case 'fiber-end':
      return sumCables(scope, counts, 'fiberEnds');
  }
}

function isInMass(massG: number, scope: LabourScope | null): boolean {
  if (scope?.kind !== 'device-mass') return true;
  return massG >= scope.fromG && (scope.toG === null || massG < scope.toG);
}

function sumCables(scope: LabourScope | null, counts: LabourCounts, what: keyof CableCounts): number {
  const inside = scope?.kind === 'cable-reach' && scope.within === 'between-cabinets' ? 0 : counts.within[what];
  const outside = scope?.kind === 'cable-reach' && scope.within === 'cabinet' ? 0 : counts.between[what];
  return inside + outside;
}

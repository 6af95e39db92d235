/** How many of each labour unit a plan holds: what the tasks of a labour profile are multiplied by. */
import type { LabourScope, LabourTask, LabourUnit } from '../catalog/types.ts';
import type { Cabling } from '../cabling/types.ts';
import type { Plan } from '../plan/types.ts';
import { linkCount } from '../cabling/tierParts.ts';
import type { Survey } from '../survey/types.ts';
import type { CableSums, ReachSum } from './cableSums.ts';
import type { TransceiverCount } from './transceivers.ts';
import { ANYWHERE, deviceWork, pathwayWork, type DeviceWork, type PathwayWork, type WorkPlace } from './workPlaces.ts';

/** Counts that tasks draw on. Cables are kept apart by whether they leave their cabinet. */
export interface LabourCounts {
  readonly pathways: readonly PathwayWork[];
  readonly cabinets: number;
  readonly devices: readonly DeviceWork[];
  readonly transceivers: number;
  readonly within: ReachSum;
  readonly between: ReachSum;
  readonly links: number;
  /** Cabinets in which somebody works. */
  readonly locations: number;
}

/** Counts of a plan. Metres of a cable are its required length; one without a route adds none and is counted apart. */
export function labourCounts(
  plan: Plan,
  survey: Survey,
  cabling: Cabling,
  { within, between }: CableSums,
  transceivers: readonly TransceiverCount[],
): LabourCounts {
  return {
    pathways: pathwayWork(plan, survey, cabling),
    cabinets: survey.cabinets.length,
    devices: deviceWork(survey),
    transceivers: transceivers.reduce((sum, { count }) => sum + count, 0),
    within,
    between,
    links: linkCount(cabling),
    locations: survey.cabinets.filter(({ devices }) => devices.length > 0).length,
  };
}

/** Cables that a task's units leave out because nobody knows their length. */
export function cablesLeftOut({ unit, applies }: LabourTask, counts: LabourCounts): number {
  return unit === 'cable-metre' ? sumCables(applies, counts, 'withoutLength') : 0;
}

/** Some units of a task, and the place where they are done. */
export interface PlacedUnits {
  readonly units: number;
  readonly place: WorkPlace;
}

/** Units of one task by place: the plan's count of its unit, within its scope, times its share. */
export function unitsOf({ unit, applies, share }: LabourTask, counts: LabourCounts): readonly PlacedUnits[] {
  return placed(unit, applies, counts).map(({ units, place }) => ({ units: share * units, place }));
}

function placed(unit: LabourUnit, scope: LabourScope | null, counts: LabourCounts): readonly PlacedUnits[] {
  switch (unit) {
    case 'pathway-metre':
      return counts.pathways.flatMap((place) => (place.hungMetres === 0 ? [] : [{ units: place.hungMetres, place }]));
    case 'device':
      return counts.devices.filter((work) => isDeviceOf(work, scope)).map((place) => ({ units: place.count, place }));
    case 'cable-metre':
      return cableMetres(scope, counts);
    case 'cabinet':
      return anywhere(counts.cabinets);
    case 'transceiver':
      return anywhere(counts.transceivers);
    case 'link':
      return anywhere(counts.links);
    case 'location':
      return anywhere(counts.locations);
    case 'cable':
      return anywhere(sumCables(scope, counts, 'cables'));
    case 'cable-end':
      return anywhere(sumCables(scope, counts, 'ends'));
    case 'fiber-end':
      return anywhere(sumCables(scope, counts, 'fiberEnds'));
  }
}

function anywhere(units: number): readonly PlacedUnits[] {
  return [{ units, place: ANYWHERE }];
}

/**
 * Required metres of cable by the segment that they lie in; what lies in cabinets, and slack, lies anywhere. Where people set lengths by
 * hand that are shorter than the ways, the metres in the segments shrink in proportion.
 */
function cableMetres(scope: LabourScope | null, counts: LabourCounts): readonly PlacedUnits[] {
  const all = sumCables(scope, counts, 'millimetres') / 1000;
  const isInside = scope?.kind === 'cable-reach' && scope.within === 'cabinet';
  const inPathways = isInside ? 0 : counts.pathways.reduce((sum, { cableMetres: metres }) => sum + metres, 0);
  if (inPathways === 0) return anywhere(all);
  const shrink = Math.min(1, counts.between.millimetres / 1000 / inPathways);
  return [
    ...counts.pathways.flatMap((place) => (place.cableMetres === 0 ? [] : [{ units: place.cableMetres * shrink, place }])),
    ...anywhere(all - inPathways * shrink),
  ];
}

function isDeviceOf({ massG, fitting }: DeviceWork, scope: LabourScope | null): boolean {
  switch (scope?.kind) {
    case 'fitting':
      return fitting === scope.fitting;
    case 'device-mass':
      if (fitting !== null && scope.exceptFittings?.includes(fitting) === true) return false;
      return massG >= scope.fromG && (scope.toG === null || massG < scope.toG);
    case 'cable-reach':
    case undefined:
      return true;
  }
}

function sumCables(scope: LabourScope | null, counts: LabourCounts, what: keyof ReachSum): number {
  const inside = scope?.kind === 'cable-reach' && scope.within === 'between-cabinets' ? 0 : counts.within[what];
  const outside = scope?.kind === 'cable-reach' && scope.within === 'cabinet' ? 0 : counts.between[what];
  return inside + outside;
}

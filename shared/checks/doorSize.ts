import type { Check, Finding } from './types.ts';
import type { Door } from '../plan/types.ts';
import type { SurveyedCabinet } from '../survey/types.ts';
import type { HallContents } from './hallContents.ts';
import { must } from '../assert.ts';
import { sortedById } from '../plan/sortedById.ts';
import { counted, millimetres, named } from './figures.ts';
import { hallContents, hallSign } from './hallContents.ts';

/**
 * Every cabinet comes in upright in its crate, through at least one delivery door of its hall, narrow side first.
 * One finding per model and hall.
 */
export const doorSize: Check = {
  codes: ['door.too-low', 'door.too-narrow', 'door.none', 'door.crate-unknown'],
  title: 'Crates fit through a delivery door',
  *run({ plan, survey }) {
    const doors = sortedById(plan.doors).filter((door) => door.delivery);
    for (const contents of hallContents(plan, survey)) {
      const ownDoors = doors.filter((door) => door.hall === contents.hall.id);
      if (contents.cabinets.length > 0 && ownDoors.length === 0) {
        yield noDoor(contents);
        continue;
      }
      for (const cabinets of byModel(contents.cabinets)) {
        const finding = judge(contents, cabinets, ownDoors);
        if (finding !== null) yield finding;
      }
    }
  },
};

type Raised = Omit<Finding, 'accepted'>;

function noDoor({ hall, outline, cabinets }: HallContents): Raised {
  return {
    code: 'door.none',
    severity: 'warning',
    ids: [hall.id],
    place: { hall: hall.id, at: hallSign(outline) },
    message: `${hall.name} has no delivery door, so nobody knows whether ${counted(cabinets.length, 'cabinet')} can be brought in`,
    required: 'at least one delivery door',
    actual: 'none',
    mend: 'Draw the door that deliveries use',
  };
}

function byModel(cabinets: readonly SurveyedCabinet[]): readonly (readonly SurveyedCabinet[])[] {
  const groups = new Map<string, SurveyedCabinet[]>();
  for (const cabinet of cabinets) {
    const group = groups.get(cabinet.model.id);
    if (group === undefined) groups.set(cabinet.model.id, [cabinet]);
    else group.push(cabinet);
  }
  return [...groups.values()];
}

function judge({ hall }: HallContents, cabinets: readonly SurveyedCabinet[], doors: readonly Door[]): Raised | null {
  const first = must(cabinets[0], 'a cabinet of the model');
  const model = first.model;
  const crate = model.crated;
  if (crate !== null && fits(crate, doors)) return null;
  const who = `${named(cabinets.map(({ cabinet }) => cabinet.name))} (${model.name})`;
  const base = {
    ids: [...cabinets.map(({ cabinet }) => cabinet.id), ...doors.map((door) => door.id)].sort(),
    place: doorPlace(hall.id, hall.outline, doors),
  };
  if (crate === null) {
    const bare = fits(model, doors) ? 'fits through' : 'is too large for';
    return {
      ...base,
      code: 'door.crate-unknown',
      severity: 'warning',
      message: `The crated size of ${model.name} is not known; without its crate ${who} ${bare} the delivery doors of ${hall.name}`,
      required: 'crated size',
      actual: 'unknown',
      mend: 'Ask the maker for the crated size and put it into the catalog',
    };
  }
  const narrowMm = Math.min(crate.widthMm, crate.depthMm);
  const highest = Math.max(...doors.map((door) => door.clearHeightMm));
  if (highest < crate.heightMm) {
    return {
      ...base,
      code: 'door.too-low',
      severity: 'error',
      message: `The crate of ${who} is higher than every delivery door of ${hall.name}`,
      required: `at least ${millimetres(crate.heightMm)}`,
      actual: millimetres(highest),
      mend: 'Choose a lower cabinet, have it delivered without its crate, or bring it in another way',
    };
  }
  const widest = Math.max(...doors.filter((door) => door.clearHeightMm >= crate.heightMm).map((door) => door.clearWidthMm));
  return {
    ...base,
    code: 'door.too-narrow',
    severity: 'error',
    message: `The crate of ${who} is wider than every delivery door of ${hall.name} that is high enough`,
    required: `at least ${millimetres(narrowMm)}`,
    actual: millimetres(widest),
    mend: 'Open both leaves, choose a narrower cabinet, or bring it in another way',
  };
}

interface Size {
  readonly widthMm: number;
  readonly depthMm: number;
  readonly heightMm: number;
}

function fits(size: Size, doors: readonly Door[]): boolean {
  const narrowMm = Math.min(size.widthMm, size.depthMm);
  return doors.some((door) => door.clearHeightMm >= size.heightMm && door.clearWidthMm >= narrowMm);
}

/** Middle of the first delivery door. */
function doorPlace(hall: string, outline: readonly (readonly [number, number])[], doors: readonly Door[]): Finding['place'] {
  const door = must(doors[0], 'a delivery door');
  const from = outline[door.edge];
  const to = outline[(door.edge + 1) % outline.length];
  if (from === undefined || to === undefined) return null;
  const lengthMm = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const share = lengthMm === 0 ? 0 : (door.offsetMm + door.clearWidthMm / 2) / lengthMm;
  return { hall, at: { xMm: from[0] + (to[0] - from[0]) * share, yMm: from[1] + (to[1] - from[1]) * share } };
}

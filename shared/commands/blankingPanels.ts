/** Closing the units that stand free, so that cold air goes through the equipment: blanking panels in as few pieces as there are. */
import { clashOf, fitProblem, mountedIn, type Mounted } from '../checks/mountProblem.ts';
import { must } from '../assert.ts';
import type { DeviceType, Side } from '../catalog/types.ts';
import { nextFreeName } from '../plan/names.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Device, Plan } from '../plan/types.ts';
import type { Command } from './command.ts';
import { changeOf, refuse } from './changeOf.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { counted } from './wording.ts';

export interface BlankingPlace {
  readonly cabinet: string;
  readonly positionU: number;
  readonly type: DeviceType;
}

/** Where panels go on a side of cabinets: every unit that is free there, from the lowest up, the tallest panel that fits each time. */
export function blankingPlaces(
  plan: Plan,
  cabinets: readonly string[],
  types: readonly DeviceType[],
  face: Side,
): readonly BlankingPlace[] {
  const tallestFirst = types.filter(({ fitting }) => fitting === 'blanking').toSorted((one, other) => other.heightU - one.heightU);
  const mounted = mountedIn(plan, new Set(cabinets));
  return cabinets.flatMap((id) => {
    const cabinet = must(plan.cabinets.get(id), 'cabinet');
    const model = must(plan.catalog.cabinetModels.get(cabinet.model), 'cabinet model');
    const others = mounted.get(id) ?? [];
    const places: BlankingPlace[] = [];
    for (let positionU = 1; positionU <= model.rackUnits;) {
      const type = tallestFirst.find((one) => {
        const wanted: Mounted = { device: { id: '', name: '', positionU, face }, type: one };
        return fitProblem(wanted, cabinet, model) === null && others.every((other) => clashOf(wanted, other, model) === null);
      });
      if (type !== undefined) places.push({ cabinet: id, positionU, type });
      positionU += type?.heightU ?? 1;
    }
    return places;
  });
}

export interface FillWithBlanking {
  readonly cabinets: readonly string[];
  readonly face: Side;
  /** Blanking panels to choose from, to be embedded where they are used. */
  readonly types: readonly DeviceType[];
  /** Ids for the panels, as many as `blankingPlaces` says. */
  readonly newIds: readonly string[];
}

/** Closes all free units on one side of cabinets. */
export const fillWithBlanking: Command<FillWithBlanking> = (plan, { cabinets, face, types, newIds }) => {
  const found = findAll(plan, 'cabinets', cabinets);
  if (!found.ok) return found;
  const taken = findTaken(plan, 'devices', newIds);
  if (taken !== null) return fail(taken);
  const places = blankingPlaces(plan, cabinets, types, face);
  if (places.length === 0)
    return refuse(`no unit is free on the ${face} of ${counted(cabinets.length, 'cabinet')}`, 'choose the other side, or other cabinets');
  const names = new Set([...plan.devices.values()].map(({ name }) => name));
  let last = 'Blank 0';
  const devices = places.map(({ cabinet, positionU, type }, i): Device => {
    last = nextFreeName(last, names);
    names.add(last);
    return { id: must(newIds[i], 'id'), cabinet, type: type.id, name: last, role: 'other', positionU, face };
  });
  const used = new Set(places.map(({ type }) => type));
  return changeOf(plan, `Close free units with ${counted(devices.length, 'blanking panel')}`, {
    embed: { deviceTypes: types.filter((type) => used.has(type)) },
    put: { devices },
  });
};

export interface TakeOutBlanking {
  readonly cabinets: readonly string[];
}

/** Takes all blanking panels out of cabinets. */
export const takeOutBlanking: Command<TakeOutBlanking> = (plan, { cabinets }) => {
  const found = findAll(plan, 'cabinets', cabinets);
  if (!found.ok) return found;
  const from = new Set(cabinets);
  const panels = sortedById(plan.devices).filter(
    ({ cabinet, type }) => from.has(cabinet) && plan.catalog.deviceTypes.get(type)?.fitting === 'blanking',
  );
  if (panels.length === 0) return refuse('there are no blanking panels in these cabinets', 'choose other cabinets');
  return changeOf(plan, `Take out ${counted(panels.length, 'blanking panel')}`, { remove: { devices: panels.map(({ id }) => id) } });
};

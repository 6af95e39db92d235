/**
 * A whole SuperPOD by units: with each, all of its fabrics, its rack PDUs and its cabinets, as where so many units are generated. What
 * stands keeps its place; new cabinets go on in the row that has half a row free, else in a new one.
 */
import { must } from '../../assert.ts';
import type { Cabinet, Plan } from '../../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../../result.ts';
import { networkCabinets, nodeCabinetsOfUnit } from '../../templates/superpod/slots.ts';
import { drawGrowth, type Drawn, type Growth } from '../drawGrowth.ts';
import { asRail } from '../growRail.ts';
import { deeperNote } from '../placeUnits.ts';
import { growRows } from '../rows/growRows.ts';
import { longerRow } from '../rows/longerRow.ts';
import { grownFabrics } from './grownTables.ts';
import { cabinetsOfPod, generatedDevices, PodMounting, prefixOf } from './podDevices.ts';
import { superpodOf, type Superpod } from './superpodFamily.ts';

/** The plan with so many units of the SuperPOD, one after the other. */
export function growSuperpod(plan: Plan, pod: Superpod, su: number): Result<Drawn, UserError> {
  const grown = oneUnit(plan, pod);
  if (!grown.ok || pod.su + 1 >= su) return grown;
  const compute = must(pod.fabrics[0], 'compute').fabric.id;
  const next = must(superpodOf(grown.value.plan, must(asRail(grown.value.plan.fabrics.get(compute)), compute)), 'superpod');
  const rest = growSuperpod(grown.value.plan, next, su);
  if (!rest.ok) return rest;
  return ok({ plan: rest.value.plan, notes: [...new Set([...grown.value.notes, ...rest.value.notes])] });
}

type Placed = Growth['placed'];

function oneUnit(plan: Plan, pod: Superpod): Result<Drawn, UserError> {
  const unit = pod.su + 1;
  const [someone] = pod.devices.values();
  const { model } = must(plan.cabinets.get(must(someone, 'device').cabinet), 'cabinet');
  const { rackUnits } = must(plan.catalog.cabinetModels.get(model), model);
  const standing = generatedDevices(plan, pod, pod.su, rackUnits);
  const homes = cabinetsOfPod(plan, pod, standing);
  const gone = [...new Set(standing.map(({ cabinet }) => cabinet))].find((id) => !homes.has(id));
  if (gone !== undefined) return fail(emptied(gone));
  const room = unit % 2 === 0 ? secondHalf(plan, unit, homes) : firstHalf(plan, unit, homes);
  if (!room.ok) return room;
  const mounting = new PodMounting(
    { ...plan, cabinets: new Map([...plan.cabinets, ...room.value.cabinets.map((one) => [one.id, one] as const)]) },
    new Map([...homes, ...room.value.homes]),
  );
  const known = new Set(standing.map(({ id }) => id));
  const idOf = new Map([...pod.devices].map(([id, device]) => [id, device.id]));
  const prefix = prefixOf(pod);
  for (const device of generatedDevices(plan, pod, unit, rackUnits)) {
    if (known.has(device.id)) continue;
    const made = mounting.mount(device, prefix);
    if (!made.ok) return made;
    idOf.set(device.id, made.value.id);
  }
  const fabrics = grownFabrics(pod, idOf);
  if (!fabrics.ok) return fabrics;
  return drawGrowth(plan, {
    placed: { ...room.value, devices: mounting.made },
    fabrics: fabrics.value,
    roles: new Map(),
    units: [pod.su, unit],
  });
}

/** Cabinets by what they are called where the SuperPOD is generated. */
type Homes = ReadonlyMap<string, Cabinet>;
type Room = Omit<Placed, 'devices'> & { readonly homes: Homes };

/** Unit 3: a row with nodes and network cabinets, the image of the first half of the one before. */
function firstHalf(plan: Plan, unit: number, homes: Homes): Result<Room, UserError> {
  const cabinetsOf = (one: number): string[] => [...nodeCabinetsOfUnit(one), ...networkCabinets(one)];
  return newRow(plan, cabinetsOf(unit), cabinetsOf(unit - 2), homes);
}

/** Unit 2 or 4: beyond the network cabinets of the row of the unit before it; in a row of its own where something stands there. */
function secondHalf(plan: Plan, unit: number, homes: Homes): Result<Room, UserError> {
  const wanted = nodeCabinetsOfUnit(unit);
  const before = nodeCabinetsOfUnit(unit - 1);
  const longer = longerRow(
    plan,
    networkCabinets(unit).map((id) => homeOf(homes, id)),
    before.map((id) => homeOf(homes, id)),
  );
  if (!longer.ok) {
    const apart = newRow(plan, wanted, before, homes);
    return apart.ok ? apart : longer;
  }
  const { cabinets, shell, widerMm, side } = longer.value;
  const { name } = shell.hall;
  const row = cabinets[0]?.row ?? null;
  return ok({
    hall: shell.hall.id,
    cabinets: cabinets.filter(({ id }) => !plan.cabinets.has(id)),
    rows: { rest: [], cabinets: [], junctions: [], segments: [], shell, deeperMm: widerMm, side, inTheWay: [] },
    notes:
      widerMm === 0
        ? []
        : [
            `${name} is drawn ${widerMm / 1000} m wider to the ${side} for ${cabinets.length} more cabinets${row === null ? '' : ` of row ${row}`}`,
          ],
    homes: new Map(wanted.map((id, at) => [id, must(cabinets[at], id)])),
  });
}

/** A new row with images of these cabinets of another one. */
function newRow(plan: Plan, wanted: readonly string[], imagesOf: readonly string[], homes: Homes): Result<Room, UserError> {
  const sources = imagesOf.map((id) => homeOf(homes, id));
  const { hall } = must(sources[0], 'cabinet');
  const rows = growRows(plan, hall, 1);
  if (!rows.ok) return rows;
  const left = [...rows.value.cabinets];
  const own = new Map<string, Cabinet>();
  for (const [at, id] of wanted.entries()) {
    const [image] = left.splice(
      Math.max(
        0,
        left.findIndex(({ imageOf }) => imageOf === sources[at]?.id),
      ),
      1,
    );
    if (image === undefined) return fail(noPlaces(plan, hall, wanted.length, own.size));
    own.set(id, image.cabinet);
  }
  return ok({ hall, cabinets: [...own.values()], rows: rows.value, notes: deeperNote(plan, rows.value, 1), homes: own });
}

function homeOf(homes: Homes, id: string): Cabinet {
  return must(homes.get(id), id);
}

function emptied(cabinet: string): UserError {
  return {
    code: 'expand.devices',
    path: cabinet,
    message: `nothing of what a SuperPOD has in cabinet ${cabinet} is left in the plan, so there is nothing to go on from`,
    remedy: 'put it back, or make the grown plan by hand and compare the two with --to',
  };
}

function noPlaces({ halls }: Plan, hall: string, wanted: number, found: number): UserError {
  return {
    code: 'expand.rows',
    path: `halls.${hall}`,
    message: `a new row of ${must(halls.get(hall), hall).name} has ${found} free places, and ${wanted} cabinets come with the unit`,
    remedy: 'clear the floor beside the rows, and expand again',
  };
}

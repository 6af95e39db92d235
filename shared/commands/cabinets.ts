/** Placing cabinets, and setting what they are. */
import { cabinetCorners } from '../geometry/footprint.ts';
import { changeOf, refuse } from './changeOf.ts';
import { counted, namedOrCounted } from './wording.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { must } from '../assert.ts';
import { modelsOfRow, offsetsOfRow, placeAcross, type RowAcross, type RowNetwork } from './rowPlaces.ts';
import { hasCounter, nameFromPattern } from '../plan/names.ts';
import type { Cabinet, Plan } from '../plan/types.ts';
import type { CabinetModel } from '../catalog/types.ts';
import type { Command } from './command.ts';

export interface PlaceCabinet {
  readonly id: string;
  readonly hall: string;
  readonly model: CabinetModel;
  readonly name: string;
  readonly row: string | null;
  /** North-west corner of the box around the footprint. */
  readonly xMm: number;
  readonly yMm: number;
  readonly rotationDeg: number;
}

/** Places one cabinet and embeds its model. */
export const placeCabinet: Command<PlaceCabinet> = (plan, { model, ...place }) => {
  const taken = findTaken(plan, 'cabinets', [place.id]);
  if (taken !== null) return fail(taken);
  return changeOf(plan, `Place ${place.name}`, { embed: { cabinetModels: [model] }, put: { cabinets: [newCabinet(model, place)] } });
};

export interface PlaceRow {
  /** One a cabinet. */
  readonly ids: readonly string[];
  readonly hall: string;
  readonly model: CabinetModel;
  /** `A{nn}`: counts from `firstNumber`. */
  readonly namePattern: string;
  readonly firstNumber: number;
  /** Name of the row. */
  readonly row: string | null;
  /** North-west corner of the first cabinet. */
  readonly xMm: number;
  readonly yMm: number;
  /** The way that all fronts face: 0 north, 90 east, 180 south, 270 west. The row runs across it. */
  readonly rotationDeg: number;
  /** From one cabinet to the next: east or south where positive, west or north where negative. Null: side by side. */
  readonly pitchMm: number | null;
  /** Cabinets of another model at its ends or in its middle; absent: none. Their fronts are in line with the others. */
  readonly network?: RowNetwork | null;
  /** The same row once more across an aisle; absent: none. */
  readonly across?: (RowAcross & Pick<PlaceRow, 'ids' | 'namePattern' | 'firstNumber' | 'row'>) | null;
}

/** Places a row of cabinets, side to side, in one step. */
export const placeRow: Command<PlaceRow> = (plan, args) => {
  const { ids, hall, model, namePattern, firstNumber, row, rotationDeg } = args;
  if (ids.length === 0) return refuse('a row needs at least one cabinet', 'give a count of 1 or more');
  if (ids.length > 1 && !hasCounter(namePattern))
    return refuse(`the names "${namePattern}" would all be the same`, 'put a counter into the pattern, as A{nn}');
  if (rotationDeg % 90 !== 0) return refuse(`a row cannot run across ${rotationDeg}°`, 'turn it by whole quarters');
  const across = args.across ?? null;
  if (across !== null && across.ids.length !== ids.length) return refuse('the two rows differ in number', 'give as many to both');
  if (across !== null && across.widthMm < 0) return refuse('an aisle cannot be narrower than nothing', 'give it a width');
  if (across !== null && ids.length > 1 && !hasCounter(across.namePattern))
    return refuse(`the names "${across.namePattern}" would all be the same`, 'put a counter into the pattern, as B{nn}');
  const taken = findTaken(plan, 'cabinets', [...ids, ...(across?.ids ?? [])]);
  if (taken !== null) return fail(taken);
  const pitchMm = args.pitchMm ?? model.widthMm;
  if (ids.length > 1 && pitchMm === 0) return refuse('all cabinets would stand in one place', 'give a pitch other than 0');
  const alongX = rotationDeg % 180 === 0;
  const models = modelsOfRow(model, ids.length, args.network ?? null);
  const { starts } = offsetsOfRow(models, Math.abs(pitchMm) - model.widthMm);
  const cabinets = ids.map((id, i) => {
    const own = must(models[i], 'model');
    const fromStart = must(starts[i], 'start');
    // Backwards the row begins at the far side of its first place.
    const alongMm = pitchMm < 0 ? model.widthMm - fromStart - own.widthMm : fromStart;
    const acrossMm = rotationDeg === 90 || rotationDeg === 180 ? model.depthMm - own.depthMm : 0;
    return newCabinet(own, {
      id,
      hall,
      row,
      rotationDeg,
      name: nameFromPattern(namePattern, firstNumber + i),
      xMm: args.xMm + (alongX ? alongMm : acrossMm),
      yMm: args.yMm + (alongX ? acrossMm : alongMm),
    });
  });
  const label = `Place ${across === null ? 'a row' : 'two rows'} of ${counted(ids.length, 'cabinet')}`;
  const facesUp = rotationDeg === 90 || rotationDeg === 180;
  const frontMm = (alongX ? args.yMm : args.xMm) + (facesUp ? model.depthMm : 0);
  const row2 =
    across === null
      ? []
      : cabinets.map((cabinet, i) => {
          const own = must(models[i], 'model');
          const deepestMm = Math.max(...models.map(({ depthMm }) => depthMm));
          return newCabinet(own, {
            id: must(across.ids[i], 'id'),
            hall,
            row: across.row,
            name: nameFromPattern(across.namePattern, across.firstNumber + i),
            ...placeAcross(cabinet, own, { frontMm, depthMm: deepestMm }, across),
          });
        });
  return changeOf(plan, label, {
    embed: { cabinetModels: [...new Map(models.map((one) => [one.id, one])).values()] },
    put: { cabinets: [...cabinets, ...row2] },
  });
};

function newCabinet(model: CabinetModel, place: Omit<PlaceCabinet, 'model'>): Cabinet {
  return { ...place, model: model.id, openSides: false, powerBudgetW: null };
}

export interface SetCabinets {
  readonly ids: readonly string[];
  readonly set: Partial<Pick<Cabinet, 'hall' | 'xMm' | 'yMm' | 'name' | 'row' | 'openSides' | 'powerBudgetW' | 'feed'>>;
}

/** Sets the same values on cabinets. A name for several must have a counter: `B{nn}` numbers them in the order given. */
export const setCabinets: Command<SetCabinets> = (plan, { ids, set }) => {
  const found = findAll(plan, 'cabinets', ids);
  if (!found.ok) return found;
  const { name } = set;
  if (name !== undefined && found.value.length > 1 && !hasCounter(name)) {
    return refuse(`${counted(found.value.length, 'cabinet')} cannot all be named "${name}"`, 'put a counter into the name, as A{nn}');
  }
  const cabinets = found.value.map((cabinet, i) =>
    withoutIdleFeed({
      ...cabinet,
      ...set,
      ...(name === undefined ? {} : { name: nameFromPattern(name, i + 1) }),
    }),
  );
  return changeOf(plan, setLabel(found.value, set), { put: { cabinets } });
};

/** A cabinet fed from either edge names none. */
function withoutIdleFeed({ feed, ...cabinet }: Cabinet): Cabinet {
  return feed === undefined ? cabinet : { ...cabinet, feed };
}

function setLabel(cabinets: readonly Cabinet[], set: SetCabinets['set']): string {
  const what = namedOrCounted(cabinets, 'cabinet');
  if (set.name !== undefined) return cabinets.length === 1 ? `Rename ${what} to ${set.name}` : `Rename ${what}`;
  if (set.xMm !== undefined || set.yMm !== undefined) return `Move ${what}`;
  if (set.row !== undefined) return set.row === null ? `Take ${what} out of its row` : `Put ${what} into row ${set.row}`;
  if (set.powerBudgetW !== undefined) return `Set the power budget of ${what}`;
  if (set.openSides !== undefined) return `${set.openSides ? 'Open' : 'Close'} the sides of ${what}`;
  if ('feed' in set) return set.feed === undefined ? `Feed ${what} from either edge` : `Feed ${what} from the ${set.feed}`;
  return `Change ${what}`;
}

export interface SwapModel {
  readonly ids: readonly string[];
  readonly model: CabinetModel;
}

/** Gives cabinets another model. The middle of the front stays where it is, so that a row stays in line. */
export const swapCabinetModel: Command<SwapModel> = (plan, { ids, model }) => {
  const found = findAll(plan, 'cabinets', ids);
  if (!found.ok) return found;
  const cabinets = found.value.map((cabinet) => withModel(plan, cabinet, model));
  const label = `Make ${namedOrCounted(found.value, 'cabinet')} ${model.name}`;
  return changeOf(plan, label, { embed: { cabinetModels: [model] }, put: { cabinets } });
};

function withModel(plan: Plan, cabinet: Cabinet, model: CabinetModel): Cabinet {
  const old = plan.catalog.cabinetModels.get(cabinet.model);
  if (old === undefined) return { ...cabinet, model: model.id };
  const before = frontMiddle(cabinet, old);
  const after = frontMiddle(cabinet, model);
  // Halves of a millimetre are cut towards zero, so that swapping back leads back.
  const xMm = cabinet.xMm + Math.trunc(before.xMm - after.xMm);
  const yMm = cabinet.yMm + Math.trunc(before.yMm - after.yMm);
  return { ...cabinet, model: model.id, xMm, yMm };
}

function frontMiddle({ xMm, yMm, rotationDeg }: Cabinet, { widthMm, depthMm }: CabinetModel): { xMm: number; yMm: number } {
  const [left, right] = cabinetCorners(xMm, yMm, widthMm, depthMm, rotationDeg);
  return { xMm: (left.xMm + right.xMm) / 2, yMm: (left.yMm + right.yMm) / 2 };
}

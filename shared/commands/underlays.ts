/** Drawings under the plan: where they lie, how they look, and what their scale was taken from. */
import { changeOf, refuse } from './changeOf.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { namedOrCounted } from './wording.ts';
import { boxOfUnderlay, spanUnits, toFloor } from '../drawings/underlayPlace.ts';
import { boxAround, type Box } from '../geometry/shapes.ts';
import { contentsOfHall } from './halls.ts';
import type { Command } from './command.ts';
import type { Hall, Plan } from '../plan/types.ts';
import type { DrawingFile, MeasuredSpan, Underlay } from '../plan/underlays.ts';

/** Characters of all drawings of one plan, so that the plan stays within what a file may have. */
const MOST_CHARS_TOGETHER = 128 * 1024 * 1024;

/** Halls are made in whole millimetres. */
const AS_LARGE_MM = 2;

export interface AddUnderlay {
  readonly underlay: Underlay;
  /** Its bytes; those that the plan holds already stay as they are. */
  readonly file: DrawingFile;
}

/** Lays a drawing under the plan. */
export const addUnderlay: Command<AddUnderlay> = (plan, { underlay, file }) => {
  const taken = findTaken(plan, 'underlays', [underlay.id]);
  if (taken !== null) return fail(taken);
  if (underlay.file !== file.id) return refuse('the drawing and its bytes do not belong together', 'add the drawing again');
  const isNew = !plan.drawingFiles.has(file.id);
  if (isNew && charsOf(plan) + file.data.length > MOST_CHARS_TOGETHER) {
    return refuse('the drawings of this plan would be too large together', 'delete one that is not needed, or add a smaller image');
  }
  return changeOf(plan, `Add ${underlay.name}`, { put: { underlays: [underlay], ...(isNew ? { drawingFiles: [file] } : {}) } });
};

function charsOf({ drawingFiles }: Plan): number {
  let sum = 0;
  for (const { data } of drawingFiles.values()) sum += data.length;
  return sum;
}

/** Brings back the bytes that an underlay is missing. */
export const restoreDrawing: Command<{ readonly file: DrawingFile }> = (plan, { file }) => {
  const shown = [...plan.underlays.values()].filter((underlay) => underlay.file === file.id);
  if (shown.length === 0) return refuse('no drawing shows this file', 'add it as a new drawing');
  return changeOf(plan, `Bring back ${file.name}`, { put: { drawingFiles: [file] } });
};

export interface SetUnderlays {
  readonly ids: readonly string[];
  readonly set: Partial<Pick<Underlay, 'name' | 'xMm' | 'yMm' | 'rotationDeg' | 'opacityPct' | 'visible' | 'locked' | 'offLayers'>>;
}

/** Sets the same values on underlays. One that is locked keeps its place. */
export const setUnderlays: Command<SetUnderlays> = (plan, { ids, set }) => {
  const found = findAll(plan, 'underlays', ids);
  if (!found.ok) return found;
  const moves = set.xMm !== undefined || set.yMm !== undefined || set.rotationDeg !== undefined;
  const locked = moves && set.locked !== false ? lockedUnderlay(found.value) : null;
  if (locked !== null) return locked;
  const offLayers = set.offLayers === undefined ? {} : { offLayers: [...new Set(set.offLayers)].sort() };
  const underlays = found.value.map((underlay) => ({ ...underlay, ...set, ...offLayers }));
  return changeOf(plan, `Change ${namedOrCounted(found.value, 'drawing')}`, { put: { underlays } });
};

export interface ColorUnderlays {
  readonly ids: readonly string[];
  readonly ownColors: boolean;
}

/** Draws DXF files in the colors that they give their lines, or in one ink. */
export const colorUnderlays: Command<ColorUnderlays> = (plan, { ids, ownColors }) => {
  const found = findAll(plan, 'underlays', ids);
  if (!found.ok) return found;
  const other = found.value.find(({ kind }) => kind !== 'dxf');
  if (other !== undefined) return refuse(`${other.name} is no DXF`, 'pictures and pages are shown as they are');
  const underlays = found.value.map(({ ownColors: _, ...underlay }) => (ownColors ? { ...underlay, ownColors } : underlay));
  const how = ownColors ? `${underlays.length === 1 ? 'its' : 'their'} own colors` : 'one ink';
  return changeOf(plan, `Draw ${namedOrCounted(found.value, 'drawing')} in ${how}`, { put: { underlays } });
};

/** The refusal to move one of these; null: none is locked. */
export function lockedUnderlay(underlays: readonly Underlay[]): ReturnType<typeof refuse> | null {
  const held = underlays.find(({ locked }) => locked);
  return held === undefined ? null : refuse(`${held.name} is locked`, 'unlock it first');
}

export interface TurnPage {
  readonly id: string;
  /** From 1. */
  readonly page: number;
  readonly widthUnits: number;
  readonly heightUnits: number;
}

/** Shows another page of a PDF. Pages have their own scales: what was measured on the one before is over. */
export const turnPage: Command<TurnPage> = (plan, { id, page, widthUnits, heightUnits }) => {
  const found = findAll(plan, 'underlays', [id]);
  if (!found.ok) return found;
  const [underlay] = found.value as [Underlay];
  if (underlay.kind !== 'pdf') return refuse(`${underlay.name} has no pages`, 'add a PDF to choose a page of it');
  const turned: Underlay = { ...underlay, page, widthUnits, heightUnits, calibration: null, check: null };
  return changeOf(plan, `Show page ${page} of ${underlay.name}`, { put: { underlays: [turned] } });
};

export interface MeasureUnderlay {
  readonly id: string;
  readonly span: MeasuredSpan;
}

/** Takes the scale from two places whose distance is known; the first stays where it is on the floor. What was checked before is over. */
export const calibrateUnderlay: Command<MeasureUnderlay> = (plan, { id, span }) => {
  const found = findAll(plan, 'underlays', [id]);
  if (!found.ok) return found;
  const units = spanUnits(span);
  if (units === 0) return refuse('the two places are the same', 'pick two that are apart');
  const [underlay] = found.value as [Underlay];
  const from = { x: span.fromX, y: span.fromY };
  const before = toFloor(underlay, from);
  const scaled: Underlay = { ...underlay, mmPerUnit: span.distanceMm / units, calibration: span, check: null };
  const moved = toFloor(scaled, from);
  const put: Underlay = {
    ...scaled,
    xMm: Math.round(underlay.xMm + before.xMm - moved.xMm),
    yMm: Math.round(underlay.yMm + before.yMm - moved.yMm),
  };
  return changeOf(plan, `Calibrate ${underlay.name}`, { put: { underlays: [put], halls: hallAsLarge(plan, underlay, put) } });
};

/** The bare hall that was made as large as its drawing: it goes along until somebody draws its walls. */
function hallAsLarge(plan: Plan, before: Underlay, after: Underlay): Hall[] {
  const hall = plan.halls.get(before.hall);
  if (hall === undefined || hall.outline.length !== 4) return [];
  if (Object.values(contentsOfHall(plan, hall.id)).some((count: number) => count > 0)) return [];
  const [was, is] = [boxOfUnderlay(before), boxOfUnderlay(after)];
  const box = boxAround(hall.outline.map(([xMm, yMm]) => ({ xMm, yMm })));
  const isAsLarge = (Object.keys(box) as (keyof Box)[]).every((side) => Math.abs(box[side] - was[side]) <= AS_LARGE_MM);
  const [left, top, right, bottom] = [is.minXMm, is.minYMm, is.maxXMm, is.maxYMm].map(Math.round) as [number, number, number, number];
  if (!isAsLarge || right <= left || bottom <= top) return [];
  const outline = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const;
  return [{ ...hall, outline }];
}

/** Keeps a second distance beside the calibration, so that its error is seen; the scale stays. */
export const checkUnderlay: Command<MeasureUnderlay> = (plan, { id, span }) => {
  const found = findAll(plan, 'underlays', [id]);
  if (!found.ok) return found;
  const [underlay] = found.value as [Underlay];
  if (underlay.calibration === null) return refuse(`${underlay.name} has no calibration to check`, 'calibrate it by a first distance');
  if (spanUnits(span) === 0) return refuse('the two places are the same', 'pick two that are apart');
  return changeOf(plan, `Check ${underlay.name}`, { put: { underlays: [{ ...underlay, check: span }] } });
};

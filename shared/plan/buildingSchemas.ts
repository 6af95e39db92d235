/** Schemas of the building: halls, doors and what stands or hangs in the way. */
import * as v from 'valibot';
import * as field from '../fields.ts';
import { obstacleKindNames } from './obstacleKinds.ts';

const pointMm = v.strictTuple([field.positionMm, field.positionMm]);
const outline = v.pipe(v.array(pointMm), v.minLength(3));

/** More ways in, and more corners of one, than any building has. */
const MOST_DELIVERY_PATHS = 100;
const MOST_CORNERS = 10_000;

const deliveryPath = v.looseObject({
  name: field.name,
  points: v.pipe(v.array(pointMm), v.minLength(2), v.maxLength(MOST_CORNERS)),
  clearWidthMm: field.sizeMm,
  clearHeightMm: v.nullable(field.sizeMm),
});

export const hallSchema = v.looseObject({
  id: field.id,
  name: field.name,
  frame: v.looseObject({ xMm: field.positionMm, yMm: field.positionMm, zMm: field.positionMm, rotationDeg: field.degrees }),
  outline,
  clearHeightMm: field.sizeMm,
  floor: v.looseObject({
    kind: v.picklist(['slab', 'raised']),
    pointLoadG: v.nullable(field.whole),
    rollingLoadG: v.nullable(field.whole),
    areaLoadPa: v.nullable(field.measure),
  }),
  tile: v.looseObject({
    sizeMm: field.sizeMm,
    originXMm: field.positionMm,
    originYMm: field.positionMm,
    naming: v.optional(v.picklist(['letters-across', 'letters-down'])),
    digits: v.optional(field.countTo(4)),
  }),
  powerBudgetW: v.nullable(field.whole),
  deliveryPaths: v.optional(v.pipe(v.array(deliveryPath), v.minLength(1), v.maxLength(MOST_DELIVERY_PATHS))),
});

export const doorSchema = v.looseObject({
  id: field.id,
  hall: field.id,
  name: field.name,
  edge: field.whole,
  offsetMm: field.lengthMm,
  clearWidthMm: field.sizeMm,
  clearHeightMm: field.sizeMm,
  leaves: v.picklist([1, 2]),
  swing: v.picklist(['in', 'out']),
  delivery: v.boolean(),
});

export const obstacleSchema = v.pipe(
  v.looseObject({
    id: field.id,
    hall: field.id,
    name: field.name,
    kind: v.picklist(obstacleKindNames),
    outline,
    undersideMm: v.optional(field.positionMm),
    topMm: v.optional(field.positionMm),
    freeBelowMm: v.optional(field.sizeMm),
    slopePct: v.optional(field.percent),
    clearWidthMm: v.optional(field.sizeMm),
    areaLoadPa: v.optional(field.measure),
  }),
  v.check(
    ({ undersideMm, topMm }) => undersideMm === undefined || topMm === undefined || topMm > undersideMm,
    'must have its top above its underside; write a greater topMm',
  ),
);

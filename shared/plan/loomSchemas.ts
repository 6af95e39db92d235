/** Schemas of looms: how cables are bound, and what somebody decided about some. */
import * as v from 'valibot';
import * as field from '../fields.ts';

const loomMake = v.picklist(['custom', 'stock', 'none']);

/** More cables than any hand can dress, and a diameter that no bundle has. */
const MOST_IN_A_LOOM = 1000;
const MOST_BUNDLING_PCT = 1000;

export const loomSettings = v.looseObject({
  namePattern: field.name,
  mostMembers: field.countTo(MOST_IN_A_LOOM),
  stepMm: field.sizeMm,
  legStepMm: field.sizeMm,
  bundlingPct: v.pipe(field.countTo(MOST_BUNDLING_PCT), v.minValue(100)),
  makeByTier: v.record(v.string(), loomMake),
});

export const loomSchema = v.looseObject({
  id: field.id,
  name: v.nullable(field.name),
  cables: v.pipe(v.array(field.id), v.minLength(1), v.maxLength(MOST_IN_A_LOOM)),
  make: v.nullable(loomMake),
  pulledFrom: v.nullable(field.id),
});

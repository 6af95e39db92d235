/** Schemas of what people lay over the drawing. */
import * as v from 'valibot';
import * as field from '../fields.ts';
import { cableViews } from './drawingAids.ts';
import { markFault, noteDisciplines, noteMarks, type Note } from './notes.ts';

/** A bound on what a file may ask for: more corners than any outline that was drawn by hand. */
const MOST_CORNERS = 10_000;

const corner = v.pipe(field.whole, v.maxValue(MOST_CORNERS));

const dimensionEnd = v.variant('kind', [
  v.looseObject({ kind: v.picklist(['cabinet', 'obstacle', 'hall']), id: field.id, corner }),
  v.looseObject({ kind: v.literal('junction'), id: field.id }),
  v.looseObject({ kind: v.literal('place'), xMm: field.positionMm, yMm: field.positionMm }),
]);

export const dimensionSchema = v.pipe(
  v.looseObject({
    id: field.id,
    hall: field.id,
    a: dimensionEnd,
    b: dimensionEnd,
    axis: v.picklist(['x', 'y', 'straight']),
    offsetMm: field.positionMm,
    leastMm: v.nullable(field.lengthMm),
    mostMm: v.nullable(field.lengthMm),
  }),
  v.check(
    ({ leastMm, mostMm }) => leastMm === null || mostMm === null || leastMm <= mostMm,
    'must not ask for more than it allows; write a least length that is not above the most',
  ),
);

const MOST_NOTES = 1_000_000;

export const noteSchema = v.pipe(
  v.looseObject({
    id: field.id,
    hall: field.id,
    number: field.countTo(MOST_NOTES),
    text: field.lines,
    state: v.picklist(['open', 'resolved']),
    discipline: v.picklist(noteDisciplines),
    mark: v.picklist(noteMarks),
    points: v.array(v.strictTuple([field.positionMm, field.positionMm])),
    about: v.nullable(
      v.looseObject({
        kind: v.picklist(['cabinet', 'obstacle', 'segment', 'cable']),
        id: field.id,
        xMm: field.positionMm,
        yMm: field.positionMm,
      }),
    ),
  }),
  v.check(
    (note) => markFault(note) === null,
    ({ input }) => markFault(input as Note) ?? '',
  ),
);

export const viewSchema = v.looseObject({
  id: field.id,
  hall: field.id,
  name: field.name,
  centreXMm: field.positionMm,
  centreYMm: field.positionMm,
  widthMm: field.sizeMm,
  heightMm: field.sizeMm,
  layers: v.array(field.name),
  isolated: v.nullable(v.array(field.name)),
  cables: v.optional(v.picklist(cableViews)),
  hiddenLevelsMm: v.optional(v.array(field.positionMm)),
});

/** Random dimensions and views for random plans. */
import fc from 'fast-check';
import { cableViews, type Dimension, type DimensionEnd, type SavedView } from '../../shared/plan/drawingAids.ts';
import { noteDisciplines, type Note, type NoteSubject } from '../../shared/plan/notes.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { nameArbitrary, oneOf, tableOf } from './arbitraryParts.ts';

const place = fc.integer({ min: -50_000, max: 50_000 });
const size = fc.integer({ min: 1, max: 60_000 });

function endArbitrary(plan: Plan): fc.Arbitrary<DimensionEnd> {
  const tied = (['cabinet', 'obstacle', 'hall'] as const).flatMap((kind) =>
    [...plan[`${kind}s`].keys()].map((id): DimensionEnd => ({ kind, id, corner: 0 })),
  );
  const joints = [...plan.junctions.keys()].map((id): DimensionEnd => ({ kind: 'junction', id }));
  const free = fc.record({ kind: fc.constant('place' as const), xMm: place, yMm: place });
  return tied.length + joints.length === 0 ? free : fc.oneof(free, fc.constantFrom(...tied, ...joints));
}

function subjectArbitrary(plan: Plan): fc.Arbitrary<NoteSubject | null> {
  const things = (['cabinet', 'obstacle', 'segment'] as const).flatMap((kind) => [...plan[`${kind}s`].keys()].map((id) => ({ kind, id })));
  // Also a thing that has gone.
  const any = fc.constantFrom(...things, { kind: 'cable' as const, id: 'gone' });
  return fc.option(fc.tuple(any, place, place).map(([thing, xMm, yMm]) => ({ ...thing, xMm, yMm })));
}

/** As far as the plan has halls. */
export function aidArbitraries(plan: Plan) {
  const halls = [...plan.halls.keys()];
  const limit = fc.option(fc.integer({ min: 0, max: 5000 }));
  return {
    dimensions: tableOf<Dimension>(halls.length, 3, (id) =>
      fc.record({
        id: fc.constant(id),
        hall: oneOf(halls),
        a: endArbitrary(plan),
        b: endArbitrary(plan),
        axis: fc.constantFrom('x', 'y', 'straight'),
        offsetMm: place,
        leastMm: limit,
        mostMm: limit.map((mm) => (mm === null ? null : mm + 5000)),
      }),
    ),
    notes: tableOf<Note>(halls.length, 3, (id) =>
      fc.record({
        id: fc.constant(id),
        hall: oneOf(halls),
        number: fc.integer({ min: 1, max: 999 }),
        text: fc.array(nameArbitrary, { maxLength: 3 }).map((lines) => lines.join('\n')),
        state: fc.constantFrom('open', 'resolved'),
        discipline: fc.constantFrom(...noteDisciplines),
        mark: fc.constant('pin' as const),
        points: fc.tuple(fc.tuple(place, place)),
        about: subjectArbitrary(plan),
      }),
    ),
    views: tableOf<SavedView>(halls.length, 2, (id) =>
      fc.record(
        {
          id: fc.constant(id),
          hall: oneOf(halls),
          name: nameArbitrary,
          centreXMm: place,
          centreYMm: place,
          widthMm: size,
          heightMm: size,
          layers: fc.uniqueArray(nameArbitrary, { maxLength: 3 }),
          isolated: fc.option(fc.uniqueArray(nameArbitrary, { maxLength: 2 })),
          cables: fc.constantFrom(...cableViews),
          hiddenLevelsMm: fc.uniqueArray(place, { maxLength: 2 }),
        },
        { requiredKeys: ['id', 'hall', 'name', 'centreXMm', 'centreYMm', 'widthMm', 'heightMm', 'layers', 'isolated'] },
      ),
    ),
  };
}

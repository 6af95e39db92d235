/** Random drawings under random plans; their files may be missing. */
import fc from 'fast-check';
import type { Plan } from '../../shared/plan/types.ts';
import type { DrawingFile, MeasuredSpan, Underlay } from '../../shared/plan/underlays.ts';
import { idArbitrary, nameArbitrary, oneOf, tableOf, textArbitrary } from './arbitraryParts.ts';

const figure = fc.double({ noNaN: true, min: -1e7, max: 1e7 }).map((value) => value + 0);
const extent = fc.double({ noNaN: true, min: 0, max: 1e6 });
const whole = fc.integer({ min: -60_000, max: 60_000 });
const kind = fc.constantFrom('png', 'jpeg', 'webp', 'pdf', 'dxf');

const span: fc.Arbitrary<MeasuredSpan> = fc.record({
  fromX: figure,
  fromY: figure,
  toX: figure,
  toY: figure,
  distanceMm: fc.integer({ min: 1, max: 90_000 }),
});

const file = (id: string): fc.Arbitrary<DrawingFile> =>
  fc.record({
    id: fc.constant(id),
    name: nameArbitrary,
    kind,
    byteCount: fc.nat(),
    packing: fc.constantFrom('none', 'deflate'),
    data: fc.base64String({ maxLength: 40 }),
  });

export function underlayArbitraries({ halls }: Plan): {
  readonly drawingFiles: fc.Arbitrary<ReadonlyMap<string, DrawingFile>>;
  readonly underlays: fc.Arbitrary<ReadonlyMap<string, Underlay>>;
} {
  const plain = (id: string): fc.Arbitrary<Underlay> =>
    fc.record({
      id: fc.constant(id),
      hall: oneOf([...halls.keys()]),
      name: nameArbitrary,
      file: idArbitrary,
      kind,
      page: fc.integer({ min: 1, max: 20 }),
      widthUnits: extent,
      heightUnits: extent,
      originX: figure,
      originY: figure,
      mmPerUnit: fc.double({ noNaN: true, min: 0.001, max: 1000 }),
      xMm: whole,
      yMm: whole,
      rotationDeg: fc.integer({ min: 0, max: 359 }),
      opacityPct: fc.integer({ min: 0, max: 100 }),
      visible: fc.boolean(),
      locked: fc.boolean(),
      offLayers: fc.uniqueArray(textArbitrary, { maxLength: 3 }),
      calibration: fc.option(span),
      check: fc.option(span),
    });
  const underlay = (id: string): fc.Arbitrary<Underlay> =>
    fc
      .tuple(plain(id), fc.boolean(), fc.nat({ max: 4 }))
      .map(([one, ownColors, level]) => ({ ...one, ...(level === 0 ? {} : { level }), ...(ownColors ? { ownColors } : {}) }));
  return { drawingFiles: tableOf<DrawingFile>(1, 2, file), underlays: tableOf<Underlay>(halls.size, 2, underlay) };
}

/** Drawings that nobody here made, read against counts and sizes that other programs measured; and files that mean harm. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDxf } from '../../../shared/drawings/readDxf.ts';
import { pathKinds, type LineDrawing } from '../../../shared/drawings/lineDrawing.ts';
import { dxf, section } from '../../support/dxfPairs.ts';
import expectedJson from '../../drawings/expected.json' with { type: 'json' };

interface Expected {
  readonly entities: Readonly<Record<string, number>> | null;
  readonly units: number | null;
  readonly box: readonly [number, number] | null;
}

const expected = expectedJson as unknown as Readonly<Record<string, Expected>>;
const folder = join(import.meta.dirname, '../../drawings/dxf');

function fileOf(name: string): Uint8Array {
  return readFileSync(join(folder, name));
}

function drawingOf(bytes: Uint8Array): LineDrawing {
  const read = readDxf(bytes);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const SQUARE = '0 LWPOLYLINE 8 walls 70 1 10 0 20 0 10 4 20 0 10 4 20 3 10 0 20 3';

function skippedOf({ skipped }: LineDrawing): string[] {
  return skipped.map(({ type, count, why }) => `${type} ${count} ${why}`);
}

describe('drawings of others', () => {
  const readable = Object.entries(expected).filter(([, { entities }]) => entities !== null && entities !== undefined);

  test('hold the very things that were counted, type by type', () => {
    const files = readable.filter(([name]) => !name.endsWith('bin_dxf_r2000.dxf'));
    expect(files.length).toBeGreaterThan(40);
    for (const [name, { entities }] of files) expect({ name, entities: drawingOf(fileOf(name)).entities }).toEqual({ name, entities });
  });

  /** Their boxes hold nothing but lines, so that they are known exactly. */
  test.each([
    'barcelona-pavillion/plan.dxf',
    'skymakerolof-dxf/openscad_export.dxf',
    'skymakerolof-dxf/elliptical-arc11.dxf',
    'skymakerolof-dxf/blocks1.dxf',
    'skymakerolof-dxf/lwpolylines.dxf',
    'skymakerolof-dxf/issue28.dxf',
    'ezdxf/clockwise_arcs_hatch.dxf',
    'ezdxf/custom_blocks.dxf',
    'ezdxf/dimension_in_nested_blocks.dxf',
    'ezdxf/circle_radius_le_0.dxf',
    'acadsharp/sample_AC1009_ascii.dxf',
  ])('%s is as large as measured', (name) => {
    const { width, height } = drawingOf(fileOf(name));
    const [wide, high] = expected[name]!.box!;
    expect(Math.abs(width - wide)).toBeLessThan(0.02 * wide);
    expect(Math.abs(height - high)).toBeLessThan(0.02 * high);
  });

  test('the pavilion is in metres, 52.00 by 22.75, on its layers', () => {
    const pavilion = drawingOf(fileOf('barcelona-pavillion/plan.dxf'));
    expect([pavilion.mmPerUnit, Math.round(pavilion.width * 100), Math.round(pavilion.height * 100)]).toEqual([1000, 5200, 2275]);
    expect(pavilion.kinds.length).toBe(954 + 188 + 69);
    expect(pavilion.layers.length).toBe(11);
  });

  test('say no unit where they have none', () => {
    expect(drawingOf(fileOf('house-by-programmer/plan.dxf')).mmPerUnit).toBeNull();
    expect(drawingOf(fileOf('skymakerolof-dxf/openscad_export.dxf')).mmPerUnit).toBeNull();
  });

  test('give each copy of a block in a grid: 25, and 14 around a scale of zero', () => {
    const grid = drawingOf(fileOf('ezdxf/multi_insert_with_attribs.dxf'));
    expect(grid.kinds.length % 25).toBe(0);
    const holes = [...drawingOf(fileOf('skymakerolof-dxf/arrayed-holes.dxf')).kinds].filter((kind) => pathKinds[kind] === 'circle');
    expect(holes.length).toBe(14);
  });

  test('keep their paper to themselves', () => {
    const drawing = drawingOf(fileOf('skymakerolof-dxf/testModelPaperSpace.dxf'));
    expect(drawing.kinds.length).toBe(6);
    expect(skippedOf(drawing)).toContain('Paper space 3 stands on a sheet, not in the model');
  });

  test('draw dimensions that come without their picture from their points, with the figure that their author wrote', () => {
    const drawing = drawingOf(fileOf('house-by-programmer/plan.dxf'));
    expect(skippedOf(drawing)).toEqual([]);
    // Its frame is that of its walls, so that plans in which it lies already show it where it lay.
    expect([drawing.width, drawing.height].map((side) => side.toFixed(2))).toEqual(['26.79', '44.71']);
    // The first one measures 5.05 m: its figure stands along a line of that length.
    const figures = drawing.texts.map(({ text }) => text);
    expect([figures.length, figures[0], figures[2]]).toEqual([21, '5.05', '14.40']);
    const layer = drawing.layers.findIndex(({ name }) => name === 'dimensions');
    const lengths = [...drawing.pathLayers].flatMap((own, path) => {
      const [a, b] = [2 * drawing.starts[path]!, 2 * drawing.starts[path + 1]! - 2];
      const { points } = drawing;
      return own === layer ? [Math.hypot(points[b]! - points[a]!, points[b + 1]! - points[a + 1]!)] : [];
    });
    expect(lengths[0]).toBeCloseTo(5.05, 6);
  });

  test('name what is not drawn, and how many of it', () => {
    expect(skippedOf(drawingOf(fileOf('acadsharp/sample_AC1015_ascii.dxf')))).toContain('3DSOLID 2 not read');
  });

  test('carry their texts without codes', () => {
    const texts = drawingOf(fileOf('ezdxf/caret_encoding.dxf')).texts.map(({ text }) => text);
    expect(texts.length).toBe(61);
    expect(texts.join('')).not.toMatch(/\\P|%%|\^[A-Z]/);
    expect(drawingOf(fileOf('ezdxf/dxf_unicode.dxf')).layers.map(({ name }) => name)).toContain('Tschüss mit ü');
  });
});

describe('what the format says of', () => {
  test('layers: frozen by a flag or off by a negative color they are off; locked they are not', () => {
    const layer = (name: string, flags: number, color: number): string => `0 LAYER 2 ${name} 70 ${flags} 62 ${color}`;
    const table = `${layer('frozen', 1, 3)} ${layer('locked', 4, 3)} ${layer('off', 0, -3)} ${layer('frozen-and-locked', 5, 3)}`;
    const { layers } = drawingOf(dxf(section('TABLES', table), section('ENTITIES', SQUARE)));
    expect(layers.filter(({ isOff }) => isOff).map(({ name }) => name)).toEqual(['frozen', 'off', 'frozen-and-locked']);
  });

  test.each(['SOLID', 'TRACE'])('a %s: its third corner lies across from the second; without a fourth it is a triangle', (type) => {
    const corners = '10 0 20 0 11 4 21 0 12 0 22 3';
    const whole = drawingOf(dxf(section('ENTITIES', `0 ${type} 8 A ${corners} 13 4 23 3`)));
    expect([[...whole.points], [...whole.closed], whole.skipped]).toEqual([[0, 3, 4, 3, 4, 0, 0, 0], [1], []]);
    const triangle = drawingOf(dxf(section('ENTITIES', `0 ${type} 8 A ${corners}`)));
    expect([...triangle.points]).toEqual([0, 3, 4, 3, 0, 0, 0, 0]);
  });

  test.each(['TEXT', 'MTEXT'])('signs in a %s: degrees, plus or minus, diameter, percent, letters by number', (type) => {
    const text = (content: string): string => `0 ${type} 8 A 10 0 20 0 40 1 1 ${content}`;
    const drawing = drawingOf(dxf(section('ENTITIES', ['45%%d', '%%P5', '%%c300', '40%%%', '%%060%%D', '%%uroom%%u'].map(text).join(' '))));
    expect(drawing.texts.map((one) => one.text)).toEqual(['45°', '±5', '⌀300', '40%', '<°', 'room']);
  });
});

describe('files that are no drawing', () => {
  test.each([
    ['a binary DXF', fileOf('ezdxf/bin_dxf_r2000.dxf'), 'drawing.binary-dxf'],
    ['blocks without a model', fileOf('dxf-parser/blocks.dxf'), 'drawing.no-model'],
    ['a DWG', new TextEncoder().encode('AC1032 and bytes'), 'drawing.dwg'],
    ['nothing', new Uint8Array(), 'drawing.not-dxf'],
    ['a letter', new TextEncoder().encode('Dear architect,\nplease send the plan.\n'), 'drawing.not-dxf'],
    ['a header cut off', new TextEncoder().encode('0\nSECTION\n2\nENTITIES\n0\nLINE\nten\n1\n'), 'drawing.damaged'],
  ])('%s is refused in one line', (_, bytes, code) => {
    const read = readDxf(bytes);
    expect(read.ok ? null : read.error.code).toBe(code);
    expect(read.ok ? '' : read.error.message).not.toContain('\n');
  });

  test('a file that breaks off late gives what stands before, and says so', () => {
    const whole = new TextDecoder().decode(fileOf('barcelona-pavillion/plan.dxf'));
    const at = whole.lastIndexOf('LINE');
    const drawing = drawingOf(new TextEncoder().encode(`${whole.slice(0, at)}LINE\r\nnot a code\r\n1\r\n`));
    expect(drawing.kinds.length).toBeGreaterThan(1000);
    expect(skippedOf(drawing).some((line) => line.startsWith('Rest of the file 1 damaged from line'))).toBe(true);
  });
});

describe('blocks that mean harm', () => {
  test('one that holds itself, over another, is drawn once', () => {
    const block = (name: string, other: string): string => `0 BLOCK 2 ${name} 10 0 20 0 ${SQUARE} 0 INSERT 2 ${other} 10 1 20 0 0 ENDBLK`;
    const drawing = drawingOf(
      dxf(section('BLOCKS', block('A', 'B') + ' ' + block('B', 'A')), section('ENTITIES', '0 INSERT 2 A 10 0 20 0')),
    );
    expect(drawing.kinds.length).toBe(2);
    expect(skippedOf(drawing)).toEqual(['INSERT 1 its block holds itself']);
  });

  test('a chain of forty is cut', () => {
    const chain = Array.from({ length: 40 }, (_, at) => `0 BLOCK 2 N${at} ${SQUARE} 0 INSERT 2 N${at + 1} 0 ENDBLK`).join(' ');
    const drawing = drawingOf(dxf(section('BLOCKS', chain), section('ENTITIES', '0 INSERT 2 N0')));
    expect(drawing.kinds.length).toBe(24);
    expect(skippedOf(drawing)).toEqual(['INSERT 1 nested too deep']);
  });

  test('ten times ten times ten and so on stops at what a drawing may have', () => {
    const bomb = Array.from({ length: 9 }, (_, at) => `0 BLOCK 2 N${at} ${`0 INSERT 2 N${at + 1} `.repeat(10)} 0 ENDBLK`).join(' ');
    const drawing = drawingOf(
      dxf(section('BLOCKS', `${bomb} 0 BLOCK 2 N9 ${SQUARE} 0 ENDBLK`), section('ENTITIES', '0 INSERT 2 N0 70 9999 71 9999 44 5 45 5')),
    );
    expect(drawing.skipped.map(({ why }) => why)).toContain('more copies than a drawing may have');
  });
});

describe('places', () => {
  test('huge site coordinates are shifted, and the shift is kept', () => {
    const drawing = drawingOf(dxf(section('ENTITIES', '0 LINE 8 A 10 512345.25 20 4512345.5 11 512355.25 21 4512340.5')));
    expect([drawing.originX, drawing.originY, drawing.width, drawing.height]).toEqual([512345.25, 4512345.5, 10, 5]);
    expect([...drawing.points]).toEqual([0, 0, 10, 5]);
  });

  test('an L stays an L when y turns down, and a mirrored one does not', () => {
    const l = '0 LWPOLYLINE 8 A 70 0 10 0 20 3 10 0 20 0 10 2 20 0';
    expect([...drawingOf(dxf(section('ENTITIES', l))).points]).toEqual([0, 0, 0, 3, 2, 3]);
    expect([...drawingOf(dxf(section('ENTITIES', `${l} 210 0 220 0 230 -1`))).points]).toEqual([2, 0, 2, 3, 0, 3]);
  });

  test('a bulge of one is a half circle to the right of its leg', () => {
    const { points, width, height } = drawingOf(dxf(section('ENTITIES', '0 LWPOLYLINE 8 A 70 0 10 0 20 0 42 1 10 2 20 0')));
    expect(width).toBeCloseTo(2, 9);
    expect(height).toBeCloseTo(1, 2);
    expect([points[0], points[1], points.at(-2), points.at(-1)].map((value) => Math.round(value! * 1e6) / 1e6)).toEqual([0, 0, 2, 0]);
  });

  test('a block is moved by its base, scaled, turned, mirrored and placed', () => {
    const blocks = section('BLOCKS', '0 BLOCK 2 A 10 1 20 1 0 LINE 8 0 10 1 20 1 11 3 21 1 0 ENDBLK');
    const drawing = drawingOf(
      dxf(blocks, section('ENTITIES', '0 INSERT 8 doors 2 A 10 10 20 20 41 -2 42 1 50 90 0 LINE 8 X 10 0 20 0 11 10 21 20')),
    );
    expect([...drawing.points].map((value) => Math.round(value * 1e6) / 1e6).slice(0, 4)).toEqual([10, 0, 10, 4]);
    expect(drawing.layers[drawing.pathLayers[0]!]!.name).toBe('doors');
  });
});

/** Colors of a DXF: by index and in full, by layer and by block, against another parser's; and what of them can be read on a ground. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { colors, Helper } from 'dxf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathsByInk } from '../../../renderer/underlay/paintLines.ts';
import { schemes } from '../../../renderer/theme/tokens.ts';
import { indexedColor } from '../../../shared/drawings/dxf/colors.ts';
import type { LineDrawing } from '../../../shared/drawings/lineDrawing.ts';
import { paletteOn, readableOn } from '../../../shared/drawings/ownColors.ts';
import { readDxf } from '../../../shared/drawings/readDxf.ts';
import { colorIndex } from '../../../shared/writers/dxfColors.ts';
import { contrast } from '../../support/contrast.ts';
import { dxf, section } from '../../support/dxfPairs.ts';

function drawingOf(bytes: Uint8Array): LineDrawing {
  const read = readDxf(bytes);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

function fileOf(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, '../../drawings/dxf', name));
}

const hexOf = (parts: readonly number[]): string => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
const LINE = '10 0 20 0 11 4 21 0';
const LAYERS = section('TABLES', '0 LAYER 2 red 70 0 62 1 0 LAYER 2 off 70 0 62 -3 0 LAYER 2 full 70 0 62 1 420 1193046');

/** Colors of the paths of a model, in their order. */
function colorsOf(entities: string, blocks = ''): (string | null)[] {
  const { palette, pathColors } = drawingOf(dxf(LAYERS, section('BLOCKS', blocks), section('ENTITIES', entities)));
  return [...pathColors].map((place) => palette[place]!);
}

describe('colors of the index', () => {
  test('have the hue that another parser gives them; full ones are the same', () => {
    const hueOf = ([r, g, b]: readonly number[]): number => (Math.atan2(Math.sqrt(3) * (g! - b!), 2 * r! - g! - b!) * 180) / Math.PI;
    for (let index = 1; index < 250; index += 1) {
      if ([7, 8, 9].includes(index)) continue;
      const own = indexedColor(index)!;
      const parts = [1, 3, 5].map((at) => Number.parseInt(own.slice(at, at + 2), 16));
      if (index % 10 === 0 || index < 7) expect({ index, own }).toEqual({ index, own: hexOf(colors[index]!) });
      expect({ index, away: Math.abs(((hueOf(parts) - hueOf(colors[index]!) + 540) % 360) - 180) < 3 }).toEqual({ index, away: true });
    }
  });

  test('are those that drawings are written with', () => {
    for (const index of [1, 6, 8, 9, 30, 34, 44, 104, 150, 184, 224, 250, 254]) {
      const color = indexedColor(index)!;
      expect([index, index === 250 ? 250 : colorIndex(color)]).toEqual([index, index]);
    }
    expect([indexedColor(7), indexedColor(0), indexedColor(256), indexedColor(Number.NaN)]).toEqual([null, null, null, null]);
    expect([12, 13, 31, 35].map(indexedColor)).toEqual(['#cc0000', '#cc6666', '#ffbf7f', '#99724c']);
  });
});

describe('a line is drawn', () => {
  test('in its own color before that of its layer, the full one before the index; without either in ink', () => {
    const line = (layer: string, codes: string): string => `0 LINE 8 ${layer} ${codes} ${LINE}`;
    const entities = [line('red', ''), line('RED', '62 256'), line('off', ''), line('full', ''), line('red', '62 5'), line('none', '')];
    expect(colorsOf(entities.join(' '))).toEqual(['#ff0000', '#ff0000', '#00ff00', '#123456', '#0000ff', null]);
    expect(colorsOf(`${line('red', '62 3 420 16744448')} ${line('red', '62 0')} ${line('red', '62 7')}`)).toEqual(['#ff8000', null, null]);
  });

  test('in ink where it is nearly black or white, which was meant for one ground alone; greys and dark hues stay', () => {
    const full = (color: string): string => `0 LINE 8 A 420 ${Number.parseInt(color.slice(1), 16)} ${LINE}`;
    expect(colorsOf(['#101010', '#f0f0ee', '#808080', '#000080'].map(full).join(' '))).toEqual([null, null, '#808080', '#000080']);
    expect(colorsOf(`0 LINE 8 A 62 250 ${LINE} 0 LINE 8 A 62 255 ${LINE}`)).toEqual([null, null]);
  });

  test('by block in the color of the insert, through blocks within blocks; on layer 0 in that of its layer', () => {
    const block = (name: string, content: string): string => `0 BLOCK 2 ${name} 10 0 20 0 ${content} 0 ENDBLK`;
    const blocks = [
      block('inner', `0 LINE 8 0 62 0 ${LINE} 0 LINE 8 0 ${LINE} 0 LINE 8 red 62 6 ${LINE}`),
      block('outer', '0 INSERT 8 0 62 0 2 inner 10 0 20 0'),
    ].join(' ');
    expect(colorsOf('0 INSERT 8 red 62 4 2 inner 10 0 20 0', blocks)).toEqual(['#00ffff', '#ff0000', '#ff00ff']);
    expect(colorsOf('0 INSERT 8 off 62 2 2 outer 10 0 20 0', blocks)).toEqual(['#ffff00', '#00ff00', '#ff00ff']);
    expect(colorsOf('0 INSERT 8 red 2 outer 10 0 20 0', blocks)).toEqual(['#ff0000', '#ff0000', '#ff00ff']);
  });

  test.each(['barcelona-pavillion/plan.dxf', 'jscad-autocad2017/2Dpolylines.dxf'])('as another parser counts the colors of %s', (name) => {
    const { palette, pathColors } = drawingOf(fileOf(name));
    const counts = new Map<string, number>();
    for (const { rgb } of new Helper(fileOf(name).toString()).toPolylines().polylines)
      counts.set(hexOf(rgb), (counts.get(hexOf(rgb)) ?? 0) + 1);
    // Grey 9 of the index is another one there; white and black are the ink.
    const others = [...counts]
      .filter(([color]) => color !== '#ffffff' && color !== '#000000')
      .map(([color, count]) => [color === '#808080' ? '#c0c0c0' : color, count]);
    const own = palette.slice(1).map((color, at) => [color, pathColors.filter((place) => place === at + 1).length]);
    expect(own.sort()).toEqual(others.sort());
    expect(own.length).toBeGreaterThan(0);
  });

  test('texts too', () => {
    const { palette, texts } = drawingOf(
      dxf(LAYERS, section('ENTITIES', '0 TEXT 8 red 10 0 20 0 40 1 1 A 0 MTEXT 8 red 62 5 10 0 20 0 40 1 1 B')),
    );
    expect(texts.map(({ color }) => palette[color])).toEqual(['#ff0000', '#0000ff']);
  });
});

describe('on a ground', () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

  test('every color can be read in light and dark; what can be read already stays, no color is the ink', () => {
    for (const { canvas } of Object.values(schemes)) {
      fc.assert(
        fc.property(hex, (color) => {
          const shown = readableOn(color, canvas.floor);
          expect(contrast(shown, canvas.floor)).toBeGreaterThanOrEqual(4.5);
          if (contrast(color, canvas.floor) >= 4.5) expect(shown).toBe(color);
        }),
      );
      expect(paletteOn([null, '#ffffff', '#000000'], canvas.underlay, canvas.floor)[0]).toBe(canvas.underlay);
    }
    // Yellow on paper keeps its hue.
    expect(readableOn('#ffff00', '#ffffff')).toMatch(/^#(..)\1(00)$/);
  });

  test('paths change their ink as seldom as can be, in the same order wherever the view is; layers that are off are left out', () => {
    const drawn = { pathLayers: Uint16Array.of(0, 0, 1, 0, 0), pathColors: Uint16Array.of(1, 0, 1, 2, 1) };
    const inks = ['#101010', '#ff0000', '#0000ff'];
    expect([...pathsByInk([4, 3, 2, 1, 0], drawn, inks, new Set())]).toEqual([
      ['#101010', [1]],
      ['#ff0000', [4, 2, 0]],
      ['#0000ff', [3]],
    ]);
    const one = inks.map(() => '#101010');
    expect([...pathsByInk([4, 3, 2, 1, 0], drawn, one, new Set([1]))]).toEqual([['#101010', [4, 3, 1, 0]]]);
  });
});

/** Pages of PDFs as sheets draw them: against what stands in the file itself, and operator by operator. */
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadPdfLibrary } from '../../../electron/cli/pdfLibrary.ts';
import type { LineDrawing } from '../../../shared/drawings/lineDrawing.ts';
import type { PageDrawing } from '../../../shared/drawings/pdf/pagePaper.ts';
import { readPdfPage } from '../../../shared/drawings/pdf/readPdfPage.ts';
import { pngPixels } from '../../../shared/writers/pngPixels.ts';
import { pdfPage } from '../../support/pdfPage.ts';

const file = (name: string): Buffer => readFileSync(new URL(`../../drawings/plans/${name}.pdf`, import.meta.url));

async function pageOf(bytes: Buffer, number = 1): Promise<PageDrawing> {
  const read = await readPdfPage(await loadPdfLibrary(), new Uint8Array(bytes), number);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

/** Points of each path, rounded to thousandths of a point. */
function paths({ points, starts, closed }: LineDrawing): string[] {
  return Array.from({ length: starts.length - 1 }, (_, path) => {
    const own = [...points.subarray(2 * starts[path]!, 2 * starts[path + 1]!)].map((value) => String(Math.round(value * 1000) / 1000));
    return `${own.join(' ')}${closed[path] === 1 ? ' h' : ''}`;
  });
}

const drawn = async (content: string, more?: Parameters<typeof pdfPage>[1]): Promise<string[]> =>
  paths((await pageOf(pdfPage(content, more))).lines);

describe('plans of architects', () => {
  test.each([
    ['plan', [117.726, 155.07], 3000],
    ['расположение дома', [114.281, 155.07], 1600],
  ] as const)('every line of the house, %s, stands where the content of its page says', async (name, [wide, high], least) => {
    const bytes = file(`house-by-programmer/${name}`);
    const { lines, images } = await pageOf(bytes);
    // Its content knows no curves and no transforms: m, l, h and S are all there is to read.
    const content = contentOf(bytes);
    expect(content).not.toMatch(/ (cm|c|re|Do)\b/);
    const height = Number(/\/MediaBox\s*\[\s*0 0 \S+ (\S+?)\s*\]/.exec(bytes.toString('latin1'))![1]);
    const own = [...content.matchAll(/(-?[\d.]+)\s+(-?[\d.]+)\s+([ml])\b/g)].map(([, x, y, step]) => ({
      x: Number(x),
      y: height - Number(y),
      step,
    }));
    expect(own.length).toBeGreaterThan(least);
    expect([lines.width, lines.height].map((value) => Math.round(value * 1000) / 1000)).toEqual([wide, high]);
    expect(images).toEqual([]);
    const found = new Set(paths(lines).flatMap((path) => [...path.matchAll(/(\S+) (\S+)/g)].map(([, x, y]) => key(Number(x), Number(y)))));
    const inside = own.filter(({ x, y }) => x > 0.01 && y > 0.01 && x < wide - 0.01 && y < high - 0.01);
    expect(inside.length).toBeGreaterThan(0.99 * own.length);
    expect(inside.filter(({ x, y }) => !found.has(key(x, y)))).toEqual([]);
  });

  test('the pavilion comes with its whole page, thousands of lines, none outside', async () => {
    const { lines } = await pageOf(file('barcelona-pavillion/plan'));
    expect([lines.starts.length - 1, Math.round(lines.width), Math.round(lines.height)]).toEqual([4456, 4455, 3150]);
    for (let at = 0; at < lines.points.length; at += 2) {
      expect(lines.points[at]! >= 0 && lines.points[at]! <= lines.width && lines.points[at + 1]! >= 0).toBe(true);
    }
  });
});

test('lines, rings, rectangles and curves, in nested spaces, with y down', async () => {
  expect(await drawn('10 20 m 30 20 l 30 40 l S')).toEqual(['10 180 30 180 30 160']);
  expect(await drawn('q 2 0 0 2 100 0 cm 10 20 m 30 20 l 30 40 l s Q 1 1 m 2 1 l S')).toEqual(['120 160 160 160 160 120 h', '1 199 2 199']);
  expect(await drawn('10 20 30 40 re f')).toEqual(['10 180 40 180 40 140 10 140 h']);
  const [curve] = (await drawn('0 0 m 0 100 100 100 100 0 c S')) as [string];
  const points = [...curve.matchAll(/(\S+) (\S+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect([points[0], points.at(-1)]).toEqual([
    [0, 200],
    [100, 200],
  ]);
  // Its highest point lies at three quarters of its handles.
  expect(Math.min(...points.map(([, y]) => y!))).toBeCloseTo(125, 1);
  expect(points.length).toBeGreaterThan(15);
});

test('a turned page lies as it is seen', async () => {
  const { lines } = await pageOf(pdfPage('10 20 m 30 20 l S', { rotate: 90 }));
  expect([lines.width, lines.height, paths(lines)]).toEqual([200, 300, ['20 10 20 30']]);
});

test('clips cut lines by their true edge, and fills gain the edge that the cut gives them', async () => {
  expect(await drawn('q 50 50 100 100 re W n 0 100 m 300 100 l S Q')).toEqual(['50 100 150 100']);
  // A triangle: at half its height it is half as wide.
  expect(await drawn('q 0 0 m 100 0 l 50 100 l h W n 0 50 m 300 50 l S Q 0 10 m 300 10 l S')).toEqual(['25 150 75 150', '0 190 300 190']);
  // Two rings: even and odd leave the hole out.
  expect(await drawn('q 0 0 200 200 re 50 0 100 200 re W* n 0 100 m 300 100 l S Q')).toEqual(['0 100 50 100', '150 100 200 100']);
  const cut = await drawn('q 50 50 40 40 re W n 0 0 300 200 re f Q');
  expect(cut).toEqual(['50 150 90 150 90 110 50 110 h']);
});

test('what cannot be seen is not drawn: white, see-through, hidden layers, texts without ink, outside the page', async () => {
  expect(await drawn('1 g 0 0 300 200 re f 1 1 1 RG 0 0 m 9 9 l S')).toEqual([]);
  expect(await drawn('/Clear gs 0 0 m 9 9 l S')).toEqual([]);
  expect(await drawn('900 900 m 990 900 l S')).toEqual([]);
  const { lines } = await pageOf(pdfPage('/OC /Off BDC 0 0 m 9 9 l S EMC /OC /Walls BDC 1 1 m 9 1 l S EMC BT /F 10 Tf 3 Tr (none) Tj ET'));
  expect(lines.layers.map(({ name, count }) => [name, count])).toEqual([['A-WALL', 1]]);
  expect(lines.texts).toEqual([]);
});

test('texts keep their place, turn, height and width', async () => {
  const { lines } = await pageOf(pdfPage('BT /F 10 Tf 50 60 Td (Hall) Tj ET BT /F 8 Tf 0 2 -2 0 100 20 Tm [(2)-600(x)] TJ ET'));
  const [hall, turned] = lines.texts as [LineDrawing['texts'][number], LineDrawing['texts'][number]];
  // 722, 556, 222 and 222 thousandths are Helvetica's widths of H, a, l and l.
  expect([hall.text, hall.x, hall.y, hall.rotationDeg + 0, hall.width]).toEqual(['Hall', 50, 140, 0, expect.closeTo(17.22, 3)]);
  expect([turned.text, turned.x, turned.y, turned.rotationDeg]).toEqual(['2 x', 100, 180, -90]);
  expect(turned.height / hall.height).toBeCloseTo(1.6, 6);
});

test('pictures come with their pixels and their place; stencils in black', async () => {
  const { images, lines } = await pageOf(
    pdfPage('q 20 0 0 10 50 60 cm /Photo Do Q q 0 30 -40 0 100 0 cm /Stencil Do Q', { pictures: true }),
  );
  expect(images.map(({ at, right, down }) => [at, right, down].map(({ x, y }) => [Math.round(x) + 0, Math.round(y) + 0]))).toEqual([
    [
      [50, 130],
      [20, 0],
      [0, 10],
    ],
    [
      [60, 200],
      [0, -30],
      [40, 0],
    ],
  ]);
  const pixels = images.map(({ image }) => {
    const read = pngPixels(image.bytes);
    if (!read.ok) throw new Error(read.error);
    return [...inflateSync(read.value.bytes)];
  });
  expect(pixels).toEqual([
    [0, 255, 0, 0, 0, 0, 255],
    [0, 0b0100_0000 | 0b0011_1111, 0, 0b1011_1111],
  ]);
  expect(lines.skipped).toEqual([]);
});

test('a page that is not there, a locked file and one that is none are told in one line', async () => {
  const library = await loadPdfLibrary();
  const why = async (bytes: Buffer, number: number): Promise<string> => {
    const read = await readPdfPage(library, new Uint8Array(bytes), number);
    return read.ok ? 'read' : read.error.message;
  };
  expect(await why(pdfPage('0 0 m 9 9 l S'), 2)).toBe('the PDF has no page 2');
  expect(await why(Buffer.from('no PDF'), 1)).toBe('the PDF cannot be read');
});

/** The file writes thousandths. */
const key = (x: number, y: number): string => [x, y].map((value) => Math.round(value * 1000)).join(' ');

/** The streams of a file, unpacked where they are packed. */
function contentOf(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const streams = [...text.matchAll(/<<((?:(?!endobj).)*?)>>\s*stream\r?\n/gs)].map((match) => {
    const start = match.index + match[0].length;
    const body = bytes.subarray(start, text.indexOf('endstream', start));
    return match[1]!.includes('/FlateDecode') ? inflateSync(body).toString('latin1') : body.toString('latin1');
  });
  return streams.filter((stream) => / l\b/.test(stream)).join('\n');
}

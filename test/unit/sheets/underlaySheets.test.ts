/** Drawings under the plan on floor plans: at their place and scale, pale, within the frame, by layer; in every form that can hold them. */
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadPdfLibrary } from '../../../electron/cli/pdfLibrary.ts';
import { readableOn } from '../../../shared/drawings/ownColors.ts';
import { readDxf } from '../../../shared/drawings/readDxf.ts';
import { derive } from '../../../shared/engine/engine.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { Underlay } from '../../../shared/plan/underlays.ts';
import type { Mark, PaperPoint, Sheet } from '../../../shared/sheets/drawing.ts';
import { drawingZones } from '../../../shared/sheets/frame.ts';
import { sheetSet, type SheetSet } from '../../../shared/sheets/sheetSet.ts';
import { readUnderlayPictures } from '../../../shared/sheets/underlayPictures.ts';
import { fromBase64, toBase64 } from '../../../shared/writers/base64.ts';
import { writeDxf } from '../../../shared/writers/dxf.ts';
import { jpegParts } from '../../../shared/writers/jpegParts.ts';
import { pngPixels } from '../../../shared/writers/pngPixels.ts';
import { writeSvg } from '../../../shared/writers/svg.ts';
import { drawingFile, transparentPng, underlaidHall } from '../../support/underlaidHall.ts';
import { pdfPage } from '../../support/pdfPage.ts';
import { pdfOf, textsOf } from '../../support/sheetFiles.ts';

type Of<K extends Mark['mark']> = Extract<Mark, { mark: K }>;

async function setOf(plan: Plan): Promise<SheetSet> {
  return sheetSet(derive(plan), { paper: 'A3', only: ['plan'], pictures: await readUnderlayPictures(plan, loadPdfLibrary) });
}

const [sheet] = [...(await setOf(underlaidHall()))] as [Sheet];
const owned = (of: Sheet, owner: string): Mark[] => of.marks.filter((mark) => mark.owner === owner);
const layerOf = (of: Sheet, mark: Mark): string => (mark.mark === 'symbol' ? '' : of.styles[mark.style]!.layer);
const inHall = ({ x, y }: PaperPoint, { origin, scale } = sheet): string =>
  [(x - origin!.x) * scale!, (y - origin!.y) * scale!].map((mm) => String(Math.round(mm) + 0)).join(',');

test('lines lie at true scale on the hall, on layers of their own, as pale as their opacity, below everything', () => {
  const lines = owned(sheet, 'und-1').filter((mark): mark is Of<'line'> => mark.mark === 'line');
  const wall = lines.find((line) => layerOf(sheet, line) === 'architect$0$A-WALL')!;
  expect(wall.points.map((point) => inHall(point))).toEqual(['0,0', '12000,0', '12000,9000', '0,9000']);
  // Half of a soft ink on white.
  expect([wall.closed, sheet.styles[wall.style]]).toMatchObject([true, { stroke: '#a6abb1', fill: null, lineWeightMm: 0.13 }]);
  expect(owned(sheet, 'und-1').filter((mark) => mark.mark === 'text')).toMatchObject([{ text: 'Hall 1', rotateDeg: 0 }]);
  const last = Math.max(...[...owned(sheet, 'und-1'), ...owned(sheet, 'und-2')].map((mark) => sheet.marks.indexOf(mark)));
  expect(sheet.marks.slice(0, last + 1).every(({ owner }) => owner?.startsWith('und-'))).toBe(true);
  const legend = textsOf(sheet).map(({ text }) => text);
  expect(legend).toContain('architect, under the plan');
  expect(legend).toContain('photo, scale not measured');
});

test('in its own colors each line has that of its file, as it can be read on paper, and as pale; in one ink none has', async () => {
  const strokes = async (change: Partial<Underlay>): Promise<Record<string, string | null>> => {
    const [drawn] = [...(await setOf(underlaidHall(change)))] as [Sheet];
    const marks = owned(drawn, 'und-1').filter((mark): mark is Of<'line'> | Of<'text'> => mark.mark === 'line' || mark.mark === 'text');
    return Object.fromEntries(
      marks.map((mark) => [layerOf(drawn, mark).slice(12), drawn.styles[mark.style]![mark.mark === 'text' ? 'fill' : 'stroke']]),
    );
  };
  const ink = '#4c5763';
  expect(await strokes({ opacityPct: 100 })).toEqual({ 'A-WALL': ink, 'S-COLS': ink, 'A-ANNO': ink, 'A-SITE': ink });
  const own = await strokes({ opacityPct: 100, ownColors: true });
  // Yellow could not be read on white.
  expect(own).toEqual({ 'A-WALL': readableOn('#ffff00', '#ffffff'), 'S-COLS': '#9932cc', 'A-ANNO': '#0000ff', 'A-SITE': ink });
  expect(await strokes({ opacityPct: 50, ownColors: true })).toMatchObject({
    'S-COLS': '#cc99e6',
    'A-ANNO': '#8080ff',
    'A-SITE': '#a6abb1',
  });
});

test('a drawing of a higher level lies over the others', async () => {
  const [drawn] = [...(await setOf(underlaidHall({ level: 1 })))] as [Sheet];
  const owners = (of: Sheet): string[] => [...new Set(of.marks.flatMap(({ owner = '' }) => (owner.startsWith('und-') ? [owner] : [])))];
  expect([owners(sheet), owners(drawn)]).toEqual([
    ['und-1', 'und-2'],
    ['und-2', 'und-1'],
  ]);
});

test('nothing of a drawing leaves the room of the drawing, and a ring that is cut gains no edge', async () => {
  const { x, y, widthMm, heightMm } = drawingZones(sheet.paper).drawing;
  const site = owned(sheet, 'und-1').find((mark): mark is Of<'line'> => layerOf(sheet, mark) === 'architect$0$A-SITE')!;
  expect(site.points.map((point) => point.x)).toEqual([x, x + widthMm]);
  const [cut] = [...(await setOf(underlaidHall({ mmPerUnit: 4000, xMm: -406_000 })))] as [Sheet];
  for (const mark of owned(cut, 'und-1')) {
    if (mark.mark !== 'line') continue;
    for (const point of mark.points) {
      expect(point.x).toBeGreaterThanOrEqual(x - 1e-9);
      expect(point.x).toBeLessThanOrEqual(x + widthMm + 1e-9);
      expect(point.y).toBeGreaterThanOrEqual(y - 1e-9);
      expect(point.y).toBeLessThanOrEqual(y + heightMm + 1e-9);
    }
  }
  const walls = owned(cut, 'und-1').filter((mark): mark is Of<'line'> => layerOf(cut, mark) === 'architect$0$A-WALL');
  expect(walls.every(({ closed, points }) => !closed && points.length === 2)).toBe(true);
});

test('what is hidden is not drawn: a drawing, a layer, all of them, those of a set without floor plans', async () => {
  const drawn = async (plan: Plan): Promise<string[]> => [
    ...new Set([...(await setOf(plan))].flatMap((one) => owned(one, 'und-1').map((mark) => layerOf(one, mark)))),
  ];
  expect(await drawn(underlaidHall({ visible: false }))).toEqual([]);
  expect((await drawn(underlaidHall({ offLayers: ['A-SITE', 'A-ANNO'] }))).sort()).toEqual(['architect$0$A-WALL', 'architect$0$S-COLS']);
  const plan = underlaidHall();
  const bare = [...sheetSet(derive(plan), { paper: 'A3', only: ['plan'] })];
  expect(bare).toEqual([...sheetSet(derive({ ...plan, underlays: new Map(), drawingFiles: new Map() }), { paper: 'A3', only: ['plan'] })]);
  const missing = { ...plan, drawingFiles: new Map() };
  const pictures = await readUnderlayPictures(missing, loadPdfLibrary);
  expect((await setOf(missing)).notes.map(({ message }) => message)).toEqual([
    'architect is left out: the plan does not hold its bytes; add its file again',
    'photo is left out: the plan does not hold its bytes; add its file again',
  ]);
  expect(sheetSet(derive(missing), { paper: 'A3', only: ['pull'], pictures }).notes).toEqual([]);
});

test('as DXF its lines come back where the hall has them; the picture is left out, and said to be', () => {
  const { text, notes } = writeDxf(sheet);
  const read = readDxf(new TextEncoder().encode(text));
  if (!read.ok) throw new Error(read.error.message);
  const { layers, points, starts, pathLayers, originX, originY, texts } = read.value;
  const path = pathLayers.findIndex((layer) => layers[layer]!.name === 'architect$0$A-WALL');
  const corners = Array.from({ length: starts[path + 1]! - starts[path]! }, (_, at) => {
    const point = 2 * (starts[path]! + at);
    return [points[point]! + originX, originY - points[point + 1]!].map((mm) => Math.round(mm) + 0);
  });
  expect(corners).toEqual([
    [0, 0],
    [12_000, 0],
    [12_000, -9000],
    [0, -9000],
  ]);
  const name = texts.find(({ layer }) => layers[layer]!.name === 'architect$0$A-ANNO')!;
  expect([name.text, Math.round(name.height)]).toEqual(['Hall 1', 250]);
  expect(notes.map(({ message }) => message)).toContain('1 picture under the plan left out: DXF holds lines, not pictures');
});

test('a picture is embedded in SVG and PDF, turned, at its opacity, letting through what lies under it', async () => {
  const svg = writeSvg(sheet, null).text;
  const [image] = owned(sheet, 'und-2') as [Of<'image'>];
  // Turned by a quarter its upper side runs down from the hall's corner.
  expect([inHall(image.at), image.right.x, image.down.y]).toEqual(['12000,0', 0, 0]);
  expect(inHall({ x: image.at.x + image.right.x + image.down.x, y: image.at.y + image.right.y + image.down.y })).toBe('11000,2000');
  expect(svg).toContain('opacity="0.25" href="data:image/png;base64,iVBOR');
  expect(svg).toContain('image{mix-blend-mode:multiply}');
  const { bytes, notes } = await pdfOf([sheet, sheet]);
  const pdf = Buffer.from(bytes).toString('latin1');
  expect(pdf.match(/\/Subtype \/Image/g)).toHaveLength(1);
  expect(pdf).toMatch(/\/ca 0\.25\n\/BM \/Multiply/);
  expect(notes).toEqual([]);
  expect(Buffer.from((await pdfOf([sheet, sheet])).bytes).equals(Buffer.from(bytes))).toBe(true);
});

test('pixels are laid on white; a damaged or unfit picture is named and not drawn', async () => {
  const png = transparentPng(2, 1, (x) => [200, 0, 100, x === 0 ? 255 : 51]);
  const pixels = pngPixels(new Uint8Array(png));
  if (!pixels.ok) throw new Error(pixels.error);
  expect([...inflateSync(pixels.value.bytes)]).toEqual([200, 0, 100, 244, 204, 224]);
  const plan = underlaidHall();
  for (const [bytes, why] of [
    [png.subarray(0, 30), 'the picture is damaged'],
    [png.subarray(0, 50), 'the picture is damaged'],
    [Buffer.from('RIFFxxxxWEBP'), 'the picture is damaged'],
  ] as const) {
    const file = { ...drawingFile('photo.png', 'png', bytes), id: plan.underlays.get('und-2')!.file };
    const [broken] = [...(await setOf({ ...plan, drawingFiles: new Map([...plan.drawingFiles, [file.id, file]]) }))] as [Sheet];
    const { notes } = await pdfOf([broken]);
    expect(notes.map(({ message }) => message)).toEqual([`A picture under the plan is left out: ${why}; add it as a plain PNG or JPEG`]);
  }
});

test('a JPEG says its size, its channels and how a camera held it', () => {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
  const frame = [0xff, 0xc0, 0, 17, 8, 0, 30, 0, 40, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
  const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...frame, 0xff, 0xda]);
  expect(jpegParts(bytes)).toEqual({ widthPx: 40, heightPx: 30, channels: 3, orientation: 6, isInverted: false });
  expect(jpegParts(bytes.slice(0, 20))).toBeNull();
  // A stub of the part that tells the turn is passed over.
  const stub = Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0, 4, 1, 2, 0xff, 0xc0, 0, 17, 8, 0, 30, 0, 40, 3, 1, 0, 0, 0);
  expect(jpegParts(stub)).toMatchObject({ widthPx: 40, heightPx: 30, orientation: 1 });
});

test('base64 comes back as the bytes it was made of', () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length * 11) & 0xff);
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  }
  expect([fromBase64('AB*D'), fromBase64('A'), fromBase64('Äbcd')]).toEqual([null, null, null]);
});

test('a page of a PDF lies on the hall with its lines, texts and pictures, in SVG, PDF and DXF', async () => {
  const plan = underlaidHall();
  const bytes = pdfPage('0 0 300 200 re S BT /F 10 Tf 50 60 Td (Dock) Tj ET q 20 0 0 10 100 100 cm /Photo Do Q', { pictures: true });
  const file = drawingFile('plan.pdf', 'pdf', bytes);
  const place = {
    kind: 'pdf',
    file: file.id,
    name: 'plan',
    widthUnits: 300,
    heightUnits: 200,
    mmPerUnit: 20,
    xMm: 1000,
    yMm: 2000,
  } as const;
  const laid: Underlay = { ...plan.underlays.get('und-1')!, ...place, originX: 0, originY: 0, offLayers: [] };
  const set = await setOf({ ...plan, underlays: new Map([[laid.id, laid]]), drawingFiles: new Map([[file.id, file]]) });
  const [page] = [...set] as [Sheet];
  const [frame, image, text] = ['line', 'image', 'text'].map((kind) => owned(page, 'und-1').find(({ mark }) => mark === kind)) as [
    Of<'line'>,
    Of<'image'>,
    Of<'text'>,
  ];
  expect(frame.points.map((point) => inHall(point, page))).toEqual(['1000,6000', '7000,6000', '7000,2000', '1000,2000']);
  expect([layerOf(page, frame), text.text, inHall(text.at, page)]).toEqual(['plan$0$page', 'Dock', '2000,4800']);
  expect([inHall(image.at, page), image.right.x * page.scale!, image.down.y * page.scale!]).toEqual(['3000,3800', 400, 200]);
  expect(set.notes).toEqual([]);
  expect(writeSvg(page, null).text).toMatch(/<image[^>]*href="data:image\/png;base64,iVBOR/);
  const pdf = await pdfOf([page]);
  expect([
    pdf.notes,
    Buffer.from(pdf.bytes)
      .toString('latin1')
      .match(/\/Subtype \/Image/g),
  ]).toMatchObject([[], { length: 1 }]);
  const read = readDxf(new TextEncoder().encode(writeDxf(page).text));
  if (!read.ok) throw new Error(read.error.message);
  expect(read.value.layers.map(({ name }) => name)).toContain('plan$0$page');
});

test('a page that cannot be read is named and left out', async () => {
  const plan = underlaidHall();
  const file = drawingFile('plan.pdf', 'pdf', Buffer.from('no PDF'));
  const broken: Underlay = { ...plan.underlays.get('und-1')!, kind: 'pdf', file: file.id, name: 'plan' };
  const set = await setOf({ ...plan, underlays: new Map([[broken.id, broken]]), drawingFiles: new Map([[file.id, file]]) });
  expect(set.notes.map(({ message }) => message)).toEqual(['plan is left out: the PDF cannot be read; print it to a new PDF and add that']);
});

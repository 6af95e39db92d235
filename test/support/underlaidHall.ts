/** The small hall with drawings under it: a DXF of its architect far from the origin, and a picture that is partly transparent. */
import { createHash } from 'node:crypto';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import type { DrawingFile, DrawingKind, Underlay } from '../../shared/plan/underlays.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { toBase64 } from '../../shared/writers/base64.ts';
import { smallHall } from './sheetPlans.ts';

/** In metres at a site's coordinates, in colors: an L with an arc, a column on a layer of its own, a room's name, and what lies far outside. */
const DXF = [
  ...['0', 'SECTION', '2', 'HEADER', '9', '$INSUNITS', '70', '6', '0', 'ENDSEC', '0', 'SECTION', '2', 'ENTITIES'],
  ...['0', 'LWPOLYLINE', '8', 'A-WALL', '62', '2', '70', '1', '90', '4'],
  ...['10', '500000', '20', '4000009', '10', '500012', '20', '4000009', '10', '500012', '20', '4000000', '10', '500000', '20', '4000000'],
  ...['0', 'CIRCLE', '8', 'S-COLS', '420', '10040012', '10', '500006', '20', '4000005', '40', '0.3'],
  ...['0', 'TEXT', '8', 'A-ANNO', '62', '5', '10', '500001', '20', '4000001', '40', '0.25', '1', 'Hall 1'],
  ...['0', 'LINE', '8', 'A-SITE', '10', '499900', '20', '4000005', '11', '500100', '21', '4000005'],
  ...['0', 'ENDSEC', '0', 'EOF', ''],
].join('\n');

/** A PNG of true colors with opacity. */
export function transparentPng(widthPx: number, heightPx: number, colorAt: (x: number, y: number) => readonly number[]): Buffer {
  const rows = Buffer.alloc((widthPx * 4 + 1) * heightPx);
  for (let y = 0; y < heightPx; y += 1) for (let x = 0; x < widthPx; x += 1) rows.set(colorAt(x, y), y * (widthPx * 4 + 1) + 1 + 4 * x);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const chunk = (name: string, body: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

export function drawingFile(name: string, kind: DrawingKind, bytes: Buffer): DrawingFile {
  const id = `sha256-${createHash('sha256').update(bytes).digest('hex')}`;
  const packs = kind === 'dxf';
  return {
    id,
    name,
    kind,
    byteCount: bytes.length,
    packing: packs ? 'deflate' : 'none',
    data: toBase64(packs ? deflateRawSync(bytes) : bytes),
  };
}

const PLACE = { page: 1, originX: 0, originY: 0, xMm: 0, yMm: 0, rotationDeg: 0, visible: true, locked: true, offLayers: [], check: null };

/** The architect's DXF lies so that its L is the hall's outline; the picture lies on the hall's upper right corner, turned. */
export function underlaidHall(change: Partial<Underlay> = {}): Plan {
  const plan = smallHall();
  const dxf = drawingFile('architect.dxf', 'dxf', Buffer.from(DXF));
  const png = drawingFile(
    'photo.png',
    'png',
    transparentPng(4, 2, (x, y) => [200, 0, 0, x === 0 && y === 0 ? 255 : 0]),
  );
  const lines: Underlay = {
    ...PLACE,
    id: 'und-1',
    hall: 'H',
    name: 'architect',
    file: dxf.id,
    kind: 'dxf',
    widthUnits: 200,
    heightUnits: 9,
    originX: 499_900,
    originY: 4_000_009,
    mmPerUnit: 1000,
    xMm: -100_000,
    opacityPct: 50,
    calibration: { fromX: 100, fromY: 0, toX: 112, toY: 0, distanceMm: 12_000 },
    ...change,
  };
  const picture: Underlay = {
    ...PLACE,
    id: 'und-2',
    hall: 'H',
    name: 'photo',
    file: png.id,
    kind: 'png',
    widthUnits: 4,
    heightUnits: 2,
    mmPerUnit: 500,
    xMm: 12_000,
    rotationDeg: 90,
    opacityPct: 25,
    calibration: null,
  };
  return {
    ...plan,
    underlays: new Map([lines, picture].map((one) => [one.id, one])),
    drawingFiles: new Map([dxf, png].map((one) => [one.id, one])),
  };
}

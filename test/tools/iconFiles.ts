/** Icons of many sizes in one file, as Windows and macOS want them. Both hold whole PNG files. Pure. */
import { Data } from 'resedit';

/** PNG files by their edge in px. */
export type Pictures = ReadonlyMap<number, Uint8Array>;

/** What Windows shows from lists to large tiles. */
export const windowsSizesPx = [16, 24, 32, 48, 64, 128, 256] as const;

/** The kinds of an icns file that hold PNG, and their edge in px; some sizes stand twice, for screens of double density. */
const macKinds = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
] as const;

export const macSizesPx: readonly number[] = [...new Set(macKinds.map(([, sizePx]) => sizePx))];

/** An `.ico` file. */
export function windowsIcon(pictures: Pictures): Uint8Array {
  const file = new Data.IconFile();
  file.icons = windowsSizesPx.map((sizePx) => ({ data: Data.RawIconItem.from(picture(pictures, sizePx), sizePx, sizePx, 32) }));
  return new Uint8Array(file.generate());
}

/** An `.icns` file: after its name and length, each picture under its kind and length. */
export function macIcon(pictures: Pictures): Uint8Array {
  const parts = macKinds.map(([kind, sizePx]) => chunk(kind, picture(pictures, sizePx)));
  return chunk('icns', Buffer.concat(parts));
}

function chunk(kind: string, bytes: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8);
  head.write(kind, 'latin1');
  head.writeUInt32BE(head.length + bytes.length, 4);
  return Buffer.concat([head, bytes]);
}

function picture(pictures: Pictures, sizePx: number): Uint8Array {
  const found = pictures.get(sizePx);
  if (found === undefined) throw new Error(`there is no picture of ${sizePx} px`);
  return found;
}

/** Pictures as a PDF holds them: a JPEG as it is, a PNG as its own compressed rows, or as plain colors where it is partly transparent. */
import type { SheetImage } from '../sheets/drawing.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { jpegParts } from './jpegParts.ts';
import { pngPixels } from './pngPixels.ts';

export interface PdfImage {
  /** Keys of the image's dictionary besides its type. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
  /** How the stored picture is turned to be seen; 1: not at all, as in the EXIF standard. */
  readonly orientation: number;
}

/** The picture, or why a PDF cannot hold it. */
export function pdfImage({ format, bytes }: SheetImage): Result<PdfImage, UserError> {
  switch (format) {
    case 'jpeg': {
      const parts = jpegParts(bytes);
      if (parts === null) return unfit('the picture is damaged');
      const { widthPx, heightPx, channels, orientation, isInverted } = parts;
      const space = channels === 1 ? 'DeviceGray' : channels === 3 ? 'DeviceRGB' : 'DeviceCMYK';
      const decode = isInverted ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {};
      const data = { Width: widthPx, Height: heightPx, BitsPerComponent: 8, ColorSpace: space, Filter: 'DCTDecode', ...decode };
      return ok({ data, bytes, orientation });
    }
    case 'png': {
      const pixels = pngPixels(bytes);
      if (!pixels.ok) return unfit(pixels.error);
      return ok({ ...pixels.value, orientation: 1 });
    }
    case 'webp':
      return unfit('a PDF holds no WebP');
  }
}

function unfit(message: string): Result<never, UserError> {
  return fail({ code: 'drawing.unfit', message, remedy: 'add it as a plain PNG or JPEG' });
}

/** What a page's operators leave on it: lines, texts and pictures within the areas that they are clipped to. What is left out is counted. */
import type { SheetImage } from '../../sheets/drawing.ts';
import { movedBy, type Transform } from '../dxf/transform.ts';
import { PathGatherer, type LineDrawing } from '../lineDrawing.ts';
import { clipped, sharedBox, type Box, type ClipArea, type PagePath } from './pageClip.ts';
import { pngOf, type DecodedImage } from './pageImage.ts';
import type { ShownText } from './pageText.ts';

/** A picture on a page: its upper left corner, the ways along its upper and its left side, and what of it is seen, y down. */
export interface PageImage {
  readonly image: SheetImage;
  readonly at: PagePoint;
  readonly right: PagePoint;
  readonly down: PagePoint;
  readonly seen: Box;
  /** Position in the list of layers. */
  readonly layer: number;
}

export interface PagePoint {
  readonly x: number;
  readonly y: number;
}

export interface PageDrawing {
  readonly lines: LineDrawing;
  /** From the bottom up. */
  readonly images: readonly PageImage[];
}

/** Height of capitals, as a share of the size. */
const CAPITALS = 0.7275;

/** Gathers in points, y up from the lower edge. */
export class PagePaper {
  readonly #width: number;
  readonly #height: number;
  readonly #gatherer = new PathGatherer();
  readonly #images: (Omit<PageImage, 'layer'> & { readonly layerName: string })[] = [];
  readonly #pngs = new Map<DecodedImage, SheetImage | null>();
  readonly #skipped = new Map<string, number>();

  constructor(width: number, height: number) {
    [this.#width, this.#height] = [width, height];
  }

  /** Lines, or the edge of an area. */
  outline(layer: string, paths: readonly PagePath[], clips: readonly ClipArea[]): void {
    for (const path of paths) {
      for (const { points, closed } of clipped(path, clips)) {
        if (this.#gatherer.isFull) this.skip('more lines than a drawing may have');
        else this.#gatherer.addPath({ layer }, 'polyline', points, closed);
      }
    }
  }

  text(layer: string, { text, width }: ShownText, size: number, place: Transform, clips: readonly ClipArea[]): void {
    const { a, b, c, d, e: x, f: y } = place;
    const seen = sharedBox(clips);
    if (seen === null || x < seen.minX || x > seen.maxX || y < seen.minY || y > seen.maxY) return;
    const across = Math.hypot(a, b);
    const up = across === 0 ? 0 : Math.abs(a * d - b * c) / across;
    if (!(size * up > 0)) return;
    this.#gatherer.addText(
      { layer },
      {
        text,
        x,
        y,
        height: size * up * CAPITALS,
        width: width * across,
        rotationDeg: (-Math.atan2(b, a) * 180) / Math.PI,
      },
    );
  }

  /** Fills the square from 0, 0 to 1, 1 of `place`. Null: it could not be decoded. */
  picture(layer: string, decoded: DecodedImage | null, place: Transform, clips: readonly ClipArea[]): void {
    const seen = sharedBox(clips);
    if (seen === null) return;
    const image = decoded === null ? null : this.#png(decoded);
    if (image === null) {
      this.skip('picture that could not be decoded');
      return;
    }
    const height = this.#height;
    const [leftX = 0, leftY = 0] = movedBy(place, [0, 1]);
    this.#images.push({
      image,
      at: { x: leftX, y: height - leftY },
      right: { x: place.a, y: -place.b },
      down: { x: -place.c, y: place.d },
      seen: { minX: seen.minX, maxX: seen.maxX, minY: height - seen.maxY, maxY: height - seen.minY },
      layerName: layer,
    });
  }

  skip(what: string): void {
    this.#skipped.set(what, (this.#skipped.get(what) ?? 0) + 1);
  }

  finish(): PageDrawing {
    for (const { layerName } of this.#images) this.#gatherer.nameLayer(layerName, false);
    const skipped = [...this.#skipped].map(([type, count]) => ({ type, count, why: 'not drawn on sheets' }));
    const frame = { minX: 0, minY: 0, maxX: this.#width, maxY: this.#height };
    const lines = this.#gatherer.finish({ mmPerUnit: null, entities: {}, skipped }, frame);
    const layerAt = new Map(lines.layers.map(({ name }, at) => [name, at]));
    return { lines, images: this.#images.map(({ layerName, ...image }) => ({ ...image, layer: layerAt.get(layerName)! })) };
  }

  #png(decoded: DecodedImage): SheetImage | null {
    let known = this.#pngs.get(decoded);
    if (known === undefined) {
      const bytes = pngOf(decoded);
      known = bytes === null ? null : { format: 'png', bytes, widthPx: decoded.width, heightPx: decoded.height };
      this.#pngs.set(decoded, known);
    }
    return known;
  }
}

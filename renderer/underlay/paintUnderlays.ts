/**
 * Draws what lies under the plan. Lines are painted by the worker into a picture of the view and a margin around it, which
 * goes along while panning and zooming until a new one has come; images and pages are pictures already.
 */
import { boxesMeet, type Box } from '../../shared/geometry/shapes.ts';
import { boxOfUnderlay, toFloor, type DrawingPoint } from '../../shared/drawings/underlayPlace.ts';
import type { Underlay } from '../../shared/plan/underlays.ts';
import type { Pen } from '../canvas/pen.ts';
import { drawingClient, drawings, type ReadDrawing } from './drawings.ts';
import type { Matrix } from './drawingMessages.ts';

/** The picture reaches beyond the view by this share of it, so that a short pan needs no new one. */
const MARGIN = 0.3;

/** What drawings are printed on; what is taken from it is its opposite. */
const PAPER = '#ffffff';

interface LinePicture {
  readonly key: string;
  readonly box: Box;
  /** Where the drawing lay when it was painted. */
  readonly xMm: number;
  readonly yMm: number;
  readonly pxPerMm: number;
  readonly bitmap: ImageBitmap;
}

type Pending = Omit<LinePicture, 'bitmap'>;

export type UnderlayPainter = (pen: Pen, underlays: readonly Underlay[]) => void;

/** Keeps the pictures of one canvas; `redraw` is called when a new one has come. */
export function createUnderlayPainter(redraw: () => void): UnderlayPainter {
  const pictures = new Map<string, LinePicture>();
  const pending = new Map<string, Pending>();
  const pages = new Map<string, ImageBitmap | 'coming'>();
  let inverted = new OffscreenCanvas(1, 1);

  function wantLines(pen: Pen, underlay: Underlay): void {
    const { xMm, yMm } = underlay;
    // A drawing that is moved takes its picture along.
    const key = JSON.stringify([{ ...underlay, xMm: 0, yMm: 0 }, pen.scheme]);
    const known = pending.get(underlay.id) ?? pictures.get(underlay.id);
    const { view, camera } = pen;
    if (known !== undefined && known.key === key && known.pxPerMm === camera.pxPerMm && encloses(boxNow(known, underlay), view)) return;
    if (pending.has(underlay.id)) return;
    const [wide, high] = [view.maxXMm - view.minXMm, view.maxYMm - view.minYMm];
    const box = {
      minXMm: view.minXMm - wide * MARGIN,
      maxXMm: view.maxXMm + wide * MARGIN,
      minYMm: view.minYMm - high * MARGIN,
      maxYMm: view.maxYMm + high * MARGIN,
    };
    const pxPerMm = camera.pxPerMm * devicePixelRatio;
    const wish: Pending = { key, box, xMm, yMm, pxPerMm: camera.pxPerMm };
    pending.set(underlay.id, wish);
    void drawingClient()
      .paint({
        file: underlay.file,
        matrix: matrixOf(({ x, y }) => {
          const place = toFloor(underlay, { x, y });
          return { x: (place.xMm - box.minXMm) * pxPerMm, y: (place.yMm - box.minYMm) * pxPerMm };
        }),
        widthPx: Math.max(1, Math.ceil((box.maxXMm - box.minXMm) * pxPerMm)),
        heightPx: Math.max(1, Math.ceil((box.maxYMm - box.minYMm) * pxPerMm)),
        offLayers: underlay.offLayers,
        ink: pen.colors.underlay,
        ownColorsOn: underlay.ownColors === true ? pen.colors.floor : null,
      })
      .then((bitmap) => {
        pending.delete(underlay.id);
        if (bitmap === null) return;
        pictures.get(underlay.id)?.bitmap.close();
        pictures.set(underlay.id, { ...wish, bitmap });
        redraw();
      });
  }

  function paintLinePicture({ context, x, y, px }: Pen, underlay: Underlay): void {
    const picture = pictures.get(underlay.id);
    if (picture === undefined) return;
    const { bitmap } = picture;
    const box = boxNow(picture, underlay);
    context.drawImage(bitmap, x(box.minXMm), y(box.minYMm), px(box.maxXMm - box.minXMm), px(box.maxYMm - box.minYMm));
  }

  function paintPicture(pen: Pen, underlay: Underlay, bitmap: ImageBitmap): void {
    const { context, x, y } = pen;
    const [a, b, c, d, e, f] = matrixOf((at) => {
      const place = toFloor(underlay, at);
      return { x: x(place.xMm), y: y(place.yMm) };
    });
    context.save();
    context.transform(a, b, c, d, e, f);
    context.imageSmoothingQuality = 'high';
    // White paper lets the floor, its tiles and other drawings through.
    if (pen.scheme === 'light') {
      context.globalCompositeOperation = 'multiply';
      context.drawImage(bitmap, 0, 0, underlay.widthUnits, underlay.heightUnits);
    } else {
      const dark = darkPaper(context, underlay, bitmap);
      context.resetTransform();
      context.globalCompositeOperation = 'screen';
      context.drawImage(dark, 0, 0);
    }
    context.restore();
  }

  /** The view with light lines on dark paper: white taken from white is black, and black paper lets the floor through. */
  function darkPaper(context: CanvasRenderingContext2D, { widthUnits, heightUnits }: Underlay, bitmap: ImageBitmap): OffscreenCanvas {
    const { width, height } = context.canvas;
    if (inverted.width !== width || inverted.height !== height) inverted = new OffscreenCanvas(width, height);
    const paper = inverted.getContext('2d');
    if (paper === null) throw new Error('no picture can be made here');
    paper.resetTransform();
    paper.clearRect(0, 0, width, height);
    paper.setTransform(context.getTransform());
    paper.fillStyle = PAPER;
    paper.globalCompositeOperation = 'source-over';
    paper.fillRect(0, 0, widthUnits, heightUnits);
    paper.imageSmoothingQuality = 'high';
    paper.drawImage(bitmap, 0, 0, widthUnits, heightUnits);
    paper.globalCompositeOperation = 'difference';
    paper.fillRect(0, 0, widthUnits, heightUnits);
    return inverted;
  }

  /** The picture of a page, once it has been made. */
  function pageOf(underlay: Underlay, read: Extract<ReadDrawing, { readonly state: 'pdf' }>): ImageBitmap | null {
    const key = `${underlay.file} ${underlay.page}`;
    const page = pages.get(key);
    if (page !== undefined) return page === 'coming' ? null : page;
    pages.set(key, 'coming');
    void read.pages.picture(underlay.page).then((bitmap) => {
      if (bitmap === null) return;
      pages.set(key, bitmap);
      redraw();
    });
    return null;
  }

  return (pen, underlays) => {
    for (const id of pictures.keys()) {
      if (underlays.some((underlay) => underlay.id === id)) continue;
      pictures.get(id)?.bitmap.close();
      pictures.delete(id);
    }
    for (const underlay of underlays) {
      if (!boxesMeet(boxOfUnderlay(underlay), pen.view)) continue;
      const read = drawings.getState().byFile.get(underlay.file);
      pen.context.save();
      pen.context.globalAlpha = underlay.opacityPct / 100;
      switch (read?.state) {
        case 'lines':
          wantLines(pen, underlay);
          paintLinePicture(pen, underlay);
          break;
        case 'image':
          paintPicture(pen, underlay, read.bitmap);
          break;
        case 'pdf': {
          const page = pageOf(underlay, read);
          if (page !== null) paintPicture(pen, underlay, page);
          break;
        }
        case 'reading':
        case 'failed':
        case undefined:
          break;
      }
      pen.context.restore();
    }
  };
}

/** The matrix of a map that keeps straight lines, from where it leads three points. */
function matrixOf(map: (at: DrawingPoint) => DrawingPoint): Matrix {
  const [origin, right, down] = [map({ x: 0, y: 0 }), map({ x: 1, y: 0 }), map({ x: 0, y: 1 })];
  return [right.x - origin.x, right.y - origin.y, down.x - origin.x, down.y - origin.y, origin.x, origin.y];
}

/** Where a picture lies once its drawing was moved. */
function boxNow({ box, xMm, yMm }: Pending, underlay: Underlay): Box {
  const [dx, dy] = [underlay.xMm - xMm, underlay.yMm - yMm];
  return { minXMm: box.minXMm + dx, minYMm: box.minYMm + dy, maxXMm: box.maxXMm + dx, maxYMm: box.maxYMm + dy };
}

function encloses(outer: Box, inner: Box): boolean {
  return outer.minXMm <= inner.minXMm && outer.minYMm <= inner.minYMm && outer.maxXMm >= inner.maxXMm && outer.maxYMm >= inner.maxYMm;
}

/** Cabinets as symbols of their models, with what they hold hinted, and their names where they stay legible. */
import type { SurveyedCabinet } from '../../survey/types.ts';
import type { Rectangle } from '../pen.ts';
import type { StyleName } from '../styles.ts';
import { fitSize, textWidthMm } from '../textMetrics.ts';
import { boxAround } from '../../geometry/shapes.ts';
import { footprintPoint } from '../../geometry/footprint.ts';
import { must } from '../../assert.ts';
import { type PlanDrawing, toPaper } from './planView.ts';

/** Devices are hinted down to this scale. */
const DEVICE_HINT_SCALE = 100;
const NAME_MM = 2.5;
const LEAST_NAME_MM = 1.4;
/** Where along the depth, from the front, a name may stand; the first free place is taken. */
const NAME_PLACES = [0.16, 0.84, 0.5, 0.3, 0.7] as const;

export function drawCabinets(drawing: PlanDrawing): void {
  const { derived, cabinets, view, pen } = drawing;
  for (const { model, cabinet, corners, devices } of cabinets) {
    const symbol = `cabinet ${model.id}`;
    const [width, depth] = [model.widthMm / view.scale, model.depthMm / view.scale];
    pen.define(symbol, (own) => {
      own.rectangle({ x: -width / 2, y: -depth / 2, widthMm: width, heightMm: depth }, 'cabinet');
      const inset = Math.min(0.6, width / 10);
      own.segment(-width / 2 + inset, -depth / 2 + inset, width / 2 - inset, -depth / 2 + inset, frontStyle(view.scale));
    });
    const centre = toPaper(view, footprintPoint(corners, model.widthMm, model.depthMm, model.widthMm / 2, model.depthMm / 2));
    pen.symbol(symbol, centre.x, centre.y, cabinet.rotationDeg, cabinet.id);
    if (view.scale > DEVICE_HINT_SCALE) continue;
    devices.forEach((row, i) => {
      const { device, type } = must(derived.survey.devices[row], 'device');
      const [from, to] = [0.3 + (0.5 * i) / devices.length, 0.3 + (0.5 * (i + 1)) / devices.length].map((share) => share * model.depthMm);
      const gap = Math.min(60, (to! - from!) / 4);
      const quarter = model.widthMm * 0.14;
      const place = (left: number, front: number): ReturnType<typeof toPaper> =>
        toPaper(view, footprintPoint(corners, model.widthMm, model.depthMm, left, front));
      const outline = [place(quarter, from! + gap), place(model.widthMm - quarter, from! + gap)];
      if (type.heightU <= 1) pen.line(outline, 'switch', device.id);
      else pen.polygon([...outline, place(model.widthMm - quarter, to! - gap), place(quarter, to! - gap)], 'device', device.id);
    });
  }
}

/** The front's heavy line would fill a small picture. */
function frontStyle(scale: number): StyleName {
  return scale > DEVICE_HINT_SCALE ? 'cabinetFrontSmall' : 'cabinetFront';
}

/** Room that the front's line takes from a name, on paper. */
const FRONT_LINE_MM = 1.05;

/** Names, in the first place along the depth where nothing is in the way. Returns how many found no legible size. */
export function drawCabinetNames({ cabinets, view, pen, texts, lines }: PlanDrawing): number {
  let unnamed = 0;
  for (const { cabinet, model, corners } of cabinets) {
    const box = boxAround(corners.map((corner) => pointOnPaper(view, corner)));
    const size = fitSize(cabinet.name, NAME_MM, LEAST_NAME_MM, 'semibold', box.maxXMm - box.minXMm - 0.8);
    const widthMm = textWidthMm(cabinet.name, size, 'semibold');
    if (widthMm > box.maxXMm - box.minXMm - 0.2 || size * 1.4 > box.maxYMm - box.minYMm) {
      unnamed += 1;
      continue;
    }
    const leastMm = (FRONT_LINE_MM + size * 0.45) * view.scale;
    const places = NAME_PLACES.map((share): Rectangle => {
      const fromFrontMm = Math.min(Math.max(leastMm, share * model.depthMm), model.depthMm - (leastMm * 3) / 4);
      const at = pointOnPaper(view, footprintPoint(corners, model.widthMm, model.depthMm, model.widthMm / 2, fromFrontMm));
      return { x: at.xMm - widthMm / 2, y: at.yMm - size * 0.45, widthMm, heightMm: size * 0.9 };
    });
    const free = places.find((place) => lines.isFree(place) && texts.isFree(place));
    const place = free ?? must(places[0], 'place of the name');
    if (free === undefined) pen.rectangle({ ...place, x: place.x - 0.2, widthMm: widthMm + 0.4 }, 'knockout');
    texts.add(place);
    pen.text(cabinet.name, place.x + widthMm / 2, place.y + size * 0.45 + size * 0.36, size, 'cabinetText', {
      anchor: 'middle',
      weight: 'semibold',
      owner: cabinet.id,
    });
  }
  return unnamed;
}

function pointOnPaper(view: PlanDrawing['view'], point: SurveyedCabinet['corners'][0]): { xMm: number; yMm: number } {
  const { x, y } = toPaper(view, point);
  return { xMm: x, yMm: y };
}

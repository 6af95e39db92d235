/** One cabinet seen from the front or the rear: rack units, devices, and ports where they are large enough. */
import { must } from '../../assert.ts';
import { cageBoxes } from '../../catalog/cageBoxes.ts';
import type { Side } from '../../catalog/types.ts';
import { sharedUnits } from '../../checks/mountProblem.ts';
import type { Derived } from '../../engine/engine.ts';
import { handOf, leftSeenMm, otherHand, RAILS_MM } from '../../plan/mountPlace.ts';
import { RACK_UNIT_MM, unitBottomMm } from '../../plan/units.ts';
import type { Hand } from '../../plan/types.ts';
import type { SurveyedCabinet, SurveyedDevice } from '../../survey/types.ts';
import type { Pen, Rectangle } from '../pen.ts';
import { fitText, textWidthMm } from '../textMetrics.ts';
import type { UsedCages } from './usedCages.ts';

/** Outer width of 19-inch equipment, EIA-310. */
/** Cages closer than this on paper would run together. */
const LEAST_CAGE_PITCH_MM = 0.9;
const NAME_MM = 2.3;
const LEAST_NAME_MM = 1.15;

export interface CabinetViewing {
  readonly derived: Derived;
  readonly used: UsedCages;
  readonly scale: number;
  readonly side: Side;
}

/** Draws the cabinet with its left bottom corner at (x, floorY). */
export function drawCabinetView(pen: Pen, viewing: CabinetViewing, surveyed: SurveyedCabinet, x: number, floorY: number): void {
  const { scale, side, derived } = viewing;
  const { model, cabinet } = surveyed;
  const [widthMm, heightMm] = [model.widthMm / scale, model.heightMm / scale];
  pen.rectangle({ x, y: floorY - heightMm, widthMm, heightMm }, 'face', cabinet.id);
  const devices = surveyed.devices.map((row) => ({ row, ...must(derived.survey.devices[row], 'device') }));
  const numbersAt = devices.some((one) => isBesideRails(one, side, 'left')) ? 'right' : 'left';
  drawUnits(pen, viewing, surveyed, x, floorY, numbersAt);
  const near = devices.filter(({ device }) => device.face === side);
  // The back of a blanking panel is no device.
  const far = devices.filter(({ device, type }) => device.face !== side && type.fitting !== 'blanking');
  for (const one of far)
    drawDevice(
      pen,
      viewing,
      surveyed,
      one,
      x,
      floorY,
      near.every((other) => sharedUnits(one, other) === null),
    );
  for (const one of near) drawDevice(pen, viewing, surveyed, one, x, floorY, true);
}

/** Whether a device hangs beside the rails on this side of what is seen. */
function isBesideRails({ device, type }: SurveyedDevice, seen: Side, hand: Hand): boolean {
  if (type.mount !== 'beside-rails') return false;
  const own = handOf(device, type);
  return own !== null && (device.face === seen ? own : otherHand(own)) === hand;
}

/** Rails, a line for each unit, and its number beside them. */
function drawUnits(pen: Pen, { scale }: CabinetViewing, { model }: SurveyedCabinet, x: number, floorY: number, numbersAt: Hand): void {
  const inset = (model.widthMm - RAILS_MM) / 2 / scale;
  const [left, right] = [x + inset, x + model.widthMm / scale - inset];
  const y = (unit: number): number => floorY - unitBottomMm(model.firstUnitMm, unit) / scale;
  const pitch = RACK_UNIT_MM / scale;
  const size = Math.min(1.7, pitch * 0.75);
  for (let unit = 1; unit <= model.rackUnits; unit += 1) {
    if (unit > 1) pen.segment(left, y(unit), right, y(unit), 'unit');
    const text = String(unit);
    if (textWidthMm(text, size) + 0.5 > inset) continue;
    const [at, anchor] = numbersAt === 'left' ? ([left - 0.3, 'end'] as const) : ([right + 0.3, 'start'] as const);
    pen.text(text, at, y(unit) - pitch / 2 + size * 0.36, size, 'unitText', { anchor });
  }
  pen.rectangle({ x: left, y: y(model.rackUnits + 1), widthMm: right - left, heightMm: pitch * model.rackUnits }, 'rail');
}

type ViewedDevice = SurveyedDevice & { readonly row: number };

function drawDevice(
  pen: Pen,
  viewing: CabinetViewing,
  { model }: SurveyedCabinet,
  viewed: ViewedDevice,
  x: number,
  floorY: number,
  isNamed: boolean,
): void {
  const { scale, side } = viewing;
  const { device, type } = viewed;
  const shownFace: Side = device.face === side ? 'front' : 'rear';
  const drawnMm = Math.min(type.widthMm, RAILS_MM);
  const widthMm = drawnMm / scale;
  const heightMm = (type.heightU * RACK_UNIT_MM) / scale;
  const box = {
    x: x + leftSeenMm(model.widthMm, { mount: type.mount, widthMm: drawnMm }, device, side) / scale,
    y: floorY - unitBottomMm(model.firstUnitMm, device.positionU) / scale - heightMm,
    widthMm,
    heightMm,
  };
  pen.rectangle(box, shownFace === 'front' ? 'deviceFront' : 'deviceRear', device.id);
  if (!isNamed) return;
  // What closes free units has nothing to say; it is counted in the bill.
  if (type.fitting === 'blanking') {
    const [right, bottom] = [box.x + box.widthMm, box.y + box.heightMm];
    pen.segment(box.x, box.y, right, bottom, 'unit');
    pen.segment(box.x, bottom, right, box.y, 'unit');
    return;
  }
  const cages = cagesOnPaper(viewing, viewed, shownFace, box);
  for (const { place, isUsed } of cages) pen.rectangle(place, isUsed ? 'portUsed' : 'port', device.id);
  drawName(
    pen,
    box,
    cages.map(({ place }) => place),
    device.name,
    device.id,
  );
}

/** Cages of the face that is seen; none where they would run together. */
function cagesOnPaper(
  { used, scale }: CabinetViewing,
  { row, type }: ViewedDevice,
  face: Side,
  box: Rectangle,
): { place: Rectangle; isUsed: boolean }[] {
  const filled = used.get(row);
  return cageBoxes(type, face)
    .filter(({ pitchMm }) => pitchMm === 0 || pitchMm / scale >= LEAST_CAGE_PITCH_MM)
    .map((cage) => {
      const [widthMm, heightMm] = [cage.widthMm / scale, cage.heightMm / scale];
      return {
        place: { x: box.x + cage.xMm / scale - widthMm / 2, y: box.y + box.heightMm - cage.yMm / scale - heightMm / 2, widthMm, heightMm },
        isUsed: filled?.has(cage.cageIndex) === true,
      };
    });
}

/** In the middle, else where no cage is; where cages fill the face, on a patch of its own. */
function drawName(pen: Pen, box: Rectangle, cages: readonly Rectangle[], name: string, owner: string): void {
  if (box.heightMm > 3 * box.widthMm) {
    drawUprightName(pen, box, name, owner);
    return;
  }
  const size = Math.min(NAME_MM, Math.max(LEAST_NAME_MM, box.heightMm * 0.78));
  const text = fitText(name, size, 'regular', box.widthMm - 1.2);
  const widthMm = textWidthMm(text, size);
  const places: Rectangle[] = [];
  for (const down of [0.5, 0.15, 0.85]) {
    for (const across of [0.5, 0, 1]) {
      places.push({
        x: box.x + 0.6 + across * (box.widthMm - 1.2 - widthMm),
        y: box.y + 0.15 + down * (box.heightMm - 0.3 - size * 0.95),
        widthMm,
        heightMm: size * 0.95,
      });
    }
  }
  const free = places.find((place) => cages.every((cage) => !overlap(place, cage)));
  const place = free ?? places[0]!;
  if (free === undefined) pen.rectangle({ ...place, x: place.x - 0.4, widthMm: widthMm + 0.8 }, 'knockout', owner);
  pen.text(text, place.x + widthMm / 2, place.y + place.heightMm / 2 + size * 0.36, size, 'deviceText', { anchor: 'middle', owner });
}

/** Along what hangs beside the rails, near its foot, read from below. */
function drawUprightName(pen: Pen, box: Rectangle, name: string, owner: string): void {
  const size = Math.min(NAME_MM, box.widthMm * 0.72);
  if (size < LEAST_NAME_MM) return;
  const text = fitText(name, size, 'regular', box.heightMm * 0.45);
  const at = { x: box.x + box.widthMm / 2 + size * 0.36, y: box.y + box.heightMm - 1 };
  pen.text(text, at.x, at.y, size, 'deviceText', { anchor: 'start', rotateDeg: -90, owner });
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.widthMm && b.x < a.x + a.widthMm && a.y < b.y + b.heightMm && b.y < a.y + a.heightMm;
}

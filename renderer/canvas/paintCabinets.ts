/** Cabinets from above, with detail by zoom: row, cabinet, device, port. */
import { portsOf } from '../../shared/catalog/ports.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { canvasTextMinPx, lineWeights, type as typeTokens } from '../theme/tokens.ts';
import type { Row } from './aisles.ts';
import { deviceFrames, frontMark, namePlace, nameStripMm, type DeviceFrame } from './cabinetFace.ts';
import type { PlacedCabinet } from './hallLayout.ts';
import { createLabels, type Labels } from './labels.ts';
import { fontOf, pixelBox, traceBox, traceLine, tracePolygon, type Pen } from './pen.ts';

/** Cabinets narrower than this on screen are plain boxes. */
const LEAST_FRONT_PX = 6;
const LEAST_DEVICES_PX = 16;
/** Devices at least this high carry names, and ports. */
const LEAST_NAME_PX = 12;
const LEAST_PORTS_PX = 18;
/** Paths with more shapes than this slow down out of proportion. */
const SHAPES_PER_PATH = 400;

export function paintCabinets(pen: Pen, cabinets: readonly PlacedCabinet[], showDevices: boolean): void {
  const { context, colors } = pen;
  for (const [fill, all] of byFill(pen, cabinets)) {
    const members = context.globalAlpha === 1 ? paintLevel(pen, all, fill) : all;
    for (let start = 0; start < members.length; start += SHAPES_PER_PATH) {
      context.beginPath();
      for (const placed of members.slice(start, start + SHAPES_PER_PATH)) traceCabinet(pen, placed);
      context.fillStyle = fill;
      context.fill();
      context.strokeStyle = colors.cabinetLine;
      context.lineWidth = lineWeights.cabinet;
      context.stroke();
    }
  }
  const detailed = cabinets.filter(({ model }) => pen.px(model.widthMm) >= LEAST_FRONT_PX);
  if (showDevices)
    paintDevices(
      pen,
      detailed.filter(({ model }) => pen.px(model.widthMm) >= LEAST_DEVICES_PX),
    );
  context.beginPath();
  for (const placed of detailed) traceLine(pen, ...frontMark(placed));
  context.strokeStyle = colors.cabinetFront;
  context.lineWidth = detailed[0] !== undefined && pen.px(detailed[0].model.widthMm) >= 18 ? lineWeights.front : 1;
  context.stroke();
}

/**
 * Paints the cabinets whose sides are level as boxes in boxes, on whole pixels, which costs a canvas without a graphics processor a
 * fraction of filling and stroking paths; gives back the others.
 */
function paintLevel(pen: Pen, cabinets: readonly PlacedCabinet[], fill: string): PlacedCabinet[] {
  const { context, colors } = pen;
  const line = lineWeights.cabinet;
  const level = cabinets.filter(({ cabinet }) => cabinet.rotationDeg % 90 === 0);
  const boxes = level.map(({ box }) => pixelBox(pen, box));
  context.fillStyle = colors.cabinetLine;
  for (const { left, top, width, height } of boxes) context.fillRect(left - line / 2, top - line / 2, width + line, height + line);
  context.fillStyle = fill;
  for (const { left, top, width, height } of boxes) context.fillRect(left + line / 2, top + line / 2, width - line, height - line);
  return level.length === cabinets.length ? [] : cabinets.filter(({ cabinet }) => cabinet.rotationDeg % 90 !== 0);
}

function byFill({ colors }: Pen, cabinets: readonly PlacedCabinet[]): (readonly [string, PlacedCabinet[]])[] {
  const empty = cabinets.filter(({ devices }) => devices.length === 0);
  const network = cabinets.filter(({ isNetwork }) => isNetwork);
  const others = cabinets.filter(({ devices, isNetwork }) => devices.length > 0 && !isNetwork);
  return [
    [colors.cabinetEmptyFill, empty],
    [colors.cabinetFill, others],
    [colors.cabinetNetworkFill, network],
  ];
}

export function traceCabinet(pen: Pen, { cabinet, corners, box }: PlacedCabinet): void {
  if (cabinet.rotationDeg % 90 === 0) traceBox(pen, box);
  else tracePolygon(pen, corners);
}

function paintDevices(pen: Pen, cabinets: readonly PlacedCabinet[]): void {
  const { context, colors } = pen;
  const boxes: DeviceFrame[] = [];
  const lines: (readonly [Point, Point])[] = [];
  for (const placed of cabinets) {
    let lastLinePx = -Infinity;
    for (const frame of deviceFrames(placed)) {
      const [a, b, , d] = frame.corners;
      if (pen.px(frame.heightMm) >= 3) {
        boxes.push(frame);
        continue;
      }
      // Thin devices are lines; lines that would touch are left out.
      const atPx = Math.hypot(pen.px(d.xMm - placed.corners[0].xMm), pen.px(d.yMm - placed.corners[0].yMm));
      if (Math.abs(atPx - lastLinePx) < 2.5) continue;
      lastLinePx = atPx;
      lines.push([a, b]);
    }
  }
  context.strokeStyle = colors.deviceLine;
  context.lineWidth = 1;
  context.beginPath();
  for (const [from, to] of lines) traceLine(pen, from, to);
  context.stroke();
  context.fillStyle = colors.deviceFill;
  for (let start = 0; start < boxes.length; start += SHAPES_PER_PATH) {
    context.beginPath();
    for (const { corners } of boxes.slice(start, start + SHAPES_PER_PATH)) traceRectangle(pen, corners);
    context.fill();
    context.stroke();
  }
  for (const frame of boxes) if (pen.px(frame.heightMm) >= LEAST_PORTS_PX) paintPorts(pen, frame);
}

/** Level or turned by quarters: on whole pixels; else as it is. */
function traceRectangle(pen: Pen, corners: readonly Point[]): void {
  const [a, , c] = corners;
  if (a === undefined || c === undefined) return;
  const b = corners[1]!;
  const isSquare = a.xMm === b.xMm || a.yMm === b.yMm;
  if (!isSquare) {
    tracePolygon(pen, corners);
    return;
  }
  traceBox(pen, {
    minXMm: Math.min(a.xMm, c.xMm),
    minYMm: Math.min(a.yMm, c.yMm),
    maxXMm: Math.max(a.xMm, c.xMm),
    maxYMm: Math.max(a.yMm, c.yMm),
  });
}

/** Cages as small squares where they sit on the device's face. */
function paintPorts(pen: Pen, { mounted, corners, heightMm }: DeviceFrame): void {
  const { context, colors } = pen;
  const { type } = mounted;
  const [nearLeft, nearRight, , farLeft] = corners;
  const realHeightMm = type.heightU * 44.45;
  const cagePx = Math.min(pen.px(heightMm) * 0.22, pen.px(Math.hypot(nearRight.xMm - nearLeft.xMm, nearRight.yMm - nearLeft.yMm)) / 40);
  if (cagePx < 1.5) return;
  let lastCage = -1;
  context.beginPath();
  for (const port of portsOf(type)) {
    if (port.cageIndex === lastCage) continue;
    lastCage = port.cageIndex;
    const across = port.xMm / type.widthMm;
    const up = port.yMm / realHeightMm;
    const xMm = nearLeft.xMm + (nearRight.xMm - nearLeft.xMm) * across + (farLeft.xMm - nearLeft.xMm) * up;
    const yMm = nearLeft.yMm + (nearRight.yMm - nearLeft.yMm) * across + (farLeft.yMm - nearLeft.yMm) * up;
    context.rect(pen.x(xMm) - cagePx / 2, pen.y(yMm) - cagePx / 2, cagePx, cagePx);
  }
  context.globalAlpha = 0.55;
  context.fillStyle = colors.portFill;
  context.fill();
  context.globalAlpha = 1;
}

/** Names of cabinets where they fit, else of rows; names of devices where there is room. */
export function labelCabinets(pen: Pen, cabinets: readonly PlacedCabinet[], showDevices: boolean, labels: Labels): number {
  const { colors } = pen;
  const sizePx = Math.min(14, Math.max(canvasTextMinPx, pen.px(190)));
  const style = {
    font: fontOf(sizePx),
    sizePx,
    color: colors.label,
    ground: null,
    border: null,
    halo: colors.labelGround,
    align: 'center',
    upright: false,
  } as const;
  let named = 0;
  for (const placed of cabinets) {
    const place = namePlace(placed);
    const { box } = placed;
    if (labels.widthOf(placed.cabinet.name, style.font) > pen.px(box.maxXMm - box.minXMm) - 3 || pen.px(nameStripMm(placed)) < sizePx * 0.9)
      continue;
    if (labels.place(placed.cabinet.name, pen.x(place.xMm), pen.y(place.yMm), style) !== null) named += 1;
    if (showDevices) labelDevices(pen, placed, labels);
  }
  return named;
}

function labelDevices(pen: Pen, placed: PlacedCabinet, labels: Labels): void {
  for (const { mounted, corners, heightMm } of deviceFrames(placed)) {
    const heightPx = pen.px(heightMm);
    if (heightPx < LEAST_NAME_PX) continue;
    const sizePx = Math.min(12, Math.max(canvasTextMinPx, heightPx * 0.3));
    const font = fontOf(sizePx);
    const [a, b, c] = corners;
    const widthPx = pen.px(Math.max(Math.abs(a.xMm - c.xMm), 0));
    if (labels.widthOf(mounted.device.name, font) > widthPx - 4) continue;
    const [x, y] = [pen.x((a.xMm + b.xMm + c.xMm + corners[3].xMm) / 4), pen.y((a.yMm + b.yMm + c.yMm + corners[3].yMm) / 4)];
    labels.place(mounted.device.name, x, y, {
      font,
      sizePx,
      color: pen.colors.label,
      ground: heightPx >= LEAST_PORTS_PX ? pen.colors.labelGround : null,
      border: null,
      align: 'center',
      upright: false,
    });
  }
}

/** From the middle of a row, the nearest first. */
const ROW_NAME_ASIDE_PX = [0, -10, 10, -16, 16, -24, 24] as const;

/** Left of each row, above or below its middle where a pathway runs out of it, else right of it. */
export function labelRows(pen: Pen, rows: readonly Row[], labels: Labels): void {
  const sizePx = 12;
  for (const { name, box } of rows) {
    const style = {
      font: fontOf(sizePx, typeTokens.semibold),
      sizePx,
      color: pen.colors.label,
      ground: null,
      border: null,
      halo: pen.colors.labelGround,
      align: 'right',
      upright: false,
    } as const;
    const middle = pen.y((box.minYMm + box.maxYMm) / 2);
    const isPlaced =
      ROW_NAME_ASIDE_PX.some((aside) => labels.place(name, pen.x(box.minXMm) - 6, middle + aside, style) !== null) ||
      ROW_NAME_ASIDE_PX.some((aside) => labels.place(name, pen.x(box.maxXMm) + 6, middle + aside, { ...style, align: 'left' }) !== null);
    // A row without its name cannot be found: then it lies on what is there.
    if (!isPlaced) createLabels(pen).place(name, pen.x(box.minXMm) - 6, middle, style);
  }
}

/** Cabinets side by side as the elevation shows them, to scale, and what lies at a place of it. In px of the drawing. */
import { must } from '../../shared/assert.ts';
import { cageBoxes } from '../../shared/catalog/cageBoxes.ts';
import type { CabinetModel, DeviceType, Side } from '../../shared/catalog/types.ts';
import { mountedIn, sharedUnits, type Mounted } from '../../shared/checks/mountProblem.ts';
import type { Cabinet, Device, Plan } from '../../shared/plan/types.ts';
import { RACK_UNIT_MM, unitBottomMm } from '../../shared/plan/units.ts';

export type Faces = 'both' | Side;

/** Fixed parts, in px. */
export const elevationSizes = { margin: 20, head: 62, foot: 24, gap: 36, units: 26, names: 122 } as const;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedDevice extends Mounted {
  readonly device: Device;
}

/** A cabinet seen from one side. */
export interface FaceFrame {
  readonly side: Side;
  readonly x: number;
}

export interface CabinetFrame {
  readonly cabinet: Cabinet;
  readonly model: CabinetModel;
  readonly x: number;
  readonly width: number;
  /** Of the cabinet's top, and of the floor. */
  readonly topY: number;
  readonly faces: readonly FaceFrame[];
  /** Where the numbers of units and the names of devices stand. */
  readonly namesX: number;
  /** From the lowest up, front before rear. */
  readonly devices: readonly PlacedDevice[];
}

export interface ElevationLayout {
  readonly pxPerMm: number;
  readonly width: number;
  readonly height: number;
  readonly floorY: number;
  readonly cabinets: readonly CabinetFrame[];
}

/** What lies at a place. */
export interface Place {
  readonly cabinet: string;
  readonly side: Side;
  /** Height in units: 4.5 is the middle of U4. */
  readonly unit: number;
  readonly device: string | null;
  /** Position of the port in the device type's list. */
  readonly port: number | null;
}

export function elevationLayout(plan: Plan, cabinetIds: readonly string[], faces: Faces, pxPerMm: number): ElevationLayout {
  const { margin, head, foot, gap, units, names } = elevationSizes;
  const mounted = mountedIn(plan, new Set(cabinetIds));
  const known = cabinetIds.flatMap((id) => {
    const cabinet = plan.cabinets.get(id);
    return cabinet === undefined ? [] : { cabinet, model: must(plan.catalog.cabinetModels.get(cabinet.model), 'cabinet model') };
  });
  const highestMm = Math.max(0, ...known.map(({ model }) => model.heightMm));
  const floorY = head + highestMm * pxPerMm;
  let x = margin;
  const cabinets = known.map(({ cabinet, model }): CabinetFrame => {
    const faceWidth = model.widthMm * pxPerMm;
    const column = units + names;
    const frames: readonly FaceFrame[] =
      faces === 'both'
        ? [
            { side: 'front', x },
            { side: 'rear', x: x + faceWidth + column },
          ]
        : [{ side: faces, x }];
    const width = faceWidth * frames.length + column;
    const frame = {
      cabinet,
      model,
      x,
      width,
      topY: floorY - model.heightMm * pxPerMm,
      faces: frames,
      namesX: x + faceWidth,
      devices: [...(mounted.get(cabinet.id) ?? [])].sort(
        (one, other) => one.device.positionU - other.device.positionU || one.device.face.localeCompare(other.device.face),
      ),
    };
    x += width + gap;
    return frame;
  });
  return { pxPerMm, width: x - gap + margin, height: floorY + foot, floorY, cabinets };
}

/** The scale at which the highest cabinet fills a height. */
export function fittedPxPerMm(plan: Plan, cabinetIds: readonly string[], heightPx: number): number {
  const heightsMm = cabinetIds.flatMap((id) => plan.catalog.cabinetModels.get(plan.cabinets.get(id)?.model ?? '')?.heightMm ?? []);
  const highestMm = Math.max(1, ...heightsMm);
  return Math.max(0.05, (heightPx - elevationSizes.head - elevationSizes.foot) / highestMm);
}

/** The scale at which all cabinets side by side fill a width; names keep their size. */
export function widthPxPerMm(plan: Plan, cabinetIds: readonly string[], faces: Faces, widthPx: number): number {
  const { margin, gap, units, names } = elevationSizes;
  const widthsMm = cabinetIds.flatMap((id) => plan.catalog.cabinetModels.get(plan.cabinets.get(id)?.model ?? '')?.widthMm ?? []);
  const facesMm = widthsMm.reduce((sum, widthMm) => sum + widthMm, 0) * (faces === 'both' ? 2 : 1);
  const fixedPx = 2 * margin + widthsMm.length * (units + names) + Math.max(0, widthsMm.length - 1) * gap;
  return (widthPx - fixedPx) / Math.max(1, facesMm);
}

/** Upper edge of a unit. */
export function unitTopY({ pxPerMm, floorY }: ElevationLayout, { model }: CabinetFrame, unit: number): number {
  return floorY - unitBottomMm(model.firstUnitMm, unit + 1) * pxPerMm;
}

/** Where a device lies on a side of its cabinet. */
export function deviceBox(layout: ElevationLayout, frame: CabinetFrame, face: FaceFrame, { device, type }: Mounted): Rectangle {
  const { pxPerMm } = layout;
  const widthMm = Math.min(type.widthMm, frame.model.widthMm);
  return {
    x: face.x + ((frame.model.widthMm - widthMm) / 2) * pxPerMm,
    y: unitTopY(layout, frame, device.positionU + type.heightU - 1),
    width: widthMm * pxPerMm,
    height: type.heightU * RACK_UNIT_MM * pxPerMm,
  };
}

/** The face of a device that looks out of a side of its cabinet. */
export function faceSeen(device: Pick<Device, 'face'>, side: Side): Side {
  return device.face === side ? 'front' : 'rear';
}

/** Devices seen on a side: those mounted there, and behind them what nothing there hides. */
export function devicesSeen({ devices }: CabinetFrame, side: Side): readonly PlacedDevice[] {
  const near = devices.filter(({ device }) => device.face === side);
  const far = devices.filter((one) => one.device.face !== side && near.every((other) => sharedUnits(one, other) === null));
  return [...far, ...near];
}

/** Cages smaller than this run together; to be pointed at, to be parted into ports and to be named they need more. */
const LEAST_CAGE_PX = 2;
const LEAST_POINTED_PX = 2.5;
/** A port is taken from this far: at the usual scale it is smaller than a hand is steady. */
const PORT_REACH_PX = 8;
const LEAST_PORT_PX = 7;
const LEAST_NAMED_PX = 26;

export interface PortBox extends Rectangle {
  /** Ports drawn as this one box: all of a cage where it is too small to part them. */
  readonly ports: readonly number[];
  readonly name: string | null;
}

/** Ports of a device's face within its box, as fine as the scale allows; none where they would run together. */
export function portBoxes(type: DeviceType, face: Side, box: Rectangle, pxPerMm: number): readonly PortBox[] {
  return cageBoxes(type, face).flatMap((cage): PortBox[] => {
    const [width, height] = [cage.widthMm * pxPerMm, cage.heightMm * pxPerMm];
    if (Math.min(width, height) < LEAST_CAGE_PX) return [];
    const left = box.x + cage.xMm * pxPerMm - width / 2;
    const top = box.y + box.height - cage.yMm * pxPerMm - height / 2;
    if (width / cage.ports.length < LEAST_PORT_PX && cage.ports.length > 1) {
      return [{ x: left, y: top, width, height, ports: cage.ports.map(({ index }) => index), name: null }];
    }
    const share = width / cage.ports.length;
    return cage.ports.map(({ index, name }, i) => ({
      x: left + i * share,
      y: top,
      width: share,
      height,
      ports: [index],
      name: share >= LEAST_NAMED_PX ? name : null,
    }));
  });
}

function holds({ x, y, width, height }: Rectangle, atX: number, atY: number): boolean {
  return atX >= x && atX < x + width && atY >= y && atY < y + height;
}

/** What lies at a place; null: between the cabinets. */
export function hitElevation(layout: ElevationLayout, x: number, y: number): Place | null {
  for (const frame of layout.cabinets) {
    if (x < frame.x || x >= frame.x + frame.width || y < frame.topY || y > layout.floorY) continue;
    const faceWidth = frame.model.widthMm * layout.pxPerMm;
    const inFace = frame.faces.find((face) => x >= face.x && x < face.x + faceWidth);
    const unit = (layout.floorY - y) / layout.pxPerMm;
    const unitAt = (unit - frame.model.firstUnitMm) / RACK_UNIT_MM + 1;
    const face = inFace ?? must(frame.faces[0], 'face');
    const seen = devicesSeen(frame, face.side);
    // Beside the face, in the column of names, a row means the device in it.
    const found = seen.findLast((one) =>
      inFace === undefined
        ? unitAt >= one.device.positionU && unitAt < one.device.positionU + one.type.heightU
        : holds(deviceBox(layout, frame, face, one), x, y),
    );
    const place = { cabinet: frame.cabinet.id, side: face.side, unit: unitAt };
    if (found === undefined) return { ...place, device: null, port: null };
    const box = deviceBox(layout, frame, face, found);
    const boxes = inFace === undefined ? [] : portBoxes(found.type, faceSeen(found.device, face.side), box, layout.pxPerMm);
    const port = nearestPort(boxes, x, y);
    return { ...place, device: found.device.id, port: port === undefined ? null : portWithin(port, x) };
  }
  return null;
}

function isPointable({ width, height }: Rectangle): boolean {
  return Math.min(width, height) >= LEAST_POINTED_PX;
}

/** The port under a place, else the nearest within reach. */
function nearestPort(boxes: readonly PortBox[], x: number, y: number): PortBox | undefined {
  let [nearest, leastPx]: [PortBox | undefined, number] = [undefined, PORT_REACH_PX];
  for (const box of boxes) {
    if (!isPointable(box)) continue;
    const awayPx = Math.hypot(Math.max(0, box.x - x, x - box.x - box.width), Math.max(0, box.y - y, y - box.y - box.height));
    if (awayPx < leastPx) [nearest, leastPx] = [box, awayPx];
  }
  return nearest;
}

/** False where devices have ports and none is large enough to be pointed at. */
export function portsCanBePointedAt(layout: ElevationLayout): boolean {
  const boxes = layout.cabinets.flatMap((frame) =>
    frame.faces.flatMap((face) => devicesSeen(frame, face.side).flatMap((one) => cageBoxes(one.type, faceSeen(one.device, face.side)))),
  );
  return boxes.length === 0 || boxes.some(({ widthMm, heightMm }) => Math.min(widthMm, heightMm) * layout.pxPerMm >= LEAST_POINTED_PX);
}

/** Of ports drawn as one box, the one that lies there. */
function portWithin({ x, width, ports }: PortBox, atX: number): number {
  return must(ports[Math.min(ports.length - 1, Math.max(0, Math.floor(((atX - x) / width) * ports.length)))], 'port');
}

/** Where a port lies: its middle on the first face that shows it; null: not drawn. */
export function portMiddle(layout: ElevationLayout, device: string, port: number): { readonly x: number; readonly y: number } | null {
  for (const frame of layout.cabinets) {
    for (const face of frame.faces) {
      const placed = devicesSeen(frame, face.side).find((one) => one.device.id === device);
      if (placed === undefined) continue;
      const box = deviceBox(layout, frame, face, placed);
      const found = portBoxes(placed.type, faceSeen(placed.device, face.side), box, layout.pxPerMm).find(({ ports }) =>
        ports.includes(port),
      );
      if (found === undefined) continue;
      const step = found.width / found.ports.length;
      return { x: found.x + (found.ports.indexOf(port) + 0.5) * step, y: found.y + found.height / 2 };
    }
  }
  return null;
}

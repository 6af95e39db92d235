/** Cabinets side by side as the elevation shows them, to scale, in px of the drawing. */
import { must } from '../../shared/assert.ts';
import { cageBoxes } from '../../shared/catalog/cageBoxes.ts';
import type { CabinetModel, DeviceType, Side } from '../../shared/catalog/types.ts';
import { mountedIn, sharedUnits, type Mounted } from '../../shared/checks/mountProblem.ts';
import type { Cabinet, Device, Plan } from '../../shared/plan/types.ts';
import { leftSeenMm } from '../../shared/plan/mountPlace.ts';
import { RACK_UNIT_MM, unitBottomMm } from '../../shared/plan/units.ts';

export type Faces = 'both' | Side;

/** Fixed parts, in px. */
export const elevationSizes = { margin: 20, head: 62, foot: 24 } as const;

/** Beside each cabinet: the numbers of its units, the names of its devices, and the gap to the next. In px. */
export interface Columns {
  readonly units: number;
  readonly names: number;
  readonly gap: number;
}

/** Below this scale a device is lower than its name, and cabinets stand closer, without numbers and names. */
export const LEAST_WORDED_PX_PER_MM = 0.1;
const worded: Columns = { units: 26, names: 122, gap: 36 };
const bare: Columns = { units: 0, names: 8, gap: 16 };

export function columnsAt(pxPerMm: number): Columns {
  return pxPerMm < LEAST_WORDED_PX_PER_MM ? bare : worded;
}

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
  readonly columns: Columns;
  readonly cabinets: readonly CabinetFrame[];
}

export function elevationLayout(plan: Plan, cabinetIds: readonly string[], faces: Faces, pxPerMm: number): ElevationLayout {
  const { margin, head, foot } = elevationSizes;
  const columns = columnsAt(pxPerMm);
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
    const column = columns.units + columns.names;
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
    x += width + columns.gap;
    return frame;
  });
  return { pxPerMm, width: x - columns.gap + margin, height: floorY + foot, floorY, columns, cabinets };
}

/** The scale at which the highest cabinet fills a height. */
export function fittedPxPerMm(plan: Plan, cabinetIds: readonly string[], heightPx: number): number {
  const heightsMm = cabinetIds.flatMap((id) => plan.catalog.cabinetModels.get(plan.cabinets.get(id)?.model ?? '')?.heightMm ?? []);
  const highestMm = Math.max(1, ...heightsMm);
  return Math.max(0.05, (heightPx - elevationSizes.head - elevationSizes.foot) / highestMm);
}

/**
 * The scale at which all cabinets side by side fill a width; numbers and names keep their size, and go where they would
 * leave too little for the cabinets.
 */
export function widthPxPerMm(plan: Plan, cabinetIds: readonly string[], faces: Faces, widthPx: number): number {
  const widthsMm = cabinetIds.flatMap((id) => plan.catalog.cabinetModels.get(plan.cabinets.get(id)?.model ?? '')?.widthMm ?? []);
  const facesMm = widthsMm.reduce((sum, widthMm) => sum + widthMm, 0) * (faces === 'both' ? 2 : 1);
  const beside = ({ units, names, gap }: Columns): number => {
    const fixedPx = 2 * elevationSizes.margin + widthsMm.length * (units + names) + Math.max(0, widthsMm.length - 1) * gap;
    return (widthPx - fixedPx) / Math.max(1, facesMm);
  };
  const withWords = beside(worded);
  return withWords >= LEAST_WORDED_PX_PER_MM ? withWords : Math.min(beside(bare), LEAST_WORDED_PX_PER_MM * 0.999);
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
    x: face.x + leftSeenMm(frame.model.widthMm, { mount: type.mount, widthMm }, device, face.side) * pxPerMm,
    y: unitTopY(layout, frame, device.positionU + type.heightU - 1),
    width: widthMm * pxPerMm,
    height: type.heightU * RACK_UNIT_MM * pxPerMm,
  };
}

/** The face of a device that looks out of a side of its cabinet. */
export function faceSeen(device: Pick<Device, 'face'>, side: Side): Side {
  return device.face === side ? 'front' : 'rear';
}

/** Devices seen on a side: those mounted there, and behind them what nothing there hides. The back of a blanking panel is no device. */
export function devicesSeen({ devices }: CabinetFrame, side: Side): readonly PlacedDevice[] {
  const near = devices.filter(({ device }) => device.face === side);
  const far = devices.filter(
    (one) => one.device.face !== side && one.type.fitting !== 'blanking' && near.every((other) => sharedUnits(one, other) === null),
  );
  return [...far, ...near];
}

/** Cages smaller than this run together; to be parted into ports and to be named they need more. */
const LEAST_CAGE_PX = 2;
const LEAST_PORT_PX = 7;
export const LEAST_NAMED_PX = 26;

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

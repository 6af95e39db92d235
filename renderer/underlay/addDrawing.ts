/** Adds a drawing under the plan: from a file that was chosen or dropped, to an underlay whose scale is then measured. */
import { addHall } from '../../shared/commands/halls.ts';
import { addUnderlay, restoreDrawing } from '../../shared/commands/underlays.ts';
import { boxAround } from '../../shared/geometry/shapes.ts';
import { levelOnTop } from '../../shared/drawings/underlayOrder.ts';
import { CAMPUS_FRAME } from '../../shared/geometry/frames.ts';
import { newId } from '../../shared/plan/ids.ts';
import { newHall } from '../../shared/plan/newHall.ts';
import type { DrawingFile, DrawingKind, Underlay } from '../../shared/plan/underlays.ts';
import type { Result, UserError } from '../../shared/result.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import type { SpanWish } from '../state/toolSettings.ts';
import { runCommand } from '../tools/editActions.ts';
import { tellLocked } from '../tools/selectActions.ts';
import { fitHall } from '../tools/viewActions.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import type { TakenDrawing } from './drawingClient.ts';
import { drawingClient, endDrawingClient, keepDrawing, type ReadDrawing } from './drawings.ts';

const KIND_BY_ENDING: Readonly<Record<string, DrawingKind>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  webp: 'webp',
  pdf: 'pdf',
  dxf: 'dxf',
  // Read far enough to be refused with what helps.
  dwg: 'dxf',
};

const ACCEPTED = Object.keys(KIND_BY_ENDING)
  .map((ending) => `.${ending}`)
  .join(',');

/** Larger files make plans that nobody can send. */
const MAX_PICTURE_BYTES = 32 * 1024 * 1024;
const OPACITY_PCT = 60;
/** A page is taken to be at 1 : 100 until it is measured. */
const MM_PER_POINT = (25.4 / 72) * 100;
/** Drawings without a unit that are smaller than this are taken to be in metres, as few buildings have a hundred metres less than that in millimetres. */
const MOST_METRES = 1000;

function kindOf(name: string): DrawingKind | null {
  return KIND_BY_ENDING[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;
}

/** Whether a dropped file is a drawing, by how its name ends. */
export function isDrawingFile(name: string): boolean {
  return kindOf(name) !== null;
}

/** Asks for a file and adds it. The page's own input gives bytes and no path, in every host. */
export function chooseDrawing(planner: Planner): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = ACCEPTED;
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file !== undefined) void addDrawing(planner, file);
  });
  input.click();
}

/** Reads a file, with progress and a way out, and lays it under the hall on screen. */
export async function addDrawing(planner: Planner, chosen: File): Promise<void> {
  const kind = kindOf(chosen.name);
  const refuse = (error: UserError): void => dialogs.setState({ error: { title: `${chosen.name} was not added`, error } });
  if (kind === null) {
    refuse({ code: 'drawing.unknown', message: 'this is no drawing that can be read', remedy: 'add a PNG, JPEG, WebP, PDF or DXF file' });
    return;
  }
  if (kind !== 'dxf' && chosen.size > MAX_PICTURE_BYTES) {
    const most = MAX_PICTURE_BYTES / 1024 / 1024;
    refuse({
      code: 'drawing.too-large',
      message: `the file has more than ${most} MiB`,
      remedy: 'save it smaller, or the floor plan alone',
    });
    return;
  }
  const taken = await readFile(planner, chosen, kind);
  if (!taken.ok) {
    if (taken.error.code !== 'drawing.cancelled') refuse(taken.error);
    return;
  }
  const read = await keepDrawing(taken.value.file.id, taken.value.opened);
  if (read.state === 'failed') refuse(read.error);
  else await layUnder(planner, taken.value.file, read);
}

async function readFile(planner: Planner, chosen: File, kind: DrawingKind): Promise<Result<TakenDrawing, UserError>> {
  const doing = `Reading ${chosen.name}`;
  const show = (share: number): void => planner.file.setState({ busy: { doing, share, cancel: endDrawingClient } });
  show(0);
  try {
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    return await drawingClient().take(chosen.name.slice(0, 200), kind, bytes, show);
  } finally {
    planner.file.setState({ busy: null });
  }
}

async function layUnder(planner: Planner, file: DrawingFile, read: ReadDrawing): Promise<void> {
  const { plan } = planner.plan.getState();
  const isMissing = !plan.drawingFiles.has(file.id) && [...plan.underlays.values()].some((underlay) => underlay.file === file.id);
  if (isMissing) {
    runCommand(planner, restoreDrawing, { file });
    return;
  }
  const shape = await shapeOf(read);
  if (shape === null || shape.widthUnits + shape.heightUnits === 0) {
    const error = { code: 'drawing.empty', message: 'there is nothing to see in it', remedy: 'export the model with its lines' };
    dialogs.setState({ error: { title: `${file.name} was not added`, error } });
    return;
  }
  if (planner.layout() === null && !makeHall(planner, shape)) return;
  const layout = planner.layout();
  if (layout === null) return;
  const box = boxAround(layout.outline);
  const id = newId('underlays', planner.plan.getState().plan, randomBytes);
  const underlay: Underlay = {
    ...shape,
    id,
    hall: layout.hall.id,
    name: freeName(planner, layout.hall.id, file.name.replace(/\.[^.]+$/, '') || file.name),
    file: file.id,
    kind: file.kind,
    page: 1,
    mmPerUnit: shape.mmPerUnit ?? (box.maxXMm - box.minXMm) / shape.widthUnits,
    xMm: box.minXMm,
    yMm: box.minYMm,
    rotationDeg: 0,
    opacityPct: OPACITY_PCT,
    visible: true,
    locked: true,
    calibration: null,
    check: null,
    ...levelOnTop(planner.plan.getState().plan.underlays.values(), layout.hall.id),
  };
  if (!runCommand(planner, addUnderlay, { underlay, file })) return;
  planner.session.setLayer('drawings', true);
  planner.session.setLock('drawings', false);
  // What was added is seen, all of it.
  fitHall(planner);
  planner.session.select([{ kind: 'underlay', id }]);
  takeSpan(planner, 'calibrate');
}

/** Numbered where a drawing of the hall has the name already. */
function freeName({ plan }: Planner, hall: string, name: string): string {
  const taken = new Set(
    [...plan.getState().plan.underlays.values()].flatMap((underlay) => (underlay.hall === hall ? [underlay.name] : [])),
  );
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} ${number}`;
  return free;
}

type Shape = Pick<Underlay, 'widthUnits' | 'heightUnits' | 'originX' | 'originY' | 'offLayers'> & { readonly mmPerUnit: number | null };

/** Size in its own units, and what the file says of its scale; null: it says nothing. */
async function shapeOf(read: ReadDrawing): Promise<Shape | null> {
  const flat = { originX: 0, originY: 0, offLayers: [] };
  switch (read.state) {
    case 'image':
      return { ...flat, widthUnits: read.bitmap.width, heightUnits: read.bitmap.height, mmPerUnit: null };
    case 'pdf': {
      const size = await read.pages.sizeOf(1);
      return size === null ? null : { ...flat, widthUnits: size.width, heightUnits: size.height, mmPerUnit: MM_PER_POINT };
    }
    case 'lines': {
      const { width, height, originX, originY, layers, mmPerUnit } = read.lines.drawing;
      const offLayers = layers.filter(({ isOff }) => isOff).map(({ name }) => name);
      const guessed = Math.max(width, height) < MOST_METRES ? 1000 : 1;
      return { widthUnits: width, heightUnits: height, originX, originY, offLayers, mmPerUnit: mmPerUnit ?? guessed };
    }
    case 'reading':
    case 'failed':
      return null;
  }
}

/** Where a plan has no hall yet: one as large as the drawing, to be reshaped along it. */
function makeHall(planner: Planner, { widthUnits, heightUnits, mmPerUnit }: Shape): boolean {
  const { plan } = planner.plan.getState();
  const scale = mmPerUnit ?? 20_000 / Math.max(1, widthUnits);
  const side = (units: number): number => Math.min(1_000_000, Math.max(1000, Math.round(units * scale)));
  const [wide, deep] = [side(widthUnits), side(heightUnits)];
  const outline = [
    [0, 0],
    [wide, 0],
    [wide, deep],
    [0, deep],
  ] as const;
  const made = runCommand(planner, addHall, { hall: newHall(plan, newId('halls', plan, randomBytes), outline, CAMPUS_FRAME, null) });
  if (made) fitHall(planner);
  return made;
}

/** Takes the tool for two places of the selected drawing into the hand. */
export function takeSpan(planner: Planner, purpose: SpanWish['purpose']): void {
  const [id] = selectedIds(planner.session.getState().selection, 'underlay');
  const underlay = id === undefined ? undefined : planner.plan.getState().plan.underlays.get(id);
  if (underlay !== undefined) takeSpanOf(planner, underlay, purpose);
}

/** The same for a drawing that need not be selected. */
export function takeSpanOf(planner: Planner, underlay: Underlay, purpose: SpanWish['purpose']): void {
  const { session } = planner;
  if (tellLocked(planner, [{ kind: 'underlay', id: underlay.id }]) !== null) return;
  if (purpose === 'check' && underlay.calibration === null) {
    session.setState({ notice: { text: `${underlay.name} has no calibration to check; calibrate it first`, tone: 'error' } });
    return;
  }
  const { tool, span } = session.getState();
  const backTo = tool === 'trace' ? 'trace' : tool === 'span' ? span?.backTo : undefined;
  session.setState({ span: { underlay: underlay.id, purpose, backTo } });
  session.setTool('span');
  session.setState({ notice: { text: spanHint(purpose), tone: 'info' } });
}

/** What to click next, in words. */
export function spanHint(purpose: SpanWish['purpose']): string {
  switch (purpose) {
    case 'calibrate':
      return 'Click two ends of something whose length you know, such as a wall';
    case 'check':
      return 'Click two ends of another length that you know, across the first if you can';
    case 'place':
      return 'Click a point of the drawing, then where it belongs';
  }
}

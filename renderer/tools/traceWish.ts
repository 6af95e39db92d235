/** What the picked lines of a drawing would become: the one command of a trace, and what is said of it. */
import type { Command } from '../../shared/commands/command.ts';
import { setHallOutline } from '../../shared/commands/halls.ts';
import { freeObstacleName } from '../../shared/commands/obstacles.ts';
import { traceDoorsOf, traceHallOutline, traceObstacles } from '../../shared/commands/trace.ts';
import { pathOnFloor, textsOnFloor, type PickedPath } from '../../shared/drawings/trace/pickedPaths.ts';
import { traceDoors } from '../../shared/drawings/trace/traceDoors.ts';
import { traceHall } from '../../shared/drawings/trace/traceHall.ts';
import { traceShapes, type TracedShape } from '../../shared/drawings/trace/traceShapes.ts';
import { traceWalls } from '../../shared/drawings/trace/traceWalls.ts';
import { firstFreeNumber, nameFromPattern } from '../../shared/plan/names.ts';
import type { ObstacleKind } from '../../shared/plan/obstacleKinds.ts';
import type { Door, Obstacle } from '../../shared/plan/types.ts';
import type { Underlay } from '../../shared/plan/underlays.ts';
import { lengthText, numberText, sizeText } from '../../shared/quantities.ts';
import { doubledArea } from '../../shared/plan/outlineArea.ts';
import { pickableLines } from '../underlay/pickLines.ts';
import type { TraceSettings } from '../state/toolSettings.ts';
import { countText, floorAreaText } from '../ui/quantities.ts';
import type { ToolContext } from './tool.ts';

/** Small faults of drawing that are always closed when things are traced that stand on their own. */
const SHAPE_GAP_MM = 20;
const DOOR_NAMES = 'Door {n}';

export type TraceWish =
  /** Uses the command, whatever its arguments are. A preview leaves the drawing and its hall where they are. */
  | {
      readonly kind: 'ready';
      readonly use: (run: <A>(command: Command<A>, args: A) => boolean, isPreview?: boolean) => boolean;
      readonly text: string;
    }
  | { readonly kind: 'refused'; readonly problem: string };

/** What the picked lines make; null: none are picked. */
export function traceWish(context: ToolContext): TraceWish | null {
  const { trace, units } = context.session();
  const layout = context.layout();
  const underlay = trace.underlay === null ? undefined : context.plan().underlays.get(trace.underlay);
  const lines = underlay === undefined ? null : pickableLines(underlay);
  if (layout === null || underlay === undefined || lines === null || trace.paths.length === 0) return null;
  const paths = trace.paths.map((path) => pathOnFloor(lines.drawing, underlay, path));
  switch (trace.as) {
    case 'hall': {
      const traced = traceHall(paths, trace.gapMm);
      if (!traced.ok) return refused(traced.error);
      const { outline, gaps } = traced.value;
      const args = { id: layout.hall.id, outline };
      const area = floorAreaText(Math.abs(doubledArea(outline)) / 2, units);
      const widest = gaps[0];
      const closed =
        widest === undefined
          ? ''
          : ` · ${countText(gaps.length, 'gap')} closed, the widest ${sizeText(Math.round(widest.lengthMm), units)}`;
      return {
        kind: 'ready',
        use: (run, isPreview = false) => run(isPreview ? setHallOutline : traceHallOutline, args),
        text: `hall of ${countText(outline.length, 'wall')}, ${area}${closed}`,
      };
    }
    case 'door': {
      const traced = traceDoors(paths, layout.hall.outline, textsOnFloor(lines.drawing, underlay, underlay.offLayers));
      const { doors, elsewhere } = traced;
      if (doors.length === 0) return { kind: 'refused', problem: noDoorsText(elsewhere) };
      const args = { doors: namedDoors(doors, layout.hall.id, context) };
      const widths = [...new Set(doors.map(({ clearWidthMm }) => lengthText(clearWidthMm, units)))].join(', ');
      const rest = elsewhere === 0 ? '' : ` · ${countText(elsewhere, 'arc')} left out, of doorways in inner walls`;
      return { kind: 'ready', use: (run) => run(traceDoorsOf, args), text: `${countText(doors.length, 'door')}, ${widths} clear${rest}` };
    }
    case 'wall': {
      const { thickestMm, wallMm: singleMm } = trace;
      const traced = traceWalls(paths, { mostGapMm: SHAPE_GAP_MM, thickestMm, singleMm });
      if (!traced.ok) return refused(traced.error);
      const { walls, loose, rooms } = traced.value;
      const open = rooms === 0 ? '' : ` · ${countText(rooms, 'space')} wider than ${sizeText(thickestMm, units)} left open`;
      return obstaclesWish(walls, 'wall', `${open}${leftOutText(loose)}`, context);
    }
    case 'column':
    case 'equipment':
    case 'keep-out':
      return shapesWish(paths, underlay, trace.as, context);
  }
}

function shapesWish(paths: readonly PickedPath[], underlay: Underlay, kind: ObstacleKind, context: ToolContext): TraceWish {
  const lines = pickableLines(underlay);
  const texts = lines === null ? [] : textsOnFloor(lines.drawing, underlay, underlay.offLayers);
  const traced = traceShapes(paths, SHAPE_GAP_MM, texts);
  return traced.ok ? obstaclesWish(traced.value.shapes, kind, leftOutText(traced.value.loose.length), context) : refused(traced.error);
}

function obstaclesWish(shapes: readonly TracedShape[], kind: ObstacleKind, rest: string, context: ToolContext): TraceWish {
  if (shapes.length === 0) return { kind: 'refused', problem: 'the picked lines enclose nothing that could stand there' };
  const args = { obstacles: namedObstacles(shapes, kind, context) };
  const noun: Readonly<Record<TraceSettings['as'], string>> = {
    hall: 'hall',
    wall: 'inner wall',
    column: 'column',
    equipment: 'piece of equipment',
    'keep-out': 'keep-out',
    door: 'door',
  };
  const count =
    shapes.length === 1 || kind !== 'equipment'
      ? countText(shapes.length, noun[context.session().trace.as])
      : `${numberText(shapes.length)} pieces of equipment`;
  return { kind: 'ready', use: (run) => run(traceObstacles, args), text: `${count}${rest}` };
}

function noDoorsText(elsewhere: number): string {
  if (elsewhere === 0) return 'no arc of a door beside a wall of the hall; pick the arcs that doors swing over';
  const are = elsewhere === 1 ? 'stands' : 'stand';
  return `${countText(elsewhere, 'door')} of these lines ${are} in no wall of the hall; inner walls have gaps for doorways, so trace the hall's outline first, or leave them`;
}

function leftOutText(lines: number): string {
  return lines === 0 ? '' : ` · ${countText(lines, 'line')} left out, which enclose nothing`;
}

function refused({ message, remedy }: { readonly message: string; readonly remedy: string }): TraceWish {
  return { kind: 'refused', problem: `${message}; ${remedy}` };
}

/** By what the drawing calls them, else counted on. */
function namedObstacles(shapes: readonly TracedShape[], kind: ObstacleKind, context: ToolContext): Obstacle[] {
  const hall = context.layout()?.hall.id ?? '';
  const taken = new Set([...context.plan().obstacles.values()].filter((one) => one.hall === hall).map(({ name }) => name));
  const ids = context.newIds('obstacles', shapes.length);
  return shapes.map(({ outline, name: written }, at) => {
    const name = written !== null && !taken.has(written) ? written : freeObstacleName(kind, (one) => taken.has(one));
    taken.add(name);
    return { id: ids[at]!, hall, name, kind, outline };
  });
}

function namedDoors(doors: ReturnType<typeof traceDoors>['doors'], hall: string, context: ToolContext): Door[] {
  const taken = new Set([...context.plan().doors.values()].filter((one) => one.hall === hall).map(({ name }) => name));
  const { clearHeightMm } = context.session().door;
  const ids = context.newIds('doors', doors.length);
  return doors.map((door, at) => {
    const name = nameFromPattern(DOOR_NAMES, firstFreeNumber(DOOR_NAMES, 1, taken));
    taken.add(name);
    return { id: ids[at]!, hall, name, ...door, clearHeightMm: door.clearHeightMm ?? clearHeightMm };
  });
}

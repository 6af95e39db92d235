/** Draws a hall: on an empty plan the first one, else another beside the hall on screen, in whose frame it is drawn. */
import { addHall } from '../../shared/commands/halls.ts';
import { CAMPUS_FRAME, toCampus } from '../../shared/geometry/frames.ts';
import { newHall } from '../../shared/plan/newHall.ts';
import type { Hall, PointMm } from '../../shared/plan/types.ts';
import { outlineTool } from './outlineTool.ts';
import type { ToolContext } from './tool.ts';

export const hallTool = outlineTool({
  tool: 'hall',
  shape: ({ hallShape }) => hallShape,
  canDraw: () => true,
  newId: (context) => context.newIds('halls', 1)[0]!,
  attempt: (context, id, outline, aids) => context.attempt(addHall, { hall: drawnHall(context, id, outline) }, aids),
  commit(context, id, outline) {
    if (!context.commit(addHall, { hall: hallOf(context, id, outline) })) return false;
    context.select([{ kind: 'hall', id }]);
    context.takeTool('select');
    return true;
  },
});

/** The hall with its north-west corner as its own origin, standing in the campus where it was drawn. */
function drawnHall(context: ToolContext, id: string, outline: readonly PointMm[]): Hall {
  const like = context.layout()?.hall ?? null;
  const frame = like?.frame ?? CAMPUS_FRAME;
  const corner = { xMm: Math.min(...outline.map(([x]) => x)), yMm: Math.min(...outline.map(([, y]) => y)) };
  return newHall(context.plan(), id, outline, { ...frame, ...toCampus(frame, corner) }, like);
}

/** The first hall is the campus's origin, wherever on the empty floor it was drawn. */
function hallOf(context: ToolContext, id: string, outline: readonly PointMm[]): Hall {
  const hall = drawnHall(context, id, outline);
  return context.layout() === null ? { ...hall, frame: CAMPUS_FRAME } : hall;
}

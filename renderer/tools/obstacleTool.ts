/** Draws columns, keep-outs, equipment and ramps. The building may be locked: who takes this tool means it. */
import { addObstacle, freeObstacleName } from '../../shared/commands/obstacles.ts';
import type { Obstacle, PointMm } from '../../shared/plan/types.ts';
import { outlineTool } from './outlineTool.ts';
import type { ToolContext } from './tool.ts';

export const obstacleTool = outlineTool({
  tool: 'obstacle',
  shape: ({ obstacle }) => obstacle.shape,
  canDraw: (context) => context.layout() !== null,
  newId: (context) => context.newIds('obstacles', 1)[0]!,
  attempt: (context, id, outline, aids) => context.attempt(addObstacle, { obstacle: obstacleOf(context, id, outline) }, aids),
  commit(context, id, outline) {
    if (!context.commit(addObstacle, { obstacle: obstacleOf(context, id, outline) })) return false;
    context.select([{ kind: 'obstacle', id }]);
    return true;
  },
});

function obstacleOf(context: ToolContext, id: string, outline: readonly PointMm[]): Obstacle {
  const { kind } = context.session().obstacle;
  const hall = context.layout()?.hall.id ?? '';
  const taken = new Set([...context.plan().obstacles.values()].filter((one) => one.hall === hall).map(({ name }) => name));
  return { id, hall, name: freeObstacleName(kind, (name) => taken.has(name)), kind, outline };
}

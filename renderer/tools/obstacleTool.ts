/** Draws columns, keep-outs, equipment and ramps. The building may be locked: who takes this tool means it. */
import { addObstacle } from '../../shared/commands/obstacles.ts';
import { firstFreeNumber, nameFromPattern } from '../../shared/plan/names.ts';
import type { Obstacle, ObstacleKind, PointMm } from '../../shared/plan/types.ts';
import { outlineTool } from './outlineTool.ts';
import type { ToolContext } from './tool.ts';

const NAME_PATTERNS: Readonly<Record<ObstacleKind, string>> = {
  column: 'Column {n}',
  'keep-out': 'Keep-out {n}',
  equipment: 'Equipment {n}',
  ramp: 'Ramp {n}',
};

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
  const pattern = NAME_PATTERNS[kind];
  return { id, hall, name: nameFromPattern(pattern, firstFreeNumber(pattern, 1, taken)), kind, outline };
}

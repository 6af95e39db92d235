/** Taking a model out of the catalog, and placing it by number. */
import { randomBytes } from '../ui/randomBytes.ts';
import { placeCabinet } from '../../shared/commands/cabinets.ts';
import type { CabinetModel } from '../../shared/catalog/types.ts';
import { newId } from '../../shared/plan/ids.ts';
import type { Planner } from '../state/plannerContext.ts';
import { runCommand } from './editActions.ts';
import { placementAt } from './placement.ts';

/** The model is in the hand until Escape or another tool. */
export function takeModel({ session }: Planner, model: CabinetModel): void {
  session.setState({ placing: model });
  session.setTool('place');
}

/** Places the model in hand with its north-west corner at a typed place, front to the north. */
export function placeByNumber(planner: Planner, xMm: number, yMm: number): boolean {
  const layout = planner.layout();
  const { placing: model } = planner.session.getState();
  if (layout === null || model === null) return false;
  const id = newId('cabinets', planner.plan.getState().plan, randomBytes);
  const done = runCommand(planner, placeCabinet, placementAt(layout, { id, model, xMm, yMm, rotationDeg: 0 }));
  if (done) planner.session.select([{ kind: 'cabinet', id }]);
  return done;
}

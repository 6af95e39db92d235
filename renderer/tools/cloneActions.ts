/** Cloning the selected cabinets beside themselves: tried while the names are typed, made in one step. */
import { cloneCabinets, clipOfCabinets, type CloneCabinets } from '../../shared/commands/cloneCabinets.ts';
import { idsForPaste } from '../../shared/commands/paste.ts';
import { newIds, type RandomBytes } from '../../shared/plan/ids.ts';
import { patternOfName } from '../../shared/plan/names.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import { bringBeside } from '../elevation/shownCabinets.ts';
import type { Planner } from '../state/plannerContext.ts';
import { thingsOf } from '../state/sessionStore.ts';
import { besideOffset, boxOfPicked } from './duplicateActions.ts';
import { runCommand } from './editActions.ts';
import { previewOf } from './preview.ts';

/** All but the names, which are asked for. Null: the cabinets are not in one hall. */
export function cloneOf(
  { plan: store }: Pick<Planner, 'plan'>,
  layout: HallLayout | null,
  cabinets: readonly string[],
  randomBytes: RandomBytes,
): Omit<CloneCabinets, 'namePattern'> | null {
  const { plan } = store.getState();
  const clip = clipOfCabinets(plan, cabinets);
  const picked = { cabinets: [...cabinets], obstacles: [], segments: [] };
  const box = layout === null ? null : boxOfPicked(layout, picked);
  if (clip === null || layout === null || box === null) return null;
  const [dxMm, dyMm] = besideOffset(plan, layout, picked, box);
  return { cabinets, dxMm, dyMm, ids: idsForPaste(clip, (table, count) => newIds(table, count, plan, randomBytes)) };
}

/** The pattern that the first cabinet's name follows. */
export function clonePattern({ plan }: Pick<Planner, 'plan'>, [first]: readonly string[]): string {
  const cabinet = plan.getState().plan.cabinets.get(first ?? '');
  return cabinet === undefined ? '{row}{nn}' : patternOfName(cabinet.name, cabinet.row);
}

/** Shows the clones where they would stand. */
export function tryClone({ plan, session }: Planner, args: CloneCabinets): void {
  const moving = new Set(args.ids.cabinets.map(([, to]) => to));
  session.setState({ preview: previewOf(plan, cloneCabinets, args, { moving, guides: [], text: null }), hover: null });
}

/** Makes the clones and selects them. */
export function makeClone(planner: Planner, args: CloneCabinets): boolean {
  planner.session.setState({ preview: null });
  if (!runCommand(planner, cloneCabinets, args)) return false;
  const made = args.ids.cabinets.map(([, to]) => to);
  if (planner.session.getState().mode === 'elevation') bringBeside(planner, made);
  planner.session.select(thingsOf('cabinet', made));
  return true;
}

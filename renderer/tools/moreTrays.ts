/** More trays from what is selected: the same at another level, beside, in parts, or one along a row of cabinets. Each is one undo step. */
import type { Command } from '../../shared/commands/command.ts';
import { idsForRun } from '../../shared/commands/layRun.ts';
import { MOST_PARTS, splitTrays } from '../../shared/commands/splitTrays.ts';
import { layAlongRow, runAlongRow } from '../../shared/commands/trayAlongRow.ts';
import { cloneTrays, idsForTrayCopies, offsetTrays } from '../../shared/commands/trayCopies.ts';
import { newIds, type RandomBytes } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { change } from './editActions.ts';
import { previewOf } from './preview.ts';

export type MoreTrays =
  | { readonly kind: 'level'; readonly byMm: number; readonly at: 'joined' | 'apart' }
  | { readonly kind: 'beside'; readonly byMm: number }
  | { readonly kind: 'parts'; readonly parts: number }
  | { readonly kind: 'row'; readonly behindMm: number };

/** What of it the selection allows, in order; none where neither trays nor cabinets are selected. */
export function kindsFor({ session }: Planner): readonly MoreTrays['kind'][] {
  const { selection } = session.getState();
  const ofTrays: readonly MoreTrays['kind'][] = selectedIds(selection, 'segment').length > 0 ? ['level', 'beside', 'parts'] : [];
  return selectedIds(selection, 'cabinet').length > 0 ? [...ofTrays, 'row'] : ofTrays;
}

/** Ids are drawn once for a wish, so that a preview is the very thing that is made. */
export type PreparedTrays = (use: <A>(command: Command<A>, args: A) => void) => void;

export function prepareTrays({ plan, session }: Planner, wish: MoreTrays, randomBytes: RandomBytes): PreparedTrays {
  const now = plan.getState().plan;
  const { selection, tray } = session.getState();
  const ids = selectedIds(selection, 'segment');
  const fresh = (counts: { readonly segments: number; readonly junctions: number }) => ({
    segmentIds: newIds('segments', counts.segments, now, randomBytes),
    junctionIds: newIds('junctions', counts.junctions, now, randomBytes),
  });
  switch (wish.kind) {
    case 'level': {
      const args = { ids, byMm: wish.byMm, at: wish.at, ...fresh(idsForTrayCopies(now, ids)) };
      return (use) => use(cloneTrays, args);
    }
    case 'beside': {
      const args = { ids, byMm: wish.byMm, ...fresh(idsForTrayCopies(now, ids)) };
      return (use) => use(offsetTrays, args);
    }
    case 'parts': {
      const isCount = Number.isInteger(wish.parts) && wish.parts > 1 && wish.parts <= MOST_PARTS;
      const cuts = isCount ? ids.length * (wish.parts - 1) : 0;
      const args = { ids, parts: wish.parts, ...fresh({ segments: cuts, junctions: cuts }) };
      return (use) => use(splitTrays, args);
    }
    case 'row': {
      const row = { ids: selectedIds(selection, 'cabinet'), behindMm: wish.behindMm, as: tray };
      const args = { ...row, ...fresh(needsOf(now, row)) };
      return (use) => use(layAlongRow, args);
    }
  }
}

function needsOf(plan: Plan, row: Parameters<typeof runAlongRow>[1]): { readonly segments: number; readonly junctions: number } {
  const run = runAlongRow(plan, row);
  const needs = run.ok ? idsForRun(plan, run.value) : run;
  return needs.ok
    ? { segments: needs.value.segments + needs.value.parts, junctions: needs.value.junctions }
    : { segments: 0, junctions: 0 };
}

/** Shows them on the drawing, or why they cannot be. */
export function tryTrays({ plan, session }: Planner, prepared: PreparedTrays): void {
  prepared((command, args) =>
    session.setState({ preview: previewOf(plan, command, args, { moving: new Set(), guides: [], text: null }), hover: null }),
  );
}

export function makeTrays(planner: Planner, prepared: PreparedTrays): boolean {
  planner.session.setState({ preview: null });
  let isDone = false;
  prepared((command, args) => {
    isDone = change(planner, command, args);
  });
  return isDone;
}

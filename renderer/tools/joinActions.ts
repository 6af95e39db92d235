/** Joining by keys what is joined by dragging ends together: trays that follow each other become one, two junctions become one. */
import { mergeJunctions, segmentsAt, straightenJunctions } from '../../shared/commands/junctions.ts';
import { must } from '../../shared/assert.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { change } from './editActions.ts';

/** Ends beside the line by no more than this are in line. */
const IN_LINE_MM = 1;

/** Of the selected trays, each run in one line becomes one tray; of two junctions, the second goes to the first. */
export function joinSelection(planner: Planner): void {
  const { plan } = planner.plan.getState();
  const { selection } = planner.session.getState();
  const [into, id, ...more] = selectedIds(selection, 'junction');
  const segments = selectedIds(selection, 'segment');
  if (segments.length === 0 && into !== undefined && id !== undefined && more.length === 0) {
    if (change(planner, mergeJunctions, { id, into })) planner.session.select([{ kind: 'junction', id: into }]);
    return;
  }
  const ids = segments.length > 1 ? jointsInLine(plan, segments) : [];
  if (ids.length === 0) {
    const text = 'Nothing to join: select trays that follow each other in one line and level, or two junctions';
    planner.session.setState({ notice: { text, tone: 'error' } });
    return;
  }
  if (!change(planner, straightenJunctions, { ids })) return;
  const { plan: after } = planner.plan.getState();
  planner.session.select(segments.filter((segment) => after.segments.has(segment)).map((segment) => ({ kind: 'segment', id: segment })));
}

/** Junctions at which two selected trays meet alone and go straight on. */
function jointsInLine(plan: Plan, selected: readonly string[]): string[] {
  const isSelected = new Set(selected);
  const ends = new Set(selected.flatMap((id) => [plan.segments.get(id)?.from ?? [], plan.segments.get(id)?.to ?? []].flat()));
  return [...ends].sort().filter((junction) => {
    const met = segmentsAt(plan, junction);
    if (met.length !== 2 || !met.every(({ id }) => isSelected.has(id))) return false;
    const at = must(plan.junctions.get(junction), junction);
    const [a, b] = met.map(({ from, to }) => must(plan.junctions.get(from === junction ? to : from), 'end'));
    if (a === undefined || b === undefined) return false;
    const [ax, ay, bx, by] = [a.xMm - at.xMm, a.yMm - at.yMm, b.xMm - at.xMm, b.yMm - at.yMm];
    const besideMm = Math.abs(ax * by - ay * bx) / Math.max(1, Math.hypot(bx - ax, by - ay));
    return ax * bx + ay * by < 0 && besideMm <= IN_LINE_MM;
  });
}

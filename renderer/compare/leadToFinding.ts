/** From a finding that one of two plans has to where it is, as far as the plan on screen can show it. */
import { ownVariant } from '../../shared/plan/variants.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Planner } from '../state/plannerContext.ts';
import type { Thing } from '../state/sessionStore.ts';
import { thingOfId } from '../tools/thingOfId.ts';
import { showFloor, zoomToSelection } from '../tools/viewActions.ts';
import type { FigureRow } from './figureRow.ts';
import { sideName } from './sideText.ts';

/** One of the plan itself is selected; of one that the other plan alone has, the place and those things that this plan has too. */
export function leadToFinding(planner: Planner, rowId: string, { of, side }: NonNullable<FigureRow['finding']>): void {
  const { session, comparing, plan } = planner;
  const { plan: own } = plan.getState();
  const { from, against } = comparing.store.getState();
  const holder = (side === 'old' ? from : against) ?? from;
  if (session.getState().mode !== 'plan') session.setState({ mode: 'plan' });
  const place = of.place !== null && own.halls.has(of.place.hall) ? of.place : null;
  if (holder.kind === 'own') {
    comparing.lookAt(rowId);
    session.select([{ kind: 'finding', id: of.key }]);
    if (place !== null) showFloor(planner, place.hall, place.at);
    else session.setState({ notice: { text: 'This finding has no place on the plan', tone: 'info' } });
    return;
  }
  comparing.lookAt(rowId, place === null ? null : { ...place, severity: of.severity });
  const things = thingsHere(own, of.ids);
  session.select(things);
  if (place !== null) showFloor(planner, place.hall, place.at);
  else if (things.length > 0) void zoomToSelection(planner);
  session.setState({ notice: { text: onlyThereText(own, sideName(own, holder), place !== null, things.length > 0), tone: 'info' } });
}

function thingsHere(plan: Plan, ids: readonly string[]): Thing[] {
  return ids.flatMap((id) => thingOfId(plan, id)?.thing ?? []);
}

/** `Stands in Wider only; what it is about is shown as Main has it`. */
function onlyThereText(plan: Plan, holder: string, hasPlace: boolean, hasThings: boolean): string {
  const { name } = ownVariant(plan);
  const stands = `Stands in ${holder} only`;
  if (hasThings) return `${stands}; what it is about is shown as ${name} has it`;
  return hasPlace
    ? `${stands}; this is the place, and ${name} has nothing of what it is about`
    : `${stands}, and ${name} has nothing of it`;
}

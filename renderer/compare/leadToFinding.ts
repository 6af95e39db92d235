/** From a finding that one of two plans has to where it is, as far as the plan on screen can show it. */
import { ownVariant } from '../../shared/plan/variants.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Planner } from '../state/plannerContext.ts';
import type { EngineClient } from '../worker/engineClient.ts';
import type { Thing } from '../state/sessionStore.ts';
import { thingOfId } from '../tools/thingOfId.ts';
import { showFloor, zoomToSelection } from '../tools/viewActions.ts';
import type { FigureRow } from './figureRow.ts';
import { sideName } from './sideText.ts';

/** One of the plan itself is selected; of one that the other plan alone has, the place and those things that this plan has too. */
export async function leadToFinding(planner: Planner, rowId: string, { of, side }: NonNullable<FigureRow['finding']>): Promise<void> {
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
  const { selection: before } = session.getState();
  const things = await thingsHere(planner.engine, own, of.ids);
  // Meanwhile the plan has changed, or somebody has gone elsewhere.
  const isWanted = comparing.store.getState().focus === rowId && session.getState().selection === before;
  if (plan.getState().plan !== own || !isWanted) return;
  session.select(things);
  if (place !== null) showFloor(planner, place.hall, place.at);
  else if (things.length > 0) void zoomToSelection(planner);
  session.setState({ notice: { text: onlyThereText(own, sideName(own, holder), place !== null, things.length > 0), tone: 'info' } });
}

/** Ids of cables tell of the fabric that they would be of; whether this plan has them the engine alone knows. */
async function thingsHere(engine: EngineClient, plan: Plan, ids: readonly string[]): Promise<Thing[]> {
  const things = ids.flatMap((id) => thingOfId(plan, id)?.thing ?? []);
  const cables = things.flatMap(({ kind, id }) => (kind === 'cable' ? [id] : []));
  if (cables.length === 0) return things;
  const query = { sort: null, filter: '', from: 0, count: cables.length, scope: null, only: cables };
  const known = await engine.rows('cables', query).then(
    ({ rows }) => new Set(rows.map(({ id }) => id)),
    // The engine has said why there are no figures: no cable is known then.
    () => new Set<string>(),
  );
  return things.filter(({ kind, id }) => kind !== 'cable' || known.has(id));
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

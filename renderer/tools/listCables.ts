/** Cables that are asked for by what they are: the longest of all, and those that run through a place. They are listed and lit. */
import { placeOfSegment } from '../../shared/engine/placeScope.ts';
import { sizeText } from '../../shared/quantities.ts';
import type { Planner } from '../state/plannerContext.ts';
import type { Listed } from '../state/listed.ts';
import { selectedIds, thingsOf } from '../state/sessionStore.ts';
import { countText } from '../ui/quantities.ts';

/** More are no longer the longest, but the table. */
export const MOST_LONGEST = 500;

/** Lists the longest cables by required length; those without a route have none. */
export async function listLongest({ engine, session }: Pick<Planner, 'engine' | 'session'>, count: number): Promise<void> {
  const sort = { by: 'requiredMm', descending: true } as const;
  const query = { sort, filter: '', from: 0, count, scope: null };
  const { rows } = await engine.rows('cables', query);
  const ids = rows.filter(({ requiredMm }) => requiredMm !== null).map(({ id }) => id);
  if (ids.length === 0) {
    session.setState({ notice: { text: 'No cable has a length yet', tone: 'info' } });
    return;
  }
  list({ session }, { name: countText(ids.length, 'longest cable'), ids, sort });
  // The inspector tells of them, not of what was selected before.
  session.select(thingsOf('cable', ids));
}

/** The place that was clicked last on the one tray that is selected; null: none is. */
export function placeHere({ session }: Pick<Planner, 'session'>): { readonly segment: string; readonly atMm: number } | null {
  const { selection, cut } = session.getState();
  const [only, ...others] = selectedIds(selection, 'segment');
  return only === undefined || others.length > 0 || cut?.segment !== only ? null : cut;
}

/** Lists what runs through the place that was clicked, or through all that is selected. */
export function listHere(planner: Pick<Planner, 'plan' | 'session'>): void {
  const { plan, session } = planner;
  const { segments, cabinets, devices } = plan.getState().plan;
  const here = placeHere(planner);
  if (here !== null) {
    const at = sizeText(here.atMm, session.getState().units);
    list(planner, {
      name: `${segments.get(here.segment)?.name ?? here.segment} at ${at}`,
      ids: [placeOfSegment(here.segment, here.atMm)],
      sort: null,
    });
    return;
  }
  const { selection } = session.getState();
  const ids = [...selectedIds(selection, 'segment'), ...selectedIds(selection, 'cabinet'), ...selectedIds(selection, 'device')];
  const [only = '', ...others] = ids;
  const subject =
    others.length > 0 ? countText(ids.length, 'thing') : ((segments.get(only) ?? cabinets.get(only) ?? devices.get(only))?.name ?? only);
  list(planner, { name: `Through ${subject}`, ids, sort: null });
}

/** Narrows the table of cables to a list and lights it. */
export function list({ session }: Pick<Planner, 'session'>, listed: Listed): void {
  session.setState(({ mode, tableRequests }) => ({
    mode: mode === 'sheets' ? 'plan' : mode,
    listed,
    drawerTab: 'cables',
    tableRequests: tableRequests + 1,
  }));
}

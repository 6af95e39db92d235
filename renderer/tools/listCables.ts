/** Cables that are asked for by what they are: the longest of all, and those that run through a place. They are listed and lit. */
import { placeOfSegment } from '../../shared/engine/placeScope.ts';
import { sizeText } from '../../shared/quantities.ts';
import type { Planner } from '../state/plannerContext.ts';
import type { Listed } from '../state/listed.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { countText } from '../ui/quantities.ts';

/** More are no longer the longest, but the table. */
export const MOST_LONGEST = 500;

/** Lists the longest cables by required length; those without a route have none. */
export async function listLongest({ engine, session }: Planner, count: number): Promise<void> {
  const query = { sort: { by: 'requiredMm', descending: true }, filter: '', from: 0, count, scope: null } as const;
  const { rows } = await engine.rows('cables', query);
  const ids = rows.filter(({ requiredMm }) => requiredMm !== null).map(({ id }) => id);
  const [first] = rows;
  if (ids.length === 0 || first === undefined) {
    session.setState({ notice: { text: 'No cable has a length yet', tone: 'info' } });
    return;
  }
  list({ session }, { name: countText(ids.length, 'longest cable'), ids });
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
  const { segments } = plan.getState().plan;
  const here = placeHere(planner);
  if (here !== null) {
    const at = sizeText(here.atMm, session.getState().units);
    list(planner, { name: `${segments.get(here.segment)?.name ?? here.segment} at ${at}`, ids: [placeOfSegment(here.segment, here.atMm)] });
    return;
  }
  const { selection } = session.getState();
  const ids = [...selectedIds(selection, 'segment'), ...selectedIds(selection, 'cabinet'), ...selectedIds(selection, 'device')];
  list(planner, { name: `Through ${countText(ids.length, 'thing')}`, ids });
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

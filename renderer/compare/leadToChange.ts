/** From a difference in the list to where it is: in its hall, in view, selected where the plan has it. */
import { nameOfSecond } from './sideText.ts';
import { boxAroundBoxes } from '../../shared/geometry/shapes.ts';
import type { PlanChange } from '../../shared/diff/planDiff.ts';
import type { PlanPart } from '../../shared/diff/planParts.ts';
import type { Planner } from '../state/plannerContext.ts';
import type { Thing, ThingKind } from '../state/sessionStore.ts';
import { showBox, zoomToSelection } from '../tools/viewActions.ts';

const KINDS: Readonly<Partial<Record<PlanPart, ThingKind>>> = {
  halls: 'hall',
  cabinets: 'cabinet',
  devices: 'device',
  doors: 'door',
  obstacles: 'obstacle',
  underlays: 'underlay',
  junctions: 'junction',
  segments: 'segment',
  links: 'cable',
  trunks: 'cable',
  dimensions: 'dimension',
  notes: 'note',
};

/** The thing that a difference is about, where the plan has it. */
export function thingOf({ plan }: Planner, { part, id }: PlanChange): Thing | null {
  const kind = KINDS[part];
  if (kind === undefined || part === 'plan' || part === 'settings' || part === 'other' || part.startsWith('catalog.')) return null;
  const table: unknown = Reflect.get(plan.getState().plan, part);
  return table instanceof Map && table.has(id) ? { kind, id } : null;
}

/** Says in the status bar why nothing is shown of what has no place. */
export function leadToChange(planner: Planner, change: PlanChange): void {
  const { session, comparing } = planner;
  comparing.lookAt(change.key);
  if (session.getState().mode !== 'plan') session.setState({ mode: 'plan' });
  const thing = thingOf(planner, change);
  session.select(thing === null ? [] : [thing]);
  const { compared } = comparing.store.getState();
  const marks = [...(compared?.marks.values() ?? []), ...(compared?.ways.values() ?? [])]
    .flat()
    .filter(({ keys }) => keys.includes(change.key));
  const shown = session.getState().hall;
  const hall = marks.find((mark) => mark.hall === shown)?.hall ?? marks[0]?.hall;
  if (hall !== undefined) showBox(planner, hall, boxAroundBoxes(marks.filter((mark) => mark.hall === hall).map(({ box }) => box)));
  else if (thing !== null) void zoomToSelection(planner);
  else
    session.setState({
      notice: { text: `${change.name} has no place on the plan; ${nameOfSecond(planner)} says it otherwise`, tone: 'info' },
    });
}

/** What an id in a finding is of: a thing that can be selected, and what to call it. */
import { handLinkNames } from '../../shared/cabling/handLinkNames.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Thing } from '../state/sessionStore.ts';

/** Null: nothing of the plan, or nothing that can be selected. */
export function thingOfId(plan: Plan, id: string): { readonly thing: Thing; readonly name: string } | null {
  const cabinet = plan.cabinets.get(id);
  if (cabinet !== undefined) return { thing: { kind: 'cabinet', id }, name: `Cabinet ${cabinet.name}` };
  const device = plan.devices.get(id);
  if (device !== undefined) return { thing: { kind: 'device', id }, name: `Device ${device.name}` };
  const segment = plan.segments.get(id);
  if (segment !== undefined) return { thing: { kind: 'segment', id }, name: `Segment ${segment.name}` };
  const obstacle = plan.obstacles.get(id);
  if (obstacle !== undefined) return { thing: { kind: 'obstacle', id }, name: `${obstacle.kind} ${obstacle.name}` };
  const door = plan.doors.get(id);
  if (door !== undefined) return { thing: { kind: 'door', id }, name: `Door ${door.name}` };
  if (plan.dimensions.has(id)) return { thing: { kind: 'dimension', id }, name: 'Dimension' };
  // What stands on no canvas is named in the text.
  const unseen = [plan.halls, plan.junctions, plan.fabrics, plan.routeRules, plan.diversityGroups, plan.looms, plan.lengthPlans];
  if (unseen.some((table) => table.has(id))) return null;
  return isCable(plan, id) ? { thing: { kind: 'cable', id }, name: `Cable ${handLinkNames(plan).get(id) ?? id}` } : null;
}

/** Cables of fabrics are derived: they go by the fabric and what stands after the slash. */
function isCable({ links, trunks, fabrics }: Plan, id: string): boolean {
  const slash = id.indexOf('/');
  return links.has(id) || trunks.has(id) || (slash > 0 && (fabrics.has(id.slice(0, slash)) || trunks.has(id.slice(0, slash))));
}

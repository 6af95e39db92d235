/** Cable and optics of a link in words, for lists of what fits. */
import { longestMm } from '../../shared/checks/fittingParts.ts';
import type { Plan, TierParts } from '../../shared/plan/types.ts';
import { partsFor } from '../panels/partCatalog.ts';
import { lengthText, type Units } from '../../shared/quantities.ts';
import { leastMm } from './connectPorts.ts';
import type { PortAt } from './elevationStore.ts';

export function partsKey({ family, transceiverA, transceiverB }: TierParts): string {
  return [family, transceiverA ?? '', transceiverB ?? ''].join(' ');
}

/** `MFP7E10 · optic A · optic B`, and whether it can be long enough. */
export function partsText(plan: Plan, parts: TierParts, from: PortAt | null, to: PortAt | null, units: Units): string {
  const { cableFamilies, transceivers } = partsFor(plan);
  const family = cableFamilies.get(parts.family);
  const optic = (id: string | null) => (id === null ? [] : [transceivers.get(id)?.name ?? id]);
  const names = [family?.name ?? parts.family, ...optic(parts.transceiverA), ...optic(parts.transceiverB)].join(' · ');
  const [a, b] = [from, to].map((at) => plan.devices.get(at?.device ?? '')?.cabinet ?? '');
  const atLeastMm = leastMm(plan, a ?? '', b ?? '');
  if (family === undefined || atLeastMm === null || longestMm(family) >= atLeastMm) return names;
  return `${names} (too short: ${lengthText(longestMm(family), units)} at most)`;
}

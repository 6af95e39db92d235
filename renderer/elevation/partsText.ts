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

/** Cable and optics by their names; null: the cable itself goes into the port. */
export interface PartNames {
  readonly cable: string;
  readonly opticA: string | null;
  readonly opticB: string | null;
}

export function partNames(plan: Plan, parts: TierParts): PartNames {
  const { cableFamilies, transceivers } = partsFor(plan);
  const optic = (id: string | null) => (id === null ? null : (transceivers.get(id)?.name ?? id));
  return {
    cable: cableFamilies.get(parts.family)?.name ?? parts.family,
    opticA: optic(parts.transceiverA),
    opticB: optic(parts.transceiverB),
  };
}

/** A choice for lists: the cable's name for the field, numbered where several choices have the same; all of it for the list. */
export interface PartsOption {
  readonly value: string;
  readonly label: string;
  readonly whole: string;
}

export function partsOptions(
  plan: Plan,
  choices: readonly TierParts[],
  from: PortAt | null,
  to: PortAt | null,
  units: Units,
): readonly PartsOption[] {
  const met = new Map<string, number>();
  return choices.map((one) => {
    const { cable } = partNames(plan, one);
    const number = (met.get(cable) ?? 0) + 1;
    met.set(cable, number);
    return { value: partsKey(one), label: number === 1 ? cable : `${cable} (${number})`, whole: partsText(plan, one, from, to, units) };
  });
}

/** `MFP7E10 · optic A · optic B`, and whether it can be long enough. */
function partsText(plan: Plan, parts: TierParts, from: PortAt | null, to: PortAt | null, units: Units): string {
  const family = partsFor(plan).cableFamilies.get(parts.family);
  const { cable, opticA, opticB } = partNames(plan, parts);
  const names = [cable, opticA, opticB].filter((name) => name !== null).join(' · ');
  const [a, b] = [from, to].map((at) => plan.devices.get(at?.device ?? '')?.cabinet ?? '');
  const atLeastMm = leastMm(plan, a ?? '', b ?? '');
  if (family === undefined || atLeastMm === null || longestMm(family) >= atLeastMm) return names;
  return `${names} (too short: ${lengthText(longestMm(family), units)} at most)`;
}

/** How far light (or a copper signal) may go over one cable and the optics at its ends. */
import type { CableFamily, Catalog } from '../catalog/types.ts';
import type { TierParts } from '../plan/types.ts';

/** The shortest of the reaches of the cable itself and the optics at both ends; null when none of them is known. */
export function channelReachMm(catalog: Catalog, parts: TierParts, family: CableFamily): number | null {
  const optics = [parts.transceiverA, parts.transceiverB].map((id) => (id === null ? undefined : catalog.transceivers.get(id)?.reachMm));
  const known = [family.reachMm, ...optics].filter((reachMm) => reachMm !== null && reachMm !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}

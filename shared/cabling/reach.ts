/** How far light (or a copper signal) may go over one cable and the optics at its ends. */
import type { CableFamily, Catalog } from '../catalog/types.ts';
import { channelLimits } from '../channels/budget.ts';
import type { TierParts } from '../plan/types.ts';

/**
 * The shortest of the reaches of the cable itself, of the optics at both ends, and of these over fiber of the cable's type: the same limit
 * as that of a channel through panels, of one cable alone. Null when none of them is known.
 */
export function channelReachMm(catalog: Catalog, { transceiverA, transceiverB }: TierParts, family: CableFamily): number | null {
  const optic = (id: string | null) => (id === null ? null : (catalog.transceivers.get(id) ?? null));
  return channelLimits([optic(transceiverA), optic(transceiverB)], [family]).reachMm?.value ?? null;
}

/** How long a cable may be, with its tolerance, so that light still gets through every channel that it is part of. */
import { must } from '../assert.ts';
import { channelReachMm } from '../cabling/reach.ts';
import { partsOfLink } from '../cabling/tierParts.ts';
import type { Cabling } from '../cabling/types.ts';
import { channelLimits, channelUse } from '../channels/budget.ts';
import { fiberLossDbPerKm } from '../channels/opticalFigures.ts';
import { opticsOf, partsOfChannel, type LinkPart } from '../channels/planChannels.ts';
import type { Plan } from '../plan/types.ts';

/**
 * By cable, in mm: of one alone the reach of optics and fiber; of one in a channel through panels what its fellows leave of the
 * channel's reach and loss, when all cables of its family and length in the channel become longer alike. 0 where a figure that sets
 * the reach is unknown: nobody can say that a longer one serves.
 */
export function longestAllowed(plan: Plan, cabling: Cabling): (cable: number) => number {
  const inChannels = allowedInChannels(plan, cabling);
  const reachOfTier = new Map<number, number>();
  const { cables, families, tiers } = cabling;
  return (cable) => {
    const ofChannels = inChannels.get(cable);
    if (ofChannels !== undefined) return ofChannels;
    const [row, tier] = [cables.family[cable]!, cables.tier[cable]!];
    // Links of a fabric's tier have the same optics; those drawn by hand have their own.
    const key = tier * families.length + row;
    const known = reachOfTier.get(key);
    if (known !== undefined) return known;
    const reachMm = channelReachMm(plan.catalog, partsOfLink(cabling, cables.firstLink[cable]!), must(families[row], 'family')) ?? 0;
    if (tiers[tier]?.parts !== null) reachOfTier.set(key, reachMm);
    return reachMm;
  };
}

/** Cables that a channel runs through, each with the tightest of its channels. */
function allowedInChannels(plan: Plan, cabling: Cabling): ReadonlyMap<number, number> {
  const allowed = new Map<number, number>();
  for (const rows of cabling.channels) {
    const { parts } = partsOfChannel(cabling, rows);
    const whole = parts.filter((part) => part !== null);
    const spare = whole.length === parts.length ? spareOf(plan, rows.link.parts, whole) : null;
    for (const part of whole) {
      if ('isModule' in part) continue;
      const alike = whole.filter((one) => one.family.id === part.family.id && one.longestMm === part.longestMm).length;
      const room = spare === null || part.longestMm === null ? 0 : part.longestMm + spare(part) / alike;
      allowed.set(part.cable, Math.min(allowed.get(part.cable) ?? Infinity, room));
    }
  }
  return allowed;
}

/** What is left of a channel's reach and loss, in mm of a cable; null where its reach is not known. Below zero where it is over. */
function spareOf(plan: Plan, ends: Parameters<typeof opticsOf>[1], parts: readonly LinkPart[]): ((part: LinkPart) => number) | null {
  const limits = channelLimits(
    opticsOf(plan.catalog, ends),
    parts.map(({ family }) => family),
  );
  const { lengthMm, lossDb } = channelUse(parts);
  if (limits.reachMm === null || lengthMm === null) return null;
  const ofReachMm = limits.reachMm.value - lengthMm;
  const ofLossDb = limits.lossDb === null || lossDb === null ? null : limits.lossDb.value - lossDb;
  return ({ family: { fiberType } }) => {
    const perKm = fiberType === null ? null : fiberLossDbPerKm(fiberType);
    if (ofLossDb === null || perKm === null || perKm.value === 0) return ofReachMm;
    return Math.min(ofReachMm, (ofLossDb / perKm.value) * 1_000_000);
  };
}

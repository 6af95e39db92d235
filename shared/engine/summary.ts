/** The figures of the status bar and the panels, from a whole derivation. */
import type { Finding } from '../checks/types.ts';
import type { ProfileHours, Takeoff } from '../takeoff/types.ts';
import type { ProfileSummary, Summary } from './protocol.ts';

export function summarize(takeoff: Takeoff, findings: readonly Finding[], elapsedMs: number): Summary {
  const cablesOfTier = new Map(takeoff.cables.byTier.map(({ tier, count }) => [tier, count]));
  const standing = findings.filter((finding) => finding.accepted === null);
  return {
    scope: takeoff.scope,
    links: takeoff.links.count,
    cables: takeoff.cables.count,
    tiers: takeoff.links.byTier.map(({ tier, count }) => ({ tier, links: count, cables: cablesOfTier.get(tier) ?? 0 })),
    requiredMm: takeoff.cables.requiredMm,
    orderedMm: takeoff.cables.orderedMm,
    unknownRequired: takeoff.cables.unknownRequired,
    unknownOrdered: takeoff.cables.unknownOrdered,
    cabinets: takeoff.cabinets.count,
    devices: takeoff.devices.byRole,
    powerW: takeoff.powerW,
    profiles: takeoff.profiles.map(summarizeProfile),
    hours: takeoff.hours === null ? null : summarizeProfile(takeoff.hours),
    findings: {
      errors: standing.filter((finding) => finding.severity === 'error').length,
      warnings: standing.filter((finding) => finding.severity === 'warning').length,
      accepted: findings.length - standing.length,
    },
    elapsedMs,
  };
}

function summarizeProfile({ profile, name, total, range, days, unknownCables }: ProfileHours): ProfileSummary {
  return { profile, name, total, range, days, unknownCables };
}

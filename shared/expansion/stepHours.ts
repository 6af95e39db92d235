/** Hours of one step, by the tasks of the plan's own labor profile that its work consists of. */
import type { LabourProfile } from '../catalog/types.ts';
import type { Derived } from '../engine/engine.ts';
import { hoursOf } from '../takeoff/hours.ts';
import type { LabourCounts } from '../takeoff/labourCounts.ts';
import type { Range } from '../takeoff/types.ts';
import { deviceWork, pathwayWork } from '../takeoff/workPlaces.ts';
import { must } from '../assert.ts';
import type { LinkChange } from './linkChanges.ts';
import type { StepDraft } from './steps.ts';

const NO_CABLES = { cables: 0, ends: 0, millimetres: 0, withoutLength: 0, fiberEnds: 0 };

const NOTHING: LabourCounts = {
  pathways: [],
  cabinets: 0,
  devices: [],
  transceivers: 0,
  within: NO_CABLES,
  between: NO_CABLES,
  links: 0,
  locations: 0,
};

/** What is new in the hall: the step that builds it. */
export function installCounts(before: Derived, after: Derived): LabourCounts {
  const modules = (derived: Derived): number => derived.takeoff.transceivers.reduce((sum, { count }) => sum + count, 0);
  const isNewSegment = after.survey.network.segments.map(({ id }) => !before.plan.segments.has(id));
  const { survey } = after;
  const fresh = survey.devices.filter(({ device }) => !before.plan.devices.has(device.id));
  return {
    ...NOTHING,
    pathways: pathwayWork(after.plan, survey, after.cabling).flatMap((work, row) =>
      isNewSegment[row] === true ? [{ ...work, cableMetres: 0 }] : [],
    ),
    cabinets: [...after.plan.cabinets.keys()].filter((id) => !before.plan.cabinets.has(id)).length,
    devices: deviceWork({ ...survey, devices: fresh }),
    transceivers: Math.max(0, modules(after) - modules(before)),
    locations: new Set(fresh.map(({ cabinet }) => cabinet)).size,
  };
}

/**
 * Work on links: pulling counts cables and their metres, plugging their ends and the links to be verified. A moved cable that stays is
 * unplugged and plugged at one end, one that is replaced at both of the old one and both of the new one; unplugging counts as an end as
 * well (assumption: it takes as long as inspecting, cleaning and mating one).
 */
export function linkCounts({ families }: Derived['cabling'], { kind, links }: StepDraft): LabourCounts {
  const byId = new Map(families.map((family) => [family.id, family]));
  const within = { ...NO_CABLES };
  const between = { ...NO_CABLES };
  for (const link of onePerCable(links)) {
    const counts = link.isInside ? within : between;
    const family = must(byId.get(link.family), link.family);
    const ends = family.endA.legs + family.endB.legs;
    switch (kind) {
      case 'install':
        break;
      case 'pull':
        counts.cables += 1;
        counts.fiberEnds += 2 * (family.fiberCount ?? 0);
        if (link.requiredMm === null) counts.withoutLength += 1;
        else counts.millimetres += link.requiredMm;
        break;
      case 'connect':
        counts.ends += ends;
        break;
      case 'move':
        counts.ends += link.kind === 'removed' ? ends : link.reuses === true ? 2 : 2 * ends;
        break;
    }
  }
  const verified = kind === 'connect' || kind === 'move' ? links.filter((link) => link.kind !== 'removed').length : 0;
  return { ...NOTHING, within, between, links: verified };
}

/** The first link of each cable. */
export function onePerCable(links: readonly LinkChange[]): LinkChange[] {
  return [...new Map([...links].reverse().map((link) => [link.cable, link])).values()].reverse();
}

export function hoursOfCounts(profile: LabourProfile | null, counts: LabourCounts): Range | null {
  return profile === null ? null : hoursOf(profile, counts).range;
}

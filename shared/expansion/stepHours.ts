/** Hours of one step, by the tasks of the plan's own labor profile that its work consists of. */
import type { CableFamily, LabourProfile } from '../catalog/types.ts';
import type { Derived } from '../engine/engine.ts';
import { hoursOf } from '../takeoff/hours.ts';
import type { LabourCounts } from '../takeoff/labourCounts.ts';
import type { Range } from '../takeoff/types.ts';
import { deviceWork, pathwayWork } from '../takeoff/workPlaces.ts';
import { must } from '../assert.ts';
import { isReused, type ChangedCable } from './linkChanges.ts';
import { isWidened } from './widenTrays.ts';
import { isPulled, type StepDraft } from './steps.ts';

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
  // A larger tray is hung in place of the one that stands (assumption: it takes as long as a new one).
  const isNewSegment = after.survey.network.segments.map((one) => !before.plan.segments.has(one.id) || isWidened(before.plan, one));
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
export function linkCounts(
  families: ReadonlyMap<string, CableFamily>,
  { kind, links }: StepDraft,
  cables: readonly ChangedCable[],
): LabourCounts {
  const within = { ...NO_CABLES };
  const between = { ...NO_CABLES };
  for (const cable of cables) {
    const counts = cable.isInside ? within : between;
    const family = must(families.get(cable.family), cable.family);
    switch (kind) {
      case 'install':
        break;
      case 'pull':
        counts.cables += 1;
        counts.fiberEnds += 2 * (family.fiberCount ?? 0);
        if (cable.requiredMm === null) counts.withoutLength += 1;
        else counts.millimetres += cable.requiredMm;
        break;
      case 'connect':
      case 'move':
        counts.ends += endsHandled(cable, family.endA.legs + family.endB.legs);
        break;
    }
  }
  const verified = kind === 'connect' || kind === 'move' ? links.filter((link) => link.kind !== 'removed').length : 0;
  return { ...NOTHING, within, between, links: verified };
}

function endsHandled(cable: ChangedCable, ends: number): number {
  switch (cable.work) {
    case 'pull':
    case 'take-out':
      return ends;
    case 'move':
      return isReused(cable) ? 2 : 2 * ends;
  }
}

/** The cables that a step handles, each once, whatever links share it: all that are pulled when pulling, else those of its links. */
export function cablesOf({ kind, links }: StepDraft): ChangedCable[] {
  const cables = links.flatMap((link) => link.cables).filter((cable) => kind !== 'pull' || isPulled(cable));
  return [...new Map([...cables].reverse().map((cable) => [`${cable.work} ${cable.id}`, cable])).values()].reverse();
}

export function hoursOfCounts(profile: LabourProfile | null, counts: LabourCounts): Range | null {
  return profile === null ? null : hoursOf(profile, counts).range;
}

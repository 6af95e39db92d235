import type { Check, Finding } from './types.ts';
import type { DeviceType } from '../catalog/types.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey, SurveyedDevice } from '../survey/types.ts';
import { middleOf } from '../geometry/polygons.ts';
import { must } from '../assert.ts';
import { counted, named } from './figures.ts';

/**
 * Losing one feed leaves every device enough supplies. Supplies are spread over the feeds as evenly as they go;
 * the feed with most of them is the one lost. One finding per type.
 */
export const feedLoss: Check = {
  codes: ['power.feed-loss', 'power.supplies-unknown'],
  title: 'Losing one feed drops no device',
  rests: ({ plan, survey }) => [survey.devices, plan.settings],
  *run({ plan, survey }) {
    for (const [type, group] of groupsByType(survey.devices)) {
      // What draws nothing, a panel or a PDU, loses nothing with a feed.
      if (type.maxPowerW === 0) continue;
      const finding = judge(type, group, survey, plan.settings.feedsPerCabinet);
      if (finding !== null) yield finding;
    }
  },
};

/** Devices of one type: the first of them, the ids of all, and how a sentence names them. */
interface DeviceGroup {
  readonly first: SurveyedDevice;
  readonly ids: readonly string[];
  readonly who: string;
}

type GroupsByType = ReadonlyMap<DeviceType, DeviceGroup>;

const groupsOfDevices = new WeakMap<Survey['devices'], GroupsByType>();

/** Kept for as long as no device changes. */
function groupsByType(devices: Survey['devices']): GroupsByType {
  const known = groupsOfDevices.get(devices);
  if (known !== undefined) return known;
  const byType = new Map<DeviceType, SurveyedDevice[]>();
  for (const device of devices) {
    const same = byType.get(device.type);
    if (same === undefined) byType.set(device.type, [device]);
    else same.push(device);
  }
  const groups: GroupsByType = new Map(
    [...byType].map(([type, same]) => [
      type,
      {
        first: must(same[0], 'a device of the type'),
        ids: same.map(({ device }) => device.id),
        who: `${counted(same.length, 'device')} of type ${type.name} (${named(same.map(({ device }) => device.name))})`,
      },
    ]),
  );
  groupsOfDevices.set(devices, groups);
  return groups;
}

function judge(
  type: DeviceType,
  { first, ids, who }: DeviceGroup,
  survey: Survey,
  feeds: Plan['settings']['feedsPerCabinet'],
): Omit<Finding, 'accepted'> | null {
  const { cabinet, corners } = must(survey.cabinets[first.cabinet], 'cabinet of a device');
  const base = {
    severity: 'warning',
    ids,
    place: { hall: cabinet.hall, at: middleOf(corners) },
  } as const;
  if (type.supplies === null) {
    return {
      ...base,
      code: 'power.supplies-unknown',
      message: `Nobody knows whether ${who} outlive${ids.length === 1 ? 's' : ''} the loss of a feed: the supplies are not published`,
      required: 'number of supplies, and how many it needs',
      actual: 'unknown',
      mend: 'Ask the maker and put the figures into the catalog',
    };
  }
  const { count, needed } = type.supplies;
  const onWorstFeed = Math.ceil(count / feeds);
  const left = count - onWorstFeed;
  if (left >= needed) return null;
  return {
    ...base,
    code: 'power.feed-loss',
    message: `Losing ${feeds === 1 ? 'the only feed' : `one of ${feeds} feeds`} drops ${who}: ${counted(count, 'supply', 'supplies')}, ${onWorstFeed} of them on the worst feed`,
    required: `${needed} supplies left`,
    actual: `${left} left`,
    mend: 'Add a feed, back the feeds by a static switch, or accept that these devices stop',
  };
}

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
    for (const [type, devices] of devicesByType(survey)) {
      // What draws nothing, a panel or a PDU, loses nothing with a feed.
      if (type.maxPowerW === 0) continue;
      const finding = judge(type, devices, survey, plan.settings.feedsPerCabinet);
      if (finding !== null) yield finding;
    }
  },
};

function devicesByType(survey: Survey): ReadonlyMap<DeviceType, readonly SurveyedDevice[]> {
  const groups = new Map<DeviceType, SurveyedDevice[]>();
  for (const device of survey.devices) {
    const group = groups.get(device.type);
    if (group === undefined) groups.set(device.type, [device]);
    else group.push(device);
  }
  return groups;
}

function judge(
  type: DeviceType,
  devices: readonly SurveyedDevice[],
  survey: Survey,
  feeds: Plan['settings']['feedsPerCabinet'],
): Omit<Finding, 'accepted'> | null {
  const first = must(survey.cabinets[must(devices[0], 'a device of the type').cabinet], 'cabinet of a device');
  const base = {
    severity: 'warning',
    ids: devices.map(({ device }) => device.id),
    place: { hall: first.cabinet.hall, at: middleOf(first.corners) },
  } as const;
  const who = `${counted(devices.length, 'device')} of type ${type.name} (${named(devices.map(({ device }) => device.name))})`;
  if (type.supplies === null) {
    return {
      ...base,
      code: 'power.supplies-unknown',
      message: `Nobody knows whether ${who} outlive${devices.length === 1 ? 's' : ''} the loss of a feed: the supplies are not published`,
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

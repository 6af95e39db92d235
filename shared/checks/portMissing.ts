import type { Check } from './types.ts';
import { must } from '../assert.ts';
import { NONE } from '../cabling/types.ts';
import { cableIds, cablePlace, listedNote, RowGroups, tierName } from './cableGroups.ts';
import { portGrounds } from './portGrounds.ts';
import { counted } from './figures.ts';

/** Every link ends in a port that its device has. One finding per tier, end and device type. */
export const portMissing: Check = {
  codes: ['port.missing'],
  title: 'Links end in ports that exist',
  rests: portGrounds,
  *run({ survey, cabling }) {
    const { links } = cabling;
    for (const end of ['a', 'b'] as const) {
      const [devices, ports] = end === 'a' ? [links.aDevice, links.aPort] : [links.bDevice, links.bPort];
      const groups = new RowGroups();
      for (let link = 0; link < links.count; link += 1) {
        if (ports[link] !== NONE) continue;
        const { type } = must(survey.devices[must(devices[link], 'device of the link')], 'device');
        groups.add(`${must(links.tier[link], 'tier of the link')} ${type.id}`, link);
      }
      for (const rows of groups) {
        const first = must(rows[0], 'a link');
        const { type } = must(survey.devices[must(devices[first], 'device of the link')], 'device');
        const cables = [...new Set(rows.map((link) => must(links.cable[link], 'cable of the link')))];
        const cable = must(cables[0], 'a cable');
        yield {
          code: 'port.missing',
          severity: 'error',
          ids: cableIds(cabling, cables),
          place: cablePlace(survey, cabling, cable),
          message: `${counted(cables.length, `${tierName(cabling, cable)} cable`)} would end in ports that ${type.name} does not have${listedNote(cables.length)}`,
          required: 'a port of that name and block',
          actual: 'none',
          mend: 'Choose a device type with enough ports, or connect other ports',
        };
      }
    }
  },
};

/** Which links run through which cables, in words for lists: `s1:p1–w:1/1, cable 2 of 3`. */
import type { Cabling } from '../cabling/types.ts';

/** By row of the cable; cables of links without panels are not in it. */
export function channelTexts(cabling: Cabling): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const { link, sections } of cabling.channels) {
    sections.forEach((section, place) => {
      const cable = section === null ? null : cabling.findCable(section.row);
      if (section === null || cable === null) return;
      const leg = section.leg === null ? '' : `leg ${section.leg}: `;
      const text = `${leg}${cabling.linkName(link.id)}, cable ${place + 1} of ${sections.length}`;
      const known = texts.get(cable);
      texts.set(cable, known === undefined ? text : `${known}; ${text}`);
    });
  }
  return texts;
}

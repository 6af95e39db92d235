/** A cable by what people can type: its id, the short form that tables show, a hyphen for the dash between its ends. */
import { must } from '../assert.ts';
import type { Cabling } from './types.ts';

/** Row of the cable that a text names; null when none, or when several tiers have one of that short name. */
export function namedCable(cabling: Cabling, text: string): number | null {
  const spellings = spellingsOf(text);
  for (const spelling of spellings) {
    const cable = cabling.findCable(spelling);
    if (cable !== null) return cable;
  }
  const found = new Set<number>();
  for (const { fabric, name } of cabling.tiers) {
    if (fabric === null) continue;
    for (const spelling of spellings) {
      const cable = cabling.findCable(`${fabric}/${name}/${spelling}`);
      if (cable !== null) found.add(cable);
    }
  }
  return found.size === 1 ? must([...found][0], 'cable') : null;
}

/** As written, and with the hyphen after the first port number read as the dash of ids. */
function spellingsOf(text: string): string[] {
  const dashed = text.replace(/:(\d+)-/u, ':$1–');
  return dashed === text ? [text] : [text, dashed];
}

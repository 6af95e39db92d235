/** A cable by what people can type: its id, its name, the short form that tables show, a hyphen for the dash between its ends. */
import { must } from '../assert.ts';
import type { Cabling } from './types.ts';

/** Row of the cable that a text names; null when none, or when several tiers have one of that short name. */
export function namedCable(cabling: Cabling, text: string): number | null {
  const found = namedCables(cabling, text);
  return found.length === 1 ? must(found[0], 'cable') : null;
}

/** Rows of all cables that a text names: one by its id, several where tiers have one of that short name each. */
export function namedCables(cabling: Cabling, text: string): number[] {
  const spellings = spellingsOf(text);
  for (const spelling of spellings) {
    const cable = cabling.findCable(spelling);
    if (cable !== null) return [cable];
  }
  const found = new Set([...handDrawn(cabling, text), ...throughPanels(cabling, text)]);
  for (const { fabric, name } of cabling.tiers) {
    if (fabric === null) continue;
    for (const spelling of spellings) {
      const cable = cabling.findCable(`${fabric}/${name}/${spelling}`);
      if (cable !== null) found.add(cable);
    }
  }
  return [...found];
}

/** Cables drawn by hand of this name; whatever stands between the ends, a dash or a hyphen, with or without room about it. */
function handDrawn(cabling: Cabling, text: string): number[] {
  const wanted = hyphened(text);
  const { tiers, cables } = cabling;
  const found: number[] = [];
  for (let cable = cables.count - 1; cable >= 0 && tiers[cables.tier[cable]!]!.fabric === null; cable -= 1) {
    const name = cabling.cableName(cable);
    if (name === text) return [cable];
    if (hyphened(name) === wanted) found.push(cable);
  }
  return found;
}

/** The first cable of each link through panels of this name: its other cables stand with the channel. */
function throughPanels({ channels, linkName, findCable }: Cabling, text: string): number[] {
  const wanted = hyphened(text);
  return channels.flatMap(({ link }) => (hyphened(linkName(link.id)) === wanted ? (findCable(link.id) ?? []) : []));
}

function hyphened(text: string): string {
  return text.trim().replace(/\s*[–-]\s*/gu, '-');
}

/** As written, and with the hyphen after the first port number read as the dash of ids. */
function spellingsOf(text: string): string[] {
  const dashed = text.replace(/:(\d+)-/u, ':$1–');
  return dashed === text ? [text] : [text, dashed];
}

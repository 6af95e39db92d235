/** Links that a person may run through panels: those of the selection, or of a tier, with their ends. Asked for by the dialog alone. */
import { must } from '../assert.ts';
import { NONE } from '../cabling/types.ts';
import { partsOfLink } from '../cabling/tierParts.ts';
import { portsOf } from '../catalog/ports.ts';
import type { PortRef, TierParts } from '../plan/types.ts';
import type { TierCount } from '../takeoff/types.ts';
import { cablesThrough } from './cableScope.ts';
import type { Derived } from './engine.ts';

/** More than any two panels have room for. */
const MOST_LISTED = 4096;

export interface ChosenLink {
  readonly id: string;
  readonly name: string;
  readonly a: PortRef;
  readonly b: PortRef;
  readonly parts: TierParts;
}

export interface LinkChoice {
  /** Links by tier, of all fabrics and drawn by hand, that run directly now. */
  readonly tiers: readonly TierCount[];
  /** At most 4,096, in the order of the cables; how many there are. */
  readonly links: readonly ChosenLink[];
  readonly count: number;
  /** Of the choice, how many run through panels already. */
  readonly throughPanels: number;
}

/** What is chosen: cables through these things, or the links of a tier. */
export type LinkWish =
  | { readonly kind: 'things'; readonly ids: readonly string[] }
  | { readonly kind: 'tier'; readonly tier: string }
  | { readonly kind: 'none' };

/** The links that a wish means. Each cable of a splitter brings all of its links. */
export function chooseLinks(derived: Derived, wish: LinkWish): LinkChoice {
  const { survey, cabling } = derived;
  const { links, tiers, cables } = cabling;
  const counts = new Map<string, number>();
  for (const tier of links.tier) {
    const { name, rows } = must(tiers[tier], 'tier');
    if (rows === 'links') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const port = (device: number, at: number): PortRef => {
    const { device: placed, type } = must(survey.devices[device], 'device');
    return { device: placed.id, port: at === NONE ? '?' : must(portsOf(type)[at], 'port').name };
  };
  const chosen: ChosenLink[] = [];
  const through = new Set<string>();
  let count = 0;
  const choose = (link: number): void => {
    if (must(tiers[links.tier[link]!], 'tier').rows !== 'links') return;
    count += 1;
    if (chosen.length >= MOST_LISTED) return;
    const id = cabling.linkId(link);
    const [a, b] = [port(links.aDevice[link]!, links.aPort[link]!), port(links.bDevice[link]!, links.bPort[link]!)];
    chosen.push({ id, name: cabling.linkName(id), a, b, parts: partsOfLink(cabling, link) });
  };
  switch (wish.kind) {
    case 'none':
      break;
    case 'tier':
      for (let link = 0; link < links.count; link += 1) if (tiers[links.tier[link]!]?.name === wish.tier) choose(link);
      break;
    case 'things': {
      const rows = new Set(cablesThrough(derived, wish.ids));
      for (const cable of rows) {
        const first = cables.firstLink[cable]!;
        for (let link = first; link < first + cables.linkCount[cable]!; link += 1) choose(link);
      }
      for (const { link, sections } of cabling.channels) {
        const isChosen = sections.some((section) => section !== null && rows.has(cabling.findCable(section.row) ?? NONE));
        if (isChosen) through.add(link.id);
      }
    }
  }
  return {
    tiers: [...counts].map(([tier, links]) => ({ tier, count: links })),
    links: chosen,
    count,
    throughPanels: through.size,
  };
}

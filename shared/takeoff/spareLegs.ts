/** Legs of breakouts, trunks and shuffles that carry no link: bought, but spare. Depends on links, cables and channels alone. */
import { must } from '../assert.ts';
import { NONE, type Cabling } from '../cabling/types.ts';
import type { Takeoff } from './types.ts';

/** How many legs of each cable carry nothing, by row; cables with none of these are not in it. */
export function spareLegsByCable(cabling: Cabling): ReadonlyMap<number, number> {
  const { cables, families } = cabling;
  const isMany = families.map(({ endA, endB }) => Math.max(endA.legs, endB.legs) > 1);
  const spare = new Map<number, number>();
  if (!isMany.includes(true)) return spare;
  const legsOfTrunks = usedLegsOfTrunks(cabling);
  for (let cable = 0; cable < cables.count; cable += 1) {
    if (isMany[cables.family[cable]!] !== true) continue;
    const { endA, endB } = must(families[cables.family[cable]!], 'family');
    const isOneToMany = Math.min(endA.legs, endB.legs) === 1 && cabling.tiers[cables.tier[cable]!]?.rows !== 'trunks';
    if (isOneToMany) {
      // Whichever end the links name first: each has a leg of its own.
      const free = Math.max(endA.legs, endB.legs) - cables.linkCount[cable]!;
      if (free > 0) spare.set(cable, free);
      continue;
    }
    const [usedA, usedB] =
      cabling.tiers[cables.tier[cable]!]?.rows === 'trunks'
        ? [legsOfTrunks.get(cable)?.a.size ?? 0, legsOfTrunks.get(cable)?.b.size ?? 0]
        : usedPlugs(cabling, cable);
    const free = Math.max(0, endA.legs - usedA, endB.legs - usedB);
    if (free > 0) spare.set(cable, free);
  }
  return spare;
}

const spareOfLinks = new WeakMap<Int32Array, Takeoff['spareLegs']>();

/** Spare legs of a plan, in all and by family; kept by the column of ports, which cabling hands on for as long as no link changes. */
export function countSpareLegs(cabling: Cabling): Takeoff['spareLegs'] {
  let spare = spareOfLinks.get(cabling.links.aPort);
  if (spare === undefined) spareOfLinks.set(cabling.links.aPort, (spare = countAnew(cabling)));
  return spare;
}

function countAnew(cabling: Cabling): Takeoff['spareLegs'] {
  const byFamily = new Map<number, number>();
  let count = 0;
  for (const [cable, free] of spareLegsByCable(cabling)) {
    const family = cabling.cables.family[cable]!;
    byFamily.set(family, (byFamily.get(family) ?? 0) + free);
    count += free;
  }
  const rows = [...byFamily].sort(([a], [b]) => a - b);
  return { count, byFamily: rows.map(([family, legs]) => ({ family: must(cabling.families[family], 'family').id, count: legs })) };
}

interface UsedLegs {
  readonly a: Set<number>;
  readonly b: Set<number>;
}

/** Legs of trunks, by row of the cable, through which a link runs; one leg may carry several. */
function usedLegsOfTrunks(cabling: Cabling): Map<number, UsedLegs> {
  const used = new Map<number, UsedLegs>();
  for (const { sections } of cabling.channels) {
    for (const section of sections) {
      if (section === null || section.leg === null || section.legB === null) continue;
      const cable = cabling.findCable(section.row);
      if (cable === null) continue;
      const legs = used.get(cable) ?? { a: new Set(), b: new Set() };
      used.set(cable, legs);
      legs.a.add(section.leg);
      legs.b.add(section.legB);
    }
  }
  return used;
}

/** Plugs at either end that are in a port. */
function usedPlugs({ links, cables }: Cabling, cable: number): [a: number, b: number] {
  const first = cables.firstLink[cable]!;
  const ports = (device: Int32Array, port: Int32Array): number => {
    const met = new Set<string>();
    for (let link = first; link < first + cables.linkCount[cable]!; link += 1) {
      // A port that the device lacks is a plug all the same; a check reports it.
      met.add(port[link] === NONE ? `missing ${link}` : `${device[link]!}:${port[link]!}`);
    }
    return met.size;
  };
  return [ports(links.aDevice, links.aPort), ports(links.bDevice, links.bPort)];
}

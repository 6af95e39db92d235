/** What each end of a cable plugs into: a jumper has one port at either end, a splitter one for each leg. */
import { must } from '../assert.ts';
import type { Cabling } from '../cabling/types.ts';

export type EndName = 'A' | 'B';

export interface PlugPort {
  /** Row of the device in the survey. */
  readonly device: number;
  /** Position in the device type's ports; NONE when the plan names one that does not exist. */
  readonly port: number;
}

/** One plug of a cable, with the ports that it serves: several where one plug carries several links. */
export interface Plug {
  /** Leg of a splitter, from 1; null at an end with one plug. */
  readonly leg: number | null;
  readonly ports: readonly PlugPort[];
}

export interface CableEnds {
  readonly a: readonly Plug[];
  readonly b: readonly Plug[];
}

/** The plugs at both ends, legs in the order of the cable's links. */
export function cableEnds(cabling: Cabling, cable: number): CableEnds {
  const { links, cables, families } = cabling;
  const family = must(families[cables.family[cable]!], 'family');
  const first = must(cables.firstLink[cable], 'first link');
  const end = (device: Int32Array, port: Int32Array, legs: number): Plug[] => {
    const ports: PlugPort[] = [];
    for (let link = first; link < first + cables.linkCount[cable]!; link += 1) {
      const place = { device: device[link]!, port: port[link]! };
      if (!ports.some((known) => known.device === place.device && known.port === place.port)) ports.push(place);
    }
    return legs > 1 ? ports.map((place, leg) => ({ leg: leg + 1, ports: [place] })) : [{ leg: null, ports }];
  };
  return {
    a: end(links.aDevice, links.aPort, family.endA.legs),
    b: end(links.bDevice, links.bPort, family.endB.legs),
  };
}

/** What lies in each segment: cables, cross-section and mass at its fullest place. */
import { must } from '../../assert.ts';
import type { CableFamily } from '../../catalog/types.ts';
import type { Network } from '../../survey/types.ts';
import { changedRoutes } from '../changedRoutes.ts';
import type { Cabling } from '../types.ts';
import { LoadCounter, type LoadCounts, type Stretch } from './loadCounts.ts';
import { cargoOfRoutes } from './routeCargo.ts';

type Loads = Cabling['loads'];
type Loaded = Pick<Cabling, 'families' | 'cables' | 'routes'>;

const countsOfLoads = new WeakMap<Loads, LoadCounts>();

/**
 * Loads of all edges. A splitter counts once, along its longest leg. Cables that only meet at a place do not add up there.
 * With an earlier cabling over the same network, in which the same cables share the same routes, only edges of routes that are
 * other objects now are counted again.
 */
export function loadsOf(network: Network, { families, cables, routes }: Loaded, previous?: Cabling): Loads {
  const cargo = cargoOfRoutes(cables, routes.length);
  const base = previous !== undefined && previous.cables.route === cables.route ? previous : undefined;
  const before = base === undefined ? null : must(countsOfLoads.get(base.loads), 'counts of the loads');
  const counter = new LoadCounter(network, families.length, before);
  if (base === undefined) routes.forEach((route, row) => counter.add(route, cargo, row, 1));
  else {
    for (const row of changedRoutes(routes, base.routes)) {
      const old = base.routes[row];
      if (old !== undefined) counter.add(old, cargo, row, -1);
      counter.add(routes[row]!, cargo, row, 1);
    }
  }
  counter.tidy();
  const loads = {
    cables: base?.loads.cables.slice() ?? new Int32Array(network.edgeCount),
    areaMm2: base?.loads.areaMm2.slice() ?? new Float64Array(network.edgeCount),
    massGPerM: base?.loads.massGPerM.slice() ?? new Float64Array(network.edgeCount),
    touching: counter.touching,
    cableMm: counter.cableMm,
  };
  const scale = new FamilyScale(families);
  for (const edge of counter.touched) {
    const whole = counter.whole.subarray(edge * families.length, (edge + 1) * families.length);
    const peak = scale.peakOf([...(counter.stretches.get(edge)?.values() ?? [])]);
    loads.cables[edge] = scale.cablesIn(whole) + peak.cables;
    loads.areaMm2[edge] = scale.areaMm2Of(whole) + peak.areaMm2;
    loads.massGPerM[edge] = scale.massGPerMOf(whole) + peak.massGPerM;
  }
  countsOfLoads.set(loads, counter);
  return loads;
}

/** Turns counts by family into figures, always in the order of the families. */
class FamilyScale {
  readonly #areaMm2: Float64Array;
  readonly #massGPerM: Float64Array;

  constructor(families: readonly CableFamily[]) {
    this.#areaMm2 = Float64Array.from(families, ({ outerDiameterMm }) => (Math.PI * outerDiameterMm * outerDiameterMm) / 4);
    this.#massGPerM = Float64Array.from(families, (family) => family.massGPerM);
  }

  cablesIn(counts: Int32Array): number {
    let cables = 0;
    for (const count of counts) cables += count;
    return cables;
  }

  areaMm2Of(counts: Int32Array): number {
    return weighed(counts, this.#areaMm2);
  }

  massGPerMOf(counts: Int32Array): number {
    return weighed(counts, this.#massGPerM);
  }

  /** The greatest sum of overlapping stretches, by count, area and mass each; ends come before starts at the same place. */
  peakOf(stretches: readonly Stretch[]): { cables: number; areaMm2: number; massGPerM: number } {
    const events = stretches
      .flatMap(({ fromMm, toMm, cables }) => [
        { atMm: fromMm, sign: 1, cables },
        { atMm: toMm, sign: -1, cables },
      ])
      .sort((a, b) => a.atMm - b.atMm || a.sign - b.sign);
    const now = new Int32Array(this.#areaMm2.length);
    const peak = { cables: 0, areaMm2: 0, massGPerM: 0 };
    for (const { sign, cables } of events) {
      for (let family = 0; family < now.length; family += 1) now[family]! += sign * cables[family]!;
      if (sign === -1) continue;
      peak.cables = Math.max(peak.cables, this.cablesIn(now));
      peak.areaMm2 = Math.max(peak.areaMm2, this.areaMm2Of(now));
      peak.massGPerM = Math.max(peak.massGPerM, this.massGPerMOf(now));
    }
    return peak;
  }
}

function weighed(counts: Int32Array, weights: Float64Array): number {
  let sum = 0;
  for (let family = 0; family < counts.length; family += 1) sum += counts[family]! * weights[family]!;
  return sum;
}

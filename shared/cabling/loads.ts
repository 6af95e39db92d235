/** What lies in each segment: cables, cross-section and mass at its fullest place. */
import type { CableFamily } from '../catalog/types.ts';
import type { Network } from '../survey/types.ts';
import { NONE, type CableTable, type Cabling, type Route } from './types.ts';

/** Weight of one route: how many cables run through it, and what they add up to. */
interface Weight {
  cables: number;
  areaMm2: number;
  massGPerM: number;
}

/** A stretch of an edge that part of the cables use. */
interface Stretch {
  readonly fromMm: number;
  readonly toMm: number;
  readonly weight: Weight;
}

/** Loads of all edges. A splitter counts once, along its longest leg. Cables that only meet at a place do not add up there. */
export function loadsOf(
  network: Network,
  families: readonly CableFamily[],
  cables: CableTable,
  routes: readonly Route[],
): Cabling['loads'] {
  const loads = {
    cables: new Int32Array(network.edgeCount),
    areaMm2: new Float64Array(network.edgeCount),
    massGPerM: new Float64Array(network.edgeCount),
    touching: new Int32Array(network.edgeCount),
    cableMm: new Float64Array(network.edgeCount),
  };
  const stretches = new Map<number, Map<number, Stretch>>();
  weightsOf(families, cables, routes.length).forEach((weight, route) => {
    for (const { edge, fromMm, toMm } of routes[route]!.steps) {
      loads.touching[edge]! += weight.cables;
      const [low, high] = fromMm < toMm ? [fromMm, toMm] : [toMm, fromMm];
      loads.cableMm[edge]! += weight.cables * (high - low);
      const lengthMm = network.edgeLengthMm[edge]!;
      if (low !== 0 || high !== lengthMm) {
        addStretch(stretches, edge, lengthMm, low, high, weight);
        continue;
      }
      loads.cables[edge]! += weight.cables;
      loads.areaMm2[edge]! += weight.areaMm2;
      loads.massGPerM[edge]! += weight.massGPerM;
    }
  });
  for (const [edge, byPlace] of stretches) {
    const peak = peakOf([...byPlace.values()]);
    loads.cables[edge]! += peak.cables;
    loads.areaMm2[edge]! += peak.areaMm2;
    loads.massGPerM[edge]! += peak.massGPerM;
  }
  return loads;
}

/** Adds to the stretch between two places of an edge; thousands of routes share the few stretches that begin at a drop. */
function addStretch(
  stretches: Map<number, Map<number, Stretch>>,
  edge: number,
  lengthMm: number,
  fromMm: number,
  toMm: number,
  weight: Weight,
): void {
  const byPlace = stretches.get(edge) ?? new Map<number, Stretch>();
  stretches.set(edge, byPlace);
  const key = fromMm * (lengthMm + 1) + toMm;
  const stretch = byPlace.get(key);
  if (stretch === undefined) {
    byPlace.set(key, { fromMm, toMm, weight: { ...weight } });
    return;
  }
  stretch.weight.cables += weight.cables;
  stretch.weight.areaMm2 += weight.areaMm2;
  stretch.weight.massGPerM += weight.massGPerM;
}

function weightsOf(families: readonly CableFamily[], cables: CableTable, routeCount: number): Weight[] {
  const weights = Array.from({ length: routeCount }, (): Weight => ({ cables: 0, areaMm2: 0, massGPerM: 0 }));
  const areas = families.map((family) => (Math.PI * family.outerDiameterMm * family.outerDiameterMm) / 4);
  for (let cable = 0; cable < cables.count; cable += 1) {
    const route = cables.route[cable]!;
    if (route === NONE) continue;
    const weight = weights[route]!;
    const family = cables.family[cable]!;
    weight.cables += 1;
    weight.areaMm2 += areas[family]!;
    weight.massGPerM += families[family]!.massGPerM;
  }
  return weights;
}

/** The greatest sum of overlapping stretches, by count, area and mass each; ends come before starts at the same place. */
function peakOf(stretches: readonly Stretch[]): Weight {
  const events = stretches
    .flatMap(({ fromMm, toMm, weight }) => [
      { atMm: fromMm, sign: 1, weight },
      { atMm: toMm, sign: -1, weight },
    ])
    .sort((a, b) => a.atMm - b.atMm || a.sign - b.sign);
  const now: Weight = { cables: 0, areaMm2: 0, massGPerM: 0 };
  const peak: Weight = { cables: 0, areaMm2: 0, massGPerM: 0 };
  for (const { sign, weight } of events) {
    now.cables += sign * weight.cables;
    now.areaMm2 += sign * weight.areaMm2;
    now.massGPerM += sign * weight.massGPerM;
    peak.cables = Math.max(peak.cables, now.cables);
    peak.areaMm2 = Math.max(peak.areaMm2, now.areaMm2);
    peak.massGPerM = Math.max(peak.massGPerM, now.massGPerM);
  }
  return peak;
}

/** Finds how one link runs: within its cabinet, through a bay, or over the pathways. */
import { must } from '../assert.ts';
import type { Side } from '../catalog/types.ts';
import type { Plan } from '../plan/types.ts';
import type { Access, Survey } from '../survey/types.ts';
import { bayBetween, wayThroughBay } from './bays.ts';
import { wayToOpening, wayWithinCabinet, type PortPlace } from './inCabinet.ts';
import { portPlace, type PortTable } from './portTable.ts';
import { pathwayCost } from './router.ts';
import { HOPS, lengthOfCost } from './shortestPaths.ts';
import { RouteStatus } from './types.ts';
import { waysOutOf, type WayOut } from './waysOut.ts';

export interface LinkEnd {
  readonly device: number;
  readonly port: number;
}

/** How a link runs. `pathwayMm` is the part between the drops. */
export type Way =
  | { readonly status: typeof RouteStatus.noRoute }
  | { readonly status: typeof RouteStatus.sameCabinet | typeof RouteStatus.bayed; readonly pathMm: number }
  | {
      readonly status: typeof RouteStatus.pathways;
      readonly pathMm: number;
      readonly pathwayMm: number;
      /** Rows of the accesses at the link's own two ends. */
      readonly accessA: number;
      readonly accessB: number;
    };

/** Finds ways over one survey; keeps what pairs of accesses cost. */
export class WayFinder {
  readonly #survey: Survey;
  readonly #ports: PortTable;
  /** By cabinet × 2 + (0 front, 1 rear); filled on demand. */
  readonly #waysOut: (readonly WayOut[] | undefined)[] = [];
  readonly #sidePassThrough: boolean;
  readonly #costs = new Map<number, number>();

  constructor(plan: Plan, survey: Survey, ports: PortTable) {
    this.#survey = survey;
    this.#ports = ports;
    this.#sidePassThrough = plan.settings.sidePassThrough;
  }

  /** The shortest way of a link; both ports must exist. */
  find(a: LinkEnd, b: LinkEnd): Way {
    const { devices, cabinets } = this.#survey;
    const [cabinetA, cabinetB] = [devices[a.device]!.cabinet, devices[b.device]!.cabinet];
    const [portA, portB] = [portPlace(this.#ports, a.device, a.port), portPlace(this.#ports, b.device, b.port)];
    if (cabinetA === cabinetB) {
      return { status: RouteStatus.sameCabinet, pathMm: wayWithinCabinet(cabinets[cabinetA]!.model, portA, portB).totalMm };
    }
    const over = this.#overPathways(cabinetA, portA, cabinetB, portB);
    if (!this.#sidePassThrough) return over;
    const [surveyedA, surveyedB] = [cabinets[cabinetA]!, cabinets[cabinetB]!];
    const bay = bayBetween(surveyedA, surveyedB);
    if (bay === null) return over;
    const through = wayThroughBay(surveyedA, portA, surveyedB, portB, bay).totalMm;
    return over.status === RouteStatus.pathways && over.pathMm <= through ? over : { status: RouteStatus.bayed, pathMm: through };
  }

  #overPathways(cabinetA: number, portA: PortPlace, cabinetB: number, portB: PortPlace): Way {
    const { accesses, cabinets } = this.#survey;
    const waysFromB = this.#waysFrom(cabinetB, portB.side);
    let bestCost = Infinity;
    let best: Way = { status: RouteStatus.noRoute };
    for (const outA of this.#waysFrom(cabinetA, portA.side)) {
      const accessA = accesses[outA.access]!;
      const insideA = wayToOpening(cabinets[cabinetA]!.model, portA, outA.opening).totalMm + accessA.dropMm + accessA.offsetMm;
      for (const outB of waysFromB) {
        const accessB = accesses[outB.access]!;
        const insideB = wayToOpening(cabinets[cabinetB]!.model, portB, outB.opening).totalMm + accessB.dropMm + accessB.offsetMm;
        const pathway = this.#pathway(outA.access, outB.access);
        const cost = pathway + (insideA + insideB) * HOPS;
        if (cost >= bestCost) continue;
        bestCost = cost;
        best = {
          status: RouteStatus.pathways,
          pathMm: lengthOfCost(cost),
          pathwayMm: lengthOfCost(pathway),
          accessA: outA.access,
          accessB: outB.access,
        };
      }
    }
    return best;
  }

  #waysFrom(cabinet: number, side: Side): readonly WayOut[] {
    const key = cabinet * 2 + (side === 'front' ? 0 : 1);
    return (this.#waysOut[key] ??= waysOutOf(this.#survey, cabinet, side));
  }

  /** Packed cost between two accesses, the tree rooted at the smaller row, which is the smaller cabinet id. */
  #pathway(accessA: number, accessB: number): number {
    const { accesses, network } = this.#survey;
    const [root, target] = accessA < accessB ? [accessA, accessB] : [accessB, accessA];
    const key = root * accesses.length + target;
    let cost = this.#costs.get(key);
    if (cost === undefined) {
      cost = pathwayCost(network, this.#access(root), this.#access(target));
      this.#costs.set(key, cost);
    }
    return cost;
  }

  #access(row: number): Access {
    return must(this.#survey.accesses[row], 'access');
  }
}

/** Finds how one link runs: within its cabinet, through a bay, or over the pathways. */
import { must } from '../assert.ts';
import type { Side } from '../catalog/types.ts';
import type { Plan } from '../plan/types.ts';
import type { Access, Survey } from '../survey/types.ts';
import { bayBetween, wayThroughBay } from './bays.ts';
import { wayToOpeningMm, wayWithinCabinet, type PortPlace } from './inCabinet.ts';
import { portPlace, sideName, type PortTable } from './portTable.ts';
import { pathwayCost } from './router.ts';
import { HOPS, lengthOfCost } from './shortestPaths.ts';
import { NONE, RouteStatus } from './types.ts';
import { allWaysOut, waysOutOf, type WayOut } from './waysOut.ts';

/** What ways over pathways cost under rules. */
export interface Pathways {
  /** Packed cost between two accesses, the one with the smaller row first; Infinity when there is no way. */
  readonly cost: (root: Access, target: Access) => number;
  /** Baying neighbours may not be joined through their sides. */
  readonly mustBeTaken: boolean;
}

/**
 * Finds ways over one survey; keeps what pairs of accesses cost. It is asked a million times for a campus, so the way found
 * last stands in its own fields instead of in a new object each time.
 */
export class WayFinder {
  status: RouteStatus = RouteStatus.noRoute;
  /** Whole way, and the part of it between the drops; both without meaning when there is no route. */
  pathMm = 0;
  pathwayMm = 0;
  /** Rows of the accesses at the link's own two ends; NONE when the way uses no pathway. */
  accessA = NONE;
  accessB = NONE;
  readonly #survey: Survey;
  readonly #ports: PortTable;
  /** By cabinet × 2 + (0 front, 1 rear); filled on demand. */
  readonly #waysOut: (readonly WayOut[] | undefined)[] = [];
  readonly #sidePassThrough: boolean;
  readonly #costs = new Map<number, number>();

  readonly #pathways: Pathways | undefined;

  /** Pathways may be bent by rules; without them the shortest way over the bare network is taken. */
  constructor(plan: Plan, survey: Survey, ports: PortTable, pathways?: Pathways) {
    this.#survey = survey;
    this.#ports = ports;
    this.#pathways = pathways;
    this.#sidePassThrough = plan.settings.sidePassThrough && pathways?.mustBeTaken !== true;
  }

  /** Sets the fields to the shortest way of a link; both ports must exist. */
  find(aDevice: number, aPort: number, bDevice: number, bPort: number): void {
    const { devices } = this.#survey;
    const [cabinetA, cabinetB] = [devices[aDevice]!.cabinet, devices[bDevice]!.cabinet];
    this.setNone();
    if (cabinetA === cabinetB) {
      const [portA, portB] = [portPlace(this.#ports, aDevice, aPort), portPlace(this.#ports, bDevice, bPort)];
      this.status = RouteStatus.sameCabinet;
      this.pathMm = wayWithinCabinet(this.#survey.cabinets[cabinetA]!.model, portA, portB).totalMm;
      return;
    }
    this.#findOverPathways(cabinetA, this.#ports.firstPort[aDevice]! + aPort, cabinetB, this.#ports.firstPort[bDevice]! + bPort);
    if (this.#sidePassThrough) {
      this.#tryBay(cabinetA, portPlace(this.#ports, aDevice, aPort), cabinetB, portPlace(this.#ports, bDevice, bPort));
    }
  }

  /** Sets the fields to no route. */
  setNone(): void {
    this.status = RouteStatus.noRoute;
    this.pathMm = 0;
    this.pathwayMm = 0;
    this.accessA = NONE;
    this.accessB = NONE;
  }

  #tryBay(cabinetA: number, portA: PortPlace, cabinetB: number, portB: PortPlace): void {
    const [surveyedA, surveyedB] = [this.#survey.cabinets[cabinetA]!, this.#survey.cabinets[cabinetB]!];
    const bay = bayBetween(surveyedA, surveyedB);
    if (bay === null) return;
    const throughMm = wayThroughBay(surveyedA, portA, surveyedB, portB, bay).totalMm;
    if (this.status === RouteStatus.pathways && this.pathMm <= throughMm) return;
    this.setNone();
    this.status = RouteStatus.bayed;
    this.pathMm = throughMm;
  }

  #findOverPathways(cabinetA: number, portA: number, cabinetB: number, portB: number): void {
    const [sideA, sideB] = [sideName(this.#ports.side[portA]!), sideName(this.#ports.side[portB]!)];
    const waysFromB = this.#waysFrom(cabinetB, sideB);
    let bestCost = Infinity;
    for (const outA of this.#waysFrom(cabinetA, sideA)) {
      const insideA = this.#insideMm(cabinetA, portA, sideA, outA);
      for (const outB of waysFromB) {
        const pathway = this.#pathway(outA.access, outB.access);
        const cost = pathway + (insideA + this.#insideMm(cabinetB, portB, sideB, outB)) * HOPS;
        if (cost >= bestCost) continue;
        bestCost = cost;
        this.status = RouteStatus.pathways;
        this.pathMm = lengthOfCost(cost);
        this.pathwayMm = lengthOfCost(pathway);
        this.accessA = outA.access;
        this.accessB = outB.access;
      }
    }
  }

  /** From a port to the pathway: inside the cabinet, the drop, the offset. */
  #insideMm(cabinet: number, port: number, side: Side, { opening, dropAndOffsetMm }: WayOut): number {
    const { model } = this.#survey.cabinets[cabinet]!;
    return wayToOpeningMm(model, side, this.#ports.xMm[port]!, this.#ports.zMm[port]!, opening) + dropAndOffsetMm;
  }

  #waysFrom(cabinet: number, side: Side): readonly WayOut[] {
    const key = cabinet * 2 + (side === 'front' ? 0 : 1);
    return (this.#waysOut[key] ??=
      this.#pathways === undefined ? waysOutOf(this.#survey, cabinet, side) : allWaysOut(this.#survey, cabinet));
  }

  /** Packed cost between two accesses, the tree rooted at the smaller row, which is the smaller cabinet id. */
  #pathway(accessA: number, accessB: number): number {
    const { accesses, network } = this.#survey;
    const [root, target] = accessA < accessB ? [accessA, accessB] : [accessB, accessA];
    const key = root * accesses.length + target;
    let cost = this.#costs.get(key);
    if (cost === undefined) {
      const [one, other] = [must(accesses[root], 'access'), must(accesses[target], 'access')];
      cost = this.#pathways?.cost(one, other) ?? pathwayCost(network, one, other);
      this.#costs.set(key, cost);
    }
    return cost;
  }
}

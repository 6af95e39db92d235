/** From cables along one way to demands: who may go where, and what each landing costs them. */
import { must } from '../../assert.ts';
import type { Plan } from '../../plan/types.ts';
import { outsideMm } from '../../survey/accesses.ts';
import type { Survey } from '../../survey/types.ts';
import { bayBetween, wayThroughBay } from '../bays.ts';
import { openingOf, wayToOpeningMm, type PortPlace } from '../inCabinet.ts';
import { portPlace, type PortTable } from '../portTable.ts';
import type { Pin } from '../rules/courses.ts';
import { pinsFrom } from '../rules/ruledRouter.ts';
import type { Cabling } from '../types.ts';
import { openingName } from './apartness.ts';
import type { Bundle } from './crowd.ts';
import type { Demand, Landing, Way } from './demand.ts';
import type { Places, Stretch } from './places.ts';

/** One end of a cable: its cabinet and where its port is. */
interface CableEnd {
  readonly cabinet: number;
  readonly port: PortPlace;
}

const NO_PINS: readonly Pin[] = [];

/** Reads what cables may do off the plan. */
export class DemandSplitter {
  readonly #plan: Plan;
  readonly #survey: Survey;
  readonly #cabling: Cabling;
  readonly #ports: PortTable;
  readonly #places: Places;

  constructor(plan: Plan, survey: Survey, cabling: Cabling, ports: PortTable, places: Places) {
    this.#plan = plan;
    this.#survey = survey;
    this.#cabling = cabling;
    this.#ports = ports;
    this.#places = places;
  }

  /** Demands of a bundle: cables to which all landings add the same are one. */
  split({ cables, stretches, weight, shut, course, apart }: Bundle, weightClass: number): readonly Demand[] {
    const byKey = new Map<string, Demand & { readonly cables: number[] }>();
    for (const cable of cables) {
      const ends = this.#endsOf(cable);
      const landings = [this.#landings(ends[0]), this.#landings(ends[1])] as const;
      const pins = course === null || course.pins.length === 0 ? NO_PINS : pinsFrom(course, this.#isRootEndA(cable));
      const bayMm = pins.length > 0 || apart !== null ? null : this.#bayMm(ends, landings);
      const turned = pins.length > 1 && pins !== course?.pins ? 'turned' : '';
      const key = [...landings[0].extraMm, ...landings[1].extraMm, bayMm ?? 'none', turned].join();
      const known = byKey.get(key);
      if (known !== undefined) {
        known.cables.push(cable);
        known.shares[0]!.count += 1;
        continue;
      }
      const way = this.#homeWay(cable, landings[0].list, landings[1].list, stretches);
      const demand = {
        cables: [cable],
        weight,
        weightClass,
        ends: [landings[0].list, landings[1].list] as const,
        bayMm,
        shut,
        pins,
        apart,
      };
      byKey.set(key, { ...demand, shares: [{ way, count: 1 }] });
    }
    return [...byKey.values()];
  }

  /** From a cable's port at its root (0) or target (1) to the landing of an access: inside the cabinet, the drop, the offset. */
  insideMm(cable: number, end: 0 | 1, access: number): number {
    return this.#insideMm(this.#endsOf(cable)[end], access);
  }

  /** Through the side of baying neighbours; null when there is no such way. */
  throughBayMm(cable: number): number | null {
    return this.#throughBayMm(this.#endsOf(cable));
  }

  #endsOf(cable: number): readonly [CableEnd, CableEnd] {
    const { cables, links } = this.#cabling;
    const link = cables.longestLink[cable]!;
    const end = (device: number, port: number): CableEnd => ({
      cabinet: must(this.#survey.devices[device], 'device').cabinet,
      port: portPlace(this.#ports, device, port),
    });
    const a = end(links.aDevice[link]!, links.aPort[link]!);
    const b = end(links.bDevice[link]!, links.bPort[link]!);
    return a.cabinet < b.cabinet ? [a, b] : [b, a];
  }

  #isRootEndA(cable: number): boolean {
    const { cables, links } = this.#cabling;
    const link = cables.longestLink[cable]!;
    const cabinetOf = (device: number): number => must(this.#survey.devices[device], 'device').cabinet;
    return cabinetOf(links.aDevice[link]!) < cabinetOf(links.bDevice[link]!);
  }

  #insideMm({ cabinet, port }: CableEnd, row: number): number {
    const { model } = must(this.#survey.cabinets[cabinet], 'cabinet');
    const access = must(this.#survey.accesses[row], 'access');
    const opening = openingOf(model, access.side, access.edgeOfCabinet);
    return wayToOpeningMm(model, port.side, port.xMm, port.zMm, opening) + outsideMm(access);
  }

  /** Every landing that an end may take, and by how much each is farther than the nearest. */
  #landings(end: CableEnd): { readonly list: readonly Landing[]; readonly extraMm: readonly number[]; readonly nearestMm: number } {
    const { firstAccess, accesses } = this.#survey;
    const [from, to] = [firstAccess[end.cabinet]!, firstAccess[end.cabinet + 1]!];
    const insideMm = Array.from({ length: to - from }, (_, at) => this.#insideMm(end, from + at));
    const nearestMm = Math.min(...insideMm);
    const extraMm = insideMm.map((mm) => mm - nearestMm);
    const list = extraMm.map((extra, at): Landing => {
      const { segment, alongMm } = must(accesses[from + at], 'access');
      return {
        access: from + at,
        segment,
        mark: this.#places.markAt(segment, alongMm),
        extraMm: extra,
        cabinet: end.cabinet,
        opening: openingName(this.#survey, from + at),
      };
    });
    return { list, extraMm, nearestMm };
  }

  #bayMm(ends: readonly [CableEnd, CableEnd], landings: readonly [{ nearestMm: number }, { nearestMm: number }]): number | null {
    const throughMm = this.#throughBayMm(ends);
    return throughMm === null ? null : throughMm - landings[0].nearestMm - landings[1].nearestMm;
  }

  #throughBayMm([a, b]: readonly [CableEnd, CableEnd]): number | null {
    if (!this.#plan.settings.sidePassThrough) return null;
    const [surveyedA, surveyedB] = [must(this.#survey.cabinets[a.cabinet], 'cabinet'), must(this.#survey.cabinets[b.cabinet], 'cabinet')];
    const bay = bayBetween(surveyedA, surveyedB);
    return bay === null ? null : wayThroughBay(surveyedA, a.port, surveyedB, b.port, bay).totalMm;
  }

  #homeWay(cable: number, roots: readonly Landing[], targets: readonly Landing[], stretches: readonly Stretch[]): Way {
    const { accessA, accessB } = must(this.#cabling.routes[this.#cabling.cables.route[cable]!], 'route');
    const root = must(
      roots.find(({ access }) => access === accessA),
      'landing of the root',
    );
    const target = must(
      targets.find(({ access }) => access === accessB),
      'landing of the target',
    );
    const alongMm = stretches.reduce((sum, { edge, fromMark, toMark }) => {
      return sum + Math.abs(this.#places.markMm(edge, toMark) - this.#places.markMm(edge, fromMark));
    }, 0);
    return { landings: [root, target], stretches, lengthMm: root.extraMm + target.extraMm + alongMm };
  }
}

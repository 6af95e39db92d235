/**
 * What lies in the openings, vertical managers and drops of every cabinet: they are pathways too, and fill first.
 *
 * Depends on the cabinets' models, the devices, and of every cable its family, its status, and the two accesses that it runs
 * between, and which managers it yields; not on lengths. Whole numbers of cables by family are counted, so that they may be carried over and taken off again.
 * A splitter counts once, along its longest leg, as in the pathways.
 */
import { must } from '../assert.ts';
import type { Side } from '../catalog/types.ts';
import type { Survey } from '../survey/types.ts';
import { bayBetween } from './bays.ts';
import { openingOf, wayWithinCabinet } from './inCabinet.ts';
import { portPlace, portsOfSurvey, type PortTable } from './portTable.ts';
import { NONE, RouteStatus, Yields, type Cabling } from './types.ts';

/** Cables by family: of part p, counts[p × families + family]. */
export interface PartCounts {
  readonly counts: Int32Array;
  readonly families: number;
}

export interface CabinetLoads {
  /** By partOf(cabinet, side, edge is bottom). */
  readonly openings: PartCounts;
  /** By partOf(cabinet, side, hand is right), at all heights together: no height holds more. */
  readonly managersAtMost: PartCounts;
  /** The same at the fullest height; sought when it is first asked for. */
  readonly managers: () => PartCounts;
  /** By access. */
  readonly drops: PartCounts;
}

/** Position of one of four parts of a cabinet: front or rear, the first or the second of that side. */
export function partOf(cabinet: number, side: Side, second: boolean): number {
  return cabinet * 4 + (side === 'front' ? 0 : 2) + (second ? 1 : 0);
}

/** Cables that a part holds, and what they add up to; always in the order of the families. */
export function sumOf({ counts, families }: PartCounts, part: number, perCable: readonly number[] | null): number {
  let sum = 0;
  for (let family = 0; family < families; family += 1) sum += counts[part * families + family]! * (perCable?.[family] ?? 1);
  return sum;
}

const loadsOfCabling = new WeakMap<Cabling, CabinetLoads>();

/** Loads of all openings, managers and drops; counted once for each cabling. */
export function cabinetLoads(survey: Survey, cabling: Cabling): CabinetLoads {
  let loads = loadsOfCabling.get(cabling);
  if (loads === undefined) loadsOfCabling.set(cabling, (loads = new Counter(survey, cabling).count()));
  return loads;
}

/** A stretch of a manager that one cable takes, from a lower height to an upper one. */
export interface ManagerStretch {
  readonly fromMm: number;
  readonly toMm: number;
  readonly family: number;
  readonly cable: number;
  /** The end that is led there; one that stays in its cabinet counts as end A. Null: the side of a neighbor decides which manager it is. */
  readonly end: 'a' | 'b' | null;
  /** Row of the access that it goes to; NONE where it stays in its cabinet. */
  readonly access: number;
}

/** By row of a manager (`partOf`), what lies in those wanted. */
export function managerStretches(survey: Survey, cabling: Cabling, managers: Iterable<number>): ReadonlyMap<number, ManagerStretch[]> {
  const wanted = new Map([...managers].map((manager): [number, ManagerStretch[]] => [manager, []]));
  new Counter(survey, cabling).gather(wanted);
  return wanted;
}

class Counter {
  readonly #survey: Survey;
  readonly #cabling: Cabling;
  readonly #ports: PortTable;
  readonly #families: number;
  readonly #openings: Int32Array;
  readonly #drops: Int32Array;
  /** Of each manager, cables that go up and out, down and out, and stay between two heights. */
  readonly #up: Int32Array;
  readonly #down: Int32Array;
  readonly #inner: Int32Array;
  readonly #ways: AccessColumns;

  constructor(survey: Survey, cabling: Cabling) {
    this.#survey = survey;
    this.#cabling = cabling;
    this.#ports = portsOfSurvey(survey);
    this.#families = cabling.families.length;
    const parts = survey.cabinets.length * 4 * this.#families;
    this.#openings = new Int32Array(parts);
    this.#drops = new Int32Array(survey.accesses.length * this.#families);
    this.#up = new Int32Array(parts);
    this.#down = new Int32Array(parts);
    this.#inner = new Int32Array(parts);
    this.#ways = accessColumns(survey);
  }

  count(): CabinetLoads {
    const { cables, links } = this.#cabling;
    const { firstPort } = this.#ports;
    const [rootOf, targetOf] = accessesOfRoutes(this.#cabling);
    for (let cable = 0; cable < cables.count; cable += 1) {
      const route = cables.route[cable]!;
      const family = cables.family[cable]!;
      if (route === NONE) {
        this.#countInner(cable);
        continue;
      }
      const link = cables.longestLink[cable]!;
      const [root, target] = [rootOf[route]!, targetOf[route]!];
      const portA = firstPort[links.aDevice[link]!]! + links.aPort[link]!;
      const portB = firstPort[links.bDevice[link]!]! + links.bPort[link]!;
      const startsAtA = this.#ways.cabinet[root] === this.#survey.devices[links.aDevice[link]!]!.cabinet;
      const [atRoot, atTarget] = this.#others(cable, startsAtA);
      this.#countEnd(root, startsAtA ? portA : portB, family, atRoot);
      this.#countEnd(target, startsAtA ? portB : portA, family, atTarget);
    }
    const families = this.#families;
    let fullest: PartCounts | null = null;
    return {
      openings: { counts: this.#openings, families },
      managersAtMost: { counts: this.#up.map((up, at) => up + this.#down[at]! + this.#inner[at]!), families },
      managers: () => (fullest ??= { counts: this.#fullest(), families }),
      drops: { counts: this.#drops, families },
    };
  }

  /** Whether it takes the other manager at its root, and at its target. */
  #others(cable: number, startsAtA: boolean): readonly [boolean, boolean] {
    const yields = this.#cabling.cables.yields[cable]!;
    const [a, b] = [(yields & Yields.managerA) !== 0, (yields & Yields.managerB) !== 0];
    return startsAtA ? [a, b] : [b, a];
  }

  #countEnd(access: number, port: number, family: number, isOther: boolean): void {
    const families = this.#families;
    const { opening, isTop } = this.#ways;
    this.#openings[opening[access]! * families + family]! += 1;
    this.#drops[access * families + family]! += 1;
    (isTop[access] === 1 ? this.#up : this.#down)[this.#managerOf(access, port, isOther) * families + family]! += 1;
  }

  /** The manager on the port's side by which the way to the opening is shorter (ties: left), as wayToOpening has it, or the other one. */
  #managerOf(access: number, port: number, isOther: boolean): number {
    const { cabinet, openingXMm, leftXMm, rightXMm } = this.#ways;
    const [portX, openingX, leftX, rightX] = [this.#ports.xMm[port]!, openingXMm[access]!, leftXMm[access]!, rightXMm[access]!];
    const leftMm = Math.abs(portX - leftX) + Math.abs(openingX - leftX);
    const rightMm = Math.abs(portX - rightX) + Math.abs(openingX - rightX);
    return cabinet[access]! * 4 + this.#ports.side[port]! * 2 + (leftMm <= rightMm === isOther ? 1 : 0);
  }

  #countInner(cable: number): void {
    const run = this.#innerRun(cable);
    if (run !== null && run.fromMm !== run.toMm) this.#inner[run.manager * this.#families + run.family]! += 1;
  }

  /** The stretch of a cable that stays in its cabinet or goes through the side; null for one without a way. */
  #innerRun(cable: number): (ManagerStretch & { readonly manager: number }) | null {
    const { cables, links } = this.#cabling;
    const { devices, cabinets } = this.#survey;
    const status = cables.status[cable];
    if (status !== RouteStatus.sameCabinet && status !== RouteStatus.bayed) return null;
    const link = cables.longestLink[cable]!;
    const [aDevice, bDevice] = [links.aDevice[link]!, links.bDevice[link]!];
    const [a, b] = [portPlace(this.#ports, aDevice, links.aPort[link]!), portPlace(this.#ports, bDevice, links.bPort[link]!)];
    const row = devices[aDevice]!.cabinet;
    const surveyed = must(cabinets[row], 'cabinet');
    const hand =
      status === RouteStatus.sameCabinet
        ? wayWithinCabinet(surveyed.model, a, b, (cables.yields[cable]! & Yields.managerA) === 0 ? 'shorter' : 'other').manager
        : must(bayBetween(surveyed, must(cabinets[devices[bDevice]!.cabinet], 'cabinet')), 'bay').sideOfFirst;
    return {
      manager: partOf(row, a.side, hand === 'right'),
      fromMm: Math.min(a.zMm, b.zMm),
      toMm: Math.max(a.zMm, b.zMm),
      family: cables.family[cable]!,
      cable,
      end: status === RouteStatus.sameCabinet ? 'a' : null,
      access: NONE,
    };
  }

  /** Where all cables of a manager leave by one end they are all there together; else the fullest height is sought. */
  #fullest(): Int32Array {
    const families = this.#families;
    const fullest = new Int32Array(this.#up.length);
    const mixed = new Map<number, ManagerStretch[]>();
    for (let manager = 0; manager * families < fullest.length; manager += 1) {
      const [up, down] = [anyOf(this.#up, manager, families), anyOf(this.#down, manager, families)];
      if (anyOf(this.#inner, manager, families) || (up && down)) mixed.set(manager, []);
      else if (up || down) {
        const only = up ? this.#up : this.#down;
        for (let at = manager * families; at < (manager + 1) * families; at += 1) fullest[at] = only[at]!;
      }
    }
    if (mixed.size === 0) return fullest;
    this.gather(mixed);
    const areas = areasOf(this.#cabling);
    for (const [manager, stretches] of mixed) fullest.set(fullestHeight(stretches, areas), manager * families);
    return fullest;
  }

  /** The stretches of some managers. */
  gather(wanted: ReadonlyMap<number, ManagerStretch[]>): void {
    const { cables, links, routes } = this.#cabling;
    const { firstPort, zMm } = this.#ports;
    for (let cable = 0; cable < cables.count; cable += 1) {
      const family = cables.family[cable]!;
      const route = routes[cables.route[cable]!];
      if (route === undefined) {
        const run = this.#innerRun(cable);
        if (run !== null && run.fromMm !== run.toMm) wanted.get(run.manager)?.push(run);
        continue;
      }
      const link = cables.longestLink[cable]!;
      const ends = [firstPort[links.aDevice[link]!]! + links.aPort[link]!, firstPort[links.bDevice[link]!]! + links.bPort[link]!] as const;
      const startsAtA = this.#ways.cabinet[route.accessA] === this.#survey.devices[links.aDevice[link]!]!.cabinet;
      const [atRoot, atTarget] = this.#others(cable, startsAtA);
      for (const [access, port, isOther, end] of [
        [route.accessA, ends[startsAtA ? 0 : 1], atRoot, startsAtA ? 'a' : 'b'],
        [route.accessB, ends[startsAtA ? 1 : 0], atTarget, startsAtA ? 'b' : 'a'],
      ] as const) {
        const stretches = wanted.get(this.#managerOf(access, port, isOther));
        if (stretches === undefined) continue;
        const portMm = zMm[port]!;
        const heightMm = this.#survey.cabinets[this.#ways.cabinet[access]!]!.model.heightMm;
        if (this.#ways.isTop[access] === 0) stretches.push({ fromMm: 0, toMm: portMm, family, cable, end, access });
        else stretches.push({ fromMm: portMm, toMm: Math.max(portMm, heightMm), family, cable, end, access });
      }
    }
  }
}

/** What counting asks of an access, as columns. */
interface AccessColumns {
  readonly cabinet: Int32Array;
  readonly opening: Int32Array;
  readonly isTop: Uint8Array;
  readonly openingXMm: Int32Array;
  readonly leftXMm: Int32Array;
  readonly rightXMm: Int32Array;
}

function accessColumns({ accesses, cabinets }: Survey): AccessColumns {
  const column = (): Int32Array => new Int32Array(accesses.length);
  const columns = {
    cabinet: column(),
    opening: column(),
    isTop: new Uint8Array(accesses.length),
    openingXMm: column(),
    leftXMm: column(),
    rightXMm: column(),
  };
  accesses.forEach(({ cabinet, side, edgeOfCabinet }, row) => {
    const { model } = cabinets[cabinet]!;
    columns.cabinet[row] = cabinet;
    columns.opening[row] = partOf(cabinet, side, edgeOfCabinet === 'bottom');
    columns.isTop[row] = edgeOfCabinet === 'top' ? 1 : 0;
    columns.openingXMm[row] = openingOf(model, side, edgeOfCabinet).xMm;
    columns.leftXMm[row] = model.managerInsetMm;
    columns.rightXMm[row] = model.widthMm - model.managerInsetMm;
  });
  return columns;
}

function accessesOfRoutes({ routes }: Cabling): readonly [Int32Array, Int32Array] {
  const [root, target] = [new Int32Array(routes.length), new Int32Array(routes.length)];
  routes.forEach(({ accessA, accessB }, row) => {
    root[row] = accessA;
    target[row] = accessB;
  });
  return [root, target];
}

/** Cross-section of one cable of each family, in mm². */
export function areasOf({ families }: Pick<Cabling, 'families'>): number[] {
  return families.map(({ outerDiameterMm }) => (Math.PI * outerDiameterMm * outerDiameterMm) / 4);
}

function anyOf(counts: Int32Array, part: number, families: number): boolean {
  for (let family = 0; family < families; family += 1) if (counts[part * families + family] !== 0) return true;
  return false;
}

/** Cables by family at the height where they take the most room, the lowest of several; ends come before starts at the same height. */
function fullestHeight(stretches: readonly ManagerStretch[], areas: readonly number[]): Int32Array {
  const events = stretches
    .flatMap(({ fromMm, toMm, family }) => [
      { atMm: fromMm, sign: 1, family },
      { atMm: toMm, sign: -1, family },
    ])
    .sort((a, b) => a.atMm - b.atMm || a.sign - b.sign || a.family - b.family);
  const now = new Int32Array(areas.length);
  let [most, fullest] = [0, now.slice()];
  for (const { sign, family } of events) {
    now[family]! += sign;
    if (sign === -1) continue;
    const areaMm2 = sumOf({ counts: now, families: now.length }, 0, areas);
    if (areaMm2 > most) [most, fullest] = [areaMm2, now.slice()];
  }
  return fullest;
}

/** The best way of one cable while some places are taken by others that it must keep clear of. */
import { must } from '../../assert.ts';
import type { Access, Survey } from '../../survey/types.ts';
import { wayToOpeningMm } from '../inCabinet.ts';
import { portPlace, type PortTable } from '../portTable.ts';
import type { Course, Pin } from '../rules/courses.ts';
import { openView } from '../rules/openNetwork.ts';
import { pinsFrom, ruledCost, ruledRun } from '../rules/ruledRouter.ts';
import type { Blocked } from '../rules/shut.ts';
import { HOPS, lengthOfCost } from '../shortestPaths.ts';
import type { Cabling, RouteStep } from '../types.ts';
import { allWaysOut } from '../waysOut.ts';

/** A stretch of an edge, or an opening of a cabinet, that one cable must leave to another. */
export type Ban =
  | { readonly kind: 'stretch'; readonly edge: number; readonly fromMm: number; readonly toMm: number }
  | { readonly kind: 'opening'; readonly cabinet: number; readonly opening: string };

/** A way from access to access, root first. */
export interface ApartWay {
  /** Packed as in shortestPaths.ts, with what lies inside the cabinets. */
  readonly cost: number;
  readonly accessA: number;
  readonly accessB: number;
  readonly steps: readonly RouteStep[];
  readonly pathMm: number;
  readonly pathwayMm: number;
}

/** One way out of the cabinet at an end. */
export interface CableExit {
  /** Row of the access in the survey. */
  readonly row: number;
  readonly access: Access;
  /** From the port to the landing. */
  readonly insideMm: number;
}

/** What searching needs of a plan. */
export interface SearchGround {
  readonly survey: Survey;
  readonly ports: PortTable;
  readonly cabling: Cabling;
}

/**
 * Searches for one cable, along the link that sets its length. A cable of several legs (a splitter, a breakout) is laid and kept apart
 * along that leg alone, as routing lays it: legs to other cabinets are not compared.
 */
export class CableSearch {
  readonly cable: number;
  readonly course: Course;
  /** Cabinet rows; the root is the smaller. */
  readonly cabinets: readonly [root: number, target: number];
  readonly exits: readonly [root: readonly CableExit[], target: readonly CableExit[]];
  readonly #survey: Survey;
  readonly #pins: readonly Pin[];
  /** Whether end A of the link is the root, so that ties fall as in the first phase, which looks from end A. */
  readonly #rootIsEndA: boolean;

  /** Where an earlier set has laid it: it stays there. Null: it goes where it likes. */
  readonly laid: ApartWay | null;

  constructor({ survey, ports, cabling }: SearchGround, cable: number, course: Course, laid: ApartWay | null = null) {
    const { links, cables } = cabling;
    const link = cables.longestLink[cable]!;
    const end = (device: number, port: number): { cabinet: number; exits: CableExit[] } => {
      const { cabinet } = must(survey.devices[device], 'device');
      const { model } = must(survey.cabinets[cabinet], 'cabinet');
      const place = portPlace(ports, device, port);
      const exits = allWaysOut(survey, cabinet).map(({ access, opening, dropAndOffsetMm }) => ({
        row: access,
        access: must(survey.accesses[access], 'access'),
        insideMm: wayToOpeningMm(model, place.side, place.xMm, place.zMm, opening) + dropAndOffsetMm,
      }));
      return { cabinet, exits };
    };
    const [a, b] = [end(links.aDevice[link]!, links.aPort[link]!), end(links.bDevice[link]!, links.bPort[link]!)];
    this.cable = cable;
    this.laid = laid;
    this.#survey = survey;
    this.course = course;
    this.#rootIsEndA = a.cabinet < b.cabinet;
    const [root, target] = this.#rootIsEndA ? [a, b] : [b, a];
    this.cabinets = [root.cabinet, target.cabinet];
    this.exits = [root.exits, target.exits];
    this.#pins = pinsFrom(course, this.#rootIsEndA);
  }

  /** Null when the bans leave no way. */
  find(bans: readonly Ban[]): ApartWay | null {
    if (this.laid !== null) return isClear(this.#survey, this.laid, bans) ? this.laid : null;
    const course = withBans(this.course, bans);
    const isFree = ({ access }: CableExit): boolean =>
      !bans.some((ban) => ban.kind === 'opening' && ban.cabinet === access.cabinet && ban.opening === openingKey(access));
    const [roots, targets] = [this.exits[0].filter(isFree), this.exits[1].filter(isFree)];
    const [outer, inner] = this.#rootIsEndA ? [roots, targets] : [targets, roots];
    let [least, best] = [Infinity, null as readonly [CableExit, CableExit] | null];
    for (const one of outer) {
      for (const other of inner) {
        const [root, target] = this.#rootIsEndA ? [one, other] : [other, one];
        const cost = ruledCost(course, this.#pins, root.access, target.access) + (root.insideMm + target.insideMm) * HOPS;
        if (cost < least) [least, best] = [cost, [root, target]];
      }
    }
    if (best === null) return null;
    const [root, target] = best;
    const { pathwayMm, steps } = must(ruledRun(course, this.#pins, root.access, target.access), 'way');
    return { cost: least, accessA: root.row, accessB: target.row, steps, pathwayMm, pathMm: lengthOfCost(least) };
  }
}

function isClear({ accesses }: Survey, { accessA, accessB, steps }: ApartWay, bans: readonly Ban[]): boolean {
  return !bans.some((ban) => {
    if (ban.kind === 'stretch') {
      return steps.some(({ edge, fromMm, toMm }) => {
        return edge === ban.edge && Math.min(fromMm, toMm) < ban.toMm && Math.max(fromMm, toMm) > ban.fromMm;
      });
    }
    return [accessA, accessB].some((row) => {
      const access = must(accesses[row], 'access');
      return access.cabinet === ban.cabinet && openingKey(access) === ban.opening;
    });
  });
}

/** Name of an opening within its cabinet. */
export function openingKey({ side, edgeOfCabinet }: Pick<Access, 'side' | 'edgeOfCabinet'>): string {
  return `${side} ${edgeOfCabinet}`;
}

interface Banned {
  readonly course: Course;
  readonly bans: readonly Ban[];
  readonly banned: Course;
}

const lastOfBans = new WeakMap<readonly Ban[], Banned>();

/** The same object while one list of bans is asked for cables of one course, so that they share the trees sought over what is left. */
function withBans(course: Course, bans: readonly Ban[]): Course {
  const last = lastOfBans.get(bans);
  const isSame = last?.course === course && last.bans.length === bans.length && last.bans.every((ban, at) => ban === bans[at]);
  if (isSame) return last.banned;
  const banned = banFrom(course, bans);
  lastOfBans.set(bans, { course, bans: [...bans], banned });
  return banned;
}

function banFrom(course: Course, bans: readonly Ban[]): Course {
  const stretches = bans.filter((ban) => ban.kind === 'stretch');
  if (stretches.length === 0) return course;
  const parts = new Map<number, Blocked>(course.shut.parts);
  for (const { edge, fromMm, toMm } of stretches) parts.set(edge, [...(parts.get(edge) ?? []), [fromMm, toMm]]);
  const shut = { whole: course.shut.whole, parts };
  return { ...course, shut, network: openView(course.network, shut) };
}

/**
 * Last phase of routing: openings and vertical managers fill first, so where they hold more than they may, cables go by another opening
 * of the cabinet, and then by the other manager of their side. Depends on the plan and the cabling before alone.
 */
import { assert, must } from '../../assert.ts';
import type { Plan } from '../../plan/types.ts';
import type { Survey } from '../../survey/types.ts';
import type { Pausing } from '../../work.ts';
import { managerStretches } from '../cabinetLoads.ts';
import { copyOfTable } from '../cableTable.ts';
import type { Detour, OtherWay } from '../capacity/detours.ts';
import { hasGivenLegs } from '../givenLegs.ts';
import { overOtherWays, setLengths, setPath } from '../capacity/withDetours.ts';
import { isOver } from '../pathwayFill.ts';
import type { PortTable } from '../portTable.ts';
import { endsOfRoutes } from '../routeNumbers.ts';
import { NONE, RouteStatus, Yields, type Cabling, type Route } from '../types.ts';
import type { ManagerMove } from './managerOffers.ts';
import { otherManagers } from './otherManagers.ts';
import { otherOpenings } from './otherOpenings.ts';
import { cabinetRoom, overfullParts, type PartRoom } from './partLimits.ts';

/**
 * The very same cabling where nothing is too full, or nothing can be done about it. By another opening a cable may come to lie in another
 * manager, too; where that would hold more than it may, and more than before, the cables that came stay on their ways after all.
 */
export function* relieveCabinets(plan: Plan, survey: Survey, cabling: Cabling, ports: PortTable): Pausing<Cabling> {
  const room = cabinetRoom(plan.settings, survey, cabling);
  const fixed = cablesWithGivenLegs(plan, cabling);
  for (const staying = new Set(fixed); ;) {
    const detours = yield* otherOpenings({ plan, survey, ports, cabling, staying }, room.openings);
    const reopened = detours.length === 0 ? cabling : byOtherOpenings(plan, survey, cabling, detours);
    const managers = reopened === cabling ? room.managers : cabinetRoom(plan.settings, survey, reopened).managers;
    const moves = otherManagers(survey, reopened, managers, fixed);
    const relieved = moves.length === 0 ? reopened : byOtherManagers(plan, survey, reopened, moves);
    if (reopened === cabling) return relieved;
    const worse = worsened(room.managers, cabinetRoom(plan.settings, survey, relieved).managers);
    if (worse.length === 0) return relieved;
    const led = new Set(detours.map(({ cable }) => cable));
    const stayed = staying.size;
    for (const lying of managerStretches(survey, relieved, worse).values()) {
      for (const { cable } of lying) if (led.has(cable)) staying.add(cable);
    }
    assert(staying.size > stayed, 'openings were relieved into managers by cables that nobody led');
  }
}

/** Trunks with legs as long as their makers make them: on a longer way inside the cabinet they might not reach their ports. */
function cablesWithGivenLegs({ trunks }: Plan, { cables, families, findCable }: Cabling): Set<number> {
  const rows = [...trunks.keys()].flatMap((id) => findCable(id) ?? []);
  return new Set(rows.filter((row) => hasGivenLegs(must(families[cables.family[row]!], 'family'))));
}

/** Parts that hold more than they may, and more than before. */
function worsened(before: PartRoom, now: PartRoom): number[] {
  return overfullParts(now).filter((part) => isOver(now.usedMm2[part]!, before.usedMm2[part]!));
}

/** Whether every opening and manager of known size holds no more than it may. */
export function haveCabinetsRoom(plan: Plan, survey: Survey, cabling: Cabling): boolean {
  const { openings, managers } = cabinetRoom(plan.settings, survey, cabling);
  return overfullParts(openings).length === 0 && overfullParts(managers).length === 0;
}

/** Objects on which alone it depends what lies in the openings and managers, and what these hold, beside the catalog and the settings. */
export function cabinetGrounds({ cabinets, devices, accesses }: Survey, { cables, routes, links }: Cabling): readonly unknown[] {
  return [
    devices,
    links.aDevice,
    links.aPort,
    cables.family,
    cables.route,
    cables.yields,
    endsOfRoutes(routes),
    // The side of a neighbor decides which manager is taken, and no column tells it.
    cables.status.includes(RouteStatus.bayed) ? cabinets : null,
    accessKey(cabinets, accesses),
  ];
}

const keyOfAccesses = new WeakMap<Survey['accesses'], string>();

/** Which opening each access belongs to, and the model that it is an opening of: the same text where those are the same. */
function accessKey(cabinets: Survey['cabinets'], accesses: Survey['accesses']): string {
  let key = keyOfAccesses.get(accesses);
  if (key === undefined) {
    const models = cabinets.map(({ model }) => model.id).join();
    keyOfAccesses.set(
      accesses,
      (key = `${models} ${accesses.map(({ cabinet, side, edgeOfCabinet }) => `${cabinet}${side}${edgeOfCabinet}`).join()}`),
    );
  }
  return key;
}

function byOtherOpenings(plan: Plan, survey: Survey, cabling: Cabling, detours: readonly Detour[]): Cabling {
  const cables = { ...copyOfTable(cabling.cables), yields: cabling.cables.yields.slice() };
  const changed: Cabling = { ...cabling, cables };
  const overByCable = new Map<number, OtherWay>();
  for (const detour of detours) {
    const { cable, over } = detour;
    const before = must(cabling.routes[cabling.cables.route[cable]!], 'route');
    cables.yields[cable]! |= yieldedOpenings(survey, cabling, cable, before, over);
    setLengths(plan, survey, changed, detour);
    if (over !== null) overByCable.set(cable, over);
  }
  return overOtherWays(survey.network, changed, overByCable);
}

/** At which of its ends a cable takes another opening than before; through the side of a neighbor it takes none. */
function yieldedOpenings(
  { accesses, devices }: Survey,
  { cables, links }: Cabling,
  cable: number,
  before: Route,
  over: OtherWay | null,
): number {
  if (over === null) return 0;
  const isOther = (one: number, other: number): boolean => {
    const [was, is] = [must(accesses[one], 'access'), must(accesses[other], 'access')];
    return was.side !== is.side || was.edgeOfCabinet !== is.edgeOfCabinet;
  };
  const [atRoot, atTarget] = [isOther(before.accessA, over.accessA), isOther(before.accessB, over.accessB)];
  const cabinetOfA = must(devices[links.aDevice[cables.longestLink[cable]!]!], 'device').cabinet;
  const startsAtA = must(accesses[before.accessA], 'access').cabinet === cabinetOfA;
  const [atA, atB] = startsAtA ? [atRoot, atTarget] : [atTarget, atRoot];
  return (atA ? Yields.openingA : 0) | (atB ? Yields.openingB : 0);
}

/** No cable changes its route, so what lies in the pathways stays. */
function byOtherManagers(plan: Plan, survey: Survey, cabling: Cabling, moves: readonly ManagerMove[]): Cabling {
  const cables = { ...copyOfTable(cabling.cables), route: cabling.cables.route, yields: cabling.cables.yields.slice() };
  const changed: Cabling = { ...cabling, cables };
  for (const { cable, end, extraMm } of moves) {
    cables.yields[cable]! |= end === 'a' ? Yields.managerA : Yields.managerB;
    const route = cabling.routes[cables.route[cable]!];
    setPath(plan, survey, changed, cable, cables.pathMm[cable]! + extraMm, {
      status: cables.status[cable]!,
      pathwayMm: cables.pathwayMm[cable]!,
      accessA: route?.accessA ?? NONE,
      accessB: route?.accessB ?? NONE,
    });
  }
  return changed;
}

/**
 * The least that cables must grow so that no opening and no vertical manager of a cabinet is too full: every way of every cable is
 * tried with every way of all others. Written from the definition of a way alone; of the engine it takes the places of ports, the
 * drops of cabinets and lengths along pathways.
 */
import { must } from '../../shared/assert.ts';
import type { CabinetModel } from '../../shared/catalog/types.ts';
import { portPlace, portsOfSurvey } from '../../shared/cabling/portTable.ts';
import { pathwayRun } from '../../shared/cabling/router.ts';
import type { Derived } from '../../shared/engine/engine.ts';

/** What a cable takes of one opening or manager, between two heights. */
interface Stretch {
  readonly part: string;
  readonly fromMm: number;
  readonly toMm: number;
}

/** One way of a cable. */
export interface ExactWay {
  readonly lengthMm: number;
  readonly stretches: readonly Stretch[];
}

/** Of openings, which have no height. */
const FLAT = { fromMm: 0, toMm: 1 };

type Cabled = Pick<Derived, 'survey' | 'cabling'>;
type Port = ReturnType<typeof portPlace>;

/** All ways of a cable, shortest first: by either manager of the port's side, and every opening and drop, at both ends. */
export function exactWays({ survey, cabling }: Cabled, cable: number): ExactWay[] {
  const { links, cables } = cabling;
  const ports = portsOfSurvey(survey);
  const link = cables.longestLink[cable]!;
  const end = (device: number, port: number): { readonly cabinet: number; readonly port: Port } => ({
    cabinet: must(survey.devices[device], 'device').cabinet,
    port: portPlace(ports, device, port),
  });
  const [a, b] = [end(links.aDevice[link]!, links.aPort[link]!), end(links.bDevice[link]!, links.bPort[link]!)];
  const { model } = must(survey.cabinets[a.cabinet], 'cabinet');
  const ways = a.cabinet === b.cabinet ? inside(model, a.cabinet, a.port, b.port) : [];
  if (a.cabinet !== b.cabinet) {
    for (const out of waysOut(survey, a.cabinet, a.port)) {
      for (const into of waysOut(survey, b.cabinet, b.port)) {
        const [one, other] = [must(survey.accesses[out.access], 'access'), must(survey.accesses[into.access], 'access')];
        const run = out.access < into.access ? pathwayRun(survey.network, one, other) : pathwayRun(survey.network, other, one);
        if (run === null) continue;
        ways.push({ lengthMm: out.lengthMm + run.pathwayMm + into.lengthMm, stretches: [...out.stretches, ...into.stretches] });
      }
    }
  }
  return ways.sort((one, other) => one.lengthMm - other.lengthMm);
}

const HANDS = ['left', 'right'] as const;

function acrossMm(model: CabinetModel, hand: 'left' | 'right', xMm: number): number {
  return Math.abs(xMm - (hand === 'left' ? model.managerInsetMm : model.widthMm - model.managerInsetMm));
}

function crossingMm({ depthMm, managerSetbackMm }: CabinetModel, isOtherSide: boolean): number {
  return isOtherSide ? depthMm - 2 * managerSetbackMm : 0;
}

function inside(model: CabinetModel, cabinet: number, a: Port, b: Port): ExactWay[] {
  const [fromMm, toMm] = [Math.min(a.zMm, b.zMm), Math.max(a.zMm, b.zMm)];
  return HANDS.map((hand) => ({
    lengthMm: acrossMm(model, hand, a.xMm) + (toMm - fromMm) + acrossMm(model, hand, b.xMm) + crossingMm(model, a.side !== b.side),
    stretches: [{ part: `${cabinet} ${a.side} ${hand} manager`, fromMm, toMm }],
  }));
}

function waysOut(survey: Derived['survey'], cabinet: number, port: Port): (ExactWay & { readonly access: number })[] {
  const { model } = must(survey.cabinets[cabinet], 'cabinet');
  return survey.accesses.flatMap((access, row) => {
    if (access.cabinet !== cabinet) return [];
    const { side, edgeOfCabinet: edge, dropMm, waterfallMm, offsetMm } = access;
    const opening = must(
      model.openings.find((one) => one.side === side && one.edge === edge),
      'opening',
    );
    const [fromMm, toMm] = edge === 'top' ? [port.zMm, Math.max(port.zMm, model.heightMm)] : [0, port.zMm];
    return HANDS.map((hand) => ({
      access: row,
      lengthMm:
        acrossMm(model, hand, port.xMm) +
        (toMm - fromMm) +
        crossingMm(model, side !== port.side) +
        acrossMm(model, hand, opening.xMm) +
        dropMm +
        waterfallMm +
        offsetMm,
      stretches: [
        { part: `${cabinet} ${port.side} ${hand} manager`, fromMm, toMm },
        { part: `${cabinet} ${side} ${edge} opening`, ...FLAT },
      ],
    }));
  });
}

/** Most cables that a part takes side by side, by its name; none is named whose size is not known. */
export type MostCables = ReadonlyMap<string, number>;

/** Ways that lead through no opening of unknown size but those that the cable lies in anyway: whether others have room nobody knows. */
export function knownWays(ways: readonly ExactWay[], { survey, cabling }: Cabled, cable: number, most: MostCables): ExactWay[] {
  const route = cabling.routes[cabling.cables.route[cable]!];
  const own = new Set(
    (route === undefined ? [] : [route.accessA, route.accessB]).map((row) => {
      const { cabinet, side, edgeOfCabinet } = must(survey.accesses[row], 'access');
      return `${cabinet} ${side} ${edgeOfCabinet} opening`;
    }),
  );
  return ways.filter(({ stretches }) => stretches.every(({ part }) => !part.endsWith('opening') || most.has(part) || own.has(part)));
}

/** Most cables that lie side by side anywhere in a part. */
export function fullest(stretches: readonly Stretch[]): number {
  return Math.max(0, ...stretches.map(({ fromMm: at }) => stretches.filter(({ fromMm, toMm }) => fromMm <= at && at < toMm).length));
}

/** Least sum of lengths with no part too full, all cables of one thickness; null when there is no such choice of ways. */
export function leastLengthMm(cables: readonly (readonly ExactWay[])[], most: MostCables): number | null {
  const ways = cables.map((all) => withoutWorse(all, most));
  const left = new Array<number>(cables.length + 1).fill(0);
  for (let at = cables.length - 1; at >= 0; at -= 1) left[at] = left[at + 1]! + (ways[at]?.[0]?.lengthMm ?? 0);
  const lying = new Map<string, Stretch[]>([...most.keys()].map((part) => [part, []]));
  let leastMm = Infinity;
  const lay = (at: number, sumMm: number): void => {
    if (sumMm + left[at]! >= leastMm) return;
    if (at === cables.length) {
      leastMm = sumMm;
      return;
    }
    for (const { lengthMm, stretches } of must(ways[at], 'cable')) {
      for (const stretch of stretches) lying.get(stretch.part)?.push(stretch);
      if (stretches.every(({ part }) => fullest(must(lying.get(part), 'part')) <= must(most.get(part), 'most')))
        lay(at + 1, sumMm + lengthMm);
      for (const { part } of stretches) lying.get(part)?.pop();
    }
  };
  lay(0, 0);
  return leastMm === Infinity ? null : leastMm;
}

/** Of ways that take the same of what is limited, the shortest; what is not limited is left out. */
function withoutWorse(ways: readonly ExactWay[], most: MostCables): ExactWay[] {
  const shortest = new Map<string, ExactWay>();
  for (const { lengthMm, stretches } of ways) {
    const limited = stretches.filter(({ part }) => most.has(part));
    const key = JSON.stringify(limited);
    if (!shortest.has(key)) shortest.set(key, { lengthMm, stretches: limited });
  }
  return [...shortest.values()];
}

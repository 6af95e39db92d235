/** Pathways as pieces between landings, for oracles: each drop a vertex of its own, each piece open or shut to one cable. */
import { must } from '../../shared/assert.ts';
import { openingOf, wayToOpeningMm } from '../../shared/cabling/inCabinet.ts';
import { placePorts, portPlace } from '../../shared/cabling/portTable.ts';
import { isShutAlong, shutByZones } from '../../shared/cabling/rules/shut.ts';
import type { Derived } from '../../shared/engine/engine.ts';
import { outsideMm } from '../../shared/survey/accesses.ts';

export interface OraclePiece {
  readonly from: string;
  readonly to: string;
  readonly lengthMm: number;
  readonly edge: number;
  readonly fromMm: number;
  readonly toMm: number;
}

/** A way out of a cabinet for the port of one link. */
export interface OracleExit {
  readonly vertex: string;
  readonly segment: number;
  readonly alongMm: number;
  readonly insideMm: number;
  readonly cabinet: number;
  readonly opening: string;
}

/** All pieces of a plan's pathways, cut at every landing of every cabinet. */
export function oraclePieces({ survey }: Derived): OraclePiece[] {
  const { network, accesses } = survey;
  return Array.from({ length: network.edgeCount }, (_, edge) => {
    const lengthMm = network.edgeLengthMm[edge]!;
    const inner = accesses
      .filter(({ segment, alongMm }) => segment === edge && alongMm > 0 && alongMm < lengthMm)
      .map(({ alongMm }) => alongMm);
    const marks = [0, ...[...new Set(inner)].sort((a, b) => a - b), lengthMm];
    return marks.slice(1).map((toMm, at): OraclePiece => {
      const fromMm = marks[at]!;
      return { from: vertexAt(survey, edge, fromMm), to: vertexAt(survey, edge, toMm), lengthMm: toMm - fromMm, edge, fromMm, toMm };
    });
  }).flat();
}

/** Name of the place along an edge: its end vertex, or a landing. */
export function vertexAt({ network }: Derived['survey'], edge: number, alongMm: number): string {
  if (alongMm === 0) return `v${network.edgeFrom[edge]}`;
  return alongMm === network.edgeLengthMm[edge] ? `v${network.edgeTo[edge]}` : `e${edge} ${alongMm}`;
}

/** Exits of a link's end, with what lies before the landing. */
export function oracleExits({ survey, cabling }: Derived, cable: number, end: 'a' | 'b'): OracleExit[] {
  const { links, cables } = cabling;
  const link = cables.firstLink[cable]!;
  const [device, port] = end === 'a' ? [links.aDevice[link]!, links.aPort[link]!] : [links.bDevice[link]!, links.bPort[link]!];
  const { cabinet } = must(survey.devices[device], 'device');
  const { model } = must(survey.cabinets[cabinet], 'cabinet');
  const place = portPlace(placePorts(survey), device, port);
  return survey.accesses
    .filter((access) => access.cabinet === cabinet)
    .map((access) => ({
      vertex: vertexAt(survey, access.segment, access.alongMm),
      segment: access.segment,
      alongMm: access.alongMm,
      insideMm:
        wayToOpeningMm(model, place.side, place.xMm, place.zMm, openingOf(model, access.side, access.edgeOfCabinet)) + outsideMm(access),
      cabinet,
      opening: `${cabinet} ${access.side} ${access.edgeOfCabinet}`,
    }));
}

/** Whether a stretch is open to a cable: forbidden by no rule on its link or family, made for what it is, in no keep-clear zone. */
export function isOpenTo({ plan, survey, cabling }: Derived, cable: number): (edge: number, fromMm: number, toMm: number) => boolean {
  const family = must(cabling.families[cabling.cables.family[cable]!], 'family');
  const id = cabling.cableId(cable);
  const avoided = new Set(
    [...plan.routeRules.values()]
      .filter(({ scope }) => (scope.kind === 'family' ? scope.family === family.id : scope.kind === 'links' && scope.links.includes(id)))
      .flatMap(({ avoid }) => avoid),
  );
  const carried = family.medium === 'copper' ? 'copper' : 'fiber';
  const zones = shutByZones(plan, survey.network);
  return (edge, fromMm, toMm) => {
    const segment = survey.network.segments[edge];
    if (segment !== undefined && (avoided.has(segment.id) || (segment.carries !== undefined && !segment.carries.includes(carried))))
      return false;
    return !isShutAlong(zones, edge, fromMm, toMm);
  };
}

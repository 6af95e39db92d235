/** Which cables belong to some things: those through cabinets, devices and segments, and cables themselves. */
import { findLoom } from '../looms/findLoom.ts';
import type { Derived } from './engine.ts';
import { findingKeys } from './findingKey.ts';
import { routesAtPlaces } from './placeScope.ts';

/**
 * Rows of the cables through any of these things, ascending. Ids may name cabinets, devices, segments, cables, links,
 * halls, looms, places (see placeScope.ts), tiers' fabrics and findings (which stand for the things that they are about); others are passed over.
 */
export function cablesThrough(derived: Derived, ids: readonly string[]): Int32Array {
  const { survey, cabling } = derived;
  const { links, cables, routes } = cabling;
  const things = expandFindings(derived, ids);
  const isDevice = new Uint8Array(survey.devices.length);
  const isEdge = new Uint8Array(survey.network.edgeCount);
  const isCable = new Uint8Array(cables.count);
  let anyEdge = false;
  const edgeRow = new Map(survey.network.segments.map((segment, row) => [segment.id, row]));
  const isHall = new Set(survey.halls.filter((hall) => things.has(hall.id)).map((hall) => hall.id));
  survey.cabinets.forEach(({ cabinet, devices }) => {
    if (things.has(cabinet.id) || isHall.has(cabinet.hall)) for (const device of devices) isDevice[device] = 1;
  });
  for (const id of things) {
    const device = survey.deviceRow.get(id);
    if (device !== undefined) isDevice[device] = 1;
    const edge = edgeRow.get(id);
    if (edge !== undefined) {
      isEdge[edge] = 1;
      anyEdge = true;
    }
    if (device === undefined && edge === undefined && !survey.cabinetRow.has(id)) {
      const cable = cabling.findCable(id);
      if (cable !== null) isCable[cable] = 1;
      else for (const member of findLoom(derived, id)?.members ?? []) isCable[member] = 1;
    }
  }
  for (let link = 0; link < links.count; link += 1) {
    if (isDevice[links.aDevice[link]!] === 1 || isDevice[links.bDevice[link]!] === 1) isCable[links.cable[link]!] = 1;
  }
  if (anyEdge) {
    const runsThrough = Uint8Array.from(routes, (route) => (route.steps.some((step) => isEdge[step.edge] === 1) ? 1 : 0));
    for (let cable = 0; cable < cables.count; cable += 1) {
      const route = cables.route[cable]!;
      if (route >= 0 && runsThrough[route] === 1) isCable[cable] = 1;
    }
  }
  const atPlaces = routesAtPlaces(survey, cabling, things);
  if (atPlaces !== null) {
    for (let cable = 0; cable < cables.count; cable += 1) {
      const route = cables.route[cable]!;
      if (route >= 0 && atPlaces[route] === 1) isCable[cable] = 1;
    }
  }
  const rows: number[] = [];
  for (let cable = 0; cable < cables.count; cable += 1) if (isCable[cable] === 1) rows.push(cable);
  return Int32Array.from(rows);
}

/** The ids, with those of findings replaced by what the findings are about. */
function expandFindings(derived: Derived, ids: readonly string[]): Set<string> {
  const things = new Set(ids);
  if (derived.findings.length === 0) return things;
  findingKeys(derived.findings).forEach((key, index) => {
    if (!things.has(key)) return;
    for (const id of derived.findings[index]!.ids) things.add(id);
  });
  return things;
}

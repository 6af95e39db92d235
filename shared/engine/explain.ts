/** Figures of one thing with their parts, for the inspector. */
import { must } from '../assert.ts';
import { overrideOfCable } from '../cabling/cableOverride.ts';
import { explainCable } from '../cabling/explainCable.ts';
import { madeRoomMm } from '../cabling/cableAll.ts';
import { cabinetPartLimits, cabinetParts } from '../cabling/cabinetParts.ts';
import { namedCable } from '../cabling/namedCable.ts';
import { partsOfLink } from '../cabling/tierParts.ts';
import { NONE } from '../cabling/types.ts';
import { portsOf } from '../catalog/ports.ts';
import { unitsUsed } from '../checks/mountProblem.ts';
import { doubledArea } from '../plan/outlineArea.ts';
import { fillLimits, pathwayAreaMm2 } from '../cabling/pathwayFill.ts';
import type { TierCount } from '../takeoff/types.ts';
import { tierNames } from './cableColumns.ts';
import { cablesThrough } from './cableScope.ts';
import { explainChannels } from './explainChannels.ts';
import { explainRoute, explainSegmentRules } from './explainRules.ts';
import { loomDescriber } from '../looms/describeLoom.ts';
import type { Loom } from '../looms/looms.ts';
import { findLoom, loomOfCable } from '../looms/findLoom.ts';
import type { CableLoom } from './cableExplanation.ts';
import type { Derived } from './engine.ts';
import { HOURS, type EndText, type Explanation, type PartialSum } from './protocol.ts';

/** Null when the plan has no such thing, or one without figures (a door). */
export function explain(derived: Derived, id: string): Explanation | null {
  const { survey, cabling, plan } = derived;
  const cabinet = survey.cabinetRow.get(id);
  if (cabinet !== undefined) return explainCabinet(derived, cabinet);
  const device = survey.deviceRow.get(id);
  if (device !== undefined) return explainDevice(derived, device);
  const segment = survey.network.segments.findIndex((one) => one.id === id);
  if (segment >= 0) return explainSegment(derived, segment);
  if (plan.halls.has(id)) return explainHall(derived, id);
  const cable = namedCable(cabling, id);
  if (cable !== null) return explainOneCable(derived, cable);
  const loom = findLoom(derived, id);
  if (loom !== null) return explainLoom(derived, loom);
  return id === HOURS ? explainHours(derived) : null;
}

function explainHours({ plan, takeoff }: Derived): Explanation | null {
  const { profiles, comparison, conduitMm } = takeoff;
  if (comparison === null) return null;
  const rules = profiles.map(({ profile }) => must(plan.catalog.labourProfiles.get(profile), profile));
  return { kind: 'hours', profiles, rules, comparison, conduitMm };
}

function explainOneCable(derived: Derived, cable: number): Explanation {
  const { cabling, plan } = derived;
  const { links, cables } = cabling;
  const link = cables.longestLink[cable]!;
  return {
    kind: 'cable',
    derivation: explainCable(derived, cable),
    tier: cabling.tiers[cables.tier[cable]!]!.name,
    label: overrideOfCable(plan, cabling, cable).label,
    parts: partsOfLink(cabling, link),
    madeRoomMm: madeRoomMm(cabling, cable),
    route: explainRoute(derived, cable),
    channels: explainChannels(derived, cable),
    loom: loomOf(derived, cable),
    a: endText(derived, links.aDevice[link]!, links.aPort[link]!),
    b: endText(derived, links.bDevice[link]!, links.bPort[link]!),
  };
}

function explainLoom(derived: Derived, loom: Loom): Explanation {
  const { survey, cabling } = derived;
  const route = must(cabling.routes[cabling.cables.route[loom.members[0]!]!], 'route');
  const segments = [...new Set(route.steps.map(({ edge }) => edge))].flatMap((edge) => survey.network.segments[edge] ?? []);
  return { kind: 'loom', ...loomDescriber(derived)(loom), segments: segments.map(({ id, name }) => ({ id, name })) };
}

/** The loom of a cable, with its own legs. */
function loomOf(derived: Derived, cable: number): CableLoom | null {
  const loom = loomOfCable(derived, cable);
  if (loom === null) return null;
  const { cabinets, halls } = derived.plan;
  const nameOf = (cabinet: string): string => {
    const { name: own, hall } = must(cabinets.get(cabinet), cabinet);
    return halls.size > 1 ? `${own} in ${must(halls.get(hall), hall).name}` : own;
  };
  const orderedMm = derived.cabling.cables.orderedMm[cable]!;
  const { id, name, made, members, lengthMm, diameterMm, massG, breakouts, pull } = loom;
  return {
    id,
    name,
    made,
    members: members.length,
    lengthMm,
    insteadOfMm: made !== 'custom' || orderedMm === NONE ? null : orderedMm,
    diameterMm,
    massG,
    pulledFrom: nameOf(pull.cabinet),
    legs: loom.legs
      .filter((leg) => leg.cable === cable)
      .flatMap(({ portMm, madeMm }) =>
        ([0, 1] as const).map((end) => ({ cabinet: nameOf(breakouts[end].cabinet), portMm: portMm[end], madeMm: madeMm?.[end] ?? null })),
      ),
  };
}

/** One end of a link in words. */
export function endText({ survey }: Derived, row: number, port: number): EndText {
  const { device, type, cabinet } = must(survey.devices[row], 'device');
  return {
    cabinet: device.cabinet,
    cabinetName: must(survey.cabinets[cabinet], 'cabinet').cabinet.name,
    device: device.id,
    deviceName: device.name,
    positionU: device.positionU,
    port: port === NONE ? '?' : must(portsOf(type)[port], 'port').name,
  };
}

function explainCabinet(derived: Derived, row: number): Explanation {
  const { survey } = derived;
  const { cabinet, model, devices } = must(survey.cabinets[row], 'cabinet');
  const mounted = devices.map((device) => must(survey.devices[device], 'device'));
  const pathways = new Set<string>();
  for (let access = survey.firstAccess[row]!; access < survey.firstAccess[row + 1]!; access += 1) {
    pathways.add(must(survey.network.segments[survey.accesses[access]!.segment], 'segment').id);
  }
  return {
    kind: 'cabinet',
    id: cabinet.id,
    powerW: sumKnown(mounted.map(({ type }) => type.maxPowerW)),
    powerBudgetW: cabinet.powerBudgetW,
    equipmentMassG: mounted.reduce((sum, { type }) => sum + type.massG, 0),
    staticLoadG: model.staticLoadG,
    cabinetMassG: model.massG,
    usedU: unitsUsed(mounted),
    rackUnits: model.rackUnits,
    ...cableFigures(derived, cabinet.id),
    devices: mounted.map(({ device, type }) => ({
      id: device.id,
      name: device.name,
      type: type.name,
      positionU: device.positionU,
      heightU: type.heightU,
    })),
    pathways: [...pathways],
    parts: cabinetParts(survey, derived.cabling, row),
    partLimits: cabinetPartLimits(derived.plan.settings),
  };
}

function explainDevice(derived: Derived, row: number): Explanation {
  const { survey, cabling } = derived;
  const { device, type } = must(survey.devices[row], 'device');
  const ports = portsOf(type);
  const isUsed = new Uint8Array(ports.length);
  const { links } = cabling;
  for (let link = 0; link < links.count; link += 1) {
    if (links.aDevice[link] === row && links.aPort[link] !== NONE) isUsed[links.aPort[link]!] = 1;
    if (links.bDevice[link] === row && links.bPort[link] !== NONE) isUsed[links.bPort[link]!] = 1;
  }
  return {
    kind: 'device',
    id: device.id,
    typeName: type.name,
    maxPowerW: type.maxPowerW,
    massG: type.massG,
    ports: type.ports.map((block) => {
      const own = ports.filter((port) => port.block === block.id);
      return {
        block: block.id,
        total: own.length,
        used: own.filter((port) => isUsed[port.index] === 1).length,
        speedGbps: block.speedGbps,
      };
    }),
    ...cableFigures(derived, device.id),
  };
}

function explainSegment(derived: Derived, row: number): Explanation {
  const { survey, cabling, takeoff, plan } = derived;
  const segment = must(survey.network.segments[row], 'segment');
  const { loads } = cabling;
  return {
    kind: 'segment',
    id: segment.id,
    lengthMm: survey.network.edgeLengthMm[row]!,
    fillPct: takeoff.pathways.find((pathway) => pathway.id === segment.id)?.fillPct ?? 0,
    ...fillLimits(segment, plan.settings, loads.cables[row]!),
    cablesAtFullest: loads.cables[row]!,
    cables: cableFigures(derived, segment.id).cables,
    usedAreaMm2: loads.areaMm2[row]!,
    areaMm2: pathwayAreaMm2(segment),
    massGPerM: loads.massGPerM[row]!,
    massLimitGPerM: segment.massLimitGPerM,
    rules: explainSegmentRules(derived, row),
  };
}

function explainHall(derived: Derived, id: string): Explanation {
  const { survey, plan } = derived;
  const hall = must(plan.halls.get(id), 'hall');
  const devices = survey.devices.filter(({ cabinet }) => must(survey.cabinets[cabinet], 'cabinet').cabinet.hall === id);
  return {
    kind: 'hall',
    id,
    areaMm2: Math.abs(doubledArea(hall.outline)) / 2,
    cabinets: survey.cabinets.filter(({ cabinet }) => cabinet.hall === id).length,
    devices: devices.length,
    powerW: sumKnown(devices.map(({ type }) => type.maxPowerW)),
    powerBudgetW: hall.powerBudgetW,
  };
}

function sumKnown(values: readonly (number | null)[]): PartialSum {
  const known = values.filter((value) => value !== null);
  return { known: known.reduce((sum, value) => sum + value, 0), unknown: values.length - known.length };
}

/** Cables through a thing, by tier, and their required length. */
function cableFigures(derived: Derived, id: string): { cables: TierCount[]; requiredMm: PartialSum } {
  const { cabling } = derived;
  const rows = cablesThrough(derived, [id]);
  const counts = new Map<string, number>();
  const lengths: (number | null)[] = [];
  for (const row of rows) {
    const tier = cabling.tiers[cabling.cables.tier[row]!]!.name;
    counts.set(tier, (counts.get(tier) ?? 0) + 1);
    const required = cabling.cables.requiredMm[row]!;
    lengths.push(required === NONE ? null : required);
  }
  const cables = tierNames(cabling).flatMap((tier) => (counts.has(tier) ? [{ tier, count: counts.get(tier)! }] : []));
  return { cables, requiredMm: sumKnown(lengths) };
}

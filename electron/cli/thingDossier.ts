/** Derivations of things of the plan: a cable, a cabinet, a device, a segment, a hall. */
import { partName } from '../../shared/cabling/cabinetParts.ts';
import type { CableDerivation } from '../../shared/cabling/types.ts';
import { RouteStatus } from '../../shared/cabling/types.ts';
import type { Derived } from '../../shared/engine/engine.ts';
import { explain } from '../../shared/engine/explain.ts';
import type { EndText, Explanation, PartialSum } from '../../shared/engine/protocol.ts';
import type { TierCount } from '../../shared/takeoff/types.ts';
import { grouped, left, metresText, right } from './alignedTable.ts';
import { channelParts } from './channelDossier.ts';
import { facts } from './dossier.ts';
import { routeFacts, segmentRuleFacts } from './ruleFacts.ts';
import { loomDossier, loomFacts } from './loomDossier.ts';
import type { Dossier, DossierPart } from './dossier.ts';

type Of<K extends Explanation['kind']> = Extract<Explanation, { readonly kind: K }>;

/** By id; null when there is none. `as` is how it was asked for: its id, or a name that it alone has. */
export function thingDossier(derived: Derived, id: string, as = id): Dossier | null {
  const explanation = explain(derived, id);
  return explanation === null ? null : { ...titleAndParts(explanation, as), json: explanation };
}

function titleAndParts(explanation: Explanation, idOrName: string): Omit<Dossier, 'json'> {
  switch (explanation.kind) {
    case 'cable':
      return cableDossier(explanation);
    case 'loom':
      return loomDossier(explanation);
    case 'cabinet':
      return cabinetDossier(explanation, idOrName);
    case 'device':
      return deviceDossier(explanation, idOrName);
    case 'segment':
      return segmentDossier(explanation, idOrName);
    case 'hours':
      // A figure, explained before things are looked for.
      throw new Error('hours are a figure');
    case 'hall':
      return hallDossier(explanation, idOrName);
  }
}

function cableDossier({ derivation, tier, label, loom, route, madeRoomMm, channels, a, b }: Of<'cable'>): Omit<Dossier, 'json'> {
  const ends: DossierPart = {
    columns: [left(''), left('Cabinet'), left('U'), left('Device'), left('Port')],
    rows: [endRow('End A', a), endRow('End B', b)],
  };
  const terms: DossierPart = {
    columns: [left('Term'), right('Length m'), left('Where')],
    rows: derivation.terms.map(({ kind, lengthMm, note }) => [kind, grouped(lengthMm / 1000, 3), note]),
  };
  const own: [string, string, string?][] = label === null ? [] : [['Label', label, 'set by hand']];
  const legs: [string, string, string?][] = derivation.linkIds.length === 1 ? [] : derivation.linkIds.map((id) => ['Carries', '', id]);
  return {
    title:
      `cable ${derivation.cableName} (${tier}, ${derivation.family.name}): ${statusText(derivation.status)}` +
      (legs.length === 0 ? '' : `\nends and terms of the leg that needs the longest cable, of ${legs.length}`),
    parts: [
      ends,
      terms,
      facts([
        ...lengthFacts(derivation, channels.count > 0),
        ...roomFacts(madeRoomMm),
        ...routeFacts(route, derivation.pathMm === null ? null : derivation.pathMm - (madeRoomMm ?? 0)),
        ...own,
        ...loomFacts(loom),
        ...legs,
      ]),
      ...channelParts(channels),
    ],
  };
}

function endRow(name: string, { cabinetName, positionU, deviceName, port }: EndText): string[] {
  return [name, cabinetName, String(positionU), deviceName, port];
}

function statusText(status: RouteStatus): string {
  switch (status) {
    case RouteStatus.noRoute:
      return 'no route';
    case RouteStatus.sameCabinet:
      return 'inside one cabinet';
    case RouteStatus.bayed:
      return 'through the side to the next cabinet';
    case RouteStatus.pathways:
      return 'over pathways';
  }
}

function lengthFacts(derivation: CableDerivation, isInChannel: boolean): [string, string, string?][] {
  const { slack, family, overriddenRequiredMm, reachMm } = derivation;
  const slackNote =
    slack === null
      ? 'not known without a route'
      : `${slack.slackClass}: ${metresText(slack.perEndMm)} an end${slack.pctOfPathway === 0 ? '' : ` and ${slack.pctOfPathway} % of the pathway`}`;
  const reckoned = derivation.legsMm === null ? 'path and slack' : 'path, slack and legs';
  const requiredNote = overriddenRequiredMm === null ? reckoned : `set by hand, instead of ${reckoned}`;
  const legs: [string, string, string] = [
    'Legs',
    metresText(derivation.legsMm),
    'what the maker’s legs and the body between them take beyond that',
  ];
  return [
    ['Path', metresText(derivation.pathMm), pathNote(derivation.status)],
    ['Slack', metresText(slack?.totalMm ?? null), slackNote],
    ...(derivation.legsMm === null ? [] : [legs]),
    ['Required', metresText(derivation.requiredMm), requiredNote],
    ['Ordered', metresText(derivation.orderedMm), `${derivation.sku ?? family.id}: ${supplyText(derivation)}`],
    ['Surplus', metresText(derivation.surplusMm), 'ordered less required'],
    // In a channel the reach is of all its cables together, which is told with the channel.
    ...(isInChannel ? [] : [['Reach', metresText(reachMm), 'longest that cable and optics allow'] as [string, string, string]]),
  ];
}

/** Nothing of a cable that is no longer for it. */
function roomFacts(madeRoomMm: number | null): [string, string, string?][] {
  if (madeRoomMm === null || madeRoomMm <= 0) return [];
  return [['Makes room', metresText(madeRoomMm), 'of the path, as a shorter way leads through what is full']];
}

/** What the terms add up to, and what is not among them. */
function pathNote(status: RouteStatus): string {
  return status === RouteStatus.pathways
    ? 'sum of the terms; openings count as over the managers of their side, so no depth lies between them'
    : 'sum of the terms';
}

function supplyText({ family, chosenMm, orderedMm }: CableDerivation): string {
  const { supply, tolerance } = family;
  const isChosen = chosenMm !== null && (orderedMm === null || chosenMm.includes(orderedMm));
  const offer = isChosen
    ? `lengths chosen for the order: ${chosenMm.map((mm) => mm / 1000).join(', ')} m`
    : supply.kind === 'stock'
      ? `stocked at ${supply.lengthsMm.map((mm) => mm / 1000).join(', ')} m`
      : `made to order in steps of ${supply.stepMm / 1000} m up to ${supply.maxMm / 1000} m`;
  const rule =
    orderedMm === null ? 'none is long enough' : `the shortest that less its tolerance of ${tolerance.minusMm} mm covers the required`;
  return `${offer}; ${rule}`;
}

function cabinetDossier(cabinet: Of<'cabinet'>, name: string): Omit<Dossier, 'json'> {
  return {
    title: `cabinet ${name === cabinet.id ? name : `${name} (${cabinet.id})`}`,
    parts: [
      facts([
        [
          'Power',
          partial(cabinet.powerW, 1000, 'kW'),
          cabinet.powerBudgetW === null ? 'no budget set' : `of ${grouped(cabinet.powerBudgetW / 1000, 1)} kW`,
        ],
        [
          'Equipment',
          `${grouped(cabinet.equipmentMassG / 1000, 1)} kg`,
          `of ${grouped(cabinet.staticLoadG / 1000)} kg that the cabinet holds`,
        ],
        ['Cabinet itself', `${grouped(cabinet.cabinetMassG / 1000, 1)} kg`],
        ['Rack units', String(cabinet.usedU), `of ${cabinet.rackUnits}`],
        ['Pathways', String(cabinet.pathways.length), cabinet.pathways.join(', ')],
        ...cableFacts(cabinet),
      ]),
      {
        columns: [right('U'), left('Device'), left('Type'), right('Height U')],
        rows: [...cabinet.devices]
          .sort((a, b) => b.positionU - a.positionU)
          .map(({ positionU, name: deviceName, type, heightU }) => [String(positionU), deviceName, type, String(heightU)]),
      },
      {
        columns: [left('Way through it'), right('Cables'), right('Fill %'), right('Limit %'), right('kg/m')],
        rows: cabinet.parts.map(({ place, cables, fillPct, massGPerM }) => [
          place.kind === 'drop' ? `${partName(place)} to ${place.segment}` : partName(place),
          grouped(cables),
          place.kind === 'drop' ? '' : fillPct === null ? 'unknown' : grouped(fillPct, 1),
          place.kind === 'drop' ? '' : grouped(cabinet.partLimits.errorPct),
          grouped(massGPerM / 1000, 2),
        ]),
      },
    ],
  };
}

function deviceDossier(device: Of<'device'>, name: string): Omit<Dossier, 'json'> {
  return {
    title: `device ${name === device.id ? name : `${name} (${device.id})`}, ${device.typeName}`,
    parts: [
      facts([
        ['Power at most', device.maxPowerW === null ? 'unknown' : `${grouped(device.maxPowerW)} W`],
        ['Mass', `${grouped(device.massG / 1000, 1)} kg`],
        ...cableFacts(device),
      ]),
      {
        columns: [left('Ports'), right('Used'), right('Of'), right('Gb/s')],
        rows: device.ports.map(({ block, used, total, speedGbps }) => [block, String(used), String(total), String(speedGbps)]),
      },
    ],
  };
}

function segmentDossier(segment: Of<'segment'>, name: string): Omit<Dossier, 'json'> {
  const { massLimitGPerM } = segment;
  return {
    title: `segment ${name === segment.id ? name : `${name} (${segment.id})`}`,
    parts: [
      facts([
        ['Length', metresText(segment.lengthMm)],
        ['Cables', grouped(segment.cablesAtFullest), 'side by side at the fullest place'],
        ['Cross-section', `${grouped(segment.usedAreaMm2)} mm²`, `of ${grouped(segment.areaMm2)} mm² usable`],
        [
          'Fill',
          `${grouped(segment.fillPct, 1)} %`,
          `planned to ${segment.planPct} %, warning above ${segment.warnPct} %, error above ${segment.errorPct} %`,
        ],
        [
          'Mass',
          `${grouped(segment.massGPerM / 1000, 2)} kg/m`,
          massLimitGPerM === null ? 'no limit given' : `of ${grouped(massLimitGPerM / 1000, 1)} kg/m`,
        ],
        ...segmentRuleFacts(segment.rules),
        ...tierFacts(segment.cables),
      ]),
    ],
  };
}

function hallDossier(hall: Of<'hall'>, name: string): Omit<Dossier, 'json'> {
  return {
    title: `hall ${name === hall.id ? name : `${name} (${hall.id})`}`,
    parts: [
      facts([
        ['Floor', `${grouped(hall.areaMm2 / 1e6, 1)} m²`],
        ['Cabinets', grouped(hall.cabinets)],
        ['Devices', grouped(hall.devices)],
        [
          'Power',
          partial(hall.powerW, 1000, 'kW'),
          hall.powerBudgetW === null ? 'no budget set' : `of ${grouped(hall.powerBudgetW / 1000, 1)} kW`,
        ],
      ]),
    ],
  };
}

function cableFacts({
  cables,
  requiredMm,
}: {
  readonly cables: readonly TierCount[];
  readonly requiredMm: PartialSum;
}): [string, string, string?][] {
  return [...tierFacts(cables), ['Required length', partial(requiredMm, 1000, 'm'), 'of these cables together']];
}

function tierFacts(cables: readonly TierCount[]): [string, string, string?][] {
  return cables.map(({ tier, count }) => ['Cables', grouped(count), tier]);
}

function partial({ known, unknown }: PartialSum, per: number, unit: string): string {
  return `${unknown > 0 ? '≥ ' : ''}${grouped(known / per, 1)} ${unit}${unknown > 0 ? ` (${unknown} unknown)` : ''}`;
}

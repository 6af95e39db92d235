/** The cable schedule: one row per cable, both ends, what to order, and how it runs. Rows are made as they are read. */
import { must } from '../assert.ts';
import { skuOfLength } from '../cabling/lengths.ts';
import { overriddenCables } from '../cabling/cableOverride.ts';
import { partsOfLink } from '../cabling/tierParts.ts';
import { NONE, RouteStatus } from '../cabling/types.ts';
import { portsOf } from '../catalog/ports.ts';
import type { LaidPlan } from '../engine/laidPlan.ts';
import type { Cell, Column, Row, Table } from '../writers/table.ts';
import { cableEnds } from './cableEnds.ts';
import type { Plug } from './cableEnds.ts';
import { channelTexts } from './channelTexts.ts';
import { labelMaker } from './labels.ts';
import { spareLegsByCable } from './spareLegs.ts';
import type { CableLabel } from './labels.ts';

/** One end of a cable as texts; a splitter's legs are joined by ` + ` in the same order everywhere. */
export interface ScheduleEnd {
  readonly hall: string;
  readonly cabinet: string;
  readonly unit: string;
  readonly device: string;
  readonly port: string;
  readonly label: string;
}

export interface ScheduleRow {
  /** See Cabling.cableName. */
  readonly cable: string;
  readonly fabric: string | null;
  readonly tier: string;
  readonly a: ScheduleEnd;
  readonly b: ScheduleEnd;
  /** Catalog id. */
  readonly family: string;
  readonly sku: string | null;
  readonly pathMm: number | null;
  readonly slackMm: number | null;
  readonly requiredMm: number | null;
  readonly orderedMm: number | null;
  readonly surplusMm: number | null;
  /** Segment names from end A to end B, or in words how it runs without any. */
  readonly route: string;
  /** What a person set, and what is not known. */
  readonly note: string;
  /** Catalog ids of the optics at either end, empty where the cable itself goes into the cage; several only where its links differ. */
  readonly opticsA: string;
  readonly opticsB: string;
}

/** Joins legs and ports within one field. */
export const AND = ' + ';
const THEN = ' > ';
/** How a note says what was set by hand; the reader of schedules goes by these words. */
export const [REQUIRED_SET, FAMILY_SET, LABEL_SET] = ['required length set to ', 'family set to ', 'label set'];

/** Reads rows of the schedule by cable; texts that repeat are made once. */
export function scheduleReader({ plan, survey, cabling }: LaidPlan): (cable: number) => ScheduleRow {
  const { cables, links, tiers, families, routes } = cabling;
  const labels = labelMaker(plan, survey, cabling);
  const devices = survey.devices.map(({ device, type, cabinet }) => {
    const placed = must(survey.cabinets[cabinet], 'cabinet').cabinet;
    return {
      hall: must(plan.halls.get(placed.hall), 'hall').name,
      cabinet: placed.name,
      unit: String(device.positionU),
      device: device.name,
      ports: portsOf(type),
    };
  });
  const fabrics = tiers.map(({ fabric }) => (fabric === null ? null : must(plan.fabrics.get(fabric), 'fabric').name));
  const routeTexts = new Map<number, string>();
  const skus = families.map((): Map<number, string | null> => new Map());
  const notes = overrideNotes(plan, cabling);
  const spare = spareLegsByCable(cabling);

  function endOf(plugs: readonly Plug[], end: CableLabel['end'], ownLabels: readonly CableLabel[]): ScheduleEnd {
    const [first] = plugs[0]!.ports;
    const label = ownLabels.filter((one) => one.end === end);
    if (plugs.length === 1 && plugs[0]!.ports.length === 1) {
      const { ports, ...place } = devices[first!.device]!;
      return { ...place, port: first!.port === NONE ? '?' : ports[first!.port]!.name, label: label[0]!.text };
    }
    const all = plugs.flatMap((plug) => plug.ports);
    const joined = (of: (port: (typeof all)[number]) => string): string => all.map(of).join(AND);
    return {
      hall: sameOrJoined(all.map(({ device }) => devices[device]!.hall)),
      cabinet: sameOrJoined(all.map(({ device }) => devices[device]!.cabinet)),
      unit: sameOrJoined(all.map(({ device }) => devices[device]!.unit)),
      device: sameOrJoined(all.map(({ device }) => devices[device]!.device)),
      port: joined(({ device, port }) => (port === NONE ? '?' : devices[device]!.ports[port]!.name)),
      label: [...new Set(label.map(({ text }) => text))].join(AND),
    };
  }

  function routeOf(cable: number): string {
    const status = cables.status[cable];
    if (status === RouteStatus.noRoute) return 'no route';
    if (status === RouteStatus.sameCabinet) return 'inside the cabinet';
    if (status === RouteStatus.bayed) return 'through the side';
    const row = cables.route[cable]!;
    const route = must(routes[row], 'route');
    const cabinetA = must(survey.devices[links.aDevice[cables.longestLink[cable]!]!], 'device').cabinet;
    const forward = must(survey.accesses[route.accessA], 'access').cabinet === cabinetA;
    const key = forward ? row + 1 : -row - 1;
    let text = routeTexts.get(key);
    if (text === undefined) {
      const names = route.steps.flatMap(({ edge }) => (edge < survey.network.segmentCount ? [survey.network.segments[edge]!.name] : []));
      text = (forward ? names : names.reverse()).join(THEN);
      routeTexts.set(key, text);
    }
    return text;
  }

  function skuOf(family: number, orderedMm: number): string | null {
    if (orderedMm === NONE) return null;
    const known = skus[family]!;
    let sku = known.get(orderedMm);
    if (sku === undefined) known.set(orderedMm, (sku = skuOfLength(families[family]!, orderedMm)));
    return sku;
  }

  function opticsOf(cable: number, end: 'transceiverA' | 'transceiverB'): string {
    const first = cables.firstLink[cable]!;
    if (tiers[cables.tier[cable]!]!.parts !== null) return partsOfLink(cabling, first)[end] ?? '';
    return sameOrJoined(Array.from({ length: cables.linkCount[cable]! }, (_, leg) => partsOfLink(cabling, first + leg)[end] ?? ''));
  }

  function noteOf(cable: number): string {
    const unknown =
      cables.requiredMm[cable] === NONE ? 'length unknown' : cables.orderedMm[cable] === NONE ? 'nothing on offer is long enough' : null;
    const free = spare.get(cable);
    const legs = free === undefined ? null : `${free} spare ${free === 1 ? 'leg' : 'legs'}`;
    return [notes.get(cable), unknown, legs].filter((part) => part !== undefined && part !== null).join('; ');
  }

  return (cable) => {
    const ends = cableEnds(cabling, cable);
    const ownLabels = labels.labelsOf(cable);
    const [tier, family] = [cables.tier[cable]!, cables.family[cable]!];
    const [requiredMm, orderedMm] = [known(cables.requiredMm[cable]!), known(cables.orderedMm[cable]!)];
    return {
      cable: cabling.cableName(cable),
      fabric: fabrics[tier]!,
      tier: tiers[tier]!.name,
      a: endOf(ends.a, 'A', ownLabels),
      b: endOf(ends.b, 'B', ownLabels),
      family: families[family]!.id,
      sku: skuOf(family, cables.orderedMm[cable]!),
      pathMm: known(cables.pathMm[cable]!),
      slackMm: known(cables.slackMm[cable]!),
      requiredMm,
      orderedMm,
      surplusMm: requiredMm === null || orderedMm === null ? null : orderedMm - requiredMm,
      route: routeOf(cable),
      note: noteOf(cable),
      opticsA: opticsOf(cable, 'transceiverA'),
      opticsB: opticsOf(cable, 'transceiverB'),
    };
  };
}

function known(value: number): number | null {
  return value === NONE ? null : value;
}

function sameOrJoined(texts: readonly string[]): string {
  return texts.every((text) => text === texts[0]) ? texts[0]! : texts.join(AND);
}

/** What people set on a cable's links, in words. */
function overrideNotes(plan: LaidPlan['plan'], cabling: LaidPlan['cabling']): Map<number, string> {
  const notes = new Map<number, string>();
  for (const [cable, { requiredMm, family, label }] of overriddenCables(plan, cabling)) {
    const parts = [
      requiredMm === null ? null : `${REQUIRED_SET}${(requiredMm / 1000).toFixed(3)} m`,
      family === null ? null : `${FAMILY_SET}${family}`,
      label === null ? null : LABEL_SET,
    ].filter((part) => part !== null);
    notes.set(cable, parts.join('; '));
  }
  return notes;
}

const metres = (title: string): Column => ({ kind: 'decimal', title: `${title} (m)`, decimals: 3, widthChars: 10 });
const text = (title: string, widthChars: number): Column => ({ kind: 'text', title, widthChars });
const endColumns = (end: string): Column[] => [
  text(`${end} hall`, 10),
  text(`${end} cabinet`, 10),
  { kind: 'integer', title: `${end} U`, widthChars: 6 },
  text(`${end} device`, 18),
  text(`${end} port`, 10),
];

/** In this order for good: people's own sheets refer to columns by place. New ones go to the end. */
export const scheduleColumns: readonly Column[] = [
  text('Cable ID', 44),
  text('Fabric', 16),
  text('Tier', 12),
  ...endColumns('A'),
  ...endColumns('B'),
  text('Family', 24),
  text('SKU', 18),
  metres('Path'),
  metres('Slack'),
  metres('Required'),
  metres('Ordered'),
  metres('Surplus'),
  text('Route', 40),
  text('Label A', 26),
  text('Label B', 26),
  text('Note', 30),
  text('Channel', 44),
  text('Transceiver A', 24),
  text('Transceiver B', 24),
];

/** The schedule as a table for the writers, cables in the order of their links. Where links run through panels it says for each cable which. */
export function cableSchedule(laid: LaidPlan): Table {
  return { name: 'Cables', columns: scheduleColumns, rows: scheduleRows(laid), totals: [] };
}

function* scheduleRows(laid: LaidPlan): Generator<Row> {
  const read = scheduleReader(laid);
  const channels = channelTexts(laid.cabling);
  for (let cable = 0; cable < laid.cabling.cables.count; cable += 1) {
    const row = read(cable);
    const lengths = [row.pathMm, row.slackMm, row.requiredMm, row.orderedMm, row.surplusMm].map(inMetres);
    const start = [row.cable, row.fabric, row.tier, ...endCells(row.a), ...endCells(row.b), row.family, row.sku];
    yield [
      ...start,
      ...lengths,
      row.route,
      row.a.label,
      row.b.label,
      row.note === '' ? null : row.note,
      channels.get(cable) ?? null,
      row.opticsA === '' ? null : row.opticsA,
      row.opticsB === '' ? null : row.opticsB,
    ];
  }
}

/** A unit is a number unless a splitter's legs end in different ones. */
function endCells(end: ScheduleEnd): Cell[] {
  const unit = Number(end.unit);
  return [end.hall, end.cabinet, Number.isNaN(unit) ? end.unit : unit, end.device, end.port];
}

function inMetres(lengthMm: number | null): number | null {
  return lengthMm === null ? null : lengthMm / 1000;
}

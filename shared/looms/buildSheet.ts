/** What a cable maker builds looms from: a table of looms, and one of their legs with every text that is printed on them. */
import type { Cell, Column, Row, Table } from '../writers/table.ts';
import type { CableFamily } from '../catalog/types.ts';
import {
  loomDescriber,
  loomFigures,
  MADE_TEXTS,
  pullReason,
  type BreakoutReport,
  type LegEnd,
  type LoomFigures,
  type LoomReport,
} from './describeLoom.ts';
import { loomsOf, type Loom, type LoomInput } from './looms.ts';

const metres = (title: string): Column => ({ kind: 'decimal', title: `${title} (m)`, decimals: 3, widthChars: 10 });
const text = (title: string, widthChars: number): Column => ({ kind: 'text', title, widthChars });
const whole = (title: string): Column => ({ kind: 'integer', title, widthChars: 8 });

/** Names of cabinets stand in every hall; the id is what a plan is asked by. */
const placeColumns: readonly Column[] = [text('Loom ID', 44), text('Hall 1', 16), text('Hall 2', 16)];

/** In this order for good, as people's own sheets refer to columns by place. New ones go to the end. */
const loomColumns: readonly Column[] = [
  text('Loom', 24),
  text('Made', 14),
  text('Family', 30),
  text('Family ID', 26),
  whole('Cables'),
  whole('Fibers'),
  text('End 1', 12),
  text('Breakout 1', 16),
  text('End 2', 12),
  text('Breakout 2', 16),
  metres('Trunk'),
  metres('Longest'),
  { kind: 'decimal', title: 'Diameter (mm)', decimals: 1, widthChars: 10 },
  { kind: 'decimal', title: 'Mass (kg)', decimals: 3, widthChars: 10 },
  text('Connector A', 16),
  text('Connector B', 16),
  text('Polarity', 10),
  { kind: 'integer', title: 'Tolerance minus (mm)', widthChars: 10 },
  { kind: 'integer', title: 'Tolerance plus (mm)', widthChars: 10 },
  { kind: 'integer', title: 'Bend radius (mm)', widthChars: 10 },
  text('Pulled from', 12),
  text('Why', 40),
  ...placeColumns,
];

const endColumns = (end: 1 | 2): Column[] => [
  text(`Device ${end}`, 18),
  whole(`U ${end}`),
  text(`Port ${end}`, 10),
  text(`Connector ${end}`, 16),
  metres(`Leg ${end}`),
  metres(`To port ${end}`),
  text(`Label ${end}`, 30),
];

const legColumns: readonly Column[] = [
  text('Loom', 24),
  whole('Leg'),
  text('Cable ID', 44),
  ...endColumns(1),
  ...endColumns(2),
  metres('Trunk'),
  metres('Made'),
  metres('Required'),
  text('Reaches', 8),
  ...placeColumns,
  text('Cabinet 1', 12),
  text('Cabinet 2', 12),
];

/** Of plans with trunks: what is known of the legs that their makers give. */
const makerColumns: readonly Column[] = [text('Maker’s leg 1', 18), text('Maker’s leg 2', 18)];

/** Looms, and their legs: for a workbook. */
export function buildSheetTables(input: LoomInput): readonly [Table, Table] {
  const describe = loomDescriber(input);
  const looms = loomsOf(input);
  const hasTrunks = looms.some(({ made }) => made === 'trunk');
  const columns = hasTrunks ? [...legColumns, ...makerColumns] : legColumns;
  const rows = lazily(looms, (loom) => legRows(describe(loom), hasTrunks));
  return [
    { name: 'Legs', columns, rows, totals: [] },
    { name: 'Looms', columns: loomColumns, rows: lazily(looms, (loom) => [loomRow(loomFigures(input, loom))]), totals: [] },
  ];
}

/** Loom by loom, as they are written: a campus has a million legs. */
function lazily(looms: readonly Loom[], rowsOf: (loom: Loom) => readonly Row[]): Iterable<Row> {
  return {
    *[Symbol.iterator]() {
      for (const loom of looms) yield* rowsOf(loom);
    },
  };
}

function loomRow(loom: LoomFigures): Row {
  const { family, breakouts } = loom;
  return [
    loom.name,
    MADE_TEXTS[loom.made],
    family.name,
    family.id,
    loom.cables,
    loom.fibers,
    breakouts[0].cabinetName,
    openingText(breakouts[0]),
    breakouts[1].cabinetName,
    openingText(breakouts[1]),
    inMetres(loom.trunkMm),
    inMetres(loom.lengthMm),
    loom.diameterMm,
    loom.massG / 1000,
    connectorText(family, 'endA'),
    connectorText(family, 'endB'),
    family.polarity,
    family.tolerance.minusMm,
    family.tolerance.plusMm,
    family.bendRadiusMm,
    breakouts[loom.pull.end].cabinetName,
    pullReason(loom.pull),
    ...placeCells(loom),
  ];
}

function legRows(loom: LoomReport, hasTrunks: boolean): Row[] {
  return loom.legs.map((leg) => [
    loom.name,
    leg.number,
    leg.cableName,
    ...endCells(leg.ends[0]),
    ...endCells(leg.ends[1]),
    inMetres(loom.trunkMm),
    inMetres(leg.madeMm ?? loom.lengthMm),
    inMetres(leg.requiredMm),
    leg.fits === null ? 'unknown' : leg.fits ? 'yes' : 'no',
    ...placeCells(loom),
    loom.breakouts[0].cabinetName,
    loom.breakouts[1].cabinetName,
    ...(hasTrunks ? leg.ends.map((end) => (loom.made === 'trunk' ? makerText(end) : null)) : []),
  ]);
}

/** `reaches`, `0.234 m short`, `unknown`. */
function makerText({ madeMm, portMm }: LegEnd): string {
  if (madeMm === null) return 'unknown';
  return madeMm >= portMm ? 'reaches' : `${((portMm - madeMm) / 1000).toFixed(3)} m short`;
}

function placeCells({ id, breakouts }: LoomFigures): Cell[] {
  return [id, breakouts[0].hallName, breakouts[1].hallName];
}

function endCells({ device, positionU, port, connector, madeMm, portMm, label }: LegEnd): Cell[] {
  return [device, positionU, port, connector, inMetres(madeMm), inMetres(portMm), label];
}

/** `top rear`. */
export function openingText({ side, edge }: BreakoutReport): string {
  return `${edge} ${side}`;
}

/** `MPO-12/APC, unpinned`. */
export function connectorText(family: CableFamily, end: 'endA' | 'endB'): string {
  const { connector, gender } = family[end];
  return gender === null ? connector : `${connector}, ${gender}`;
}

function inMetres(lengthMm: number | null): number | null {
  return lengthMm === null ? null : lengthMm / 1000;
}

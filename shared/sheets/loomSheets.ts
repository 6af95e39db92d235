/** Build sheets: each loom with its ends, its trunk and its staggered legs, for the cable maker and for the bench where it is checked. */
import { diameterText, type Units } from '../quantities.ts';
import { loomDescriber, MADE_TEXTS, type BreakoutReport, type LoomReport } from '../looms/describeLoom.ts';
import type { Plan } from '../plan/types.ts';
import { connectorText, openingText } from '../looms/buildSheet.ts';
import { loomsOf, type Loom } from '../looms/looms.ts';
import { makerLegsText } from '../looms/trunkLegs.ts';
import { G_PER_POUND } from '../unitFactors.ts';
import type { Sheet } from './drawing.ts';
import { cableLength, sizeFigure } from './figures.ts';
import { drawTableFrame, tableZone } from './frame.ts';
import type { Pen, Rectangle } from './pen.ts';
import { makeSheet, type SheetContext, type SheetPart } from './sheetContext.ts';
import { drawTable, tableSizes, type SheetColumn } from './tableLayout.ts';
import { textWidthMm } from './textMetrics.ts';

const columns: readonly SheetColumn[] = [
  { title: 'Leg', share: 8, align: 'end' },
  { title: 'Device', share: 24, align: 'start' },
  { title: 'U', share: 7, align: 'end' },
  { title: 'Port', share: 14, align: 'start' },
  { title: 'Leg length', share: 18, align: 'end' },
  { title: 'Label', share: 44, align: 'start' },
  { title: 'Device', share: 24, align: 'start' },
  { title: 'U', share: 7, align: 'end' },
  { title: 'Port', share: 14, align: 'start' },
  { title: 'Leg length', share: 18, align: 'end' },
  { title: 'Label', share: 44, align: 'start' },
  { title: 'Plug to plug', share: 18, align: 'end' },
  { title: 'Made', share: 10, align: 'tick' },
  { title: 'Tested', share: 10, align: 'tick' },
];

const HEADING_MM = 16;
const FIGURE_MM = 22;
const BETWEEN_MM = 8;
/** Legs of the figure fan out no farther than this. */
const FAN_MM = 16;

interface Block {
  readonly loom: Loom;
  readonly from: number;
  readonly to: number;
  readonly topMm: number;
}

export function loomsPart(context: SheetContext): SheetPart {
  const { derived, paper } = context;
  const zone = tableZone(paper);
  const pages = flow(loomsOf(derived), zone.widthMm, zone.heightMm);
  return {
    kind: 'looms',
    count: pages.length,
    *sheets(first, total): Generator<Sheet> {
      const describe = loomDescriber(derived);
      for (const [i, blocks] of pages.entries()) {
        const names = [...new Set([blocks[0]!, blocks.at(-1)!].map(({ loom }) => loom.name))];
        const head = {
          id: `looms-${i + 1}`,
          title: `Build sheet, ${names.length > 1 ? 'looms' : 'loom'} ${names.join(' to ')}`,
          paper,
          scale: null,
          number: first + i,
          count: total,
        };
        yield makeSheet(context, head, (pen, facts) => {
          drawTableFrame(pen, facts);
          for (const block of blocks) {
            const place = { x: zone.x, y: zone.y + block.topMm, widthMm: zone.widthMm, heightMm: 0 };
            drawLoom(pen, place, describe(block.loom), block, derived.plan);
          }
        });
      }
    },
  };
}

/** Looms one below the other; one that fits a sheet is never parted. */
function flow(looms: readonly Loom[], widthMm: number, heightMm: number): Block[][] {
  const { rowMm, headMm } = tableSizes(widthMm);
  const fixedMm = HEADING_MM + FIGURE_MM + headMm;
  const deep = Math.max(1, Math.floor((heightMm - fixedMm - 2) / rowMm));
  const pages: Block[][] = [];
  let topMm = Infinity;
  for (const loom of looms) {
    for (let from = 0; from < loom.legs.length; from += deep) {
      const to = Math.min(loom.legs.length, from + deep);
      const blockMm = fixedMm + (to - from) * rowMm;
      if (topMm + blockMm > heightMm - 2) {
        pages.push([]);
        topMm = 0;
      }
      pages.at(-1)!.push({ loom, from, to, topMm });
      topMm += blockMm + BETWEEN_MM;
    }
  }
  return pages;
}

function drawLoom(pen: Pen, place: Rectangle, loom: LoomReport, { from, to }: Block, plan: Plan): void {
  const { units } = plan.settings;
  drawHeading(pen, place, loom, from === 0 && to === loom.legs.length ? '' : `legs ${from + 1} to ${to}`, plan);
  drawFigure(pen, { ...place, y: place.y + HEADING_MM, heightMm: FIGURE_MM }, loom, units);
  const legText = (madeMm: number | null, portMm: number): string =>
    madeMm === null ? `${loom.made === 'trunk' ? 'unknown, ' : ''}reach ${cableLength(portMm, units)}` : cableLength(madeMm, units);
  const rows = loom.legs.slice(from, to).map(({ number, ends: [a, b], madeMm, fits }): string[] => {
    const wholeMm = madeMm ?? loom.lengthMm;
    return [
      String(number),
      a.device,
      String(a.positionU),
      a.port,
      legText(a.madeMm, a.portMm),
      a.label,
      b.device,
      String(b.positionU),
      b.port,
      legText(b.madeMm, b.portMm),
      b.label,
      `${wholeMm === null ? '?' : cableLength(wholeMm, units)}${fits === false ? ' (short)' : ''}`,
    ];
  });
  drawTable(pen, { ...place, y: place.y + HEADING_MM + FIGURE_MM }, columns, rows);
}

function drawHeading(pen: Pen, { x, y, widthMm }: Rectangle, loom: LoomReport, page: string, { settings: { units }, halls }: Plan): void {
  const { family, breakouts } = loom;
  const placeText = ({ cabinetName, hallName }: BreakoutReport): string => (halls.size > 1 ? `${cabinetName} in ${hallName}` : cabinetName);
  const title = `Loom ${loom.name}`;
  pen.text(title, x, y + 4.6, 4, 'tableHead', { weight: 'semibold', maxWidthMm: widthMm * 0.5 });
  const titleMm = Math.min(textWidthMm(title, 4, 'semibold'), widthMm * 0.5);
  const mass = units === 'metric' ? `${(loom.massG / 1000).toFixed(2)} kg` : `${(loom.massG / G_PER_POUND).toFixed(2)} lb`;
  const facts = [
    `${loom.cables} × ${family.name}`,
    MADE_TEXTS[loom.made],
    loom.made === 'trunk' ? makerLegsText(family, (lengthMm) => cableLength(lengthMm, units)) : '',
    loom.fibers === null ? '' : `${loom.fibers} fibers`,
    `diameter ${diameterText(loom.diameterMm, units)}`,
    mass,
    page,
  ];
  pen.text(facts.filter((part) => part !== '').join('  ·  '), x + titleMm + 5, y + 4.6, 2.3, 'tableSoft', {
    maxWidthMm: widthMm - titleMm - 5,
  });
  const { minusMm, plusMm } = family.tolerance;
  const ends = [
    `End 1 ${placeText(breakouts[0])}, end 2 ${placeText(breakouts[1])}`,
    `pull from ${placeText(breakouts[loom.pull.end])}`,
    `connectors ${connectorText(family, 'endA')} to ${connectorText(family, 'endB')}`,
    family.polarity === null ? '' : `polarity ${family.polarity}`,
    `tolerance −${sizeFigure(minusMm, units)} / +${sizeFigure(plusMm, units)}${units === 'metric' ? ' mm' : ''}`,
    `bend radius ${sizeFigure(family.bendRadiusMm, units)}${units === 'metric' ? ' mm' : ''}`,
  ];
  pen.text(ends.filter((part) => part !== '').join('  ·  '), x, y + 9.4, 2.3, 'tableText', { maxWidthMm: widthMm });
  const breakout = (end: 0 | 1): string =>
    `breakout ${end + 1} at the ${openingText(breakouts[end])} opening of ${breakouts[end].cabinetName}`;
  pen.text(`ID ${loom.id}  ·  ${breakout(0)}, ${breakout(1)}. Legs are measured from the breakout points.`, x, y + 13.4, 2.3, 'tableSoft', {
    maxWidthMm: widthMm,
  });
}

/** The trunk between its two breakout points and the legs beyond them, lengths in proportion within each part. */
function drawFigure(pen: Pen, { x, y, widthMm, heightMm }: Rectangle, loom: LoomReport, units: Units): void {
  const middle = y + heightMm / 2;
  const [left, right] = [x + widthMm * 0.3, x + widthMm * 0.7];
  pen.segment(left, middle, right, middle, 'frame');
  const length = loom.made === 'custom' ? `trunk ${cableLength(loom.trunkMm, units)}` : `bound for ${cableLength(loom.boundMm, units)}`;
  pen.text(length, (left + right) / 2, middle - 1.6, 2.4, 'tableText', { anchor: 'middle' });
  const most = Math.max(...loom.legs.flatMap(({ ends }) => ends.map(({ madeMm, portMm }) => madeMm ?? portMm)));
  const roomMm = widthMm * 0.24;
  loom.legs.forEach(({ number, ends }, at) => {
    const fanMm = loom.legs.length === 1 ? 0 : (at / (loom.legs.length - 1) - 0.5) * FAN_MM;
    ([0, 1] as const).forEach((end) => {
      const { madeMm, portMm } = ends[end];
      const from = end === 0 ? left : right;
      const sign = end === 0 ? -1 : 1;
      const kneeX = from + sign * 4;
      const tipX = kneeX + sign * ((madeMm ?? portMm) / most) * roomMm;
      pen.line(
        [
          { x: from, y: middle },
          { x: kneeX, y: middle + fanMm },
          { x: tipX, y: middle + fanMm },
        ],
        'frameHair',
      );
      // Numbers of legs that lie too close for their texts are left to the table.
      if (at % Math.max(1, Math.ceil((loom.legs.length * 1.5) / FAN_MM)) === 0) {
        pen.text(String(number), tipX + sign * 0.8, middle + fanMm + 0.6, 1.7, 'tableSoft', { anchor: end === 0 ? 'end' : 'start' });
      }
    });
  });
  ([left, right] as const).forEach((at, end) => {
    pen.rectangle({ x: at - 0.9, y: middle - 0.9, widthMm: 1.8, heightMm: 1.8 }, 'tick');
    pen.text(loom.breakouts[end as 0 | 1].cabinetName, at, y + heightMm - 0.6, 2.1, 'tableSoft', { anchor: 'middle' });
  });
}

/** Pull sheets: the cable schedule of each cabinet in the order of pulling, with boxes to tick. */
import { NONE } from '../cabling/types.ts';
import type { Units } from '../quantities.ts';
import { makerLegsText } from '../looms/trunkLegs.ts';
import { scheduleReader } from '../takeoff/schedule.ts';
import type { Sheet } from './drawing.ts';
import { groupedDigits, cableLength, nominalLength } from './figures.ts';
import { drawTableFrame, tableZone } from './frame.ts';
import type { Pen, Rectangle } from './pen.ts';
import { pullGroups, type PullGroup } from './pullOrder.ts';
import { makeSheet, type SheetContext, type SheetPart } from './sheetContext.ts';
import { shortRoute } from './shortRoute.ts';
import { drawTable, tableSizes, type SheetColumn } from './tableLayout.ts';
import { textWidthMm } from './textMetrics.ts';

const columns = (units: Units): readonly SheetColumn[] => [
  { title: 'No.', share: 7, align: 'end' },
  { title: 'Cable', share: 47, align: 'start' },
  { title: 'From device', share: 21, align: 'start' },
  { title: 'Port', share: 13, align: 'start' },
  { title: 'To cabinet', share: 14, align: 'start' },
  { title: 'U', share: 6.5, align: 'end' },
  { title: 'Device', share: 21, align: 'start' },
  { title: 'Port', share: 13, align: 'start' },
  { title: 'Family', share: 37, align: 'wrap' },
  { title: 'Length', share: units === 'metric' ? 12 : 22, align: 'end' },
  { title: 'Route', share: units === 'metric' ? 54 : 44, align: 'wrap' },
  { title: 'Pulled', share: 10, align: 'tick' },
  { title: 'Dressed', share: 11, align: 'tick' },
  { title: 'Mated', share: 10, align: 'tick' },
];

/** Narrower tables cannot be read; wider papers carry several side by side. */
const LEAST_TABLE_MM = 255;
const GUTTER_MM = 8;
const HEADING_MM = 12;
/** Between two tables in one column. */
const BETWEEN_MM = 7;

/** One table: some of a cabinet's cables, from `top` in a column of a sheet. */
interface Block {
  readonly group: PullGroup;
  readonly from: number;
  readonly to: number;
  readonly page: number;
  readonly pages: number;
  readonly column: number;
  readonly topMm: number;
}

export function pullPart(context: SheetContext): SheetPart {
  const { derived, paper, rows } = context;
  const zone = tableZone(paper);
  const across = Math.max(1, Math.floor((zone.widthMm + GUTTER_MM) / (LEAST_TABLE_MM + GUTTER_MM)));
  const widthMm = (zone.widthMm - (across - 1) * GUTTER_MM) / across;
  const sheets = divided(flow(pullGroups(derived, rows), widthMm, zone.heightMm), across);
  return {
    kind: 'pull',
    count: sheets.length,
    *sheets(first, total): Generator<Sheet> {
      const read = scheduleReader(derived);
      for (const [i, blocks] of sheets.entries()) {
        const names = [...new Set([blocks[0]!, blocks.at(-1)!].map(({ group }) => group.cabinet.cabinet.name))];
        const head = {
          id: `pull-${i + 1}`,
          title: `Pull sheet, ${names.length > 1 ? 'cabinets' : 'cabinet'} ${names.join(' to ')}`,
          paper,
          scale: null,
          number: first + i,
          count: total,
        };
        yield makeSheet(context, head, (pen, facts) => {
          drawTableFrame(pen, facts);
          for (const block of blocks) {
            const place = { x: zone.x + (block.column % across) * (widthMm + GUTTER_MM), y: zone.y + block.topMm, widthMm, heightMm: 0 };
            drawBlock(pen, place, context, block, read);
          }
        });
      }
    },
  };
}

/** Tables one below the other, column after column. A table that fits a column is never parted. */
function flow(groups: readonly PullGroup[], widthMm: number, heightMm: number): Block[] {
  const { rowMm, headMm } = tableSizes(widthMm);
  const fixedMm = HEADING_MM + headMm;
  const deep = Math.floor((heightMm - fixedMm - 2) / rowMm);
  const blocks: Block[] = [];
  let column = -1;
  let topMm = Infinity;
  for (const group of groups) {
    const pages = Math.ceil(group.cables.length / deep);
    for (let page = 0; page < pages; page += 1) {
      const [from, to] = [page * deep, Math.min(group.cables.length, (page + 1) * deep)];
      const blockMm = fixedMm + (to - from) * rowMm;
      if (topMm + blockMm > heightMm - 2) [column, topMm] = [column + 1, 0];
      blocks.push({ group, from, to, page: page + 1, pages, column, topMm });
      topMm += blockMm + BETWEEN_MM;
    }
  }
  return blocks;
}

function divided(blocks: readonly Block[], across: number): Block[][] {
  const sheets: Block[][] = [];
  for (const block of blocks) (sheets[Math.floor(block.column / across)] ??= []).push(block);
  return sheets;
}

function drawBlock(pen: Pen, place: Rectangle, context: SheetContext, block: Block, read: ReturnType<typeof scheduleReader>): void {
  const { group, from, to, page, pages } = block;
  const { families, cables, tiers } = context.derived.cabling;
  const { units } = context.derived.plan.settings;
  drawHeading(pen, place, context, group, pages > 1 ? `page ${page} of ${pages}` : '');
  const names = new Map(families.map((family) => [family.id, family.name]));
  const rows = group.cables.slice(from, to).map((cable, i): string[] => {
    const row = read(cable);
    const isTrunk = tiers[cables.tier[cable]!]?.rows === 'trunks';
    const legs = isTrunk ? makerLegsText(families[cables.family[cable]!]!, (lengthMm) => cableLength(lengthMm, units)) : '';
    const note = [row.note, legs].filter((part) => part !== '').join('; ');
    return [
      String(from + i + 1),
      row.cable,
      row.a.device,
      row.a.port,
      row.b.cabinet,
      row.b.unit,
      row.b.device,
      row.b.port,
      names.get(row.family) ?? row.family,
      row.orderedMm === null ? '?' : nominalLength(row.orderedMm, units),
      note === '' ? shortRoute(row.route) : `${shortRoute(row.route)} (${note})`,
    ];
  });
  drawTable(pen, { ...place, y: place.y + HEADING_MM }, columns(units), rows);
}

/** The cabinet, what is pulled from it, and what to bring. */
function drawHeading(pen: Pen, place: Rectangle, context: SheetContext, group: PullGroup, page: string): void {
  const { cables, families } = context.derived.cabling;
  const { units } = context.derived.plan.settings;
  const { cabinet } = group.cabinet;
  const lengths = new Map<string, { family: number; orderedMm: number; count: number }>();
  let orderedMm = 0;
  let unknown = 0;
  for (const cable of group.cables) {
    const [family, ordered] = [cables.family[cable]!, cables.orderedMm[cable]!];
    if (ordered === NONE) unknown += 1;
    else orderedMm += ordered;
    const known = lengths.get(`${family} ${ordered}`);
    if (known === undefined) lengths.set(`${family} ${ordered}`, { family, orderedMm: ordered, count: 1 });
    else known.count += 1;
  }
  const hall = context.derived.plan.halls.get(cabinet.hall)?.name ?? '';
  const title = `Cabinet ${cabinet.name}`;
  const most = unknown > 0 ? `at least ${cableLength(orderedMm, units)}, ${unknown} of unknown length` : cableLength(orderedMm, units);
  const facts = [
    hall,
    `${groupedDigits(group.cables.length)} ${group.cables.length === 1 ? 'cable' : 'cables'}`,
    most,
    'farthest first',
    page,
  ]
    .filter((part) => part !== '')
    .join('  ·  ');
  pen.text(title, place.x, place.y + 4.6, 4, 'tableHead', { weight: 'semibold', maxWidthMm: place.widthMm * 0.45 });
  const titleMm = Math.min(textWidthMm(title, 4, 'semibold'), place.widthMm * 0.45);
  pen.text(facts, place.x + titleMm + 5, place.y + 4.6, 2.3, 'tableSoft', { maxWidthMm: place.widthMm - titleMm - 5 });
  const bring = [...lengths.values()]
    .sort((a, b) => a.family - b.family || a.orderedMm - b.orderedMm)
    .map(
      (line) =>
        `${line.count} × ${line.orderedMm === NONE ? 'unknown length' : nominalLength(line.orderedMm, units)} ${families[line.family]!.name}`,
    );
  pen.text(`Bring: ${bring.join(', ')}`, place.x, place.y + 9.2, 2.3, 'tableText', { maxWidthMm: place.widthMm });
}

/** Pull sheets: the cable schedule of each cabinet in the order of pulling, with boxes to tick. */
import { NONE } from '../cabling/types.ts';
import { scheduleReader } from '../takeoff/schedule.ts';
import type { Sheet } from './drawing.ts';
import { groupedDigits, metresOf, nominalLength } from './figures.ts';
import { drawTableFrame, tableZone } from './frame.ts';
import type { Pen, Rectangle } from './pen.ts';
import { pullGroups, type PullGroup } from './pullOrder.ts';
import { makeSheet, type SheetContext, type SheetPart } from './sheetContext.ts';
import { drawTable, TABLE_HEAD_MM, TABLE_ROW_MM, type SheetColumn } from './tableLayout.ts';
import { textWidthMm } from './textMetrics.ts';

const COLUMNS: readonly SheetColumn[] = [
  { title: 'No.', share: 7, align: 'end' },
  { title: 'Cable', share: 50, align: 'start' },
  { title: 'From device', share: 23, align: 'start' },
  { title: 'Port', share: 15, align: 'start' },
  { title: 'To cabinet', share: 15, align: 'start' },
  { title: 'U', share: 7, align: 'end' },
  { title: 'Device', share: 23, align: 'start' },
  { title: 'Port', share: 15, align: 'start' },
  { title: 'Family', share: 30, align: 'start' },
  { title: 'Length', share: 13, align: 'end' },
  { title: 'Route', share: 46, align: 'start' },
  { title: 'Pulled', share: 10.5, align: 'tick' },
  { title: 'Dressed', share: 11.5, align: 'tick' },
  { title: 'Mated', share: 10.5, align: 'tick' },
];

/** Narrower tables cannot be read; wider papers carry several side by side. */
const LEAST_TABLE_MM = 255;
const GUTTER_MM = 8;
const HEADING_MM = 12;

/** One table: part of a cabinet's cables. */
interface Block {
  readonly group: PullGroup;
  readonly from: number;
  readonly to: number;
  readonly page: number;
  readonly pages: number;
}

export function pullPart(context: SheetContext): SheetPart {
  const { derived, paper, rows } = context;
  const zone = tableZone(paper);
  const across = Math.max(1, Math.floor((zone.widthMm + GUTTER_MM) / (LEAST_TABLE_MM + GUTTER_MM)));
  const deep = Math.floor((zone.heightMm - HEADING_MM - TABLE_HEAD_MM - 3) / TABLE_ROW_MM);
  const blocks = pullGroups(derived, rows).flatMap((group) => blocksOf(group, deep));
  const count = Math.ceil(blocks.length / across);
  return {
    kind: 'pull',
    count,
    *sheets(first, total): Generator<Sheet> {
      const read = scheduleReader(derived);
      const widthMm = (zone.widthMm - (across - 1) * GUTTER_MM) / across;
      for (let sheet = 0; sheet < count; sheet += 1) {
        const shown = blocks.slice(sheet * across, (sheet + 1) * across);
        const names = [...new Set([shown[0]!, shown.at(-1)!].map(({ group }) => group.cabinet.cabinet.name))];
        const head = {
          id: `pull-${sheet + 1}`,
          title: `Pull sheet, ${names.length > 1 ? 'cabinets' : 'cabinet'} ${names.join(' to ')}`,
          paper,
          scale: null,
          number: first + sheet,
          count: total,
        };
        yield makeSheet(context, head, (pen, facts) => {
          drawTableFrame(pen, facts);
          shown.forEach((block, column) => {
            const place = { ...zone, x: zone.x + column * (widthMm + GUTTER_MM), widthMm };
            drawBlock(pen, place, context, block, read);
          });
        });
      }
    },
  };
}

function blocksOf(group: PullGroup, deep: number): Block[] {
  const pages = Math.ceil(group.cables.length / deep);
  return Array.from({ length: pages }, (_, page) => ({
    group,
    from: page * deep,
    to: Math.min(group.cables.length, (page + 1) * deep),
    page: page + 1,
    pages,
  }));
}

function drawBlock(pen: Pen, place: Rectangle, context: SheetContext, block: Block, read: ReturnType<typeof scheduleReader>): void {
  const { group, from, to, page, pages } = block;
  const { families } = context.derived.cabling;
  drawHeading(pen, place, context, group, pages > 1 ? `page ${page} of ${pages}` : '');
  const names = new Map(families.map((family) => [family.id, family.name]));
  const rows = group.cables.slice(from, to).map((cable, i): string[] => {
    const row = read(cable);
    return [
      String(from + i + 1),
      row.id,
      row.a.device,
      row.a.port,
      row.b.cabinet,
      row.b.unit,
      row.b.device,
      row.b.port,
      names.get(row.family) ?? row.family,
      row.orderedMm === null ? '?' : nominalLength(row.orderedMm),
      row.note === '' ? row.route : `${row.route} (${row.note})`,
    ];
  });
  drawTable(pen, { ...place, y: place.y + HEADING_MM, heightMm: place.heightMm - HEADING_MM }, COLUMNS, rows);
}

/** The cabinet, what is pulled from it, and what to bring. */
function drawHeading(pen: Pen, place: Rectangle, context: SheetContext, group: PullGroup, page: string): void {
  const { cables, families } = context.derived.cabling;
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
  const most = unknown > 0 ? `at least ${metresOf(orderedMm)} m, ${unknown} of unknown length` : `${metresOf(orderedMm)} m`;
  const facts = [hall, `${groupedDigits(group.cables.length)} cables`, most, 'farthest first', page].filter((part) => part !== '').join('  ·  ');
  pen.text(title, place.x, place.y + 4.6, 4, 'tableHead', { weight: 'semibold', maxWidthMm: place.widthMm * 0.45 });
  const titleMm = Math.min(textWidthMm(title, 4, 'semibold'), place.widthMm * 0.45);
  pen.text(facts, place.x + titleMm + 5, place.y + 4.6, 2.3, 'tableSoft', { maxWidthMm: place.widthMm - titleMm - 5 });
  const bring = [...lengths.values()]
    .sort((a, b) => a.family - b.family || a.orderedMm - b.orderedMm)
    .map((line) => `${line.count} × ${line.orderedMm === NONE ? 'unknown length' : nominalLength(line.orderedMm)} ${families[line.family]!.name}`);
  pen.text(`Bring: ${bring.join(', ')}`, place.x, place.y + 9.2, 2.3, 'tableText', { maxWidthMm: place.widthMm });
}

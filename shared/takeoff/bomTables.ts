/** A bill of materials as tables for the writers: the lines with their totals, and what they rest on. */
import type { Column, Row, Table } from '../writers/table.ts';
import { moneyText } from '../catalog/money.ts';
import type { Bom, BomClass } from './types.ts';

const text = (title: string, widthChars: number): Column => ({ kind: 'text', title, widthChars });
const count = (title: string): Column => ({ kind: 'integer', title, widthChars: 10 });

/** Lines and totals; the assumptions are a table of their own, a workbook's second sheet. */
export function bomTables(bom: Bom): { readonly lines: Table; readonly assumptions: Table } {
  const money = (title: string): Column => ({ kind: 'money', title: `${title} (${bom.currency})`, currency: bom.currency, widthChars: 15 });
  return {
    lines: {
      name: 'BOM',
      columns: [
        text('Class', 12),
        text('SKU', 24),
        text('Description', 52),
        text('Unit', 6),
        count('Required'),
        count('Spares'),
        count('Order'),
        money('Unit price'),
        money('Amount'),
        { kind: 'decimal', title: 'Length (m)', decimals: 3, widthChars: 10 },
        text('Family', 28),
        text('Note', 36),
      ],
      rows: bom.lines.map((line): Row => {
        const ownCurrency = line.price?.currency === bom.currency;
        return [
          line.class,
          line.sku,
          line.description,
          line.unit,
          line.required,
          line.spares,
          line.order,
          line.price !== null && ownCurrency ? line.price.amountMinor : null,
          line.amountMinor,
          line.lengthMm === null ? null : line.lengthMm / 1000,
          line.family,
          line.price === null ? 'price unknown' : ownCurrency ? null : `price ${moneyText(line.price)}, not in the total`,
        ];
      }),
      totals: totalRows(bom),
    },
    assumptions: {
      name: 'Assumptions',
      columns: [text('Subject', 40), text('Assumption', 110)],
      rows: bom.assumptions.map((assumption): Row => [assumption.subject, assumption.text]),
      totals: [],
    },
  };
}

const totalNames: Readonly<Record<BomClass, string>> = {
  cabinet: 'All cabinets',
  device: 'All devices',
  transceiver: 'All transceivers',
  cable: 'All cables',
  pathway: 'All pathways',
};

/** One total per class on the bill, then the money of all of them. Class `total` keeps them apart from the lines. */
function totalRows(bom: Bom): Row[] {
  const classes = [...new Set(bom.lines.map((line) => line.class))];
  const rows = classes.map((name): Row => {
    const lines = bom.lines.filter((line) => line.class === name);
    const sum = (of: (line: (typeof lines)[number]) => number): number => lines.reduce((total, line) => total + of(line), 0);
    const unknown = lines.filter((line) => line.amountMinor === null).length;
    const amount = unknown === lines.length ? null : sum((line) => line.amountMinor ?? 0);
    const quantities = [sum((line) => line.required), sum((line) => line.spares), sum((line) => line.order)];
    return [
      'total',
      null,
      totalNames[name],
      name === 'pathway' ? 'm' : 'each',
      ...quantities,
      null,
      amount,
      null,
      null,
      unknownNote(unknown, lines.length),
    ];
  });
  const amount = bom.unknownLines === bom.lines.length ? null : bom.knownAmountMinor;
  const note = unknownNote(bom.unknownLines, bom.lines.length);
  return [...rows, ['total', null, 'All', null, null, null, null, null, amount, null, null, note]];
}

function unknownNote(unknown: number, lines: number): string | null {
  if (unknown === 0) return null;
  return unknown === lines ? 'amount unknown' : `at least; ${String(unknown)} of ${String(lines)} lines have no known amount`;
}

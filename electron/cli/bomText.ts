/** The bill of materials for people at a terminal. */
import { moneyText } from '../../shared/catalog/money.ts';
import type { Bom, BomLine } from '../../shared/takeoff/types.ts';
import { alignedTable, grouped, left, right } from './alignedTable.ts';

export function bomText(bill: Bom): string {
  const lines = alignedTable(
    [left('Class'), left('SKU'), left('Description'), right('Required'), right('Spares'), right('Order'), left('Unit'), right('Amount')],
    bill.lines.map((line) => [
      line.class,
      line.sku ?? '',
      line.description,
      grouped(line.required),
      grouped(line.spares),
      grouped(line.order),
      line.unit,
      amountText(line, bill.currency),
    ]),
  );
  const assumptions = alignedTable(
    [left(''), left('')],
    bill.assumptions.map(({ subject, text }) => [subject, text]),
  );
  return `${lines}\n${totalText(bill)}\n\nThe counts rest on:\n${assumptions}`;
}

function amountText({ amountMinor }: BomLine, currency: string): string {
  return amountMinor === null ? 'unknown' : moneyText({ amountMinor, currency });
}

function totalText({ lines, unknownLines, knownAmountMinor, currency }: Bom): string {
  if (unknownLines === lines.length) return 'Total: unknown, no line has a price';
  const total = moneyText({ amountMinor: knownAmountMinor, currency });
  return unknownLines === 0 ? `Total: ${total}` : `Total: at least ${total}; ${unknownLines} of ${lines.length} lines have no known amount`;
}

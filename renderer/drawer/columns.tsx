/** What the drawer's tables show of their rows, and how wide. */
import type { BomRow, CableRow, FindingRow } from '../../shared/engine/protocol.ts';
import type { GridColumn } from '../ui/DataGrid.tsx';
import { inUnits } from '../ui/engineText.ts';
import { lengthText, numberText, productText, type Units } from '../../shared/quantities.ts';
import { moneyText } from '../ui/quantities.ts';
import { SeverityMark } from '../ui/SeverityMark.tsx';
import { TierName } from '../ui/TierKey.tsx';
import styles from './columns.module.css';

function Unknown({ text }: { readonly text: string }) {
  return <span className={styles.unknown}>{text}</span>;
}

export function cableColumns(units: Units): readonly GridColumn<CableRow>[] {
  const length = (mm: number | null, missing: string) => (mm === null ? <Unknown text={missing} /> : lengthText(mm, units));
  return [
    { key: 'name', title: 'Cable', widthPx: 176, grows: 1, text: nameOf, cell: (row) => <span title={row.name}>{nameOf(row)}</span> },
    { key: 'tier', title: 'Tier', widthPx: 104, text: (row) => row.tier, cell: (row) => <TierName tier={row.tier} /> },
    { key: 'from', title: 'From', widthPx: 104, grows: 1.6, text: (row) => row.from, cell: (row) => row.from },
    { key: 'to', title: 'To', widthPx: 104, grows: 1.6, text: (row) => row.to, cell: (row) => row.to },
    {
      key: 'family',
      title: 'Family',
      widthPx: 92,
      grows: 0.2,
      spare: 2,
      text: (row) => row.familySku ?? row.family,
      cell: (row) => <span title={row.family}>{row.familySku ?? row.family}</span>,
    },
    { key: 'pathMm', title: 'Path', widthPx: 80, spare: 1, align: 'end', cell: (row) => length(row.pathMm, 'no route') },
    { key: 'requiredMm', title: 'Required', widthPx: 80, align: 'end', cell: (row) => length(row.requiredMm, 'no route') },
    {
      key: 'orderedMm',
      title: 'Ordered',
      widthPx: units === 'metric' ? 78 : 116,
      align: 'end',
      cell: (row) => (row.orderedMm === null ? <Unknown text="none fits" /> : productText(row.orderedMm, units)),
    },
  ];
}

function nameOf(row: CableRow): string {
  return row.label ?? (row.name === row.id ? placeInTier(row.id) : row.name);
}

/** A generated link's id without fabric and tier, which have a column of their own. */
function placeInTier(id: string): string {
  const parts = id.split('/');
  return parts.length < 3 ? id : parts.slice(2).join('/');
}

export const bomColumns = (units: Units): readonly GridColumn<BomRow>[] => [
  { key: 'class', title: 'Class', widthPx: 88, cell: (row) => row.class },
  {
    key: 'sku',
    title: 'SKU',
    widthPx: 134,
    text: (row) => row.sku ?? '',
    cell: (row) => row.sku ?? <Unknown text="no number" />,
  },
  { key: 'description', title: 'Description', widthPx: 140, grows: 2, text: (row) => row.description, cell: (row) => row.description },
  {
    key: 'lengthMm',
    title: 'Length',
    widthPx: units === 'metric' ? 66 : 116,
    align: 'end',
    cell: (row) => (row.lengthMm === null ? '' : productText(row.lengthMm, units)),
  },
  { key: 'required', title: 'Required', widthPx: 76, align: 'end', cell: (row) => quantity(row, row.required) },
  { key: 'spares', title: 'Spares', widthPx: 64, spare: 2, align: 'end', cell: (row) => quantity(row, row.spares) },
  {
    key: 'order',
    title: 'Order',
    widthPx: 68,
    align: 'end',
    text: (row) => quantity(row, row.order),
    cell: (row) => <strong>{quantity(row, row.order)}</strong>,
  },
  { key: 'unit', title: 'Unit', widthPx: 48, cell: (row) => row.unit },
  {
    key: 'price',
    title: 'Price',
    widthPx: 84,
    spare: 1,
    align: 'end',
    cell: (row) => (row.price === null ? <Unknown text="unknown" /> : moneyText(row.price.amountMinor, row.price.currency)),
  },
  {
    key: 'amountMinor',
    title: 'Amount',
    widthPx: 96,
    align: 'end',
    cell: (row) =>
      row.amountMinor === null || row.price === null ? <Unknown text="unknown" /> : moneyText(row.amountMinor, row.price.currency),
  },
];

function quantity(row: BomRow, value: number): string {
  return numberText(value, row.unit === 'm' && !Number.isInteger(value) ? 1 : 0);
}

/** What is done to a finding from its row. */
export interface FindingRowAction {
  readonly name: 'Accept…' | 'Reopen';
  readonly run: (row: FindingRow) => void;
}

/** Reachable by mouse; the keyboard has the same button in the inspector, beside the selected row. */
export function findingColumns(action: FindingRowAction, units: Units): readonly GridColumn<FindingRow>[] {
  // Nothing is accepted among those that stand: their room goes to the figures.
  const figures = findingFigures(units).filter(({ key }) => key !== 'accepted' || action.name === 'Reopen');
  return [
    ...figures,
    { key: 'action', title: 'Action', widthPx: 92, align: 'end', cell: (row) => <RowAction row={row} action={action} /> },
  ];
}

function RowAction({ row, action }: { readonly row: FindingRow; readonly action: FindingRowAction }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.action}
      aria-label={`${action.name} ${row.message}`}
      onClick={() => action.run(row)}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {action.name}
    </button>
  );
}

const findingFigures = (units: Units): readonly GridColumn<FindingRow>[] => [
  {
    key: 'severity',
    title: 'Severity',
    widthPx: 96,
    text: (row) => row.severity,
    cell: (row) => (
      <span className={styles.severity}>
        <SeverityMark severity={row.severity} hidden />
        {row.severity}
      </span>
    ),
  },
  {
    key: 'message',
    title: 'Finding',
    widthPx: 200,
    grows: 2.4,
    text: (row) => inUnits(row.message, units),
    cell: (row) => inUnits(row.message, units),
  },
  {
    key: 'required',
    title: 'Required',
    widthPx: 96,
    grows: 0.8,
    text: (row) => inUnits(row.required, units),
    cell: (row) => inUnits(row.required, units),
  },
  {
    key: 'actual',
    title: 'Actual',
    widthPx: 90,
    spare: 2,
    grows: 0.8,
    text: (row) => inUnits(row.actual, units),
    cell: (row) => inUnits(row.actual, units),
  },
  {
    key: 'mend',
    title: 'What to do',
    widthPx: 130,
    grows: 1.6,
    text: (row) => inUnits(row.mend, units),
    cell: (row) => inUnits(row.mend, units),
  },
  {
    key: 'code',
    title: 'Code',
    widthPx: 120,
    spare: 1,
    grows: 0.4,
    text: (row) => row.code,
    cell: (row) => <span className={styles.code}>{row.code}</span>,
  },
  {
    key: 'accepted',
    title: 'Accepted',
    widthPx: 92,
    text: (row) => row.accepted ?? '',
    cell: (row) => row.accepted ?? '',
  },
];

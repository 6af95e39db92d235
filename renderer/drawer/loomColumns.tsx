/** What the table of looms shows of its rows, and how wide. */
import type { LoomRow } from '../../shared/engine/loomRow.ts';
import { MADE_TEXTS } from '../../shared/looms/describeLoom.ts';
import { diameterText, massText, numberText, productText, type Units } from '../../shared/quantities.ts';
import type { GridColumn } from '../ui/DataGrid.tsx';
import { UNKNOWN } from '../ui/quantities.ts';
import styles from './columns.module.css';

export function loomColumns(units: Units): readonly GridColumn<LoomRow>[] {
  const missing = (text: string) => <span className={styles.unknown}>{text}</span>;
  return [
    { key: 'name', title: 'Loom', widthPx: 128, grows: 1, text: ({ name }) => name, cell: ({ name }) => name },
    { key: 'made', title: 'Made', widthPx: 122, text: ({ made }) => MADE_TEXTS[made], cell: ({ made }) => MADE_TEXTS[made] },
    { key: 'from', title: 'From', widthPx: 76, grows: 0.5, text: ({ from }) => from, cell: ({ from }) => from },
    { key: 'to', title: 'To', widthPx: 76, grows: 0.5, text: ({ to }) => to, cell: ({ to }) => to },
    {
      key: 'pulledFrom',
      title: 'Pulled from',
      widthPx: 92,
      grows: 0.5,
      text: ({ pulledFrom }) => pulledFrom,
      cell: ({ pulledFrom }) => pulledFrom,
    },
    { key: 'cables', title: 'Cables', widthPx: 68, align: 'end', cell: ({ cables }) => numberText(cables) },
    {
      key: 'fibers',
      title: 'Fibers',
      widthPx: 68,
      spare: 2,
      align: 'end',
      cell: ({ fibers }) => (fibers === null ? missing(UNKNOWN) : numberText(fibers)),
    },
    {
      key: 'lengthMm',
      title: 'Length',
      widthPx: units === 'metric' ? 78 : 124,
      align: 'end',
      cell: ({ lengthMm }) => (lengthMm === null ? missing('none fits') : productText(lengthMm, units)),
    },
    {
      key: 'diameterMm',
      title: 'Diameter',
      widthPx: 80,
      spare: 1,
      align: 'end',
      cell: ({ diameterMm }) => diameterText(diameterMm, units),
    },
    { key: 'massG', title: 'Mass', widthPx: 76, spare: 1, align: 'end', cell: ({ massG }) => massText(massG, units) },
    {
      key: 'isDecided',
      title: 'Bound',
      widthPx: 80,
      text: ({ isDecided }) => (isDecided ? 'by hand' : 'by rules'),
      cell: ({ isDecided }) => (isDecided ? 'by hand' : missing('by rules')),
    },
  ];
}

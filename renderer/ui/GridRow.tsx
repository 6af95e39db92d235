/** One row of a table. Drawn anew only when its own row changes, so that scrolling costs no more than the rows that come into view. */
import { memo, type MouseEvent } from 'react';
import type { GridColumn } from './DataGrid.tsx';
import { howOfClick, type PickHow } from './gridKeys.ts';
import styles from './DataGrid.module.css';

interface GridRowProps {
  readonly id: string;
  readonly place: number;
  readonly startPx: number;
  readonly row: unknown;
  readonly rowId: string | undefined;
  readonly columns: readonly GridColumn<unknown>[];
  readonly template: string;
  readonly selected: boolean;
  readonly active: boolean;
  readonly onPick: (place: number, how: PickHow) => void;
  readonly onOpen: (place: number) => void;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { id, place, startPx, row, rowId, columns, template, selected, active, onPick, onOpen } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={place + 2}
      aria-selected={selected}
      data-active={active}
      data-place={place}
      data-row-id={rowId}
      className={styles.row}
      style={{ gridTemplateColumns: template, transform: `translateY(${startPx}px)` }}
      onClick={(event) => onPick(place, howOfClick(event))}
      onMouseDown={keepText}
      onDoubleClick={() => onOpen(place)}
    >
      {columns.map((column) => (
        <div
          key={column.key}
          role="gridcell"
          className={styles.cell}
          data-align={column.align ?? 'start'}
          data-column={column.key}
          // Words may be cut off; figures have room.
          title={row === null || column.align === 'end' ? undefined : column.text?.(row)}
        >
          {row === null ? <span className={styles.pending} /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
});

/** Shift with a click takes rows, not their text. */
function keepText(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}

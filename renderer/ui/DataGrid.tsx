/**
 * A table of any number of rows: only those in view are drawn. Rows come from outside by their place in the table,
 * null while they are on their way. One tab stop; arrows, Page Up and Down, Home and End move, Enter acts.
 */
import { memo, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { rem } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { layout } from '../theme/tokens.ts';
import { useTextScale } from './textScale.ts';
import { fittingColumns, type Fitting } from './fittingColumns.ts';
import styles from './DataGrid.module.css';

export interface GridColumn<Row> extends Fitting {
  /** Field of the row that it sorts by. */
  readonly key: string;
  readonly title: string;
  /** Its share of the room that the least widths leave. */
  readonly grows?: number;
  readonly align?: 'start' | 'end';
  readonly cell: (row: Row) => ReactNode;
}

export interface GridSort {
  readonly by: string;
  readonly descending: boolean;
}

interface DataGridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly count: number;
  readonly rowAt: (place: number) => Row | null;
  readonly rowId: (row: Row) => string;
  readonly onRange: (first: number, last: number) => void;
  readonly sort: GridSort | null;
  readonly onSort: (sort: GridSort | null) => void;
  /** Place of the row that the keyboard is on; −1: none. */
  readonly active: number;
  readonly onActive: (place: number) => void;
  /** Enter or double click. */
  readonly onOpen: (place: number) => void;
  readonly isSelected: (row: Row) => boolean;
  /** Shown instead of rows when there are none. */
  readonly empty: ReactNode;
}

const OVERSCAN_ROWS = 12;

export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, count, rowAt, rowId, onRange, sort, onSort, active, onActive, onOpen, isSelected, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState(0);
  useEffect(() => {
    if (scroller.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidthPx(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);
  const scale = useTextScale();
  const rowPx = layout.tableRow * scale;
  const columns = useMemo(() => fittingColumns(props.columns, widthPx / scale), [props.columns, widthPx, scale]);
  const baseId = useId();
  // Every value read from the virtualizer is read in this render only; none is kept in a memo.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: rowPx,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowPx]);
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;

  useEffect(() => {
    if (last >= first) onRange(first, last);
  }, [first, last, onRange]);

  const move = (place: number) => {
    const next = Math.max(0, Math.min(count - 1, place));
    virtualizer.scrollToIndex(next, { align: 'auto' });
    onActive(next);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || count === 0) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    };
    const target = steps[event.key];
    if (target !== undefined) move(target);
    else if (event.key === 'Enter' && active >= 0) onOpen(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const template = columns
    .map((column) => (column.grows === undefined ? rem(column.widthPx) : `minmax(${rem(column.widthPx)}, ${column.grows}fr)`))
    .join(' ');
  const minWidth = rem(columns.reduce((sum, column) => sum + column.widthPx, 0));
  const activeVisible = active >= first && active <= last;

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={activeVisible ? `${baseId}-${active}` : undefined}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles.head} style={{ minWidth }}>
        <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
          {columns.map((column) => {
            const sorted = sort?.by === column.key ? (sort.descending ? 'descending' : 'ascending') : 'none';
            return (
              <div key={column.key} role="columnheader" aria-sort={sorted} className={styles.cell} data-align={column.align ?? 'start'}>
                <button
                  type="button"
                  tabIndex={-1}
                  className={styles.sort}
                  onClick={() =>
                    onSort(
                      sorted === 'none'
                        ? { by: column.key, descending: false }
                        : sorted === 'ascending'
                          ? { by: column.key, descending: true }
                          : null,
                    )
                  }
                >
                  <span className={styles.sortText}>{column.title}</span>
                  {sorted === 'none' ? null : sorted === 'ascending' ? (
                    <IconChevronUp size={14} aria-hidden />
                  ) : (
                    <IconChevronDown size={14} aria-hidden />
                  )}
                </button>
              </div>
            );
          })}
        </div>
      </div>
      {count === 0 ? (
        <div role="rowgroup" className={styles.emptyBody}>
          <div role="row" className={styles.emptyRow}>
            <div role="gridcell" className={styles.emptyRow} aria-colspan={columns.length}>
              {empty}
            </div>
          </div>
        </div>
      ) : (
        <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize(), minWidth }}>
          {items.map((item) => {
            const row = rowAt(item.index);
            return (
              <GridRow
                key={item.key}
                id={`${baseId}-${item.index}`}
                place={item.index}
                startPx={item.start}
                row={row}
                rowId={row === null ? undefined : rowId(row)}
                columns={columns as readonly GridColumn<unknown>[]}
                template={template}
                selected={row !== null && isSelected(row)}
                active={item.index === active}
                onActive={onActive}
                onOpen={onOpen}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

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
  readonly onActive: (place: number) => void;
  readonly onOpen: (place: number) => void;
}

/** Drawn anew only when its own row changes, so that scrolling costs no more than the rows that come into view. */
const GridRow = memo(function GridRow({
  id,
  place,
  startPx,
  row,
  rowId,
  columns,
  template,
  selected,
  active,
  onActive,
  onOpen,
}: GridRowProps) {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={place + 2}
      aria-selected={selected}
      data-active={active}
      data-row-id={rowId}
      className={styles.row}
      style={{ gridTemplateColumns: template, transform: `translateY(${startPx}px)` }}
      onClick={() => onActive(place)}
      onDoubleClick={() => onOpen(place)}
    >
      {columns.map((column) => (
        <div key={column.key} role="gridcell" className={styles.cell} data-align={column.align ?? 'start'}>
          {row === null ? <span className={styles.pending} /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
});

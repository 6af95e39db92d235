/**
 * A table of any number of rows: only those in view are drawn. Rows come from outside by their place in the table,
 * null while they are on their way. One tab stop; arrows, Page Up and Down, Home and End move, with Shift they take all between,
 * with Ctrl none; Space adds or removes a row, Enter acts, Shift+F10 opens its menu.
 */
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { rem } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { layout, space } from '../theme/tokens.ts';
import { fittingColumns, type Fitting } from './fittingColumns.ts';
import { gridDeed, type PickHow } from './gridKeys.ts';
import { GridRow } from './GridRow.tsx';
import { useTextScale } from './textScale.ts';
import styles from './DataGrid.module.css';

export interface GridColumn<Row> extends Fitting {
  /** Field of the row that it sorts by. */
  readonly key: string;
  readonly title: string;
  /** Its share of the room that the least widths leave. */
  readonly grows?: number;
  readonly align?: 'start' | 'end';
  readonly cell: (row: Row) => ReactNode;
  /** What is copied and filtered by, and said in full where the pointer rests on it; absent: the cell, which is text. */
  readonly text?: (row: Row) => string;
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
  readonly onPick: (place: number, how: PickHow) => void;
  readonly onPickAll: () => void;
  /** At a place of the page; the column is null when asked by keyboard. */
  readonly onMenu: (place: number, column: string | null, at: { readonly x: number; readonly y: number }) => void;
  readonly onCopy: () => void;
  /** Enter or double click. */
  readonly onOpen: (place: number) => void;
  readonly isSelected: (row: Row) => boolean;
  /** Shown instead of rows when there are none. */
  readonly empty: ReactNode;
}

const OVERSCAN_ROWS = 12;
/** Beside the columns, at both ends of a row. */
const ROW_PADDING_PX = 2 * space.one;

export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, count, rowAt, rowId, onRange, sort, onSort, active, onPick, onPickAll, onMenu, onCopy, onOpen, isSelected, empty } = props;
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
  const columns = useMemo(() => fittingColumns(props.columns, widthPx / scale - ROW_PADDING_PX), [props.columns, widthPx, scale]);
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

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 2);
    const deed = gridDeed({ key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }, active, count, page);
    if (deed === null) return;
    event.preventDefault();
    event.stopPropagation();
    switch (deed.kind) {
      case 'pick':
        virtualizer.scrollToIndex(deed.place, { align: 'auto' });
        onPick(deed.place, deed.how);
        return;
      case 'pick-all':
        onPickAll();
        return;
      case 'open':
        onOpen(active);
        return;
      case 'menu': {
        const place = Math.max(0, active);
        const box = (document.getElementById(`${baseId}-${place}`) ?? event.currentTarget).getBoundingClientRect();
        onMenu(place, null, { x: box.left + 24, y: Math.min(box.bottom, window.innerHeight - 8) });
      }
    }
  };

  const onContextMenu = (event: MouseEvent<HTMLDivElement>) => {
    const { target } = event;
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
    if (row === null || !(target instanceof Element)) return;
    event.preventDefault();
    const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'] ?? null;
    onMenu(Number(row.dataset['place']), column, { x: event.clientX, y: event.clientY });
  };

  const template = columns
    .map((column) => (column.grows === undefined ? rem(column.widthPx) : `minmax(${rem(column.widthPx)}, ${column.grows}fr)`))
    .join(' ');
  const minWidth = rem(columns.reduce((sum, column) => sum + column.widthPx, ROW_PADDING_PX));
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
      aria-multiselectable
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
      onCopy={() => {
        // After a click the caret stands in a cell; text that somebody marked is copied as it is.
        if (document.getSelection()?.isCollapsed !== false) onCopy();
      }}
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
                onPick={onPick}
                onOpen={onOpen}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

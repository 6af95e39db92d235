/** Figures of two plans side by side, each opening what it comes from. */
import { Fragment, useState } from 'react';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { Figures } from '../../shared/diff/figures.ts';
import { useSession } from '../state/plannerContext.ts';
import { figureRows, rowName, type FigureRow } from './figureRows.ts';
import styles from './CompareFigures.module.css';

interface CompareFiguresProps {
  readonly figures: Figures;
  readonly oldName: string;
  readonly newName: string;
}

/** Rows of a figure that are drawn; the rest is counted. */
const MOST_PARTS = 200;

export function CompareFigures({ figures, oldName, newName }: CompareFiguresProps) {
  const units = useSession((state) => state.units);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Figures side by side">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" className={styles.figure}>
              {oldName}
            </th>
            <th scope="col" className={styles.figure}>
              {newName}
            </th>
            <th scope="col" className={styles.figure}>
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {figureRows(figures, units).map((row) => (
            <Fragment key={row.id}>
              <Row row={row} name={rowName(row, units)} isOpen={open.has(row.id)} onToggle={toggle} />
              {open.has(row.id)
                ? row.parts
                    .slice(0, MOST_PARTS)
                    .map((part) => <Row key={part.id} row={part} name={rowName(part, units)} isOpen={null} onToggle={toggle} />)
                : null}
              {open.has(row.id) && row.parts.length > MOST_PARTS ? (
                <tr>
                  <td colSpan={4}>and {row.parts.length - MOST_PARTS} more, in the JSON of raceway diff</td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: FigureRow;
  readonly name: string;
  /** Null: a part of another row. */
  readonly isOpen: boolean | null;
  readonly onToggle: (id: string) => void;
}

function Row({ row, name, isOpen, onToggle }: RowProps) {
  const isSame = row.difference === '0';
  return (
    <tr className={styles.row} data-part={isOpen === null} data-same={isSame} data-worse={row.isWorse} data-figure={row.id}>
      <th scope="row">
        {isOpen === null || row.parts.length === 0 ? (
          <span className={styles.name}>{name}</span>
        ) : (
          <button type="button" className={styles.open} aria-expanded={isOpen} onClick={() => onToggle(row.id)}>
            {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
            {name}
          </button>
        )}
      </th>
      <td className={styles.figure}>{row.old}</td>
      <td className={styles.figure}>{row.new}</td>
      <td className={styles.figure}>{row.difference}</td>
    </tr>
  );
}

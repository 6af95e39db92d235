/** Figures of several sides beside each other under a head that stays; a row opens to how its figures come about. */
import type { ReactNode } from 'react';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import styles from './FigureTable.module.css';

interface FigureTableProps {
  readonly label: string;
  /** Where it stands, and what is its own. */
  readonly className: string | undefined;
  /** The cells of the head. */
  readonly head: ReactNode;
  /** Bodies of rows. */
  readonly children: ReactNode;
}

export function FigureTable({ label, className, head, children }: FigureTableProps) {
  return (
    <div className={`${styles.scroll} ${className ?? ''}`} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>{head}</tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

interface OpenerProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** The name of a row that opens. */
export function Opener({ isOpen, onToggle, children }: OpenerProps) {
  return (
    <button type="button" className={styles.open} aria-expanded={isOpen} onClick={onToggle}>
      {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
      {children}
    </button>
  );
}

interface DerivationProps {
  readonly columns: number;
  /** Whose figure it is, and line by line how it comes about. */
  readonly sides: readonly { readonly key: string; readonly name: string; readonly lines: readonly string[] }[];
}

/** What a row opens to. */
export function Derivation({ columns, sides }: DerivationProps) {
  return (
    <tr>
      <td colSpan={columns} className={styles.derivation}>
        <ul>
          {sides.map(({ key, name, lines }) => (
            <li key={key}>
              <b>{name}:</b> {lines[0]}
              {lines.slice(1).map((line) => (
                <span key={line} className={styles.line}>
                  {line}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

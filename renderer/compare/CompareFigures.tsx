/** Figures of two plans side by side, each opening what it comes from. */
import { useState } from 'react';
import type { Finding } from '../../shared/checks/types.ts';
import type { Figures, Pair } from '../../shared/diff/figures.ts';
import { numberText, type Units } from '../../shared/quantities.ts';
import { useComparing, usePlanner, useSession } from '../state/plannerContext.ts';
import { inUnits } from '../ui/engineText.ts';
import { Derivation, FigureTable, Opener } from '../ui/FigureTable.tsx';
import type { FigureRow } from './figureRow.ts';
import { figureRows, rowName } from './figureRows.ts';
import { leadToFinding } from './leadToFinding.ts';
import tableStyles from '../ui/FigureTable.module.css';
import styles from './CompareFigures.module.css';

interface CompareFiguresProps {
  readonly figures: Figures;
  readonly oldName: string;
  readonly newName: string;
}

/** Rows of a figure that are drawn; the rest is counted. */
const MOST_PARTS = 200;
const COLUMNS = 4;

export function CompareFigures({ figures, oldName, newName }: CompareFiguresProps) {
  const units = useSession((state) => state.units);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    <FigureTable
      label="Figures side by side"
      className={styles.figures}
      head={
        <>
          <th scope="col">Figure</th>
          <th scope="col" className={tableStyles.figure}>
            {oldName}
          </th>
          <th scope="col" className={tableStyles.figure}>
            {newName}
          </th>
          <th scope="col" className={tableStyles.figure}>
            Difference
          </th>
        </>
      }
    >
      <tbody>
        {figureRows(figures, units).map((row) => (
          <Rows key={row.id} row={row} depth={0} open={open} onToggle={toggle} names={{ old: oldName, new: newName }} />
        ))}
      </tbody>
    </FigureTable>
  );
}

interface RowsProps {
  readonly row: FigureRow;
  /** Zero: a figure; else a part of one, of which those with parts or a derivation of their own open too. */
  readonly depth: number;
  readonly open: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly names: Pair<string>;
}

/** A row, and beneath it what it is made of while it is open. */
function Rows(props: RowsProps) {
  const { row, depth, open, names } = props;
  const isLedTo = useComparing((state) => row.finding !== null && state.focus === row.id);
  const units = useSession((state) => state.units);
  const isOpen = open.has(row.id);
  const { derivation, finding, parts } = row;
  return (
    <>
      <Row {...props} isLedTo={isLedTo} />
      {isLedTo && finding !== null ? (
        <Detail sides={[{ side: finding.side, lines: findingLines(finding.of, units) }]} names={names} />
      ) : null}
      {isOpen && derivation !== null ? <Detail sides={derivationSides(derivation)} names={names} /> : null}
      {isOpen ? parts.slice(0, MOST_PARTS).map((part) => <Rows key={part.id} {...props} row={part} depth={depth + 1} />) : null}
      {isOpen && parts.length > MOST_PARTS ? (
        <tr>
          <td colSpan={COLUMNS}>and {numberText(parts.length - MOST_PARTS)} more, in the JSON of raceway diff</td>
        </tr>
      ) : null}
    </>
  );
}

function Row({ row, depth, open, onToggle, isLedTo }: RowsProps & { readonly isLedTo: boolean }) {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const { finding } = row;
  const name = rowName(row, units);
  const isOpen = open.has(row.id);
  return (
    <tr
      className={styles.row}
      data-depth={depth}
      data-same={row.difference === '0'}
      data-worse={row.isWorse}
      data-figure={row.id}
      data-led={isLedTo}
    >
      <th scope="row" colSpan={finding === null ? 1 : COLUMNS - 1}>
        {finding !== null ? (
          <button type="button" className={styles.lead} aria-current={isLedTo} onClick={() => void leadToFinding(planner, row.id, finding)}>
            {name}
          </button>
        ) : row.parts.length === 0 && row.derivation === null ? (
          <span className={styles.name}>{name}</span>
        ) : (
          <Opener isOpen={isOpen} onToggle={() => onToggle(row.id)}>
            {name}
          </Opener>
        )}
      </th>
      {finding === null ? (
        <>
          <td className={tableStyles.figure}>{row.old}</td>
          <td className={tableStyles.figure}>{row.new}</td>
        </>
      ) : null}
      <td className={tableStyles.figure}>{row.difference}</td>
    </tr>
  );
}

type Side = keyof Pair<unknown>;

interface DetailProps {
  /** Null: of both. */
  readonly sides: readonly { readonly side: Side | null; readonly lines: readonly string[] }[];
  readonly names: Pair<string>;
}

function Detail({ sides, names }: DetailProps) {
  return (
    <Derivation
      columns={COLUMNS}
      sides={sides.map(({ side, lines }) => ({ key: side ?? 'both', name: side === null ? 'Both' : names[side], lines }))}
    />
  );
}

/** What is the same on both sides stands once. */
function derivationSides({ old, new: next }: Pair<readonly string[]>): DetailProps['sides'] {
  if (old.length === next.length && old.every((line, at) => line === next[at])) return [{ side: null, lines: old }];
  return [
    { side: 'old', lines: old },
    { side: 'new', lines: next },
  ];
}

function findingLines({ required, actual, mend }: Finding, units: Units): string[] {
  return [`${inUnits(actual, units)}, where ${inUnits(required, units)} is required`, inUnits(mend, units)];
}

/** More trays from the selection, shown on the drawing while the figures are set. */
import { useEffect, useMemo, useState } from 'react';
import { SegmentedControl, TextInput } from '@mantine/core';
import { sizeText, sizeValueText, type Units } from '../../shared/quantities.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { kindsFor, makeTrays, prepareTrays, tryTrays, type MoreTrays } from '../tools/moreTrays.ts';
import { parseLength } from '../ui/parseLength.ts';
import { sizeUnit } from '../ui/quantities.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { BesideDialog } from './BesideDialog.tsx';
import { BesideForm } from './BesideForm.tsx';
import styles from './dialogs.module.css';

const kindNames: Readonly<Record<MoreTrays['kind'], string>> = {
  level: 'Another level',
  beside: 'Beside',
  parts: 'In parts',
  row: 'Along the row',
};

/** First proposals: a tray's depth with room for hands above it, a tray's width with room between. */
const [LEVEL_MM, BESIDE_MM, PARTS] = [300, 600, 2];

export function TraysDialog() {
  return (
    <BesideDialog name="trays" title="Trays from the selection" widthPx={400}>
      <TraysForm />
    </BesideDialog>
  );
}

interface Typed {
  readonly level: string;
  readonly beside: string;
  readonly parts: string;
  readonly row: string;
}

function TraysForm() {
  const planner = usePlanner();
  const { session } = planner;
  const units = useSession((state) => state.units);
  const tray = useSession((state) => state.tray);
  const [kinds] = useState(() => kindsFor(planner));
  const [kind, setKind] = useState<MoreTrays['kind']>(kinds[0] ?? 'level');
  const [at, setAt] = useState<'joined' | 'apart'>('joined');
  const [typed, setTyped] = useState<Typed>(() => ({
    level: sizeValueText(LEVEL_MM, units),
    beside: sizeValueText(BESIDE_MM, units),
    parts: String(PARTS),
    row: sizeValueText(0, units),
  }));
  const read = useMemo(() => readWish(kind, typed[kind], at, units), [kind, typed, at, units]);
  const prepared = useMemo(() => (typeof read === 'string' ? null : prepareTrays(planner, read, randomBytes)), [planner, read]);
  const problem = useSession((state) => state.preview?.problem ?? null);
  useEffect(() => {
    if (prepared !== null) tryTrays(planner, prepared);
    else session.setState({ preview: null });
    return () => session.setState({ preview: null });
  }, [planner, session, prepared]);
  const refused = typeof read === 'string' ? read : problem;
  return (
    <BesideForm
      action={kind === 'parts' ? 'Split' : 'Lay'}
      refused={refused}
      said={meaningOf(kind, at, `${sizeText(tray.widthMm, units)} wide, at ${sizeText(tray.elevationMm, units)}`)}
      before={
        <SegmentedControl
          fullWidth
          size="xs"
          mb="sm"
          aria-label="Where the trays go"
          value={kind}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
          data={kinds.map((value) => ({ value, label: kindNames[value] }))}
        />
      }
      onSubmit={() => prepared !== null && makeTrays(planner, prepared)}
    >
      <div className={styles.wide}>
        <TextInput
          key={kind}
          data-autofocus
          label={labelOf(kind, sizeUnit(units))}
          value={typed[kind]}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped({ ...typed, [kind]: event.currentTarget.value })}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      {kind === 'level' ? (
        <div className={styles.wide}>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label="How the levels meet"
            value={at}
            onChange={(value) => setAt(value === 'apart' ? 'apart' : 'joined')}
            data={[
              { value: 'joined', label: 'Cables change level' },
              { value: 'apart', label: 'Apart' },
            ]}
          />
        </div>
      ) : null}
    </BesideForm>
  );
}

function labelOf(kind: MoreTrays['kind'], unit: string): string {
  switch (kind) {
    case 'level':
      return `Higher by (${unit}), below zero: lower`;
    case 'beside':
      return `South or east by (${unit}), below zero: north or west`;
    case 'parts':
      return 'Parts of each tray';
    case 'row':
      return `Behind the middle of the row by (${unit}), below zero: before it`;
  }
}

function meaningOf(kind: MoreTrays['kind'], at: 'joined' | 'apart', newTray: string): string {
  switch (kind) {
    case 'level':
      return at === 'joined' ? 'Cables may change level wherever the two meet' : 'The copies are joined to nothing yet';
    case 'beside':
      return 'Corners keep their distance; the copies are joined to nothing yet';
    case 'parts':
      return 'Parts of one length; the first keeps the name';
    case 'row':
      return `Laid as the tray tool draws: ${newTray}; joins what it meets`;
  }
}

/** The wish, or what is wrong with the text. */
function readWish(kind: MoreTrays['kind'], text: string, at: 'joined' | 'apart', units: Units): MoreTrays | string {
  if (kind === 'parts') return { kind, parts: Number(text) };
  const parsed = parseLength(text, units);
  if (!parsed.ok) return `“${text}” is not a length; write 600, 0.6 m or 24 in`;
  const mm = parsed.value.value;
  switch (kind) {
    case 'level':
      return { kind, byMm: mm, at };
    case 'beside':
      return { kind, byMm: mm };
    case 'row':
      return { kind, behindMm: mm };
  }
}

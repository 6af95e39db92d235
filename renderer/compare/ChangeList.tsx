/** What differs, thing by thing: grouped, narrowed by kind, picked by boxes; a line leads to the thing on the plan. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ChangeKind, PlanChange } from '../../shared/diff/planDiff.ts';
import type { PlanPart } from '../../shared/diff/planParts.ts';
import { numberText } from '../../shared/quantities.ts';
import { useComparing, usePlanner, useSession } from '../state/plannerContext.ts';
import { layout } from '../theme/tokens.ts';
import { Chip } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useTextScale } from '../ui/textScale.ts';
import { ChangeSign } from './ChangeSign.tsx';
import { changeGroups, changeRows, kindCounts, type ChangeGroup } from './changeRows.ts';
import { changeText } from './changeText.ts';
import { leadToChange } from './leadToChange.ts';
import styles from './ChangeList.module.css';

const KINDS: readonly ChangeKind[] = ['added', 'removed', 'moved', 'changed'];
const OVERSCAN_ROWS = 10;

interface ChangeListProps {
  readonly changes: readonly PlanChange[];
  readonly words: string;
}

export function ChangeList({ changes, words }: ChangeListProps) {
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const [folded, setFolded] = useState<ReadonlySet<PlanPart>>(new Set());
  const groups = useMemo(() => changeGroups(changes, { kind, words }), [changes, kind, words]);
  const rows = useMemo(() => changeRows(groups, folded), [groups, folded]);
  const counts = useMemo(() => kindCounts(changes), [changes]);
  const scroller = useRef<HTMLDivElement>(null);
  const rowPx = layout.tableRow * useTextScale();
  // Every value read from the virtualizer is read in this render only; none is kept in a memo.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN_ROWS,
  });
  // Rows of another height when the text size changes.
  useEffect(() => virtualizer.measure(), [virtualizer, rowPx]);
  const fold = (part: PlanPart) => {
    const next = new Set(folded);
    if (!next.delete(part)) next.add(part);
    setFolded(next);
  };
  return (
    <>
      <div className={styles.kinds} role="group" aria-label="Kinds of changes">
        <KindButton label="All" count={changes.length} isPressed={kind === null} onPress={() => setKind(null)} />
        {KINDS.map((one) => (
          <KindButton
            key={one}
            kind={one}
            label={one.charAt(0).toUpperCase() + one.slice(1)}
            count={counts[one]}
            isPressed={kind === one}
            onPress={() => setKind(kind === one ? null : one)}
          />
        ))}
      </div>
      <div ref={scroller} className={styles.scroll} tabIndex={0} role="region" aria-label="Changes">
        {rows.length === 0 ? (
          <EmptyState title={changes.length === 0 ? 'The plans are the same' : 'No such changes'} />
        ) : (
          <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((item) => {
              const row = rows[item.index]!;
              return (
                <li
                  key={row.kind === 'group' ? `group ${row.group.part}` : row.change.key}
                  className={styles.row}
                  style={{ height: item.size, transform: `translateY(${item.start}px)` }}
                >
                  {row.kind === 'group' ? (
                    <GroupRow group={row.group} isOpen={row.isOpen} onFold={() => fold(row.group.part)} />
                  ) : (
                    <ChangeLine change={row.change} />
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </>
  );
}

interface KindButtonProps {
  readonly kind?: ChangeKind;
  readonly label: string;
  readonly count: number;
  readonly isPressed: boolean;
  readonly onPress: () => void;
}

function KindButton({ kind, label, count, isPressed, onPress }: KindButtonProps) {
  return (
    <Chip
      sign={kind === undefined ? null : <ChangeSign kind={kind} />}
      isPressed={isPressed}
      isDisabled={count === 0 && !isPressed}
      onPress={onPress}
    >
      {`${label} ${numberText(count)}`}
    </Chip>
  );
}

function GroupRow({ group, isOpen, onFold }: { readonly group: ChangeGroup; readonly isOpen: boolean; readonly onFold: () => void }) {
  const { comparing } = usePlanner();
  const picked = useComparing((state) => state.picked);
  const canTake = useComparing((state) => state.from.kind === 'own');
  const keys = group.changes.map(({ key }) => key);
  const count = keys.filter((key) => picked.has(key)).length;
  return (
    <>
      <Checkbox
        size="xs"
        aria-label={`Take over all ${group.title.toLowerCase()}`}
        disabled={!canTake}
        checked={count === keys.length}
        indeterminate={count > 0 && count < keys.length}
        onChange={(event) => comparing.pick(keys, event.currentTarget.checked)}
      />
      <button type="button" className={styles.group} aria-expanded={isOpen} onClick={onFold}>
        {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
        {group.title} <span className={styles.count}>{numberText(group.changes.length)}</span>
      </button>
    </>
  );
}

function ChangeLine({ change }: { readonly change: PlanChange }) {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const canTake = useComparing((state) => state.from.kind === 'own');
  const isPicked = useComparing((state) => state.picked.has(change.key));
  const isNeeded = useComparing((state) => state.trial?.companions.some(({ key }) => key === change.key) ?? false);
  const isFocused = useComparing((state) => state.focus === change.key);
  const text = changeText(change, units);
  return (
    <>
      <span className={styles.indent} />
      <Checkbox
        size="xs"
        aria-label={`Take over ${change.name}, ${change.kind}`}
        checked={isPicked || isNeeded}
        disabled={!canTake || (isNeeded && !isPicked)}
        onChange={(event) => planner.comparing.pick([change.key], event.currentTarget.checked)}
      />
      <ChangeSign kind={change.kind} />
      <button type="button" className={styles.lead} aria-current={isFocused} title={text} onClick={() => leadToChange(planner, change)}>
        <span className={styles.name}>{change.name}</span>
        <span className={styles.text}>{isNeeded && !isPicked ? `needed; ${text || change.kind}` : text || change.kind}</span>
      </button>
    </>
  );
}

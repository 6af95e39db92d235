/** While a tool asks for its own settings, what is selected stands under them in one line, and unfolds. */
import { useId, type ReactNode } from 'react';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { Plan } from '../../shared/plan/types.ts';
import type { Thing } from '../state/sessionStore.ts';
import { usePlan } from '../state/plannerContext.ts';
import { countText } from '../ui/quantities.ts';
import { kindNames } from './MixedInspector.tsx';
import styles from './FoldedSelection.module.css';

interface FoldedSelectionProps {
  readonly selection: readonly Thing[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

export function FoldedSelection({ selection, isOpen, onToggle, children }: FoldedSelectionProps) {
  const plan = usePlan((state) => state.plan);
  const bodyId = useId();
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className={styles.folded} aria-label="What is selected">
      <h2 className={styles.heading}>
        <button type="button" className={styles.toggle} aria-expanded={isOpen} aria-controls={bodyId} onClick={onToggle}>
          <Chevron size={14} stroke={1.75} aria-hidden className={styles.chevron} />
          <span className={styles.name}>{nameOf(plan, selection)}</span>{' '}
          <span className={styles.aside}>{selection.length === 0 ? 'plan' : 'selected'}</span>
        </button>
      </h2>
      <div id={bodyId} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </section>
  );
}

/** The name of one thing, the count of several of a kind, else the count of all. */
function nameOf(plan: Plan, selection: readonly Thing[]): string {
  const [first] = selection;
  if (first === undefined) return plan.name;
  if (selection.length === 1) return nameOfOne(plan, first);
  const isOneKind = selection.every(({ kind }) => kind === first.kind);
  return countText(selection.length, isOneKind ? kindNames[first.kind] : 'thing');
}

function nameOfOne(plan: Plan, { kind, id }: Thing): string {
  switch (kind) {
    case 'cabinet':
      return `Cabinet ${plan.cabinets.get(id)?.name ?? id}`;
    case 'device':
      return plan.devices.get(id)?.name ?? id;
    case 'segment':
      return plan.segments.get(id)?.name ?? id;
    case 'obstacle':
      return plan.obstacles.get(id)?.name ?? id;
    case 'door':
      return plan.doors.get(id)?.name ?? id;
    case 'underlay':
      return plan.underlays.get(id)?.name ?? id;
    case 'hall':
      return plan.halls.get(id)?.name ?? id;
    case 'junction':
      return 'Junction';
    case 'note':
      return `Note ${plan.notes.get(id)?.number ?? ''}`;
    case 'dimension':
      return 'Dimension';
    case 'cable':
      return 'Cable';
    case 'loom':
      return 'Loom';
    case 'finding':
      return 'Finding';
  }
}

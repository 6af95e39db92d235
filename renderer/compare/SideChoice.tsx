/** Which plan stands on one side of a comparison: a variant, or a file. */
import { Select } from '@mantine/core';
import { ownVariant, variantNames } from '../../shared/plan/variants.ts';
import { usePlan, usePlanner } from '../state/plannerContext.ts';
import type { Side } from './comparing.ts';
import styles from './ComparePanel.module.css';

interface SideChoiceProps {
  readonly label: string;
  readonly side: Side;
  /** What stands on the other side; choosing it swaps the two. */
  readonly other: Side;
  readonly onChoose: (side: Side) => void;
}

const FILE = 'file';

export function SideChoice({ label, side, other, onChoose }: SideChoiceProps) {
  const { comparing } = usePlanner();
  const plan = usePlan((state) => state.plan);
  const own = ownVariant(plan).id;
  const valueOf = (one: Side): string => (one.kind === 'file' ? FILE : `variant ${one.kind === 'own' ? own : one.id}`);
  return (
    <div className={styles.other}>
      <Select
        size="xs"
        aria-label={label}
        value={valueOf(side)}
        data={[
          ...variantNames(plan).map(({ id, name }) => ({ value: `variant ${id}`, label: name })),
          ...(side.kind === 'file' ? [{ value: FILE, label: side.name }] : []),
        ]}
        allowDeselect={false}
        onChange={(value) => {
          if (value === null || value === valueOf(side)) return;
          if (value === valueOf(other)) comparing.swap();
          else {
            const id = value.slice('variant '.length);
            onChoose(id === own ? { kind: 'own' } : { kind: 'variant', id });
          }
        }}
      />
    </div>
  );
}

/** Figures of the plan now and as they would be, side by side; what would not change is left out. */
import { lengthText, numberText, type Units } from '../../shared/quantities.ts';
import type { Trial, TrialFigures } from '../../shared/engine/trial.ts';
import { useSession } from '../state/plannerContext.ts';
import { UNKNOWN } from '../ui/quantities.ts';
import { Figure, Figures } from '../ui/Figures.tsx';

interface FigureRow {
  readonly name: string;
  readonly of: (figures: TrialFigures) => number | null;
  readonly text: (value: number, units: Units) => string;
}

const count = (value: number): string => numberText(value);

const ROWS: readonly FigureRow[] = [
  { name: 'Links', of: ({ links }) => links, text: count },
  { name: 'Cables', of: ({ cables }) => cables, text: count },
  { name: 'Cages in use', of: ({ cages }) => cages, text: count },
  { name: 'Fibers', of: ({ fibers }) => fibers, text: count },
  { name: 'Spare legs', of: ({ spareLegs }) => spareLegs, text: count },
  { name: 'Ordered length', of: ({ orderedMm }) => orderedMm, text: lengthText },
  { name: 'Hours', of: ({ hours }) => hours, text: (value) => `${numberText(value, 1)} h` },
  { name: 'Errors', of: ({ errors }) => errors, text: count },
];

/** `trial` null: it is being computed; the rows keep their places. */
export function TrialTable({ trial, label }: { readonly trial: Trial | null; readonly label: string }) {
  const units = useSession((state) => state.units);
  return (
    <Figures label={label}>
      {ROWS.map(({ name, of, text }) => {
        const [before, after] = trial === null ? [null, null] : [of(trial.before), of(trial.after)];
        const shown = (value: number | null): string => (value === null ? UNKNOWN : text(value, units));
        const isSame = trial !== null && shown(before) === shown(after);
        return (
          <Figure
            key={name}
            name={name}
            value={trial === null ? '…' : isSame ? shown(after) : `${shown(before)} → ${shown(after)}`}
            weight={isSame ? 'soft' : 'plain'}
            tone={name === 'Errors' && (after ?? 0) > (before ?? 0) ? 'error' : 'plain'}
          />
        );
      })}
    </Figures>
  );
}

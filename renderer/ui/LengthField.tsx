/** A length or a place in mm, shown and typed in the units of the screen. */
import { useSession } from '../state/plannerContext.ts';
import { NumberField, NumberInput } from './NumberField.tsx';
import { parseLength, type TypedValue } from './parseLength.ts';
import { sizeValueText } from '../../shared/quantities.ts';
import { sizeUnit } from './quantities.ts';

interface LengthFieldProps {
  readonly label: string;
  /** What the length counts, where its name does not tell. */
  readonly description?: string;
  readonly value: number | 'mixed';
  readonly step?: number;
  /** Takes the whole new length; what is typed with a sign has been added. Returns why it was refused, or null. */
  readonly onCommit: (valueMm: number) => string | null;
}

const STEP_MM = 50;

export function LengthField(props: LengthFieldProps) {
  return (
    <NumberField
      label={props.label}
      {...(props.description === undefined ? {} : { description: props.description })}
      {...useLengthInput(props)}
      unit={sizeUnit(useSession((state) => state.units))}
    />
  );
}

/** In a table: named by its row and column. */
export function LengthCell(props: LengthFieldProps) {
  return <NumberInput aria-label={props.label} {...useLengthInput(props)} unit="" />;
}

function useLengthInput({ value, step = STEP_MM, onCommit }: LengthFieldProps) {
  const units = useSession((state) => state.units);
  return {
    value,
    step,
    format: (mm: number) => sizeValueText(mm, units),
    parse: (text: string) => parseLength(text, units),
    onCommit({ kind, value: typed }: TypedValue): string | null {
      if (kind === 'absolute') return onCommit(typed);
      return value === 'mixed' ? 'several differ; write the whole length' : onCommit(value + typed);
    },
  };
}

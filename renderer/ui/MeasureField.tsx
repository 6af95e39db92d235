/** A mass, power or pressure that may be unknown: an empty field says so, and unknown is never zero. */
import { useSession } from '../state/plannerContext.ts';
import { measureText, parseMeasure, type Measure } from './parseMeasure.ts';
import { TextField } from './TextField.tsx';
import { UNKNOWN } from './quantities.ts';

interface MeasureFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly measure: Measure;
  /** Returns why it was refused, or null. */
  readonly onCommit: (value: number | null) => string | null;
}

export function MeasureField({ label, value, measure, onCommit }: MeasureFieldProps) {
  const units = useSession((state) => state.units);
  return (
    <TextField
      label={label}
      value={value === null ? '' : measureText(value, measure, units)}
      placeholder={UNKNOWN}
      onCommit={(text) => {
        const parsed = parseMeasure(text, measure, units);
        return parsed.ok ? onCommit(parsed.value) : `${parsed.error.message}; ${parsed.error.remedy}`;
      }}
    />
  );
}

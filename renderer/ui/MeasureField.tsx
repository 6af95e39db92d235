/** A mass, power or pressure that may be unknown: an empty field says so, and unknown is never zero. */
import type { Result, UserError } from '../../shared/result.ts';
import { TextField } from './TextField.tsx';
import { UNKNOWN } from './quantities.ts';

interface MeasureFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly format: (value: number) => string;
  readonly parse: (text: string) => Result<number | null, UserError>;
  /** Returns why it was refused, or null. */
  readonly onCommit: (value: number | null) => string | null;
}

export function MeasureField({ label, value, format, parse, onCommit }: MeasureFieldProps) {
  return (
    <TextField
      label={label}
      value={value === null ? '' : format(value)}
      placeholder={UNKNOWN}
      onCommit={(text) => {
        const parsed = parse(text);
        return parsed.ok ? onCommit(parsed.value) : `${parsed.error.message}; ${parsed.error.remedy}`;
      }}
    />
  );
}

/** A figure that may be unknown: an empty field says so, and unknown is never zero. */
import type { Result, UserError } from '../../shared/result.ts';
import { TextField } from './TextField.tsx';
import { UNKNOWN } from './quantities.ts';

export interface OptionalFieldProps {
  readonly label: string;
  readonly value: number | null | 'mixed';
  /** What an empty field means. */
  readonly placeholder?: string;
  readonly format: (value: number) => string;
  readonly parse: (text: string) => Result<number, UserError>;
  /** Returns why it was refused, or null. */
  readonly onCommit: (value: number | null) => string | null;
}

export function OptionalField({ label, value, placeholder = UNKNOWN, format, parse, onCommit }: OptionalFieldProps) {
  return (
    <TextField
      label={label}
      value={value === null || value === 'mixed' ? '' : format(value)}
      mixed={value === 'mixed'}
      placeholder={placeholder}
      onCommit={(text) => {
        if (text === '') return onCommit(null);
        const parsed = parse(text);
        return parsed.ok ? onCommit(parsed.value) : `${parsed.error.message}; ${parsed.error.remedy}`;
      }}
    />
  );
}

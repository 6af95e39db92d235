/** A length that may be unknown, in the units of the screen. */
import { ok } from '../../shared/result.ts';
import { sizeText } from '../../shared/quantities.ts';
import { useSession } from '../state/plannerContext.ts';
import { OptionalField, type OptionalFieldProps } from './OptionalField.tsx';
import { parseLength } from './parseLength.ts';

export function OptionalLengthField(props: Omit<OptionalFieldProps, 'format' | 'parse'>) {
  const units = useSession((state) => state.units);
  return (
    <OptionalField
      {...props}
      format={(mm) => sizeText(mm, units)}
      parse={(text) => {
        const parsed = parseLength(text, units);
        return parsed.ok ? ok(parsed.value.value) : parsed;
      }}
    />
  );
}

/** Fields of a door: the same for one that stands in a wall and for the next one in the hand of the door tool. */
import type { DoorSettings } from '../state/toolSettings.ts';
import { CheckField } from '../ui/CheckField.tsx';
import { LengthField } from '../ui/LengthField.tsx';
import { SelectField } from '../ui/SelectField.tsx';

const leaves = [
  { value: '1', label: 'One leaf' },
  { value: '2', label: 'Two leaves' },
] as const;

const swings = [
  { value: 'in', label: 'Into the hall' },
  { value: 'out', label: 'Out of the hall' },
] as const;

interface DoorFieldsProps {
  readonly value: { readonly [K in keyof DoorSettings]: DoorSettings[K] | 'mixed' };
  /** Returns why it was refused, or null. */
  readonly onChange: (change: Partial<DoorSettings>) => string | null;
}

export function DoorFields({ value, onChange }: DoorFieldsProps) {
  return (
    <>
      <LengthField label="Clear width" value={value.clearWidthMm} onCommit={(clearWidthMm) => onChange({ clearWidthMm })} />
      <LengthField label="Clear height" value={value.clearHeightMm} onCommit={(clearHeightMm) => onChange({ clearHeightMm })} />
      <SelectField
        label="Leaves"
        value={value.leaves === 'mixed' ? null : String(value.leaves)}
        options={leaves}
        placeholder="mixed"
        onChange={(text) => onChange({ leaves: text === '2' ? 2 : 1 })}
      />
      <SelectField
        label="Swing"
        value={value.swing === 'mixed' ? null : value.swing}
        options={swings}
        placeholder="mixed"
        onChange={(text) => onChange({ swing: text === 'in' ? 'in' : 'out' })}
      />
      <CheckField label="Deliveries" checked={value.delivery} onChange={(delivery) => onChange({ delivery })} />
    </>
  );
}

/** The same row once more across an aisle, drawn in the same gesture. */
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { usualAcross } from '../tools/rowTool.ts';
import { LengthField } from '../ui/LengthField.tsx';
import { SelectField } from '../ui/SelectField.tsx';

const choices = [
  { value: 'none', label: 'None' },
  { value: 'cold', label: 'Fronts across a cold aisle' },
  { value: 'hot', label: 'Rears across a hot aisle' },
] as const;

export function RowAcrossFields() {
  const { session } = usePlanner();
  const across = useSession((state) => state.row.across);
  return (
    <>
      <SelectField
        label="Mirrored"
        value={across?.aisle ?? 'none'}
        options={choices}
        onChange={(value) => session.setRow({ across: value === 'cold' || value === 'hot' ? usualAcross(value) : null })}
      />
      {across === null ? null : (
        <LengthField
          label="Aisle"
          value={across.widthMm}
          onCommit={(widthMm) => {
            if (widthMm < 0) return 'an aisle has a width of 0 or more';
            session.setRow({ across: { ...across, widthMm } });
            return null;
          }}
        />
      )}
    </>
  );
}

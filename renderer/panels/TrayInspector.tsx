/** What the tray tool draws, set while it is in the hand. */
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { CheckField } from '../ui/CheckField.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { parseLength, type TypedValue } from '../ui/parseLength.ts';
import { sizeText, sizeValueText } from '../../shared/quantities.ts';
import { sizeUnit } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { pathwayKinds } from './pathwayKinds.ts';
import styles from './Inspector.module.css';

type Size = 'widthMm' | 'depthMm' | 'elevationMm';

export function TrayInspector() {
  const { session } = usePlanner();
  const units = useSession((state) => state.units);
  const tray = useSession((state) => state.tray);
  const ortho = useSession((state) => state.ortho);
  const setSize = (field: Size, { kind, value }: TypedValue): string | null => {
    const next = kind === 'absolute' ? value : tray[field] + value;
    if (field !== 'elevationMm' && next <= 0) return `${sizeText(next, units)} is not a size; write a length above zero`;
    session.setTray({ [field]: next });
    return null;
  };
  const size = (label: string, field: Size) => (
    <NumberField
      label={label}
      value={tray[field]}
      unit={sizeUnit(units)}
      format={(value) => sizeValueText(value, units)}
      parse={(text) => parseLength(text, units)}
      step={50}
      onCommit={(typed) => setSize(field, typed)}
    />
  );
  return (
    <Section title="New tray">
      <div className={styles.fields}>
        <SelectField
          label="Kind"
          value={tray.kind}
          options={pathwayKinds}
          onChange={(value) => {
            const known = pathwayKinds.find((kind) => kind.value === value);
            if (known !== undefined) session.setTray({ kind: known.value });
          }}
        />
        {size('Width', 'widthMm')}
        {size('Depth', 'depthMm')}
        {size('Elevation', 'elevationMm')}
        <CheckField label="Accepts drops" checked={tray.acceptsDrops} onChange={(acceptsDrops) => session.setTray({ acceptsDrops })} />
        <CheckField label="One axis (F8)" checked={ortho} onChange={(on) => session.setState({ ortho: on })} />
      </div>
      <p className={styles.note}>
        Click corners, or type a length and press Enter. Enter or a double click lays the run, Backspace takes back a corner, / lets a leg
        turn a corner on its way. A ring shows what it will join.
      </p>
    </Section>
  );
}

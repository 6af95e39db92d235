/** Dimensions: how long, along which axis, where the line stands, and the rule that they are held to. */
import { setDimensions, type DimensionChange } from '../../shared/commands/dimensions.ts';
import { breachOf, placeDimension } from '../../shared/plan/dimensionPlaces.ts';
import type { DimensionAxis } from '../../shared/plan/drawingAids.ts';
import { sizeText } from '../../shared/quantities.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { thingsOf } from '../state/sessionStore.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { LengthField } from '../ui/LengthField.tsx';
import { parseLength } from '../ui/parseLength.ts';
import { countText } from '../ui/quantities.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { common } from './common.ts';
import { runnerOf } from './edits.ts';
import { PanelHeading } from './PanelHeading.tsx';
import { useShownPlan } from './useShownPlan.ts';
import styles from './Inspector.module.css';

const axes: readonly { readonly value: DimensionAxis; readonly label: string }[] = [
  { value: 'x', label: 'Along x' },
  { value: 'y', label: 'Along y' },
  { value: 'straight', label: 'Straight' },
];

/** Which way the offset of a dimension line is counted. */
const offsetTexts: Readonly<Record<DimensionAxis | 'mixed', string>> = {
  x: 'From the first point to the dimension line: down where positive, up where negative.',
  y: 'From the first point to the dimension line: right where positive, left where negative.',
  straight: 'From the first point to the dimension line: to the right of the way to the second where positive, else to its left.',
  mixed: 'From the first point to the dimension line, each across its own direction.',
};

export function DimensionInspector({ ids }: { readonly ids: readonly string[] }) {
  const planner = usePlanner();
  const plan = useShownPlan();
  const units = useSession((state) => state.units);
  const dimensions = ids.flatMap((id) => plan.dimensions.get(id) ?? []);
  const [only] = dimensions;
  if (only === undefined) return null;
  const run = runnerOf(planner, thingsOf('dimension', ids));
  const set = (change: DimensionChange): string | null => run(setDimensions, { ids, set: change });
  const axis = common(dimensions, (dimension) => dimension.axis);
  const lengthMm = dimensions.length === 1 ? (placeDimension(plan, only)?.lengthMm ?? null) : null;
  const breach = lengthMm === null ? null : breachOf(only, lengthMm);
  const limit = (label: string, field: 'leastMm' | 'mostMm') => {
    const value = common(dimensions, (dimension) => dimension[field] ?? 'any');
    return (
      <TextField
        label={label}
        value={typeof value === 'number' ? sizeText(value, units) : ''}
        placeholder={value === 'mixed' ? 'mixed' : 'any'}
        onCommit={(text) => {
          if (text.trim() === '') return set({ [field]: null });
          const parsed = parseLength(text, units);
          if (!parsed.ok) return `${parsed.error.message}; ${parsed.error.remedy}`;
          return parsed.value.kind === 'absolute' ? set({ [field]: parsed.value.value }) : 'write the whole length, such as 1200';
        }}
      />
    );
  };
  return (
    <>
      <PanelHeading
        title={dimensions.length === 1 ? 'Dimension' : countText(dimensions.length, 'dimension')}
        subtitle={breach === null ? undefined : breach === 'short' ? 'Shorter than its rule asks for' : 'Longer than its rule allows'}
      />
      {lengthMm === null ? null : (
        <Figures>
          <Figure name="Length" value={sizeText(lengthMm, units)} />
        </Figures>
      )}
      <div className={styles.fields}>
        {limit('At least', 'leastMm')}
        {limit('At most', 'mostMm')}
        <SelectField
          label="Measured"
          value={axis === 'mixed' ? null : axis}
          options={axes}
          placeholder="mixed"
          onChange={(value) => {
            const known = axes.find((one) => one.value === value);
            if (known !== undefined) set({ axis: known.value });
          }}
        />
        <LengthField
          label="Line offset"
          description={offsetTexts[axis]}
          value={common(dimensions, (dimension) => dimension.offsetMm)}
          onCommit={(offsetMm) => set({ offsetMm })}
        />
      </div>
      <p className={styles.note}>It follows what it is tied to. Under a rule that is broken it turns red and becomes a finding.</p>
    </>
  );
}

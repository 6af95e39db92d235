/** What the row tool draws, set while it is in the hand. */
import { hasCounter } from '../../shared/plan/names.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { MOST_IN_ROW, usualModel } from '../tools/rowTool.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { parseCount } from '../ui/parseCount.ts';
import { parseLength, type TypedValue } from '../ui/parseLength.ts';
import { sizeText, sizeValueText } from '../../shared/quantities.ts';
import { countText, sizeUnit } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { ModelField, modelTitle } from './ModelField.tsx';
import { RowAcrossFields } from './RowAcrossFields.tsx';
import { RowNetworkFields } from './RowNetworkFields.tsx';
import styles from './Inspector.module.css';

const facings = [
  { value: 'plain', label: 'South, or west' },
  { value: 'turned', label: 'North, or east' },
] as const;

export function RowInspector() {
  const { session } = usePlanner();
  const units = useSession((state) => state.units);
  const { model, count, pitchMm, turned, row, namePattern, firstNumber } = useSession((state) => state.row);
  const usual = usePlan(({ plan }) => usualModel(plan));
  const widthMm = (model ?? usual)?.widthMm ?? 0;
  const setPitch = ({ kind, value }: TypedValue): string | null => {
    const next = kind === 'absolute' ? value : (pitchMm ?? widthMm) + value;
    if (next <= 0) return `${sizeText(next, units)} is not a pitch; write a length above zero`;
    session.setRow({ pitchMm: next === widthMm ? null : next });
    return null;
  };
  const setPattern = (text: string): string | null => {
    if (!hasCounter(text)) return 'the names need a counter; write {nn} where they count';
    session.setRow({ namePattern: text });
    return null;
  };
  /** An empty field goes back to what follows from the gesture and the plan. */
  const setCount = (field: 'count' | 'firstNumber', text: string, most: number): string | null => {
    if (text === '') {
      session.setRow({ [field]: null });
      return null;
    }
    const read = parseCount(text, most);
    if (!read.ok) return `${read.error.message}; ${read.error.remedy}`;
    session.setRow({ [field]: read.value });
    return null;
  };
  return (
    <Section title="New row">
      <div className={styles.fields}>
        <RowModel />
        <TextField
          label="Count"
          value={count === null ? '' : String(count)}
          placeholder="as drawn"
          onCommit={(text) => setCount('count', text, MOST_IN_ROW)}
        />
        <NumberField
          label="Pitch"
          value={pitchMm ?? (widthMm === 0 ? null : widthMm)}
          unit={sizeUnit(units)}
          format={(value) => sizeValueText(value, units)}
          parse={(text) => parseLength(text, units)}
          step={50}
          onCommit={setPitch}
        />
        <SelectField
          label="Fronts face"
          value={turned ? 'turned' : 'plain'}
          options={facings}
          onChange={(value) => session.setRow({ turned: value === 'turned' })}
        />
        <RowNetworkFields />
        <RowAcrossFields />
        <TextField
          label="Row"
          value={row ?? ''}
          placeholder="first free letter"
          onCommit={(text) => {
            session.setRow({ row: text === '' ? null : text });
            return null;
          }}
        />
        <TextField label="Names" value={namePattern} onCommit={setPattern} />
        <TextField
          label="First number"
          value={firstNumber === null ? '' : String(firstNumber)}
          placeholder="first free"
          onCommit={(text) => setCount('firstNumber', text, 99_999)}
        />
      </div>
      <p className={styles.note}>
        Drag along the row, or press Enter and use the arrow keys; Enter places it. Figures typed meanwhile say how many, R turns it round,
        M sets the same row across an aisle. {'{row}'} stands for the row, {'{nn}'} counts. At most {countText(MOST_IN_ROW, 'cabinet')} a
        row; array (Ctrl+Shift+D) repeats it.
      </p>
    </Section>
  );
}

const USUAL = 'usual';

function RowModel() {
  const { session } = usePlanner();
  const model = useSession((state) => state.row.model);
  const units = useSession((state) => state.units);
  const usual = usePlan(({ plan }) => usualModel(plan));
  const own = usePlan(({ plan }) => plan.catalog.cabinetModels);
  return (
    <ModelField
      value={model?.id ?? USUAL}
      first={{ value: USUAL, label: usual === null ? 'Choose a model' : `As the plan: ${modelTitle(usual, units)}` }}
      own={own}
      textOf={modelTitle}
      onChange={(picked) => session.setRow({ model: picked, pitchMm: null })}
    />
  );
}

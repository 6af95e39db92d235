/** How cables are bound where nobody decided about them: names, sizes and steps, and what becomes of each tier. */
import { useState } from 'react';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { setSettings } from '../../shared/commands/settings.ts';
import { loomSettings } from '../../shared/looms/loomSettings.ts';
import type { LoomMake, LoomSettings } from '../../shared/plan/types.ts';
import { sizeValueText, type Units } from '../../shared/quantities.ts';
import { useDerived, usePlanner, useSession } from '../state/plannerContext.ts';
import { parseCount } from '../ui/parseCount.ts';
import { parseLength } from '../ui/parseLength.ts';
import { sizeUnit } from '../ui/quantities.ts';
import { BundleTypes } from './BundleTypes.tsx';
import { closeDialog, useDialogOpen } from './dialogStore.ts';
import styles from './dialogs.module.css';

const MOST_MEMBERS = 1000;
const MOST_PCT = 1000;

const makes: readonly { readonly value: LoomMake; readonly label: string }[] = [
  { value: 'custom', label: 'Made to length' },
  { value: 'stock', label: 'Stock jumpers, bound on site' },
  { value: 'none', label: 'Each cable pulled alone' },
];

export function LoomRulesDialog() {
  return (
    <Modal opened={useDialogOpen('loomRules')} onClose={closeDialog} title="How cables are bound" size={560}>
      <LoomRulesForm />
    </Modal>
  );
}

interface Typed {
  readonly namePattern: string;
  readonly mostMembers: string;
  readonly step: string;
  readonly legStep: string;
  readonly bundling: string;
}

function LoomRulesForm() {
  const { plan, session } = usePlanner();
  const units = useSession((state) => state.units);
  const tiers = useDerived((state) => state.summary?.tiers ?? []);
  const [before] = useState(() => loomSettings(plan.getState().plan));
  const [typed, setTyped] = useState<Typed>(() => typedOf(before, units));
  const [makeByTier, setMakeByTier] = useState(before.makeByTier);
  const [refusal, setRefusal] = useState<string | null>(null);
  const read = readRules(typed, before, units);
  const problem = typeof read === 'string' ? read : refusal;

  const apply = () => {
    if (typeof read === 'string') return;
    const done = plan.run(setSettings, { set: { looms: { ...read, makeByTier } } });
    if (!done.ok) {
      setRefusal(`${done.error.message}; ${done.error.remedy}`);
      return;
    }
    closeDialog();
    session.setState({ notice: { text: done.value === null ? 'Nothing was changed' : 'Cables are bound by the new rules', tone: 'info' } });
  };
  const text = (label: string, field: keyof Typed) => (
    <TextInput
      label={label}
      value={typed[field]}
      autoComplete="off"
      onChange={(event) => {
        setRefusal(null);
        setTyped({ ...typed, [field]: event.currentTarget.value });
      }}
    />
  );

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <div className={styles.parameters}>
        {text('Name pattern: {a}, {b} cabinets, {n} count', 'namePattern')}
        {text('Most cables in a loom', 'mostMembers')}
        {text(`Trunk made to steps of (${sizeUnit(units)})`, 'step')}
        {text(`Legs made to steps of (${sizeUnit(units)})`, 'legStep')}
        {text('Diameter over packed cables (%)', 'bundling')}
        {tiers.map(({ tier }) => (
          <Select
            key={tier}
            label={`Cables of ${tier}`}
            data={[...makes]}
            value={makeByTier[tier] ?? 'custom'}
            allowDeselect={false}
            onChange={(value) => {
              const make = makes.find((one) => one.value === value)?.value;
              if (make !== undefined) setMakeByTier({ ...makeByTier, [tier]: make });
            }}
          />
        ))}
      </div>
      <p className={problem === null ? styles.remedy : styles.problem} role="status">
        {problem ??
          'Copper and active optical cables come at the lengths that are stocked, whatever is chosen. All figures here are assumptions until a maker gives his own.'}
      </p>
      <BundleTypes />
      <div className={styles.buttons}>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" disabled={typeof read === 'string'}>
          Apply
        </Button>
      </div>
    </form>
  );
}

function typedOf({ namePattern, mostMembers, stepMm, legStepMm, bundlingPct }: LoomSettings, units: Units): Typed {
  return {
    namePattern,
    mostMembers: String(mostMembers),
    step: sizeValueText(stepMm, units),
    legStep: sizeValueText(legStepMm, units),
    bundling: String(bundlingPct),
  };
}

/** The rules, or what is wrong with the first field that is. Lengths that were not touched keep their exact figures. */
function readRules(typed: Typed, before: LoomSettings, units: Units): Omit<LoomSettings, 'makeByTier'> | string {
  const most = parseCount(typed.mostMembers, MOST_MEMBERS);
  if (!most.ok) return `${most.error.message}; ${most.error.remedy}`;
  const bundling = parseCount(typed.bundling, MOST_PCT);
  if (!bundling.ok) return `${bundling.error.message}; ${bundling.error.remedy}`;
  const was = typedOf(before, units);
  const length = (field: 'step' | 'legStep', known: number): number | string => {
    if (typed[field] === was[field]) return known;
    const parsed = parseLength(typed[field], units);
    if (!parsed.ok) return `${parsed.error.message}; ${parsed.error.remedy}`;
    return Math.round(parsed.value.value);
  };
  const stepMm = length('step', before.stepMm);
  const legStepMm = length('legStep', before.legStepMm);
  if (typeof stepMm === 'string') return stepMm;
  if (typeof legStepMm === 'string') return legStepMm;
  return { namePattern: typed.namePattern.trim(), mostMembers: most.value, stepMm, legStepMm, bundlingPct: bundling.value };
}

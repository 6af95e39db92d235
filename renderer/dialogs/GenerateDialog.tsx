/** A plan from a template: its parameters, and the counts that they give before anything is made. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, Modal, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { FabricCounts, TemplateInfo, TemplateSettings } from '../../shared/engine/protocol.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { inUnits } from '../ui/engineText.ts';
import { numberText, type Units } from '../../shared/quantities.ts';
import { roleTitle } from '../ui/roles.ts';
import { TierKey } from '../ui/TierKey.tsx';
import { closeDialog, useDialogOpen } from './dialogStore.ts';
import { engineValue, fieldsOf, settingsFor, templateTitle, type TemplateField } from './templateFields.ts';
import styles from './dialogs.module.css';

/** What the dialog starts with: the hall that the tour speaks of. */
const firstSettings: TemplateSettings = { preset: 'b200', su: '2' };
const COUNT_DELAY_MS = 120;

export function GenerateDialog() {
  return (
    <Modal opened={useDialogOpen('generate')} onClose={closeDialog} title="Generate a plan" size={760}>
      <LeftPlan />
      <Templates />
    </Modal>
  );
}

/** What becomes of the open plan, where it holds work. */
function LeftPlan() {
  const name = usePlan(({ plan }) => (plan.cabinets.size === 0 ? null : plan.name));
  if (name === null) return null;
  return (
    <p className={styles.place}>
      This makes a new plan. Nothing is added to “{name}”: it is left as it is, and you are asked first if it is not saved.
    </p>
  );
}

function Templates() {
  const { engine } = usePlanner();
  const [templates, setTemplates] = useState<readonly TemplateInfo[]>([]);
  useEffect(() => {
    let wanted = true;
    void engine.templates().then((list) => {
      if (wanted) setTemplates(list);
    });
    return () => {
      wanted = false;
    };
  }, [engine]);
  return templates.length === 0 ? null : <GenerateForm templates={templates} />;
}

function GenerateForm({ templates }: { readonly templates: readonly TemplateInfo[] }) {
  const { files } = usePlanner();
  const [name, setName] = useState(templates.find((template) => template.name === 'rail-optimised')?.name ?? templates[0]?.name ?? '');
  // Of all templates together: what was chosen for one stands in the next one too, where that has it.
  const [settings, setSettings] = useState<TemplateSettings>(firstSettings);
  const [more, setMore] = useState(false);
  const [making, setMaking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // The form comes after the dialog, which gave the focus to its button for closing.
  useEffect(() => form.current?.querySelector<HTMLElement>(`.${styles.parameters} input`)?.focus(), []);
  const template = templates.find((one) => one.name === name);
  const units = useSession((state) => state.units);
  const fields = useMemo(() => (template === undefined ? [] : fieldsOf(template, units)), [template, units]);
  const typed = useMemo(() => settingsFor(fields, settings), [fields, settings]);
  const read = useMemo(() => readSettings(fields, typed, units), [fields, typed, units]);
  const counted = useCounts(name, read);
  if (template === undefined) return null;

  const counts = read.ok ? counted : read;
  const set = (key: string, value: string) => {
    const { [key]: _dropped, ...rest } = settings;
    setSettings(value.trim() === '' ? rest : { ...rest, [key]: value });
  };
  const problem = counts !== null && !counts.ok ? counts.error : null;
  const field = (one: TemplateField) => (
    <Field
      key={one.key}
      field={one}
      value={typed[one.key] ?? ''}
      error={problem?.path === one.key ? inUnits(`${problem.message}; ${problem.remedy}`, units) : null}
      onChange={(value) => set(one.key, value)}
    />
  );
  const main = fields.filter((one) => one.main);
  const rest = fields.filter((one) => !one.main);

  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (making || !read.ok || (counts !== null && !counts.ok)) return;
        setMaking(true);
        void files.generate(name, read.value).then((done) => {
          setMaking(false);
          if (done) closeDialog();
        });
      }}
    >
      {templates.length === 1 ? null : (
        <SegmentedControl
          fullWidth
          mb="md"
          aria-label="Template"
          data={templates.map((one) => ({ value: one.name, label: templateTitle(one.name) }))}
          value={name}
          onChange={setName}
        />
      )}
      <div className={styles.generate}>
        <div className={styles.parameters}>
          <p className={`${styles.remedy} ${styles.wide}`}>{template.summary}</p>
          {main.map(field)}
          {rest.length === 0 ? null : (
            <Button variant="subtle" className={styles.wide} justify="flex-start" aria-expanded={more} onClick={() => setMore(!more)}>
              {more ? 'Fewer parameters' : `${numberText(rest.length)} more parameters`}
            </Button>
          )}
          {more ? rest.map(field) : null}
        </div>
        <Counts counts={counts} />
      </div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" loading={making} disabled={counts === null || !counts.ok}>
          Generate
        </Button>
      </div>
    </form>
  );
}

function Field({
  field,
  value,
  error,
  onChange,
}: {
  readonly field: TemplateField;
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}) {
  if (field.options !== null) {
    return (
      <Select
        label={field.title}
        data={[...field.options]}
        value={value === '' ? null : value}
        placeholder={field.default}
        clearable
        error={error}
        title={field.help}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  }
  return (
    <TextInput
      label={field.title}
      value={value}
      placeholder={field.default}
      error={error}
      title={field.help}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What was typed, as the engine takes it. */
function readSettings(fields: readonly TemplateField[], typed: TemplateSettings, units: Units): Result<TemplateSettings, UserError> {
  const settings: Record<string, string> = { ...typed };
  for (const { key, kind } of fields) {
    const text = typed[key];
    if (text === undefined) continue;
    const value = engineValue(kind, text, units);
    if (!value.ok) return fail({ ...value.error, path: key });
    settings[key] = value.value;
  }
  return ok(settings);
}

/** Counts of what would be made; null while the first ones are computed, and while the settings cannot be read. */
function useCounts(template: string, read: Result<TemplateSettings, UserError>): Result<FabricCounts, UserError> | null {
  const { engine } = usePlanner();
  const [counts, setCounts] = useState<{ readonly template: string; readonly result: Result<FabricCounts, UserError> } | null>(null);
  useEffect(() => {
    if (!read.ok) return undefined;
    let wanted = true;
    const timer = window.setTimeout(() => {
      void engine.counts(template, read.value).then((result) => {
        if (wanted) setCounts({ template, result });
      });
    }, COUNT_DELAY_MS);
    return () => {
      wanted = false;
      window.clearTimeout(timer);
    };
  }, [engine, template, read]);
  return counts?.template === template ? counts.result : null;
}

function Counts({ counts }: { readonly counts: Result<FabricCounts, UserError> | null }) {
  return (
    <div className={styles.counts} aria-live="polite" aria-label="What will be made" role="region">
      <h3 className={styles.countsTitle}>What will be made</h3>
      {counts === null ? (
        <p className={styles.countsSoft}>Counting…</p>
      ) : counts.ok ? (
        <CountFigures counts={counts.value} />
      ) : (
        <CountProblem error={counts.error} />
      )}
    </div>
  );
}

function CountProblem({ error }: { readonly error: UserError }) {
  return (
    <>
      <p className={styles.countsProblem}>{error.message}.</p>
      <p className={styles.countsSoft}>{error.remedy}.</p>
    </>
  );
}

function CountFigures({ counts }: { readonly counts: FabricCounts }) {
  const links = counts.tiers.reduce((sum, tier) => sum + tier.links, 0);
  const cables = counts.tiers.reduce((sum, tier) => sum + tier.cables, 0);
  if (counts.devices.length === 0 && links === 0)
    return <p className={styles.countsSoft}>A hall of empty cabinets, without devices and links.</p>;
  return (
    <Figures>
      {counts.devices.map((device) => (
        <Figure key={device.role} name={roleTitle(device.role)} value={numberText(device.count)} />
      ))}
      {counts.tiers.map((tier) => (
        <Figure key={tier.tier} mark={<TierKey tier={tier.tier} />} name={tier.tier} value={numberText(tier.links)} />
      ))}
      <Figure name="Links" value={numberText(links)} weight="total" />
      <Figure name="Cables" value={numberText(cables)} />
    </Figures>
  );
}

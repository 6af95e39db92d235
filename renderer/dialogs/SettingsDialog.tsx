/** The plan's name, title block and settings: typed together, changed in one step. */
import { useState } from 'react';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { setSettings } from '../../shared/commands/settings.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { closeDialog, useDialogOpen } from './dialogStore.ts';
import { draftOf, fieldTitle, readDraft, settingsSections, type SettingsDraft, type SettingsField } from './settingsFields.ts';
import styles from './dialogs.module.css';

export function SettingsDialog() {
  return (
    <Modal opened={useDialogOpen('settings')} onClose={closeDialog} title="Plan settings" size={760}>
      <SettingsForm />
    </Modal>
  );
}

function SettingsForm() {
  const { plan, session } = usePlanner();
  const units = useSession((state) => state.units);
  const [opened] = useState(() => plan.getState().plan);
  const [before] = useState(() => draftOf(opened, units));
  const [draft, setDraft] = useState<SettingsDraft>(before);
  const [problems, setProblems] = useState<SettingsDraft>({});

  const apply = () => {
    const read = readDraft(draft, before, units);
    if (!read.ok) {
      setProblems(read.problems);
      return;
    }
    const done = plan.run(setSettings, read.value);
    if (done.ok) {
      closeDialog();
      session.setState({ notice: { text: done.value === null ? 'Nothing was changed' : 'Changed the plan settings', tone: 'info' } });
      return;
    }
    const { path, message, remedy } = done.error;
    setProblems({ [path !== undefined && path in draft ? path : 'name']: `${message}; ${remedy}` });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      {settingsSections.map(({ title, fields }) => (
        <fieldset key={title} className={styles.settings}>
          <legend className={styles.settingsTitle}>{title}</legend>
          {fields.map((field) => (
            <Field
              key={field.path}
              field={field}
              label={fieldTitle(field, units)}
              value={draft[field.path] ?? ''}
              problem={problems[field.path] ?? null}
              plan={opened}
              onChange={(value) => setDraft({ ...draft, [field.path]: value })}
            />
          ))}
        </fieldset>
      ))}
      {Object.keys(problems).length === 0 ? null : (
        <p className={styles.settingsProblem} role="alert">
          Nothing was changed yet: a field above needs another value.
        </p>
      )}
      <div className={styles.buttons}>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit">Apply</Button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly field: SettingsField;
  readonly label: string;
  readonly value: string;
  readonly problem: string | null;
  readonly plan: Plan;
  readonly onChange: (value: string) => void;
}

function Field({ field, label, value, problem, plan, onChange }: FieldProps) {
  const options = optionsOf(field, plan);
  if (options === null) {
    return (
      <TextInput
        label={label}
        description={field.meaning}
        value={value}
        error={problem}
        autoComplete="off"
        spellCheck={false}
        data-autofocus={field.path === 'name' || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <Select
      label={label}
      description={field.meaning}
      data={[...options]}
      value={value}
      error={problem}
      allowDeselect={false}
      onChange={(next) => {
        if (next !== null) onChange(next);
      }}
    />
  );
}

/** Null: the field is typed. */
function optionsOf({ kind }: SettingsField, { catalog }: Plan): readonly { readonly value: string; readonly label: string }[] | null {
  switch (kind) {
    case 'yes-no':
      return [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ];
    case 'units':
      return [
        { value: 'metric', label: 'Metric' },
        { value: 'imperial', label: 'Imperial' },
      ];
    case 'labor-profile':
      return [...catalog.labourProfiles.values()].map(({ id, name }) => ({ value: id, label: name }));
    case 'text':
    case 'money':
    case 'length':
    case 'percent':
    case 'count':
      return null;
  }
}

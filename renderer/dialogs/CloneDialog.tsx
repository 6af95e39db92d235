/** Clones the selected cabinets with all that is in them; asks for the names alone. */
import { useEffect, useMemo, useState } from 'react';
import { TextInput } from '@mantine/core';
import { clipOfCabinets, cloneNames } from '../../shared/commands/cloneCabinets.ts';
import { cabinetsMeant } from '../elevation/blanking.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { cloneOf, clonePattern, makeClone, tryClone } from '../tools/cloneActions.ts';
import { countText } from '../ui/quantities.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { BesideDialog } from './BesideDialog.tsx';
import { BesideForm } from './BesideForm.tsx';
import styles from './dialogs.module.css';

export function CloneDialog() {
  return (
    <BesideDialog name="clone" title="Clone cabinets" widthPx={400}>
      <CloneForm />
    </BesideDialog>
  );
}

function CloneForm() {
  const planner = usePlanner();
  const { session } = planner;
  const plan = usePlan((state) => state.plan);
  const [cabinets] = useState(() => cabinetsMeant(planner));
  const [namePattern, setNamePattern] = useState(() => clonePattern(planner, cabinets));
  const [clone] = useState(() => cloneOf(planner, planner.layout(), cabinets, randomBytes));
  const args = useMemo(() => (clone === null ? null : { ...clone, namePattern }), [clone, namePattern]);
  const problem = useSession((state) => state.preview?.problem ?? null);
  useEffect(() => {
    if (args !== null) tryClone(planner, args);
    return () => session.setState({ preview: null });
  }, [planner, session, args]);

  const refused = args === null ? 'Select cabinets of one hall first' : problem;
  return (
    <BesideForm
      action="Clone"
      refused={refused}
      said={whatIsMade(plan, cabinets, namePattern)}
      onSubmit={() => args !== null && makeClone(planner, args)}
    >
      <div className={styles.wide}>
        <TextInput
          label="Names"
          description="{row} is the name of the row, {nn} the next free number"
          value={namePattern}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onChange={(event) => setNamePattern(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
    </BesideForm>
  );
}

/** `Makes A09 with 4 devices and 2 cables within. Links of fabrics stay with their devices.` */
function whatIsMade(plan: Parameters<typeof clipOfCabinets>[0], cabinets: readonly string[], namePattern: string): string {
  const clip = clipOfCabinets(plan, cabinets);
  const names = cloneNames(
    plan,
    cabinets.flatMap((id) => plan.cabinets.get(id) ?? []),
    namePattern,
  );
  if (clip === null || typeof names === 'string') return '';
  const listed = [...names.values()];
  const named = listed.length <= 3 ? listed.join(', ') : `${listed[0] ?? ''} to ${listed.at(-1) ?? ''}`;
  const cables = clip.links.size + clip.trunks.size;
  return `Makes ${named} with ${countText(clip.devices.size, 'device')} and ${countText(cables, 'cable')} within. Links of fabrics stay where they are.`;
}

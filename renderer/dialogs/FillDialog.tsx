/** A fabric of scalable units into the cabinets that are selected, shown on the drawing while its figures are set. */
import { useEffect, useMemo, useState } from 'react';
import { NativeSelect, TextInput } from '@mantine/core';
import { mountFabric } from '../../shared/commands/fabrics.ts';
import { fillCabinets, type FillOptions } from '../../shared/templates/railFill.ts';
import { PLACEMENTS, RAIL_PRESETS } from '../../shared/templates/railOptions.ts';
import { partsFor } from '../panels/partCatalog.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { previewOf } from '../tools/preview.ts';
import { runCommand } from '../tools/editActions.ts';
import { parseCount } from '../ui/parseCount.ts';
import { countText } from '../ui/quantities.ts';
import { BesideDialog } from './BesideDialog.tsx';
import { BesideForm } from './BesideForm.tsx';
import styles from './dialogs.module.css';

const MOST_UNITS = 256;
const presetNames: Readonly<Record<(typeof RAIL_PRESETS)[number], string>> = { h100: 'DGX H100', b200: 'DGX B200' };
const placementNames: Readonly<Record<FillOptions['placement'], string>> = {
  central: 'In the middle of each row',
  'row-ends': 'At the ends of each row',
  'end-row': 'In rows of their own',
};

export function FillDialog() {
  return (
    <BesideDialog name="fill" title="Fill cabinets with a fabric" widthPx={400}>
      <FillForm />
    </BesideDialog>
  );
}

function FillForm() {
  const planner = usePlanner();
  const { session } = planner;
  const plan = usePlan((state) => state.plan);
  const selection = useSession((state) => state.selection);
  const ids = useMemo(() => selectedIds(selection, 'cabinet'), [selection]);
  const [preset, setPreset] = useState<(typeof RAIL_PRESETS)[number]>('b200');
  const [placement, setPlacement] = useState<FillOptions['placement']>('central');
  const [units, setUnits] = useState('1');
  const read = useMemo(() => parseCount(units, MOST_UNITS), [units]);
  const filled = useMemo(
    () => (read.ok ? fillCabinets(partsFor(plan), plan, ids, { preset, su: read.value, placement }) : read),
    [plan, ids, preset, read, placement],
  );
  useEffect(() => {
    const aids = { moving: new Set<string>(), guides: [], text: null };
    session.setState({ preview: filled.ok ? previewOf(planner.plan, mountFabric, filled.value, aids) : null });
    return () => session.setState({ preview: null });
  }, [planner, session, filled]);
  const problem = useSession((state) => state.preview?.problem ?? null);
  const refused = filled.ok ? problem : `${filled.error.message}; ${filled.error.remedy}`;
  return (
    <BesideForm
      action="Mount"
      refused={refused}
      said={filled.ok ? summary(filled.value.counts, ids.length) : ''}
      onSubmit={() => {
        if (!filled.ok) return false;
        session.setState({ preview: null });
        return runCommand(planner, mountFabric, filled.value);
      }}
    >
      <TextInput
        data-autofocus
        label="Scalable units"
        value={units}
        autoComplete="off"
        inputMode="numeric"
        onChange={(event) => setUnits(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <NativeSelect
        label="Nodes"
        value={preset}
        data={RAIL_PRESETS.map((value) => ({ value, label: presetNames[value] }))}
        onChange={(event) => setPreset(RAIL_PRESETS.find((one) => one === event.currentTarget.value) ?? preset)}
      />
      <div className={styles.wide}>
        <NativeSelect
          label="Network cabinets"
          value={placement}
          data={PLACEMENTS.filter((one) => one !== 'end-row').map((value) => ({ value, label: placementNames[value] }))}
          onChange={(event) => setPlacement(PLACEMENTS.find((one) => one === event.currentTarget.value) ?? placement)}
        />
      </div>
    </BesideForm>
  );
}

function summary(
  {
    nodes,
    leaves,
    spines,
    cores,
    links,
  }: {
    readonly nodes: number;
    readonly leaves: number;
    readonly spines: number;
    readonly cores: number;
    readonly links: Readonly<Record<string, number>>;
  },
  cabinets: number,
): string {
  const linkCount = Object.values(links).reduce((sum, count) => sum + count, 0);
  const above = cores === 0 ? '' : `, ${countText(cores, 'core')}`;
  return `${countText(nodes, 'node')}, ${countText(leaves, 'leaf', 'leaves')}, ${countText(spines, 'spine')}${above} in ${countText(cabinets, 'cabinet')}; ${countText(linkCount, 'link')}`;
}

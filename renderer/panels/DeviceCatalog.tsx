/** Device types by maker: a click mounts one on the first free units of the cabinet, a drag where it is dropped. */
import { randomBytes } from '../ui/randomBytes.ts';
import { useState } from 'react';
import { TextInput } from '@mantine/core';
import type { DeviceType } from '../../shared/catalog/types.ts';
import { receivingCabinet, mountOnFreeUnits } from '../elevation/elevationActions.ts';
import { useElevation, usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { useSelection } from '../state/useSelection.ts';
import { massText } from '../../shared/quantities.ts';
import { powerText, UNKNOWN } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { deviceCatalog } from './partCatalog.ts';
import styles from './CatalogPanel.module.css';

export function DeviceCatalog() {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const [text, setText] = useState('');
  // Both decide where a click mounts.
  useSelection();
  useElevation((state) => state.cabinets);
  const cabinet = receivingCabinet(planner);
  const makers = deviceCatalog(plan, text.trim().toLowerCase());
  return (
    <Section title="Devices">
      <div className={styles.catalog}>
        <TextInput
          aria-label="Filter the device types"
          placeholder="Filter devices"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <p className={styles.hint}>
          {cabinet === null
            ? 'Show a cabinet to mount devices in it.'
            : `A click mounts in ${plan.cabinets.get(cabinet)?.name ?? cabinet}, on the first free units; a drag where you drop it.`}
        </p>
        {makers.map(({ maker, types }) => (
          <section key={maker} aria-label={maker}>
            <h4 className={styles.maker}>{maker}</h4>
            <ul className={styles.list}>
              {types.map((type) => (
                <li key={type.id}>
                  <TypeButton type={type} disabled={cabinet === null} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {makers.length === 0 ? <p className={styles.note}>No device holds “{text.trim()}”.</p> : null}
      </div>
    </Section>
  );
}

/** What hangs beside the rails fills no rack unit. */
function heightText({ heightU, mount }: DeviceType): string {
  return mount === 'beside-rails' ? '0U' : `${heightU}U`;
}

function TypeButton({ type, disabled }: { readonly type: DeviceType; readonly disabled: boolean }) {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const power = type.maxPowerW === null ? UNKNOWN : powerText(type.maxPowerW);
  return (
    <button
      type="button"
      className={styles.model}
      disabled={disabled}
      title={`${type.name}: ${heightText(type)}, ${massText(type.massG, units)}, at most ${power}`}
      draggable={!disabled}
      onClick={() => mountOnFreeUnits(planner, type, randomBytes)}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.effectAllowed = 'copy';
        dataTransfer.setData('text/plain', type.name);
        planner.elevation.carry(type);
      }}
      onDragEnd={() => planner.elevation.cancel()}
    >
      <span className={styles.name}>{type.name}</span>
      <span className={styles.size}>
        {heightText(type)} · {power}
      </span>
    </button>
  );
}

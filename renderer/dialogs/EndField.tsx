/** One end of ranges of ports, typed freely; devices that the text may mean are offered with how many of their ports are free. */
import { useDeferredValue, useMemo, useState } from 'react';
import { Autocomplete } from '@mantine/core';
import type { Plan } from '../../shared/plan/types.ts';
import { portUses, type PortsKnown } from '../elevation/connectPorts.ts';
import { devicesToName, suggestDevices, type SuggestedDevice } from '../elevation/ranges/suggestDevices.ts';
import { useKnownPorts } from '../elevation/useKnownPorts.ts';
import { numberText } from '../../shared/quantities.ts';
import { countText } from '../ui/quantities.ts';
import styles from './EndField.module.css';

/** More than these are not looked through; another letter narrows them. */
const MOST_SUGGESTED = 8;

interface EndFieldProps {
  readonly plan: Plan;
  readonly label: string;
  readonly text: string;
  readonly error: string | null;
  readonly autoFocus: boolean;
  readonly onChange: (text: string) => void;
}

export function EndField({ plan, label, text, error, autoFocus, onChange }: EndFieldProps) {
  const [isOpen, setOpen] = useState(false);
  const all = useMemo(() => devicesToName(plan), [plan]);
  const typed = useDeferredValue(text);
  const suggested = useMemo(() => (isOpen ? suggestDevices(all, typed, MOST_SUGGESTED) : []), [isOpen, all, typed]);
  const known = useKnownPorts(
    plan,
    suggested.map(({ id }) => id),
  );
  return (
    <Autocomplete
      label={label}
      placeholder="A01/leaf1 1-24"
      value={text}
      // What is still being typed is no mistake.
      error={suggested.length > 0 ? null : error}
      spellCheck={false}
      openOnFocus={false}
      // Nothing open that has nothing to offer: Escape then closes the dialog at the first press.
      dropdownOpened={isOpen && suggested.length > 0}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      // The ports are typed behind the name.
      data={suggested.map(({ id, name }) => ({ value: id, label: `${name} ` }))}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const one = suggested.find(({ id }) => id === option.value);
        return one === undefined ? option.value : <Suggestion device={one} known={known} />;
      }}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      onChange={onChange}
    />
  );
}

function Suggestion({ device: { id, name, type, ports }, known }: { readonly device: SuggestedDevice; readonly known: PortsKnown | null }) {
  const used = known === null ? null : portUses(known, id);
  return (
    <span className={styles.suggestion}>
      <span className={styles.name}>{name}</span>
      <span className={styles.aside}>{type}</span>
      <span className={styles.free}>
        {used === null ? countText(ports, 'port') : `${numberText(ports - used.size)} of ${countText(ports, 'port')} free`}
      </span>
    </span>
  );
}

/** Where devices are mounted and what they are, by number; for one or many. */
import type { Device, DeviceRole, Plan } from '../../shared/plan/types.ts';
import { must } from '../../shared/assert.ts';
import { hasHand } from '../../shared/plan/mountPlace.ts';
import { compareNames } from '../../shared/plan/compareNames.ts';
import { usePlanner } from '../state/plannerContext.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { common } from './common.ts';
import { parseUnit, setCabinet, setFace, setHand, setName, setRole, setType, setUnits } from './deviceEdits.ts';
import { partsFor } from './partCatalog.ts';
import styles from './Inspector.module.css';

const roles: readonly { readonly value: DeviceRole; readonly label: string }[] = [
  { value: 'node', label: 'Node' },
  { value: 'leaf', label: 'Leaf switch' },
  { value: 'spine', label: 'Spine switch' },
  { value: 'core', label: 'Core switch' },
  { value: 'ufm', label: 'Fabric manager' },
  { value: 'panel', label: 'Patch panel' },
  { value: 'other', label: 'Other' },
];

const faces = [
  { value: 'front', label: 'Front' },
  { value: 'rear', label: 'Rear' },
] as const;

/** As seen by who faces the side that the device is mounted on. */
const hands = [
  { value: 'left', label: 'Left' },
  { value: 'right', label: 'Right' },
] as const;

export function DeviceFields({ devices, plan }: { readonly devices: readonly Device[]; readonly plan: Plan }) {
  const planner = usePlanner();
  const ids = devices.map(({ id }) => id);
  const shared = <V extends string>(valueOf: (device: Device) => V): V | null => {
    const value = common(devices, valueOf);
    return value === 'mixed' ? null : value;
  };
  const cabinets = [...plan.cabinets.values()]
    .sort((one, other) => compareNames(one.name, other.name))
    .map(({ id, name }) => ({ value: id, label: name }));
  const types = [...partsFor(plan).deviceTypes.values()].map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={styles.fields}>
      {devices.length === 1 ? (
        <TextField label="Name" value={devices[0]?.name ?? ''} onCommit={(text) => setName(planner, ids, text)} />
      ) : null}
      <SelectField
        label="Type"
        isWide
        value={shared(({ type }) => type)}
        placeholder="mixed"
        options={types}
        onChange={(value) => setType(planner, ids, value)}
      />
      <SelectField
        label="Cabinet"
        searchable
        value={shared(({ cabinet }) => cabinet)}
        placeholder="mixed"
        options={cabinets}
        onChange={(value) => setCabinet(planner, ids, value)}
      />
      <NumberField
        label="Lowest unit"
        value={common(devices, ({ positionU }) => positionU)}
        unit="U"
        format={String}
        parse={parseUnit}
        step={1}
        onCommit={(typed) => setUnits(planner, ids, typed)}
      />
      <SelectField
        label="Mounted"
        value={shared(({ face }) => face)}
        placeholder="mixed"
        options={faces}
        onChange={(value) => setFace(planner, ids, value === 'rear' ? 'rear' : 'front')}
      />
      {devices.every(({ type }) => hasHand(must(plan.catalog.deviceTypes.get(type), 'device type'))) ? (
        <SelectField
          label="Hand"
          value={shared(({ hand }) => hand ?? 'left')}
          placeholder="mixed"
          options={hands}
          onChange={(value) => setHand(planner, ids, value === 'right' ? 'right' : 'left')}
        />
      ) : null}
      <SelectField
        label="Role"
        value={shared(({ role }) => role)}
        placeholder="mixed"
        options={roles}
        onChange={(value) => setRole(planner, ids, roles.find((role) => role.value === value)?.value ?? 'other')}
      />
    </div>
  );
}

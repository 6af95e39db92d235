/** Connects two ports by name: a device and a port at each end, and the parts that go together there. */
import { randomBytes } from '../ui/randomBytes.ts';
import { useMemo, useState } from 'react';
import { Button, Modal, Select } from '@mantine/core';
import { portsOf } from '../../shared/catalog/ports.ts';
import { addLinks } from '../../shared/commands/fabrics.ts';
import { compareNames } from '../../shared/plan/compareNames.ts';
import { newId } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { fillEnds, portAt, type ChosenEnd, type Ends } from '../elevation/connectEnds.ts';
import { joiningParts, linkBetween, openBreakout, portUses, type JoiningParts, type PortsKnown } from '../elevation/connectPorts.ts';
import { bringBeside } from '../elevation/shownCabinets.ts';
import { connectedText } from '../elevation/connectedText.ts';
import { partsKey, partsOptions } from '../elevation/partsText.ts';
import { useKnownPorts } from '../elevation/useKnownPorts.ts';
import { portKindText } from '../elevation/portState.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { runCommand } from '../tools/editActions.ts';
import { takeWhole } from '../ui/takeWhole.ts';
import { TriedCable } from './TriedCable.tsx';
import { dialogs, useDialogs, type ConnectWish } from './dialogStore.ts';
import styles from './dialogs.module.css';

const NO_CHOICES: readonly JoiningParts[] = [];

function close(): void {
  dialogs.setState({ connect: null });
}

export function ConnectDialog() {
  const wish = useDialogs((state) => state.connect);
  return (
    <Modal opened={wish !== null} onClose={close} title="Connect ports" size={560}>
      {wish === null ? null : <ConnectForm wish={wish} />}
    </Modal>
  );
}

function ConnectForm({ wish }: { readonly wish: ConnectWish }) {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const units = useSession((state) => state.units);
  const only = (devices: readonly string[]) => (devices.length === 1 ? (devices[0] ?? null) : null);
  const [picked, setEnds] = useState<Ends>({ a: { device: only(wish.a), port: null }, b: { device: only(wish.b), port: null } });
  const [chosen, setChosen] = useState<string | null>(null);
  const [id] = useState(() => newId('links', plan, randomBytes));
  const known = useKnownPorts(plan, [...wish.a, ...wish.b, ...[picked.a.device, picked.b.device].flatMap((id) => id ?? [])]);

  // What is not chosen yet is filled with the first that fits, once the ports are known.
  const ends = useMemo(() => (known === null ? picked : fillEnds(known, wish, picked)), [known, wish, picked]);

  const [from, to] = useMemo(() => [portAt(ends.a), portAt(ends.b)], [ends]);
  const joined = known === null || from === null || to === null ? null : joiningParts(known, from, to);
  const choices = joined?.ok === true ? joined.value : NO_CHOICES;
  const parts = choices.find((one) => partsKey(one) === chosen) ?? choices[0] ?? null;
  const problem =
    joined?.ok === false
      ? joined.error
      : known !== null && isTold(known, ends.a) && isTold(known, ends.b) && (from === null || to === null)
        ? 'No free ports of these two go together; choose ports to see why'
        : null;

  const options = partsOptions(plan, choices, from, to, units);
  const connect = () => {
    if (known === null || from === null || to === null || parts === null) return;
    if (!runCommand(planner, addLinks, linkBetween(known, id, from, to, parts))) return;
    planner.session.select([{ kind: 'cable', id }]);
    if (planner.session.getState().mode === 'elevation')
      bringBeside(
        planner,
        [from, to].flatMap(({ device }) => plan.devices.get(device)?.cabinet ?? []),
      );
    planner.session.setState({ notice: { text: connectedText(planner.plan.getState().plan, from, to, parts), tone: 'info' } });
    close();
  };
  const end = (side: 'a' | 'b', label: string) => (
    <EndFields
      label={label}
      known={known}
      plan={plan}
      end={ends[side]}
      autoFocus={side === (ends.a.device === null ? 'a' : 'b')}
      onChange={(changed) => setEnds({ ...ends, [side]: changed })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        connect();
      }}
    >
      {end('a', 'End A')}
      {end('b', 'End B')}
      <Select
        label="Cable and optics"
        mt="sm"
        data={[...options]}
        renderOption={({ option }) => options.find(({ value }) => value === option.value)?.whole}
        value={parts === null ? null : partsKey(parts)}
        placeholder={from === null || to === null ? 'after both ports' : 'none'}
        disabled={choices.length === 0}
        onChange={setChosen}
      />
      <p className={`${problem === null ? styles.remedy : styles.problem} ${styles.after}`} role="status">
        {problem ??
          (parts === null
            ? 'Choose a device at each end; free ports that fit are filled in.'
            : choices.length === 1
              ? 'Makes one cable; no other parts fit.'
              : parts.head !== undefined
                ? `A breakout: end ${parts.head.toUpperCase()} takes its undivided end. Connect that port again to use more legs; the others count as spare.`
                : `Makes one cable; ${choices.length} choices of parts fit.`)}
      </p>
      <TriedCable id={id} known={known} from={from} to={to} parts={parts} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" disabled={parts === null}>
          Connect
        </Button>
      </div>
    </form>
  );
}

/** Whether a device is chosen and its ports are known: the answer for one just chosen takes a moment. */
function isTold(known: PortsKnown, { device }: ChosenEnd): boolean {
  return device !== null && known.ports(device) !== undefined;
}

interface EndFieldsProps {
  readonly label: string;
  readonly known: PortsKnown | null;
  readonly plan: Plan;
  readonly end: ChosenEnd;
  readonly autoFocus: boolean;
  readonly onChange: (end: ChosenEnd) => void;
}

function EndFields({ label, known, plan, end, autoFocus, onChange }: EndFieldsProps) {
  const devices = useMemo(() => deviceOptions(plan), [plan]);
  const ports = portOptions(known, plan, end.device);
  return (
    <fieldset className={styles.end}>
      <legend className={styles.groupTitle}>{label}</legend>
      <Select
        label="Device"
        aria-label={`${label}, device`}
        placeholder="Cabinet or device"
        searchable
        onClick={takeWhole}
        limit={100}
        data={devices}
        value={end.device}
        nothingFoundMessage="No such device"
        {...(autoFocus ? { 'data-autofocus': true } : {})}
        onChange={(device) => onChange({ device, port: null })}
      />
      <Select
        label="Port"
        aria-label={`${label}, port`}
        placeholder={end.device === null ? 'after the device' : 'Port'}
        searchable
        onClick={takeWhole}
        limit={200}
        data={ports}
        disabled={end.device === null}
        value={end.port === null ? null : String(end.port)}
        nothingFoundMessage="No such port"
        onChange={(port) => onChange({ ...end, port: port === null ? null : Number(port) })}
      />
    </fieldset>
  );
}

function deviceOptions({ devices, cabinets }: Plan): { readonly value: string; readonly label: string }[] {
  return [...devices.values()]
    .map(({ id, name, cabinet, positionU }) => ({
      value: id,
      label: `${cabinets.get(cabinet)?.name ?? cabinet} · U${positionU} · ${name}`,
    }))
    .sort((one, other) => compareNames(one.label, other.label));
}

/** Ports in use cannot be chosen, and say what they lead to. */
function portOptions(known: PortsKnown | null, plan: Plan, device: string | null): { value: string; label: string; disabled: boolean }[] {
  const type = plan.catalog.deviceTypes.get(plan.devices.get(device ?? '')?.type ?? '');
  if (device === null || type === undefined) return [];
  const uses = known === null ? null : portUses(known, device);
  return portsOf(type).map((port) => {
    const use = uses?.get(port.index);
    const open = use === undefined || known === null ? null : openBreakout(known, { device, port: port.index });
    if (open !== null) {
      const label = `${port.name} · ${portKindText(port)} · breakout, ${open.legs - open.used} of ${open.legs} legs free`;
      return { value: String(port.index), label, disabled: false };
    }
    const state = use === undefined ? '' : use.far === null ? ' · in use' : ` · in use, to ${use.far}`;
    return { value: String(port.index), label: `${port.name} · ${portKindText(port)}${state}`, disabled: use !== undefined };
  });
}

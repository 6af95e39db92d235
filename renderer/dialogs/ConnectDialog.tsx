/** Connects two ports by name: a device and a port at each end, and the parts that go together there. */
import { useEffect, useMemo, useState } from 'react';
import { Button, Modal, Select } from '@mantine/core';
import { portsOf } from '../../shared/catalog/ports.ts';
import { longestMm } from '../../shared/checks/fittingParts.ts';
import { addLinks } from '../../shared/commands/fabrics.ts';
import type { DevicePorts } from '../../shared/engine/protocol.ts';
import { compareNames } from '../../shared/plan/compareNames.ts';
import { newId } from '../../shared/plan/ids.ts';
import type { Plan, TierParts } from '../../shared/plan/types.ts';
import { firstFitting, firstPair, joiningParts, leastMm, linkBetween, portUses, type PortsKnown } from '../elevation/connectPorts.ts';
import type { PortAt } from '../elevation/elevationStore.ts';
import { portKindText } from '../elevation/portState.ts';
import { partsFor } from '../panels/partCatalog.ts';
import { useDerived, usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { runCommand } from '../tools/editActions.ts';
import { lengthText, type Units } from '../ui/quantities.ts';
import { dialogs, useDialogs, type ConnectWish } from './dialogStore.ts';
import styles from './dialogs.module.css';

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

interface Ends {
  readonly a: { readonly device: string | null; readonly port: number | null };
  readonly b: { readonly device: string | null; readonly port: number | null };
}

function ConnectForm({ wish }: { readonly wish: ConnectWish }) {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const units = useSession((state) => state.units);
  const only = (devices: readonly string[]) => (devices.length === 1 ? (devices[0] ?? null) : null);
  const [ends, setEnds] = useState<Ends>({ a: { device: only(wish.a), port: null }, b: { device: only(wish.b), port: null } });
  const [chosen, setChosen] = useState<string | null>(null);
  const known = useKnownPorts(plan, [...wish.a, ...wish.b, ...[ends.a.device, ends.b.device].flatMap((id) => id ?? [])]);

  // What is not chosen yet is filled with the first that fits, once the ports are known.
  useEffect(() => {
    const filled = known === null ? ends : fillEnds(known, wish, ends);
    if (filled !== ends) setEnds(filled);
  }, [known, wish, ends]);

  const [from, to] = [portAt(ends.a), portAt(ends.b)];
  const joined = known === null || from === null || to === null ? null : joiningParts(known, from, to);
  const choices = joined?.ok === true ? joined.value : [];
  const parts = choices.find((one) => keyOf(one) === chosen) ?? choices[0] ?? null;
  const problem =
    joined?.ok === false
      ? joined.error
      : known !== null && ends.a.device !== null && ends.b.device !== null && (from === null || to === null)
        ? 'No free ports of these two go together; choose ports to see why'
        : null;

  const connect = () => {
    if (known === null || from === null || to === null || parts === null) return;
    const id = newId('links', plan, (count) => crypto.getRandomValues(new Uint8Array(count)));
    if (!runCommand(planner, addLinks, linkBetween(known, id, from, to, parts))) return;
    planner.session.select([{ kind: 'cable', id }]);
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
        data={choices.map((one) => ({ value: keyOf(one), label: partsText(plan, one, from, to, units) }))}
        value={parts === null ? null : keyOf(parts)}
        placeholder={from === null || to === null ? 'after both ports' : 'none'}
        disabled={choices.length === 0}
        onChange={setChosen}
      />
      <p className={problem === null ? styles.remedy : styles.problem} role="status">
        {problem ??
          (parts === null
            ? 'Choose a device at each end; free ports that fit are filled in.'
            : `Makes one cable; ${choices.length} choices of parts fit.`)}
      </p>
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

interface EndFieldsProps {
  readonly label: string;
  readonly known: PortsKnown | null;
  readonly plan: Plan;
  readonly end: Ends['a'];
  readonly autoFocus: boolean;
  readonly onChange: (end: Ends['a']) => void;
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

/** Null until the engine has told of all of them once. */
function useKnownPorts(plan: Plan, devices: readonly string[]): PortsKnown | null {
  const { engine } = usePlanner();
  const revision = useDerived((state) => state.revision);
  const [ports, setPorts] = useState<ReadonlyMap<string, DevicePorts> | null>(null);
  const asked = [...new Set(devices)].sort().join('\n');
  useEffect(() => {
    let wanted = true;
    void engine.portsOf(asked === '' ? [] : asked.split('\n')).then((told) => {
      if (wanted) setPorts(new Map(told.map((one) => [one.device, one])));
    });
    return () => {
      wanted = false;
    };
  }, [engine, revision, asked]);
  return useMemo(() => (ports === null ? null : { plan, parts: partsFor(plan), ports: (device) => ports.get(device) }), [ports, plan]);
}

/** The same ends when nothing can be filled in. Exported for tests. */
export function fillEnds(known: PortsKnown, wish: ConnectWish, ends: Ends): Ends {
  const isWaiting = [ends.a.device, ends.b.device].some((device) => device !== null && known.ports(device) === undefined);
  if (isWaiting) return ends;
  if (ends.a.device === null && ends.b.device === null && wish.a.length > 0 && wish.b.length > 0) {
    const pair = firstPair(known, wish.a, wish.b);
    return pair === null ? ends : { a: pair[0], b: pair[1] };
  }
  const { a, b } = ends;
  if (a.device !== null && b.device !== null && a.port === null && b.port === null) {
    const pair = firstPair(known, [a.device], [b.device]);
    return pair === null ? ends : { a: pair[0], b: pair[1] };
  }
  const [one, other] = [fillEnd(known, wish.a, a, portAt(b)), fillEnd(known, wish.b, b, portAt(a))];
  return one === a && other === b ? ends : { a: one, b: other };
}

function fillEnd(known: PortsKnown, wished: readonly string[], end: Ends['a'], other: PortAt | null): Ends['a'] {
  if (end.port !== null || other === null) return end;
  for (const device of end.device === null ? wished : [end.device]) {
    const at = firstFitting(known, device, other);
    if (at !== null) return at;
  }
  return end;
}

function portAt({ device, port }: Ends['a']): PortAt | null {
  return device === null || port === null ? null : { device, port };
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
    const state = use === undefined ? '' : use.far === null ? ' · in use' : ` · in use, to ${use.far}`;
    return { value: String(port.index), label: `${port.name} · ${portKindText(port)}${state}`, disabled: use !== undefined };
  });
}

export function keyOf({ family, transceiverA, transceiverB }: TierParts): string {
  return [family, transceiverA ?? '', transceiverB ?? ''].join(' ');
}

/** `MFP7E10 · optic A · optic B`, and whether it can be long enough. */
export function partsText(plan: Plan, parts: TierParts, from: PortAt | null, to: PortAt | null, units: Units): string {
  const { cableFamilies, transceivers } = partsFor(plan);
  const family = cableFamilies.get(parts.family);
  const optic = (id: string | null) => (id === null ? [] : [transceivers.get(id)?.name ?? id]);
  const names = [family?.name ?? parts.family, ...optic(parts.transceiverA), ...optic(parts.transceiverB)].join(' · ');
  const [a, b] = [from, to].map((at) => plan.devices.get(at?.device ?? '')?.cabinet ?? '');
  const atLeastMm = leastMm(plan, a ?? '', b ?? '');
  if (family === undefined || atLeastMm === null || longestMm(family) >= atLeastMm) return names;
  return `${names} (too short: ${lengthText(longestMm(family), units)} at most)`;
}

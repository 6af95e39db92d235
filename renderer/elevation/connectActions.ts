/** Connecting by name: the dialog with what is selected, or in the elevation the first free port of the selected device. */
import { dialogs } from '../dialogs/dialogStore.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds, type Thing } from '../state/sessionStore.ts';
import { connectingText } from './connecting.ts';
import { devicesOf } from '../tools/connectTool.ts';

function isStanding({ kind }: Thing): boolean {
  return kind === 'cabinet' || kind === 'device';
}

/** The first two of the selection are the ends; what is not selected is chosen in the dialog. */
export function openConnect({ plan, session }: Planner): void {
  const { plan: now } = plan.getState();
  const [a, b] = session.getState().selection.filter(isStanding);
  const ends = [a, b].map((thing) => (thing === undefined ? [] : devicesOf(now, thing)));
  dialogs.setState({ connect: { a: ends[0] ?? [], b: ends[1] ?? [] } });
}

/** The dialog with the first two devices of the selection, from which on their ports are typed. */
export function openRanges({ plan, session }: Planner): void {
  const { plan: now } = plan.getState();
  const [a, b] = selectedIds(session.getState().selection, 'device').flatMap((id) => now.devices.get(id) ?? []);
  const textOf = (device: typeof a): string =>
    device === undefined ? '' : `${now.cabinets.get(device.cabinet)?.name ?? device.cabinet}/${device.name} `;
  dialogs.setState({ ranges: { a: textOf(a), b: textOf(b) } });
}

/** On the plan the tool comes into the hand; in the elevation the connection begins at the selected device. */
export function takeConnect(planner: Planner): void {
  const { session, elevation } = planner;
  if (session.getState().mode !== 'elevation') {
    session.setTool('connect');
    return;
  }
  const [device] = session.getState().selection.filter(({ kind }) => kind === 'device');
  if (device === undefined) session.setState({ notice: { text: 'Select a device first, or click one of its free ports', tone: 'info' } });
  else if (!elevation.connectFrom(device.id)) {
    session.setState({ notice: { text: 'This device has no free port, or its ports are still being counted', tone: 'error' } });
  } else {
    const text = connectingText({ plan: () => planner.plan.getState().plan, elevation: () => elevation.store.getState() });
    session.setState({ notice: { text: `${text ?? 'Connecting'}; Escape leaves`, tone: 'info' } });
  }
}

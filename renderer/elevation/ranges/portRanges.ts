/**
 * Ports as people name many at once: a device, with its cabinet before a slash where the name needs it, then ports counted over the
 * device from 1 or by name. `A01/leaf1 1-24`, `leaf[1-4] 1-8`, `panel-a F1-F24, R3`. Without ports: all of the device.
 */
import { portsOf } from '../../../shared/catalog/ports.ts';
import { expandPattern } from '../../../shared/fabrics/endRanges.ts';
import type { Device, Plan } from '../../../shared/plan/types.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { PortAt } from '../elevationStore.ts';

/** More at once are a fabric. */
export const MOST_PORTS = 1024;

/** The ports that a text names, device by device in the order written. */
export function portsNamed(plan: Plan, text: string): Result<readonly PortAt[], string> {
  const { device, ports } = partsOf(plan, text.trim());
  const names = expandPattern(device);
  if (!names.ok) return fail(`${names.error.message}; ${names.error.remedy}`);
  const found: PortAt[] = [];
  for (const name of names.value) {
    const one = deviceNamed(plan, name);
    if (!one.ok) return one;
    const listed = portsListed(plan, one.value, ports);
    if (!listed.ok) return listed;
    for (const port of listed.value) found.push({ device: one.value.id, port });
    if (found.length > MOST_PORTS) return fail(`“${text.trim()}” names more than ${MOST_PORTS} ports; connect fewer at once`);
  }
  const seen = new Set<string>();
  for (const { device: id, port } of found) {
    const key = `${id} ${port}`;
    if (seen.has(key)) return fail(`“${text.trim()}” names a port twice`);
    seen.add(key);
  }
  return ok(found);
}

/** Names hold spaces: all of the text is the device where one is called so, else what stands after the last word that one is called by. */
function partsOf(plan: Plan, text: string): { readonly device: string; readonly ports: string } {
  const words = text.split(/\s+/);
  for (let count = words.length; count > 1; count -= 1) {
    const device = words.slice(0, count).join(' ');
    const [first] = firstOf(device);
    if (first !== undefined && devicesCalled(plan, first).length > 0) return { device, ports: words.slice(count).join(' ') };
  }
  return { device: words[0] ?? '', ports: words.slice(1).join(' ') };
}

function firstOf(pattern: string): readonly string[] {
  const names = expandPattern(pattern);
  return names.ok ? names.value : [];
}

function devicesCalled({ devices, cabinets }: Plan, text: string): readonly Device[] {
  const slash = text.indexOf('/');
  const all = [...devices.values()];
  const whole = all.filter(({ name }) => name === text);
  if (whole.length > 0 || slash < 0) return whole;
  const [cabinet, name] = [text.slice(0, slash).trim(), text.slice(slash + 1).trim()];
  return all.filter((device) => device.name === name && cabinets.get(device.cabinet)?.name === cabinet);
}

function deviceNamed(plan: Plan, text: string): Result<Device, string> {
  if (text === '') return fail('name a device and its ports, such as A01/leaf1 1-24');
  const [only, ...others] = devicesCalled(plan, text);
  if (only === undefined) return fail(`no device is called “${text}”`);
  if (others.length > 0)
    return fail(`${others.length + 1} devices are called “${text}”; write the cabinet before it, as ${whereOf(plan, only)}`);
  return ok(only);
}

function whereOf({ cabinets }: Plan, device: Device): string {
  return `${cabinets.get(device.cabinet)?.name ?? device.cabinet}/${device.name}`;
}

function portsListed(plan: Plan, device: Device, text: string): Result<readonly number[], string> {
  const type = plan.catalog.deviceTypes.get(device.type);
  const names = type === undefined ? [] : portsOf(type).map(({ name }) => name);
  if (names.length === 0) return fail(`${device.name} has no ports`);
  if (text === '') return ok(names.map((_, port) => port));
  const listed: number[] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    const range = rangeOf(names, part);
    if (range === null)
      return fail(`${device.name} has no ports “${part}”; it has ${names[0] ?? ''} to ${names.at(-1) ?? ''}, counted 1 to ${names.length}`);
    const [from, to] = range;
    const step = to >= from ? 1 : -1;
    for (let port = from; port !== to + step; port += step) listed.push(port);
  }
  return ok(listed);
}

/** From and to of one part: `7`, `1-24`, `24-1`, `F1`, `F1-F24`. */
function rangeOf(names: readonly string[], part: string): readonly [number, number] | null {
  const one = portOf(names, part);
  if (one !== null) return [one, one];
  for (let at = part.indexOf('-'); at > 0; at = part.indexOf('-', at + 1)) {
    const [from, to] = [portOf(names, part.slice(0, at).trim()), portOf(names, part.slice(at + 1).trim())];
    if (from !== null && to !== null) return [from, to];
  }
  return null;
}

function portOf(names: readonly string[], text: string): number | null {
  const named = names.indexOf(text);
  if (named >= 0) return named;
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= names.length ? number - 1 : null;
}

/** Ports as such a text: the shortest that names them in this order. */
export function rangeText(plan: Plan, ports: readonly PortAt[]): string {
  const [first] = ports;
  const device = plan.devices.get(first?.device ?? '');
  if (first === undefined || device === undefined) return '';
  const runs: [number, number][] = [];
  for (const { port } of ports) {
    const last = runs.at(-1);
    if (last !== undefined && port === last[1] + 1) last[1] = port;
    else runs.push([port, port]);
  }
  const listed = runs.map(([from, to]) => (from === to ? String(from + 1) : `${from + 1}-${to + 1}`)).join(', ');
  return `${whereOf(plan, device)} ${listed}`;
}

/** Ports of a device from one to another in the order of its type, whichever comes first. */
export function portsBetween(device: string, from: number, to: number): readonly PortAt[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return Array.from({ length: high - low + 1 }, (_, i) => ({ device, port: low + i }));
}

/** Ends of a schedule's cables in a plan: devices by name, told apart by where they stand where several have one name. */
import { must } from '../../assert.ts';
import { portsOf } from '../../catalog/ports.ts';
import type { Device, Plan } from '../../plan/types.ts';
import { fail, ok, type Result } from '../../result.ts';
import { AND } from '../../takeoff/schedule.ts';
import type { EndFault } from '../endRanges.ts';
import { nearestNames, type FoundPort } from '../tableParts.ts';
import { partsOfCell, type EndTexts } from './scheduleLines.ts';

/** A device that stands elsewhere than its line says. */
export interface MovedDevice {
  readonly name: string;
  readonly there: string;
  readonly here: string;
}

export class ScheduleEnds {
  readonly #plan: Plan;
  readonly #byName = new Map<string, Device[]>();
  readonly #moved = new Map<string, MovedDevice>();

  constructor(plan: Plan) {
    this.#plan = plan;
    for (const device of plan.devices.values()) this.#byName.set(device.name, [...(this.#byName.get(device.name) ?? []), device]);
  }

  /** Devices in other cabinets than the lines read so far say. */
  get moved(): readonly MovedDevice[] {
    return [...this.#moved.values()];
  }

  /** True for a name that one device alone has. */
  isAlone(name: string): boolean {
    return this.#byName.get(name)?.length === 1;
  }

  /** The ports of one end, in the order of the cable's links. */
  find(end: EndTexts): Result<readonly FoundPort[], EndFault> {
    const ports = end.port.split(AND);
    const devices = this.#byName.has(end.device) ? ports.map(() => end.device) : partsOfCell(end.device, ports.length);
    if (devices === null)
      return wrong(
        `${end.device} and ${end.port} are not as many devices as ports`,
        'write one device, or one for each port, between “ + ”',
      );
    const found: FoundPort[] = [];
    for (const [at, port] of ports.entries()) {
      const place = (cell: string): string => must((partsOfCell(cell, ports.length) ?? [cell])[at] ?? cell, 'place');
      const name = must(devices[at], 'device');
      const device = this.#device({ device: name, port, hall: place(end.hall), cabinet: place(end.cabinet), unit: place(end.unit) });
      if (!device.ok) return device;
      const one = this.#port(device.value, port);
      if (!one.ok) return one;
      found.push(one.value);
    }
    return ok(found);
  }

  #device(end: EndTexts): Result<Device, EndFault> {
    const named = this.#byName.get(end.device) ?? [];
    if (named.length === 0) {
      const near = nearestNames(end.device, [...this.#byName.keys()]);
      return wrong(
        `no device is called “${end.device}”`,
        near === '' ? 'mount devices first' : `write a name of the plan, such as ${near}`,
      );
    }
    const inCabinet = named.filter((device) => named.length === 1 || this.#stands(device, end));
    const atUnit = inCabinet.length > 1 ? inCabinet.filter(({ positionU }) => String(positionU) === end.unit) : inCabinet;
    const [only] = atUnit;
    if (only === undefined || atUnit.length > 1)
      return wrong(
        `${named.length} devices are called “${end.device}”, ${only === undefined ? 'none' : `${atUnit.length}`} of them in ${end.cabinet || 'no cabinet'} at U${end.unit || '?'}`,
        'give each a name of its own, or write the cabinet and the unit of the one that is meant',
      );
    const cabinet = this.#cabinetOf(only);
    if (end.cabinet !== '' && end.cabinet !== cabinet) this.#moved.set(only.id, { name: only.name, there: end.cabinet, here: cabinet });
    return ok(only);
  }

  #stands(device: Device, { hall, cabinet }: EndTexts): boolean {
    const placed = must(this.#plan.cabinets.get(device.cabinet), 'cabinet');
    const ownHall = must(this.#plan.halls.get(placed.hall), 'hall').name;
    return (cabinet === '' || placed.name === cabinet) && (hall === '' || ownHall === hall);
  }

  #cabinetOf({ cabinet }: Device): string {
    return must(this.#plan.cabinets.get(cabinet), 'cabinet').name;
  }

  #port(device: Device, name: string): Result<FoundPort, EndFault> {
    const type = must(this.#plan.catalog.deviceTypes.get(device.type), 'device type');
    const ports = portsOf(type);
    const port = ports.findIndex((one) => one.name === name.trim());
    if (port !== -1) return ok({ device, type, port });
    const [first, last] = [ports[0]?.name, ports.at(-1)?.name];
    if (ports.length === 0) return wrong(`${device.name} has no ports`, 'choose a device with ports');
    const remedy = isSpreadsheetDate(name)
      ? 'a spreadsheet has made a date of it; export XLSX, or read the port column as text'
      : `write a name from ${first} to ${last}`;
    return wrong(`${device.name} has no port “${name}”`, remedy);
  }
}

/** `1/2` opened in a spreadsheet as CSV comes out as `2-Jan`, `02/Jan`, `Jan-02`, or as the number of that day. */
function isSpreadsheetDate(text: string): boolean {
  return /^(?:\d{1,2}[-/. ][A-Za-z]{3}|[A-Za-z]{3}[-/. ]\d{1,2}|4\d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})$/u.test(text.trim());
}

function wrong(message: string, remedy: string): { readonly ok: false; readonly error: EndFault } {
  return fail({ message, remedy });
}

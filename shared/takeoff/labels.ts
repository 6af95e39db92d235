/**
 * Texts of cable labels, after the pattern of TIA-606: cabinet - unit : port, this end first, then the far
 * end: `A07-12:3/B11-38:24`. The hall stands in front where a plan has several; `R` marks a device that is
 * mounted from the rear, which may share its unit with one at the front.
 */
import { must } from '../assert.ts';
import { portsOf } from '../catalog/ports.ts';
import type { DeviceType } from '../catalog/types.ts';
import { overriddenCables } from '../cabling/cableOverride.ts';
import { NONE } from '../cabling/types.ts';
import type { Cabling } from '../cabling/types.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { cableEnds } from './cableEnds.ts';
import type { EndName, Plug, PlugPort } from './cableEnds.ts';

/** One label: every plug of a cable carries one. */
export interface CableLabel {
  readonly end: EndName;
  /** Leg of a splitter, from 1; null at an end with one plug. */
  readonly leg: number | null;
  /** `A07-12:3` of this plug. */
  readonly near: string;
  /** The same of the far end; a splitter's legs joined by `+`. */
  readonly far: string;
  /** What is printed: `near/far`, or what a person wrote instead. */
  readonly text: string;
}

/** Makes labels of one derived plan; texts of devices and ports are made once. */
export interface LabelMaker {
  /** Labels of a cable, end A first, legs in order. */
  labelsOf(cable: number): readonly CableLabel[];
}

export function labelMaker(plan: Plan, survey: Survey, cabling: Cabling): LabelMaker {
  const places = survey.devices.map(({ device, cabinet }) => {
    const placed = must(survey.cabinets[cabinet], 'cabinet').cabinet;
    const hall = plan.halls.size > 1 ? `${must(plan.halls.get(placed.hall), 'hall').name}.` : '';
    return `${hall}${placed.name}-${String(device.positionU)}${device.face === 'rear' ? 'R' : ''}`;
  });
  const ports = survey.devices.map(({ type }) => shortPortNames(type));
  const overrides = overriddenCables(plan, cabling);
  const portName = ({ device, port }: PlugPort): string => (port === NONE ? '?' : must(must(ports[device], 'ports')[port], 'port'));
  const plugText = (plug: Plug): string => joinPlaces(plug.ports, places, portName);
  return {
    labelsOf(cable) {
      const { a, b } = cableEnds(cabling, cable);
      const [textA, textB] = [a.map(plugText).join('+'), b.map(plugText).join('+')];
      const own = overrides.get(cable)?.label ?? null;
      const label =
        (end: EndName, far: string) =>
        (plug: Plug): CableLabel => {
          const near = plugText(plug);
          return { end, leg: plug.leg, near, far, text: own ?? `${near}/${far}` };
        };
      return [...a.map(label('A', textB)), ...b.map(label('B', textA))];
    },
  };
}

/** Ports of one device share its place: `A07-12:3+4`. */
function joinPlaces(ports: readonly PlugPort[], places: readonly string[], portName: (port: PlugPort) => string): string {
  let text = '';
  let device = NONE;
  for (const port of ports) {
    const place = must(places[port.device], 'place');
    if (text !== '') text += '+';
    text += port.device === device ? portName(port) : `${place}:${portName(port)}`;
    device = port.device;
  }
  return text;
}

const namesByType = new WeakMap<DeviceType, readonly string[]>();

/**
 * Port names short enough for a label: the kind in front is dropped (`OSFP 12/2` → `12.2`) where the rest still
 * tells all ports of the device apart; a slash would read as the parting of the two ends.
 */
export function shortPortNames(type: DeviceType): readonly string[] {
  let names = namesByType.get(type);
  if (names === undefined) {
    const full = portsOf(type).map(({ name }) => name.replaceAll('/', '.').replace(/\s+/g, ''));
    const short = full.map((name) => name.replace(/^[^0-9]+/, ''));
    names = new Set(short).size === short.length && !short.includes('') ? short : full;
    namesByType.set(type, names);
  }
  return names;
}

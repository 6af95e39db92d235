/** Devices that a text being typed may be about to name, as an end of a range is written: `A01/leaf1`. Pure. */
import { portsOf } from '../../../shared/catalog/ports.ts';
import { compareNames } from '../../../shared/plan/compareNames.ts';
import type { Plan } from '../../../shared/plan/types.ts';

export interface SuggestedDevice {
  readonly id: string;
  /** With its cabinet before the slash, so that it can mean no other. */
  readonly name: string;
  readonly type: string;
  readonly ports: number;
}

/** Every device with ports, in the order of names. */
export function devicesToName({ devices, cabinets, catalog }: Plan): readonly SuggestedDevice[] {
  return [...devices.values()]
    .flatMap(({ id, name, cabinet, type: typeId }): SuggestedDevice[] => {
      const type = catalog.deviceTypes.get(typeId);
      const ports = type === undefined ? 0 : portsOf(type).length;
      return type === undefined || ports === 0
        ? []
        : [{ id, name: `${cabinets.get(cabinet)?.name ?? cabinet}/${name}`, type: type.name, ports }];
    })
    .sort((one, other) => compareNames(one.name, other.name));
}

/** Those that the text fits, the nearest first; none once a device is named and ports are being typed. */
export function suggestDevices(all: readonly SuggestedDevice[], text: string, most: number): readonly SuggestedDevice[] {
  const typed = text.trimStart().toLowerCase();
  if (typed === '') return all.slice(0, most);
  const isNamed = all.some((one) => namesOf(one).some((name) => typed.startsWith(`${name} `)));
  const words = typed.trim().split(/\s+/);
  const ranked: SuggestedDevice[][] = [[], [], []];
  for (const one of all) {
    const names = namesOf(one);
    const rank = names.some((name) => name.startsWith(typed))
      ? 0
      : isNamed
        ? NOT_MEANT
        : names.some((name) => name.includes(typed))
          ? 1
          : words.every((word) => one.name.toLowerCase().includes(word))
            ? 2
            : NOT_MEANT;
    ranked[rank]?.push(one);
  }
  return ranked.flat().slice(0, most);
}

const NOT_MEANT = 3;

/** What it may be called: with its cabinet, or by its own name alone. */
function namesOf({ name }: SuggestedDevice): readonly string[] {
  const lower = name.toLowerCase();
  return [lower, lower.slice(lower.indexOf('/') + 1)];
}

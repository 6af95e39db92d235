/** The parts that a line of a table asks for: a family by its names, or the first that goes together at both ends. */
import { must } from '../assert.ts';
import { hostOf } from '../catalog/firstRole.ts';
import { portsOf } from '../catalog/ports.ts';
import type { CableFamily, DeviceType } from '../catalog/types.ts';
import { fittingParts, misfit, rankedParts, type FreePort, type PartsCatalog } from '../checks/fittingParts.ts';
import { compareNames } from '../plan/compareNames.ts';
import type { Device, Plan, TierParts } from '../plan/types.ts';
import { fail, ok, type Result } from '../result.ts';
import type { EndFault } from './endRanges.ts';

/** Nearest names that are offered for one that is not there. */
const NAMES_OFFERED = 3;

/** A port of a device, found in the plan. */
export interface FoundPort {
  readonly device: Device;
  readonly type: DeviceType;
  /** Position in the type's list. */
  readonly port: number;
}

export interface PartsGrounds {
  readonly plan: Plan;
  readonly parts: PartsCatalog;
}

/** Optics and cable between two ports, of this family where one is named, or why nothing joins them. */
export function chosenParts({ plan, parts }: PartsGrounds, a: FoundPort, b: FoundPort, family: CableFamily | null): TierParts | EndFault {
  const free = (end: FoundPort): FreePort => {
    const port = must(portsOf(end.type)[end.port], 'port');
    return { cage: port.cage, speedGbps: port.speedGbps, held: null };
  };
  const [portA, portB] = [free(a), free(b)];
  const catalog = family === null ? parts : { ...parts, cableFamilies: new Map([[family.id, oneLeg(family)]]) };
  const choices = rankedParts(catalog, fittingParts(catalog, portA, portB), {
    leastMm: null,
    sameCabinet: a.device.cabinet === b.device.cabinet,
    cages: [portA.cage, portB.cage],
    speedsGbps: [portA.speedGbps, portB.speedGbps],
    hosts: [hostOf(a.type), hostOf(b.type)],
    betweenTypes: [],
    inUse: [...plan.fabrics.values()].flatMap(({ tiers }) => Object.values(tiers)),
  });
  const [best] = choices;
  if (best !== undefined) return best;
  return {
    message: family === null ? misfit(parts, portA, portB) : `${family.name} does not join ${portA.cage} to ${portB.cage}`,
    remedy: 'name another family, or other ports',
  };
}

/** For finding parts: a breakout as the cable that each of its legs is. */
function oneLeg(family: CableFamily): CableFamily {
  return Math.min(family.endA.legs, family.endB.legs) === 1
    ? { ...family, endA: { ...family.endA, legs: 1 }, endB: { ...family.endB, legs: 1 }, fiberCount: null }
    : family;
}

/** A cable family by its id, its name or its order number. */
export function familyNamed({ cableFamilies }: Pick<PartsCatalog, 'cableFamilies'>, text: string): Result<CableFamily, EndFault> {
  const own = cableFamilies.get(text);
  if (own !== undefined) return ok(own);
  const families = [...cableFamilies.values()];
  const wanted = text.toLowerCase();
  const found = families.filter((one) => [one.id, one.name, one.sku ?? ''].some((name) => name.toLowerCase() === wanted));
  const [only] = found;
  if (only !== undefined && found.length === 1) return ok(only);
  const near = nearestNames(
    text,
    families.map(({ id }) => id),
  );
  return fail({ message: `no cable family is called “${text}”`, remedy: `write its id, such as ${near}` });
}

/** Those of some names that begin most like a text. */
export function nearestNames(text: string, names: readonly string[]): string {
  const common = (name: string): number => {
    let length = 0;
    while (length < Math.min(name.length, text.length) && name[length]?.toLowerCase() === text[length]?.toLowerCase()) length += 1;
    return length;
  };
  return [...names]
    .sort((one, other) => common(other) - common(one) || compareNames(one, other))
    .slice(0, NAMES_OFFERED)
    .join(', ');
}

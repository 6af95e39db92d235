import type { Cabling } from '../cabling/types.ts';
import type { CableFamily, Transceiver } from '../catalog/types.ts';
import type { Check, CheckInput, Finding } from './types.ts';
import type { PlugFault } from './plugFaults.ts';
import type { Plan } from '../plan/types.ts';
import { must } from '../assert.ts';
import { NONE } from '../cabling/types.ts';
import { partsOfLink } from '../cabling/tierParts.ts';
import { portsOf } from '../catalog/ports.ts';
import { cableIds, cablePlace, listedNote, tierName } from './cableGroups.ts';
import { portGrounds } from './portGrounds.ts';
import { counted } from './figures.ts';
import { plugFaults } from './plugFaults.ts';

/**
 * Port, optic and cable end go together at both ends of every cable: cage, receptacle, polish, gender, medium.
 * One finding per fault, tier and family. Figures that are not published (a gender, a polish) are not judged.
 */
export const connectors: Check = {
  codes: ['connector.cage', 'connector.plug', 'connector.polish', 'connector.gender', 'connector.medium'],
  title: 'Ports, optics and cable ends match',
  rests: portGrounds,
  *run(input) {
    for (const { fault, cables, family } of faultsByKind(input).values()) yield findingOf(input, fault, cables, family);
  },
};

interface FaultyCables {
  readonly fault: PlugFault;
  readonly family: CableFamily;
  readonly cables: number[];
}

function faultsByKind({ plan, survey, cabling }: CheckInput): ReadonlyMap<string, FaultyCables> {
  const found = new Map<string, FaultyCables>();
  const { links, cables } = cabling;
  const cages = new CageNumbers();
  const cageOfPort = survey.devices.map(({ type }) => cages.ofPorts(portsOf(type)));
  const judged = new Map<string, readonly PlugFault[]>();
  let [lastTier, lastFamily, lastA, lastB] = [NONE, NONE, NONE, NONE];
  let lastFaults: readonly PlugFault[] = [];
  for (let link = 0; link < links.count; link += 1) {
    const aPort = links.aPort[link] ?? NONE;
    const bPort = links.bPort[link] ?? NONE;
    if (aPort === NONE || bPort === NONE) continue;
    const cable = links.cable[link] ?? NONE;
    const tier = links.tier[link] ?? NONE;
    const family = cables.family[cable] ?? NONE;
    const aCage = cageOfPort[links.aDevice[link] ?? NONE]?.[aPort] ?? NONE;
    const bCage = cageOfPort[links.bDevice[link] ?? NONE]?.[bPort] ?? NONE;
    const handDrawn = cabling.tiers[tier]?.parts === null;
    // Neighbours in the table nearly always have the same parts and cages; only changes are looked up.
    if (handDrawn || tier !== lastTier || family !== lastFamily || aCage !== lastA || bCage !== lastB) {
      lastFaults = faultsOfLink(plan, cabling, link, judged, cages.name(aCage), cages.name(bCage));
      [lastTier, lastFamily, lastA, lastB] = [tier, family, aCage, bCage];
    }
    for (const fault of lastFaults) {
      const key = [fault.code, tier, family, fault.message, fault.required, fault.actual].join('\n');
      const group = found.get(key);
      if (group === undefined) found.set(key, { fault, family: must(cabling.families[family], 'family'), cables: [cable] });
      else if (group.cables.at(-1) !== cable) group.cables.push(cable);
    }
  }
  return found;
}

/** Names of cages as small numbers. */
class CageNumbers {
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];
  private readonly byPorts = new Map<unknown, Int32Array>();

  ofPorts(ports: ReturnType<typeof portsOf>): Int32Array {
    const known = this.byPorts.get(ports);
    if (known !== undefined) return known;
    const numbers = Int32Array.from(ports, (port) => this.number(port.cage));
    this.byPorts.set(ports, numbers);
    return numbers;
  }

  name(cage: number): string {
    return must(this.names[cage], 'cage');
  }

  private number(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.names.length;
      this.names.push(name);
      this.numbers.set(name, number);
    }
    return number;
  }
}

function faultsOfLink(
  plan: Plan,
  cabling: Cabling,
  link: number,
  judged: Map<string, readonly PlugFault[]>,
  aCage: string,
  bCage: string,
): readonly PlugFault[] {
  const parts = partsOfLink(cabling, link);
  const family = must(
    cabling.families[must(cabling.cables.family[must(cabling.links.cable[link], 'cable of the link')], 'family')],
    'family',
  );
  const key = [family.id, parts.transceiverA, parts.transceiverB, aCage, bCage].join('\n');
  const known = judged.get(key);
  if (known !== undefined) return known;
  const faults = plugFaults(
    family,
    { cage: aCage, optic: opticOf(plan, parts.transceiverA) },
    { cage: bCage, optic: opticOf(plan, parts.transceiverB) },
  );
  judged.set(key, faults);
  return faults;
}

function opticOf(plan: Plan, id: string | null): Transceiver | null {
  return id === null ? null : must(plan.catalog.transceivers.get(id), `transceiver ${id}`);
}

function findingOf(
  { survey, cabling }: CheckInput,
  fault: PlugFault,
  cables: readonly number[],
  family: CableFamily,
): Omit<Finding, 'accepted'> {
  const first = must(cables[0], 'a faulty cable');
  return {
    code: fault.code,
    severity: 'error',
    ids: cableIds(cabling, cables),
    place: cablePlace(survey, cabling, first),
    message: `${counted(cables.length, `${tierName(cabling, first)} cable`)} (${family.name}) cannot be connected: ${fault.message}${listedNote(cables.length)}`,
    required: fault.required,
    actual: fault.actual,
    mend: 'Choose another cable family or another optic for the tier',
  };
}

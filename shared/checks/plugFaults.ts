/** Whether one end of a cable, its optic and the port go together. Pure catalog knowledge, no plan. */
import { fitsCage } from '../catalog/cageFits.ts';
import type { CableEnd, CableFamily, Medium, Transceiver } from '../catalog/types.ts';

export interface PlugFault {
  readonly code: 'connector.cage' | 'connector.plug' | 'connector.polish' | 'connector.gender' | 'connector.medium';
  /** What is wrong, as the end of a sentence about the end of the cable. */
  readonly message: string;
  readonly required: string;
  readonly actual: string;
}

export interface JoinedEnd {
  /** Cage or jack of the port. */
  readonly cage: string;
  /** Null: the cable itself goes into the cage. */
  readonly optic: Transceiver | null;
}

/**
 * Faults of a cable between two ports. A cable may be laid either way round, so of the two ways
 * the one with fewer faults counts.
 */
export function plugFaults(family: CableFamily, a: JoinedEnd, b: JoinedEnd): readonly PlugFault[] {
  const straight = [...endFaults(family.medium, family.endA, a), ...endFaults(family.medium, family.endB, b)];
  if (straight.length === 0) return straight;
  const turned = [...endFaults(family.medium, family.endB, a), ...endFaults(family.medium, family.endA, b)];
  return turned.length < straight.length ? turned : straight;
}

/** The same of a cable that can be laid one way round alone, as a breakout. */
export function laidPlugFaults({ medium, endA, endB }: CableFamily, a: JoinedEnd, b: JoinedEnd): readonly PlugFault[] {
  return [...endFaults(medium, endA, a), ...endFaults(medium, endB, b)];
}

function endFaults(medium: Medium, end: CableEnd, { cage, optic }: JoinedEnd): readonly PlugFault[] {
  if (optic === null) {
    if (fitsCage(end.connector, cage)) return [];
    return [
      {
        code: 'connector.cage',
        message: `its end does not go into the port, and no optic stands between`,
        required: cage,
        actual: end.connector,
      },
    ];
  }
  if (!fitsCage(optic.cage, cage)) {
    return [{ code: 'connector.cage', message: `the optic ${optic.name} does not go into the port`, required: cage, actual: optic.cage }];
  }
  return receptacleFaults(medium, end, optic);
}

function receptacleFaults(medium: Medium, end: CableEnd, optic: Transceiver): readonly PlugFault[] {
  const [shape, polish] = end.connector.split('/');
  const [opticShape, opticPolish] = optic.connector.split('/');
  if (shape !== opticShape) {
    return [
      { code: 'connector.plug', message: `its plug does not go into ${optic.name}`, required: optic.connector, actual: end.connector },
    ];
  }
  const faults: PlugFault[] = [];
  if (polish !== opticPolish && polish !== undefined && opticPolish !== undefined) {
    faults.push({
      code: 'connector.polish',
      message: `its polish does not match that of ${optic.name}`,
      required: optic.connector,
      actual: end.connector,
    });
  }
  if (end.gender !== null && end.gender === optic.gender) {
    const wanted = optic.gender === 'pinned' ? 'unpinned' : 'pinned';
    faults.push({ code: 'connector.gender', message: `it and ${optic.name} are both ${end.gender}`, required: wanted, actual: end.gender });
  }
  if (medium !== optic.medium) {
    faults.push({ code: 'connector.medium', message: `${optic.name} is made for another medium`, required: optic.medium, actual: medium });
  }
  return faults;
}

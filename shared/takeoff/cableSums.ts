/** Sums over cables as whole numbers, so that those carried over from an earlier state equal those added up afresh. */
import { must } from '../assert.ts';
import type { CableChange } from '../cabling/cableChange.ts';
import { NONE, RouteStatus, type Cabling } from '../cabling/types.ts';

export interface FamilySum {
  count: number;
  requiredMm: number;
  orderedMm: number;
  unknownRequired: number;
  unknownOrdered: number;
  /** Cables by ordered length in mm. */
  readonly byLength: Map<number, number>;
}

/** Cables by whether they leave their cabinet. */
export interface ReachSum {
  cables: number;
  ends: number;
  millimetres: number;
  /** Cables whose required length is not known: they are missing from the metres. */
  withoutLength: number;
  fiberEnds: number;
}

export interface CableSums {
  /** By row in `Cabling.families`. */
  readonly families: readonly FamilySum[];
  readonly within: ReachSum;
  readonly between: ReachSum;
}

const sumsOfCabling = new WeakMap<Cabling, CableSums>();

/** Sums of all cables; with what changed since an earlier cabling, its sums less the old figures of those cables, plus the new. */
export function cableSums(cabling: Cabling, change: CableChange | null): CableSums {
  const kept = sumsOfCabling.get(cabling);
  if (kept !== undefined) return kept;
  const before = change === null ? undefined : sumsOfCabling.get(change.before);
  const sums = before === undefined || change === null ? allSums(cabling) : changedSums(cabling, change, before);
  sumsOfCabling.set(cabling, sums);
  return sums;
}

function allSums(cabling: Cabling): CableSums {
  const none = (): ReachSum => ({ cables: 0, ends: 0, millimetres: 0, withoutLength: 0, fiberEnds: 0 });
  const families = cabling.families.map((): FamilySum => ({
    count: 0,
    requiredMm: 0,
    orderedMm: 0,
    unknownRequired: 0,
    unknownOrdered: 0,
    byLength: new Map(),
  }));
  const sums = { families, within: none(), between: none() };
  const adder = new Adder(cabling, sums);
  for (let cable = 0; cable < cabling.cables.count; cable += 1) adder.add(cabling, cable, 1);
  return sums;
}

function changedSums(cabling: Cabling, { before, rows }: CableChange, old: CableSums): CableSums {
  const sums = {
    families: old.families.map((family) => ({ ...family, byLength: new Map(family.byLength) })),
    within: { ...old.within },
    between: { ...old.between },
  };
  const adder = new Adder(cabling, sums);
  for (const cable of rows) {
    adder.add(before, cable, -1);
    adder.add(cabling, cable, 1);
  }
  return sums;
}

class Adder {
  readonly #sums: CableSums;
  readonly #ends: readonly number[];
  readonly #fiberEnds: readonly number[];

  constructor({ families }: Cabling, sums: CableSums) {
    this.#sums = sums;
    this.#ends = families.map(({ endA, endB }) => endA.legs + endB.legs);
    this.#fiberEnds = families.map(({ fiberCount }) => 2 * (fiberCount ?? 0));
  }

  /** Adds one cable's figures (`sign` 1), or takes them away (−1). */
  add({ cables }: Cabling, cable: number, sign: 1 | -1): void {
    const row = cables.family[cable]!;
    const family = must(this.#sums.families[row], 'family');
    const reach = cables.status[cable] === RouteStatus.sameCabinet ? this.#sums.within : this.#sums.between;
    const [requiredMm, orderedMm] = [cables.requiredMm[cable]!, cables.orderedMm[cable]!];
    family.count += sign;
    reach.cables += sign;
    reach.ends += sign * this.#ends[row]!;
    reach.fiberEnds += sign * this.#fiberEnds[row]!;
    if (requiredMm === NONE) {
      family.unknownRequired += sign;
      reach.withoutLength += sign;
    } else {
      family.requiredMm += sign * requiredMm;
      reach.millimetres += sign * requiredMm;
    }
    if (orderedMm === NONE) {
      family.unknownOrdered += sign;
      return;
    }
    family.orderedMm += sign * orderedMm;
    const count = (family.byLength.get(orderedMm) ?? 0) + sign;
    if (count === 0) family.byLength.delete(orderedMm);
    else family.byLength.set(orderedMm, count);
  }
}

/** What a plan needs of one cable family, in classes: cables that the same shortest offer serves. */
import { must } from '../assert.ts';
import { orderedLengthMm } from '../cabling/lengths.ts';
import { NONE, type Cabling } from '../cabling/types.ts';
import type { CableFamily } from '../catalog/types.ts';

/** Cables of one family that the same nominal length, and none shorter, is long enough for. */
export interface LengthClass {
  /** The shortest length on offer that serves them. */
  readonly shortestMm: number;
  readonly count: number;
  /** Sum of what they require, and the least of it, which a surplus limit is judged by. */
  readonly requiredMm: number;
  readonly leastRequiredMm: number;
}

export interface FamilyDemand {
  readonly family: CableFamily;
  /** From short to long. */
  readonly classes: readonly LengthClass[];
  readonly cables: number;
  /** Cables that are not in any class: without a route, or longer than any on offer. */
  readonly unknown: number;
  readonly tooLong: number;
}

/** Demand of every family that a cable is cut from, in the order of the cabling's families. */
export function demandOf({ families, cables }: Cabling): FamilyDemand[] {
  const required = families.map((): Map<number, number> => new Map());
  const unknown = new Int32Array(families.length);
  const counts = new Int32Array(families.length);
  for (let cable = 0; cable < cables.count; cable += 1) {
    const family = cables.family[cable]!;
    const requiredMm = cables.requiredMm[cable]!;
    counts[family]! += 1;
    if (requiredMm === NONE) unknown[family]! += 1;
    else required[family]!.set(requiredMm, (required[family]!.get(requiredMm) ?? 0) + 1);
  }
  return families.flatMap((family, row) => {
    if (counts[row] === 0) return [];
    const { classes, tooLong } = classify(family, must(required[row], 'required lengths'));
    return [{ family, classes, cables: counts[row]!, unknown: unknown[row]!, tooLong }];
  });
}

/** Classes of required lengths, given with how many cables require each. */
export function classify(
  family: Pick<CableFamily, 'supply' | 'tolerance'>,
  required: ReadonlyMap<number, number>,
): { readonly classes: readonly LengthClass[]; readonly tooLong: number } {
  const classes: { -readonly [K in keyof LengthClass]: LengthClass[K] }[] = [];
  let tooLong = 0;
  for (const [requiredMm, count] of [...required].sort(([a], [b]) => a - b)) {
    const shortestMm = orderedLengthMm(family, requiredMm);
    const last = classes.at(-1);
    if (shortestMm === null) tooLong += count;
    else if (last?.shortestMm === shortestMm) {
      last.count += count;
      last.requiredMm += requiredMm * count;
    } else classes.push({ shortestMm, count, requiredMm: requiredMm * count, leastRequiredMm: requiredMm });
  }
  return { classes, tooLong };
}

/** What the bill says of looms: it prices stock jumpers, and those that are made to length are ordered by the build sheet instead. */
import type { Cabling } from '../cabling/types.ts';
import { loomSizes } from '../looms/loomSizes.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';

export interface LoomOrders {
  /** Looms that are made to length, and the cables in them. */
  readonly looms: number;
  readonly cables: number;
  /** Of these cables as made, trunk and own legs, of looms that can be made. */
  readonly madeMm: number;
  /** Looms that are longer than any is made. */
  readonly tooLong: number;
}

/** Null where no loom is made to length: then the bill is the whole order of cables. */
export function loomOrders(plan: Plan, survey: Survey, cabling: Cabling): LoomOrders | null {
  const custom = loomSizes({ plan, survey, cabling }).filter(({ made }) => made === 'custom');
  if (custom.length === 0) return null;
  let [cables, allMadeMm, tooLong] = [0, 0, 0];
  for (const { members, madeMm } of custom) {
    cables += members;
    if (madeMm === null) tooLong += 1;
    else allMadeMm += madeMm;
  }
  return { looms: custom.length, cables, madeMm: allMadeMm, tooLong };
}

/** Names the variant that is priced, so that nobody orders both. */
export function loomOrdersText({ looms, cables, madeMm, tooLong }: LoomOrders): string {
  const own = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
  return (
    'cable lines are stock jumpers and other single cables at ordered lengths; looms made to length are ordered by the build sheet instead: ' +
    `${own(looms, 'loom')}, ${own(cables, 'cable')}, ${String(madeMm / 1000)} m` +
    `${tooLong === 0 ? '' : ` (without ${own(tooLong, 'loom')} too long to be made)`}; order the one or the other of these ${own(cables, 'cable')}, never both`
  );
}

/** One budget against what its devices draw at most; shared by the checks of cabinets and halls. */
import type { Draw } from './cabinetTotals.ts';
import type { Finding } from './types.ts';
import { counted, kilowatts, named } from './figures.ts';

interface Budgeted {
  /** First part of the codes: `cabinet`, `hall`. */
  readonly thing: 'cabinet' | 'hall';
  readonly id: string;
  readonly name: string;
  readonly budgetW: number;
  readonly draw: Draw;
  readonly place: Finding['place'];
}

/** An error over the budget; a warning when the known part fits but unknown devices might not; else null. */
export function judgeBudget({ thing, id, name, budgetW, draw, place }: Budgeted): Omit<Finding, 'accepted'> | null {
  const base = { ids: [id], place, required: `at most ${kilowatts(budgetW)}` };
  const atLeast = draw.unknown.length > 0 ? 'at least ' : '';
  if (draw.knownW > budgetW) {
    return {
      ...base,
      code: `${thing}.over-power`,
      severity: 'error',
      message: `The devices in ${name} draw more at their maximum than its power budget`,
      actual: `${atLeast}${kilowatts(draw.knownW)}`,
      mend: `Move ${kilowatts(draw.knownW - budgetW)} elsewhere, or have the budget raised`,
    };
  }
  if (draw.unknown.length === 0) return null;
  const types = [...new Set(draw.unknown.map(({ type }) => type.name))].sort();
  return {
    ...base,
    code: `${thing}.power-unknown`,
    severity: 'warning',
    message: `Nobody knows whether ${name} stays within its power budget: the maximum of ${counted(draw.unknown.length, 'device')} (${named(types)}) is not published`,
    actual: `at least ${kilowatts(draw.knownW)}`,
    mend: 'Measure or ask for the maximum power and put it into the catalog',
  };
}

/** Random rows of cabinets, alone and with the one across the aisle. */
import { placeRow } from '../../shared/commands/cabinets.ts';
import { runCommand } from '../../shared/commands/history.ts';
import { newIds } from '../../shared/plan/ids.ts';
import { anyOf, bytesOf, type Runner } from './randomChoices.ts';
import { CABINET } from './testCatalog.ts';

export const rowRunners: readonly Runner[] = [
  (plan, seed) => {
    const count = (seed.a % 5) + 1;
    const ids = newIds('cabinets', 2 * count, plan, bytesOf(seed));
    const aisle = seed.c % 4 === 1 ? 'cold' : 'hot';
    return runCommand(plan, placeRow, {
      ids: ids.slice(0, count),
      hall: anyOf(plan.halls.keys(), seed.b),
      model: CABINET,
      namePattern: 'A{nn}',
      firstNumber: seed.c,
      row: 'A',
      xMm: seed.b,
      yMm: seed.c,
      rotationDeg: (seed.a % 4) * 90,
      pitchMm: seed.b % 3 === 0 ? null : 700,
      across: seed.c % 2 === 0 ? null : { ids: ids.slice(count), namePattern: 'B{nn}', firstNumber: 1, row: 'B', aisle, widthMm: 1200 },
    });
  },
];

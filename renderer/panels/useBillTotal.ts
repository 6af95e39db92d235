/** Sum of the bill of materials, for the summary: the known money, and how many lines have none. */
import { useEffect, useState } from 'react';
import { useDerived, usePlan, usePlanner } from '../state/plannerContext.ts';

export interface BillTotal {
  readonly knownMinor: number;
  readonly unknownLines: number;
  readonly lines: number;
  readonly currency: string;
}

/** More lines than any bill has: a line is one part at one length. */
const MOST_LINES = 5_000;

export function useBillTotal(): BillTotal | null {
  const { engine } = usePlanner();
  const revision = useDerived((state) => state.revision);
  const currency = usePlan((state) => state.plan.settings.currency);
  const [total, setTotal] = useState<BillTotal | null>(null);
  useEffect(() => {
    if (revision === null) return undefined;
    let wanted = true;
    void engine.rows('bom', { sort: null, filter: '', from: 0, count: MOST_LINES, scope: null }).then(({ rows }) => {
      if (!wanted) return;
      const known = rows.flatMap((row) => row.amountMinor ?? []);
      setTotal({
        knownMinor: known.reduce((sum, amount) => sum + amount, 0),
        unknownLines: rows.length - known.length,
        lines: rows.length,
        currency,
      });
    });
    return () => {
      wanted = false;
    };
  }, [engine, revision, currency]);
  return total;
}

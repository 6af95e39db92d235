/**
 * What must be there after a kill, from what the killed program said of its work. Pure: keeps the plans that were made, in order,
 * the newest that was acknowledged (by the journal or by a file), and the plans that the file may hold.
 */
import type { KillRecord } from './record.ts';

export interface Ledger {
  /** Takes what one life of the program said. */
  take(records: readonly KillRecord[]): void;
  /** How many acknowledged plans are missing when this one was recovered; 0: nothing is lost. Null: nobody ever made it. */
  lost(recovered: string): number | null;
  /** Whether the file may hold this: the version reported as saved last, or one that was being saved after it. */
  mayHold(file: string): boolean;
  /** Goes on from what was recovered. */
  goOn(recovered: string): void;
  readonly troubles: readonly string[];
  readonly counts: { readonly made: number; readonly acknowledged: number; readonly saved: number };
}

/** `first`: the plan in the file before anything was done. */
export function createLedger(first: string): Ledger {
  let plans: string[] = [first];
  let acknowledged = 0;
  let inFile: string[] = [first];
  const troubles: string[] = [];
  const counts = { made: 0, acknowledged: 0, saved: 0 };

  /**
   * The earliest place that these words can mean: no more is asked than was said. A later one may be the same plan again, come back to
   * by undo while the earlier one was still being written.
   */
  function acknowledge(plan: string): void {
    acknowledged = Math.max(acknowledged, plans.indexOf(plan));
  }

  return {
    take(records) {
      const before = plans.length;
      for (const record of records)
        switch (record.is) {
          case 'made':
            plans.push(record.plan);
            counts.made += 1;
            break;
          case 'kept':
            acknowledged = Math.max(acknowledged, before + record.number - 1);
            counts.acknowledged += 1;
            break;
          case 'keptWhole':
            acknowledge(record.plan);
            break;
          case 'saving':
            inFile.push(record.plan);
            break;
          case 'saved':
            acknowledge(record.plan);
            inFile = inFile.slice(inFile.lastIndexOf(record.plan));
            counts.saved += 1;
            break;
          case 'trouble':
            troubles.push(record.text);
            break;
        }
    },
    lost(recovered) {
      if (!plans.includes(recovered)) return null;
      return Math.max(0, acknowledged - plans.lastIndexOf(recovered));
    },
    mayHold: (file) => inFile.includes(file),
    goOn(recovered) {
      plans = [recovered];
      acknowledged = 0;
    },
    troubles,
    counts,
  };
}

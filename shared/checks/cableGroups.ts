/** Gathers breaches of the same kind, so that a tier with a thousand cables too long gives one finding. */
import type { Cabling } from '../cabling/types.ts';
import type { Finding } from './types.ts';
import type { Survey } from '../survey/types.ts';
import { middleOf } from '../geometry/polygons.ts';
import { must } from '../assert.ts';

/** At most this many ids stand in one finding of cables; its text says how many there are. */
export const MOST_IDS_LISTED = 100;

/** Rows by a key, each group in ascending order of rows. */
export class RowGroups {
  private readonly rowsByKey = new Map<string, number[]>();
  private lastKey: string | null = null;
  private lastRows: number[] = [];

  add(key: string, row: number): void {
    if (key !== this.lastKey) {
      let rows = this.rowsByKey.get(key);
      if (rows === undefined) {
        rows = [];
        this.rowsByKey.set(key, rows);
      }
      [this.lastKey, this.lastRows] = [key, rows];
    }
    this.lastRows.push(row);
  }

  entries(): IterableIterator<[string, readonly number[]]> {
    return this.rowsByKey.entries();
  }

  *[Symbol.iterator](): IterableIterator<readonly number[]> {
    yield* this.rowsByKey.values();
  }
}

/** Ids of the first cables of a group, sorted. */
export function cableIds(cabling: Cabling, rows: readonly number[]): readonly string[] {
  return rows
    .slice(0, MOST_IDS_LISTED)
    .map((row) => cabling.cableId(row))
    .sort();
}

/** What to say after a count when not every id is listed. */
export function listedNote(count: number): string {
  return count > MOST_IDS_LISTED ? `; the first ${MOST_IDS_LISTED} are listed` : '';
}

/** `leaf-spine`, or `drawn by hand`. */
export function tierName(cabling: Cabling, cable: number): string {
  const tier = must(cabling.tiers[must(cabling.cables.tier[cable], 'tier of the cable')], 'tier');
  return tier.fabric === null ? 'hand-drawn' : tier.name;
}

/** Row of the cabinet at the A end, or the B end, of the cable's length-setting link. */
export function cabinetAt(survey: Survey, cabling: Cabling, cable: number, end: 'a' | 'b'): number {
  const link = must(cabling.cables.longestLink[cable], 'link of the cable');
  const column = end === 'a' ? cabling.links.aDevice : cabling.links.bDevice;
  return must(survey.devices[must(column[link], 'device of the link')], 'device').cabinet;
}

/** Where a cable starts, as the place of a finding. */
export function cablePlace(survey: Survey, cabling: Cabling, cable: number): Finding['place'] {
  const { cabinet, corners } = must(survey.cabinets[cabinetAt(survey, cabling, cable, 'a')], 'cabinet');
  return { hall: cabinet.hall, at: middleOf(corners) };
}

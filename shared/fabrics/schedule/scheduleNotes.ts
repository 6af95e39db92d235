/** What the reader of a schedule left unread, and what comes out otherwise than the table has it: nothing is dropped without a word. */
import type { MovedDevice } from './scheduleEnds.ts';
import type { ScheduleTable } from './scheduleLines.ts';

export interface ScheduleFacts {
  /** Cables that stand in the plan as the table has them. */
  readonly standing: number;
  readonly moved: readonly MovedDevice[];
  readonly newIds: number;
  readonly unplaced: readonly string[];
  readonly parted: readonly string[];
}

const MOST_NAMED = 3;

/** One sentence each, without a full stop. */
export function scheduleNotes(table: ScheduleTable, { standing, moved, newIds, unplaced, parted }: ScheduleFacts): string[] {
  const sets = table.lines.filter(({ set }) => set.requiredMm !== null || set.family !== null || set.label !== null).length;
  const elsewhere = moved.map(({ name, there, here }) => `${name} in ${here} and not in ${there}`);
  return [
    table.derived.length === 0 ? null : `Not read, since the plan works it out anew: ${table.derived.join(', ')}`,
    table.unknown.length === 0 ? null : `Not read, since a cable schedule has no such column: ${table.unknown.join(', ')}`,
    standing === 0 ? null : `${cables(standing)} already as the table has ${standing === 1 ? 'it, and stays' : 'them, and stay'}`,
    sets === 0
      ? null
      : `Length, family or label set by hand ${sets === 1 ? 'is taken over on 1 cable' : `are taken over on ${sets} cables`}`,
    moved.length === 0 ? null : `Devices stand in other cabinets than the table says, and lengths follow them: ${listed(elsewhere)}`,
    parted.length === 0 ? null : `Tiers are parted, since their cables differ in parts or in links a cable: ${parted.join('; ')}`,
    newIds === 0 ? null : `${newIds === 1 ? '1 cable gets' : `${newIds} cables get`} another ID than in the table`,
    unplaced.length === 0 ? null : `Links at further legs of splitters are named by their devices: ${listed(unplaced)}`,
  ].filter((note) => note !== null);
}

function cables(count: number): string {
  return count === 1 ? '1 cable stands' : `${count} cables stand`;
}

function listed(names: readonly string[]): string {
  return names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '');
}

/** Names for the copies of an array: rows by letter, cabinets by pattern, the rest by the next free number. */
import { firstFreeNumber, nameFromPattern, nextFreeName } from '../plan/names.ts';
import { columnLetters } from '../geometry/columnLetters.ts';
import type { Plan } from '../plan/types.ts';

/** Hands out names of rows, cabinets and devices that nothing has yet. */
export class ArrayNames {
  private readonly pattern: string;
  private readonly rowsTaken = new Set<string>();
  private readonly cabinetsTaken = new Set<string>();
  private readonly othersTaken: Readonly<Record<'devices' | 'obstacles' | 'segments', Set<string>>>;
  private readonly given = new Map<string, string>();
  /** The number that the search for the next free name of a row begins at. */
  private readonly next = new Map<string, number>();

  constructor(plan: Plan, hall: string, pattern: string) {
    this.pattern = pattern;
    for (const cabinet of plan.cabinets.values()) {
      if (cabinet.hall !== hall) continue;
      this.cabinetsTaken.add(cabinet.name);
      if (cabinet.row !== null) this.rowsTaken.add(cabinet.row);
    }
    const namesOf = (table: ReadonlyMap<string, { readonly name: string }>): Set<string> =>
      new Set([...table.values()].map(({ name }) => name));
    this.othersTaken = { devices: namesOf(plan.devices), obstacles: namesOf(plan.obstacles), segments: namesOf(plan.segments) };
  }

  /** The first row of the array goes on with its own; each further one is the next free letter. What stands alone stays alone. */
  row(source: string | null, row: number): string | null {
    if (source === null || row === 0) return source;
    const key = JSON.stringify([source, row]);
    const known = this.given.get(key);
    if (known !== undefined) return known;
    let index = 0;
    while (this.rowsTaken.has(columnLetters(index))) index++;
    const name = columnLetters(index);
    this.rowsTaken.add(name);
    this.given.set(key, name);
    return name;
  }

  cabinet(row: string | null): string {
    const pattern = this.pattern.replaceAll('{row}', row ?? '');
    let number = this.next.get(pattern) ?? firstFreeNumber(pattern, 1, this.cabinetsTaken);
    while (this.cabinetsTaken.has(nameFromPattern(pattern, number))) number++;
    const name = nameFromPattern(pattern, number);
    this.cabinetsTaken.add(name);
    this.next.set(pattern, number + 1);
    return name;
  }

  /** The next free name after one that a thing of this table has. */
  other(table: 'devices' | 'obstacles' | 'segments', name: string): string {
    const taken = this.othersTaken[table];
    const free = nextFreeName(name, taken);
    taken.add(free);
    return free;
  }
}

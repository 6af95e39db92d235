/** What new cabinets and pathways are called, and their ids. */
import { columnLetters } from '../../geometry/columnLetters.ts';
import { nextFreeName } from '../../plan/names.ts';
import type { Cabinet, Plan, Segment } from '../../plan/types.ts';
import type { Line } from './lines.ts';

const ALL_LETTERS = /^[A-Z]+$/u;

/** Names in use in one hall, and ids in use in the plan; what is named is in use from then on. Halls of a campus name theirs each from the start. */
export class RowNames {
  private readonly cabinets: Set<string>;
  private readonly rows: Set<string>;
  private readonly pathways: Set<string>;
  private readonly ids: Set<string>;

  constructor(plan: Plan, hall: string) {
    const standing = [...plan.cabinets.values()].filter((cabinet) => cabinet.hall === hall);
    this.cabinets = new Set(standing.map(({ name }) => name));
    this.rows = new Set(standing.flatMap(({ row }) => row ?? []));
    this.pathways = new Set(pathwaysIn(plan, hall).map(({ name }) => name));
    this.ids = new Set([...plan.cabinets.keys(), ...plan.junctions.keys(), ...plan.segments.keys()]);
  }

  /** The next letter, or the next free name. */
  row(after: string): string {
    const name = this.nextRow(after);
    this.rows.add(name);
    return name;
  }

  /** A cabinet called as its image is, after its own row. */
  cabinet(imageOf: Cabinet, row: string | null): Pick<Cabinet, 'id' | 'name' | 'row'> {
    const { name: old, row: oldRow } = imageOf;
    return this.cabinetCalled(
      row !== null && oldRow !== null && old.startsWith(oldRow) ? row + old.slice(oldRow.length) : old,
      row,
      imageOf,
    );
  }

  /** With this name, or the next free one after it; its id begins as that of `like`. */
  cabinetCalled(wanted: string, row: string | null, like: Cabinet): Pick<Cabinet, 'id' | 'name' | 'row'> {
    const name = this.cabinets.has(wanted) ? nextFreeName(wanted, this.cabinets) : wanted;
    this.cabinets.add(name);
    return { id: this.id(hallPrefix(like) + name.replaceAll(/\s+/gu, '-')), name, row };
  }

  /** Called after the rows that it hangs over now; where its name says nothing of rows, it is numbered. */
  pathway(wanted: string): string {
    let name = wanted;
    const plain = wanted.replace(/, grown \d+$/u, '');
    for (let number = 2; this.pathways.has(name); number += 1) name = `${plain}, grown ${number}`;
    this.pathways.add(name);
    return name;
  }

  /** The id itself, or with the first free number after it. */
  id(wanted: string): string {
    let id = wanted;
    for (let number = 2; this.ids.has(id); number += 1) id = `${wanted}-${number}`;
    this.ids.add(id);
    return id;
  }

  private nextRow(row: string): string {
    if (!ALL_LETTERS.test(row)) return nextFreeName(row, this.rows);
    let column = 0;
    for (const name of this.rows) if (ALL_LETTERS.test(name)) column = Math.max(column, columnOf(name) + 1);
    return columnLetters(column);
  }
}

/** Text in which rows of one line, as words, stand for those of another one. */
export function renamer(from: Line, to: Line): (text: string) => string {
  const [old, next] = [rowsFromWest(from), rowsFromWest(to)];
  const nameOf = new Map(old.flatMap((row, at) => (next[at] === undefined ? [] : [[row, next[at]] as const])));
  return (text) => text.replaceAll(/[A-Za-z]+/gu, (word) => nameOf.get(word) ?? word);
}

export function rowsFromWest({ cabinets }: Line): string[] {
  return [...new Set([...cabinets].sort((a, b) => a.xMm - b.xMm).flatMap(({ row }) => row ?? []))];
}

function pathwaysIn(plan: Plan, hall: string): Segment[] {
  return [...plan.segments.values()].filter(({ from, to }) => [from, to].some((id) => plan.junctions.get(id)?.hall === hall));
}

/** `h01-` of the cabinet `h01-B06` that is called B06. */
function hallPrefix({ id, name }: Cabinet): string {
  const word = name.replaceAll(/\s+/gu, '-');
  return id.endsWith(word) ? id.slice(0, -word.length) : '';
}

/** The other way round of columnLetters. */
function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

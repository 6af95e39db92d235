/** Lines of a cable schedule as Raceway writes it, read by the titles of its columns, wherever people have moved these. */
import { AND, FAMILY_SET, LABEL_SET, REQUIRED_SET, scheduleColumns } from '../../takeoff/schedule.ts';
import { readSeparated } from '../../readers/separatedText.ts';
import { END_TITLES, mayBeSchedule } from './scheduleTitles.ts';

/** One end as its cells say it; several ports are joined by ` + `. */
export interface EndTexts {
  readonly hall: string;
  readonly cabinet: string;
  readonly unit: string;
  readonly device: string;
  readonly port: string;
}

export interface ScheduleLine {
  /** From 1, as the file counts. */
  readonly line: number;
  readonly cable: string;
  /** Empty: drawn by hand. */
  readonly fabric: string;
  readonly tier: string;
  readonly a: EndTexts;
  readonly b: EndTexts;
  readonly family: string;
  /** Null where the table has no column for it; empty: the cable itself goes into the cage. */
  readonly opticsA: string | null;
  readonly opticsB: string | null;
  /** What a person set by hand, as its note says it. */
  readonly set: SetByHand;
  /** Empty for a cable that joins two ports without a panel between. */
  readonly channel: string;
}

export interface SetByHand {
  readonly requiredMm: number | null;
  readonly family: string | null;
  readonly label: string | null;
}

export interface ScheduleTable {
  readonly lines: readonly ScheduleLine[];
  /** Titles of columns that the schedule has and the plan works out anew. */
  readonly derived: readonly string[];
  /** Titles that no schedule of Raceway has. */
  readonly unknown: readonly string[];
}

/** Columns whose cells are read; the others of a schedule follow from the plan. */
const READ = [
  ...['Cable ID', 'Fabric', 'Tier', 'Family', 'Note', 'Channel', 'Transceiver A', 'Transceiver B'],
  ...['A', 'B'].flatMap((end) => ['hall', 'cabinet', 'U', 'device', 'port'].map((what) => `${end} ${what}`)),
];

/** The lines of a text; null where its titles are not those of a cable schedule. */
export function readScheduleLines(text: string): ScheduleTable | null {
  if (!mayBeSchedule(text)) return null;
  const [head, ...rows] = readSeparated(text);
  const titles = head?.cells.map((cell) => cell.trim()) ?? [];
  if (![...END_TITLES, 'Cable ID'].every((title) => titles.includes(title))) return null;
  const place = new Map(titles.map((title, at) => [title, at]));
  const own = new Set(scheduleColumns.map(({ title }) => title));
  return {
    lines: rows.map(({ line, cells }) => lineOf(line, (title) => cellAt(cells, place.get(title)))),
    derived: titles.filter((title) => own.has(title) && !READ.includes(title)),
    unknown: titles.filter((title) => title !== '' && !own.has(title)),
  };
}

function cellAt(cells: readonly string[], at: number | undefined): string | null {
  return at === undefined ? null : (cells[at] ?? '');
}

function lineOf(line: number, cell: (title: string) => string | null): ScheduleLine {
  const text = (title: string): string => withoutGuard(cell(title) ?? '');
  const end = (name: string): EndTexts => ({
    hall: text(`${name} hall`),
    cabinet: text(`${name} cabinet`),
    unit: text(`${name} U`),
    device: text(`${name} device`),
    port: text(`${name} port`),
  });
  return {
    line,
    cable: text('Cable ID'),
    fabric: text('Fabric'),
    tier: text('Tier'),
    a: end('A'),
    b: end('B'),
    family: text('Family').trim(),
    opticsA: cell('Transceiver A'),
    opticsB: cell('Transceiver B'),
    set: setByHand(text('Note'), text('Label A')),
    channel: text('Channel'),
  };
}

/** Takes back the apostrophe that keeps a spreadsheet from running a name that begins like a formula. */
function withoutGuard(text: string): string {
  return /^'[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u.test(text) ? text.slice(1) : text;
}

function setByHand(note: string, label: string): SetByHand {
  const parts = note.split('; ');
  const after = (words: string): string | null => parts.find((part) => part.startsWith(words))?.slice(words.length) ?? null;
  const metres = /^(\d+)\.(\d{3}) m$/u.exec(after(REQUIRED_SET) ?? '');
  return {
    requiredMm: metres === null ? null : Number(metres[1]) * 1000 + Number(metres[2]),
    family: after(FAMILY_SET),
    label: parts.includes(LABEL_SET) ? label : null,
  };
}

/** Parts of a cell that several ports share: one for each, the same for all where it says one only; null for another number of them. */
export function partsOfCell(cell: string, count: number): readonly string[] | null {
  const parts = cell.split(AND);
  if (parts.length === count) return parts;
  return parts.length === 1 ? Array.from({ length: count }, () => cell) : null;
}

/** Titles by which a cable schedule is known before it is read. */

/** Columns of its ends; a table without one of these is read as lines of two ends. */
export const END_TITLES = ['A device', 'A port', 'B device', 'B port'];

/** Whether a text may be a schedule, by its first line alone. */
export function mayBeSchedule(text: string): boolean {
  const first = /^[^\r\n]*/u.exec(text)?.[0] ?? '';
  return [...END_TITLES, 'Cable ID'].every((title) => first.includes(title));
}

/** Routes short enough for a column: neighbours that differ only after their last dash are named as a range. */

const THEN = ' > ';

/** `Tray A-2 > Cross 1-A > Cross 1-B > Cross 1-C` → `Tray A-2 > Cross 1-A to C`. */
export function shortRoute(route: string): string {
  const parts: { stem: string; first: string; last: string }[] = [];
  for (const name of route.split(THEN)) {
    const dash = name.lastIndexOf('-');
    const [stem, end] = [name.slice(0, dash + 1), name.slice(dash + 1)];
    const previous = parts.at(-1);
    if (stem !== '' && previous?.stem === stem) previous.last = end;
    else parts.push({ stem, first: end, last: end });
  }
  return parts.map(({ stem, first, last }) => (first === last ? `${stem}${first}` : `${stem}${first} to ${last}`)).join(THEN);
}

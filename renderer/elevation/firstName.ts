/** The name of the first device of a type: short enough for the elevation, a cable's name and the column of a pull sheet. */

/** How high it is, and what stands after the first comma, tells types apart, not devices. */
const DETAILS = /(?:\s+\d+U)?(?:,.*)?$/s;
const PLAIN_WORD = /^\p{Ll}[\p{Ll}-]*$/u;

/**
 * The last word and a number, as generated plans name theirs: `Patch panel 1U, 36 MPO-12` gives `panel1`. A model's own name stays:
 * `SN2201 1`, `Rack PDU 1`.
 */
export function firstName(typeName: string): string {
  const stem = typeName.replace(DETAILS, '');
  const words = (stem === '' ? typeName : stem).split(' ');
  const last = words.at(-1) ?? '';
  // A blanking panel is no panel that cables end at.
  if (words[0] === 'Blanking') return 'Blank 1';
  return words.length > 1 && PLAIN_WORD.test(last) ? `${last}1` : `${words.join(' ')} 1`;
}

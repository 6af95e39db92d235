/** The unit to which a device goes, as typed while it is in the hand: `12` or `U12` is its lowest unit, `+3` and `-2` so many up or down. */

/** What is typed with one more key; null when the key is no part of it. */
export function typedUnitWith(typed: string, key: string): string | null {
  if (key === 'Backspace') return typed === '' ? null : typed.slice(0, -1);
  const next = typed + key;
  return /^(?:u\d{0,2}|[+-]?\d{0,2})$/i.test(next) ? next : null;
}

/** The lowest unit; null while nothing or no unit is typed. From where it was, by so many: only where it was anywhere. */
export function typedUnit(typed: string, fromU: number | null): number | null {
  const figure = Number(typed.replace(/^[u+-]/i, ''));
  if (!/\d/.test(typed)) return null;
  if (!/^[+-]/.test(typed)) return figure;
  return fromU === null ? null : fromU + (typed.startsWith('-') ? -figure : figure);
}

/** Before what is shown of the move. */
export function typedUnitText(typed: string): string {
  return typed === '' ? '' : `unit ${typed} · `;
}

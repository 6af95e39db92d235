/** Turning the sheets by key, as the pages of a document. */

/** Place of the sheet that a key leads to, from 0; null: the key is not for turning. */
export function sheetByKey(key: string, place: number, total: number): number | null {
  const last = Math.max(0, total - 1);
  if (key === 'PageDown' || key === 'ArrowRight') return Math.min(place + 1, last);
  if (key === 'PageUp' || key === 'ArrowLeft') return Math.max(place - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  return null;
}

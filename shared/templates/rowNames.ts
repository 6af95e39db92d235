/** Names of rows and cabinets. */

/** A, B, … Z, AA, AB, … for row 0, 1, … */
export function rowName(row: number): string {
  const last = String.fromCharCode(65 + (row % 26));
  return row < 26 ? last : rowName(Math.floor(row / 26) - 1) + last;
}

/** A01, A02, … for place 0, 1, … in its row. */
export function cabinetName(row: string, place: number): string {
  return row + String(place + 1).padStart(2, '0');
}

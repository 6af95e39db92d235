/** Names of cabinets in a row. */

/** A01, A02, … for place 0, 1, … in its row. */
export function cabinetName(row: string, place: number): string {
  return row + String(place + 1).padStart(2, '0');
}

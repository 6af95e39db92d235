/** Letters as columns are counted by: 0 → A, 25 → Z, 26 → AA, 702 → AAA; for floor tiles, rows of cabinets and worksheets alike. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

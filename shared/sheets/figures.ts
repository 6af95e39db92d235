/** Figures as sheets print them: the same in every language setting. */

/** `12 600`: thousands apart, no decimals. */
export function groupedDigits(value: number): string {
  const digits = String(Math.round(Math.abs(value)));
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, ' ');
  return value < 0 && grouped !== '0' ? `−${grouped}` : grouped;
}

/** `14.62`: metres of a length in mm; `?` where it is not known. */
export function metresOf(lengthMm: number | null): string {
  return lengthMm === null ? '?' : (lengthMm / 1000).toFixed(2);
}

/** `15 m`, `2.5 m`: a nominal length. */
export function nominalLength(lengthMm: number): string {
  return `${Number((lengthMm / 1000).toFixed(2))} m`;
}

/** `28.6 kW`. */
export function kilowatts(watts: number): string {
  return `${(watts / 1000).toFixed(1)} kW`;
}

/** `462 kg`. */
export function kilograms(grams: number): string {
  return `${groupedDigits(grams / 1000)} kg`;
}

/** `+2 750`, `−300`: height above the floor in mm. */
export function elevationTag(elevationMm: number): string {
  return elevationMm < 0 ? groupedDigits(elevationMm) : `+${groupedDigits(elevationMm)}`;
}

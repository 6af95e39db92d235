/** How figures and lists read in findings. Metric, the same in every language setting. */

/** `1200 mm` */
export function millimetres(mm: number): string {
  return `${Math.round(mm)} mm`;
}

/** `12.34 m` */
export function metres(mm: number): string {
  return `${(mm / 1000).toFixed(2)} m`;
}

/** `142.4 kg` */
export function kilograms(grams: number): string {
  return `${trimmed(grams / 1000, 1)} kg`;
}

/** `1.25 kg/m` */
export function kilogramsPerMetre(gramsPerMetre: number): string {
  return `${trimmed(gramsPerMetre / 1000, 2)} kg/m`;
}

/** `28.6 kW` */
export function kilowatts(watts: number): string {
  return `${trimmed(watts / 1000, 2)} kW`;
}

/** `12.1 kPa` */
export function kilopascals(pascals: number): string {
  return `${trimmed(pascals / 1000, 1)} kPa`;
}

/** `41.3 %` */
export function percent(value: number): string {
  return `${trimmed(value, 1)} %`;
}

/** `1 cable`, `2 cables` */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** `A01, A02 and 7 more` */
export function named(names: readonly string[], most = 3): string {
  if (names.length <= most + 1) return joined(names);
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}

/** `A, B or C`. */
export function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

function joined(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Fixed digits without idle zeros. */
function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

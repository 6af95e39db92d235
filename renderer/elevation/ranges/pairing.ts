/** Which port of one range goes with which of the other. Pure, over any things in order. */
export type Pairing = 'straight' | 'reversed' | 'interleaved' | 'by-rail';

export const pairings: readonly { readonly value: Pairing; readonly label: string; readonly how: string }[] = [
  { value: 'straight', label: 'Straight', how: 'The first with the first, the second with the second.' },
  { value: 'reversed', label: 'Reversed', how: 'The first with the last, the second with the last but one.' },
  { value: 'interleaved', label: 'Interleaved', how: 'In turn with the first and the second half of end B.' },
  { value: 'by-rail', label: 'By rail', how: 'First port of every device of end A, then every second port, and so on, along end B.' },
];

interface OnDevice {
  readonly device: string;
}

/** As many pairs as the shorter end has members. */
export function pairUp<T extends OnDevice>(a: readonly T[], b: readonly T[], how: Pairing): readonly (readonly [T, T])[] {
  const count = Math.min(a.length, b.length);
  const [ones, others] = [how === 'by-rail' ? byRail(a) : a, how === 'interleaved' ? interleaved(b.slice(0, count)) : b];
  return Array.from({ length: count }, (_, i) => [ones[i]!, others[how === 'reversed' ? others.length - 1 - i : i]!] as const);
}

/** 1, 5, 2, 6, 3, 7, 4, 8. */
function interleaved<T>(all: readonly T[]): readonly T[] {
  const half = Math.ceil(all.length / 2);
  return Array.from({ length: all.length }, (_, i) => all[i % 2 === 0 ? i / 2 : half + (i - 1) / 2]!);
}

/** The first of every device, then the second of every device. */
function byRail<T extends OnDevice>(all: readonly T[]): readonly T[] {
  const byDevice = new Map<string, T[]>();
  for (const one of all) byDevice.set(one.device, [...(byDevice.get(one.device) ?? []), one]);
  const lists = [...byDevice.values()];
  const rails = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: rails }, (_, rail) => lists.flatMap((list) => list[rail] ?? [])).flat();
}

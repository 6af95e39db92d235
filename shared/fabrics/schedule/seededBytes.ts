/** Bytes that follow from texts alone: the same table read twice makes the same ids, by whoever it is read. */
import type { RandomBytes } from '../../plan/ids.ts';

/** FNV-1a over the texts as the seed of mulberry32. */
export function seededBytes(texts: readonly string[]): RandomBytes {
  let seed = 0x811c9dc5;
  for (const text of texts) for (let at = 0; at < text.length; at += 1) seed = Math.imul(seed ^ text.charCodeAt(at), 0x01000193);
  const next = (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) & 0xff;
  };
  return (count) => Uint8Array.from({ length: count }, next);
}

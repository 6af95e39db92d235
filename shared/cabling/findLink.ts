/** Links by their ids: an index of each tier, made when its first id is asked for and kept as long as the tier. */
import { must } from '../assert.ts';
import type { LinkNames, TierRange } from './linkTable.ts';

/** Row of the link with this id; null when no rule makes it and nobody drew it. */
export function findLink(ranges: readonly TierRange[], id: string): number | null {
  for (const range of ranges) {
    const { tier, names } = range;
    const row = names.kind === 'hand' ? handIndex(names).get(id) : rowByEnds(names, id, `${tier.fabric}/${tier.name}/`);
    if (row !== undefined) return range.firstLink + row;
  }
  return null;
}

type FabricNames = LinkNames & { readonly kind: 'fabric' };
type HandNames = LinkNames & { readonly kind: 'hand' };

interface FabricIndex {
  readonly slotOf: ReadonlyMap<string, number>;
  /** Rows by slot and port of their end A, which no two links of a tier share. */
  readonly rowOfEndA: ReadonlyMap<number, number>;
}

/** More ports than any slot uses, so that slot and port make one number. */
const PORT_RANGE = 2 ** 16;

function rowByEnds(names: FabricNames, id: string, prefix: string): number | undefined {
  if (!id.startsWith(prefix)) return undefined;
  const match = /^(.+):(\d+)–(.+):(\d+)$/u.exec(id.slice(prefix.length));
  if (match === null) return undefined;
  const { slotOf, rowOfEndA } = fabricIndex(names);
  const [slotA, slotB] = [slotOf.get(must(match[1], 'slot')), slotOf.get(must(match[3], 'slot'))];
  const [portA, portB] = [Number(match[2]), Number(match[4])];
  if (slotA === undefined || slotB === undefined || portA >= PORT_RANGE) return undefined;
  const row = rowOfEndA.get(slotA * PORT_RANGE + portA);
  return row !== undefined && names.slotB[row] === slotB && names.portB[row] === portB ? row : undefined;
}

const fabricIndexes = new WeakMap<FabricNames, FabricIndex>();

function fabricIndex(names: FabricNames): FabricIndex {
  let index = fabricIndexes.get(names);
  if (index === undefined) {
    const rowOfEndA = new Map<number, number>();
    names.slotA.forEach((slot, row) => rowOfEndA.set(slot * PORT_RANGE + names.portA[row]!, row));
    index = { slotOf: new Map(names.slots.map((slot, position) => [slot, position])), rowOfEndA };
    fabricIndexes.set(names, index);
  }
  return index;
}

const handIndexes = new WeakMap<HandNames, ReadonlyMap<string, number>>();

function handIndex(names: HandNames): ReadonlyMap<string, number> {
  let index = handIndexes.get(names);
  if (index === undefined) handIndexes.set(names, (index = new Map(names.links.map((link, row) => [link.id, row]))));
  return index;
}

/** Cables of all tiers together: how many lie between which places of each segment. */
import type { SpanColumns } from '../../shared/engine/protocol.ts';

const known = new WeakMap<SpanColumns, SpanColumns>();

/** The same spans without tiers; where the number of cables changes, a new span begins. Rows of a segment stand together. */
export function totalSpans(spans: SpanColumns): SpanColumns {
  let total = known.get(spans);
  if (total === undefined) known.set(spans, (total = sumTiers(spans)));
  return total;
}

function sumTiers({ count, segment, fromMm, toMm, cables }: SpanColumns): SpanColumns {
  const rows: (readonly [segment: number, fromMm: number, toMm: number, cables: number])[] = [];
  for (let first = 0; first < count;) {
    let next = first;
    const changes = new Map<number, number>();
    const add = (at: number, by: number): void => void changes.set(at, (changes.get(at) ?? 0) + by);
    for (; next < count && segment[next] === segment[first]; next += 1) {
      add(fromMm[next]!, cables[next]!);
      add(toMm[next]!, -cables[next]!);
    }
    let [sum, from] = [0, 0];
    for (const [at, by] of [...changes].sort(([one], [other]) => one - other)) {
      if (by === 0) continue;
      if (sum > 0) rows.push([segment[first]!, from, at, sum]);
      sum += by;
      from = at;
    }
    first = next;
  }
  return {
    count: rows.length,
    segment: Int32Array.from(rows, (row) => row[0]),
    tier: new Uint8Array(rows.length),
    fromMm: Int32Array.from(rows, (row) => row[1]),
    toMm: Int32Array.from(rows, (row) => row[2]),
    cables: Int32Array.from(rows, (row) => row[3]),
  };
}

/** A net with second pathways beside some of those that are there: as long, between the same joints, open to the same cables. */
import { must } from '../../assert.ts';
import type { MemberNet } from './memberNet.ts';

/** `isDoubled` is asked for each place. Copies stand after the places that there are. */
export function doubledNet(net: MemberNet, isDoubled: (place: number) => boolean): MemberNet {
  const copied = net.places.flatMap((_, place) => (isDoubled(place) ? [place] : []));
  const copyOf = new Map(copied.map((place, at) => [place, net.places.length + at]));
  const first = new Int32Array(net.nodeCount + 1);
  const [arcTo, arcMm, arcPlace]: [number[], number[], number[]] = [[], [], []];
  const put = (arc: number, place: number): void => {
    arcTo.push(net.arcTo[arc]!);
    arcMm.push(net.arcMm[arc]!);
    arcPlace.push(place);
  };
  for (let node = 0; node < net.nodeCount; node += 1) {
    for (let arc = net.first[node]!; arc < net.first[node + 1]!; arc += 1) {
      const place = net.arcPlace[arc]!;
      put(arc, place);
      const copy = copyOf.get(place);
      if (copy !== undefined) put(arc, copy);
    }
    first[node + 1] = arcTo.length;
  }
  const withCopies = (column: Uint8Array): Uint8Array => Uint8Array.from([...column, ...copied.map((place) => column[place]!)]);
  return {
    ...net,
    first,
    arcTo: Int32Array.from(arcTo),
    arcMm: Float64Array.from(arcMm),
    arcPlace: Int32Array.from(arcPlace),
    places: [...net.places, ...copied.map((place) => must(net.places[place], 'place'))],
    isSingle: withCopies(net.isSingle),
    placeMm: Float64Array.from([...net.placeMm, ...copied.map((place) => net.placeMm[place]!)]),
    shut: net.shut.map(withCopies),
  };
}

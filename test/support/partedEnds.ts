/** Whether some segments part the two ends of a cable: found by walking from cabinet to cabinet past them. */
import { must } from '../../shared/assert.ts';
import type { Derived } from '../../shared/engine/engine.ts';

/**
 * True when every way between the ends goes along one of the segments. A cut may lie within a segment that a cabinet also lands
 * on, so a segment that is shut can neither be passed nor be landed on in full; landing at its open end counts as past it.
 */
export function isParted({ survey, cabling }: Derived, shut: ReadonlySet<number>, cable: number): boolean {
  const { network, accesses } = survey;
  const link = must(cabling.cables.longestLink[cable], 'link');
  const landingsOf = (device: number): { readonly segment: number }[] => {
    const { cabinet } = must(survey.devices[device], 'device');
    return accesses.filter((access) => access.cabinet === cabinet && !shut.has(access.segment));
  };
  const ends = ({ segment }: { readonly segment: number }): number[] => [network.edgeFrom[segment]!, network.edgeTo[segment]!];
  const reached = new Set(landingsOf(must(cabling.links.aDevice[link], 'device')).flatMap(ends));
  for (const vertex of reached) {
    for (let at = network.first[vertex]!; at < network.first[vertex + 1]!; at += 1) {
      const edge = must(network.adjacentEdge[at], 'edge');
      if (!shut.has(edge)) reached.add(network.edgeFrom[edge] === vertex ? network.edgeTo[edge]! : network.edgeFrom[edge]!);
    }
  }
  return landingsOf(must(cabling.links.bDevice[link], 'device'))
    .flatMap(ends)
    .every((vertex) => !reached.has(vertex));
}

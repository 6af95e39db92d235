/** Ways of an earlier state that cables keep while new ones are sought. */
import type { ReliefOfParts } from './relieve.ts';

/** What these parts of the network were given, less the cables that were touched since. */
export function reliefOfOthers(reliefs: ReliefOfParts, parts: readonly number[], touched: ReadonlySet<number>): ReliefOfParts {
  return new Map(
    [...reliefs]
      .filter(([part]) => parts.includes(part))
      .map(([part, { detours, crowdings }]) => [
        part,
        {
          detours: detours.filter(({ cable }) => !touched.has(cable)),
          crowdings: crowdings
            .map(({ segments, cables }) => ({ segments, cables: cables.filter((cable) => !touched.has(cable)) }))
            .filter(({ cables }) => cables.length > 0),
        },
      ]),
  );
}

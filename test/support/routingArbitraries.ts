/** Random rules for routes, for laws that must hold of every plan. */
import fc from 'fast-check';
import { idArbitrary, nameArbitrary, table } from './arbitraryParts.ts';
import { TEST_CATALOG } from './testCatalog.ts';
import type { Plan, Segment } from '../../shared/plan/types.ts';
import type { DiversityGroup, RouteRule } from '../../shared/plan/routeRules.ts';

/** Most pathways carry anything, and say nothing of it. */
export const carriesField: fc.Arbitrary<Pick<Segment, 'carries'>> = fc.oneof(
  fc.constant({}),
  fc.record({ carries: fc.shuffledSubarray(['fiber', 'copper', 'power'] as const, { minLength: 1 }) }),
);

/** Rules for routes and links kept apart; what they name may be there or not. */
export function routingArbitraries(plan: Plan): {
  readonly routeRules: fc.Arbitrary<ReadonlyMap<string, RouteRule>>;
  readonly diversityGroups: fc.Arbitrary<ReadonlyMap<string, DiversityGroup>>;
} {
  const place = (ids: Iterable<string>): fc.Arbitrary<string> => fc.oneof(idArbitrary, fc.constantFrom('gone', ...ids));
  const segment = place(plan.segments.keys());
  const fabric = place(plan.fabrics.keys());
  const links = (minLength: number): fc.Arbitrary<string[]> => fc.array(place(plan.links.keys()), { minLength, maxLength: 4 });
  const scope: fc.Arbitrary<RouteRule['scope']> = fc.oneof(
    fc.record({ kind: fc.constant('family' as const), family: fc.constantFrom(...TEST_CATALOG.cableFamilies.keys()) }),
    fc.record({ kind: fc.constant('fabric' as const), fabric, tier: fc.option(nameArbitrary) }),
    fc.record({ kind: fc.constant('links' as const), links: links(1) }),
  );
  const waypoint = fc.oneof(
    fc.record({ kind: fc.constant('segment' as const), id: segment }),
    fc.record({ kind: fc.constant('junction' as const), id: place(plan.junctions.keys()) }),
  );
  const members: fc.Arbitrary<DiversityGroup['members']> = fc.oneof(
    fc.record({ kind: fc.constant('links' as const), links: links(2) }),
    fc.record({ kind: fc.constant('fabric' as const), fabric, tier: nameArbitrary, end: fc.constantFrom('a' as const, 'b' as const) }),
  );
  return {
    routeRules: table<RouteRule>(0, 3, (id) =>
      fc.record({
        id: fc.constant(id),
        name: nameArbitrary,
        scope,
        via: fc.array(waypoint, { maxLength: 3 }),
        avoid: fc.array(segment, { maxLength: 3 }),
      }),
    ),
    diversityGroups: table<DiversityGroup>(0, 2, (id) => fc.record({ id: fc.constant(id), name: nameArbitrary, members })),
  };
}

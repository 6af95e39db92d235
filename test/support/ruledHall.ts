/** A random hall with rules: pathways that say what they carry, keep-clear zones, pins, forbidden pathways, links kept apart. */
import type { Plan, Segment } from '../../shared/plan/types.ts';
import type { RouteScope } from '../../shared/plan/routeRules.ts';
import { rectangle } from './planBuilder.ts';
import { SeededRandom } from './random.ts';
import { randomHall } from './randomHall.ts';
import { COPPER } from './testCatalog.ts';

/** What rules are about in a random hall. */
export interface RuledHallChoice {
  readonly zones: boolean;
  readonly pins: boolean;
  readonly apart: boolean;
}

export const EVERYTHING: RuledHallChoice = { zones: true, pins: true, apart: true };

export function ruledHall(seed: number, choice: RuledHallChoice = EVERYTHING): Plan {
  const plan = randomHall(seed);
  const random = new SeededRandom(seed * 7919 + 13);
  const segmentIds = [...plan.segments.keys()].sort();
  const linkIds = [...plan.links.keys()].sort();
  const places = [...plan.junctions.keys()].filter((id) => plan.junctions.get(id)?.hall === 'H').sort();
  const segments = new Map<string, Segment>(
    [...plan.segments].map(([id, segment]) => [
      id,
      random.chance(0.15) ? { ...segment, carries: [random.pick(['fiber', 'copper', 'power'])] } : segment,
    ]),
  );
  const links = new Map(
    [...plan.links].map(([id, link]) => [id, random.chance(0.2) ? { ...link, parts: { ...link.parts, family: COPPER.id } } : link]),
  );
  const obstacles = new Map(plan.obstacles);
  for (let zone = 0; choice.zones && zone < 2; zone += 1) {
    const outline = rectangle(random.between(0, 15_000), random.between(0, 11_000), random.between(300, 3000), random.between(300, 3000));
    obstacles.set(`zone${zone}`, { id: `zone${zone}`, hall: 'H', name: `Zone ${zone}`, kind: 'keep-clear', outline });
  }
  const routeRules = new Map(plan.routeRules);
  for (let rule = 0; rule < 8; rule += 1) {
    const id = `rule${rule}`;
    const scope: RouteScope = random.chance(0.3)
      ? { kind: 'family', family: 'test/jumper' }
      : { kind: 'links', links: [random.pick(linkIds)] };
    const via =
      choice.pins && scope.kind === 'links' && random.chance(0.7)
        ? Array.from({ length: random.between(1, 2) }, () =>
            random.chance(0.6)
              ? ({ kind: 'segment', id: random.pick(segmentIds) } as const)
              : ({ kind: 'junction', id: random.pick(places) } as const),
          )
        : [];
    routeRules.set(id, { id, name: id, scope, via, avoid: random.chance(0.6) ? [random.pick(segmentIds)] : [] });
  }
  const diversityGroups = new Map(plan.diversityGroups);
  for (let group = 0; choice.apart && group < 2; group += 1) {
    const id = `apart${group}`;
    const members = { kind: 'links', links: [random.pick(linkIds), random.pick(linkIds), random.pick(linkIds)] } as const;
    diversityGroups.set(id, { id, name: id, members });
  }
  return { ...plan, segments, links, obstacles, routeRules, diversityGroups };
}

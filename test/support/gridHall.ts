/** A hall with a grid of pathways, some missing, and links between cabinets that each hang on a junction of their own. */
import type { Plan } from '../../shared/plan/types.ts';
import { PlanBuilder } from './planBuilder.ts';
import { SeededRandom } from './random.ts';

const PITCH_MM = 4000;
const PATHWAYS = 0.9;

/** `count` links, kept apart by the group `g`, on a grid of `size` × `size` junctions; no two have an end cabinet in common. */
export function gridHall(seed: number, size: number, count: number): Plan {
  const random = new SeededRandom(seed * 7919 + 3);
  const sideMm = size * PITCH_MM + 4000;
  const builder = new PlanBuilder().hall('H', {
    outline: [
      [0, 0],
      [sideMm, 0],
      [sideMm, sideMm],
      [0, sideMm],
    ],
  });
  const at = (step: number): number => 3000 + step * PITCH_MM;
  for (let x = 0; x < size; x += 1) for (let y = 0; y < size; y += 1) builder.junction(`j${x}-${y}`, at(x), at(y));
  for (let x = 0; x < size; x += 1) {
    for (let y = 0; y < size; y += 1) {
      const change = { acceptsDrops: false };
      if (x + 1 < size && random.chance(PATHWAYS)) builder.segment(`h${x}-${y}`, `j${x}-${y}`, `j${x + 1}-${y}`, change);
      if (y + 1 < size && random.chance(PATHWAYS)) builder.segment(`v${x}-${y}`, `j${x}-${y}`, `j${x}-${y + 1}`, change);
    }
  }
  const used = new Set<string>();
  const end = (id: string): string => {
    let [x, y] = [random.between(0, size - 1), random.between(0, size - 1)];
    while (used.has(`${x}-${y}`)) [x, y] = [random.between(0, size - 1), random.between(0, size - 1)];
    used.add(`${x}-${y}`);
    builder.junction(`s${id}`, at(x) + 700, at(y) + 600).segment(`s${id}`, `j${x}-${y}`, `s${id}`);
    builder.cabinet(id, at(x) + 400, at(y) + 100).device(`d${id}`, id, 10);
    return `d${id}:p1`;
  };
  const links = Array.from({ length: count }, (_, link) => {
    builder.link(`l${link}`, end(`a${link}`), end(`b${link}`));
    return `l${link}`;
  });
  return builder.keepApart('g', links).build();
}

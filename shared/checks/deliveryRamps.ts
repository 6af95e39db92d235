/** Ramps on a delivery path: how steep, and how wide between their kerbs. */
import type { Raised } from './types.ts';
import { found, type Way } from './deliveryFinding.ts';
import { must } from '../assert.ts';
import { lineToPolygonMm, middleOf } from '../geometry/polygons.ts';
import { millimetres, percent } from './figures.ts';

/** Assumption: 1 in 12, as for people in wheelchairs; cabinet makers ask for no more, some for less. */
const STEEPEST_PCT = 100 / 12;

export function* rampFindings(way: Way): Generator<Raised> {
  const { contents, path, points, crates } = way;
  for (const { obstacle, polygon } of contents.obstacles) {
    if (obstacle.kind !== 'ramp') continue;
    const isOnPath = points.slice(1).some((to, i) => lineToPolygonMm(must(points[i], 'corner'), to, polygon) === 0);
    if (!isOnPath) continue;
    const at = middleOf(polygon);
    const { id, name, slopePct, clearWidthMm } = obstacle;
    if (slopePct === undefined || clearWidthMm === undefined) {
      yield found(way, 'delivery.ramp-unknown', 'warning', at, [id], {
        message: `Nobody has said how ${slopePct === undefined ? 'steep' : 'wide'} ${name} on ${path.name} is`,
        required: 'slope and clear width',
        actual: 'unknown',
        mend: `Measure ${name} and enter the figures`,
      });
    }
    if (slopePct !== undefined && slopePct > STEEPEST_PCT) {
      yield found(way, 'delivery.ramp-too-steep', 'warning', at, [id], {
        message: `${name} on ${path.name} is steeper than 1 in 12`,
        required: `at most ${percent(STEEPEST_PCT)}`,
        actual: percent(slopePct),
        mend: 'Ask the maker of the cabinets what slope they bear, winch them up, or build a longer ramp',
      });
    }
    if (clearWidthMm !== undefined && crates !== null && clearWidthMm < crates.narrowMm) {
      yield found(way, 'delivery.ramp-too-narrow', 'error', at, [id], {
        message: `${name} on ${path.name} is too narrow for ${crates.who}`,
        required: `at least ${millimetres(crates.narrowMm)}`,
        actual: millimetres(clearWidthMm),
        mend: 'Build a wider ramp, or choose another way',
      });
    }
  }
}

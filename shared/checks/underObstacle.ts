import type { Check, Raised } from './types.ts';
import { boxAround } from '../geometry/shapes.ts';
import { insetRectangle, middleOf, polygonsOverlap, TOUCHING_MM } from '../geometry/polygons.ts';
import { must } from '../assert.ts';
import type { SurveyedCabinet } from '../survey/types.ts';
import { hangs } from '../plan/obstacleKinds.ts';
import { counted, millimetres, named } from './figures.ts';
import { hallContents, type HallContents, type SurveyedObstacle } from './hallContents.ts';

/** Cabinets stay below what hangs over them, and out of the room that a sprinkler needs under it. */
export const underObstacle: Check = {
  codes: ['cabinet.under-obstacle', 'obstacle.height-unknown'],
  title: 'Cabinets stay below what hangs over them',
  rests: ({ plan }) => [plan.halls, plan.obstacles, plan.cabinets, plan.catalog],
  *run({ plan, survey }) {
    if (![...plan.obstacles.values()].some(({ kind }) => hangs(kind))) return;
    for (const contents of hallContents(plan, survey)) {
      for (const placed of contents.obstacles) {
        if (!hangs(placed.obstacle.kind)) continue;
        const under = cabinetsUnder(contents, placed);
        if (under.length > 0) yield* judge(contents, placed, under);
      }
    }
  },
};

function cabinetsUnder(contents: HallContents, { polygon }: SurveyedObstacle): SurveyedCabinet[] {
  return contents.cabinetIndex
    .search(boxAround(polygon))
    .map((position) => must(contents.cabinets[position], 'cabinet found in the index'))
    .filter(({ corners }) => polygonsOverlap(insetRectangle(corners, TOUCHING_MM), polygon));
}

function* judge({ hall }: HallContents, { obstacle, polygon }: SurveyedObstacle, under: readonly SurveyedCabinet[]): Generator<Raised> {
  const { undersideMm, freeBelowMm = 0 } = obstacle;
  if (undersideMm === undefined) {
    yield {
      code: 'obstacle.height-unknown',
      severity: 'warning',
      ids: [obstacle.id],
      place: { hall: hall.id, at: middleOf(polygon) },
      message: `Nobody has said how high ${obstacle.name} hangs over ${counted(under.length, 'cabinet')}`,
      required: 'height of its underside',
      actual: 'unknown',
      mend: `Measure it and enter it in ${obstacle.name}`,
    };
    return;
  }
  const mostMm = undersideMm - freeBelowMm;
  const high = under.filter(({ model }) => model.heightMm > mostMm);
  const tallestMm = high.reduce((tallest, { model }) => Math.max(tallest, model.heightMm), 0);
  const [first] = high;
  if (first === undefined) return;
  const names = named(high.map(({ cabinet }) => cabinet.name).sort());
  const room = freeBelowMm === 0 ? `${obstacle.kind} ${obstacle.name}` : `the free room under ${obstacle.kind} ${obstacle.name}`;
  yield {
    code: 'cabinet.under-obstacle',
    severity: 'error',
    ids: [obstacle.id, ...high.map(({ cabinet }) => cabinet.id)].sort(),
    place: { hall: hall.id, at: middleOf(first.corners) },
    message: `${high.length === 1 ? 'Cabinet' : 'Cabinets'} ${names} ${high.length === 1 ? 'reaches' : 'reach'} into ${room}`,
    required: `at most ${millimetres(mostMm)} high`,
    actual: millimetres(tallestMm),
    mend: `Move ${high.length === 1 ? 'it' : 'them'} from under ${obstacle.name}, or choose a lower model`,
  };
}

/** Risers: laid where trays of two levels meet, and taken out again so that the levels join freely. */
import { mergeJunctions, segmentsAt } from '../../shared/commands/junctions.ts';
import { addRiser } from '../../shared/commands/risers.ts';
import { newId } from '../../shared/plan/ids.ts';
import { toElevationOf } from '../../shared/survey/network.ts';
import type { Plan, Segment } from '../../shared/plan/types.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import type { Planner } from '../state/plannerContext.ts';
import { refusalOf } from './editActions.ts';

/** Lays a riser as wide and deep as the largest tray that it joins, and selects it. */
export function layRiser(planner: Planner, junction: string, lowMm: number, highMm: number): void {
  const { plan } = planner.plan.getState();
  const [first, ...others] = segmentsAt(plan, junction);
  if (first === undefined) return;
  const largest = others.reduce((best, tray) => (tray.widthMm * tray.depthMm > best.widthMm * best.depthMm ? tray : best), first);
  const id = newId('segments', plan, randomBytes);
  const refusal = refusalOf(planner, addRiser, {
    junction,
    lowMm,
    highMm,
    id,
    top: newId('junctions', plan, randomBytes),
    as: { name: nextName(plan.segments), kind: 'ladder', widthMm: largest.widthMm, depthMm: largest.depthMm, massLimitGPerM: null },
  });
  if (refusal !== null) planner.session.setState({ notice: { text: refusal, tone: 'error' } });
  else planner.session.select([{ kind: 'segment', id }]);
}

/** True where a segment stands upright between two levels. */
export function isRiser({ junctions }: Pick<Plan, 'junctions'>, { from, to, ...segment }: Segment): boolean {
  const [low, high] = [junctions.get(from), junctions.get(to)];
  return (
    low !== undefined &&
    high !== undefined &&
    low.xMm === high.xMm &&
    low.yMm === high.yMm &&
    toElevationOf(segment) !== segment.elevationMm
  );
}

/** Joins the two levels of a riser at one junction, and takes it out. */
export function takeRiserOut(planner: Planner, { from, to }: Segment): void {
  const refusal = refusalOf(planner, mergeJunctions, { id: to, into: from });
  if (refusal !== null) planner.session.setState({ notice: { text: refusal, tone: 'error' } });
}

/** `R1`, `R2`, … */
function nextName(segments: ReadonlyMap<string, Segment>): string {
  const taken = new Set([...segments.values()].map(({ name }) => name));
  for (let number = 1; ; number += 1) if (!taken.has(`R${number}`)) return `R${number}`;
}

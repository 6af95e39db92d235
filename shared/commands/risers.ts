/** Risers: a level change at a junction becomes a pathway of its own, with a bed that fills. */
import { changeOf, refuse } from './changeOf.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { segmentsAt } from './junctions.ts';
import { toElevationOf } from '../survey/network.ts';
import type { Command } from './command.ts';
import type { Plan, Segment } from '../plan/types.ts';

export interface AddRiser {
  readonly junction: string;
  /** Two neighbouring levels of the trays that meet there. */
  readonly lowMm: number;
  readonly highMm: number;
  /** Ids of the riser and of the junction at its upper end. */
  readonly id: string;
  readonly top: string;
  readonly as: Pick<Segment, 'name' | 'kind' | 'widthMm' | 'depthMm' | 'massLimitGPerM'>;
}

/** Heights at which trays end at a junction, from low to high. */
export function levelsAt(plan: Pick<Plan, 'segments'>, junction: string): number[] {
  const levels = new Set(segmentsAt(plan, junction).map((segment) => heightAt(segment, junction)));
  return [...levels].sort((a, b) => a - b);
}

/** Leads the cables between two levels of a junction through a riser: what lies above it hangs on a junction of its own. */
export const addRiser: Command<AddRiser> = (plan, { junction: at, lowMm, highMm, id, top, as }) => {
  const found = findAll(plan, 'junctions', [at]);
  if (!found.ok) return found;
  const taken = findTaken(plan, 'junctions', [top]) ?? findTaken(plan, 'segments', [id]);
  if (taken !== null) return fail(taken);
  const [junction] = found.value;
  const levels = levelsAt(plan, at);
  const lower = levels.indexOf(lowMm);
  if (junction === undefined || lower < 0 || levels[lower + 1] !== highMm) {
    return refuse('a riser joins two neighboring levels of trays that meet', 'choose a junction where trays of two levels meet');
  }
  const led = segmentsAt(plan, at)
    .filter((segment) => heightAt(segment, at) >= highMm)
    .map((segment) => ({
      ...segment,
      from: segment.from === at ? top : segment.from,
      to: segment.to === at ? top : segment.to,
    }));
  const riser: Segment = {
    ...as,
    id,
    from: at,
    to: top,
    elevationMm: lowMm,
    toElevationMm: highMm,
    acceptsDrops: false,
    surveyedLengthMm: null,
  };
  return changeOf(plan, `Add riser ${as.name}`, { put: { junctions: [{ ...junction, id: top }], segments: [...led, riser] } });
};

function heightAt(segment: Segment, junction: string): number {
  return segment.from === junction ? segment.elevationMm : toElevationOf(segment);
}

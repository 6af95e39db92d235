/** Laying pathways as they are drawn: one step for the whole run, with the joints that it makes on its way. */
import { addRun, type Split } from './pathways.ts';
import { must } from '../assert.ts';
import { ok, type Result, type UserError } from '../result.ts';
import { refuse } from './changeOf.ts';
import { runJoints, type DrawnRun, type Joint, type RunJoints } from './runJoints.ts';
import { freeTrayNames } from './trayNames.ts';
import type { Command } from './command.ts';
import type { Junction, Plan, Segment } from '../plan/types.ts';

export interface LayRun extends DrawnRun {
  /** At least as many new ids as `idsForRun` asks for; the first are taken, for the segments before the parts cut off. */
  readonly junctionIds: readonly string[];
  readonly segmentIds: readonly string[];
}

export interface RunNeeds {
  readonly junctions: number;
  /** Of the run itself. */
  readonly segments: number;
  /** Parts cut off segments that it joins. */
  readonly parts: number;
}

/** How many new ids a run takes. */
export function idsForRun(plan: Plan, run: DrawnRun): Result<RunNeeds, UserError> {
  const found = runJoints(plan, run);
  return found.ok ? ok(needsOf(found.value)) : found;
}

/** Lays a run through its corners and joins it to what it meets; see `runJoints`. */
export const layRun: Command<LayRun> = (plan, args) => {
  const found = runJoints(plan, args);
  if (!found.ok) return found;
  const { joints, pieces, cuts } = found.value;
  const needs = needsOf(found.value);
  if (args.junctionIds.length < needs.junctions || args.segmentIds.length < needs.segments + needs.parts) {
    return refuse('the run has too few ids', 'give it as many as it asks for');
  }
  const fresh = joints.filter(({ junction }) => junction === null);
  const junctions = fresh.map(({ xMm, yMm }, i): Junction => ({ id: args.junctionIds[i]!, hall: args.hall, xMm, yMm }));
  const idOf = (joint: Joint): string => joint.junction ?? must(args.junctionIds[fresh.indexOf(joint)], 'an id for the joint');
  const names = freeTrayNames(plan, pieces.length);
  const segments = pieces.map(([from, to], i): Segment => ({
    id: args.segmentIds[i]!,
    name: names[i]!,
    from: idOf(from),
    to: idOf(to),
    ...args.as,
    surveyedLengthMm: null,
  }));
  const places = cuts.flatMap(({ segment, at }) => at.map((joint) => ({ segment, joint })));
  const splits = places.map(({ segment, joint }, i): Split => ({
    segment,
    junction: idOf(joint),
    newId: args.segmentIds[pieces.length + i]!,
  }));
  return addRun(plan, { junctions, segments, splits });
};

function needsOf({ joints, pieces, cuts }: RunJoints): RunNeeds {
  return {
    junctions: joints.filter(({ junction }) => junction === null).length,
    segments: pieces.length,
    parts: cuts.reduce((sum, { at }) => sum + at.length, 0),
  };
}

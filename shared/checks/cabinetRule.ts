/** Rules that judge cabinet by cabinet: after an edit, only those that changed and their neighbors are judged again. */
import { growBox } from '../geometry/boxIndex.ts';
import { boxesMeet, type Box } from '../geometry/shapes.ts';
import { must } from '../assert.ts';
import { haveSameGrounds } from './earlierRun.ts';
import type { Check, CheckContext, CheckInput, Raised, RunKey } from './types.ts';

export interface CabinetRule<Note> {
  readonly codes: readonly string[];
  readonly title: string;
  /** Objects beside the cabinet, its model and its devices on which a judgement rests. */
  readonly grounds: (input: CheckInput) => readonly unknown[];
  /** How far around its box other cabinets matter to a cabinet; null: not at all. */
  readonly reachMm: (input: CheckInput) => number | null;
  /** What is noted of one cabinet (a row of the survey). */
  readonly judge: (input: CheckInput, row: number) => Iterable<Note>;
  /** Breaches from the notes of all cabinets, by row, ascending. */
  readonly findings: (input: CheckInput, notes: readonly CabinetNotes<Note>[]) => Iterable<Raised>;
}

export interface CabinetNotes<Note> {
  readonly row: number;
  readonly notes: readonly Note[];
}

/** A check by a rule that notes breaches themselves. */
export function checkEachCabinet(rule: Omit<CabinetRule<Raised>, 'findings'>): Check {
  return checkCabinets({ ...rule, findings: (_input, all) => all.flatMap(({ notes }) => notes) });
}

/** A check that keeps each run's notes, and carries those over that still hold. */
export function checkCabinets<Note>(rule: CabinetRule<Note>): Check {
  const notesOfRun = new WeakMap<RunKey, readonly CabinetNotes<Note>[]>();
  return {
    codes: rule.codes,
    title: rule.title,
    *run(input, context) {
      const notes = notesOf(rule, input, context, notesOfRun);
      notesOfRun.set(context.run, notes);
      yield* rule.findings(input, notes);
    },
  };
}

function notesOf<Note>(
  rule: CabinetRule<Note>,
  input: CheckInput,
  { earlier }: CheckContext,
  notesOfRun: WeakMap<RunKey, readonly CabinetNotes<Note>[]>,
): readonly CabinetNotes<Note>[] {
  const kept = earlier === null ? undefined : notesOfRun.get(earlier.run);
  const changed = earlier?.cabinets ?? null;
  if (
    earlier === null ||
    kept === undefined ||
    changed === null ||
    changed.length > MOST_CHANGED ||
    !haveSameGrounds(rule.grounds, input, earlier.input)
  ) {
    return judged(rule, input, [...input.survey.cabinets.keys()]);
  }
  const again = new Set(changed);
  const reachMm = rule.reachMm(input);
  if (reachMm !== null) for (const row of neighbors(input, earlier.input, changed, reachMm)) again.add(row);
  if (again.size === 0) return kept;
  const fresh = judged(rule, input, [...again]);
  return [...kept.filter(({ row }) => !again.has(row)), ...fresh].sort((a, b) => a.row - b.row);
}

function judged<Note>(rule: CabinetRule<Note>, input: CheckInput, rows: readonly number[]): CabinetNotes<Note>[] {
  const found: CabinetNotes<Note>[] = [];
  for (const row of rows) {
    const notes = [...rule.judge(input, row)];
    if (notes.length > 0) found.push({ row, notes });
  }
  return found;
}

/** More changed cabinets than this are no edit but a new layout. */
const MOST_CHANGED = 200;

/** Cabinets near where the changed ones stood, or stand now. */
function* neighbors(input: CheckInput, before: CheckInput, changed: readonly number[], reachMm: number): Generator<number> {
  const around = changed.flatMap((row): Box[] =>
    [input, before].map(({ survey }) => growBox(must(survey.cabinets[row], 'cabinet').box, reachMm)),
  );
  for (const [row, { box }] of input.survey.cabinets.entries()) if (around.some((one) => boxesMeet(one, box))) yield row;
}

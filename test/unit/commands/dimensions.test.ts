import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { dimensions as rule } from '../../../shared/checks/dimensions.ts';
import { addDimensions, setDimensions } from '../../../shared/commands/dimensions.ts';
import { setHallOutline } from '../../../shared/commands/halls.ts';
import { redoStep, runCommand, undoStep } from '../../../shared/commands/history.ts';
import { moveThings } from '../../../shared/commands/move.ts';
import { removeThings } from '../../../shared/commands/remove.ts';
import { placeDimension } from '../../../shared/plan/dimensionPlaces.ts';
import { parsePlanText } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Command } from '../../../shared/commands/command.ts';
import type { Dimension } from '../../../shared/plan/drawingAids.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { raisedBy } from '../../support/raisedBy.ts';

/** Two cabinets (600 × 1200) one behind the other, 1300 apart, and a column. */
const bare = new PlanBuilder()
  .hall()
  .cabinet('A01', 3000, 2000)
  .cabinet('B01', 3000, 4500)
  .obstacle('col', rectangle(8000, 8000, 400, 400))
  .junction('j', 1000, 1000)
  .junction('k', 5000, 1000)
  .segment('t', 'j', 'k')
  .build();

const aisle: Dimension = {
  id: 'dim-1',
  hall: 'H',
  a: { kind: 'cabinet', id: 'A01', corner: 2 },
  b: { kind: 'cabinet', id: 'B01', corner: 1 },
  axis: 'y',
  offsetMm: 300,
  leastMm: 1200,
  mostMm: null,
};

function after<A>(plan: Plan, command: Command<A>, args: A): Plan {
  const run = runCommand(plan, command, args);
  if (!run.ok) throw new Error(run.error.message);
  const { plan: next, step } = run.value;
  if (step !== null) {
    expect(serializePlan(undoStep(next, step))).toBe(serializePlan(plan));
    expect(serializePlan(redoStep(plan, step))).toBe(serializePlan(next));
  }
  return next;
}

const withAisle = after(bare, addDimensions, { dimensions: [aisle] });

function lengthOf(plan: Plan, id = 'dim-1'): number | null {
  return placeDimension(plan, must(plan.dimensions.get(id), id))?.lengthMm ?? null;
}

function raised(plan: Plan): string[] {
  const derived = derive(plan);
  const input = { plan, survey: derived.survey, cabling: derived.cabling, takeoff: derived.takeoff };
  return raisedBy(rule, input).map(({ code, required, actual }) => `${code}: ${required}, ${actual}`);
}

describe('dimensions', () => {
  it('measure between corners, follow what they are tied to, and are written to the file', () => {
    expect(lengthOf(withAisle)).toBe(1300);
    const moved = after(withAisle, moveThings, { cabinets: ['B01'], dxMm: 400, dyMm: -200 });
    expect(lengthOf(moved)).toBe(1100);
    const straight = after(moved, setDimensions, { ids: ['dim-1'], set: { axis: 'straight' } });
    expect(lengthOf(straight)).toBe(Math.round(Math.hypot(400, 1100)));
    const read = parsePlanText(serializePlan(straight));
    expect(read.ok && serializePlan(read.value)).toBe(serializePlan(straight));
    expect(serializePlan(bare)).not.toContain('dimensions');
  });

  it('are findings under their rule, on either side of it', () => {
    expect(raised(withAisle)).toEqual([]);
    expect(raised(after(withAisle, moveThings, { cabinets: ['B01'], dxMm: 0, dyMm: -101 }))).toEqual([
      'dimension.too-short: at least 1200 mm, 1199 mm',
    ]);
    const limited = after(withAisle, setDimensions, { ids: ['dim-1'], set: { mostMm: 1250 } });
    expect(raised(limited)).toEqual(['dimension.too-long: at most 1250 mm, 1300 mm']);
    const impossible = runCommand(withAisle, setDimensions, { ids: ['dim-1'], set: { mostMm: 1000 } });
    expect(!impossible.ok && impossible.error.message).toContain('must not ask for more than it allows');
  });

  it('go with a cabinet or a column, and stay as a place where a junction or a corner goes', () => {
    expect(after(withAisle, removeThings, { cabinets: ['A01'] }).dimensions.size).toBe(0);
    const joint: Dimension = {
      ...aisle,
      id: 'dim-2',
      a: { kind: 'junction', id: 'j' },
      b: { kind: 'hall', id: 'H', corner: 2 },
      axis: 'x',
    };
    const both = after(withAisle, addDimensions, { dimensions: [joint] });
    const cut = after(both, removeThings, { segments: ['t'] });
    expect(cut.dimensions.get('dim-2')?.a).toEqual({ kind: 'place', xMm: 1000, yMm: 1000 });
    // A corner put in before the one that is tied.
    const outline = [
      [0, 0],
      [10_000, 0],
      [20_000, 0],
      [20_000, 15_000],
      [0, 15_000],
    ] as const;
    const cornered = after(both, setHallOutline, { id: 'H', outline });
    expect(cornered.dimensions.get('dim-2')?.b).toMatchObject({ corner: 3 });
    expect(lengthOf(cornered, 'dim-2')).toBe(lengthOf(both, 'dim-2'));
  });

  it('are refused between places that are one, that are not there, or that lie in two halls', () => {
    const refusal = (change: Partial<Dimension>): string => {
      const run = runCommand(bare, addDimensions, { dimensions: [{ ...aisle, ...change }] });
      return run.ok ? 'ran' : run.error.message;
    };
    expect(refusal({ b: aisle.a })).toContain('in one place');
    expect(refusal({ b: { kind: 'cabinet', id: 'B01', corner: 7 } })).toContain('not there');
    expect(refusal({ b: { kind: 'cabinet', id: 'gone', corner: 0 } })).toContain('not there');
    expect(refusal({ hall: 'elsewhere' })).toContain('different halls');
  });
});

/** What growth must not bring along: findings that neither the plan had nor the same hall has where it is generated at once. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { expansionOf } from '../../../shared/expansion/expansion.ts';
import { growPlan } from '../../../shared/expansion/growPlan.ts';
import { stepTitle } from '../../../shared/expansion/stepTexts.ts';
import type { Plan, Segment } from '../../../shared/plan/types.ts';
import type { Result, UserError } from '../../../shared/result.ts';
import { generateRailOptimised } from '../../../shared/templates/railOptimised.ts';
import { generateSuperpod } from '../../../shared/templates/superpod/superpod.ts';

const catalog = loadCatalog();
const planOf = (result: Result<Plan, UserError>): Plan => must(result.ok ? result.value : null, 'plan');

describe('growth by one unit', () => {
  it.each([
    ['h100', 1, 'central'],
    ['b200', 2, 'row-ends'],
    ['h100', 3, 'end-row'],
    ['h100', 8, 'row-ends'],
    ['h100', 3, null],
  ] as const)('of %s from %i (%s; null: a superpod) brings no finding of its own', (preset, su, placement) => {
    const at = (units: number): Plan =>
      placement === null
        ? planOf(generateSuperpod(catalog, { su: units }))
        : planOf(generateRailOptimised(catalog, { preset, su: units, placement }));
    const before = at(su);
    const grown = growPlan(before, { fabric: null, su: null });
    const { plan, notes } = must(grown.ok ? grown.value : null, grown.ok ? '' : grown.error.message);
    const known = new Set([before, at(su + 1)].flatMap((other) => derive(other).findings.map(({ code }) => code)));
    const after = derive(plan);
    expect(after.findings.filter(({ code }) => !known.has(code)).map(({ message }) => message)).toEqual([]);
    // Names of what is new go on as those that stand do.
    const fresh = [...plan.segments.values()].filter(({ id }) => !before.segments.has(id));
    expect(fresh.map(({ name }) => name).filter((name) => name.includes('grown'))).toEqual([]);
    const widened = [...before.segments.values()].filter(({ id, widthMm }) => plan.segments.get(id)?.widthMm !== widthMm);
    expect(notes.some((note) => note.startsWith('pathways that stand are made larger'))).toBe(widened.length > 0);
  });

  it('widens the trays that it would overfill, in the first step', () => {
    const roomy = planOf(generateRailOptimised(catalog, { preset: 'h100', su: 8, placement: 'row-ends' }));
    const narrow = (one: Segment): Segment => (one.kind === 'ladder' ? { ...one, widthMm: one.widthMm / 2 } : one);
    const before = { ...roomy, segments: new Map([...roomy.segments].map(([id, one]) => [id, narrow(one)])) };
    const grown = growPlan(before, { fabric: null, su: null });
    const { plan, notes } = must(grown.ok ? grown.value : null, 'grown');
    expect(notes.join()).toContain('pathways that stand are made larger');
    expect(stepTitle(must(expansionOf(derive(before), derive(plan)).steps[0], 'step'))).toMatch(/^Widen \d+ pathways?, place 18 cabinets/u);
  });
});

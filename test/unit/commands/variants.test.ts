/** Variants: nothing is lost by forking, switching and going back; what is taken over is sound, or refused with a remedy. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/commands/command.ts';
import { redoStep, runCommand, undoStep } from '../../../shared/commands/history.ts';
import { moveThings } from '../../../shared/commands/move.ts';
import { removeThings } from '../../../shared/commands/remove.ts';
import { forkVariant, removeVariant, renameVariant, switchVariant, takeOver } from '../../../shared/commands/variants.ts';
import { diffPlans } from '../../../shared/diff/planDiff.ts';
import { parsePlan, parsePlanText } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { ownVariant, planOfVariant, variantNames } from '../../../shared/plan/variants.ts';
import { planArbitrary } from '../../support/arbitraries.ts';
import { runSeed, seedArbitrary } from '../../support/randomCommands.ts';

function sample(): Plan {
  const read = parsePlan(readFileSync(new URL('../../../assets/samples/eight-cabinets.raceway', import.meta.url)));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

function done<A>(plan: Plan, command: Command<A>, args: A): Plan {
  const ran = runCommand(plan, command, args);
  if (!ran.ok) throw new Error(ran.error.message);
  return ran.value.plan;
}

function refusal<A>(plan: Plan, command: Command<A>, args: A): string {
  const ran = runCommand(plan, command, args);
  return ran.ok ? 'done' : `${ran.error.message}; ${ran.error.remedy}`;
}

function reread(plan: Plan): Plan {
  const read = parsePlanText(serializePlan(plan));
  if (!read.ok) throw new Error(`${read.error.path ?? ''} ${read.error.message}`);
  return read.value;
}

/** Two variants: `Main`, and `Wide`, which is worked on and has A01 moved. */
function forked(): Plan {
  const fork = done(sample(), forkVariant, { id: 'var-1', name: ' Wide ' });
  return done(fork, moveThings, { cabinets: ['A01'], dxMm: 0, dyMm: 250 });
}

/** The bytes of a plan without its siblings and its name. */
function alone({ variant: _variant, ...rest }: Plan): string {
  return serializePlan({ ...rest, variants: new Map(), name: '' });
}

describe('variants', () => {
  it('of any plan and any edits come back as they were left, to the byte, also through a file and by undo', () => {
    const edits = fc.array(seedArbitrary, { maxLength: 6 });
    fc.assert(
      fc.property(planArbitrary, edits, edits, (first, seedsA, seedsB) => {
        const edited = (plan: Plan, seeds: typeof seedsA): Plan =>
          seeds.reduce((current, seed) => {
            const ran = runSeed(current, seed);
            return ran.ok && ran.value.plan.variant === current.variant && ran.value.plan.variants === current.variants
              ? ran.value.plan
              : current;
          }, plan);
        const plan = edited(first, seedsA);
        const fork = edited(done(plan, forkVariant, { id: 'var-1', name: 'Fork' }), seedsB);
        const ran = runCommand(fork, switchVariant, { id: 'main' });
        if (!ran.ok) throw new Error(ran.error.message);
        const back = ran.value.plan;
        expect(alone(back)).toBe(alone(plan));
        expect(alone(done(reread(back), switchVariant, { id: 'var-1' }))).toBe(alone(fork));
        expect(serializePlan(undoStep(back, ran.value.step!))).toBe(serializePlan(fork));
        expect(serializePlan(redoStep(fork, ran.value.step!))).toBe(serializePlan(back));
        expect(serializePlan(reread(back))).toBe(serializePlan(back));
      }),
      { numRuns: 60 },
    );
  });

  it('are named, renamed and deleted; a file without any says nothing of them', () => {
    const plan = forked();
    expect(variantNames(plan).map(({ name }) => name)).toEqual(['Main', 'Wide']);
    expect(ownVariant(plan).name).toBe('Wide');
    expect(refusal(plan, forkVariant, { id: 'var-2', name: 'main' })).toBe('there is a variant Main already; choose another name');
    expect(refusal(plan, renameVariant, { id: 'main', name: '  ' })).toMatch(/^a name cannot be blank/);
    expect(refusal(plan, removeVariant, { id: 'var-1' })).toBe('Wide is the variant you work on; switch to another one first');
    expect(refusal(plan, switchVariant, { id: 'gone' })).toMatch(/choose another variant$/);
    const renamed = done(done(plan, renameVariant, { id: 'main', name: 'As ordered' }), renameVariant, { id: 'var-1', name: 'Wider' });
    expect(variantNames(reread(renamed)).map(({ name }) => name)).toEqual(['As ordered', 'Wider']);
    expect(done(renamed, removeVariant, { id: 'main' }).variants.size).toBe(0);
    expect(serializePlan(sample())).not.toContain('"variant');
  });

  it('write what is wrong with one by its line', () => {
    const text = serializePlan(forked()).replace(/("variants":[^]*"id":"A01",)"hall":"hall-1"/, '$1"hall":"nowhere"');
    const read = parsePlanText(text);
    expect(read.ok ? null : [read.error.code, read.error.path]).toEqual(['plan.broken-reference', 'variants.main.cabinets.A01.hall']);
    expect(read.ok ? 0 : text.split('\n')[read.error.line! - 1]).toContain('"hall":"nowhere"');
  });

  it('give what is picked in one undo step, and refuse what would lead nowhere', () => {
    const wide = done(forked(), removeThings, { cabinets: ['B02'] });
    const plan = done(wide, switchVariant, { id: 'main' });
    const changes = diffPlans(plan, planOfVariant(plan, 'var-1')!);
    const ran = runCommand(plan, takeOver, { from: 'var-1', changes: ['cabinets A01'] });
    if (!ran.ok) throw new Error(ran.error.message);
    expect(ran.value.step?.label).toBe('Take over 1 change from Wide');
    expect(ran.value.plan.cabinets.get('A01')?.yMm).toBe(2050);
    expect(ran.value.plan.cabinets.has('B02')).toBe(true);
    expect(undoStep(ran.value.plan, ran.value.step!)).toEqual(plan);
    expect(refusal(plan, takeOver, { from: 'var-1', changes: ['cabinets B02'] })).toMatch(
      /^cabinet B02 cannot be taken over without (device|fabric) .+; take over (device|fabric) .+ too$/,
    );
    expect(refusal(plan, takeOver, { from: 'var-1', changes: ['cabinets Z99'] })).toBe(
      '1 difference to Wide went meanwhile; compare again and choose anew',
    );
    const all = done(plan, takeOver, { from: 'var-1', changes: changes.map(({ key }) => key) });
    expect(diffPlans(all, planOfVariant(all, 'var-1')!)).toEqual([]);
  });
});

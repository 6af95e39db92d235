/** Figures of a plan with full pathways: the first at once, the settled ones as they come, and a way out meanwhile. */
import type { Patch } from 'immer';
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { summarize } from '../../../shared/engine/summary.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { crowdedHall } from '../../support/crowdedHall.ts';
import { SlowEngine } from '../../support/slowEngine.ts';

/** Too full for one of its cables. */
const hall = crowdedHall(36);

function moveBy(plan: Plan, dxMm: number): { readonly plan: Plan; readonly patches: readonly Patch[] } {
  const [id, cabinet] = must([...plan.cabinets][0], 'cabinet');
  const xMm = cabinet.xMm + dxMm;
  return {
    plan: { ...plan, cabinets: new Map(plan.cabinets).set(id, { ...cabinet, xMm }) },
    patches: [{ op: 'replace', path: ['cabinets', id, 'xMm'], value: xMm }],
  };
}

const requiredMm = (plan: Plan): number => derive(plan).takeoff.cables.requiredMm;

describe('figures of full pathways', () => {
  it('come at once and then settled, the same as from scratch', () => {
    const engine = new SlowEngine(hall).settle();
    const moved = moveBy(hall, 40);
    engine.session.receive({ type: 'patch', from: 0, to: 1, patches: moved.patches });
    engine.settle();
    const ofMove = engine.of('result').filter(({ revision }) => revision === 1);
    expect(ofMove.map(({ solving }) => solving.length > 0)).toEqual([true, false]);
    const { takeoff, findings } = derive(moved.plan);
    expect({ ...ofMove.at(-1)!.summary, elapsedMs: 0 }).toEqual(summarize(takeoff, findings, 0));
  });

  it('keep their findings of room while it is sought, so that nothing flickers', () => {
    const engine = new SlowEngine(hall).settle();
    const codes = (at: number) => {
      const { scene } = must(engine.of('result').at(at), 'result');
      return scene.markers.filter(({ code }) => code === 'cable.no-room' || code === 'pathway.over-fill').map(({ id }) => id);
    };
    const before = codes(-1);
    engine.session.receive({ type: 'patch', from: 0, to: 1, patches: moveBy(hall, 40).patches });
    engine.untilInterim();
    expect(codes(-1)).toEqual(before);
  });

  it('tell what is done and how far it is, never less than before', () => {
    const engine = new SlowEngine(hall).settle();
    const told = engine.of('progress');
    expect(told.map(({ doing }) => doing)).toEqual(
      expect.arrayContaining(['Surveying the hall', 'Finding room in full pathways', 'Checking']),
    );
    expect(told.map(({ share }) => share)).toEqual(told.map(({ share }) => share).toSorted((a, b) => a - b));
    expect(told.every(({ share }) => share >= 0 && share < 1)).toBe(true);
  });

  it('are given up when the plan changes again', () => {
    const engine = new SlowEngine(hall).settle();
    const first = moveBy(hall, 40);
    engine.session.receive({ type: 'patch', from: 0, to: 1, patches: first.patches });
    engine.untilInterim();
    const second = moveBy(first.plan, 40);
    engine.session.receive({ type: 'patch', from: 1, to: 2, patches: second.patches });
    engine.settle();
    const last = engine.results().filter(({ revision }) => revision > 0);
    expect(last.map(({ revision, settled }) => [revision, settled])).toEqual([
      [1, false],
      [2, false],
      [2, true],
    ]);
    expect(last.at(-1)!.requiredMm).toBe(requiredMm(second.plan));
  });

  it('of a gesture give way to newer ones of it', () => {
    const engine = new SlowEngine(hall).settle();
    engine.session.receive({ type: 'preview', revision: 0, patches: moveBy(hall, 40).patches });
    engine.untilInterim();
    const newest = moveBy(hall, 80);
    engine.session.receive({ type: 'preview', revision: 0, patches: newest.patches });
    engine.settle();
    const previews = engine.results().filter(({ preview }) => preview);
    expect(previews.map(({ settled }) => settled)).toEqual([false, false, true]);
    expect(previews.at(-1)!.requiredMm).toBe(requiredMm(newest.plan));
  });

  it('are taken up again after a gesture that changes nothing', () => {
    const engine = new SlowEngine(hall).untilInterim();
    engine.session.receive({ type: 'preview', revision: 0, patches: moveBy(hall, 40).patches });
    engine.untilInterim();
    engine.session.receive({ type: 'preview', revision: 0, patches: null });
    engine.settle();
    expect(engine.results().at(-1)).toEqual({ revision: 0, preview: false, settled: true, requiredMm: requiredMm(hall) });
  });

  it('can be left and taken up again; what is asked is answered from those that stand', () => {
    const engine = new SlowEngine(hall).untilInterim();
    engine.session.receive({ type: 'cancel' });
    engine.session.receive({ type: 'question', request: 1, question: { ask: 'lengths', rules: null } });
    engine.session.receive({
      type: 'question',
      request: 2,
      question: { ask: 'rows', table: 'cables', query: { sort: null, filter: '', from: 0, count: 1, scope: null } },
    });
    engine.settle();
    expect(engine.of('cancelled')).toEqual([{ type: 'cancelled', revision: 0 }]);
    expect(engine.results().every(({ settled }) => !settled)).toBe(true);
    // Lengths are ordered by, so they wait for figures that are settled.
    expect(engine.of('answer').map(({ request }) => request)).toEqual([2]);
    engine.session.receive({ type: 'resume' });
    engine.settle();
    expect(engine.results().at(-1)).toMatchObject({ settled: true, requiredMm: requiredMm(hall) });
    expect(engine.of('answer').map(({ request }) => request)).toEqual([2, 1]);
  });
});

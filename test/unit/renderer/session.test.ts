import type { Patch } from 'immer';
import { describe, expect, it } from 'vitest';
import { moveThings } from '../../../shared/commands/move.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { addLinks } from '../../../shared/commands/fabrics.ts';
import { explain } from '../../../shared/engine/explain.ts';
import { derive } from '../../../shared/engine/engine.ts';
import type { EngineMessage, Explanation, RowQuery, RowWindow } from '../../../shared/engine/protocol.ts';
import { createEngineSession, type EngineSession } from '../../../shared/engine/session.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { JUMPER_PARTS } from '../../support/planBuilder.ts';
import { twoCabinets } from '../../support/twoCabinets.ts';

class Engine {
  readonly messages: EngineMessage[] = [];
  readonly session: EngineSession = createEngineSession({
    post: (message) => this.messages.push(message),
    now: () => 1,
    templates: { list: () => [], counts: () => notThere, generate: () => notThere },
  });

  /** Works until there is nothing left to do. */
  settle(): this {
    while (this.session.step());
    return this;
  }

  of<T extends EngineMessage['type']>(type: T): Extract<EngineMessage, { type: T }>[] {
    return this.messages.filter((message): message is Extract<EngineMessage, { type: T }> => message.type === type);
  }

  rows(table: 'cables' | 'bom' | 'findings', query: Partial<RowQuery> = {}): RowWindow<typeof table> {
    this.session.receive({
      type: 'question',
      request: 99,
      question: { ask: 'rows', table, query: { sort: null, filter: '', from: 0, count: 100, scope: null, ...query } },
    });
    this.settle();
    return this.of('answer').at(-1)!.value as RowWindow<typeof table>;
  }
}

const notThere = { ok: false, error: { code: 'none', message: 'none', remedy: 'none' } } as const;
const bytesOf = (plan: Plan): Uint8Array => new TextEncoder().encode(serializePlan(plan));

function move(plan: Plan, dxMm: number): { readonly plan: Plan; readonly patches: readonly Patch[] } {
  const outcome = runCommand(plan, moveThings, { cabinets: ['A02'], dxMm, dyMm: 0 });
  if (!outcome.ok || outcome.value.step === null) throw new Error('the move was refused');
  return { plan: outcome.value.plan, patches: outcome.value.step.redo };
}

describe('the engine session', () => {
  it('reads a file, hands the plan over and works out its figures', () => {
    const engine = new Engine();
    engine.session.receive({ type: 'load', request: 1, revision: 5, bytes: bytesOf(twoCabinets()) });
    engine.settle();
    expect(serializePlan(engine.of('loaded')[0]!.plan)).toBe(serializePlan(twoCabinets()));
    const [result] = engine.of('result');
    expect(result).toMatchObject({ revision: 5, preview: false });
    expect(result!.summary).toMatchObject({ links: 3, cables: 3, cabinets: 2 });
  });

  it('refuses a bad file and keeps the plan that it had', () => {
    const engine = new Engine();
    engine.session.receive({ type: 'adopt', revision: 1, plan: twoCabinets() });
    engine.settle();
    engine.session.receive({ type: 'load', request: 2, revision: 2, bytes: new TextEncoder().encode('{"format":') });
    engine.settle();
    expect(engine.of('refused')).toHaveLength(1);
    expect(engine.rows('cables').revision).toBe(1);
  });

  it('gives after patches what it gives from scratch', () => {
    const engine = new Engine();
    let plan = twoCabinets();
    engine.session.receive({ type: 'adopt', revision: 0, plan });
    engine.settle();
    for (let revision = 0; revision < 3; revision += 1) {
      const moved = move(plan, 400);
      plan = moved.plan;
      engine.session.receive({ type: 'patch', from: revision, to: revision + 1, patches: moved.patches });
      engine.settle();
    }
    const last = engine.of('result').at(-1)!;
    expect(last.revision).toBe(3);
    expect(last.summary.requiredMm).toBe(derive(plan).takeoff.cables.requiredMm);
  });

  it('asks for the plan when a patch starts from another revision', () => {
    const engine = new Engine();
    engine.session.receive({ type: 'adopt', revision: 4, plan: twoCabinets() });
    engine.session.receive({ type: 'patch', from: 7, to: 8, patches: [] });
    expect(engine.of('stale')).toEqual([{ type: 'stale', revision: 4 }]);
  });

  it('leaves the work on an older revision when a newer patch comes', () => {
    const engine = new Engine();
    const first = move(twoCabinets(), 100);
    const second = move(first.plan, 100);
    engine.session.receive({ type: 'adopt', revision: 0, plan: twoCabinets() });
    engine.session.step();
    engine.session.receive({ type: 'patch', from: 0, to: 1, patches: first.patches });
    engine.session.step();
    engine.session.receive({ type: 'patch', from: 1, to: 2, patches: second.patches });
    engine.settle();
    expect(engine.of('result').map(({ revision }) => revision)).toEqual([2]);
  });

  it('answers a preview without keeping it, and goes back to the plan when it ends', () => {
    const engine = new Engine();
    const plan = twoCabinets();
    engine.session.receive({ type: 'adopt', revision: 0, plan });
    engine.settle();
    engine.session.receive({ type: 'preview', revision: 0, patches: move(plan, 1000).patches });
    engine.settle();
    engine.session.receive({ type: 'preview', revision: 0, patches: null });
    engine.settle();
    const [before, during, after] = engine.of('result');
    expect(during!.preview).toBe(true);
    expect(during!.summary.requiredMm).toBeGreaterThan(before!.summary.requiredMm);
    expect(after).toMatchObject({ preview: false, summary: { requiredMm: before!.summary.requiredMm } });
    expect(engine.rows('cables').revision).toBe(0);
  });

  it('finishes the preview under way and then takes the newest, passing over those between', () => {
    const engine = new Engine();
    const plan = twoCabinets();
    engine.session.receive({ type: 'adopt', revision: 0, plan });
    engine.settle();
    const required = (dxMm: number): number => derive(move(plan, dxMm).plan).takeoff.cables.requiredMm;
    engine.session.receive({ type: 'preview', revision: 0, patches: move(plan, 100).patches });
    engine.session.step();
    engine.session.receive({ type: 'preview', revision: 0, patches: move(plan, 200).patches });
    engine.session.receive({ type: 'preview', revision: 0, patches: move(plan, 300).patches });
    engine.settle();
    const previews = engine.of('result').filter(({ preview }) => preview);
    expect(previews.map(({ summary }) => summary.requiredMm)).toEqual([required(100), required(300)]);
  });

  it('drops a preview of an older revision', () => {
    const engine = new Engine();
    const plan = twoCabinets();
    const moved = move(plan, 100);
    engine.session.receive({ type: 'adopt', revision: 0, plan });
    engine.session.receive({ type: 'patch', from: 0, to: 1, patches: moved.patches });
    engine.session.receive({ type: 'preview', revision: 0, patches: moved.patches });
    engine.settle();
    expect(engine.of('result').map(({ preview }) => preview)).toEqual([false]);
  });

  it('lets questions about figures wait until the figures are those of the plan', () => {
    const engine = new Engine();
    engine.session.receive({ type: 'question', request: 1, question: { ask: 'explain', id: 'A01' } });
    engine.settle();
    expect(engine.of('answer')).toEqual([]);
    engine.session.receive({ type: 'adopt', revision: 0, plan: twoCabinets() });
    engine.settle();
    expect(engine.of('answer')).toMatchObject([{ request: 1, value: { kind: 'cabinet', id: 'A01' } }]);
  });

  it('explains a cable that nobody has drawn yet, and leaves the plan and its figures alone', () => {
    const engine = new Engine();
    const plan = twoCabinets();
    const link = { id: 'new', a: { device: 's1', port: '4/1' }, b: { device: 's2', port: '4/1' }, parts: JUMPER_PARTS };
    const tried = runCommand(plan, addLinks, { links: [link], parts: { cableFamilies: [], transceivers: [] } });
    if (!tried.ok) throw new Error(tried.error.message);
    const patches = tried.value.step?.redo ?? [];
    engine.session.receive({ type: 'adopt', revision: 0, plan });
    for (const [request, revision] of [
      [1, 0],
      [2, 7],
    ] as const)
      engine.session.receive({ type: 'question', request, question: { ask: 'explainTried', revision, patches, id: 'new' } });
    engine.session.receive({ type: 'question', request: 3, question: { ask: 'explain', id: 'new' } });
    engine.settle();
    const [answer, late, real] = engine.of('answer').map(({ value }) => value as Explanation | null);
    expect(answer).toEqual(explain(derive(tried.value.plan), 'new'));
    expect([late, real]).toEqual([null, null]);
    expect(engine.of('result')).toHaveLength(1);
  });

  it('writes the plan with every patch in it', () => {
    const engine = new Engine();
    const moved = move(twoCabinets(), 500);
    engine.session.receive({ type: 'adopt', revision: 0, plan: twoCabinets() });
    engine.session.receive({ type: 'patch', from: 0, to: 1, patches: moved.patches });
    engine.session.receive({ type: 'question', request: 3, question: { ask: 'serialize' } });
    engine.settle();
    expect(new TextDecoder().decode(engine.of('answer')[0]!.value as Uint8Array)).toBe(serializePlan(moved.plan));
  });
});

describe('rows by windows', () => {
  const engine = new Engine();
  engine.session.receive({ type: 'adopt', revision: 0, plan: twoCabinets() });
  engine.settle();

  it('gives the rows asked for, and how many there are', () => {
    const window = engine.rows('cables', { from: 1, count: 1 });
    expect(window).toMatchObject({ matching: 3, total: 3, from: 1 });
    expect(window.rows.map(({ id }) => id)).toEqual(['L2']);
  });

  it('sorts both ways', () => {
    expect(engine.rows('cables', { sort: { by: 'id', descending: true } }).rows.map(({ id }) => id)).toEqual(['L3', 'L2', 'L1']);
  });

  it('filters by every word', () => {
    expect(engine.rows('cables', { filter: 'a01 l2' }).rows.map(({ id }) => id)).toEqual(['L2']);
    expect(engine.rows('cables', { filter: 'nowhere' }).matching).toBe(0);
  });

  it('keeps to cables through the things of a scope', () => {
    expect(engine.rows('cables', { scope: ['tray'] }).matching).toBe(3);
    expect(engine.rows('cables', { scope: ['L1'] }).rows.map(({ id }) => id)).toEqual(['L1']);
    expect(engine.rows('cables', { scope: ['A02'] }).matching).toBe(3);
    expect(engine.rows('cables', { scope: ['gone'] }).matching).toBe(0);
  });
});

describe('the scene', () => {
  it('merges cables along a tray from landing to landing, and has a drop at each end', () => {
    const engine = new Engine();
    engine.session.receive({ type: 'adopt', revision: 0, plan: twoCabinets() });
    engine.settle();
    const { scene } = engine.of('result')[0]!;
    expect(scene.spans.count).toBe(1);
    expect(scene.segments[scene.spans.segment[0]!]).toBe('tray');
    expect(scene.spans.cables[0]).toBe(3);
    expect([...scene.drops.cables]).toEqual([3, 3]);
    const ends = [...scene.drops.landingXMm].sort((a, b) => a - b);
    expect([1000 + scene.spans.fromMm[0]!, 1000 + scene.spans.toMm[0]!]).toEqual(ends);
  });
});

/** What a gesture paints again: on a large hall each layer costs milliseconds of every frame. */
import { describe, expect, it, vi } from 'vitest';
import { watchForRedraw, type RedrawLayer } from '../../../renderer/canvas/redraw.ts';
import { NO_PREVIEW } from '../../../renderer/tools/preview.ts';
import type { Marker } from '../../../shared/engine/protocol.ts';
import { seat } from '../../support/plannerSeat.ts';

const marker: Marker = { id: 'm', code: 'hall.over-power', severity: 'error', hall: 'H', xMm: 0, yMm: 0, message: 'm' };

/** Layers that a change paints again, sorted. */
async function painted() {
  const { planner } = seat();
  await planner.files.openSample('eight-cabinets');
  const scene = await vi.waitUntil(() => planner.derived.getState().scene);
  const asked = new Set<RedrawLayer>();
  watchForRedraw(planner, (layer) => void asked.add(layer));
  return {
    planner,
    scene,
    of: (change: () => void): readonly RedrawLayer[] => {
      asked.clear();
      change();
      return [...asked].toSorted();
    },
  };
}

describe('a gesture', () => {
  it('paints what it moves once, then its overlay alone', async () => {
    const { planner, of } = await painted();
    const step = (text: string) => () => planner.session.setState({ preview: { ...NO_PREVIEW, moving: new Set(['c1']), text } });
    expect(of(step('1 mm'))).toEqual(['marks', 'names', 'overlay', 'plan']);
    expect(of(step('2 mm'))).toEqual(['overlay']);
    expect(of(() => planner.session.setState({ preview: null }))).toEqual(['marks', 'names', 'overlay', 'plan']);
  });

  it('paints of an answer of the engine what it changes', async () => {
    const { planner, scene, of } = await painted();
    const markers = [marker];
    const answer = (pct: number, signs: readonly Marker[]) => () =>
      planner.derived.setState({ scene: { ...scene, fillPct: Float64Array.of(pct), markers: signs } });
    answer(10, markers)();
    expect(of(answer(10, markers))).toEqual(['cables', 'marks']);
    expect(of(answer(20, markers))).toEqual(['cables', 'marks', 'names', 'plan']);
    expect(of(answer(20, [marker]))).toEqual(['cables', 'marks', 'names']);
    planner.session.setState({ preview: { ...NO_PREVIEW, moving: new Set(['c1']) } });
    expect(of(answer(20, [marker]))).toEqual(['cables', 'marks']);
  });

  it('lets trays and their names follow when the hand rests, or lets go', async () => {
    const { planner, scene, of } = await painted();
    vi.useFakeTimers();
    const answer = (pct: number) => () => planner.derived.setState({ scene: { ...scene, fillPct: Float64Array.of(pct) } });
    const step = (text: string) => () => planner.session.setState({ preview: { ...NO_PREVIEW, moving: new Set(['c1']), text } });
    answer(20)();
    step('1 mm')();
    expect(of(answer(30))).toEqual(['cables']);
    expect(of(() => vi.advanceTimersByTime(100))).toEqual([]);
    step('2 mm')();
    expect(of(() => vi.advanceTimersByTime(100))).toEqual([]);
    expect(of(() => vi.advanceTimersByTime(100))).toEqual(['names', 'plan']);
    answer(40)();
    expect(of(() => planner.session.setState({ preview: null }))).toEqual(['marks', 'names', 'overlay', 'plan']);
    expect(of(() => vi.advanceTimersByTime(1000))).toEqual([]);
    vi.useRealTimers();
  });
});

/** What a gesture paints again: on a large hall each layer costs milliseconds of every frame. */
import { describe, expect, it, vi } from 'vitest';
import { carriedBy, panBy, zoomAt } from '../../../renderer/canvas/camera.ts';
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
  const carried = new Set<RedrawLayer>();
  watchForRedraw(planner, { redraw: (layer) => void asked.add(layer), carry: (layer) => void carried.add(layer) });
  return {
    planner,
    scene,
    of: (change: () => void): readonly RedrawLayer[] => {
      asked.clear();
      carried.clear();
      change();
      return [...asked].toSorted();
    },
    /** Layers that went along as pictures in the last change. */
    carried: (): readonly RedrawLayer[] => [...carried].toSorted(),
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

describe('a moving view', () => {
  const PICTURED = ['cables', 'ground', 'overlay', 'plan'];
  const WHOLE = ['cables', 'ground', 'marks', 'names', 'overlay', 'plan'];

  it('takes what is written along as a picture, and writes it anew now and then, and at rest', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const { planner, of, carried } = await painted();
    const pan = () => planner.session.setState(({ camera }) => ({ camera: panBy(camera, 5, 0) }));
    expect(of(pan)).toEqual(WHOLE);
    expect(carried()).toEqual([]);
    expect(of(pan)).toEqual(PICTURED);
    expect(carried()).toEqual(['marks', 'names']);
    expect(of(() => vi.advanceTimersByTime(150))).toEqual(['marks', 'names']);
    for (let ms = 0; ms < 350; ms += 50) {
      expect(of(pan)).toEqual(PICTURED);
      vi.advanceTimersByTime(50);
    }
    vi.advanceTimersByTime(50);
    expect(of(pan)).toEqual(WHOLE);
    vi.useRealTimers();
  });

  it('writes anew what would be scaled too far, and after any other change of what is shown', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const { planner, of, carried } = await painted();
    const zoom = (factor: number) => () =>
      planner.session.setState(({ camera }) => ({ camera: zoomAt(camera, { xPx: 0, yPx: 0 }, factor) }));
    zoom(1.01)();
    expect(of(zoom(1.1))).toEqual(PICTURED);
    expect(of(zoom(1.25))).toEqual(WHOLE);
    expect(of(() => planner.session.setState({ layers: { ...planner.session.getState().layers, cables: false } }))).toEqual(WHOLE);
    expect(carried()).toEqual([]);
    vi.useRealTimers();
  });
});

describe('a picture of a layer', () => {
  it('lies where what it shows lies in the view of now', () => {
    const from = { leftMm: 1000, topMm: 500, pxPerMm: 0.1 };
    expect(carriedBy(from, panBy(from, 12, -7))).toBe('translate(12px, -7px)');
    const at = { xPx: 200, yPx: 100 };
    const now = zoomAt(from, at, 2);
    // What lies under the pointer stays there: 2 × 200 − 200.
    expect(carriedBy(from, now)).toBe('translate(-200px, -100px) scale(2)');
  });
});

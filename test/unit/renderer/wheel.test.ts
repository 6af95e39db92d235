import { describe, expect, it } from 'vitest';
import { wheelFactor, wheelMeaning, type WheelTurn } from '../../../renderer/canvas/wheel.ts';

const NOTCH: WheelTurn = { deltaX: 0, deltaY: 100, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false };

describe('the wheel', () => {
  it('zooms or scrolls as chosen, always zooms with Ctrl and scrolls with Shift', () => {
    expect(wheelMeaning(NOTCH, 'zooms')).toBe('zoom');
    expect(wheelMeaning(NOTCH, 'pans')).toBe('pan');
    for (const choice of ['zooms', 'pans'] as const) {
      expect(wheelMeaning({ ...NOTCH, ctrlKey: true }, choice)).toBe('zoom');
      expect(wheelMeaning({ ...NOTCH, metaKey: true }, choice)).toBe('zoom');
      expect(wheelMeaning({ ...NOTCH, shiftKey: true }, choice)).toBe('pan');
    }
  });

  it('scrolls under two fingers, which go by small parts or sideways', () => {
    expect(wheelMeaning({ ...NOTCH, deltaY: 12 }, 'zooms')).toBe('pan');
    expect(wheelMeaning({ ...NOTCH, deltaX: -3 }, 'zooms')).toBe('pan');
    expect(wheelMeaning({ ...NOTCH, deltaY: 3, deltaMode: 1 }, 'zooms')).toBe('zoom');
  });

  it('zooms by a fifth a notch, up to come nearer, with Ctrl as well; a pinch goes by smaller parts', () => {
    expect(wheelFactor(NOTCH)).toBeCloseTo(1 / 1.2, 9);
    expect(wheelFactor({ ...NOTCH, deltaY: -100 })).toBeCloseTo(1.2, 9);
    expect(wheelFactor({ ...NOTCH, deltaY: -100, ctrlKey: true })).toBeCloseTo(1.2, 9);
    expect(wheelFactor({ ...NOTCH, deltaY: 3, deltaMode: 1 })).toBeCloseTo(1 / 1.2, 9);
    expect(wheelFactor({ ...NOTCH, deltaY: -4, ctrlKey: true })).toBeCloseTo(1.2 ** 0.2, 9);
  });
});

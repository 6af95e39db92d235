import { describe, expect, it } from 'vitest';
import { readMove, type TypedMove } from '../../../renderer/tools/exactMove.ts';
import { readVector } from '../../../renderer/ui/parseVector.ts';

const empty: TypedMove = { mode: 'xy', x: '', y: '', distance: '', angle: '' };

describe('an exact move', () => {
  it.each([
    ['@600<90', 0, -600],
    ['600<0', 600, 0],
    ['@0.6 m<180', -600, 0],
    ['@24 in<270', 0, 610],
    ['@1000<45', 707, -707],
    ['@600,-200', 600, -200],
    ['@0,6 m; 1 m', 600, 1000],
  ])('%s leads %d, %d', (text, dxMm, dyMm) => {
    expect(readVector(text, 'metric')).toEqual({ ok: true, value: { dxMm, dyMm } });
  });

  it('takes two lengths with units and signs, and nothing for zero', () => {
    expect(readMove({ ...empty, x: '+600', y: '' }, 'metric')).toEqual({ ok: true, value: { dxMm: 600, dyMm: 0 } });
    expect(readMove({ ...empty, x: '-0.6 m', y: '24 in' }, 'metric')).toEqual({ ok: true, value: { dxMm: -600, dyMm: 610 } });
    expect(readMove({ ...empty, x: '24' }, 'imperial')).toEqual({ ok: true, value: { dxMm: 610, dyMm: 0 } });
  });

  it('takes a distance and an angle, and both at once in the first field', () => {
    expect(readMove({ ...empty, mode: 'polar', distance: '600', angle: '90' }, 'metric')).toEqual({
      ok: true,
      value: { dxMm: 0, dyMm: -600 },
    });
    expect(readMove({ ...empty, x: '@600<90' }, 'metric')).toEqual({ ok: true, value: { dxMm: 0, dyMm: -600 } });
  });

  it.each(['@', '@600', '@600<north', '@1<2<3', '@1,2,3', 'abc,1'])('refuses “%s” and says what to write', (text) => {
    const read = readVector(text, 'metric');
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error.remedy).not.toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { parseAngle, parseLength } from '../../../renderer/ui/parseLength.ts';

describe('a typed length', () => {
  it.each([
    ['600', 600],
    ['6 700', 6700],
    ['6\u2009700', 6700],
    ['0.6 m', 600],
    ['0,6m', 600],
    ['24 in', 610],
    ['24"', 610],
    ['2 ft', 610],
    ['2\' 6"', 762],
    ['8\' 10 1/4"', 2699],
    ['8\'-10 1/4"', 2699],
    ['8 ft 10.25 in', 2699],
    ["8' 10", 2692],
    ['10 1/4"', 260],
    ['1/2 in', 13],
    ['12.5 cm', 125],
    ['=-600', -600],
  ])('%s is %d mm', (text, value) => {
    expect(parseLength(text, 'metric')).toEqual({ ok: true, value: { kind: 'absolute', value } });
  });

  it('takes a bare number as inches under imperial units', () => {
    expect(parseLength('24', 'imperial')).toEqual({ ok: true, value: { kind: 'absolute', value: 610 } });
  });

  it.each([
    ['+600', 600],
    ['-600', -600],
    ['\u2212600', -600],
    ['+0.6 m', 600],
    ['- 24 in', -610],
  ])('%s adds %d mm to what is there', (text, value) => {
    expect(parseLength(text, 'metric')).toEqual({ ok: true, value: { kind: 'relative', value } });
  });

  it.each(['', 'abc', '6 parsecs', '1 2 3', '600 mm mm', '--600', '1e9', '1/0"', '8 10"'])(
    'refuses “%s” and says what to write',
    (text) => {
      const parsed = parseLength(text, 'metric');
      expect(parsed.ok).toBe(false);
      if (!parsed.ok) expect(parsed.error.remedy).toContain('0.6 m');
    },
  );
});

describe('a length beyond any site', () => {
  it('is refused in the units that it was written in', () => {
    for (const text of ['999999999', '101 km']) {
      const parsed = parseLength(text, text.endsWith('km') ? 'metric' : 'imperial');
      expect(parsed).toMatchObject({ ok: false, error: { code: 'input.too-long', message: `"${text}" is more than 100 km` } });
    }
    expect(parseLength('100 km', 'metric').ok).toBe(true);
  });
});

describe('a typed angle', () => {
  it.each([
    ['90', 'absolute', 90],
    ['90°', 'absolute', 90],
    ['+90', 'relative', 90],
    ['-90', 'relative', -90],
  ])('%s is %s %d°', (text, kind, value) => {
    expect(parseAngle(text)).toEqual({ ok: true, value: { kind, value } });
  });

  it('refuses words', () => {
    expect(parseAngle('north').ok).toBe(false);
  });
});

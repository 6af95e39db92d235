import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitSize, fitText } from '../../shared/sheets/textMetrics.ts';
import { lawRuns } from '../support/runs.ts';

it('a text at the size that was found for it is printed whole', () => {
  const label = fc.stringMatching(/^[A-Z]\d\d-\d{1,2}R?:(osfp)?\d{1,2}\.\d\/[A-Z]\d\d-\d{1,2}R?:\d{1,2}\.\d$/u);
  fc.assert(
    fc.property(label, fc.double({ min: 15, max: 60, noNaN: true }), (text, roomMm) => {
      const sizeMm = fitSize(text, 2.9, 0.1, 'semibold', roomMm);
      expect(fitText(text, sizeMm, 'semibold', roomMm)).toBe(text);
    }),
    lawRuns(500, 50_000),
  );
});

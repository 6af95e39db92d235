import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isBase64 } from '../../../shared/plan/base64Text.ts';

it('says of any text what a regular expression says', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.stringMatching(/^[A-Za-z0-9+/=Āä ]*$/)), (text) => {
      expect(isBase64(text)).toBe(/^[A-Za-z0-9+/]*={0,2}$/.test(text) && !text.endsWith('\n'));
    }),
  );
});

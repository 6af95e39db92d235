import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteText } from '../../../shared/writers/byteText.ts';

const utf8 = new TextEncoder();

it('gathers any texts as UTF-8, as the platform encodes them, from the start each time they are taken', () => {
  const texts = fc.array(
    fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('a', 'é', '漢', '🙂', '\ud800') })),
  );
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      const gathered = new ByteText(8);
      for (const some of [first, second]) {
        for (const text of some) gathered.add(text);
        expect([...gathered.take()]).toEqual(some.flatMap((text) => [...utf8.encode(text)]));
      }
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { moneyText, parseMoney } from '../../../shared/catalog/money.ts';

describe('money as people write it', () => {
  it('is read with its currency before or after', () => {
    for (const [text, amountMinor, currency] of [
      ['USD 60', 6000, 'USD'],
      ['62.5 eur', 6250, 'EUR'],
      ['EUR 1 234,50', 123_450, 'EUR'],
      ['JPY 9000', 9000, 'JPY'],
      ['1.234 KWD', 1234, 'KWD'],
    ] as const)
      expect(parseMoney(text)).toEqual({ ok: true, value: { amountMinor, currency } });
  });

  it('reads back what it writes', () => {
    for (const money of [
      { amountMinor: 6000, currency: 'USD' },
      { amountMinor: 123_456_789, currency: 'EUR' },
      { amountMinor: 1, currency: 'KWD' },
    ])
      expect(parseMoney(moneyText(money))).toEqual({ ok: true, value: money });
  });

  it('refuses what has no currency, no amount, or a smaller part than the currency has', () => {
    for (const text of ['60', '$60', 'USD', '', 'USD -5', 'USD 1.234', 'JPY 10.5', 'USD 99999999999999999999'])
      expect(parseMoney(text).ok, text).toBe(false);
  });
});

/** Money in minor units, how many digits a currency's minor unit has, and money as people write it. */
import { fail, ok, type Result } from '../result.ts';
import type { Money } from './types.ts';

/** Currencies whose minor unit is not a hundredth (ISO 4217). */
const otherMinorDigits: Readonly<Record<string, number>> = {
  BHD: 3,
  CLP: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** Digits after the decimal point that a currency is written with. */
export function minorDigits(currency: string): number {
  return Object.hasOwn(otherMinorDigits, currency) ? (otherMinorDigits[currency] ?? 2) : 2;
}

/** `USD 1 234.50`: currency first, thousands apart, so that it reads the same in every locale. */
export function moneyText(money: Money): string {
  const digits = minorDigits(money.currency);
  const [whole = '', fraction] = (money.amountMinor / 10 ** digits).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ');
  return `${money.currency} ${fraction === undefined ? grouped : `${grouped}.${fraction}`}`;
}

/** Reads `USD 1 234.50`, `62.5 EUR`: a currency code before or after the amount. */
export function parseMoney(text: string): Result<Money, { readonly message: string; readonly remedy: string }> {
  const match = /^(?:([A-Za-z]{3})\s*([\d\s]+(?:[.,]\d+)?)|([\d\s]+(?:[.,]\d+)?)\s*([A-Za-z]{3}))$/u.exec(text.trim());
  const currency = (match?.[1] ?? match?.[4])?.toUpperCase();
  const amount = (match?.[2] ?? match?.[3])?.replace(/\s/g, '').replace(',', '.');
  if (currency === undefined || amount === undefined || amount === '')
    return fail({ message: `“${text.trim()}” is not an amount with its currency`, remedy: 'write it as USD 60 or 55.50 EUR' });
  const digits = minorDigits(currency);
  if ((amount.split('.')[1] ?? '').length > digits)
    return fail({
      message: `${currency} has no amounts as small as ${amount}`,
      remedy: digits === 0 ? 'leave the fraction out' : `write at most ${digits} digits after the point`,
    });
  const amountMinor = Math.round(Number(amount) * 10 ** digits);
  return Number.isSafeInteger(amountMinor)
    ? ok({ amountMinor, currency })
    : fail({ message: 'the amount is too large', remedy: 'write a smaller one' });
}

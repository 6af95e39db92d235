/** Money in minor units, and how many digits a currency's minor unit has. */
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

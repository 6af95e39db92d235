import { describe, expect, it } from 'vitest';
import { orderedLengthMm, requiredLengthMm, skuOfLength, slackRule } from '../../../shared/cabling/lengths.ts';
import { TEST_SETTINGS } from '../../support/planBuilder.ts';

const jumper = slackRule(TEST_SETTINGS.slack, 'jumper', false);
const stock = { supply: { kind: 'stock', lengthsMm: [10_000, 3000, 5000] }, tolerance: { minusMm: 50, plusMm: 0 } } as const;

describe('slack', () => {
  it('adds half a metre an end and two percent of the pathway to a jumper, rounded up once', () => {
    expect(requiredLengthMm(13_430, 9260, jumper)).toBe(13_430 + 1000 + 186);
    expect(requiredLengthMm(13_430, 9250, jumper)).toBe(13_430 + 1000 + 185);
  });

  it('is 150 mm an end for fiber inside a cabinet, of whatever class, and nothing for copper', () => {
    expect(slackRule(TEST_SETTINGS.slack, 'trunk', true)).toEqual({ slackClass: 'inside-cabinet', perEndMm: 150, pctOfPathway: 0 });
    expect(slackRule(TEST_SETTINGS.slack, 'copper', true).perEndMm).toBe(0);
  });

  it('is two metres an end for trunks', () => {
    expect(requiredLengthMm(20_000, 15_000, slackRule(TEST_SETTINGS.slack, 'trunk', false))).toBe(24_000);
  });
});

describe('ordered length', () => {
  it('is the shortest stocked length whose worst case is long enough', () => {
    expect(orderedLengthMm(stock, 2950)).toBe(3000);
    expect(orderedLengthMm(stock, 2951)).toBe(5000);
  });

  it('is unknown when nothing on offer is long enough', () => {
    expect(orderedLengthMm(stock, 9951)).toBeNull();
  });

  it('rounds up to the step when made to order, up to the longest made', () => {
    const made = { supply: { kind: 'made-to-order', stepMm: 500, maxMm: 20_000 }, tolerance: { minusMm: 100, plusMm: 100 } } as const;
    expect(orderedLengthMm(made, 4400)).toBe(4500);
    expect(orderedLengthMm(made, 4401)).toBe(5000);
    expect(orderedLengthMm(made, 19_901)).toBeNull();
  });
});

describe('order numbers', () => {
  it('follow the pattern of the family', () => {
    expect(skuOfLength({ skuPattern: 'MFP7E10-N{metres:3}' }, 30_000)).toBe('MFP7E10-N030');
    expect(skuOfLength({ skuPattern: 'X-{metres}M' }, 1500)).toBe('X-1.5M');
    expect(skuOfLength({ skuPattern: null }, 3000)).toBeNull();
  });
});

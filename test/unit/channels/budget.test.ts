import { describe, expect, it } from 'vitest';
import { budgetFaults, channelLimits, channelUse, type BoughtCable } from '../../../shared/channels/budget.ts';
import type { Transceiver } from '../../../shared/catalog/types.ts';
import { JUMPER, MULTIMODE_OPTIC, SINGLE_MODE_OPTIC } from '../../support/testCatalog.ts';

const NVIDIA: Transceiver = { ...MULTIMODE_OPTIC, manufacturer: 'NVIDIA' };
const TRUNK = { ...JUMPER, id: 'test/om4-trunk', name: 'OM4 trunk' };

function judged(cables: readonly BoughtCable[], optics: readonly [Transceiver, Transceiver] = [NVIDIA, NVIDIA]) {
  const limits = channelLimits(
    optics,
    cables.map(({ family }) => family),
  );
  return budgetFaults(cables, channelUse(cables), limits);
}

const cable = (metres: number | null, family = JUMPER): BoughtCable => ({
  family,
  longestMm: metres === null ? null : metres * 1000,
  turned: false,
});

describe('the budget of a channel', () => {
  it('adds up lengths at their longest, a joint more than cables, and the loss of both', () => {
    const use = channelUse([cable(5), cable(30, TRUNK), cable(3)]);
    expect(use).toEqual({
      lengthMm: 38_000,
      knownMm: 38_000,
      unknownLengths: 0,
      joints: 4,
      jointLossDb: 1.4,
      fiberLossDb: 0.114,
      lossDb: 1.514,
      fiberTypes: ['OM4'],
    });
  });

  it('bears what the maker allows at most: two panels and 50 m, to the millimeter', () => {
    expect(judged([cable(5), cable(40, TRUNK), cable(5)])).toEqual([]);
    const over = { ...cable(null), longestMm: 5001 };
    expect(judged([cable(5), cable(40, TRUNK), over])).toMatchObject([{ code: 'over-reach', required: 50_000, actual: 50_001 }]);
  });

  it('counts joints beyond the two panels, and their loss', () => {
    const three = [cable(1), cable(1), cable(1), cable(1)];
    expect(judged(three)).toEqual([
      { code: 'too-many-joints', required: 4, actual: 5 },
      { code: 'over-loss', required: 1.55, actual: 1.762 },
    ]);
  });

  it('takes the weaker fiber, and refuses cores of two sizes in series', () => {
    const om3 = { ...JUMPER, fiberType: 'OM3' };
    expect(judged([cable(20, om3), cable(11)])).toMatchObject([{ code: 'over-reach', required: 30_000, actual: 31_000 }]);
    const os2 = { ...JUMPER, fiberType: 'OS2', medium: 'singlemode' as const };
    expect(judged([cable(1), cable(1, os2)])).toMatchObject([{ code: 'fiber-mix', found: ['OM4', 'OS2'] }]);
  });

  it('says what nobody published, and never takes unknown for zero', () => {
    expect(judged([cable(1), cable(1)], [MULTIMODE_OPTIC, NVIDIA])).toEqual([]);
    expect(judged([cable(1), cable(1)], [MULTIMODE_OPTIC, SINGLE_MODE_OPTIC])).toEqual([{ code: 'loss-unknown' }]);
    expect(judged([cable(null), cable(51)])).toMatchObject([{ code: 'over-reach', actual: 51_000 }]);
    expect(channelUse([cable(null), cable(1)])).toMatchObject({ lengthMm: null, knownMm: 1000, unknownLengths: 1, lossDb: null });
    expect(channelUse([cable(1, { ...JUMPER, fiberType: 'OM9' })])).toMatchObject({ fiberLossDb: null, lossDb: null });
    expect(judged([cable(1)], [MULTIMODE_OPTIC, MULTIMODE_OPTIC])).toEqual([]);
  });
});

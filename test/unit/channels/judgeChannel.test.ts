import { describe, expect, it } from 'vitest';
import type { Channel, Keying, Run } from '../../../shared/channels/channel.ts';
import { plugOf, type Plug } from '../../../shared/channels/ferrules.ts';
import { judgeChannel } from '../../../shared/channels/judgeChannel.ts';
import { otherEndOf, wiringOf, type CableType, type Wiring } from '../../../shared/channels/wiring.ts';
import type { Gender } from '../../../shared/catalog/types.ts';
import { JUMPER } from '../../support/testCatalog.ts';

const MPO = { shape: 'MPO-12', legs: 1 } as const;

function plug(gender: Gender | null, polish: 'APC' | 'UPC' = 'APC', shape: Plug['shape'] = 'MPO-12'): Plug {
  return { shape, polish, gender };
}

function jumper(type: CableType, near: Gender = 'unpinned', far: Gender = near): Run {
  const wiring: Wiring = { a: MPO, b: MPO, fibers: 8, type, shuffle: false };
  return { wiring, enters: 'a', nearLeg: 0, farLeg: 0, near: plug(near), far: plug(far) };
}

function channel(runs: readonly Run[], adapters: readonly Keying[]): Channel {
  return { a: plug('pinned'), b: plug('pinned'), runs, adapters };
}

describe('a channel as NVIDIA asks for it: type B throughout, angled, jumpers unpinned, trunks pinned', () => {
  it('works without a panel and with two', () => {
    expect(judgeChannel(channel([jumper('B')], [])).faults).toEqual([]);
    const whole = channel([jumper('B'), jumper('B', 'pinned'), jumper('B')], ['opposed', 'opposed']);
    expect(judgeChannel(whole)).toMatchObject({ faults: [], mends: [] });
  });

  it('lets transmit meet transmit with one panel, and names the second cable at its joint', () => {
    const { faults, mends } = judgeChannel(channel([jumper('B'), jumper('B', 'pinned', 'unpinned')], ['opposed']));
    expect(faults).toEqual([{ code: 'polarity', joint: 2, verdict: 'transmit-meets-transmit' }]);
    expect(mends).toEqual([{ part: { kind: 'cable', index: 1 }, joint: 2, change: { kind: 'type', from: 'B', to: 'A' } }]);
  });

  it('names the adapter whose keys are on the same side, and the jumper that then has to cross', () => {
    const { faults, mends } = judgeChannel(channel([jumper('B'), jumper('B', 'pinned'), jumper('B')], ['opposed', 'aligned']));
    expect(faults).toEqual([
      { code: 'keying', joint: 2 },
      { code: 'polarity', joint: 2, verdict: 'transmit-meets-transmit' },
    ]);
    expect(mends).toEqual([{ part: { kind: 'adapter', index: 1 }, joint: 2, change: { kind: 'keying', to: 'opposed' } }]);
  });

  it('tells pins against pins from holes against holes, and takes the jumper or the trunk', () => {
    const { mends } = judgeChannel(
      channel([jumper('B', 'unpinned', 'pinned'), jumper('B', 'pinned', 'unpinned'), jumper('B')], ['opposed', 'opposed']),
    );
    expect(mends).toEqual([
      { part: { kind: 'cable', index: 0 }, joint: 1, change: { kind: 'gender', end: 'far', to: 'unpinned' } },
      { part: { kind: 'cable', index: 1 }, joint: 2, change: { kind: 'gender', end: 'far', to: 'pinned' } },
    ]);
  });

  it('finds lanes out of their order, which no transmitter notices', () => {
    const { faults, light } = judgeChannel(channel([jumper('B'), jumper('C', 'pinned', 'pinned'), jumper('A')], ['opposed', 'opposed']));
    expect(light?.aToB.map((landing) => landing.kind === 'receive' && landing.lane)).toEqual([1, 0, 3, 2]);
    expect(faults).toMatchObject([{ code: 'polarity', verdict: 'lanes-crossed' }]);
  });

  it('does not trace through plugs of different kinds, and does not judge what is not published', () => {
    const odd = { ...jumper('B'), far: plug('unpinned', 'APC', 'MPO-16') };
    expect(judgeChannel(channel([odd], []))).toMatchObject({ faults: [{ code: 'shape', joint: 1 }], light: null });
    const unknown = { ...jumper('B'), near: { shape: 'MPO-12', polish: null, gender: null } as const };
    expect(judgeChannel(channel([unknown], [])).faults).toEqual([]);
  });
});

describe('the wiring of a family', () => {
  const end = (connector: string, legs: number) => ({ connector, gender: null, legs });
  const wiring = (endA: string, legsA: number, endB: string, legsB: number, fiberCount: number, polarity: string, shuffle = false) =>
    wiringOf({ endA: end(endA, legsA), endB: end(endB, legsB), fiberCount, polarity, shuffle });
  const far = (of: Wiring | null, leg: number, position: number) => {
    const place = of === null ? null : otherEndOf(of, 'a', { leg, position });
    return place === null ? null : [place.leg, place.position];
  };

  it('follows TIA-568 for types A, B and C', () => {
    expect([1, 2, 12].map((position) => far(wiring('MPO-12/APC', 1, 'MPO-12/APC', 1, 12, 'A'), 0, position))).toEqual([
      [0, 1],
      [0, 2],
      [0, 12],
    ]);
    expect([1, 2, 12].map((position) => far(wiring('MPO-12/APC', 1, 'MPO-12/APC', 1, 12, 'B'), 0, position))).toEqual([
      [0, 12],
      [0, 11],
      [0, 1],
    ]);
    expect([1, 2, 12].map((position) => far(wiring('MPO-12/APC', 1, 'MPO-12/APC', 1, 12, 'C'), 0, position))).toEqual([
      [0, 2],
      [0, 1],
      [0, 11],
    ]);
    expect(far(wiringOf(JUMPER), 0, 5)).toBeNull();
  });

  it('splits one end in two, four and eight: transmit of the head to receive of the leg', () => {
    const two = wiring('MPO-12/APC', 1, 'MPO-12/APC', 2, 8, 'B');
    expect([1, 2, 3, 4, 12, 9].map((position) => far(two, 0, position))).toEqual([
      [0, 12],
      [0, 11],
      [1, 12],
      [1, 11],
      [0, 1],
      [1, 2],
    ]);
    const four = wiring('MPO-12/APC', 1, 'LC/UPC', 4, 8, 'A-B');
    expect([1, 2, 3, 4, 12, 9].map((position) => far(four, 0, position))).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
      [3, 2],
      [0, 1],
      [3, 1],
    ]);
    const eight = wiring('MPO-16/APC', 1, 'LC/UPC', 8, 16, 'A-B');
    expect([1, 8, 16, 9].map((position) => far(eight, 0, position))).toEqual([
      [0, 2],
      [7, 2],
      [0, 1],
      [7, 1],
    ]);
  });

  it('deals lanes out to all plugs where it is a shuffle', () => {
    const lanes = (of: Wiring | null, leg: number) => [1, 2, 3, 4].map((position) => far(of, leg, position)?.join(':'));
    const four = wiring('MPO-12/APC', 4, 'MPO-12/APC', 4, 32, 'A', true);
    expect([lanes(four, 0), lanes(four, 1)]).toEqual([
      ['0:1', '1:1', '2:1', '3:1'],
      ['0:2', '1:2', '2:2', '3:2'],
    ]);
    const two = wiring('MPO-12/APC', 2, 'MPO-12/APC', 2, 16, 'A', true);
    expect([lanes(two, 0), lanes(two, 1)]).toEqual([
      ['0:1', '0:2', '1:1', '1:2'],
      ['0:3', '0:4', '1:3', '1:4'],
    ]);
    const fan = wiring('MPO-12/APC', 2, 'LC/UPC', 8, 16, 'A-A', true);
    expect([lanes(fan, 0), lanes(fan, 1)]).toEqual([
      ['0:1', '1:1', '4:1', '5:1'],
      ['2:1', '3:1', '6:1', '7:1'],
    ]);
  });

  it('is unknown for copper, unknown figures and what no rule fits', () => {
    expect(wiring('OSFP', 1, 'OSFP', 1, 8, 'B')).toBeNull();
    expect(wiringOf({ ...JUMPER, fiberCount: null })).toBeNull();
    expect(wiringOf({ ...JUMPER, polarity: null })).toBeNull();
    expect(wiring('MPO-12/APC', 1, 'MPO-12/APC', 3, 8, 'B')).toBeNull();
    expect(wiring('MPO-12/APC', 1, 'LC/UPC', 4, 8, 'C')).toBeNull();
    expect(wiring('MPO-12/APC', 1, 'MPO-12/APC', 1, 24, 'B')).toBeNull();
  });
});

describe('a leg of a breakout as a channel', () => {
  const wiring: Wiring = { a: MPO, b: { shape: 'LC', legs: 4 }, fibers: 8, type: 'B', shuffle: false };
  const leg = (number: number): Channel => ({
    a: plug('pinned'),
    b: plug(null, 'UPC', 'LC'),
    runs: [{ wiring, enters: 'a', nearLeg: 0, farLeg: number, near: plug('unpinned'), far: plug(null, 'UPC', 'LC') }],
    adapters: [],
  });

  it.each([0, 1, 2, 3])('leg %i carries its lane, the rest goes elsewhere, and nothing is a fault', (number) => {
    const { faults, light } = judgeChannel(leg(number));
    expect(faults).toEqual([]);
    expect(light?.aToB.map(({ kind }) => kind)).toEqual([0, 1, 2, 3].map((lane) => (lane === number ? 'receive' : 'elsewhere')));
    expect(light?.bToA).toEqual([{ kind: 'receive', lane: number }]);
  });

  it('that is straight lets transmit meet transmit', () => {
    const [run] = leg(1).runs;
    const { faults, mends } = judgeChannel({ ...leg(1), runs: [{ ...run!, wiring: { ...wiring, type: 'A' } }] });
    expect(faults).toMatchObject([{ code: 'polarity', verdict: 'transmit-meets-transmit' }]);
    expect(mends).toMatchObject([{ change: { kind: 'type', to: 'B' } }]);
  });

  it('reads a catalog connector', () => {
    expect(plugOf('MPO-8/APC', 'pinned')).toEqual({ shape: 'MPO-12', polish: 'APC', gender: 'pinned' });
    expect(plugOf('LC/PC', null)).toEqual({ shape: 'LC', polish: 'UPC', gender: null });
    expect(plugOf('RJ45', null)).toBeNull();
  });
});

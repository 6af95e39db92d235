/**
 * Law: the planner and the simulator agree on breakouts, shuffles and cassettes, too, with every cable type, keying, polish, gender
 * and leg, over none, one and two panels: at which joint plugs do not mate and where each lane comes out; and where the planner names
 * parts to change, with them the light arrives, and each of them is needed.
 */
import { describe, expect, it } from 'vitest';
import type { Gender } from '../../shared/catalog/types.ts';
import type { Channel, Keying, Run } from '../../shared/channels/channel.ts';
import { ferruleOf, type Plug, type Polish, type Shape } from '../../shared/channels/ferrules.ts';
import { judgeChannel } from '../../shared/channels/judgeChannel.ts';
import { withMend } from '../../shared/channels/mends.ts';
import { possibleTypes, type CableType, type Wiring } from '../../shared/channels/wiring.ts';
import { simulate, worksInPart } from '../support/fiberSimulator.ts';
import { met, simulated } from '../support/simulatedChannel.ts';

const isSoak = process.env['RACEWAY_SOAK'] !== undefined;
const KEYINGS: readonly Keying[] = ['opposed', 'aligned'];
const POLISHES: readonly Polish[] = ['APC', 'UPC'];
const BOTH: readonly CableType[] = ['A', 'B'];
const ALL: readonly CableType[] = ['A', 'B', 'C'];

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** Every choice of one option from each list. */
function* product<T extends readonly (readonly unknown[])[]>(...lists: T): Generator<{ [K in keyof T]: T[K][number] }> {
  const [first, ...rest] = lists;
  if (first === undefined) yield [] as never;
  else for (const one of first) for (const others of product(...rest)) yield [one, ...others] as never;
}

function plug(shape: Shape, gender: Gender | null, polish: Polish = 'APC'): Plug {
  return shape === 'LC' ? { shape, polish: 'UPC', gender: null } : { shape, polish, gender };
}

/** A cable of one plug at each end. */
function plain(shape: Shape, fibers: number, type: CableType, gender: Gender | null, polish: Polish = 'APC', farGender = gender): Run {
  const wiring: Wiring = { a: { shape, legs: 1 }, b: { shape, legs: 1 }, fibers, type, shuffle: false };
  return { wiring, enters: 'a', nearLeg: 0, farLeg: 0, near: plug(shape, gender, polish), far: plug(shape, farGender, polish) };
}

interface FanRun {
  readonly wiring: Omit<Wiring, 'type'>;
  readonly type: CableType;
  readonly enters: 'a' | 'b';
  readonly legA: number;
  readonly legB: number;
  readonly gender: Gender;
  readonly polish?: Polish;
  readonly isModule?: boolean;
}

function fan({ wiring, type, enters, legA, legB, gender, polish = 'APC', isModule }: FanRun): Run {
  const ends = { a: plug(wiring.a.shape, gender, polish), b: plug(wiring.b.shape, gender, polish) };
  const far = enters === 'a' ? 'b' : 'a';
  return {
    wiring: { ...wiring, type },
    enters,
    nearLeg: enters === 'a' ? legA : legB,
    farLeg: enters === 'a' ? legB : legA,
    near: ends[enters],
    far: ends[far],
    ...(isModule === true ? { isModule } : {}),
  };
}

const splitter = (shape: Shape, legs: number, legShape: Shape, fibers: number): Omit<Wiring, 'type'> => ({
  a: { shape, legs: 1 },
  b: { shape: legShape, legs },
  fibers,
  shuffle: false,
});

const BREAKOUTS = [splitter('MPO-12', 2, 'MPO-12', 8), splitter('MPO-12', 4, 'LC', 8), splitter('MPO-16', 8, 'LC', 16)];

/** Over none, one and two panels, from the head and from the leg; the jumpers lie before the head. */
function* breakoutChannels(panels: number, breakouts = BREAKOUTS): Generator<Channel> {
  for (const [wiring, type, enters, polish, gender] of product(breakouts, BOTH, ['a', 'b'] as const, POLISHES, [
    'pinned',
    'unpinned',
  ] as const)) {
    const { shape } = wiring.a;
    const fibers = shape === 'MPO-16' ? 16 : wiring.fibers;
    const types = possibleTypes(plain(shape, fibers, 'B', null).wiring);
    for (const [leg, jumpers, keyings] of product(
      range(wiring.b.legs),
      [...product(...range(panels).map(() => types))],
      [...product(...range(panels).map(() => KEYINGS))],
    )) {
      const split = fan({ wiring, type, enters: 'a', legA: 0, legB: leg, gender, polish });
      const runs = [...jumpers.map((jumper, i) => plain(shape, fibers, jumper, i === 0 ? 'unpinned' : 'pinned', polish)), split];
      const channel: Channel = { a: plug(shape, 'pinned', polish), b: plug(wiring.b.shape, 'pinned', polish), runs, adapters: keyings };
      yield enters === 'a' ? channel : turned(channel);
    }
  }
}

/** The same channel drawn from its other end, made here so that the planner's own turning is not what is trusted. */
function turned({ a, b, runs, adapters }: Channel): Channel {
  const back = runs.map((run): Run => ({
    ...run,
    enters: run.enters === 'a' ? 'b' : 'a',
    nearLeg: run.farLeg,
    farLeg: run.nearLeg,
    near: run.far,
    far: run.near,
  }));
  return { a: b, b: a, runs: back.reverse(), adapters: [...adapters].reverse() };
}

const shuffle = (legs: number): Omit<Wiring, 'type'> => ({
  a: { shape: 'MPO-12', legs },
  b: { shape: 'MPO-12', legs },
  fibers: 8 * legs,
  shuffle: true,
});

/** As a cable; and in a panel, between jumpers. */
function* shuffleChannels(): Generator<Channel> {
  for (const [wiring, type, enters, gender, polish] of product(
    [shuffle(2), shuffle(4)],
    BOTH,
    ['a', 'b'] as const,
    ['pinned', 'unpinned'] as const,
    POLISHES,
  )) {
    for (const [legA, legB] of product(range(wiring.a.legs), range(wiring.b.legs))) {
      const ends = { a: plug('MPO-12', 'pinned', polish), b: plug('MPO-12', 'pinned', 'APC') };
      const run = { wiring, type, enters, legA, legB, gender, polish };
      yield { ...ends, runs: [fan(run)], adapters: [] };
      for (const [before, after, keyBefore, keyAfter] of product(ALL, ALL, KEYINGS, KEYINGS)) {
        const runs = [
          plain('MPO-12', 8, before, 'unpinned', polish),
          fan({ ...run, isModule: true }),
          plain('MPO-12', 8, after, 'unpinned', polish),
        ];
        yield { ...ends, runs, adapters: [keyBefore, keyAfter] };
      }
    }
  }
}

/** Of two plugs of four lanes and eight of one; and of two and two, laid as NetBox lists them: two lanes here, two there. */
const LAID: readonly Omit<Wiring, 'type'>[] = [
  {
    a: { shape: 'MPO-12', legs: 2 },
    b: { shape: 'LC', legs: 8 },
    fibers: 16,
    shuffle: true,
    laneAtB: [1, 2, 5, 6, 3, 4, 7, 8],
  },
  {
    a: { shape: 'MPO-12', legs: 2 },
    b: { shape: 'MPO-12', legs: 4 },
    fibers: 16,
    shuffle: true,
    laneAtB: [1, 3, 5, 7, 2, 4, 6, 8],
  },
];

/** In a panel, from a jumper behind it to one in front, from both sides, over plugs that have lanes in common and over others. */
function* laidChannels(): Generator<Channel> {
  for (const [wiring, type, gender, polish, before, after, keyBefore, keyAfter, drawn] of product(
    LAID,
    BOTH,
    ['pinned', 'unpinned'] as const,
    POLISHES,
    BOTH,
    BOTH,
    KEYINGS,
    KEYINGS,
    ['a', 'b'] as const,
  )) {
    for (const [legA, legB] of product(range(wiring.a.legs), range(wiring.b.legs))) {
      const isDuplex = wiring.b.shape === 'LC';
      const runs = [
        plain('MPO-12', 8, before, 'unpinned', polish),
        fan({ wiring, type, enters: 'a', legA, legB, gender, polish, isModule: true }),
        isDuplex ? plain('LC', 2, after, null) : plain('MPO-12', 8, after, 'unpinned', polish),
      ];
      const channel: Channel = {
        a: plug('MPO-12', 'pinned', polish),
        b: plug(wiring.b.shape, 'pinned', polish),
        runs,
        adapters: [keyBefore, isDuplex ? 'aligned' : keyAfter],
      };
      yield drawn === 'a' ? channel : turned(channel);
    }
  }
}

const cassette = (fibers: number, pairs: 'neighbors' | 'edges'): Omit<Wiring, 'type'> => ({
  a: { shape: 'MPO-12', legs: 1 },
  b: { shape: 'LC', legs: fibers / 2 },
  fibers,
  shuffle: false,
  pairs,
});

/** Duplex jumper, cassette, trunk, cassette, duplex jumper; legs of both cassettes, also those that are not joined. */
function* cassetteChannels(fibers: number): Generator<Channel> {
  const pairings = ['neighbors', 'edges'] as const;
  for (const [pairsA, pairsB, first, typeA, trunk, typeB, last] of product(pairings, pairings, BOTH, BOTH, ALL, BOTH, BOTH)) {
    for (const [keyA, keyB, gender, polish, legA, legB] of product(
      KEYINGS,
      KEYINGS,
      ['pinned', 'unpinned'] as const,
      POLISHES,
      range(fibers / 2),
      range(fibers / 2),
    )) {
      const module = { legA: 0, gender: 'unpinned', polish, isModule: true } as const;
      yield {
        a: plug('LC', null),
        b: plug('LC', null),
        runs: [
          plain('LC', 2, first, null),
          fan({ ...module, wiring: cassette(fibers, pairsA), type: typeA, enters: 'b', legB: legA }),
          plain('MPO-12', fibers, trunk, gender, polish),
          fan({ ...module, wiring: cassette(fibers, pairsB), type: typeB, enters: 'a', legB }),
          plain('LC', 2, last, null),
        ],
        adapters: ['aligned', keyA, keyB, 'aligned'],
      };
    }
  }
}

/** Lanes that the narrowest part lets through. */
function lanesOf({ a, b, runs }: Channel): number {
  const ofRuns = runs.flatMap(({ wiring, enters, nearLeg, farLeg }) => {
    const [lanesA, lanesB] = [wiring.a, wiring.b].map(({ legs }) => wiring.fibers / 2 / legs) as [number, number];
    if (!wiring.shuffle) return [lanesA, lanesB];
    const [legA, legB] = enters === 'a' ? [nearLeg, farLeg] : [farLeg, nearLeg];
    const joined = wiring.laneAtB?.slice(legA * lanesA, (legA + 1) * lanesA).filter((at) => Math.ceil(at / lanesB) === legB + 1).length;
    return [Math.max(1, joined ?? lanesA / wiring.b.legs)];
  });
  return Math.min(ferruleOf(a.shape).opticLanes, ferruleOf(b.shape).opticLanes, ...ofRuns);
}

interface Agreement {
  readonly tried: number;
  /** Channels that work, that are mended, and for which no exchange of one or two parts is known. */
  readonly working: number;
  readonly mended: number;
  readonly first: string | null;
}

function disagreement(
  channel: Channel,
  sparing: boolean,
): { readonly wrong: string | null; readonly state: 'works' | 'mended' | 'unmended' } {
  const seen = simulate(simulated(channel));
  const { faults, mends, light } = judgeChannel(channel);
  const lanes = lanesOf(channel);
  const wrong = (text: string) => ({ wrong: text, state: 'works' as const });
  for (let joint = 0; joint <= channel.runs.length; joint += 1) {
    const codes = faults.filter((fault) => fault.joint === joint).map(({ code }) => code);
    if (seen.flush[joint] === (codes.includes('polish') || codes.includes('keying'))) return wrong(`faces at joint ${joint}`);
    if ((seen.pinned[joint] === 'ok') === codes.includes('gender')) return wrong(`pins at joint ${joint}`);
  }
  if (light?.aToB.map(met).join() !== seen.aToB.join()) return wrong('where the light from A goes');
  if (light.bToA.map(met).join() !== seen.bToA.join()) return wrong('where the light from B goes');
  if (worksInPart(seen, lanes) !== (faults.length === 0)) return wrong('whether it works');
  if (faults.length === 0) return mends.length === 0 ? { wrong: null, state: 'works' } : wrong('a mend of what works');
  const mended = mends.reduce(withMend, channel);
  if (!worksInPart(simulate(simulated(mended)), lanes)) {
    // Without a way for its light between these legs nothing that is exchanged helps; else the parts named must mend it.
    return judgeChannel(mended).faults.every(({ code }) => code === 'polarity')
      ? { wrong: null, state: 'unmended' }
      : wrong('that the parts named mend it');
  }
  for (const spared of sparing ? mends : []) {
    if (worksInPart(simulate(simulated(mends.filter((mend) => mend !== spared).reduce(withMend, channel))), lanes))
      return wrong('that each part named must change');
  }
  return { wrong: null, state: 'mended' };
}

/** Outside the soak every so many of them; a prime, so that all kinds come up. */
function agreement(channels: Generator<Channel>, every: number, hasWay: (channel: Channel) => boolean): Agreement {
  let [tried, working, mended, number] = [0, 0, 0, 0];
  for (const channel of channels) {
    number += 1;
    if (!isSoak && number % every !== 0) continue;
    tried += 1;
    const { wrong, state } = disagreement(channel, isSoak || tried % 7 === 0);
    if (wrong !== null) return { tried, working, mended, first: `${wrong}: ${JSON.stringify(channel)}` };
    if (state === 'unmended' && hasWay(channel))
      return { tried, working, mended, first: `that a mend is known: ${JSON.stringify(channel)}` };
    if (state === 'works') working += 1;
    if (state === 'mended') mended += 1;
  }
  return { tried, working, mended, first: null };
}

/**
 * Whether cassettes that take their pairs alike are used at the same leg, and the trunk has fibers there: one of eight has none in
 * the middle, where neighbors are.
 */
function joinsLegs({ runs }: Channel): boolean {
  const [, one, , other] = runs;
  if (one?.wiring.fibers === 8 && one.wiring.pairs === 'neighbors') return false;
  return one?.nearLeg === other?.farLeg && one?.wiring.pairs === other?.wiring.pairs;
}

describe('the planner and the simulator agree', () => {
  it.each([
    [0, 1],
    [1, 3],
    [2, 53],
  ])('on breakouts of two, four and eight over %i panels', (panels, every) => {
    const { tried, working, mended, first } = agreement(breakoutChannels(panels), every, () => true);
    expect(first).toBeNull();
    expect([tried > 100, working > 0, mended > 0]).toEqual([true, true, true]);
  });

  it('on legs to which the optic has no lane: no exchange brings light there', () => {
    const six = [splitter('MPO-12', 6, 'LC', 12)];
    const { tried, working, mended, first } = agreement(breakoutChannels(0, six), 1, () => false);
    expect(first).toBeNull();
    // Four lanes for six legs.
    expect((working + mended) * 6).toBe(tried * 4);
  });

  it('on shuffles as cables and in panels', () => {
    const { tried, working, mended, first } = agreement(shuffleChannels(), 11, () => true);
    expect(first).toBeNull();
    expect([tried > 500, working > 0, mended > 0]).toEqual([true, true, true]);
  });

  it('on shuffles that their makers lay lane by lane, and on plugs that those do not join', () => {
    const { tried, working, mended, first } = agreement(laidChannels(), 7, () => true);
    expect(first).toBeNull();
    expect([tried > 300, working > 0, mended > 0]).toEqual([true, true, true]);
  });

  it.each([
    [8, 113],
    [12, 331],
  ])('on cassettes of %i fibers, their legs joined or not', (fibers, every) => {
    const { tried, working, mended, first } = agreement(cassetteChannels(fibers), every, joinsLegs);
    expect(first).toBeNull();
    expect([tried > 300, working > 0, mended > 0]).toEqual([true, true, true]);
  });
});

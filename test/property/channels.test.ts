/**
 * Law: the planner's channel and a simulator that follows light through bodies in space agree on every combination of cable types,
 * keyings, panels, genders and polishes: at which joint plugs do not mate, where each lane comes out, and that the parts named as
 * the ones to change do mend it, each of them being needed.
 */
import { describe, expect, it } from 'vitest';
import type { Channel, Keying, Run } from '../../shared/channels/channel.ts';
import { positionCount, type Plug, type Polish, type Shape } from '../../shared/channels/ferrules.ts';
import { judgeChannel } from '../../shared/channels/judgeChannel.ts';
import { withMend } from '../../shared/channels/mends.ts';
import { possibleTypes, type CableType, type Wiring } from '../../shared/channels/wiring.ts';
import type { Gender } from '../../shared/catalog/types.ts';
import { simulate, works } from '../support/fiberSimulator.ts';
import { met, simulated } from '../support/simulatedChannel.ts';

const GENDERS: readonly Gender[] = ['pinned', 'unpinned'];
const POLISHES: readonly Polish[] = ['APC', 'UPC'];
const KEYINGS: readonly Keying[] = ['opposed', 'aligned'];

function* choices<T>(options: readonly T[], count: number): Generator<readonly T[]> {
  if (count === 0) yield [];
  else for (const rest of choices(options, count - 1)) for (const option of options) yield [...rest, option];
}

interface Combinations {
  readonly shape: Shape;
  readonly fibers: number;
  readonly genders: readonly (Gender | null)[];
  /** Polishes of the two optics; cables have one throughout. */
  readonly optics: readonly (readonly [Polish, Polish])[];
  readonly opticGenders: readonly (readonly [Gender | null, Gender | null])[];
  /** Whether both ends of a cable are of one gender. */
  readonly evenCables?: boolean;
}

function* channelsOf({ shape, fibers, genders, optics, opticGenders, evenCables }: Combinations, panels: number): Generator<Channel> {
  const wirings = new Map<CableType, Wiring>();
  const end = { shape, legs: 1 };
  const first: Wiring = { a: end, b: end, fibers, type: 'B', shuffle: false };
  const types = possibleTypes(first);
  for (const type of types) wirings.set(type, { ...first, type });
  const plug = (polish: Polish, gender: Gender | null): Plug => ({ shape, polish, gender });
  for (const cableTypes of choices(types, panels + 1))
    for (const adapters of choices(KEYINGS, panels))
      for (const polishes of choices(POLISHES, panels + 1))
        for (const cableGenders of choices(genders, (evenCables === true ? 1 : 2) * (panels + 1)))
          for (const [polishA, polishB] of optics)
            for (const [genderA, genderB] of opticGenders) {
              const runs = cableTypes.map((type, i): Run => {
                const [nearGender, farGender] =
                  evenCables === true ? [cableGenders[i]!, cableGenders[i]!] : [cableGenders[2 * i]!, cableGenders[2 * i + 1]!];
                const [near, far] = [plug(polishes[i]!, nearGender), plug(polishes[i]!, farGender)];
                return { wiring: wirings.get(type)!, enters: 'a', nearLeg: 0, farLeg: 0, near, far };
              });
              yield { a: plug(polishA, genderA), b: plug(polishB, genderB), runs, adapters };
            }
}

/** Compares by one text a channel, since a million expectations take longer than what they look at. */
function disagreement(channel: Channel, sparing: boolean): string | null {
  const seen = simulate(simulated(channel));
  const { faults, mends, light } = judgeChannel(channel);
  for (let joint = 0; joint <= channel.runs.length; joint += 1) {
    const codes = faults.filter((fault) => fault.joint === joint).map(({ code }) => code);
    if (seen.flush[joint] === (codes.includes('polish') || codes.includes('keying'))) return `faces at joint ${joint}`;
    if ((seen.pinned[joint] === 'ok') === codes.includes('gender')) return `pins at joint ${joint}`;
  }
  if (light?.aToB.map(met).join() !== seen.aToB.join() || light.bToA.map(met).join() !== seen.bToA.join()) return 'where the light goes';
  if (works(seen) !== (faults.length === 0)) return 'whether it works';
  if (faults.length === 0) return mends.length === 0 ? null : 'a mend of what works';
  if (!works(simulate(simulated(mends.reduce(withMend, channel))))) return 'that the parts named mend it';
  for (const spared of sparing ? mends : []) {
    if (works(simulate(simulated(mends.filter((mend) => mend !== spared).reduce(withMend, channel)))))
      return 'that each part named must change';
  }
  return null;
}

const isSoak = process.env['RACEWAY_SOAK'] !== undefined;
/** Outside the soak, whether each part named is needed is asked of every so many channels. A prime, so that all kinds come up. */
const SPARED_EVERY = 13;

function disagreements(combinations: Combinations, panels: number): { readonly tried: number; readonly first: string | null } {
  let tried = 0;
  for (const channel of channelsOf(combinations, panels)) {
    tried += 1;
    const wrong = disagreement(channel, isSoak || tried % SPARED_EVERY === 0);
    if (wrong !== null) return { tried, first: `${wrong}: ${JSON.stringify(channel)}` };
  }
  return { tried, first: null };
}

const BOTH_POLISHES: Combinations['optics'] = POLISHES.flatMap((a) => POLISHES.map((b) => [a, b] as const));
const BOTH_GENDERS: Combinations['opticGenders'] = GENDERS.flatMap((a) => GENDERS.map((b) => [a, b] as const));
const PINNED: Combinations['opticGenders'] = [['pinned', 'pinned']];
const SAME: Combinations['optics'] = POLISHES.map((polish) => [polish, polish] as const);

/** With two panels optics are pinned and of one polish, and both ends of a cable of one gender; the soak tries those, too. */
const TWELVE: readonly (readonly [Combinations, number, number])[] = [0, 1, 2].map((panels) => {
  const isWhole = isSoak || panels < 2;
  const optics = isWhole ? BOTH_POLISHES : SAME;
  const opticGenders = isWhole ? BOTH_GENDERS : PINNED;
  const types = 3 ** (panels + 1);
  const cableGenders = (isWhole ? 4 : 2) ** (panels + 1);
  const count = types * 2 ** panels * 2 ** (panels + 1) * cableGenders * optics.length * opticGenders.length;
  return [{ shape: 'MPO-12', fibers: 12, genders: GENDERS, optics, opticGenders, evenCables: !isWhole }, panels, count];
});

describe('a channel', () => {
  it.each(TWELVE)('of twelve-fiber cables is judged as the simulator sees it (%#)', (combinations, panels, count) => {
    expect(disagreements(combinations, panels)).toEqual({ tried: count, first: null });
  });

  const others = (['MPO-12', 'MPO-16', 'MPO-24', 'LC'] as const).map(
    (shape) => [shape, shape === 'MPO-12' ? 8 : positionCount(shape)] as const,
  );
  it.each(others)('of %s with %i fibers is, too', (shape, fibers) => {
    const genders: readonly (Gender | null)[] = shape === 'LC' ? [null] : ['unpinned'];
    const opticGenders: Combinations['opticGenders'] = shape === 'LC' ? [[null, null]] : PINNED;
    for (const panels of [0, 1, 2]) {
      expect(disagreements({ shape, fibers, genders, optics: BOTH_POLISHES, opticGenders }, panels).first).toBeNull();
    }
  });
});

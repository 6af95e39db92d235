/** The planner's channels in the words of the simulator. */
import type { Channel } from '../../shared/channels/channel.ts';
import { ferruleOf, type Plug } from '../../shared/channels/ferrules.ts';
import type { Landing } from '../../shared/channels/light.ts';
import type { Wiring } from '../../shared/channels/wiring.ts';
import type { FanEnd, Seat, SimulatedChannel, SimulatedPlug } from './fiberSimulator.ts';

/** A channel of the planner as bodies in space. */
export function simulated({ a, b, runs, adapters }: Channel): SimulatedChannel {
  const plug = ({ shape, polish, gender }: Plug): SimulatedPlug => {
    const { rows, columns } = ferruleOf(shape);
    return { rows, columns, polish: polish ?? 'UPC', pins: gender === null ? null : gender === 'pinned' };
  };
  return {
    lanesA: ferruleOf(a.shape).opticLanes,
    lanesB: ferruleOf(b.shape).opticLanes,
    a: plug(a),
    b: plug(b),
    cables: runs.map(({ wiring, enters, nearLeg, farLeg, near, far }) => {
      const end = (of: 'a' | 'b', leg: number): FanEnd => {
        const { legs } = wiring[of];
        return { plugs: legs, lanes: wiring.fibers / 2 / legs, plug: leg };
      };
      const isFan = wiring.shuffle || wiring.a.legs !== wiring.b.legs || wiring.a.shape !== wiring.b.shape;
      const [nearEnd, farEnd] = enters === 'a' ? (['a', 'b'] as const) : (['b', 'a'] as const);
      return {
        keyTurns: wiring.type !== 'B',
        pairsCross: wiring.type === 'C',
        near: plug(near),
        far: plug(far),
        ...(isFan
          ? {
              fan: {
                near: end(nearEnd, nearLeg),
                far: end(farEnd, farLeg),
                takes: wiring.pairs ?? 'edges',
                crossed: wiring.type === 'B',
                deals: wiring.shuffle,
                ...(wiring.laneAtB === undefined ? {} : { laid: laidOneByOne(wiring, enters, wiring.laneAtB) }),
              },
            }
          : {}),
        ...(ferruleOf(near.shape).rows === 1 ? { outerColumns: wiring.fibers / 2 / wiring.a.legs } : {}),
      };
    }),
    sameSide: adapters.map((keying) => keying === 'aligned'),
  };
}

/** The pairs of a shuffle as its maker lays them, near end first. */
function laidOneByOne({ a, b, fibers }: Wiring, enters: 'a' | 'b', laneAtB: readonly number[]): (readonly [Seat, Seat])[] {
  const seat = (lane: number, { legs }: Wiring['a']): Seat => {
    const each = fibers / 2 / legs;
    return { plug: Math.floor(lane / each), pair: lane % each };
  };
  const laid = laneAtB.map((at, lane): readonly [Seat, Seat] => [seat(lane, a), seat(at - 1, b)]);
  return enters === 'a' ? laid : laid.map(([atA, atB]) => [atB, atA]);
}

/** What the planner says that a lane meets, in the simulator's words. */
export function met(landing: Landing): string {
  switch (landing.kind) {
    case 'receive':
      return `receives ${landing.lane}`;
    case 'transmit':
      return `sends ${landing.lane}`;
    case 'unused':
      return 'nothing';
    case 'dark':
      return 'no fiber';
    case 'elsewhere':
      return 'elsewhere';
  }
}

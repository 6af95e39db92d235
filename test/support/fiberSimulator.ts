/**
 * Follows light through a channel by geometry alone: plugs are bodies with a key, bores, pins and a sloped face, cables are ribbons
 * that nobody twists, fans take the fibers of a ribbon apart and lay them into other plugs, and everything has a place in space. It
 * shares no table with the planner: no fiber is ever numbered.
 *
 * The channel lies along z, y is up. Bores are found by their x and y; a plug turned key down has turned about z.
 */

export interface SimulatedPlug {
  /** Bores side by side, and one above the other. */
  readonly columns: number;
  readonly rows: number;
  readonly polish: 'APC' | 'UPC';
  /** Null: a connector without pins or holes. */
  readonly pins: boolean | null;
}

/** One end of a fan. */
export interface FanEnd {
  readonly plugs: number;
  /** Pairs of fibers in each plug. */
  readonly lanes: number;
  /** The plug that the channel uses, from 0. */
  readonly plug: number;
}

/** A pair of fibers in a plug of a fan. */
export interface Seat {
  readonly plug: number;
  readonly pair: number;
}

/**
 * Breakouts, cassettes and shuffles: fibers are taken two by two out of the plugs of one end, and laid two by two into those of
 * the other. Who sits in the fan and looks out through a plug with its key up sees the pairs: from the edges inwards, or neighbors.
 */
export interface SimulatedFan {
  readonly near: FanEnd;
  readonly far: FanEnd;
  readonly takes: 'edges' | 'neighbors';
  /** Does a fiber from the left of its pair come out on the right. */
  readonly crossed: boolean;
  /** Each plug deals its pairs out to all plugs of the other end in blocks, instead of filling one after the other. */
  readonly deals: boolean;
  /** Which pair of which plug each pair is laid to, where its maker lays them one by one; from 0, near end first. */
  readonly laid?: readonly (readonly [near: Seat, far: Seat])[];
}

export interface SimulatedCable {
  /** Absent: a ribbon. */
  readonly fan?: SimulatedFan;
  /** How the maker assembled it: does the key of the far plug point the other way, do neighbors change places on the way. */
  readonly keyTurns: boolean;
  readonly pairsCross: boolean;
  readonly near: SimulatedPlug;
  readonly far: SimulatedPlug;
  /** Columns of bores with fibers, from each edge inwards; all of them where absent. */
  readonly outerColumns?: number;
}

export interface SimulatedChannel {
  /** Lanes of each optic on one row: from the left those that send, from the right those that receive. On two rows: a row each. */
  readonly lanesA: number;
  readonly lanesB: number;
  readonly a: SimulatedPlug;
  readonly b: SimulatedPlug;
  readonly cables: readonly SimulatedCable[];
  /** Does an adapter hold its two plugs with the keys on the same side. */
  readonly sameSide: readonly boolean[];
}

export interface Simulated {
  /** By joint: do the end faces lie flat on each other, and does exactly one of the two have pins. */
  readonly flush: readonly boolean[];
  readonly pinned: readonly ('ok' | 'pins on pins' | 'holes on holes')[];
  /** By sending lane: what the light meets. */
  readonly aToB: readonly string[];
  readonly bToA: readonly string[];
}

/** Turned key up: 1, key down: −1. */
type Up = 1 | -1;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Slope of a face along y when its key is up: the angled one stands out at the key. */
const SLOPE = { APC: 1, UPC: 0 } as const;

export function simulate(channel: SimulatedChannel): Simulated {
  const ups = keysUp(channel);
  const joints = jointsOf(channel);
  return {
    flush: joints.map(([one, other], joint) => isFlush(channel, one, other, joint, ups)),
    pinned: joints.map(([one, other]) => pinsOf(one, other)),
    aToB: shine(channel, ups, 'forward'),
    bToA: shine(channel, ups, 'backward'),
  };
}

/** Everything works: every lane that is sent is received as the same lane. */
export function works(seen: Simulated): boolean {
  const arrives = (met: readonly string[]): boolean => met.every((what, lane) => what === `receives ${lane}`);
  return mates(seen) && arrives(seen.aToB) && arrives(seen.bToA);
}

function mates({ flush, pinned }: Simulated): boolean {
  return flush.every(Boolean) && pinned.every((what) => what === 'ok');
}

/** Of a channel with fans: so many lanes arrive, one after the other, and none comes out where nobody waits for it. */
export function worksInPart(seen: Simulated, lanes: number): boolean {
  const arrives = (met: readonly string[]): boolean => {
    const received = met.flatMap((what, lane) => (what.startsWith('receives ') ? [Number(what.slice(9)) - lane] : []));
    const isLost = met.some((what) => what === 'nothing' || what.startsWith('sends '));
    return !isLost && received.length >= lanes && received.every((shift) => shift === received[0]);
  };
  return mates(seen) && arrives(seen.aToB) && arrives(seen.bToA);
}

/** Which way the keys of each cable's two plugs point, the first one up. */
function keysUp({ cables, sameSide }: SimulatedChannel): readonly (readonly [near: Up, far: Up])[] {
  let up: Up = 1;
  return cables.map(({ keyTurns, fan }, i) => {
    if (i > 0 && sameSide[i - 1] === false) up = up === 1 ? -1 : 1;
    const near = up;
    if (fan !== undefined) up = 1;
    else if (keyTurns) up = up === 1 ? -1 : 1;
    return [near, up];
  });
}

function jointsOf({ a, b, cables }: SimulatedChannel): (readonly [SimulatedPlug, SimulatedPlug])[] {
  const faces = [a, ...cables.flatMap(({ near, far }) => [near, far]), b];
  return Array.from({ length: cables.length + 1 }, (_, joint) => [faces[2 * joint]!, faces[2 * joint + 1]!]);
}

function pinsOf(one: SimulatedPlug, other: SimulatedPlug): Simulated['pinned'][number] {
  if (one.pins === null || other.pins === null || one.pins !== other.pins) return 'ok';
  return one.pins ? 'pins on pins' : 'holes on holes';
}

/** Two faces touch all over when what one stands out, the other stands back, at every height. */
function isFlush(
  { cables }: SimulatedChannel,
  one: SimulatedPlug,
  other: SimulatedPlug,
  joint: number,
  ups: readonly (readonly [Up, Up])[],
): boolean {
  const isOptics = joint === 0 || joint === cables.length;
  // Optics are built for the plug that their keyway admits; ferrules of duplex plugs are turned singly by the adapter.
  if (isOptics || one.columns === 2) return SLOPE[one.polish] === SLOPE[other.polish];
  const [upOne, upOther] = [ups[joint - 1]![1], ups[joint]![0]];
  const heights = [-1, 0, 1];
  const gaps = heights.map((y) => SLOPE[one.polish] * upOne * y + SLOPE[other.polish] * upOther * y);
  return gaps.every((gap) => gap === gaps[0]);
}

/** Bores of an optic as one sees them looking into it with its keyway up: columns from the left, rows from the top. */
function opticBores(
  { columns, rows }: SimulatedPlug,
  lanes: number,
): { readonly name: string; readonly column: number; readonly row: number }[] {
  return Array.from({ length: lanes }, (_, lane) => lane).flatMap((lane) => {
    const first = rows === 1 ? 0 : (columns - lanes) / 2;
    return [
      { name: `sends ${lane}`, column: first + lane, row: 0 },
      { name: `receives ${lane}`, column: rows === 1 ? columns - 1 - lane : first + lane, row: rows - 1 },
    ];
  });
}

/** Where an optic's bores are in space. Who looks at optic A looks against z and has x on the right; at optic B, on the left. */
function opticPlaces(channel: SimulatedChannel, end: 'A' | 'B', up: Up): { readonly name: string; readonly at: Place }[] {
  const optic = end === 'A' ? channel.a : channel.b;
  const { columns, rows } = optic;
  const right = end === 'A' ? 1 : -1;
  return opticBores(optic, end === 'A' ? channel.lanesA : channel.lanesB).map(({ name, column, row }) => ({
    name,
    at: { x: right * up * (column - (columns - 1) / 2), y: up * ((rows - 1) / 2 - row) },
  }));
}

function shine(channel: SimulatedChannel, ups: readonly (readonly [Up, Up])[], way: 'forward' | 'backward'): string[] {
  const [a, b] = [opticPlaces(channel, 'A', ups[0]![0]), opticPlaces(channel, 'B', ups.at(-1)![1])];
  const [from, to] = way === 'forward' ? [a, b] : [b, a];
  const met = new Map(to.map(({ name, at }) => [at.x * 100 + at.y, name]));
  const laid = channel.cables.map((cable, i) => ({ cable, ups: ups[i]! }));
  return from
    .filter(({ name }) => name.startsWith('sends'))
    .map(({ at }) => {
      let place: Place | string = at;
      for (const { cable, ups: keys } of way === 'forward' ? laid : laid.toReversed()) {
        place = cable.fan === undefined ? alongRibbon(cable, place) : throughFan(cable, cable.fan, keys, way, place);
        if (typeof place === 'string') return place;
      }
      return met.get(place.x * 100 + place.y) ?? 'nothing';
    });
}

/** Light comes in at one end of a fan and goes out at the other; or `no fiber`, or `elsewhere`: out of a plug of another channel. */
function throughFan(
  { near, far }: SimulatedCable,
  fan: SimulatedFan,
  [upNear, upFar]: readonly [Up, Up],
  way: 'forward' | 'backward',
  { x }: Place,
): Place | string {
  // Who sits inside and looks out towards A has x on the right, towards B on the left.
  const ends = [
    { ...fan.near, columns: near.columns, right: upNear },
    { ...fan.far, columns: far.columns, right: -upFar },
  ] as const;
  const [into, out] = way === 'forward' ? ends : [ends[1], ends[0]];
  const column = into.right * x + (into.columns - 1) / 2;
  const isLeft = fan.takes === 'edges' ? column < into.columns / 2 : column % 2 === 0;
  const pair = fan.takes === 'neighbors' ? Math.floor(column / 2) : isLeft ? column : into.columns - 1 - column;
  if (pair >= into.lanes) return 'no fiber';
  const [plug, place] = seatAcross(fan, { into, out }, way, pair);
  if (plug !== out.plug) return 'elsewhere';
  const goesLeft = isLeft !== fan.crossed;
  const fromEdge = fan.takes === 'neighbors' ? 2 * place + (goesLeft ? 0 : 1) : goesLeft ? place : out.columns - 1 - place;
  return { x: out.right * (fromEdge - (out.columns - 1) / 2), y: 0 };
}

/** Plug and pair at the other end of a fan. */
function seatAcross(
  { deals, laid }: SimulatedFan,
  { into, out }: { readonly into: FanEnd; readonly out: FanEnd },
  way: 'forward' | 'backward',
  pair: number,
): readonly [plug: number, pair: number] {
  if (laid !== undefined) {
    const ways = laid.map(([near, far]) => (way === 'forward' ? ([near, far] as const) : ([far, near] as const)));
    const seat = ways.find(([from]) => from.plug === into.plug && from.pair === pair)?.[1];
    return seat === undefined ? [-1, 0] : [seat.plug, seat.pair];
  }
  if (deals) {
    const block = into.lanes / out.plugs;
    return [Math.floor(pair / block), into.plug * block + (pair % block)];
  }
  const count = into.plug * into.lanes + pair;
  return [Math.floor(count / out.lanes), count % out.lanes];
}

/** Light stays at its place in the ribbon, unless its fiber changes places with its neighbor. */
function alongRibbon({ near: { columns }, pairsCross, outerColumns }: SimulatedCable, { x, y }: Place): Place | string {
  const column = x + (columns - 1) / 2;
  if (outerColumns !== undefined && column >= outerColumns && column < columns - outerColumns) return 'no fiber';
  if (!pairsCross) return { x, y };
  const neighbor = column % 2 === 0 ? column + 1 : column - 1;
  return { x: neighbor - (columns - 1) / 2, y };
}

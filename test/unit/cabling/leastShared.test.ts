/** What would part cables that nothing parts, on a net drawn by hand. */
import { describe, expect, it } from 'vitest';
import type { Ban } from '../../../shared/cabling/diversity/cableSearch.ts';
import { leastShared } from '../../../shared/cabling/diversity/leastShared.ts';
import { finish } from '../../../shared/work.ts';
import { NO_PLACE, type MemberNet } from '../../../shared/cabling/diversity/memberNet.ts';

const MEMBERS = [0, 1, 2];
/** Nodes: 0 to 2 the starts, 3 to 5 the finishes, then the two ends of a joint and the place beyond the two pathways. */
const [JOINT, BEYOND_JOINT, END] = [6, 7, 8];

/** Three cables that all pass a joint of this length; after it, two pathways lie side by side. */
function jointThenTwo(jointMm: number): MemberNet {
  const stretch = (edge: number, toMm: number): Ban => ({ kind: 'stretch', edge, fromMm: 0, toMm });
  const places = [stretch(0, jointMm), stretch(1, 1000), stretch(2, 1200)];
  const arcs = [
    ...MEMBERS.map((member) => ({ from: member, to: JOINT, mm: 100, place: NO_PLACE })),
    { from: JOINT, to: BEYOND_JOINT, mm: jointMm, place: 0 },
    { from: BEYOND_JOINT, to: END, mm: 1000, place: 1 },
    { from: BEYOND_JOINT, to: END, mm: 1200, place: 2 },
    ...MEMBERS.map((member) => ({ from: END, to: 3 + member, mm: 100, place: NO_PLACE })),
  ].sort((a, b) => a.from - b.from);
  const nodeCount = END + 1;
  return {
    nodeCount,
    first: Int32Array.from({ length: nodeCount + 1 }, (_, node) => arcs.filter(({ from }) => from < node).length),
    arcTo: Int32Array.from(arcs, ({ to }) => to),
    arcMm: Float64Array.from(arcs, ({ mm }) => mm),
    arcPlace: Int32Array.from(arcs, ({ place }) => place),
    places,
    isSingle: Uint8Array.from([jointMm > 0 ? 1 : 0, 1, 1]),
    placeMm: Float64Array.from([jointMm, 1000, 1200]),
    start: Int32Array.from(MEMBERS),
    finish: Int32Array.from(MEMBERS, (member) => 3 + member),
    shut: MEMBERS.map(() => new Uint8Array(places.length)),
    mostInsideMm: 0,
  };
}

describe('what cables share at least', () => {
  it('is told though all of them pass a place of no length, which keeps nothing together', () => {
    const shared = finish(leastShared(jointThenTwo(0), MEMBERS, MEMBERS));
    expect(shared.enough).toBe('any');
    expect(shared.places.map((place) => (place.kind === 'stretch' ? place.edge : null)).sort()).toEqual([1, 2]);
  });

  it('is told of no single pathway where a joint that has a length would hold three of them all the same', () => {
    expect(finish(leastShared(jointThenTwo(500), MEMBERS, MEMBERS))).toEqual({ enough: 'all', places: [] });
  });
});

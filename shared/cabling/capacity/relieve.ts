/**
 * Second phase of routing: where the shortest ways overfill a pathway, cables of that part of the network go other ways, so that
 * nothing is over its limit; for those that find no room, the segments that would have to give way are named.
 */
import { must } from '../../assert.ts';
import type { Plan } from '../../plan/types.ts';
import type { Survey } from '../../survey/types.ts';
import type { PortTable } from '../portTable.ts';
import type { Cabling } from '../types.ts';
import { bundlesOf, weightsOf } from './bundles.ts';
import { Crowd } from './crowd.ts';
import type { Demand } from './demand.ts';
import { detoursOf, type Detour } from './detours.ts';
import { DemandSplitter } from './demandSplitter.ts';
import { edgeLimits, overfullSegments, type EdgeLimits } from './edgeLimits.ts';
import { Cutter, type Cut } from './minimumCut.ts';
import { networkParts } from './networkParts.ts';
import { Places } from './places.ts';
import { stayApart } from './settle.ts';
import { solve } from './solve.ts';
import { WaySearch, type Slices } from './waySearch.ts';

export interface Relief {
  readonly detours: readonly Detour[];
  readonly crowdings: Cabling['crowdings'];
}

/** What the parts of the network were given, to be taken over while nothing in them changes. */
export type ReliefOfParts = ReadonlyMap<number, Relief>;

/** How far the relief is: what was found so far, and the parts that are still without. */
export interface Relieving {
  readonly found: ReliefOfParts;
  /** By the smallest edge of each, ascending. */
  readonly open: readonly number[];
  readonly partOf: Int32Array;
  /** 0 … 1; never falls. Nobody knows how long negotiation takes, so it comes near to the next part and waits there. */
  readonly share: number;
}

/**
 * Relief of each part that is over a limit, in order of its smallest segment. `kept` says what holds from an earlier state.
 * Pauses often; whatever is done with a pause, what it returns is the same.
 */
export function* relieve(
  plan: Plan,
  survey: Survey,
  shortest: Cabling,
  ports: PortTable,
  kept: (partOf: Int32Array) => ReliefOfParts,
): Generator<Relieving, ReliefOfParts> {
  const limits = edgeLimits(survey.network, plan.settings);
  const overfull = overfullSegments(survey.network, limits, shortest.loads);
  if (overfull.length === 0) return new Map();
  const { ofEdge } = networkParts(survey);
  const known = kept(ofEdge);
  const parts = [...new Set(overfull.map((segment) => ofEdge[segment]!))].sort((a, b) => a - b);
  const open = parts.filter((part) => !known.has(part));
  const solved = new Map([...known].filter(([part]) => parts.includes(part)));
  for (const [done, part] of open.entries()) {
    const standing = { found: new Map(solved), open: open.slice(done), partOf: ofEdge };
    const work = relievePart({ plan, survey, shortest, ports, limits, isInPart: (edge) => ofEdge[edge] === part });
    for (;;) {
      const slice = work.next();
      if (slice.done === true) {
        solved.set(part, slice.value);
        break;
      }
      yield { ...standing, share: (done + slice.value / (slice.value + USUAL_EFFORT)) / open.length };
    }
  }
  return new Map(parts.map((part) => [part, must(solved.get(part), 'relief')]));
}

/** Effort at which a part counts as half done. */
const USUAL_EFFORT = 200_000;

interface PartInput {
  readonly plan: Plan;
  readonly survey: Survey;
  readonly shortest: Cabling;
  readonly ports: PortTable;
  readonly limits: EdgeLimits;
  readonly isInPart: (edge: number) => boolean;
}

function* relievePart({ plan, survey, shortest, ports, limits, isInPart }: PartInput): Slices<Relief> {
  yield 0;
  const { network } = survey;
  const accesses = survey.accesses.filter(({ segment }) => isInPart(segment));
  const places = new Places(network, limits, accesses);
  const splitter = new DemandSplitter(plan, survey, shortest, ports, places);
  const weights = weightsOf(shortest.families);
  const bundles = bundlesOf(survey, shortest, places, weights, isInPart);
  const search = new WaySearch(network, places, accesses.length);
  const crowd = new Crowd(places, search, bundles, (bundle) => splitter.split(bundle, weights.indexOf(bundle.weight)));
  const { crowdedOut: unplaced } = yield* solve(crowd);
  const crowdedOut = stayApart(crowd, unplaced);
  const detours = crowd.demands().flatMap((demand) => detoursOf(demand, crowd.homeOf(demand), splitter, places));
  const cutter = new Cutter(network, places);
  const bottlenecks: Bottleneck[] = [];
  for (const { demand, count } of crowdedOut) {
    yield search.effort;
    bottleneckOf(cutter, bottlenecks, demand, crowd).cables.push(...demand.cables.slice(demand.cables.length - count));
  }
  return {
    detours: detours.sort((a, b) => a.cable - b.cable),
    crowdings: bottlenecks.map(({ cut, cables }) => ({ segments: cut.segments, cables: cables.sort((a, b) => a - b) })),
  };
}

/** Cables without room, by the segments that would have to give way. */
interface Bottleneck {
  readonly cut: Cut;
  readonly isApart: boolean;
  readonly cables: number[];
}

/** The bottleneck of a demand among those that are known, joined by its own where none of them names as few segments for it. */
function bottleneckOf(cutter: Cutter, known: Bottleneck[], demand: Demand, crowd: Crowd): Bottleneck {
  const isApart = demand.apart !== null;
  const parting = isApart ? undefined : fewestParting(cutter, known, demand);
  // A single segment is the fewest for every demand that it parts; of several, fewer may do for this one.
  if (parting !== undefined && sizeOf(parting) === 1) return parting;
  const cut = cutter.cut(demand, crowd.homeOf(demand));
  const same = isApart ? known.find((one) => one.isApart && String(one.cut.segments) === String(cut.segments)) : parting;
  if (same !== undefined && sizeOf(same) <= cut.segments.length) return same;
  const own = { cut, isApart, cables: [] };
  known.push(own);
  return own;
}

/** Of the bottlenecks that part the ends of a demand, the first that names the fewest segments. */
function fewestParting(cutter: Cutter, known: readonly Bottleneck[], demand: Demand): Bottleneck | undefined {
  let fewest: Bottleneck | undefined;
  for (const one of known) {
    if (one.isApart || (fewest !== undefined && sizeOf(one) >= sizeOf(fewest)) || !cutter.parts(one.cut, demand)) continue;
    fewest = one;
    if (sizeOf(one) === 1) break;
  }
  return fewest;
}

function sizeOf({ cut }: Bottleneck): number {
  return cut.segments.length;
}

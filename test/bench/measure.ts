/**
 * One measurement in a process of its own, so that nothing is warm from another: `node measure.ts WHAT PLAN [HALLS]`.
 * Prints one line of JSON: what was measured, milliseconds, and the peak of resident memory.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Patch } from 'immer';
import { NONE } from '../../shared/cabling/types.ts';
import { derive, type Derived } from '../../shared/engine/engine.ts';
import { createEngineSession, type EngineSession, type TemplateSource } from '../../shared/engine/session.ts';
import { parsePlan } from '../../shared/plan/parsePlan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { expandGraph, graphSize } from '../../shared/cabling/expandedGraph.ts';
import { must } from '../../shared/assert.ts';
import { fail } from '../../shared/result.ts';
import { repeatPlan } from './campusPlan.ts';
import { bareTrees, graphologyRoutes, ngraphRoutes, type OpeningPair } from './peers.ts';

const measurements: Readonly<Record<string, (planFile: string, copies: number) => Record<string, number>>> = {
  takeoff: (planFile) => {
    const plan = readPlan(planFile);
    const started = performance.now();
    const derived = derive(plan);
    const ms = performance.now() - started;
    return {
      ms,
      links: derived.takeoff.links.count,
      cabinets: derived.takeoff.cabinets.count,
      ...graphSize(derived.survey, derived.cabling),
    };
  },
  bare: (planFile) => {
    const graph = graphOf(derive(readPlan(planFile)));
    const started = performance.now();
    bareTrees(graph);
    return { ms: performance.now() - started };
  },
  ngraph: (planFile) => perRoute(planFile, 400, ngraphRoutes),
  graphology: (planFile) => perRoute(planFile, 60, graphologyRoutes),
  move: (planFile) => medianMoves(readPlan(planFile), 21),
  moveApart: (planFile) => medianMoves(withLeavesApart(readPlan(planFile)), 9),
  moveFull: (planFile) => medianMoves(narrowed(readPlan(planFile), 0.45), 7),
  moveHopeless: (planFile) => medianMoves(narrowed(readPlan(planFile), 0.2), 5),
  /** A fresh process that derives it once, with its memory. */
  campus: (planFile) => {
    const plan = readPlan(planFile);
    const started = performance.now();
    const { takeoff } = derive(plan);
    return { ms: performance.now() - started, links: takeoff.links.count, halls: plan.halls.size };
  },
  /** Of so many halls alike, apart from each other: the first derivation of a fresh process, its memory, and the second, when all code is warm. */
  scale: (planFile, copies) => {
    const plan = repeatPlan(readPlan(planFile), copies);
    /** Keeps none of what it derives: two of them at once would be another measurement. */
    const timed = (): { readonly ms: number; readonly links: number; readonly cabinets: number } => {
      const started = performance.now();
      const { takeoff } = derive(plan);
      return { ms: performance.now() - started, links: takeoff.links.count, cabinets: takeoff.cabinets.count };
    };
    const { ms: coldMs, links, cabinets } = timed();
    const rssColdMb = process.resourceUsage().maxRSS / 1024;
    return { ms: median([timed().ms, timed().ms, timed().ms]), coldMs, links, cabinets, rssColdMb };
  },
};

/** Moved one after the other; the median of each figure. */
function medianMoves(plan: Plan, count: number): Record<string, number> {
  const session = new MeasuredSession(plan);
  const cabinets = [...plan.cabinets.values()];
  const moves = Array.from({ length: count }, (_, move) => {
    const { id, xMm } = must(cabinets[(move * 97 + 13) % cabinets.length], 'cabinet');
    return session.patch([{ op: 'replace', path: ['cabinets', id, 'xMm'], value: xMm + 10 }]);
  });
  const median = (of: (move: Moved) => number): number => must(moves.map(of).sort((a, b) => a - b)[count >> 1], 'move');
  return { ms: median(({ settledMs }) => settledMs), firstMs: median(({ firstMs }) => firstMs) };
}

/** The plan with the uplinks of each of its leaves kept apart. */
function withLeavesApart(plan: Plan): Plan {
  const fabric = must([...plan.fabrics.keys()][0], 'fabric');
  const members = { kind: 'fabric', fabric, tier: 'leaf-spine', end: 'a' } as const;
  return { ...plan, diversityGroups: new Map([['leaves', { id: 'leaves', name: 'Leaves', members }]]) };
}

/** The plan with every pathway cut to a share of its width. */
function narrowed(plan: Plan, share: number): Plan {
  const segments = [...plan.segments].map(([id, segment]) => [id, { ...segment, widthMm: Math.round(segment.widthMm * share) }] as const);
  return { ...plan, segments: new Map(segments) };
}

/** From a patch received to the first figures posted, and to those that are settled. */
interface Moved {
  readonly firstMs: number;
  readonly settledMs: number;
}

/** The engine's session as its worker runs it, step by step. */
class MeasuredSession {
  readonly #session: EngineSession;
  #revision = 0;
  #startedMs = 0;
  #moved: { firstMs: number | null; settledMs: number | null } = { firstMs: null, settledMs: null };

  constructor(plan: Plan) {
    this.#session = createEngineSession({
      post: (message) => {
        if (message.type !== 'result') return;
        const ms = performance.now() - this.#startedMs;
        this.#moved.firstMs ??= ms;
        if (message.solving.length === 0) this.#moved.settledMs ??= ms;
      },
      now: () => performance.now(),
      templates: noTemplates,
    });
    this.#session.receive({ type: 'adopt', revision: 0, plan });
    while (this.#session.step());
  }

  patch(patches: readonly Patch[]): Moved {
    this.#moved = { firstMs: null, settledMs: null };
    this.#startedMs = performance.now();
    this.#session.receive({ type: 'patch', from: this.#revision, to: this.#revision + 1, patches });
    while (this.#session.step());
    this.#revision += 1;
    const { firstMs, settledMs } = this.#moved;
    if (firstMs === null || settledMs === null) throw new Error('a patch gives figures that settle');
    return { firstMs, settledMs };
  }
}

/** A session that is only given plans asks no template. */
const noTemplates: TemplateSource = {
  list: () => [],
  counts: () => fail({ code: 'template.none', message: 'no template', remedy: 'give a plan' }),
  generate: () => fail({ code: 'template.none', message: 'no template', remedy: 'give a plan' }),
};

function readPlan(planFile: string): Plan {
  const parsed = parsePlan(readFileSync(planFile));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

function graphOf(derived: Derived): ReturnType<typeof expandGraph> {
  return expandGraph(derived.survey, derived.cabling);
}

type PeerRoutes = (graph: ReturnType<typeof expandGraph>, pairs: readonly OpeningPair[]) => { prepare: () => void; run: () => number };

/** Milliseconds for all links at the pace of a spread sample of them. */
function perRoute(planFile: string, sample: number, peer: PeerRoutes): Record<string, number> {
  const derived = derive(readPlan(planFile));
  const graph = graphOf(derived);
  const { links, cables, routes } = derived.cabling;
  const pairs: OpeningPair[] = [];
  for (let taken = 0; taken < sample; taken += 1) {
    const link = Math.floor((taken * links.count) / sample);
    const route = cables.route[links.cable[link]!]!;
    if (route === NONE) continue;
    const { accessA, accessB } = must(routes[route], 'route');
    pairs.push({ from: graph.openingNode[accessA]!, to: graph.openingNode[accessB]! });
  }
  const { prepare, run } = peer(graph, pairs);
  prepare();
  const started = performance.now();
  run();
  const perLinkMs = (performance.now() - started) / pairs.length;
  return { ms: perLinkMs * links.count, perLinkMs };
}

function median(values: readonly number[]): number {
  return must(values.toSorted((a, b) => a - b)[values.length >> 1], 'value');
}

const [what = '', planFile = '', copies = '1'] = process.argv.slice(2);
const figures = must(measurements[what], `measurement ${what}`)(planFile, Number(copies));
process.stdout.write(`${JSON.stringify({ what, ...figures, rssPeakMb: process.resourceUsage().maxRSS / 1024 })}\n`);

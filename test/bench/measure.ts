/**
 * One measurement in a process of its own, so that nothing is warm from another: `node measure.ts WHAT`.
 * Prints one line of JSON: what was measured, milliseconds, and the peak of resident memory.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Patch } from 'immer';
import { loadCatalog } from '../../electron/catalogFiles.ts';
import { NONE } from '../../shared/cabling/types.ts';
import { derive, type Derived } from '../../shared/engine/engine.ts';
import { createEngineSession, type EngineSession, type TemplateSource } from '../../shared/engine/session.ts';
import { parsePlan } from '../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { expandGraph, graphSize } from '../../shared/cabling/expandedGraph.ts';
import { generateRailOptimised } from '../../shared/templates/railOptimised.ts';
import { must } from '../../shared/assert.ts';
import { fail } from '../../shared/result.ts';
import { repeatPlan } from './campusPlan.ts';
import { bareTrees, graphologyRoutes, ngraphRoutes, type OpeningPair } from './peers.ts';

const measurements: Readonly<Record<string, (planFile: string) => Record<string, number>>> = {
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
  move: (planFile) => {
    const plan = readPlan(planFile);
    const session = new MeasuredSession(plan);
    const cabinets = [...plan.cabinets.values()];
    const moves = Array.from({ length: 21 }, (_, move) => {
      const { id, xMm } = must(cabinets[(move * 97) % cabinets.length], 'cabinet');
      return session.patch([{ op: 'replace', path: ['cabinets', id, 'xMm'], value: xMm + 10 }]);
    });
    return { ms: must(moves.sort((a, b) => a - b)[10], 'move') };
  },
  campus: (planFile) => {
    const hall = readPlan(planFile);
    const links = derive(hall).takeoff.links.count;
    const campus = repeatPlan(hall, Math.ceil(1_000_000 / links));
    const started = performance.now();
    const derived = derive(campus);
    return { ms: performance.now() - started, links: derived.takeoff.links.count, cabinets: derived.takeoff.cabinets.count };
  },
};

/** The engine's session as its worker runs it, timed from a patch received to its result posted. */
class MeasuredSession {
  readonly #session: EngineSession;
  #revision = 0;
  #results = 0;

  constructor(plan: Plan) {
    this.#session = createEngineSession({
      post: ({ type }) => {
        if (type === 'result') this.#results += 1;
      },
      now: () => performance.now(),
      templates: noTemplates,
    });
    this.#session.receive({ type: 'adopt', revision: 0, plan });
    while (this.#session.step());
  }

  patch(patches: readonly Patch[]): number {
    const before = this.#results;
    const started = performance.now();
    this.#session.receive({ type: 'patch', from: this.#revision, to: this.#revision + 1, patches });
    while (this.#session.step());
    this.#revision += 1;
    if (this.#results !== before + 1) throw new Error('a patch gives one result');
    return performance.now() - started;
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

const [what = '', planFile = ''] = process.argv.slice(2);
if (what === 'plan') {
  const plan = generateRailOptimised(loadCatalog(), { preset: 'b200', su: 64, ufm: false });
  if (!plan.ok) throw new Error(plan.error.message);
  process.stdout.write(serializePlan(plan.value));
} else {
  const figures = must(measurements[what], `measurement ${what}`)(planFile);
  process.stdout.write(`${JSON.stringify({ what, ...figures, rssPeakMb: process.resourceUsage().maxRSS / 1024 })}\n`);
}

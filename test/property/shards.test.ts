/** Law: any number of workers gives the same, whichever shard each has: shards merge by id to what one process gives alone. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import type { HandLink, Plan } from '../../shared/plan/types.ts';
import { joinPlans } from '../bench/campusPlan.ts';
import { crowdedHall } from '../support/crowdedHall.ts';
import { randomHall } from '../support/randomHall.ts';
import { SeededRandom } from '../support/random.ts';
import { shardRows, type ShardKind, type ShardRows } from '../support/shards/shardRows.ts';

const MOST_WORKERS = 3;
let workers: Worker[] = [];

beforeAll(() => {
  workers = Array.from({ length: MOST_WORKERS }, () => new Worker(new URL('../support/shards/shardWorker.ts', import.meta.url)));
});
afterAll(() => Promise.all(workers.map((worker) => worker.terminate())));

async function rowsOf(worker: Worker, plan: Plan, kind: ShardKind): Promise<ShardRows> {
  worker.postMessage({ bytes: new TextEncoder().encode(serializePlan(plan)), kind });
  const [rows] = (await once(worker, 'message')) as [ShardRows];
  return rows;
}

/** All shards at once, a worker each, merged by id; whoever ends first, the order is that of the ids. */
async function merged(shards: readonly Plan[], kind: ShardKind): Promise<ShardRows> {
  const rows = await Promise.all(shards.map((shard, index) => rowsOf(workers[index]!, shard, kind)));
  return byId(rows.flat());
}

function byId(rows: ShardRows): ShardRows {
  return rows.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Deals the entries out to so many shards by chance. */
function dealt<T>(entries: readonly T[], shards: number, random: SeededRandom): T[][] {
  const hands = Array.from({ length: shards }, (): T[] => []);
  for (const entry of entries) random.pick(hands).push(entry);
  return hands;
}

const withLinks = (plan: Plan, links: readonly (readonly [string, HandLink])[]): Plan => ({ ...plan, links: new Map(links) });

describe.each([1, 2, 3])('%i workers', (count) => {
  it('find the ways that one finds, each for its share of the links', async () => {
    const random = new SeededRandom(count);
    for (let seed = 1; seed <= 6; seed += 1) {
      const plan = randomHall(seed);
      const shards = dealt([...plan.links], count, random).map((links) => withLinks(plan, links));
      expect(await merged(shards, 'routes')).toEqual(byId(shardRows(plan, 'routes')));
    }
  });

  it('give the figures that one gives, each for its share of the halls of a campus', async () => {
    const random = new SeededRandom(count);
    const halls = Array.from({ length: 6 }, (_, index) => `h${String(index + 1).padStart(3, '0')}-`);
    const campus = joinPlans(halls.map((_, index) => crowdedHall(30 + index)));
    const shards = dealt(halls, count, random).map((own) => onlyHalls(campus, own));
    expect(await merged(shards, 'figures')).toEqual(byId(shardRows(campus, 'figures')));
  });
});

/** The halls whose ids begin so, and what stands in them. */
function onlyHalls(campus: Plan, prefixes: readonly string[]): Plan {
  const own = <T>(table: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...table].filter(([id]) => prefixes.some((prefix) => id.startsWith(prefix))));
  return {
    ...campus,
    halls: own(campus.halls),
    cabinets: own(campus.cabinets),
    devices: own(campus.devices),
    junctions: own(campus.junctions),
    segments: own(campus.segments),
    links: own(campus.links),
  };
}

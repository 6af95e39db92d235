/** One of several workers that each derive a shard of a plan. */
import { parentPort } from 'node:worker_threads';
import { must } from '../../../shared/assert.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { shardRows, type ShardKind } from './shardRows.ts';

const port = must(parentPort, 'port');
port.on('message', ({ bytes, kind }: { readonly bytes: Uint8Array; readonly kind: ShardKind }) => {
  const plan = parsePlan(bytes);
  if (!plan.ok) throw new Error(plan.error.message);
  port.postMessage(shardRows(plan.value, kind));
});

/** Cables drawn as they are pulled: one line for each loom and for each cable that is in none. */
import { loomsOf } from '../looms/looms.ts';
import { mergeSome } from './cableColumns.ts';
import type { Derived } from './engine.ts';
import type { LoomLines } from './protocol.ts';

/** The first cable of every loom stands for all of it: they lie on one way. */
export function buildLoomLines(derived: Derived): LoomLines {
  const { survey, cabling } = derived;
  const isBound = new Uint8Array(cabling.cables.count);
  for (const { members } of loomsOf(derived)) for (const cable of members.slice(1)) isBound[cable] = 1;
  const rows: number[] = [];
  for (let cable = 0; cable < cabling.cables.count; cable += 1) if (isBound[cable] === 0) rows.push(cable);
  return mergeSome(survey, cabling, Int32Array.from(rows));
}

/** Trays in line: some segments as runs from end to end. */
import { must } from '../assert.ts';
import { compareIds } from '../plan/sortedById.ts';
import type { Junction, Segment } from '../plan/types.ts';
import { ok, type Result, type UserError } from '../result.ts';
import { refuse } from './changeOf.ts';

/** One run: its junctions in order, from its western end, or its southern where both lie as far west; a closed one ends where it begins. */
export interface TrayPath {
  readonly junctions: readonly string[];
  readonly isClosed: boolean;
}

/** Parts segments into runs; refused where three of them meet, for a run with branches has no one side. */
export function trayPaths(segments: readonly Segment[], junctions: ReadonlyMap<string, Junction>): Result<TrayPath[], UserError> {
  const meeting = new Map<string, Segment[]>();
  for (const segment of [...segments].sort((a, b) => compareIds(a.id, b.id))) {
    for (const end of [segment.from, segment.to]) meeting.set(end, [...(meeting.get(end) ?? []), segment]);
  }
  const branch = [...meeting.values()].find((met) => met.length > 2);
  if (branch !== undefined) {
    const names = branch.map(({ name }) => name).join(', ');
    return refuse(`${names} meet at one place, so that the run has branches`, 'select one run without its branches');
  }
  const left = new Set(segments);
  const walk = (start: string): string[] => {
    const path = [start];
    for (let at = start; ;) {
      const next = meeting.get(at)?.find((segment) => left.has(segment));
      if (next === undefined) return path;
      left.delete(next);
      at = next.from === at ? next.to : next.from;
      path.push(at);
    }
  };
  const ends = [...meeting].filter(([, met]) => met.length === 1).map(([id]) => id);
  const paths: TrayPath[] = [];
  for (const start of [...ends, ...meeting.keys()]) {
    if (!(meeting.get(start) ?? []).some((segment) => left.has(segment))) continue;
    const path = walk(start);
    paths.push({ junctions: oriented(path, junctions), isClosed: path.length > 2 && path[0] === path.at(-1) });
  }
  return ok(paths);
}

function oriented(path: readonly string[], junctions: ReadonlyMap<string, Junction>): readonly string[] {
  const at = (id: string | undefined): Junction => must(junctions.get(id ?? ''), 'junction');
  const [first, last] = [at(path[0]), at(path.at(-1))];
  const isBackwards = last.xMm < first.xMm || (last.xMm === first.xMm && last.yMm > first.yMm);
  return isBackwards ? path.toReversed() : path;
}

/** What cables cannot do without. */
import { must } from '../../assert.ts';
import type { ApartWay, Ban, CableSearch } from './cableSearch.ts';
import type { Meeting } from './conflicts.ts';

/** Places that every one of these cables passes, whatever way it takes, in the order of the first one's way. */
export function neededByAll(meeting: Meeting, searches: readonly CableSearch[]): Ban[] {
  const way = searches[0]?.find([]) ?? null;
  if (way === null) return [];
  const needed: Ban[] = [];
  for (const place of piecesOf(meeting, way)) {
    if (searches.every((search) => search.find([place]) === null)) needed.push(place);
  }
  return needed;
}

/** Each stretch of a way from landing to landing, once. */
function piecesOf(meeting: Meeting, { steps }: ApartWay): Ban[] {
  const pieces = steps.flatMap(({ edge, fromMm, toMm }) => {
    const [low, high] = [Math.min(fromMm, toMm), Math.max(fromMm, toMm)];
    const marks = [low, ...meeting.marksOf(edge).filter((mark) => mark > low && mark < high), high];
    const parts = marks.slice(1).map((mark, at): Ban => ({ kind: 'stretch', edge, fromMm: must(marks[at], 'mark'), toMm: mark }));
    return (fromMm < toMm ? parts : parts.reverse()).filter((part) => part.kind === 'stretch' && part.toMm > part.fromMm);
  });
  const keys = pieces.map((piece) => JSON.stringify(piece));
  return pieces.filter((_, at) => keys.indexOf(keys[at]!) === at);
}

/** Trays over a row that is longer now: they go on to its new end. */
import { boxAround, boxAroundBoxes, type Box } from '../../geometry/shapes.ts';
import { TOUCHING_MM } from '../../geometry/polygons.ts';
import { sortedById } from '../../plan/sortedById.ts';
import type { Cabinet, Junction, Plan, Segment } from '../../plan/types.ts';
import { linesOf, southOf, turnToLines, type Line } from './lines.ts';
import { RowNames } from './rowNames.ts';
import { cornersOf, HallTurn } from './turnedHall.ts';

export interface ExtendedTrays {
  readonly junctions: readonly Junction[];
  readonly segments: readonly Segment[];
}

/** `plan` has the new cabinets in it, and the trays of new lines. */
export function extendTrays(plan: Plan, hall: string, fresh: readonly Cabinet[]): ExtendedTrays {
  const turn = new HallTurn(plan.catalog, turnToLines(plan, hall));
  const turned = turn.plan(plan, hall);
  const isFresh = new Set(fresh.map(({ id }) => id));
  const names = new RowNames(plan, hall);
  const draft = { junctions: [] as Junction[], segments: [] as Segment[] };
  for (const line of linesOf(turned, hall)) {
    if (!line.cabinets.some(({ id }) => isFresh.has(id))) continue;
    for (const end of endsOver(turned, hall, line)) extend(turned, line, { ...end, isFresh, names, draft });
  }
  const back = turn.back();
  return { junctions: draft.junctions.map((junction) => back.junction(junction)), segments: draft.segments };
}

interface TrayEnd {
  readonly side: 'west' | 'east';
  readonly junction: Junction;
  readonly segment: Segment;
}

/** Both ends of each run of trays along a line: of those at one distance from its rears, at one height. */
function endsOver(plan: Plan, hall: string, line: Line): TrayEnd[] {
  const over = new Map(
    sortedById(plan.junctions)
      .filter((one) => one.hall === hall && one.yMm >= line.yMm && one.yMm <= southOf(line))
      .map((one) => [one.id, one]),
  );
  const runs = new Map<string, { readonly junction: Junction; readonly segment: Segment }[]>();
  for (const segment of sortedById(plan.segments)) {
    const [from, to] = [over.get(segment.from), over.get(segment.to)];
    if (!segment.acceptsDrops || from === undefined || to === undefined || Math.abs(from.yMm - to.yMm) > TOUCHING_MM) continue;
    const key = `${from.yMm} ${segment.elevationMm}`;
    runs.set(key, [...(runs.get(key) ?? []), { junction: from, segment }, { junction: to, segment }]);
  }
  return [...runs.values()].flatMap((run): TrayEnd[] => {
    const inOrder = run.sort((a, b) => a.junction.xMm - b.junction.xMm);
    const [west, east] = [inOrder[0], inOrder.at(-1)];
    return west === undefined || east === undefined
      ? []
      : [
          { side: 'west', ...west },
          { side: 'east', ...east },
        ];
  });
}

interface Extension extends TrayEnd {
  readonly isFresh: ReadonlySet<string>;
  readonly names: RowNames;
  readonly draft: { readonly junctions: Junction[]; readonly segments: Segment[] };
}

function extend(plan: Plan, line: Line, { side, junction, segment, isFresh, names, draft }: Extension): void {
  const boxOf = (cabinets: readonly Cabinet[]): Box | null =>
    cabinets.length === 0 ? null : boxAroundBoxes(cabinets.map((cabinet) => boxAround(cornersOf(plan, cabinet))));
  const fresh = boxOf(line.cabinets.filter(({ id }) => isFresh.has(id)));
  const before = boxOf(line.cabinets.filter(({ id }) => !isFresh.has(id)));
  if (fresh === null) return;
  const sign = side === 'east' ? 1 : -1;
  const edge = ({ minXMm, maxXMm }: Box): number => (side === 'east' ? maxXMm : minXMm);
  // Ends as far from the end of the row as before.
  const insetMm = before === null ? 0 : Math.max(0, sign * (edge(before) - junction.xMm));
  const xMm = edge(fresh) - sign * insetMm;
  if (sign * (xMm - junction.xMm) <= 0) return;
  const end: Junction = { ...junction, id: names.id(counted(junction.id)), xMm };
  draft.junctions.push(end);
  draft.segments.push({
    ...segment,
    id: names.id(counted(segment.id)),
    name: names.pathway(counted(segment.name)),
    from: junction.id,
    to: end.id,
    surveyedLengthMm: null,
  });
}

/** `tray-A-03` after `tray-A-02`; a name without a number stays as it is. */
function counted(text: string): string {
  return text.replace(/\d+$/u, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'));
}

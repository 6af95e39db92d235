/** What a frame that is tied to nothing is drawn around: several things that it goes along with where all of them move together. */
import { cabinetCorners } from '../geometry/footprint.ts';
import { boxAround, type Box, type Point } from '../geometry/shapes.ts';
import type { NotedThings } from './notePlaces.ts';
import { isBoxMark, type Note } from './notes.ts';

/** What counts first: trays and columns among cabinets are not what a frame around a row is about. */
export const framedKinds = ['cabinet', 'obstacle', 'segment'] as const;
export type FramedKind = (typeof framedKinds)[number];

export interface FramedThings {
  readonly kind: FramedKind;
  readonly ids: readonly string[];
}

/** Things wholly inside; null: the mark is no frame, is tied to a thing, or surrounds fewer than two. */
export function framedThings(plan: NotedThings, note: Pick<Note, 'hall' | 'mark' | 'points' | 'about'>): FramedThings | null {
  if (note.about !== null || !isBoxMark(note.mark)) return null;
  const box = boxAround(note.points.map(([xMm, yMm]) => ({ xMm, yMm })));
  for (const kind of framedKinds) {
    const ids = inside(plan, kind, note.hall, box);
    if (ids.length > 0) return ids.length > 1 ? { kind, ids } : null;
  }
  return null;
}

/** How far a change of the plan takes a frame: as far as all that it surrounds moves; else it stays. */
export function framedShift(before: NotedThings, after: NotedThings, note: Note): readonly [dxMm: number, dyMm: number] {
  const framed = framedThings(before, note);
  if (framed === null) return [0, 0];
  let common: readonly [number, number] | null = null;
  for (const id of framed.ids) {
    const [was, is] = [placesOf(before, framed.kind, id), placesOf(after, framed.kind, id)];
    for (const [key, { xMm, yMm }] of was) {
      const now = is.get(key);
      if (now === undefined) return [0, 0];
      common ??= [now.xMm - xMm, now.yMm - yMm];
      if (now.xMm - xMm !== common[0] || now.yMm - yMm !== common[1]) return [0, 0];
    }
  }
  return common ?? [0, 0];
}

function inside(plan: NotedThings, kind: FramedKind, hall: string, box: Box): string[] {
  switch (kind) {
    case 'cabinet':
      return [...plan.cabinets.values()]
        .filter(
          (cabinet) =>
            cabinet.hall === hall && holds(box, cabinet) && [...placesOf(plan, kind, cabinet.id).values()].every((at) => holds(box, at)),
        )
        .map(({ id }) => id);
    case 'obstacle':
      return [...plan.obstacles.values()]
        .filter(({ outline, hall: own }) => own === hall && outline.every(([xMm, yMm]) => holds(box, { xMm, yMm })))
        .map(({ id }) => id);
    case 'segment':
      return [...plan.segments.values()]
        .filter(({ from, to }) =>
          [from, to].every((end) => {
            const junction = plan.junctions.get(end);
            return junction?.hall === hall && holds(box, junction);
          }),
        )
        .map(({ id }) => id);
  }
}

/** Places that tell where a thing is, each under a name that it keeps as long as the thing has its form and stays in its hall. */
function placesOf(plan: NotedThings, kind: FramedKind, id: string): ReadonlyMap<string, Point> {
  const named = (hall: string, points: readonly Point[]): ReadonlyMap<string, Point> =>
    new Map(points.map((point, at) => [`${hall} ${at}`, point]));
  switch (kind) {
    case 'cabinet': {
      const cabinet = plan.cabinets.get(id);
      if (cabinet === undefined) return new Map();
      const { widthMm, depthMm } = plan.catalog.cabinetModels.get(cabinet.model) ?? { widthMm: 0, depthMm: 0 };
      const corners = cabinetCorners(cabinet.xMm, cabinet.yMm, widthMm, depthMm, cabinet.rotationDeg);
      return named(cabinet.hall, corners);
    }
    case 'obstacle': {
      const obstacle = plan.obstacles.get(id);
      const outline = (obstacle?.outline ?? []).map(([xMm, yMm]) => ({ xMm, yMm }));
      return named(obstacle?.hall ?? '', outline);
    }
    case 'segment': {
      const { from, to } = plan.segments.get(id) ?? {};
      return new Map(
        [from, to].flatMap((end) => {
          const junction = plan.junctions.get(end ?? '');
          return junction === undefined ? [] : [[junction.id, junction] as const];
        }),
      );
    }
  }
}

function holds({ minXMm, minYMm, maxXMm, maxYMm }: Box, { xMm, yMm }: Point): boolean {
  return xMm >= minXMm && xMm <= maxXMm && yMm >= minYMm && yMm <= maxYMm;
}

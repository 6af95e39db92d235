/** A hall with what is hidden left out, and what is isolated parted from the rest. */
import { buildBoxIndex } from '../../shared/geometry/boxIndex.ts';
import type { SessionState } from '../state/sessionStore.ts';
import { pathwayLayout, type HallLayout } from './hallLayout.ts';

export interface ShownLayout {
  /** What is drawn plainly and can be taken hold of. */
  readonly front: HallLayout;
  /** What steps back because something else is isolated; null: nothing. */
  readonly back: HallLayout | null;
}

type Keeps = (kind: 'cabinet' | 'segment' | 'obstacle' | 'door', id: string) => boolean;

type Seen = Pick<SessionState, 'veil' | 'hiddenLevels'>;

let last: { readonly layout: HallLayout; readonly seen: Seen; readonly shown: ShownLayout } | null = null;

/** Worked out anew when the hall, the veil or the levels are others than last time. */
export function shownLayout(layout: HallLayout, { veil, hiddenLevels }: Seen): ShownLayout {
  if (last !== null && last.seen.veil === veil && last.seen.hiddenLevels === hiddenLevels && isSame(last.layout, layout))
    return { ...last.shown, front: withHall(last.shown.front, layout) };
  const { hidden, isolated } = veil;
  const isHidden = (kind: string, id: string): boolean =>
    (hidden.size > 0 && hidden.has(`${kind} ${id}`)) || (kind === 'segment' && isAtHiddenLevel(layout, id, hiddenLevels));
  const isWhole = hidden.size === 0 && hiddenLevels.size === 0;
  const shown: ShownLayout =
    isolated === null
      ? { front: isWhole ? layout : part(layout, (kind, id) => !isHidden(kind, id)), back: null }
      : {
          front: part(layout, (kind, id) => isolated.has(`${kind} ${id}`) && !isHidden(kind, id)),
          back: part(layout, (kind, id) => !isolated.has(`${kind} ${id}`) && !isHidden(kind, id)),
        };
  last = { layout, seen: { veil, hiddenLevels }, shown };
  return shown;
}

function isAtHiddenLevel({ pathways }: HallLayout, id: string, hiddenLevels: ReadonlySet<number>): boolean {
  const elevationMm = hiddenLevels.size === 0 ? undefined : pathways.byId.get(id)?.segment.elevationMm;
  return elevationMm !== undefined && hiddenLevels.has(elevationMm);
}

function isSame(a: HallLayout, b: HallLayout): boolean {
  return a.cabinets === b.cabinets && a.pathways === b.pathways && a.obstacles === b.obstacles && a.doors === b.doors;
}

function withHall(front: HallLayout, { hall, outline, box, extent, dimensions, notes, underlays }: HallLayout): HallLayout {
  return { ...front, hall, outline, box, extent, dimensions, notes, underlays };
}

function part(layout: HallLayout, keeps: Keeps): HallLayout {
  const cabinets = layout.cabinets.cabinets.filter(({ cabinet }) => keeps('cabinet', cabinet.id));
  const kept = new Set(cabinets.map(({ cabinet }) => cabinet.id));
  return {
    ...layout,
    obstacles: layout.obstacles.filter(({ obstacle }) => keeps('obstacle', obstacle.id)),
    doors: layout.doors.filter(({ door }) => keeps('door', door.id)),
    cabinets: {
      ...layout.cabinets,
      cabinets,
      index: buildBoxIndex(cabinets.map(({ box }) => box)),
      byId: new Map(cabinets.map((placed) => [placed.cabinet.id, placed])),
      rows: layout.cabinets.rows.filter(({ members }) => members.some((id) => kept.has(id))),
    },
    pathways: pathwayLayout(layout.pathways.segments.filter(({ segment }) => keeps('segment', segment.id))),
  };
}

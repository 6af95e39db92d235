/** The strokes of a note's mark, from its points, in whatever unit these have: on screen in pixels, on paper in millimetres. */
import type { NoteMark } from './notes.ts';
import { arrowHead, cloudOutline, ellipseOutline, type PlainPoint } from '../geometry/cloud.ts';

export interface NoteStroke {
  readonly points: readonly PlainPoint[];
  readonly closed: boolean;
}

export interface NoteShape {
  readonly strokes: readonly NoteStroke[];
  /** Where the number stands, and the text beside it. */
  readonly badge: PlainPoint;
}

export interface NoteSizes {
  /** Length of a cloud's bumps, of an arrow's barbs, and of a pin's stem. */
  readonly bump: number;
  readonly barb: number;
  readonly stem: number;
}

const ELLIPSE_POINTS = 48;

/** Of points as many as the mark has; see NoteMark. */
export function noteShape(mark: NoteMark, points: readonly PlainPoint[], { bump, barb, stem }: NoteSizes): NoteShape {
  const [a = { x: 0, y: 0 }, b = a] = points;
  const corner = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) };
  const line = (...of: readonly PlainPoint[]): NoteStroke => ({ points: of, closed: false });
  switch (mark) {
    case 'pin': {
      const badge = { x: a.x, y: a.y - stem };
      return { strokes: [line(a, badge)], badge };
    }
    case 'callout':
      return { strokes: [line(b, a), line(...arrowHead(b, a, barb))], badge: b };
    case 'arrow':
      return { strokes: [line(a, b), line(...arrowHead(a, b, barb))], badge: a };
    case 'cloud':
      return { strokes: [{ points: cloudOutline(a, b, bump), closed: true }], badge: corner };
    case 'rectangle':
      return { strokes: [{ points: [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }], closed: true }], badge: corner };
    case 'ellipse':
      return { strokes: [{ points: ellipseOutline(a, b, ELLIPSE_POINTS), closed: true }], badge: { x: (a.x + b.x) / 2, y: corner.y } };
    case 'polyline':
    case 'freehand':
      return { strokes: [{ points, closed: false }], badge: a };
  }
}

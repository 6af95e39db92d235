/**
 * Notes and markups. A pin stands where the click is; a callout goes from what it is about to its text; clouds, rectangles and ellipses
 * from corner to corner; arrows from tail to head, by a drag or two clicks; a polyline by clicks until Enter; a freehand line by a drag.
 * What the mark begins on (an arrow ends on, a frame encloses alone) the note is about and follows; Ctrl keeps it free. Without a mouse:
 * Enter begins and sets, arrows or typed lengths stretch. Afterwards its text is typed.
 */
import { addNotes, type NewNote } from '../../shared/commands/notes/notes.ts';
import { simplifiedLine } from '../../shared/geometry/simplifiedLine.ts';
import { framedKinds, framedThings } from '../../shared/plan/framedThings.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { subjectName, subjectPlace } from '../../shared/plan/notePlaces.ts';
import { isBoxMark, markFault, notePoints, type NoteSubject } from '../../shared/plan/notes.ts';
import type { PointMm } from '../../shared/plan/types.ts';
import type { ScreenPoint } from '../canvas/camera.ts';
import { framedText } from '../panels/noteChoices.ts';
import { subjectOf } from './noteActions.ts';
import { arrowStep, isSamePlace, startOfKeys } from './sketch.ts';
import { CLICK_SLOP_PX, hasMoved, type KeyInput, type Tool, type ToolContext } from './tool.ts';

interface Begun {
  readonly id: string;
  /** What lies under the first place; null: nothing, or Ctrl was held. */
  readonly on: NoteSubject | null;
}

type NoteToolState =
  | { readonly name: 'idle' }
  /** Button down: a click, or the start of a drag. */
  | ({ readonly name: 'pressing'; readonly start: Point; readonly startPx: ScreenPoint } & Begun)
  /** From the first of two places to the second, which a drag sets at its release and a click at the next press. */
  | ({
      readonly name: 'stretching';
      readonly start: Point;
      readonly end: Point;
      readonly by: 'drag' | 'click';
      readonly isFree: boolean;
    } & Begun)
  /** Corner by corner. */
  | ({ readonly name: 'lining'; readonly corners: readonly Point[]; readonly end: Point; readonly endBy: 'pointer' | 'keys' } & Begun)
  | ({ readonly name: 'scribbling'; readonly points: readonly Point[] } & Begun);

type Stretching = Extract<NoteToolState, { name: 'stretching' }>;
type Lining = Extract<NoteToolState, { name: 'lining' }>;
type Scribbling = Extract<NoteToolState, { name: 'scribbling' }>;

const idle: NoteToolState = { name: 'idle' };
/** A freehand line keeps to its hand within this. */
const HAND_PX = 1.5;
/** Places of the hand that are nearer to the one before say nothing. */
const STROKE_PX = 2;

export const noteTool: Tool<NoteToolState> = {
  id: 'note',
  initial: idle,
  states: {
    idle: {
      cursor: 'crosshair',
      pointerDown(state, input, context) {
        if (context.layout() === null) return state;
        return { name: 'pressing', start: rounded(input.at), startPx: input.px, ...begun(input.at, input.ctrl, context) };
      },
      key(_state, input, context) {
        if (input.key !== 'Enter' || input.ctrl || context.layout() === null) return undefined;
        const start = rounded(startOfKeys(context));
        return clicked(start, begun(start, false, context), context);
      },
    },
    pressing: {
      cursor: 'crosshair',
      pointerMove(state, input, context) {
        if (!hasMoved(state.startPx, input.px)) return state;
        const { mark } = context.session().note;
        const { start, id, on } = state;
        if (mark === 'freehand') return tryScribble({ name: 'scribbling', id, on, points: [start, rounded(input.at)] }, context);
        if (mark === 'pin') return state;
        if (mark === 'polyline')
          return tryLine({ name: 'lining', id, on, corners: [start], end: rounded(input.at), endBy: 'pointer' }, context);
        return tryStretch({ name: 'stretching', id, on, start, end: rounded(input.at), by: 'drag', isFree: input.ctrl }, context);
      },
      pointerUp: ({ start, id, on }, _input, context) => clicked(start, { id, on }, context),
      cancel: leave,
    },
    stretching: {
      cursor: 'crosshair',
      numbers: ({ start, end, by }, pointer) => ({
        from: start,
        towards: pointer,
        sets: by === 'drag' ? 'release' : 'press',
        isPlain: true,
        at: end,
      }),
      pointerMove: (state, { at, ctrl }, context) => tryStretch({ ...state, end: rounded(at), isFree: ctrl }, context),
      pointerUp: (state, _input, context) => (state.by === 'drag' ? commit(stretched(state, context), context) : state),
      pointerDown: (state, { at, ctrl }, context) => setEnd({ ...state, end: rounded(at), isFree: ctrl }, context),
      key(state, input, context) {
        if (input.key === 'Enter') return setEnd(state, context);
        const end = stepped(state.end, input, context);
        return end === null ? undefined : tryStretch({ ...state, end }, context);
      },
      cancel: leave,
    },
    lining: {
      cursor: 'crosshair',
      numbers: ({ corners, end }, pointer) => ({ from: corners.at(-1) ?? end, towards: pointer, sets: 'press', isPlain: true, at: end }),
      pointerMove: (state, { at }, context) => tryLine({ ...state, end: rounded(at), endBy: 'pointer' }, context),
      pointerDown(state, { at }, context) {
        const last = state.corners.at(-1);
        const isAgain =
          last !== undefined && Math.hypot(last.xMm - at.xMm, last.yMm - at.yMm) * context.session().camera.pxPerMm <= CLICK_SLOP_PX;
        return isAgain && state.corners.length > 1 ? closeLine(state, context) : setCorner({ ...state, end: rounded(at) }, context);
      },
      key(state, input, context) {
        if (input.key === 'Backspace')
          return state.corners.length > 1 ? tryLine({ ...state, corners: state.corners.slice(0, -1) }, context) : leave(state, context);
        if (input.key === 'Enter') {
          const last = state.corners.at(-1);
          // Keys that led somewhere set a corner there; Enter again ends the line.
          const isLed = state.endBy === 'keys' && last !== undefined && !isSamePlace(last, state.end);
          return isLed ? setCorner(state, context) : closeLine(state, context);
        }
        const end = stepped(state.endBy === 'keys' ? state.end : (state.corners.at(-1) ?? state.end), input, context);
        return end === null ? undefined : tryLine({ ...state, end, endBy: 'keys' }, context);
      },
      cancel: leave,
    },
    scribbling: {
      cursor: 'crosshair',
      pointerMove(state, { at }, context) {
        const last = state.points.at(-1) ?? at;
        const isNear = Math.hypot(at.xMm - last.xMm, at.yMm - last.yMm) * context.session().camera.pxPerMm < STROKE_PX;
        return isNear ? state : tryScribble({ ...state, points: [...state.points, rounded(at)] }, context);
      },
      pointerUp: (state, _input, context) => commit(scribbled(state, context), context),
      cancel: leave,
    },
  },
};

function leave(_state: NoteToolState, context: ToolContext): NoteToolState {
  context.show(null);
  return idle;
}

function begun(at: Point, isFree: boolean, context: ToolContext): Begun {
  const [id = ''] = context.newIds('notes', 1);
  return { id, on: isFree ? null : subjectUnder(at, context) };
}

function subjectUnder(at: Point, context: ToolContext): NoteSubject | null {
  const thing = context.hit(at);
  return thing === null ? null : subjectOf(context.plan(), thing);
}

/** A click without a drag: a pin stands, everything else begins. */
function clicked(start: Point, { id, on }: Begun, context: ToolContext): NoteToolState {
  const { mark } = context.session().note;
  switch (mark) {
    case 'pin':
      return commit(noteOf(id, [start], on, context), context);
    case 'freehand':
      context.tell('Hold the button and draw; with keys alone a polyline does it');
      return leave(idle, context);
    case 'polyline':
      return tryLine({ name: 'lining', id, on, corners: [start], end: start, endBy: 'pointer' }, context);
    case 'callout':
    case 'cloud':
    case 'rectangle':
    case 'ellipse':
    case 'arrow':
      return tryStretch({ name: 'stretching', id, on, start, end: start, by: 'click', isFree: false }, context);
  }
}

function tryStretch(state: Stretching, context: ToolContext): Stretching {
  attempt(stretched(state, context), context);
  return state;
}

function setEnd(state: Stretching, context: ToolContext): NoteToolState {
  const note = stretched(state, context);
  return markFault(note) === null ? commit(note, context) : state;
}

function stretched({ id, on, start, end, isFree }: Stretching, context: ToolContext): NewNote {
  const { mark } = context.session().note;
  const about = isFree ? null : mark === 'arrow' ? subjectUnder(end, context) : isBoxMark(mark) ? onlyInside(start, end, context) : on;
  return noteOf(id, [start, end], about, context);
}

/** What a frame is about: the one cabinet that it encloses, else the one obstacle, else the one tray. Around several it is tied to none. */
function onlyInside(from: Point, to: Point, context: ToolContext): NoteSubject | null {
  const things = context.inside(from, to, false);
  for (const kind of framedKinds) {
    const [only, ...more] = things.filter((thing) => thing.kind === kind);
    if (only !== undefined) return more.length > 0 ? null : subjectOf(context.plan(), only);
  }
  return null;
}

function tryLine(state: Lining, context: ToolContext): Lining {
  const last = state.corners.at(-1);
  const points = last !== undefined && isSamePlace(last, state.end) ? state.corners : [...state.corners, state.end];
  attempt(noteOf(state.id, points, state.on, context), context, 'Enter ends it');
  return state;
}

function setCorner(state: Lining, context: ToolContext): Lining {
  const last = state.corners.at(-1);
  const isFull = state.corners.length >= notePoints.polyline[1];
  if (isFull || (last !== undefined && isSamePlace(last, state.end))) return tryLine(state, context);
  return tryLine({ ...state, corners: [...state.corners, state.end] }, context);
}

function closeLine(state: Lining, context: ToolContext): NoteToolState {
  const note = noteOf(state.id, state.corners, state.on, context);
  return markFault(note) === null ? commit(note, context) : tryLine(state, context);
}

function tryScribble(state: Scribbling, context: ToolContext): Scribbling {
  attempt(scribbled(state, context), context);
  return state;
}

function scribbled({ id, on, points }: Scribbling, context: ToolContext): NewNote {
  const line = simplifiedLine(points, HAND_PX / context.session().camera.pxPerMm, notePoints.freehand[1]);
  return noteOf(id, line, on, context);
}

function noteOf(id: string, points: readonly Point[], on: NoteSubject | null, context: ToolContext): NewNote {
  const { mark, discipline } = context.session().note;
  return {
    id,
    hall: context.layout()?.hall.id ?? '',
    text: '',
    state: 'open',
    discipline,
    mark,
    points: points.map(({ xMm, yMm }): PointMm => [xMm, yMm]),
    about: on,
  };
}

/** Shows the note as it would be; one that cannot be yet is shown by its line alone. */
function attempt(note: NewNote, context: ToolContext, hint?: string): void {
  const name = note.about === null ? null : subjectName(context.plan(), note.about);
  const framed = framedThings(context.plan(), note);
  const about = framed === null ? (name === null ? [] : [`about ${name}`]) : [`around ${framedText(framed)}`];
  const text = [...about, ...(hint === undefined ? [] : [hint])].join(' · ');
  const aids = { moving: new Set<string>(), guides: [], text: text === '' ? null : text };
  if (markFault(note) === null) context.attempt(addNotes, { notes: [note] }, aids);
  else context.show({ text: aids.text });
}

/** What is drawn is selected and its text asked for. */
function commit(note: NewNote, context: ToolContext): NoteToolState {
  const isThere = note.about === null || subjectPlace(context.plan(), note.about) !== null;
  if (markFault(note) !== null || !isThere) return leave(idle, context);
  if (context.commit(addNotes, { notes: [note] })) {
    context.select([{ kind: 'note', id: note.id }]);
    context.editSelection();
  }
  return idle;
}

function stepped(from: Point, input: KeyInput, context: ToolContext): Point | null {
  const step = input.ctrl ? null : arrowStep(input.key, input, context.layout()?.hall.tile.sizeMm ?? null);
  return step === null ? null : { xMm: from.xMm + step.xMm, yMm: from.yMm + step.yMm };
}

function rounded({ xMm, yMm }: Point): Point {
  return { xMm: Math.round(xMm), yMm: Math.round(yMm) };
}

/** Where the words of notes were last written in a view: they step aside for one another, and a click on them means their note. */
import type { Box } from '../../shared/geometry/shapes.ts';
import type { Camera } from '../state/sessionStore.ts';

/** Places in the hall by note. */
export type NoteTexts = ReadonlyMap<string, Box>;

const none: NoteTexts = new Map();
const textsIn = new WeakMap<Camera, NoteTexts>();

export function keepNoteTexts(camera: Camera, texts: NoteTexts): void {
  textsIn.set(camera, texts);
}

/** None in a view that has not been drawn yet. */
export function noteTextsIn(camera: Camera): NoteTexts {
  return textsIn.get(camera) ?? none;
}

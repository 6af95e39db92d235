import { unlockFor } from './locks.ts';
/** What is done with notes without drawing: written about the selection, resolved, gone through. */
import { addNotes, setNotes, type NewNote } from '../../shared/commands/notes/notes.ts';
import { boxAroundBoxes, type Box } from '../../shared/geometry/shapes.ts';
import { newId, type RandomBytes } from '../../shared/plan/ids.ts';
import { notesOf, subjectPlace } from '../../shared/plan/notePlaces.ts';
import type { Note, NoteSubject } from '../../shared/plan/notes.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { visibleBox } from '../canvas/camera.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds, type Thing } from '../state/sessionStore.ts';
import { change, runCommand } from './editActions.ts';
import { boxOfThing, leadToHall, zoomToSelection } from './viewActions.ts';

/** A cloud stands off from what it surrounds by this. */
const CLOUD_MARGIN_MM = 300;

/** What a note on a thing is about, a device by its cabinet; null: nothing that a note can follow. */
export function subjectOf(plan: Plan, { kind, id }: Thing): NoteSubject | null {
  const about =
    kind === 'cabinet' || kind === 'obstacle' || kind === 'segment' || kind === 'cable'
      ? { kind, id }
      : kind === 'device'
        ? { kind: 'cabinet' as const, id: plan.devices.get(id)?.cabinet ?? '' }
        : null;
  const place = about === null ? null : subjectPlace(plan, about);
  return about === null || place === null ? null : { ...about, ...place };
}

/** A pin on one selected thing, a cloud around several, a pin in the middle of the view for none; its text is asked for. */
export function noteOnSelection(planner: Planner, randomBytes: RandomBytes): void {
  const { plan, session } = planner;
  const { selection } = session.getState();
  leadToHall(planner, selection);
  const hall = planner.layout()?.hall.id;
  if (hall === undefined) return;
  const { plan: now } = plan.getState();
  const note: NewNote = {
    id: newId('notes', now, randomBytes),
    hall,
    text: '',
    state: 'open',
    discipline: session.getState().note.discipline,
    ...placeFor(planner, selection),
  };
  if (session.getState().mode !== 'plan') session.setState({ mode: 'plan' });
  if (!runCommand(planner, addNotes, { notes: [note] })) return;
  unlockFor(session, 'notes');
  session.select([{ kind: 'note', id: note.id }]);
  session.setState(({ editRequests }) => ({ editRequests: editRequests + 1 }));
}

function placeFor(planner: Planner, selection: readonly Thing[]): Pick<Note, 'mark' | 'points' | 'about'> {
  const { plan } = planner.plan.getState();
  const layout = planner.layout();
  const boxes = layout === null ? [] : selection.flatMap((thing) => boxOfThing(planner, layout, thing) ?? []);
  const [only] = selection;
  const about = selection.length === 1 && only !== undefined ? subjectOf(plan, only) : null;
  if (selection.length > 1 && boxes.length > 0) {
    const { minXMm, minYMm, maxXMm, maxYMm } = boxAroundBoxes(boxes);
    const [from, to] = [
      [Math.round(minXMm - CLOUD_MARGIN_MM), Math.round(minYMm - CLOUD_MARGIN_MM)] as const,
      [Math.round(maxXMm + CLOUD_MARGIN_MM), Math.round(maxYMm + CLOUD_MARGIN_MM)] as const,
    ];
    return { mark: 'cloud', points: [from, to], about: null };
  }
  const { camera, viewport } = planner.session.getState();
  const at = boxes[0] === undefined ? (about ?? middleOf(visibleBox(camera, viewport))) : middleOf(boxes[0]);
  return { mark: 'pin', points: [[at.xMm, at.yMm]], about };
}

function middleOf({ minXMm, minYMm, maxXMm, maxYMm }: Box): { readonly xMm: number; readonly yMm: number } {
  return { xMm: Math.round((minXMm + maxXMm) / 2), yMm: Math.round((minYMm + maxYMm) / 2) };
}

/** Resolves the selected notes; where all are resolved, opens them again. */
export function resolveNotes(planner: Planner): void {
  const ids = selectedIds(planner.session.getState().selection, 'note');
  const { notes } = planner.plan.getState().plan;
  const isOpen = ids.some((id) => notes.get(id)?.state === 'open');
  change(planner, setNotes, { ids, set: { state: isOpen ? 'resolved' : 'open' } });
}

/** Selects the next open note, hall by hall and by number, and shows it. */
export function nextOpenNote(planner: Planner): void {
  const { plan } = planner.plan.getState();
  const open = [...plan.halls.keys()].flatMap((hall) => notesOf(plan, hall)).filter(({ state }) => state === 'open');
  const [selected] = selectedIds(planner.session.getState().selection, 'note');
  const next = open[(open.findIndex(({ id }) => id === selected) + 1) % Math.max(1, open.length)];
  if (next === undefined) planner.session.setState({ notice: { text: 'No note is open', tone: 'info' } });
  else showNote(planner, next.id);
}

/** Selects a note and brings it into view, its layer too. */
export function showNote(planner: Planner, id: string): void {
  const { session } = planner;
  if (session.getState().mode !== 'plan') session.setState({ mode: 'plan' });
  session.setLayer('notes', true);
  session.select([{ kind: 'note', id }]);
  void zoomToSelection(planner);
}

/** Notes and markups by name and key. */
import { nextOpenNote, noteOnSelection, resolveNotes } from '../tools/noteActions.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { condition, hasKind, hasPlan, type Action } from './action.ts';

const hasNotes = condition('write a note first', ({ plan }) => plan.getState().plan.notes.size > 0);

export const noteActions: readonly Action[] = [
  {
    id: 'tool.note',
    label: 'Write a note or markup',
    shortcut: 'A',
    words: 'annotate comment redline cloud arrow leader ellipse freehand review',
    group: 'tool',
    enabled: hasPlan,
    run: ({ session }) => session.setTool('note'),
  },
  {
    id: 'note.selection',
    label: 'Write a note about the selection',
    shortcut: 'Alt+A',
    words: 'annotate comment markup cloud pin',
    group: 'edit',
    enabled: hasPlan,
    run: (planner) => noteOnSelection(planner, randomBytes),
  },
  {
    id: 'note.resolve',
    label: 'Resolve the note, or open it again',
    shortcut: null,
    words: 'comment markup done close',
    group: 'edit',
    enabled: hasKind('note'),
    run: resolveNotes,
  },
  {
    id: 'note.next',
    label: 'Next open note',
    shortcut: 'Shift+A',
    words: 'review comment markup',
    group: 'view',
    enabled: hasNotes,
    run: nextOpenNote,
  },
];

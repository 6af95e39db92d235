/**
 * The desktop's native menu. It shows what can be done now; a chosen command does what its key does, and like its key nothing while a
 * dialog waits for an answer. In a text field the commands of editing mean the text.
 */
import { actions, findAction } from '../actions/actionTable.ts';
import { menuBarOf } from '../actions/menuBar.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import type { Planner } from '../state/plannerContext.ts';
import { isTyping } from './keyboard.ts';

/** What editing means in a text field; the browser's own commands, so that its undo knows of them. */
const textCommands: Readonly<Record<string, string>> = {
  'edit.undo': 'undo',
  'edit.redo': 'redo',
  'edit.delete': 'delete',
  'edit.select-all': 'selectAll',
};

/** Shows the menu and listens to it until the returned function is called. `nextFrame` lets many changes be told once. */
export function listenToMenu(planner: Planner, nextFrame: (run: () => void) => void): () => void {
  const stopListening = planner.host.onMenu((id) => choose(planner, id));
  const stopShowing = planner.host.kind === 'electron' ? keepMenu(planner, nextFrame) : () => {};
  return () => {
    stopListening();
    stopShowing();
  };
}

function choose(planner: Planner, id: string): void {
  const textCommand = textCommands[id];
  if (textCommand !== undefined && isTyping(document.activeElement)) {
    document.execCommand(textCommand);
    return;
  }
  if (isAsking()) return;
  const action = findAction(id);
  if (action?.enabled(planner) === true) action.run(planner);
}

function isAsking(): boolean {
  return Object.values(dialogs.getState()).some((waiting) => waiting !== null);
}

function keepMenu(planner: Planner, nextFrame: (run: () => void) => void): () => void {
  let shown = '';
  let isDue = false;
  let isOver = false;

  function tell(): void {
    isDue = false;
    if (isOver) return;
    const typing = isTyping(document.activeElement);
    const asking = isAsking();
    const bar = menuBarOf(actions, (action) => (typing && action.id in textCommands) || (!asking && action.enabled(planner)));
    const text = JSON.stringify(bar);
    if (text === shown) return;
    shown = text;
    planner.host.showMenu(bar);
  }
  function due(): void {
    if (isDue) return;
    isDue = true;
    nextFrame(tell);
  }

  const stops = [planner.plan.subscribe(due), planner.session.subscribe(due), planner.derived.subscribe(due), dialogs.subscribe(due)];
  for (const event of ['focusin', 'focusout'] as const) document.addEventListener(event, due);
  due();
  return () => {
    isOver = true;
    for (const stop of stops) stop();
    for (const event of ['focusin', 'focusout'] as const) document.removeEventListener(event, due);
  };
}

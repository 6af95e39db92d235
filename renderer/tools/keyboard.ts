/** The keyboard: shortcuts of the table of actions, arrows that nudge, Space that pans, Escape that leaves. */
import { isAsking } from '../dialogs/dialogStore.ts';
import { reasonAgainst, type Action } from '../actions/action.ts';
import { actions } from '../actions/actionTable.ts';
import type { KeyInput } from './tool.ts';
import type { Planner } from '../state/plannerContext.ts';
import { panBy } from '../canvas/camera.ts';
import { contextMenu } from './contextMenu.ts';
import { nudge, type Direction } from './editActions.ts';
import { groupReachedInto } from './grouping.ts';
import type { SessionState } from '../state/sessionStore.ts';

const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const PAN_PX = 60;

/** Marks the element in which arrows and Space belong to the drawing. */
export const DRAWING_ATTRIBUTE = 'data-drawing';

type Stroke = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The action that a key stroke means, by its first key or another; null: none. Exported for tests. */
export function actionForKey(stroke: Stroke): Action | null {
  return (
    actions.find(({ shortcut }) => shortcut !== null && isStroke(stroke, shortcut)) ??
    actions.find(({ alsoKeys = [] }) => alsoKeys.some((keys) => isStroke(stroke, keys))) ??
    null
  );
}

function isStroke(event: Stroke, keys: string): boolean {
  const parts = keys.split(/\+(?=.)/);
  const key = parts.at(-1) ?? '';
  if (parts.includes('Ctrl') !== (event.ctrlKey || event.metaKey) || parts.includes('Alt') !== event.altKey) return false;
  // `?` and `=` stand where the keyboard has them, with or without Shift.
  if (/^[^A-Za-z0-9]$/.test(key)) return event.key === key;
  if (parts.includes('Shift') !== event.shiftKey) return false;
  if (/^\d$/.test(key)) return event.code === `Digit${key}`;
  // With Alt some systems write another letter.
  return event.key.toLowerCase() === key.toLowerCase() || (event.altKey && event.code === `Key${key}`);
}

/** Listens until the returned function is called. */
export function listenToKeys(planner: Planner, target: Window): () => void {
  // The menu takes the focus a moment after it opens, and may be closed by the very key before it comes here.
  let isForMenu = false;
  function begin(): void {
    isForMenu = contextMenu.getState().at !== null;
  }

  function down(event: KeyboardEvent): void {
    if (event.key === 'Escape') leaveChoice(event);
    if (isForTyping(event) || isInDialog(event) || isForMenu || isAsking()) return;
    const input = { key: event.key, shift: event.shiftKey, alt: event.altKey, ctrl: event.ctrlKey || event.metaKey };
    if (event.key === 'Escape') {
      escape(planner);
      return;
    }
    // Tab leads on unless the drawing has it; Enter presses the button that has the focus.
    if ((event.key === 'Tab' && !isInDrawing(event)) || (event.key === 'Enter' && isOnControl(event))) return;
    // A button is pressed by Space; with Shift the drawing begins a marquee.
    if (event.code === 'Space' && event.shiftKey && !isInDrawing(event)) return;
    const taken = (isElevation(planner) ? inElevation(event, input) : inPlan(event, input)) || shortcut(planner, event);
    if (taken) event.preventDefault();
  }

  function inPlan(event: KeyboardEvent, input: KeyInput): boolean {
    return planner.tools.key(input) || space(event) || arrow(planner, event);
  }

  function inElevation(event: KeyboardEvent, input: KeyInput): boolean {
    return !input.ctrl && !input.alt && isInDrawing(event) && planner.elevation.key(input);
  }

  function space(event: KeyboardEvent): boolean {
    if (event.code !== 'Space' || !isInDrawing(event)) return false;
    planner.tools.beginPan();
    return true;
  }

  function up(event: KeyboardEvent): void {
    if (event.code === 'Space') planner.tools.endPan();
    planner.tools.keyUp({ key: event.key, shift: event.shiftKey, alt: event.altKey, ctrl: event.ctrlKey || event.metaKey });
  }

  function blur(): void {
    planner.tools.endPan();
    planner.tools.cancel();
    planner.elevation.cancel();
  }

  target.addEventListener('keydown', begin, { capture: true });
  target.addEventListener('keydown', down);
  target.addEventListener('keyup', up);
  target.addEventListener('blur', blur);
  return () => {
    target.removeEventListener('keydown', begin, { capture: true });
    target.removeEventListener('keydown', down);
    target.removeEventListener('keyup', up);
    target.removeEventListener('blur', blur);
  };
}

function isElevation({ session }: Planner): boolean {
  return session.getState().mode === 'elevation';
}

/** First a number being typed, then the gesture, then the cut and the loom lit in a section, then the selection, of one in a group back to the group, then the tool; a cabinet in hand is put away at once. */
function escape({ plan, tools, elevation, session }: Planner): void {
  if (session.getState().mode === 'plan' && tools.untype()) return;
  const wasGesture = session.getState().mode === 'elevation' ? elevation.cancel() : tools.cancel();
  if (session.getState().tool === 'place' || session.getState().tool === 'pod') session.setTool('select');
  else if (wasGesture) return;
  else if (isSectionMarked(session.getState())) session.setState({ cut: null, litLoom: null });
  else if (session.getState().selection.length > 0) {
    const { mode, selection } = session.getState();
    const group = mode === 'plan' ? groupReachedInto(plan.getState().plan, selection) : null;
    session.select(group === null ? [] : group.members);
  } else session.setTool('select');
}

/** A place cut by hand or a loom lit, in the section of the pathway that is selected. */
function isSectionMarked({ cut, litLoom, selection }: SessionState): boolean {
  const [only] = selection;
  if (only?.kind !== 'segment') return false;
  return litLoom !== null || cut?.segment === only.id;
}

function arrow(planner: Planner, event: KeyboardEvent): boolean {
  const direction = ARROWS[event.key];
  if (direction === undefined || !isInDrawing(event) || event.ctrlKey || event.metaKey) return false;
  const step = event.altKey ? 'millimetre' : event.shiftKey ? 'tile' : 'fine';
  if (nudge(planner, direction, step)) return true;
  const [dx, dy] =
    direction === 'left' ? [PAN_PX, 0] : direction === 'right' ? [-PAN_PX, 0] : direction === 'up' ? [0, PAN_PX] : [0, -PAN_PX];
  planner.session.setState(({ camera }) => ({ camera: panBy(camera, dx, dy) }));
  return true;
}

function shortcut(planner: Planner, event: KeyboardEvent): boolean {
  const action = actionForKey(event);
  if (action === null || isLeftToBrowser(action, event)) return false;
  // Ctrl+S must not save the page, nor Ctrl+D bookmark it, also when there is nothing to do.
  if (action.enabled(planner)) action.run(planner);
  else planner.session.setState({ notice: { text: reasonAgainst(action), tone: 'info' } });
  return true;
}

/** The browser's own paste brings the clipboard's text, and where text is selected or a table has the focus, that is copied. */
function isLeftToBrowser({ id }: Action, { target }: KeyboardEvent): boolean {
  if (id === 'edit.paste') return true;
  if (id !== 'edit.copy' && id !== 'edit.cut') return false;
  const isInTable = target instanceof Element && target.closest('[role="grid"]') !== null;
  return isInTable || document.getSelection()?.isCollapsed === false;
}

/** Whether text is written there. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}

/** A choice or a tick box: nothing is written there, and its own keys are few. */
function isChoice(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement)) return false;
  return ['checkbox', 'radio'].includes(target.type) || (target.readOnly && target.getAttribute('aria-haspopup') === 'listbox');
}

/** A choice that is not open is left, so that the next Escape reaches the tool in hand. */
function leaveChoice({ target }: KeyboardEvent): void {
  if (isChoice(target) && target instanceof HTMLElement && target.getAttribute('aria-expanded') !== 'true') target.blur();
}

const CHOICE_KEYS: readonly string[] = ['Enter', ' ', 'Escape', 'Tab', 'Home', 'End', 'PageUp', 'PageDown', ...Object.keys(ARROWS)];

function isForTyping({ target, ctrlKey, metaKey, key }: KeyboardEvent): boolean {
  if (isChoice(target)) return CHOICE_KEYS.includes(key);
  const isField = isTyping(target) || target instanceof HTMLSelectElement;
  // Files are saved, opened and printed, the palette and the table's filter are reached, from within fields too.
  return isField && !((ctrlKey || metaKey) && ['s', 'o', 'p', 'k', 'f'].includes(key.toLowerCase()));
}

function isInDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null;
}

/** Where Enter has a meaning of its own. */
function isOnControl({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('button, a, summary, [role="grid"], [role="tab"], [role="switch"]') !== null;
}

/** In the drawing, or nowhere in particular. */
function isInDrawing({ target }: KeyboardEvent): boolean {
  return target instanceof Element && (target === document.body || target.closest(`[${DRAWING_ATTRIBUTE}]`) !== null);
}

/** The browser's own events of the clipboard, from keys and from the system's menu: they bring and take text without a permission. */
import type { RandomBytes } from '../../shared/plan/ids.ts';
import type { Planner } from '../state/plannerContext.ts';
import { canCopy, copySelection, cutSelection, pasteText } from './clipboard.ts';
import { isTyping } from './keyboard.ts';

/** Listens until the returned function is called. */
export function listenToClipboard(planner: Planner, target: Document, randomBytes: RandomBytes): () => void {
  /** Whether the event means things of the plan, and neither text that is selected nor rows of a table. */
  function isMeant(event: ClipboardEvent): boolean {
    const isElsewhere = event.target instanceof Element && event.target.closest('[role="dialog"], [role="grid"]') !== null;
    return !isTyping(event.target) && !isElsewhere && target.getSelection()?.isCollapsed !== false;
  }

  function writeTo(event: ClipboardEvent): (text: string) => boolean {
    return (text) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      return event.clipboardData !== null;
    };
  }

  function copy(event: ClipboardEvent): void {
    if (isMeant(event) && canCopy(planner)) copySelection(planner, writeTo(event));
  }

  function cut(event: ClipboardEvent): void {
    if (isMeant(event) && canCopy(planner)) cutSelection(planner, writeTo(event));
  }

  function paste(event: ClipboardEvent): void {
    if (!isMeant(event) || planner.session.getState().mode !== 'plan') return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (pasteText(planner, text, 'pointer', randomBytes)) event.preventDefault();
  }

  target.addEventListener('copy', copy);
  target.addEventListener('cut', cut);
  target.addEventListener('paste', paste);
  return () => {
    target.removeEventListener('copy', copy);
    target.removeEventListener('cut', cut);
    target.removeEventListener('paste', paste);
  };
}

/** Ctrl+Enter accepts the dialog that is open, wherever in it the keyboard is. */

/** Presses what the dialog offers first: the button of its form, else the one that Enter would press as it opens. */
function acceptDialog(dialog: Element): void {
  const form = dialog.querySelector('form');
  const button = dialog.querySelector<HTMLButtonElement>(form === null ? 'button[data-autofocus]' : 'button[type="submit"]');
  if (button === null || button.disabled) return;
  if (form === null) button.click();
  else form.requestSubmit(button);
}

/** Listens until the returned function is called. */
export function listenToAccept(target: Window): () => void {
  function down(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // One dialog may have been opened over another.
    const dialog = [...target.document.querySelectorAll('[role="dialog"][aria-modal="true"]')].at(-1);
    if (dialog === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    acceptDialog(dialog);
  }
  // Before a field, a list or a button of the dialog takes the Enter.
  target.addEventListener('keydown', down, { capture: true });
  return () => target.removeEventListener('keydown', down, { capture: true });
}

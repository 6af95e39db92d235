/**
 * One stop of the Tab key for a row of controls; arrow keys, Home and End go along it, as in a toolbar or a list of tabs. The stop is
 * where the keyboard was last, else the control that is marked as current.
 */
import type { KeyboardEvent } from 'react';

const CONTROLS = 'button:not([disabled])';

/** Place that a key leads to from another; null: the key means nothing here. Pure. */
export function rovingPlace(key: string, place: number, count: number, orientation: 'horizontal' | 'vertical'): number | null {
  const [back, on] = orientation === 'horizontal' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  if (count === 0) return null;
  if (key === on) return (place + 1) % count;
  if (key === back) return (place - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** For the key handler of what holds the controls. `follow`: the control that focus comes to is used at once, as tabs are. */
export function rove(event: KeyboardEvent<HTMLElement>, orientation: 'horizontal' | 'vertical', follow: boolean): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>(CONTROLS)];
  const at = controls.findIndex((control) => control === document.activeElement);
  const next = at < 0 ? null : rovingPlace(event.key, at, controls.length, orientation);
  const control = next === null ? undefined : controls[next];
  if (control === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  control.focus();
  if (follow) control.click();
}

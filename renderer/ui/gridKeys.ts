/** What a key means in a table. Pure; the table does it. */

/** How a row is taken: alone, with all between it and where the last one was taken, added or removed, or only stood on. */
export type PickHow = 'only' | 'extend' | 'toggle' | 'stand';

export type GridDeed =
  | { readonly kind: 'pick'; readonly place: number; readonly how: PickHow }
  | { readonly kind: 'pick-all' }
  | { readonly kind: 'open' }
  | { readonly kind: 'menu' };

interface GridKey {
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
}

/** `page`: rows that a page moves by. Null: the key means nothing here. */
export function gridDeed({ key, shift, ctrl }: GridKey, active: number, count: number, page: number): GridDeed | null {
  if (count === 0) return null;
  if (key === 'ContextMenu' || (key === 'F10' && shift)) return { kind: 'menu' };
  if (ctrl && key.toLowerCase() === 'a') return { kind: 'pick-all' };
  const target = targetOf(key, active, count, page);
  if (target !== null) {
    const place = Math.max(0, Math.min(count - 1, target));
    return { kind: 'pick', place, how: shift ? 'extend' : ctrl ? 'stand' : 'only' };
  }
  if (active < 0) return null;
  if (key === ' ') return { kind: 'pick', place: active, how: shift ? 'extend' : 'toggle' };
  if (key === 'Enter') return { kind: 'open' };
  return null;
}

function targetOf(key: string, active: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active < 0 ? 0 : active - 1;
    case 'PageDown':
      return active + page;
    case 'PageUp':
      return active - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** How a click takes a row. */
export function howOfClick({ shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): PickHow {
  return shiftKey ? 'extend' : ctrlKey || metaKey ? 'toggle' : 'only';
}

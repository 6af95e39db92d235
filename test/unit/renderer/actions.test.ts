import { describe, expect, it } from 'vitest';
import { actions, findAction } from '../../../renderer/actions/actionTable.ts';
import { actionForKey } from '../../../renderer/tools/keyboard.ts';

type Keys = Parameters<typeof actionForKey>[0];

function stroke(key: string, held: Partial<Keys> = {}): string | null {
  const code = /^\d$/.test(key) ? `Digit${key}` : '';
  return actionForKey({ key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held })?.id ?? null;
}

describe('the table of actions', () => {
  it('has each id and each shortcut once', () => {
    const ids = actions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const shortcuts = actions.flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it('is reached by every shortcut that it shows', () => {
    for (const { id, shortcut } of actions) {
      if (shortcut === null) continue;
      const parts = shortcut.split(/\+(?=.)/);
      const key = parts.at(-1)!;
      const held = { ctrlKey: parts.includes('Ctrl'), shiftKey: parts.includes('Shift'), altKey: parts.includes('Alt') };
      expect(stroke(key, held), shortcut).toBe(id);
    }
  });

  it('finds by id', () => {
    expect(findAction('edit.undo')?.label).toBe('Undo');
    expect(findAction('edit.nothing')).toBeNull();
  });
});

describe('the keyboard', () => {
  it('tells a letter from the same letter with Shift or Ctrl', () => {
    expect(stroke('r')).toBe('edit.rotate');
    expect(stroke('R', { shiftKey: true })).toBe('edit.rotate-back');
    expect(stroke('r', { ctrlKey: true })).toBeNull();
  });

  it('takes digits by their key, whatever Shift writes there', () => {
    expect(stroke('!', { code: 'Digit1', shiftKey: true })).toBe('view.fit');
    // As V does, in the way of drawing tools.
    expect(stroke('1')).toBe('tool.select');
    expect(stroke('3')).toBeNull();
  });

  it('knows the command key and the second keys of redo, delete and zoom', () => {
    expect(stroke('z', { metaKey: true })).toBe('edit.undo');
    expect(stroke('y', { ctrlKey: true })).toBe('edit.redo');
    expect(stroke('Backspace')).toBe('edit.delete');
    expect(stroke('0', { ctrlKey: true })).toBe('view.full-size');
    expect(stroke('+')).toBe('view.zoomIn');
    expect(stroke('+', { ctrlKey: true })).toBe('view.zoomIn');
  });

  it('leaves Alt to the system', () => {
    expect(stroke('v', { altKey: true })).toBeNull();
  });
});

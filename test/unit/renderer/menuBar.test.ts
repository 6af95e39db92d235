import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { actions } from '../../../renderer/actions/actionTable.ts';
import { menuBarOf } from '../../../renderer/actions/menuBar.ts';
import { menuBar, menuChoices } from '../../../shared/bridge/menuBar.ts';

describe('the menu bar', () => {
  const bar = menuBarOf(actions, ({ id }) => id === 'edit.undo');

  it('has every action of the table once, but for the system’s own of the clipboard and the one that opens a menu itself', () => {
    const ids = menuChoices(bar).map(({ id }) => id);
    expect([...ids, 'view.menu', 'edit.cut', 'edit.copy', 'edit.paste'].sort()).toEqual(actions.map(({ id }) => id).sort());
  });

  it('tells what can be done now', () => {
    expect(menuChoices(bar).flatMap(({ id, enabled }) => (enabled ? [id] : []))).toEqual(['edit.undo']);
  });

  it('fits what the host takes', () => {
    expect(v.safeParse(menuBar, bar).issues).toBeUndefined();
  });

  it('puts help where people look for it, and layers out of the way', () => {
    expect(bar.help).toContainEqual(expect.objectContaining({ id: 'view.shortcuts' }));
    expect(bar.view).toContainEqual(expect.objectContaining({ kind: 'branch', label: 'Layers' }));
  });
});

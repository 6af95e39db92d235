/** The keys, from the one table of actions, and what the mouse does. */
import { useState } from 'react';
import { Modal, TextInput } from '@mantine/core';
import type { Action } from '../actions/action.ts';
import { actions } from '../actions/actionTable.ts';
import { shortcutText } from '../ui/shortcutText.ts';
import { closeDialog, useDialogOpen } from './dialogStore.ts';
import styles from './dialogs.module.css';

const groupTitles: Readonly<Record<Action['group'], string>> = {
  file: 'File',
  edit: 'Edit',
  arrange: 'Arrange',
  hall: 'Halls',
  view: 'View',
  tool: 'Tools',
  export: 'Export',
};

const hand: readonly { readonly label: string; readonly shortcut: string }[] = [
  { label: 'Pan', shortcut: 'Space+drag, middle button' },
  { label: 'Zoom to the pointer', shortcut: 'Wheel; Ctrl+wheel' },
  { label: 'Scroll, when chosen under Appearance', shortcut: 'Wheel; Shift+wheel' },
  { label: 'Select what it encloses', shortcut: 'Drag to the right' },
  { label: 'Select what it touches', shortcut: 'Drag to the left' },
  { label: 'Marquee by keys, corner by corner', shortcut: 'Shift+Space, arrows, Enter' },
  { label: 'Add to the selection', shortcut: 'Shift+click' },
  { label: 'Take one out of its group', shortcut: 'Second click, Ctrl+click' },
  { label: 'Back to the whole group', shortcut: 'Esc' },
  { label: 'Next of what lies under the pointer', shortcut: 'Tab' },
  { label: 'Edit by number', shortcut: 'Double click' },
  { label: 'Draw a row', shortcut: 'Double click on the floor' },
  { label: 'Nudge; by a tile; by 1 mm', shortcut: 'Arrows; Shift; Alt' },
  { label: 'Free space around the selection', shortcut: 'Hold Alt' },
  { label: 'Drag: copy', shortcut: 'Hold Alt' },
  { label: 'Drag: keep to one axis', shortcut: 'Hold Shift, or F8' },
  { label: 'Drag: set the distance', shortcut: 'Digits, unit, Enter' },
  { label: 'Any gesture: so far from where it began', shortcut: '600, +600, 0.6 m, 24 in' },
  { label: 'Any gesture: that far that way, 0 east, 90 north', shortcut: '@600<90' },
  { label: 'Drag: go on by number', shortcut: 'Ctrl+M' },
  { label: 'Merge junctions', shortcut: 'Drag one onto another' },
  { label: 'No snapping', shortcut: 'Hold Ctrl' },
  { label: 'Tray: length of the leg', shortcut: 'Digits, unit, Enter' },
  { label: 'Tray: keep legs to one axis', shortcut: 'Hold Shift, or F8' },
  { label: 'Tray: turn a corner on the way', shortcut: '/' },
  { label: 'Tray: take back a corner', shortcut: 'Backspace' },
  { label: 'Tray: lay the run', shortcut: 'Enter, double click' },
  { label: 'Outline: length of the leg, or width x depth', shortcut: 'Digits, unit, Enter' },
  { label: 'Outline: close it', shortcut: 'Enter, click on the first corner' },
  { label: 'Walls: put in a corner', shortcut: 'Alt+drag on a wall' },
  { label: 'Walls: take out a corner', shortcut: 'Alt+click on it' },
  { label: 'Door: next wall', shortcut: 'Page Down' },
  { label: 'Elevation: up or down by a unit; to the next free ones', shortcut: 'Up, Down; Shift' },
  { label: 'Elevation: half width or beside the rails, to that side', shortcut: 'Shift+Left, Shift+Right' },
  { label: 'Elevation: enlarge a port', shortcut: 'Double click on it' },
  { label: 'Accept a dialog', shortcut: 'Ctrl+Enter' },
  { label: 'Give up a gesture', shortcut: 'Esc' },
];

export function ShortcutsDialog() {
  return (
    <Modal opened={useDialogOpen('shortcuts')} onClose={closeDialog} title="Keyboard and mouse" size={640}>
      <Shortcuts />
    </Modal>
  );
}

function Shortcuts() {
  const [text, setText] = useState('');
  const words = text.trim().toLowerCase();
  const groups = (Object.keys(groupTitles) as Action['group'][]).map((group) => ({
    title: groupTitles[group],
    lines: actions.flatMap(({ group: of, label, shortcut, alsoKeys = [] }) =>
      of === group && shortcut !== null ? [{ label, shortcut: [shortcut, ...alsoKeys].map(shortcutText).join(', ') }] : [],
    ),
  }));
  const shown = [...groups, { title: 'Hand', lines: hand }]
    .map(({ title, lines }) => ({
      title,
      lines: lines.filter(({ label, shortcut }) => `${label} ${shortcut}`.toLowerCase().includes(words)),
    }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <>
      <TextInput
        data-autofocus
        aria-label="Find a shortcut"
        placeholder="Find"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.shortcuts}>
        {shown.map(({ title, lines }) => (
          <section key={title} className={styles.shortcutGroup}>
            <h3 className={styles.groupTitle}>{title}</h3>
            <dl className={styles.keys}>
              {lines.map(({ label, shortcut }) => (
                <div key={`${label} ${shortcut}`} className={styles.keyLine}>
                  <dt>{label}</dt>
                  <dd>
                    <kbd className={styles.kbd}>{shortcut}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {shown.length === 0 ? <p className={styles.remedy}>No shortcut holds “{text}”.</p> : null}
      </div>
    </>
  );
}

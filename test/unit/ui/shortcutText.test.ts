import { expect, it } from 'vitest';
import { writtenShortcut } from '../../../renderer/ui/shortcutText.ts';

it.each([
  ['Ctrl+Shift+S', 'Ctrl+Shift+S', '⇧⌘S'],
  ['Ctrl+Shift+ArrowLeft', 'Ctrl+Shift+←', '⇧⌘←'],
  ['Ctrl+=', 'Ctrl+=', '⌘='],
  ['Ctrl+,', 'Ctrl+,', '⌘,'],
  ['Delete', 'Delete', '⌫'],
  ['R', 'R', 'R'],
  ['?', '?', '?'],
])('%s reads %s, on macOS %s', (shortcut, words, signs) => {
  expect(writtenShortcut(shortcut, false)).toBe(words);
  expect(writtenShortcut(shortcut, true)).toBe(signs);
});

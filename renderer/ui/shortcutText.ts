/** Shortcuts as people read them: in words, and on macOS in its signs. */

const ARROWS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };
/** In the order in which macOS writes them. */
const MAC_SIGNS: readonly (readonly [name: string, sign: string])[] = [
  ['Alt', '⌥'],
  ['Shift', '⇧'],
  ['Ctrl', '⌘'],
];
const MAC_KEYS: Readonly<Record<string, string>> = { Delete: '⌫', Enter: '↩', Escape: '⎋' };

const onMac = /Mac OS X|Macintosh/.test(navigator.userAgent);

export function shortcutText(shortcut: string): string {
  return writtenShortcut(shortcut, onMac);
}

/** `Ctrl+Shift+ArrowLeft` → `Ctrl+Shift+←`, on macOS `⇧⌘←`. Pure. */
export function writtenShortcut(shortcut: string, isMac: boolean): string {
  const parts = shortcut.split(/\+(?=.)/);
  const key = parts.at(-1) ?? '';
  const held = parts.slice(0, -1);
  const shown = ARROWS[key] ?? key;
  if (!isMac) return [...held, shown].join('+');
  const signs = MAC_SIGNS.flatMap(([name, sign]) => (held.includes(name) ? [sign] : []));
  return `${signs.join('')}${MAC_KEYS[key] ?? shown}`;
}

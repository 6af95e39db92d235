/** Shortcuts as people read them. */

const ARROWS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };

/** `Ctrl+Shift+ArrowLeft` → `Ctrl+Shift+←`. */
export function shortcutText(shortcut: string): string {
  return shortcut.replace(/Arrow(?:Left|Right|Up|Down)$/, (key) => ARROWS[key] ?? key);
}

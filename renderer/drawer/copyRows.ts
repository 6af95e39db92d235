/** Copies rows of a table with the titles of their columns, as text that a spreadsheet takes, and says so. */
import type { SessionStore } from '../state/sessionStore.ts';
import { copyText, tabSeparated } from '../ui/copyText.ts';
import { countText } from '../ui/quantities.ts';

export function copyRows(session: SessionStore, titles: readonly string[], rows: readonly (readonly string[])[]): void {
  const isCopied = copyText(tabSeparated([titles, ...rows]));
  const text = isCopied ? `Copied ${countText(rows.length, 'row')} with their titles` : 'Nothing was copied: the clipboard is closed';
  session.setState({ notice: { text, tone: isCopied ? 'info' : 'error' } });
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for XML 1.0 content and attributes: escaped, line breaks as spaces, what XML forbids as U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
    .replace(FORBIDDEN, '\ufffd');
}

/** Control characters and lone halves of surrogate pairs, for which XML 1.0 has no place or no advice but to leave them out. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

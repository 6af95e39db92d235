const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for XML 1.0 content and attributes: escaped, line breaks as spaces, what XML forbids as U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
    .replace(FORBIDDEN, '\ufffd');
}

// Characters that XML 1.0 has no place for, lone halves of surrogate pairs among them.
// eslint-disable-next-line no-control-regex
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

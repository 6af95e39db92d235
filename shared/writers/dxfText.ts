/** Text as DXF of AutoCAD 2000 (AC1015) holds it: plain ASCII, the rest as \U+XXXX, never a line break. */

/** One line, safe in any code page. Carets, percent signs in pairs and backslashes would be read as codes, so they are written as such. */
export function dxfText(text: string): string {
  let line = '';
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit === 0x7f) line += ' ';
    else if (unit > 0x7e || unit === BACKSLASH || unit === CARET || (unit === PERCENT && text.charCodeAt(i + 1) === PERCENT)) {
      line += `\\U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
    } else line += text.charAt(i);
  }
  return line;
}

const BACKSLASH = 0x5c;
const CARET = 0x5e;
const PERCENT = 0x25;

/** Names of layers and blocks: letters, digits, dash, underscore and dollar sign; the rest becomes an underscore. */
export function dxfName(name: string): string {
  return name.replace(/[^A-Za-z0-9_$-]/g, '_');
}

/** Text on lines that find room: broken at its own line breaks, between words, and within a word that is longer than a line. */

const ELLIPSIS = '…';

/** Lines that each fit; blank ones are left out. A line holds one character at least, whether or not it fits. */
export function* wrapLines(text: string, fits: (line: string) => boolean): Generator<string> {
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line !== '') yield line;
      let rest = word;
      while (!fits(rest)) {
        const head = fittingHead(rest, fits);
        if (head === rest) break;
        yield head;
        rest = rest.slice(head.length);
      }
      line = rest;
    }
    if (line !== '') yield line;
  }
}

/** At most so many lines; the last one ends in an ellipsis where more would follow. */
export function shortLines(text: string, most: number, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const line of wrapLines(text, fits)) {
    if (lines.length < most) {
      lines.push(line);
      continue;
    }
    const last = lines.pop() ?? '';
    return [...lines, `${fittingHead(last, (head) => fits(`${head.trimEnd()}${ELLIPSIS}`)).trimEnd()}${ELLIPSIS}`];
  }
  return lines;
}

/** The longest beginning that fits, of one character at least; characters are never cut in halves. */
function fittingHead(text: string, fits: (head: string) => boolean): string {
  let head = '';
  for (const character of text) {
    if (head !== '' && !fits(head + character)) return head;
    head += character;
  }
  return head;
}

/** The stream of a text DXF: pairs of lines, a group code and a value. */

export interface Tag {
  readonly code: number;
  /** Without the spaces that writers put around numbers; texts keep theirs. */
  readonly value: string;
}

/** A place where the stream breaks off being pairs of code and value. */
export class BrokenTag extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`line ${line} is no group code`);
    this.line = line;
  }
}

/** Codes whose value is text, in which leading spaces count. */
function isText(code: number): boolean {
  return code <= 9 || (code >= 1000 && code <= 1009);
}

const CODE = /^\s*-?\d{1,4}\s*$/;

/** Walks through a file's text line by line, without making a list of them. */
export class TagStream {
  readonly #text: string;
  #at = 0;
  #line = 0;
  #held: Tag | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** Share read, 0 … 1. */
  get share(): number {
    return this.#text.length === 0 ? 1 : this.#at / this.#text.length;
  }

  /** The next pair; null at the end. Throws a `BrokenTag`. */
  next(): Tag | null {
    if (this.#held !== null) {
      const held = this.#held;
      this.#held = null;
      return held;
    }
    const codeText = this.#readLine();
    if (codeText === null) return null;
    if (!CODE.test(codeText)) {
      if (codeText.trim() === '' && this.#text.slice(this.#at).trim() === '') return null;
      throw new BrokenTag(this.#line);
    }
    const value = this.#readLine();
    if (value === null) return null;
    const code = Number(codeText);
    return { code, value: isText(code) ? value : value.trim() };
  }

  /** Gives a pair back, to be read again. */
  giveBack(tag: Tag): void {
    this.#held = tag;
  }

  #readLine(): string | null {
    if (this.#at >= this.#text.length) return null;
    const end = this.#text.indexOf('\n', this.#at);
    const stop = end === -1 ? this.#text.length : end;
    const last = stop > this.#at && this.#text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    const line = this.#text.slice(this.#at, last);
    this.#at = stop + 1;
    this.#line += 1;
    return line;
  }
}

/**
 * Text gathered as UTF-8 bytes, sign by sign, in one block that is used again: a sheet of a million cells is made of so many short
 * pieces that joining them into texts, and those into bytes, would take longer than all else.
 */
export class ByteText {
  #bytes: Uint8Array;
  #length = 0;

  constructor(capacity = 1 << 16) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** Adds a text; half a pair of surrogates becomes U+FFFD, as with `TextEncoder`. */
  add(text: string): void {
    // No sign of UTF-16 takes more than three bytes.
    if (this.#length + 3 * text.length > this.#bytes.length) this.#grow(3 * text.length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) {
        this.#length = at;
        this.#addEncoded(text.slice(i));
        return;
      }
      bytes[at] = code;
      at += 1;
    }
    this.#length = at;
  }

  /** A copy of the bytes since the last time. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #addEncoded(text: string): void {
    const bytes = this.#bytes;
    let at = this.#length;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.codePointAt(i) as number;
      if (code < 0x80) bytes[at++] = code;
      else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else if (code < 0x10000) {
        const sign = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
        bytes[at++] = 0xe0 | (sign >> 12);
        bytes[at++] = 0x80 | ((sign >> 6) & 0x3f);
        bytes[at++] = 0x80 | (sign & 0x3f);
      } else {
        i += 1;
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
      }
    }
    this.#length = at;
  }

  #grow(by: number): void {
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + by));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

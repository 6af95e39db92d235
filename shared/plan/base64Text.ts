/** Whether a text is base64, told in one pass: a drawing has millions of characters, for which a regular expression takes a tenth of a second. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const isOfAlphabet = new Uint8Array(128);
for (let at = 0; at < ALPHABET.length; at += 1) isOfAlphabet[ALPHABET.charCodeAt(at)] = 1;

/** Digits of base64 and at most two `=` after them; nothing at all is base64 too. */
export function isBase64(text: string): boolean {
  let end = text.length;
  for (let padding = 0; padding < 2 && end > 0 && text[end - 1] === '='; padding += 1) end -= 1;
  for (let at = 0; at < end; at += 1) if (isOfAlphabet[text.charCodeAt(at)] !== 1) return false;
  return true;
}

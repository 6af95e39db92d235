const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64 text (RFC 4648), which no host offers to all. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const triple = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += DIGITS.charAt(triple >> 18) + DIGITS.charAt((triple >> 12) & 63);
    text += (b === undefined ? '=' : DIGITS.charAt((triple >> 6) & 63)) + (c === undefined ? '=' : DIGITS.charAt(triple & 63));
  }
  return text;
}

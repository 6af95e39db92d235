/** The nonce that the page's policy allows style elements by; the server writes a fresh one into each page. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** The page's own address in the desktop app. Pure. */
export const pageScheme = 'app';
export const pageOrigin = `${pageScheme}://raceway`;
export const pageAddress = `${pageOrigin}/index.html`;

/** The address on which the page opens a copy of a sample. */
export function withSample(address: string, sample: string | undefined): string {
  if (sample === undefined) return address;
  const url = new URL(address);
  url.searchParams.set('sample', sample);
  return url.href;
}

/** `app://raceway` of `app://raceway/index.html`; the empty text for what is no address. Unlike `URL.origin` it works for our scheme too. */
export function originOf(address: string): string {
  try {
    const url = new URL(address);
    return `${url.protocol}//${url.host}`;
  } catch {
    return '';
  }
}

/** Chromium alone does not know the program's scheme: its page is shown from an https host that is never asked, because every request is caught. */
import { pageOrigin } from '../../electron/page/pageAddress.ts';

const shownOrigin = 'https://raceway.stand-in.test';

/** `app://raceway/index.html` as the page is shown. */
export const shownAddress = (address: string): string => swapOrigin(address, pageOrigin, shownOrigin);

/** And back, as the program knows it. */
export const programAddress = (address: string): string => swapOrigin(address, shownOrigin, pageOrigin);

function swapOrigin(address: string, from: string, to: string): string {
  return address === from || address.startsWith(`${from}/`) ? to + address.slice(from.length) : address;
}

/**
 * Where the window may go: nowhere but its own page. Links to the web open in the person's own browser, everything else is refused.
 */
import type { App, Shell, WebContents } from 'electron';
import { originOf, pageOrigin } from './page/pageAddress.ts';

export type Verdict = { readonly kind: 'allow' } | { readonly kind: 'external'; readonly href: string } | { readonly kind: 'deny' };

/** Pure. `developmentOrigin` is the reload server's while developing. */
export function judgeNavigation(address: string, developmentOrigin?: string): Verdict {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return { kind: 'deny' };
  }
  const origin = originOf(address);
  if (url.username !== '' || url.password !== '') return { kind: 'deny' };
  if (origin === pageOrigin || (developmentOrigin !== undefined && origin === developmentOrigin)) return { kind: 'allow' };
  // The parsed address, so that what was judged is what is opened.
  if (url.protocol === 'https:') return { kind: 'external', href: url.href };
  return { kind: 'deny' };
}

/** Puts the policy on every page that this program will ever hold. */
export function guardNavigation(app: App, shell: Shell, developmentOrigin?: string): void {
  app.on('web-contents-created', (_, contents) => guard(contents, shell, developmentOrigin));
}

function guard(contents: WebContents, shell: Shell, developmentOrigin: string | undefined): void {
  const onLeave = (event: { preventDefault(): void }, address: string): void => {
    const verdict = judgeNavigation(address, developmentOrigin);
    if (verdict.kind === 'allow') return;
    event.preventDefault();
    if (verdict.kind === 'external') void shell.openExternal(verdict.href);
  };
  contents.on('will-navigate', (event) => onLeave(event, event.url));
  contents.on('will-redirect', (event) => onLeave(event, event.url));
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const verdict = judgeNavigation(url, developmentOrigin);
    if (verdict.kind === 'external') void shell.openExternal(verdict.href);
    return { action: 'deny' };
  });
}

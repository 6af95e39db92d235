/** `app://raceway/…` serves the built page from one folder with the strict policy; `file:` is never used. */
import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { pageHeaders } from './page/contentSecurityPolicy.ts';
import { originOf, pageOrigin, pageScheme } from './page/pageAddress.ts';
import { freshNonce, mediaType, pageFile, withNonce } from './page/pageFiles.ts';

/** Before the app is ready: a standard, secure scheme, so that modules, workers and storage work as on a site. */
export function declarePageScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export function servePageScheme(protocol: Pick<Protocol, 'handle'>, buildFolder: string): void {
  protocol.handle(pageScheme, (request) => answerPageRequest(buildFolder, request));
}

/** The response to one request: a file of the build under our own host, else 404. */
export async function answerPageRequest(buildFolder: string, request: Pick<Request, 'method' | 'url'>): Promise<Response> {
  const url = new URL(request.url);
  const nonce = freshNonce();
  const refuse = (status: number): Response => new Response(null, { status, headers: pageHeaders(nonce) });
  if (request.method !== 'GET') return refuse(405);
  if (originOf(request.url) !== pageOrigin) return refuse(404);
  const file = pageFile(buildFolder, url.pathname);
  const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (file === undefined || bytes === undefined) return refuse(404);
  const body = file.endsWith('.html') ? withNonce(bytes.toString('utf8'), nonce) : bytes;
  return new Response(body, { headers: { ...pageHeaders(nonce), 'Content-Type': mediaType(file) } });
}

/**
 * Serves the built page to this machine alone: loopback, GET, files of the build folder, the strict policy on each response.
 * Requests under another host name are refused, so that no site can reach it by pointing its own name here.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageHeaders } from '../page/contentSecurityPolicy.ts';
import { freshNonce, mediaType, pageFile, withNonce } from '../page/pageFiles.ts';

/** Fixed, since what a browser keeps for recovery belongs to the address. */
export const defaultPort = 4280;
const loopback = '127.0.0.1';

export interface PageServer {
  /** `http://127.0.0.1:4280` */
  readonly address: string;
  close(): Promise<void>;
}

export type HostVerdict = 'serve' | 'redirect' | 'refuse';

/** What to do with a request for this Host header: `localhost` is another origin, so it is led to the one address. */
export function judgeHost(host: string | undefined, port: number): HostVerdict {
  if (host === `${loopback}:${port}`) return 'serve';
  if (host === `localhost:${port}`) return 'redirect';
  return 'refuse';
}

/** Starts serving; port 0 takes a free one. Rejects when the port is taken (`EADDRINUSE`). */
export async function servePage(buildFolder: string, port: number = defaultPort): Promise<PageServer> {
  const server = createServer((request, response) => {
    const actual = (server.address() as AddressInfo).port;
    answer(buildFolder, actual, request, response).catch(() => refuse(response, 500, 'The page could not be read'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, resolve);
  });
  return {
    address: `http://${loopback}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(buildFolder: string, port: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const verdict = judgeHost(request.headers.host, port);
  const address = request.url ?? '/';
  if (verdict === 'refuse') return refuse(response, 421, 'Raceway answers only to its own address');
  if (request.method !== 'GET') return refuse(response, 405, 'Only GET', { Allow: 'GET' });
  if (verdict === 'redirect') return refuse(response, 307, 'See the one address', { Location: `http://${loopback}:${port}${address}` });

  const file = pageFile(buildFolder, address.replace(/[?#].*$/, ''));
  const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (file === undefined || bytes === undefined) return refuse(response, 404, 'No such file');

  const nonce = freshNonce();
  response.writeHead(200, { ...pageHeaders(nonce), 'Content-Type': mediaType(file) });
  response.end(file.endsWith('.html') ? withNonce(bytes.toString('utf8'), nonce) : bytes);
}

function refuse(response: ServerResponse, status: number, message: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...pageHeaders(freshNonce()), ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${message}\n`);
}

/**
 * Which file of the build answers an address, and how it is sent. Pure: used by the desktop app's protocol and by the loopback server.
 */
import { randomBytes } from 'node:crypto';
import { extname, join, normalize, sep } from 'node:path';
import { noncePlaceholder } from './contentSecurityPolicy.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.icc': 'application/vnd.iccprofile',
  '.txt': 'text/plain; charset=utf-8',
  '.raceway': 'application/octet-stream',
  '.webmanifest': 'application/manifest+json',
};

/**
 * The absolute path of the file for the path part of an address, or undefined where no file of the build can be meant:
 * outside the folder, hidden, of an unknown kind, or not decodable.
 */
export function pageFile(buildFolder: string, urlPath: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\') || path.split('/').some((part) => part.startsWith('.'))) return undefined;
  const file = normalize(join(buildFolder, path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(buildFolder.endsWith(sep) ? buildFolder : buildFolder + sep)) return undefined;
  return extname(file) in mediaTypes ? file : undefined;
}

/** The media type of a file that `pageFile` allowed. */
export function mediaType(file: string): string {
  return mediaTypes[extname(file)] ?? 'application/octet-stream';
}

/** A nonce that nobody can guess, fresh for each response. */
export function freshNonce(): string {
  return randomBytes(18).toString('base64');
}

/** The page as sent: the build's placeholder replaced by this response's nonce. */
export function withNonce(html: string, nonce: string): string {
  return html.replaceAll(noncePlaceholder, nonce);
}

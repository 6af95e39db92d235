/**
 * What the page may load and run, in the desktop window and in the browser alike. Pure.
 */

/** What the build writes wherever a nonce belongs; whoever serves the page puts a fresh one in its place. */
export const noncePlaceholder = 'raceway-nonce-placeholder';

/**
 * The value of the Content-Security-Policy header for one response. Scripts and workers come from the page's own
 * origin alone, style elements need `nonce`, nothing is inline, nothing is evaluated.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The headers of every response that serves the page or a part of it. */
export function pageHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), usb=(), serial=(), hid=()',
    'Cache-Control': 'no-store',
  };
}

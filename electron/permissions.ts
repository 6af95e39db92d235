/** What the page may ask of the machine: the camera, to scan labels, and nothing else. */
import type { Session } from 'electron';
import { originOf, pageOrigin } from './page/pageAddress.ts';

/** Pure. `kinds` are the media of a `media` question. */
export function allowsPermission(permission: string, origin: string, kinds: readonly string[]): boolean {
  if (origin !== pageOrigin) return false;
  return permission === 'media' && kinds.length > 0 && kinds.every((kind) => kind === 'video');
}

export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    callback(allowsPermission(permission, originOf(details.requestingUrl), kinds));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    allowsPermission(permission, originOf(requestingOrigin), details.mediaType === undefined ? [] : [details.mediaType]),
  );
  session.setDevicePermissionHandler(() => false);
}

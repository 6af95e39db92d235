/** Who sent a question: only the main frame of a window of ours, on our own page, is heard. */
import type { IpcMainInvokeEvent } from 'electron';
import { originOf } from '../page/pageAddress.ts';
import type { Asker } from './register.ts';

/** The part of a sender that is judged. */
export interface Sender {
  readonly windowId: number | undefined;
  readonly isMainFrame: boolean;
  readonly origin: string;
}

/** Pure. A frame without an origin (being torn down, `about:blank`) is refused as well. */
export function judgeSender(sender: Sender, ownWindowIds: readonly number[], trustedOrigins: readonly string[]): Asker | undefined {
  if (sender.windowId === undefined || !ownWindowIds.includes(sender.windowId)) return undefined;
  if (!sender.isMainFrame || !trustedOrigins.includes(sender.origin)) return undefined;
  return { windowId: sender.windowId };
}

/** What `judgeSender` needs of an event. `windowIdOf` finds the window of a page. */
export function senderOf(event: IpcMainInvokeEvent, windowIdOf: (event: IpcMainInvokeEvent) => number | undefined): Sender {
  const frame = event.senderFrame;
  return {
    windowId: windowIdOf(event),
    isMainFrame: frame !== null && frame === event.sender.mainFrame,
    origin: frame === null ? '' : originOf(frame.url),
  };
}

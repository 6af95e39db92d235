/**
 * The bridge, built from the table of channels and put into the page as `window.raceway`; nothing else crosses.
 * Bundled to one CommonJS file, as a sandboxed preload must be.
 */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { channelNames, dropChannel, eventNames, wireName, type EventName } from '../shared/bridge/channels.ts';

const questions = Object.fromEntries(
  channelNames.map((name) => [name, (...args: unknown[]): Promise<unknown> => ipcRenderer.invoke(wireName(name), ...args)]),
);

contextBridge.exposeInMainWorld('raceway', {
  ...questions,
  // The path is read here, from the system's own drop: the page holds a File, which it cannot give another path.
  openDropped: (file: File): Promise<unknown> => ipcRenderer.invoke(wireName(dropChannel.name), webUtils.getPathForFile(file)),
  on(event: EventName, listener: (payload: unknown) => void): () => void {
    if (!eventNames.includes(event)) throw new Error(`No event ${event}`);
    const channel = wireName(event);
    const heard = (_: IpcRendererEvent, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel, heard);
    return () => ipcRenderer.removeListener(channel, heard);
  },
});

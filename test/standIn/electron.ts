/** The stand-in for the `electron` module: what the main process imports of it, and no more, so that a new use fails at once. */
import { app, onlyWhenReady } from './app.ts';
import { menuBar } from './menu.ts';
import { settings } from './settings.ts';
import { answer, spec } from './spec.ts';
import { BrowserWindow, WebContents } from './windows.ts';

export { app, BrowserWindow };
export { Menu } from './menu.ts';

interface Frame {
  readonly url: string;
}
interface InvokeEvent {
  readonly sender: WebContents;
  readonly senderFrame: Frame;
}
type Listener = (event: InvokeEvent, ...args: unknown[]) => Promise<unknown>;

/** Who asks, as the spec sees it. */
export interface PageSender {
  /** Undefined: a page in no window. */
  readonly windowId: number | undefined;
  readonly isMainFrame: boolean;
  readonly url: string;
}

const listeners = new Map<string, Listener>();

export const ipcMain = {
  handle(channel: string, listener: Listener): void {
    if (listeners.has(channel)) throw new Error(`a second handler for ${channel}`);
    listeners.set(channel, listener);
  },
};

/** What comes back is cloned as Electron clones it: a Buffer arrives as plain bytes. */
async function invoke({ windowId, isMainFrame, url }: PageSender, channel: string, args: unknown[]): Promise<unknown> {
  const listener = listeners.get(channel);
  if (listener === undefined) throw new Error(`No handler registered for '${channel}'`);
  const window = windowId === undefined ? undefined : BrowserWindow.all.get(windowId);
  const sender = window?.webContents ?? new WebContents(0);
  if (isMainFrame) sender.mainFrame.url = url;
  return structuredClone(await listener({ sender, senderFrame: isMainFrame ? sender.mainFrame : { url } }, ...args));
}

interface Scheme {
  readonly scheme: string;
  readonly privileges: Readonly<Record<string, boolean>>;
}
const schemes: Scheme[] = [];
const servers = new Map<string, (request: Request) => Promise<Response>>();

export const protocol = {
  registerSchemesAsPrivileged(given: readonly Scheme[]): void {
    if (app.isReady()) throw new Error('schemes are declared before the app is ready');
    schemes.push(...given);
  },
  handle(scheme: string, server: (request: Request) => Promise<Response>): void {
    onlyWhenReady('a protocol');
    servers.set(scheme, server);
  },
};

/** What a page is answered over one of the program's own schemes; null: nobody serves it. */
async function serve(method: string, url: string): Promise<ServedAnswer | null> {
  const server = servers.get(new URL(url).protocol.slice(0, -1));
  if (server === undefined) return null;
  const response = await server(new Request(url, { method }));
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

export interface ServedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

type RequestHandler = (contents: unknown, permission: string, callback: (allowed: boolean) => void, details: object) => void;
type CheckHandler = (contents: unknown, permission: string, origin: string, details: object) => boolean;

/** Without handlers Electron allows everything. */
const permissions = {
  request: ((_contents, _permission, callback) => callback(true)) as RequestHandler,
  check: (() => true) as CheckHandler,
  device: (): boolean => true,
};

export const session = {
  get defaultSession() {
    onlyWhenReady('the session');
    return {
      setPermissionRequestHandler(handler: RequestHandler): void {
        permissions.request = handler;
      },
      setPermissionCheckHandler(handler: CheckHandler): void {
        permissions.check = handler;
      },
      setDevicePermissionHandler(handler: () => boolean): void {
        permissions.device = handler;
      },
    };
  },
};

export const shell = { openExternal: (href: string) => spec.ask('openExternal', href) };

export const dialog = {
  showOpenDialog: (_parent: BrowserWindow, options: object) => spec.ask('dialog', 'open', options),
  showSaveDialog: (_parent: BrowserWindow, options: object) => spec.ask('dialog', 'save', options),
  showMessageBox: (_parent: BrowserWindow, options: object) => spec.ask('dialog', 'message', options),
};

const { screens } = settings();

export const screen = {
  getPrimaryDisplay: () => ({ workArea: screens[0] }),
  getAllDisplays: () => screens.map((workArea) => ({ workArea })),
};

answer({
  invoke,
  serve,
  channels: () => [...listeners.keys()],
  schemes: () => schemes,
  menu: () => menuBar(),
  requestPermission: (permission: string, requestingUrl: string, mediaTypes: readonly string[]) =>
    new Promise((resolve) => permissions.request(undefined, permission, resolve, { requestingUrl, mediaTypes })),
  checkPermission: (permission: string, origin: string) => permissions.check(undefined, permission, origin, {}),
  mayUseDevice: () => permissions.device(),
  openFile(path: string) {
    app.emit('open-file', { preventDefault: () => undefined }, path);
  },
  activate: () => void app.emit('activate'),
});

/** Windows and pages of the stand-in, in the program's process: their state is here, what they show is with the spec. */
import { EventEmitter } from 'node:events';
import { app, onlyWhenReady } from './app.ts';
import type { Bounds } from './settings.ts';
import { answer, spec } from './spec.ts';

interface WindowOptions extends Bounds {
  readonly title: string;
  readonly show?: boolean;
  readonly webPreferences: Readonly<Record<string, unknown>>;
}

/** What a person would see of a window. */
export interface SeenWindow {
  readonly title: string;
  readonly edited: boolean;
  /** In the task bar, 0 … 1; below 0: none. */
  readonly progress: number;
  readonly shown: boolean;
  readonly focused: boolean;
  /** Where it is, or was before it filled the screen. */
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };

/** An event that a listener can refuse. */
class Refusable {
  refused = false;
  readonly preventDefault = (): void => {
    this.refused = true;
  };
}

export class WebContents extends EventEmitter {
  readonly mainFrame = { url: '' };
  readonly #windowId: number;
  /** Loads the window's page again. */
  reload: () => void = () => undefined;
  openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(windowId: number) {
    super();
    this.#windowId = windowId;
    app.emit('web-contents-created', {}, this);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  print(options: object, done: (success: boolean, reason: string) => void): void {
    void spec.ask('print', this.#windowId, options).then((reason) => done(reason === '', String(reason)));
  }

  send(channel: string, payload: unknown): void {
    void spec.ask('send', this.#windowId, channel, structuredClone(payload));
  }
}

let lastId = 0;

export class BrowserWindow extends EventEmitter {
  static readonly all = new Map<number, BrowserWindow>();
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...BrowserWindow.all.values()].find((window) => window.webContents === contents) ?? null;
  }

  readonly id: number;
  readonly webContents: WebContents;
  readonly options: WindowOptions;
  seen: SeenWindow;
  #destroyed = false;
  #address = '';

  constructor(options: WindowOptions) {
    super();
    onlyWhenReady('a window');
    lastId += 1;
    this.id = lastId;
    this.options = options;
    this.seen = {
      title: options.title,
      edited: false,
      progress: -1,
      shown: options.show ?? true,
      focused: false,
      bounds: boundsOf(options),
      maximized: false,
    };
    BrowserWindow.all.set(this.id, this);
    app.openWindows.add(this);
    this.webContents = new WebContents(this.id);
    this.webContents.reload = () => void spec.ask('reload', this.id, this.#size(), options.webPreferences['preload'], this.#address);
    void spec.ask('openWindow', this.id, this.#size(), options.webPreferences['preload']);
  }

  #size(): { width: number; height: number } {
    const { width, height } = this.seen.bounds;
    return { width, height };
  }

  async loadURL(address: string): Promise<void> {
    this.#address = address;
    await spec.ask('load', this.id, address);
    this.emit('ready-to-show');
  }

  show(): void {
    this.seen = { ...this.seen, shown: true };
  }
  focus(): void {
    this.seen = { ...this.seen, focused: true };
  }
  maximize(): void {
    this.seen = { ...this.seen, maximized: true };
  }
  isMaximized(): boolean {
    return this.seen.maximized;
  }
  isMinimized(): boolean {
    return false;
  }
  getNormalBounds(): Bounds {
    return this.seen.bounds;
  }
  setTitle(title: string): void {
    this.seen = { ...this.seen, title };
  }
  setDocumentEdited(edited: boolean): void {
    this.seen = { ...this.seen, edited };
  }
  setProgressBar(progress: number): void {
    this.seen = { ...this.seen, progress };
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** As when a person closes it: whoever guards it may refuse. */
  close(): void {
    if (this.#destroyed) return;
    const event = new Refusable();
    this.emit('close', event);
    if (event.refused) return app.stay();
    this.#destroyed = true;
    BrowserWindow.all.delete(this.id);
    void spec.ask('closeWindow', this.id).then(() => {
      this.emit('closed');
      app.closed(this);
    });
  }
}

function boundsOf({ x, y, width, height }: Bounds): Bounds {
  return { x, y, width, height };
}

function windowOf(id: number): BrowserWindow {
  const window = BrowserWindow.all.get(id);
  if (window === undefined) throw new Error(`there is no window ${id}`);
  return window;
}

/** True: a listener refused it. */
function refusedBy(emitter: EventEmitter, name: string, fields: object): boolean {
  const event = Object.assign(new Refusable(), fields);
  emitter.emit(name, event);
  return event.refused;
}

answer({
  seen: (id: number) => windowOf(id).seen,
  webPreferences: (id: number) => windowOf(id).options.webPreferences,
  close: (id: number) => windowOf(id).close(),
  place(id: number, bounds: Bounds) {
    const window = windowOf(id);
    window.seen = { ...window.seen, bounds, maximized: false };
  },
  maximize: (id: number) => windowOf(id).maximize(),
  focus: (id: number) => void windowOf(id).emit('focus'),
  mayNavigate(id: number, url: string, isMainFrame: boolean) {
    const { webContents } = windowOf(id);
    const refused = refusedBy(webContents, 'will-frame-navigate', { url, isMainFrame });
    return !refused && !(isMainFrame && refusedBy(webContents, 'will-navigate', { url, isMainFrame }));
  },
  started(id: number, url: string) {
    windowOf(id).webContents.emit('did-start-navigation', { url, isMainFrame: true, isSameDocument: false });
  },
  mayOpen: (id: number, url: string) => windowOf(id).webContents.openHandler({ url }).action === 'allow',
  mayAttachWebview: (id: number) => !refusedBy(windowOf(id).webContents, 'will-attach-webview', {}),
  pageGone: (id: number) => windowOf(id).webContents.emit('render-process-gone', {}, { reason: 'crashed' }),
});

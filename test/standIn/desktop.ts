/**
 * A running desktop program as a spec holds it: the built main process on one side, on the other the Chromium pages that its windows
 * show, with the built preload in them. Everything a page fetches, asks or opens goes through the program, as in Electron.
 */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page, Request, Route } from '@playwright/test';
import type { DesktopDriver, DialogKind, DialogOptions } from '../desktop/driver.ts';
import type { PageSender, ServedAnswer } from './electron.ts';
import type { ShownItem } from './menu.ts';
import { programAddress, shownAddress } from './pageAddresses.ts';
import { pageNames, preloadScript } from './preloadScript.ts';
import { startProgram, type Program } from './program.ts';
import type { Bounds, Undone } from './settings.ts';
import type { SeenWindow } from './windows.ts';

export interface StartOptions {
  readonly args?: readonly string[];
  readonly userData: string;
  readonly packed?: boolean;
  readonly undone?: readonly Undone[];
  /** The first file of the main process, where it is not that of the build. */
  readonly entry?: string;
  readonly platform?: NodeJS.Platform;
  /** One of 1440 × 900 where none is named. */
  readonly screens?: readonly [Bounds, ...Bounds[]];
}

const ONE_SCREEN: readonly [Bounds] = [{ x: 0, y: 0, width: 1440, height: 900 }];

interface AwaitedDialog {
  readonly kind: DialogKind;
  readonly answer: unknown;
  readonly asked: (options: DialogOptions) => void;
}

/** By process, so that a second start finds the first. */
const running = new Map<number, Desktop>();

export class Desktop implements DesktopDriver {
  readonly program: Program;
  readonly #context: BrowserContext;
  readonly #undone: readonly Undone[];
  readonly #pages = new Map<number, Page>();
  readonly #awaited: AwaitedDialog[] = [];
  readonly #imposed = new Map<string, string>();
  #loading = '';
  /** What the program sent is delivered one after the other. */
  #sent: Promise<void> = Promise.resolve();
  /** Everything that a page asked for, by the program's addresses. */
  readonly requests: string[] = [];
  /** Navigations that a page began and the program was asked about. */
  readonly judged: string[] = [];
  readonly openedOutside: string[] = [];
  /** Dialogs that no spec awaited; they were canceled. */
  readonly strayDialogs: string[] = [];

  static async start(browser: Browser, options: StartOptions): Promise<Desktop> {
    const context = await browser.newContext();
    const desktop = new Desktop(context, options);
    await context.route('**/*', (route) => desktop.#answer(route));
    await context.exposeBinding(pageNames.invoke, ({ page, frame }, channel: string, args: unknown[]) => {
      const sender: PageSender = {
        windowId: desktop.#windowOf(page),
        isMainFrame: frame === page.mainFrame(),
        url: programAddress(frame.url()),
      };
      return desktop.program.line.ask('invoke', sender, channel, args);
    });
    desktop.#begin();
    return desktop;
  }

  #begin: () => void = () => undefined;

  private constructor(
    context: BrowserContext,
    { args = [], userData, packed = false, undone = [], entry, platform, screens = ONE_SCREEN }: StartOptions,
  ) {
    this.#context = context;
    this.#undone = undone;
    const begun = new Promise<void>((resolve) => (this.#begin = resolve));
    this.program = startProgram(
      args,
      { userData, packed, undone, platform: platform ?? null, screens },
      {
        openWindow: async (id: number, size: { width: number; height: number }, preload: string) => {
          await begun;
          await this.#openWindow(id, size, preload);
        },
        load: (id: number, address: string) => this.#load(id, address),
        send: (id: number, channel: string, payload: unknown) => {
          this.#sent = this.#sent.then(() => this.#deliver(id, channel, payload));
          return this.#sent;
        },
        reload: (id: number, size: { width: number; height: number }, preload: string, address: string) =>
          this.#reload(id, size, preload, address),
        print: (id: number, options: DialogOptions) => this.#print(id, options),
        closeWindow: async (id: number) => {
          const page = await this.page(id);
          this.#pages.delete(id);
          await page.close();
        },
        dialog: (kind: DialogKind, options: DialogOptions) => this.#showDialog(kind, options),
        openExternal: (href: string) => void this.openedOutside.push(href),
        secondInstance: (first: number, argv: string[], folder: string) =>
          running.get(first)?.program.line.ask('secondInstanceCame', argv, folder),
      },
      entry,
    );
    running.set(this.program.processId, this);
  }

  /** The page of a window, once it stands. */
  async page(id = 1): Promise<Page> {
    for (let waitedMs = 0; waitedMs < 15_000; waitedMs += 20) {
      const page = this.#pages.get(id);
      if (page !== undefined) return page;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`no window ${id} was opened\n${this.program.output.troubles}`);
  }

  get windowIds(): readonly number[] {
    return [...this.#pages.keys()];
  }

  get ended(): Promise<number | null> {
    return this.program.ended;
  }
  async address(): Promise<string> {
    return programAddress((await this.page()).url());
  }

  /** What the program knows of a window, once it stands. */
  async seen(id = 1): Promise<SeenWindow> {
    await this.page(id);
    return (await this.program.line.ask('seen', id)) as SeenWindow;
  }
  async menu(): Promise<readonly ShownItem[]> {
    return (await this.program.line.ask('menu')) as readonly ShownItem[];
  }
  /** Chooses a command of the native menu, by id or role, once it is there and not gray; resolves when the page has heard of it. */
  async choose(id: string): Promise<void> {
    for (let waitedMs = 0; waitedMs < 15_000; waitedMs += 20) {
      if ((await this.program.line.ask('choose', id)) === true) {
        await this.#sent;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the menu has no ${id} that can be chosen`);
  }
  /** Whether a command of the native menu can be chosen now; undefined: it is not there. */
  async offers(id: string): Promise<boolean | undefined> {
    return (await this.menu()).find((item) => item.id === id)?.enabled;
  }
  /** The cross of the window's frame. */
  async closeWindow(id = 1): Promise<void> {
    await this.program.line.ask('close', id);
  }

  /** The person drags the window by its frame and edges. */
  async placeWindow(bounds: Bounds, id = 1): Promise<void> {
    await this.program.line.ask('place', id, bounds);
  }
  async maximizeWindow(id = 1): Promise<void> {
    await this.program.line.ask('maximize', id);
  }

  /** The person comes back to the window from another program. */
  async focusWindow(id = 1): Promise<void> {
    await this.program.line.ask('focus', id);
  }
  /** Takes the process of a window's page down. */
  async crashPage(id = 1): Promise<void> {
    const page = await this.page(id);
    const crashed = page.waitForEvent('crash');
    const session = await this.#context.newCDPSession(page);
    // Never answered: there is nobody left to do so.
    session.send('Page.crash').catch(() => undefined);
    await crashed;
  }

  /** Answers the next native dialog of this kind; resolves with what it was shown with. */
  nextDialog(kind: DialogKind, answer: unknown): Promise<DialogOptions> {
    return new Promise((asked) => this.#awaited.push({ kind, answer, asked }));
  }
  choosesToOpen(path: string): Promise<DialogOptions> {
    return this.nextDialog('open', { canceled: false, filePaths: [path] });
  }
  choosesToSave(path: string): Promise<DialogOptions> {
    return this.nextDialog('save', { canceled: false, filePath: path });
  }

  /** Puts a stranger's page into the window, as if every guard had failed. */
  async impose(address: string, html: string, id = 1): Promise<Page> {
    this.#imposed.set(address, html);
    const page = await this.page(id);
    await page.goto(address);
    return page;
  }

  /** A page that stands in no window of the program. */
  async strangePage(): Promise<Page> {
    const page = await this.#context.newPage();
    this.#imposed.set('https://strange.test/', '<title>Strange</title>');
    await page.goto('https://strange.test/');
    return page;
  }

  /** Asks the program as a page would that has the bridge's wire in its hands. */
  async ask(page: Page, channel: string, ...args: unknown[]): Promise<unknown> {
    return page.evaluate(askWire, [pageNames.invoke, channel, args] as const);
  }

  async stop(): Promise<void> {
    this.program.kill();
    await this.program.ended;
    running.delete(this.program.processId);
    await this.#context.close();
  }

  #windowOf(page: Page): number | undefined {
    return [...this.#pages].find(([, candidate]) => candidate === page)?.[0];
  }

  async #openWindow(id: number, size: { width: number; height: number }, preload: string): Promise<void> {
    const page = await this.#context.newPage();
    await page.setViewportSize(size);
    const built = this.#undone.reduce((text, [from, to]) => text.replaceAll(from, to), await readFile(preload, 'utf8'));
    await page.addInitScript({ content: preloadScript(built) });
    page.on('popup', (popup) => void this.#judgePopup(id, popup));
    page.on('crash', () => void this.program.line.ask('pageGone', id));
    this.#pages.set(id, page);
  }

  /** What was given to the printer, and with which options. */
  readonly printed: { readonly options: DialogOptions; readonly pdf: Buffer }[] = [];
  /** Why the next print fails; empty: it does not. */
  printFailure = '';
  async #print(id: number, options: DialogOptions): Promise<string> {
    const page = await this.page(id);
    this.printed.push({ options, pdf: await page.pdf({ preferCSSPageSize: true, printBackground: true }) });
    return this.printFailure;
  }

  /** A page that crashed cannot be driven any more: another takes its place in the window. */
  async #reload(id: number, size: { width: number; height: number }, preload: string, address: string): Promise<void> {
    const before = await this.page(id);
    this.#pages.delete(id);
    await this.#openWindow(id, size, preload);
    await before.close();
    await this.#load(id, address);
  }

  async #load(id: number, address: string): Promise<void> {
    const page = await this.page(id);
    this.#loading = address;
    await page.goto(shownAddress(address));
  }

  async #deliver(id: number, channel: string, payload: unknown): Promise<void> {
    const page = await this.page(id);
    await page.evaluate(hearWire, [pageNames.hear, channel, payload] as const);
  }

  #showDialog(kind: DialogKind, options: DialogOptions): unknown {
    const at = this.#awaited.findIndex((awaited) => awaited.kind === kind);
    const [awaited] = at < 0 ? [] : this.#awaited.splice(at, 1);
    if (awaited === undefined) {
      this.strayDialogs.push(`${kind} ${JSON.stringify(options)}`);
      return { canceled: true, filePath: '', filePaths: [], response: 0 };
    }
    awaited.asked(options);
    return awaited.answer;
  }

  /** Windows that a page opens never stay: the stand-in knows no second one. Those that the program would allow are told by their address. */
  readonly allowedPopups: string[] = [];
  async #judgePopup(id: number, popup: Page): Promise<void> {
    const address = programAddress(popup.url());
    if (address === 'about:blank' || address === '') await this.#judgeOpening(id, 'about:blank');
    await popup.close();
  }
  async #judgeOpening(id: number, address: string): Promise<void> {
    if ((await this.program.line.ask('mayOpen', id, address)) === true) this.allowedPopups.push(address);
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const imposed = this.#imposed.get(request.url());
    if (imposed !== undefined) return route.fulfill({ contentType: 'text/html', body: imposed });
    const address = programAddress(request.url());
    if (request.isNavigationRequest() && !(await this.#mayNavigate(request, address))) return route.abort('aborted');
    this.requests.push(address);
    const served = (await this.program.line.ask('serve', request.method(), address)) as ServedAnswer | null;
    if (served === null) return route.abort('blockedbyclient');
    return route.fulfill({ status: served.status, headers: { ...served.headers }, body: Buffer.from(served.body) });
  }

  async #mayNavigate(request: Request, address: string): Promise<boolean> {
    const frame = frameOf(request);
    const id = frame === undefined ? undefined : this.#windowOf(frame.page());
    if (frame === undefined || id === undefined) {
      await this.#judgeOpening(1, address);
      return false;
    }
    const isMainFrame = frame === frame.page().mainFrame();
    const asked = isMainFrame && address === this.#loading;
    if (asked) this.#loading = '';
    const may = asked || (await this.program.line.ask('mayNavigate', id, address, isMainFrame)) === true;
    if (!asked) this.judged.push(address);
    if (may && isMainFrame) await this.program.line.ask('started', id, address);
    return may;
  }
}

/** Undefined where the request opens a page that does not stand yet. */
function frameOf(request: Request): ReturnType<Request['frame']> | undefined {
  try {
    return request.frame();
  } catch {
    return undefined;
  }
}

/** Runs in the page. */
function hearWire([wire, channel, payload]: readonly [string, string, unknown]): void {
  (window as unknown as Record<string, (channel: string, payload: unknown) => void>)[wire]?.(channel, payload);
}

/** Runs in the page. */
function askWire([wire, channel, args]: readonly [string, string, unknown[]]): Promise<unknown> {
  const invoke = (window as unknown as Record<string, (channel: string, args: unknown[]) => Promise<unknown>>)[wire];
  return invoke?.(channel, args) ?? Promise.reject(new Error('the page has no wire'));
}

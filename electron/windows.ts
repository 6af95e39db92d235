/** The planner's window: sandboxed, isolated, without Node; it asks before it closes over unsaved work. */
import { BrowserWindow, dialog, screen, type BrowserWindowConstructorOptions } from 'electron';
import { wireName, type EventName, type EventPayload } from '../shared/bridge/channels.ts';
import type { UserError } from '../shared/result.ts';
import type { FileDialogs } from './files/planFiles.ts';
import type { PlannerWindow } from './ipc/handlers.ts';
import { createCrashPolicy } from './pageCrash.ts';
import { createPageLink } from './pageLink.ts';
import { printOptions, printOutcome } from './printOptions.ts';
import { exportFilters, planFilters } from './fileFilters.ts';
import { readWindowState, smallestPx, visibleBounds, writeWindowState, type Rectangle } from './windowState.ts';

export interface WindowSettings {
  readonly preload: string;
  readonly stateFile: string;
  readonly icon: string;
  /** What to load: the app's own page, or the reload server's while developing. */
  readonly address: string;
  /** The page crashed or was left: it can answer no more. */
  onPageGone(windowId: number): void;
  /** The page that crashed is being loaded again. */
  onRevived(): void;
  /** The person chose to stay, or can no longer be asked: whatever was closing is called off. */
  onStay(): void;
  onFocus(): void;
}

export interface OpenWindow extends Omit<PlannerWindow, 'watchFile'> {
  readonly id: number;
  readonly browserWindow: BrowserWindow;
  /** Sends once the page listens. */
  send<E extends EventName>(event: E, payload: EventPayload<E>): void;
  showError(error: UserError): void;
}

export function windowOptions(preload: string, icon: string, bounds: Rectangle): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: smallestPx.width,
    minHeight: smallestPx.height,
    show: false,
    icon,
    title: 'Raceway',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  };
}

export function openWindow(settings: WindowSettings): OpenWindow {
  const saved = readWindowState(settings.stateFile);
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const bounds = visibleBounds(saved?.bounds, [screen.getPrimaryDisplay().workArea, ...areas]);
  const browserWindow = new BrowserWindow(windowOptions(settings.preload, settings.icon, bounds));
  if (saved?.maximized === true) browserWindow.maximize();
  browserWindow.once('ready-to-show', () => browserWindow.show());

  const page = createPageLink();
  const send: OpenWindow['send'] = (event, payload) =>
    page.deliver(() => {
      if (!browserWindow.isDestroyed()) browserWindow.webContents.send(wireName(event), payload);
    });

  browserWindow.on('close', (event) => {
    const next = page.whenClosing();
    if (next !== 'close') {
      event.preventDefault();
      if (next === 'ask') send('closeRequested', undefined);
      return;
    }
    writeWindowState(settings.stateFile, { bounds: browserWindow.getNormalBounds(), maximized: browserWindow.isMaximized() });
  });
  const release = (): void => {
    page.gone();
    settings.onPageGone(browserWindow.id);
  };
  const crashPolicy = createCrashPolicy();
  async function revive(): Promise<void> {
    const loadsAgain = crashPolicy(Date.now()) === 'reload' || (await asksToLoadAgain(browserWindow));
    if (browserWindow.isDestroyed()) return;
    if (!loadsAgain) {
      browserWindow.close();
      return;
    }
    browserWindow.webContents.reload();
    settings.onRevived();
  }
  browserWindow.webContents.on('render-process-gone', (_event, { reason }) => {
    release();
    settings.onStay();
    // Not while Chromium is still taking the old page down.
    if (reason !== 'clean-exit') setImmediate(() => void revive());
  });
  browserWindow.on('focus', () => settings.onFocus());
  browserWindow.on('unresponsive', () => page.hangs(true));
  browserWindow.on('responsive', () => page.hangs(false));
  browserWindow.webContents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) release();
  });

  void browserWindow.loadURL(settings.address);
  return {
    id: browserWindow.id,
    browserWindow,
    send,
    planDialogs: fileDialogs(browserWindow, planFilters),
    exportDialogs: fileDialogs(browserWindow, exportFilters),
    setTitle(name, dirty) {
      browserWindow.setTitle(`${dirty ? '• ' : ''}${name} — Raceway`);
      browserWindow.setDocumentEdited(dirty);
    },
    setProgress: (share) => browserWindow.setProgressBar(share ?? -1),
    print: (paper) =>
      new Promise((resolve) => {
        browserWindow.webContents.print(printOptions(paper), (success, reason) => resolve(printOutcome(success, reason)));
      }),
    guardClose: (guarded) => page.guard(guarded),
    answerClose(mayClose) {
      page.answer(mayClose);
      if (!mayClose) {
        settings.onStay();
        return;
      }
      browserWindow.close();
    },
    showError(error) {
      void dialog.showMessageBox(browserWindow, { type: 'error', message: sentence(error.message), detail: sentence(error.remedy) });
    },
    pageReady: () => page.ready(),
  };
}

/** The page has stopped more than once in a short while: it might do so for ever. */
async function asksToLoadAgain(browserWindow: BrowserWindow): Promise<boolean> {
  const answer = await dialog.showMessageBox(browserWindow, {
    type: 'warning',
    message: 'The planner stopped again.',
    detail: 'Your work is kept. Load the planner again, or close the window and restore the work at the next start.',
    buttons: ['Load again', 'Close the window'],
    defaultId: 0,
    cancelId: 1,
  });
  return answer.response === 0;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

type Filters = (suggestedName: string) => { name: string; extensions: string[] }[];

function fileDialogs(parent: BrowserWindow, filters: Filters): FileDialogs {
  return {
    async chooseOpen() {
      const answer = await dialog.showOpenDialog(parent, { filters: filters(''), properties: ['openFile'] });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    async chooseSave(suggestedName) {
      const answer = await dialog.showSaveDialog(parent, { defaultPath: suggestedName, filters: filters(suggestedName) });
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
  };
}

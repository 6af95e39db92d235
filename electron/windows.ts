/** The planner's window: sandboxed, isolated, without Node; it asks before it closes over unsaved work. */
import { BrowserWindow, dialog, screen, type BrowserWindowConstructorOptions } from 'electron';
import { wireName, type EventName, type EventPayload } from '../shared/bridge/channels.ts';
import type { UserError } from '../shared/result.ts';
import type { FileDialogs } from './files/planFiles.ts';
import type { PlannerWindow } from './ipc/handlers.ts';
import { createPageLink } from './pageLink.ts';
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
}

export interface OpenWindow extends PlannerWindow {
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
    if (page.mustAsk()) {
      event.preventDefault();
      send('closeRequested', undefined);
      return;
    }
    writeWindowState(settings.stateFile, { bounds: browserWindow.getNormalBounds(), maximized: browserWindow.isMaximized() }).catch(
      () => undefined,
    );
  });
  const release = (): void => {
    page.gone();
    settings.onPageGone(browserWindow.id);
  };
  browserWindow.webContents.on('render-process-gone', release);
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
    guardClose: (guarded) => page.guard(guarded),
    answerClose(mayClose) {
      if (!mayClose) return;
      page.approve();
      browserWindow.close();
    },
    showError(error) {
      void dialog.showMessageBox(browserWindow, { type: 'error', message: sentence(error.message), detail: sentence(error.remedy) });
    },
    pageReady: () => page.ready(),
  };
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

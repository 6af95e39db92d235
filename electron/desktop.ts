/** Starts the planner's window: one instance, the page's scheme, guards, bridge, menu, and the window last, when all that it asks is there. */
import { app, BrowserWindow, ipcMain, Menu, protocol, session, shell } from 'electron';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { declarePageScheme, servePageScheme } from './appProtocol.ts';
import { createFileWatch } from './files/fileWatch.ts';
import { createGrants } from './files/grants.ts';
import { createJournalFiles } from './files/journalFiles.ts';
import { createPlanFiles } from './files/planFiles.ts';
import { createRecentFiles } from './files/recentFiles.ts';
import { listenToFaults } from './faults.ts';
import { createHandlers } from './ipc/handlers.ts';
import { judgeSender, senderOf } from './ipc/identifySender.ts';
import { registerHandlers } from './ipc/register.ts';
import { must } from '../shared/assert.ts';
import { createNativeMenu, type NativeMenu } from './nativeMenu.ts';
import { guardNavigation } from './navigation.ts';
import { originOf, pageAddress, pageOrigin, withSample } from './page/pageAddress.ts';
import { guardPermissions } from './permissions.ts';
import { purposeOf } from './programArguments.ts';
import { openWindow, type OpenWindow } from './windows.ts';

const icon = fileURLToPath(new URL('../assets/icons/sizes/256.png', import.meta.url));
const outFolder = fileURLToPath(new URL('../out', import.meta.url));

/** `plan`: the path of a plan to open, `sample`: the name of a sample; from the program's arguments. */
export function startDesktop({ plan, sample }: { readonly plan: string | undefined; readonly sample: string | undefined }): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  // Reload as one edits: the development server's page instead of the built one, never in a packed program.
  const developmentAddress = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  const developmentOrigin = developmentAddress === undefined ? undefined : originOf(developmentAddress);

  const userData = app.getPath('userData');
  const grants = createGrants();
  const recentFiles = createRecentFiles(join(userData, 'recent.json'), (paths) => showRecent(paths));
  const planFiles = createPlanFiles(grants, recentFiles);
  const journalFiles = createJournalFiles(join(userData, 'recovery'));
  let planner: OpenWindow | undefined;
  let menu: NativeMenu | undefined;
  /** The person wants to leave the program, not only the window; asked about unsaved work first. */
  let isLeaving = false;
  let openFile: string | undefined;
  const fileWatch = createFileWatch(
    (path) => planFiles.look(path),
    (path, is) => planner?.send('fileOnDisk', { token: grants.grant(path), is }),
  );

  const show = (firstSample?: string): OpenWindow => {
    planner ??= openPlanner(firstSample);
    return planner;
  };

  function openPlanner(firstSample: string | undefined): OpenWindow {
    const opened = openWindow({
      preload: join(outFolder, 'preload', 'preload.cjs'),
      stateFile: join(userData, 'window.json'),
      icon,
      address: withSample(developmentAddress ?? pageAddress, firstSample),
      onPageGone(windowId) {
        journalFiles.release(windowId);
        fileWatch.follow(undefined);
        menu?.pageGone();
      },
      onRevived: () => void reopenFile(),
      onStay() {
        isLeaving = false;
      },
      onFocus: () => fileWatch.look(),
    });
    opened.browserWindow.on('closed', () => {
      journalFiles.release(opened.id);
      fileWatch.follow(undefined);
      planner = undefined;
      menu?.pageGone();
    });
    return opened;
  }

  function watchFile(token: string | null): boolean {
    openFile = token === null ? undefined : grants.path(token);
    if (openFile !== undefined) void planFiles.adopt(openFile);
    fileWatch.follow(openFile);
    return token === null || openFile !== undefined;
  }

  /** After a crash: the file that was open, unless there is unsaved work, which the page offers by itself. */
  async function reopenFile(): Promise<void> {
    const path = openFile;
    if (path !== undefined && (await journalFiles.list()).length === 0) await openPlan(path);
  }

  /** In the menu, and in the list that the system keeps of the program (dock, task bar). */
  function showRecent(paths: readonly string[]): void {
    menu?.showRecent(paths);
    const [newest] = paths;
    if (newest === undefined) app.clearRecentDocuments();
    else app.addRecentDocument(newest);
  }

  async function openPlan(path: string): Promise<void> {
    const target = show();
    if (target.browserWindow.isMinimized()) target.browserWindow.restore();
    target.browserWindow.focus();
    const opened = await planFiles.openPath(path);
    if (opened.ok) target.send('fileOpened', opened.value);
    else target.showError(opened.error);
  }

  listenToFaults(process, logFault, (error) => planner?.showError(error));

  declarePageScheme(protocol);
  guardNavigation(app, shell, developmentOrigin);

  app.on('second-instance', (_event, argv, workingFolder) => {
    const purpose = purposeOf(argv.slice(app.isPackaged ? 1 : 2));
    if (purpose.kind === 'window' && purpose.plan !== undefined) void openPlan(resolve(workingFolder, purpose.plan));
    else show().browserWindow.focus();
  });
  // macOS gives a plan that was double-clicked by this event, maybe before the program is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void app.whenReady().then(() => openPlan(path));
  });
  app.on('before-quit', () => {
    isLeaving = true;
  });
  app.on('window-all-closed', () => {
    // On macOS a program lives on without windows; where it was left, closing was held up to ask, and leaving goes on now.
    if (process.platform !== 'darwin' || isLeaving) app.quit();
  });
  app.on('activate', () => show());

  void app.whenReady().then(async () => {
    servePageScheme(protocol, join(outFolder, 'renderer'));
    guardPermissions(session.defaultSession);
    registerHandlers(
      ipcMain,
      (event) =>
        judgeSender(
          senderOf(event, ({ sender }) => BrowserWindow.fromWebContents(sender)?.id),
          planner === undefined ? [] : [planner.id],
          developmentOrigin === undefined ? [pageOrigin] : [pageOrigin, developmentOrigin],
        ),
      createHandlers({
        planFiles,
        journalFiles,
        showMenu: (bar) => menu?.show(bar),
        window: () => ({ ...must(planner, 'the window that asks'), watchFile }),
      }),
      logFault,
    );
    menu = createNativeMenu(Menu, process.platform, {
      // Chosen without a window, it is done in a new one.
      choose: (id) => show().send('menu', id),
      openRecent: (path) => void openPlan(path),
      clearRecent: () => void recentFiles.clear(),
    });
    showRecent(await recentFiles.list());
    app.setAboutPanelOptions({ copyright: 'Copyright 2026 The Raceway authors. Apache License 2.0', iconPath: icon });
    show(sample);
    if (plan !== undefined) await openPlan(resolve(plan));
  });
}

function logFault(where: string, error: unknown): void {
  process.stderr.write(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

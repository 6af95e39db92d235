/** The built desktop program in Electron itself, with native dialogs answered by the spec. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import type { DesktopDriver, DialogKind, DialogOptions, ShownWindow } from '../desktop/driver.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const patienceMs = 15_000;
const dialogs = { open: 'showOpenDialog', save: 'showSaveDialog', message: 'showMessageBox' } as const;

export class RealDesktop implements DesktopDriver {
  readonly app: ElectronApplication;
  readonly ended: Promise<number | null>;

  /** `userData`: the folder for the program's own data. */
  static async start(runtime: string, args: readonly string[], userData: string): Promise<RealDesktop> {
    const isRoot = process.getuid?.() === 0;
    const app = await _electron.launch({
      executablePath: runtime,
      cwd: projectFolder,
      args: [...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${userData}`, projectFolder, ...args],
    });
    return new RealDesktop(app);
  }

  private constructor(app: ElectronApplication) {
    this.app = app;
    this.ended = new Promise((resolve) => app.process().once('exit', (code) => resolve(code)));
  }

  page(): Promise<Page> {
    return this.app.firstWindow();
  }

  async address(): Promise<string> {
    return (await this.page()).url();
  }

  /** Only macOS knows edited windows; the title tells it everywhere. */
  async seen(): Promise<ShownWindow> {
    await this.page();
    return this.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const title = window?.getTitle() ?? '';
      return { title, edited: title.startsWith('•'), shown: window?.isVisible() ?? false };
    });
  }

  async choose(id: string): Promise<void> {
    for (const began = Date.now(); Date.now() - began < patienceMs;) {
      if (await this.#chooseNow(id)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the menu has no ${id} that can be chosen`);
  }

  /** False: it is not there, or gray. What is chosen may end the program, so it happens after the answer. */
  #chooseNow(id: string): Promise<boolean> {
    return this.app.evaluate(({ app, Menu }, wanted) => {
      if (wanted === 'quit') {
        setTimeout(() => app.quit());
        return true;
      }
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
      if (item === null || item === undefined || !item.enabled) return false;
      setTimeout(item.click as () => void);
      return true;
    }, id);
  }

  async closeWindow(): Promise<void> {
    await this.app.evaluate(({ BrowserWindow }) => {
      setTimeout(() => BrowserWindow.getAllWindows()[0]?.close());
    });
  }

  nextDialog(kind: DialogKind, answer: unknown): Promise<DialogOptions> {
    return this.app.evaluate(
      ({ dialog }, [name, given]) =>
        new Promise<DialogOptions>((shown) => {
          const held = dialog as unknown as Record<string, unknown>;
          const real = held[name];
          held[name] = (_parent: unknown, options: DialogOptions) => {
            held[name] = real;
            shown(options);
            return Promise.resolve(given);
          };
        }),
      [dialogs[kind], answer] as const,
    );
  }
  choosesToOpen(path: string): Promise<DialogOptions> {
    return this.nextDialog('open', { canceled: false, filePaths: [path] });
  }
  choosesToSave(path: string): Promise<DialogOptions> {
    return this.nextDialog('save', { canceled: false, filePath: path });
  }

  async stop(): Promise<void> {
    this.app.process().kill('SIGKILL');
    await this.ended;
  }
}

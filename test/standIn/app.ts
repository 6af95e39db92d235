/** `app` of the stand-in: its life, its folder, one instance for a folder of data. */
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from './settings.ts';
import { answer, spec } from './spec.ts';

const { userData, packed } = settings();
mkdirSync(userData, { recursive: true });
const lock = join(userData, 'instance.lock');

class App extends EventEmitter {
  readonly isPackaged = packed;
  readonly openWindows = new Set<{ close(): void }>();
  #ready = false;
  #leaving = false;
  #owns = false;
  #exitCode = 0;
  readonly #readied: Promise<void>;

  constructor() {
    super();
    // Not before the program's first lines have run, as in Electron.
    this.#readied = new Promise((resolve) => {
      setTimeout(() => {
        this.#ready = true;
        resolve();
      }, 20);
    });
    // By the program's own will, or because the spec is gone.
    process.once('disconnect', () => process.exit(this.#exitCode));
  }

  isReady(): boolean {
    return this.#ready;
  }
  whenReady(): Promise<void> {
    return this.#readied;
  }
  getPath(name: string): string {
    if (name !== 'userData') throw new Error(`the stand-in has no folder ${name}`);
    return userData;
  }

  /** What the system lists of the program, newest first. */
  recentDocuments: string[] = [];
  addRecentDocument(path: string): void {
    this.recentDocuments = [path, ...this.recentDocuments.filter((other) => other !== path)];
  }
  clearRecentDocuments(): void {
    this.recentDocuments = [];
  }

  aboutPanel: object = {};
  setAboutPanelOptions(options: object): void {
    this.aboutPanel = options;
  }

  requestSingleInstanceLock(): boolean {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      this.#owns = true;
    } catch {
      void spec.ask('secondInstance', Number(readFileSync(lock, 'utf8')), process.argv, process.cwd());
    }
    return this.#owns;
  }

  /** Asks every window to close first; one that refuses keeps the program. */
  quit(): void {
    this.#leaving = true;
    this.emit('before-quit', {});
    if (this.openWindows.size === 0) return this.exit(0);
    for (const window of [...this.openWindows]) window.close();
  }

  /** For the windows: one stays although the program would leave. */
  stay(): void {
    this.#leaving = false;
  }

  /** For the windows: one is closed. */
  closed(window: { close(): void }): void {
    this.openWindows.delete(window);
    if (this.openWindows.size > 0) return;
    if (this.#leaving) this.exit(0);
    else this.emit('window-all-closed');
  }

  exit(code: number): void {
    if (this.#owns) rmSync(lock, { force: true });
    this.#exitCode = code;
    // Closes the line once all that was said is out.
    process.disconnect();
  }
}

export const app = new App();

/** Electron refuses these before it is ready, and so does its stand-in. */
export function onlyWhenReady(what: string): void {
  if (!app.isReady()) throw new Error(`${what} before the app is ready`);
}

answer({
  recentDocuments: () => app.recentDocuments,
  aboutPanel: () => app.aboutPanel,
  quit: () => app.quit(),
  secondInstanceCame: (argv: string[], folder: string) => void app.emit('second-instance', {}, argv, folder),
});

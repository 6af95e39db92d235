/** What a person does with files. Each ends with a message or a question in the dialogs that the page shows. */
import { applyPatches } from 'immer';
import type { ExportKind, TemplateSettings } from '../../shared/engine/protocol.ts';
import { emptyPlan } from '../../shared/plan/emptyPlan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { UserError } from '../../shared/result.ts';
import type { FileToken, Host, OpenedFile } from '../host/host.ts';
import type { EngineClient } from '../worker/engineClient.ts';
import { exportFileName, exportMimeType } from './exportNames.ts';
import type { FileStore } from './fileStore.ts';
import { readJournal, type Journal } from './journal.ts';
import type { PlanStore } from './planStore.ts';

export const samples = [
  { id: 'one-megawatt-hall', name: 'One-megawatt hall' },
  { id: 'eight-cabinets', name: 'Eight cabinets' },
] as const;
export type SampleId = (typeof samples)[number]['id'];

export type UnsavedChoice = 'save' | 'discard' | 'stay';

/** Questions that need a dialog; the page's dialogs answer them. */
export interface FileDialogs {
  /** Another plan is about to be opened, or the window closed, over unsaved changes. */
  askUnsaved(name: string): Promise<UnsavedChoice>;
  /** A crash left work behind. */
  askRestore(found: { readonly name: string; readonly writtenAtMs: number }): Promise<'restore' | 'discard'>;
  showError(title: string, error: UserError): void;
  /** What a file that was made does not hold, a sentence each. */
  showNotes(title: string, notes: readonly string[]): void;
  /** Something was done: `Saved one-megawatt-hall.raceway`. */
  tell(text: string): void;
}

export interface FileActions {
  /** Set by the page once its dialogs stand. */
  attachDialogs(dialogs: FileDialogs): void;
  newPlan(): Promise<void>;
  open(): Promise<void>;
  openRecent(token: FileToken): Promise<void>;
  openSample(id: SampleId): Promise<void>;
  openFile(file: OpenedFile): Promise<void>;
  /** Offers what a crash left behind; true when it was restored. */
  offerRestore(): Promise<boolean>;
  /** Asks about unsaved changes, for the host before it closes the window; true: go on. */
  mayLeave(): Promise<boolean>;
  save(): Promise<boolean>;
  saveAs(): Promise<boolean>;
  /** Makes a file and hands it over; progress and cancel stand in the file store's `busy`. */
  exportAs(what: ExportKind): Promise<void>;
  /** Replaces the plan by one from a template; asks first over unsaved changes. */
  generate(template: string, settings: TemplateSettings): Promise<boolean>;
}

export interface FileParts {
  readonly plan: PlanStore;
  readonly file: FileStore;
  readonly engine: EngineClient;
  readonly host: Host;
  readonly journal: Journal;
  readonly fetchSample: (id: SampleId) => Promise<Uint8Array>;
}

const UNTITLED = 'Untitled.raceway';

export function createFileActions({ plan, file, engine, host, journal, fetchSample }: FileParts): FileActions {
  let dialogs: FileDialogs | null = null;
  let attached: (dialogs: FileDialogs) => void;
  const standing = new Promise<FileDialogs>((resolve) => {
    attached = resolve;
  });
  /** Dialogs may be asked for before the page has drawn them. */
  const ask = async (): Promise<FileDialogs> => dialogs ?? standing;

  async function whileBusy<T>(doing: string, work: () => Promise<T>): Promise<T> {
    file.setState({ busy: { doing, share: null, cancel: null } });
    try {
      return await work();
    } finally {
      file.setState({ busy: null });
    }
  }

  async function mayLeave(): Promise<boolean> {
    const { dirty, name } = file.getState();
    if (!dirty) return true;
    switch (await (await ask()).askUnsaved(name)) {
      case 'save':
        return save();
      case 'discard':
        return true;
      case 'stay':
        return false;
    }
  }

  /** The plan of these bytes takes the place of the open one, or an error is shown and nothing changes. */
  async function load(opened: OpenedFile): Promise<boolean> {
    const loaded = await whileBusy(`Opening ${opened.name}`, () => engine.load(opened.bytes));
    if (!loaded.ok) {
      (await ask()).showError(`${opened.name} was not opened`, loaded.error);
      return false;
    }
    show(loaded.value, opened.name, opened.token);
    void journal.begin(opened.name, opened.bytes);
    return true;
  }

  function show(next: Plan, name: string, token: FileToken | null): void {
    plan.replacePlan(next);
    file.setState({ name, token, dirty: false });
  }

  async function showMade(next: Plan, name: string): Promise<void> {
    show(next, name, null);
    await journal.begin(name, await engine.serialize());
  }

  async function openWith(find: () => Promise<OpenedFile | null>): Promise<void> {
    if (!(await mayLeave())) return;
    const opened = await find();
    if (opened !== null) await load(opened);
  }

  async function showFailure(title: string, error: UserError): Promise<null> {
    (await ask()).showError(title, error);
    return null;
  }

  async function saved(name: string, token: FileToken | null, bytes: Uint8Array, plainStep: unknown): Promise<true> {
    // Changes made while the file was written are not in it.
    file.setState({ name, token, dirty: plan.getState().past.at(-1) !== plainStep });
    await journal.begin(name, bytes);
    (await ask()).tell(`Saved ${name}`);
    return true;
  }

  async function save(): Promise<boolean> {
    const { token } = file.getState();
    if (token === null) return saveAs();
    const step = plan.getState().past.at(-1);
    const bytes = await engine.serialize();
    const written = await whileBusy('Saving', () => host.save(token, bytes));
    if (written.ok) return saved(written.value.name, written.value.token, bytes, step);
    (await ask()).showError('The plan was not saved', written.error);
    return false;
  }

  async function saveAs(): Promise<boolean> {
    const step = plan.getState().past.at(-1);
    const bytes = await engine.serialize();
    const written = await host.saveAs(file.getState().name, bytes);
    if (!written.ok) {
      (await ask()).showError('The plan was not saved', written.error);
      return false;
    }
    return written.value === null ? false : saved(written.value.name, written.value.token, bytes, step);
  }

  async function exportAs(what: ExportKind): Promise<void> {
    const stop = new AbortController();
    const name = exportFileName(file.getState().name, what);
    const busy = { doing: `Making ${name}`, share: 0, cancel: () => stop.abort() };
    file.setState({ busy });
    try {
      const made = await engine.export(
        what,
        ({ doing, share }) => {
          file.setState({ busy: { ...busy, doing, share } });
          host.setProgress(share);
        },
        stop.signal,
      );
      file.setState({ busy: null });
      if (!made.ok) {
        if (!stop.signal.aborted) (await ask()).showError(`${name} was not made`, made.error);
        return;
      }
      const { bytes, packing, notes } = made.value;
      const madeName = exportFileName(file.getState().name, what, packing);
      const handed = await host.exportFile(madeName, exportMimeType(what, packing), bytes);
      if (!handed.ok) (await ask()).showError(`${madeName} was not written`, handed.error);
      else if (handed.value !== null) {
        (await ask()).tell(`Exported ${handed.value}`);
        if (notes.length > 0) (await ask()).showNotes(`Exported ${handed.value}`, notes);
      }
    } finally {
      file.setState({ busy: null });
      host.setProgress(null);
    }
  }

  async function generate(template: string, settings: TemplateSettings): Promise<boolean> {
    if (!(await mayLeave())) return false;
    const made = await whileBusy('Generating', () => engine.generate(template, settings));
    if (!made.ok) {
      (await ask()).showError('Nothing was generated', made.error);
      return false;
    }
    await showMade(made.value, UNTITLED);
    file.setState({ dirty: true });
    return true;
  }

  async function restore(id: string): Promise<boolean> {
    const stored = await host.journal.read(id);
    if (stored === null) return false;
    const loaded = await whileBusy('Restoring', () => engine.load(stored.snapshot));
    if (!loaded.ok) {
      await showFailure('The unsaved work could not be restored', loaded.error);
      return false;
    }
    const changed = (await readJournal(stored)).reduce((current, patches) => applyPatches(current, patches), loaded.value);
    await showMade(changed, stored.name);
    file.setState({ dirty: true });
    return true;
  }

  return {
    attachDialogs(given) {
      dialogs = given;
      attached(given);
    },
    async newPlan() {
      if (!(await mayLeave())) return;
      const made = await engine.generate('hall', {});
      await showMade(made.ok ? made.value : emptyPlan('Untitled'), UNTITLED);
    },
    open: () =>
      openWith(async () => {
        const found = await host.open();
        return found.ok ? found.value : showFailure('The file was not opened', found.error);
      }),
    openRecent: (token) =>
      openWith(async () => {
        const found = await host.openRecent(token);
        return found.ok ? found.value : showFailure('The file was not opened', found.error);
      }),
    openSample: (id) =>
      openWith(async () => {
        try {
          return { token: null, name: `${id}.raceway`, bytes: await fetchSample(id) };
        } catch (error) {
          const message = `the sample could not be read: ${error instanceof Error ? error.message : String(error)}`;
          return showFailure('The sample was not opened', { code: 'sample.not-read', message, remedy: 'load the page again' });
        }
      }),
    openFile: (opened) => openWith(() => Promise.resolve(opened)),
    async offerRestore() {
      const found = (await host.journal.list()).toSorted((a, b) => b.writtenAtMs - a.writtenAtMs);
      for (const left of found) {
        const choice = await (await ask()).askRestore(left);
        const done = choice === 'restore' && (await restore(left.id));
        // Kept when it could not be restored: another version may.
        if (done || choice === 'discard') await host.journal.clear(left.id);
        if (done) return true;
      }
      return false;
    },
    mayLeave,
    save,
    saveAs,
    exportAs,
    generate,
  };
}

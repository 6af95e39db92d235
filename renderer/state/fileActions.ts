/** What a person does with files. Each ends with a message or a question in the dialogs that the page shows. */
import { applyPatches } from 'immer';
import type { TemplateSettings } from '../../shared/engine/protocol.ts';
import { emptyPlan } from '../../shared/plan/emptyPlan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Result, UserError } from '../../shared/result.ts';
import type { FileToken, Host, OpenedFile } from '../host/host.ts';
import { cancelled } from '../worker/connectEngine.ts';
import type { EngineClient } from '../worker/engineClient.ts';
import { createHandingOver, type HandingOver, type LayOutSheets } from './handingOver.ts';
import { hasEdits, UNTITLED, type FileStore } from './fileStore.ts';
import { readJournal, type Journal } from './journal.ts';
import { placeOf, type HistoryPlace, type PlanStore } from './planStore.ts';
import { createSaving, type Conflict, type ConflictChoice, type SaveOutcome } from './saving.ts';
import { createTurns } from './turns.ts';

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
  /** Saving would overwrite what somebody else has done to the file. */
  askConflict(conflict: Conflict): Promise<ConflictChoice>;
  /** Loading the open file again would lose the changes made here. */
  askLoadAgain(name: string): Promise<'load' | 'stay'>;
  /** A crash left work behind. */
  askRestore(found: { readonly name: string; readonly writtenAtMs: number }): Promise<'restore' | 'discard'>;
  showError(title: string, error: UserError): void;
  /** What a file that was made does not hold, a sentence each. */
  showNotes(title: string, notes: readonly string[]): void;
  /** Something was done: `Saved one-megawatt-hall.raceway`. */
  tell(text: string): void;
}

/** Those that open or save a plan take turns; what is asked for while another runs waits for it. */
export interface FileActions extends HandingOver {
  /** Set by the page once its dialogs stand. */
  attachDialogs(dialogs: FileDialogs): void;
  newPlan(): Promise<void>;
  /** The plan that the planner starts with, where nothing has been drawn yet. */
  startBlank(): Promise<void>;
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
  /** Takes the open file as it is on the disk now; asks first over changes made here. */
  loadAgain(): Promise<void>;
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
  readonly layOutSheets: LayOutSheets;
}

/** What a plan comes to the screen as: nothing to lose, or work that no file holds. */
type Shown = 'clean' | 'unsaved';

export function createFileActions({ plan, file, engine, host, journal, fetchSample, layOutSheets }: FileParts): FileActions {
  let dialogs: FileDialogs | null = null;
  let attached: (dialogs: FileDialogs) => void;
  const standing = new Promise<FileDialogs>((resolve) => {
    attached = resolve;
  });
  /** Dialogs may be asked for before the page has drawn them. */
  const ask = async (): Promise<FileDialogs> => dialogs ?? standing;
  const inTurn = createTurns();
  /** A save that waits for its turn has yet to ask for the plan's bytes, so it serves whoever asks for one meanwhile. */
  let waitingSave: Promise<boolean> | null = null;

  async function whileBusy<T>(doing: string, work: () => Promise<T>): Promise<T> {
    file.setState({ busy: { doing, share: null, cancel: null } });
    try {
      return await work();
    } finally {
      file.setState({ busy: null });
    }
  }

  /** Work that the person may cancel; `tell` says how far it is. */
  function whileCancellable<T>(doing: string, work: (tell: (share: number) => void, signal: AbortSignal) => Promise<T>): Promise<T> {
    return whileBusy(doing, () => {
      const stop = new AbortController();
      const busyAt = (share: number | null): void => file.setState({ busy: { doing, share, cancel: () => stop.abort() } });
      busyAt(null);
      return work(busyAt, stop.signal);
    });
  }

  function whileReading(doing: string, bytes: Uint8Array): Promise<Result<Plan, UserError>> {
    return whileCancellable(doing, (tell, signal) => engine.load(bytes, tell, signal));
  }

  const saving = createSaving({
    plan,
    file,
    engine,
    host,
    journal,
    askConflict: async (conflict) => (await ask()).askConflict(conflict),
    showError: async (title, error) => (await ask()).showError(title, error),
    tell: async (text) => (await ask()).tell(text),
    kept,
    whileBusy,
  });

  /** True once it is saved, or what somebody else put there is loaded instead as the person asked. */
  async function settled(saved: Promise<SaveOutcome>): Promise<boolean> {
    switch (await saved) {
      case 'saved':
        return true;
      case 'notSaved':
        return false;
      case 'theirs':
        await reload(placeOf(plan.getState()));
        return false;
    }
  }

  /** Where the plan stood when nothing hindered leaving it any more; null: the person stays. */
  async function leave(): Promise<HistoryPlace | null> {
    const { dirty, name } = file.getState();
    const here = placeOf(plan.getState());
    if (!dirty) return here;
    switch (await (await ask()).askUnsaved(name)) {
      case 'save':
        // Changes made while the file was written are asked about again.
        return (await settled(saving.save())) ? leave() : null;
      case 'discard':
        return here;
      case 'stay':
        return null;
    }
  }

  /** Work goes on while another plan is found, read or made: what was done since leaving was allowed is asked about too. */
  async function leaveStill(left: HistoryPlace): Promise<HistoryPlace | null> {
    return placeOf(plan.getState()) === left ? left : leave();
  }

  /** The plan of these bytes takes the place of the open one, or an error is shown and nothing changes. */
  async function load(opened: OpenedFile, left: HistoryPlace): Promise<boolean> {
    const loaded = await whileReading(`Opening ${opened.name}`, opened.bytes);
    if (!loaded.ok) {
      await showFailure(`${opened.name} was not opened`, loaded.error);
      return false;
    }
    if ((await leaveStill(left)) === null) return false;
    show(loaded.value, opened.name, opened.token, 'clean');
    void kept(journal.begin(opened.name, plan.getState().revision, opened.bytes, 'clean'));
    return true;
  }

  function show(next: Plan, name: string, token: FileToken | null, as: Shown): void {
    plan.replacePlan(next);
    const savedAt = as === 'clean' ? placeOf(plan.getState()) : null;
    file.setState({ name, token, savedAt, onDisk: 'same', goesOn: false, dirty: as === 'unsaved' });
  }

  function showMade(next: Plan, name: string, as: Shown): Promise<boolean> {
    show(next, name, null, as);
    // Begun at once, so that changes made before the bytes are there come after them.
    return kept(journal.begin(name, plan.getState().revision, engine.serialize(), as));
  }

  /** Whether the journal could write; work goes on without it. */
  async function kept(writing: Promise<void>): Promise<boolean> {
    try {
      await writing;
      return true;
    } catch {
      (await ask()).tell('Changes cannot be kept for recovery; save often');
      return false;
    }
  }

  /** The place where a person looks for a file is outside of any turn: nobody knows when they come back from it. */
  async function openWith(find: () => Promise<OpenedFile | null>): Promise<void> {
    const left = await inTurn(leave);
    if (left === null) return;
    const opened = await find();
    if (opened === null) return;
    await inTurn(async () => {
      const place = await leaveStill(left);
      if (place !== null) await load(opened, place);
    });
  }

  async function reload(left: HistoryPlace): Promise<void> {
    const { token } = file.getState();
    if (token === null) return;
    const found = await host.openRecent(token);
    if (found.ok) await load(found.value, left);
    else await showFailure('The file was not opened', found.error);
  }

  async function showFailure(title: string, error: UserError): Promise<null> {
    // Nobody needs to be told what they have just done.
    if (error.code === cancelled.code) return null;
    (await ask()).showError(title, error);
    return null;
  }

  async function generate(template: string, settings: TemplateSettings): Promise<boolean> {
    const left = await leave();
    if (left === null) return false;
    const made = await whileCancellable('Generating', (_, signal) => engine.generate(template, settings, signal));
    if (!made.ok) {
      await showFailure('Nothing was generated', made.error);
      return false;
    }
    if ((await leaveStill(left)) === null) return false;
    await showMade(made.value, UNTITLED, 'unsaved');
    return true;
  }

  async function makeBlank(): Promise<Plan> {
    const made = await engine.generate('blank', {});
    return made.ok ? made.value : emptyPlan('Untitled');
  }

  async function restore(id: string): Promise<boolean> {
    const left = placeOf(plan.getState());
    const stored = await host.journal.read(id);
    if (stored === null) return false;
    const loaded = await whileReading('Restoring', stored.snapshot);
    if (!loaded.ok) {
      await showFailure('The unsaved work could not be restored', loaded.error);
      return false;
    }
    const changed = (await readJournal(stored)).reduce((current, patches) => applyPatches(current, patches), loaded.value);
    if ((await leaveStill(left)) === null) return false;
    journal.takeOver(id);
    await showMade(changed, stored.name, 'unsaved');
    return true;
  }

  /** True when it was restored. */
  async function offer(left: { readonly id: string; readonly name: string; readonly writtenAtMs: number }): Promise<boolean> {
    // Another window may be asking about it already.
    if (!(await host.journal.claim(left.id))) return false;
    if ((await (await ask()).askRestore(left)) === 'discard') {
      await host.journal.clear(left.id);
      return false;
    }
    // It stays when it could not be restored: another version may.
    return restore(left.id);
  }

  async function recovering<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      const message = `the recovery data could not be used: ${error instanceof Error ? error.message : String(error)}`;
      return showFailure('Unsaved work was not restored', {
        code: 'recovery.failed',
        message,
        remedy: 'start Raceway again to try once more',
      });
    }
  }

  return {
    attachDialogs(given) {
      dialogs = given;
      attached(given);
    },
    newPlan: () =>
      inTurn(async () => {
        const left = await leave();
        if (left === null) return;
        const blank = await makeBlank();
        if ((await leaveStill(left)) === null) return;
        await showMade(blank, UNTITLED, 'clean');
      }),
    startBlank: () =>
      inTurn(async () => {
        const blank = await makeBlank();
        // What was drawn meanwhile stays.
        if (plan.getState().revision === 0) await showMade(blank, UNTITLED, 'clean');
      }),
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
    offerRestore: () =>
      inTurn(async () => {
        const found = (await recovering(() => host.journal.list())) ?? [];
        for (const left of found.toSorted((a, b) => b.writtenAtMs - a.writtenAtMs))
          // One that fails must not hide the others.
          if ((await recovering(() => offer(left))) === true) return true;
        return false;
      }),
    mayLeave: () => inTurn(async () => (await leave()) !== null),
    save() {
      if (waitingSave !== null) return waitingSave;
      const turn: { begun: boolean } = { begun: false };
      const outcome = inTurn(() => {
        turn.begun = true;
        waitingSave = null;
        return settled(saving.save());
      });
      if (!turn.begun) waitingSave = outcome;
      return outcome;
    },
    saveAs: () => inTurn(() => settled(saving.saveAs())),
    loadAgain: () =>
      inTurn(async () => {
        const left = placeOf(plan.getState());
        const isEdited = hasEdits(left, file.getState());
        if (isEdited && (await (await ask()).askLoadAgain(file.getState().name)) === 'stay') return;
        await reload(left);
      }),
    ...createHandingOver({ file, engine, host, layOutSheets, ask }),
    generate: (template, settings) => inTurn(() => generate(template, settings)),
  };
}

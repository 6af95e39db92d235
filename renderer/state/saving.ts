/** Saving the open plan: where it came from or in a new place, never over what somebody else has put there without a word. */
import type { FileToken, Host, IfChanged } from '../host/host.ts';
import type { Result, UserError } from '../../shared/result.ts';
import type { EngineClient } from '../worker/engineClient.ts';
import { isUnsaved, type FileStore } from './fileStore.ts';
import type { Journal } from './journal.ts';
import { placeOf, type HistoryPlace, type PlanStore } from './planStore.ts';

/** What to do about a file that is not as it was opened or saved here. */
export type ConflictChoice = 'overwrite' | 'saveAs' | 'load' | 'stay';

export interface Conflict {
  readonly name: string;
  readonly is: 'changed' | 'gone';
}

/** `theirs`: the person wants what is in the file instead. */
export type SaveOutcome = 'saved' | 'notSaved' | 'theirs';

export interface SavingParts {
  readonly plan: PlanStore;
  readonly file: FileStore;
  readonly engine: Pick<EngineClient, 'serialize'>;
  readonly host: Pick<Host, 'save' | 'saveAs'>;
  readonly journal: Pick<Journal, 'saved' | 'caughtUp'>;
  askConflict(conflict: Conflict): Promise<ConflictChoice>;
  showError(title: string, error: UserError): Promise<void>;
  tell(text: string): Promise<void>;
  /** Says that changes cannot be kept for recovery, should the journal fail. */
  kept(writing: Promise<void>): Promise<boolean>;
  whileBusy<T>(doing: string, work: () => Promise<T>): Promise<T>;
}

export interface Saving {
  save(): Promise<SaveOutcome>;
  saveAs(): Promise<SaveOutcome>;
}

/** The plan as its bytes were asked for; the work may go on while they are written. */
interface Moment {
  readonly place: HistoryPlace;
  readonly revision: number;
  readonly bytes: Uint8Array;
}

/** A journal that hangs must not keep the plan from its file. */
const JOURNAL_MS = 3000;

const notSavedTitle = 'The plan was not saved';

/** Must be given turns: two of these at once, or one beside the opening of another plan, would mix their names. */
export function createSaving(parts: SavingParts): Saving {
  const { plan, file, engine, host, journal, whileBusy } = parts;

  /** Only once the journal has it too: it is offered after a crash, and must never be older than the file. */
  async function thisMoment(): Promise<Moment> {
    const { revision } = plan.getState();
    const place = placeOf(plan.getState());
    const [bytes] = await Promise.all([engine.serialize(), Promise.race([journal.caughtUp(), pause(JOURNAL_MS)])]);
    return { place, revision, bytes };
  }

  async function saved(name: string, token: FileToken | null, { place, revision, bytes }: Moment): Promise<SaveOutcome> {
    // Changes made while the file was written are not in it.
    const isEdited = placeOf(plan.getState()) !== place;
    file.setState({ name, token, savedAt: place, onDisk: 'same', goesOn: false, dirty: isEdited });
    await parts.kept(journal.saved(name, revision, bytes));
    await parts.tell(`Saved ${name}`);
    return 'saved';
  }

  async function saveTo(token: FileToken, ifChanged: IfChanged): Promise<SaveOutcome> {
    const moment = await thisMoment();
    const written = await whileBusy('Saving', () => host.save(token, moment.bytes, ifChanged));
    if (written.ok) return saved(written.value.name, written.value.token, moment);
    const is = conflictIn(written);
    if (is === null) {
      await parts.showError(notSavedTitle, written.error);
      return 'notSaved';
    }
    file.setState((state) => ({ onDisk: is, goesOn: true, dirty: isUnsaved(placeOf(plan.getState()), { ...state, onDisk: is }) }));
    switch (await parts.askConflict({ name: file.getState().name, is })) {
      case 'overwrite':
        // Refused again where yet another change has come in between.
        return saveTo(token, 'overwrite');
      case 'saveAs':
        return saveAs();
      case 'load':
        return 'theirs';
      case 'stay':
        return 'notSaved';
    }
  }

  async function saveAs(): Promise<SaveOutcome> {
    const moment = await thisMoment();
    const written = await host.saveAs(file.getState().name, moment.bytes);
    if (written.ok) return written.value === null ? 'notSaved' : saved(written.value.name, written.value.token, moment);
    await parts.showError(notSavedTitle, written.error);
    return 'notSaved';
  }

  return {
    save() {
      const { token } = file.getState();
      return token === null ? saveAs() : saveTo(token, 'refuse');
    },
    saveAs,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function conflictIn(written: Result<unknown, UserError>): Conflict['is'] | null {
  if (written.ok) return null;
  switch (written.error.code) {
    case 'file.changed-on-disk':
      return 'changed';
    case 'file.gone':
      return 'gone';
    default:
      return null;
  }
}

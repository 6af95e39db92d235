/** The recovery store seen from outside: what the page was told is on the disk, and what is there afterwards. */
import type { Page } from '@playwright/test';

/** One writing that the browser has said to be done. */
export interface Acknowledged {
  /** The text of a whole snapshot that began the journal anew; null: only lines were added. */
  readonly snapshot: string | null;
  readonly lines: readonly string[];
}

export interface StoredText {
  readonly id: string;
  readonly snapshot: string;
  readonly lines: readonly string[];
}

/** Runs in the page before its own scripts: tells `journalAcknowledged` of each transaction of the store that is complete. */
export function tellAcknowledged(): void {
  const seen = new WeakMap<IDBTransaction, { snapshot: string | null; lines: string[] }>();
  const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...args: unknown[]) => IDBRequest;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, ...key: unknown[]): IDBRequest<IDBValidKey> {
    if (this.name === 'journals') {
      let done = seen.get(this.transaction);
      if (done === undefined) {
        const fresh: { snapshot: string | null; lines: string[] } = { snapshot: null, lines: [] };
        seen.set(this.transaction, fresh);
        this.transaction.addEventListener('complete', () => {
          void (Reflect.get(window, 'journalAcknowledged') as (text: string) => Promise<void>)(JSON.stringify(fresh));
        });
        done = fresh;
      }
      // A number is the time of the last line.
      if (typeof value === 'string') done.lines.push(value);
      else if (typeof value !== 'number') done.snapshot = new TextDecoder().decode((value as { snapshot: Uint8Array }).snapshot);
    }
    return put.call(this, value, ...key) as IDBRequest<IDBValidKey>;
  };
}

/** Every journal in the store, lines in order. */
export function readStore(page: Page): Promise<StoredText[]> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('the recovery store cannot be read'));
      });
    const database = await done(indexedDB.open('raceway-recovery'));
    const journals = database.transaction('journals').objectStore('journals');
    const [keys, values] = await Promise.all([done(journals.getAllKeys()), done(journals.getAll() as IDBRequest<unknown[]>)]);
    database.close();
    const found = new Map<string, { id: string; snapshot: string; lines: string[] }>();
    keys.forEach((key, index) => {
      const [id = '', part = ''] = (typeof key === 'string' ? key : '').split('/');
      const journal = found.get(id) ?? { id, snapshot: '', lines: [] };
      found.set(id, journal);
      if (part === 'head') journal.snapshot = new TextDecoder().decode((values[index] as { snapshot: Uint8Array }).snapshot);
      else if (part === 'line') journal.lines.push(String(values[index]));
    });
    return [...found.values()];
  });
}

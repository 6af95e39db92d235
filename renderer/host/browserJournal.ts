/** Recovery data in IndexedDB. A lock that lives as long as its window tells living journals from those that a crash left. */
import { get, promisifyRequest, type UseStore } from 'idb-keyval';
import { durableStore } from './durableStore.ts';
import type { JournalStorage } from './host.ts';

interface Head {
  readonly name: string;
  /** Of the snapshot; lines that follow note their own. */
  readonly writtenAtMs: number;
  readonly snapshot: Uint8Array;
}

const lockName = (id: string): string => `raceway journal ${id}`;
/** All keys of a journal, whose ids hold no slash. */
const keysOf = (id: string): IDBKeyRange => IDBKeyRange.bound(`${id}/`, `${id}/\uffff`);
const linesOf = (id: string): IDBKeyRange => IDBKeyRange.bound(`${id}/line/`, `${id}/line/\uffff`);
const idOf = (key: string): string => key.slice(0, key.indexOf('/'));
const headKey = (id: string): string => `${id}/head`;
const timeKey = (id: string): string => `${id}/time`;
const lineKey = (id: string, number: number): string => `${id}/line/${String(number).padStart(6, '0')}`;

export function createBrowserJournal(): JournalStorage {
  let opened: UseStore | null = null;
  const store = (): UseStore => (opened ??= durableStore('raceway-recovery', 'journals'));
  const owned = new Map<string, Promise<void>>();
  let lines = 0;

  /** Held until the window is gone, however it goes. Resolves once it is held: another window clears away what nobody owns. */
  function own(id: string): Promise<void> {
    const known = owned.get(id);
    if (known !== undefined) return known;
    const held = new Promise<void>((resolve) => {
      void navigator.locks.request(lockName(id), () => {
        resolve();
        return new Promise<void>(() => {});
      });
    });
    owned.set(id, held);
    return held;
  }

  /** Own it if no living window does. */
  function claim(id: string): Promise<boolean> {
    return new Promise((resolve) => {
      void navigator.locks.request(lockName(id), { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        if (lock === null) return undefined;
        owned.set(id, Promise.resolve());
        return new Promise<void>(() => {});
      });
    });
  }

  /** Work on the store that is done wholly or not at all. */
  function inOne(work: (journals: IDBObjectStore) => void): Promise<void> {
    return store()('readwrite', (journals) => {
      work(journals);
      return promisifyRequest(journals.transaction);
    });
  }

  async function lastWriteMs(id: string, { writtenAtMs }: Head): Promise<number> {
    return (await get<number>(timeKey(id), store())) ?? writtenAtMs;
  }

  const clear = (id: string): Promise<void> => inOne((journals) => void journals.delete(keysOf(id)));

  return {
    async snapshot(id, name, bytes, first) {
      await own(id);
      const head: Head = { name, writtenAtMs: Date.now(), snapshot: bytes };
      await inOne((journals) => {
        journals.delete(keysOf(id));
        journals.put(head, headKey(id));
        first.forEach((line, index) => journals.put(line, lineKey(id, index + 1)));
      });
      lines = first.length;
    },
    async append(id, more) {
      const before = lines;
      lines += more.length;
      await inOne((journals) => {
        more.forEach((line, index) => journals.put(line, lineKey(id, before + index + 1)));
        journals.put(Date.now(), timeKey(id));
      });
    },
    async list() {
      const all = await store()('readonly', (journals) => promisifyRequest(journals.getAllKeys()));
      const keys = all.filter((key) => typeof key === 'string');
      // Asked after the keys: a window that has written something holds its lock.
      const { held = [] } = await navigator.locks.query();
      const alive = new Set(held.map((lock) => lock.name));
      const found: { id: string; name: string; writtenAtMs: number }[] = [];
      for (const id of new Set(keys.map(idOf))) {
        if (alive.has(lockName(id))) continue;
        const hasLines = keys.some((key) => key.startsWith(`${id}/line/`));
        const head = hasLines ? await get<Head>(headKey(id), store()) : undefined;
        if (head === undefined) await clear(id);
        else found.push({ id, name: head.name, writtenAtMs: await lastWriteMs(id, head) });
      }
      return found;
    },
    claim,
    async read(id) {
      const head = await get<Head>(headKey(id), store());
      if (head === undefined) return null;
      // In the order of their keys, which is that of their numbers.
      const values = await store()('readonly', (journals) => promisifyRequest<unknown[]>(journals.getAll(linesOf(id))));
      const texts = values.filter((value) => typeof value === 'string');
      return { id, name: head.name, writtenAtMs: await lastWriteMs(id, head), snapshot: head.snapshot, lines: texts };
    },
    clear,
  };
}

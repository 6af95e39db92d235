/** Recovery data in IndexedDB. A lock that lives as long as its window tells living journals from those that a crash left. */
import { createStore, delMany, entries, get, set, type UseStore } from 'idb-keyval';
import type { JournalStorage } from './host.ts';

interface Head {
  readonly name: string;
  readonly writtenAtMs: number;
  readonly snapshot: Uint8Array;
}

const lockName = (id: string): string => `raceway journal ${id}`;
const headKey = (id: string): string => `${id}/head`;
const lineKey = (id: string, number: number): string => `${id}/line/${String(number).padStart(6, '0')}`;

export function createBrowserJournal(): JournalStorage {
  let opened: UseStore | null = null;
  const store = (): UseStore => (opened ??= createStore('raceway-recovery', 'journals'));
  const owned = new Set<string>();
  let lines = 0;

  /** Held until the window is gone, however it goes. */
  function own(id: string): void {
    if (owned.has(id)) return;
    owned.add(id);
    void navigator.locks.request(lockName(id), () => new Promise<void>(() => {}));
  }

  async function clear(id: string): Promise<void> {
    const all = await entries<string, unknown>(store());
    await delMany(
      all.map(([key]) => key).filter((key) => key.startsWith(`${id}/`)),
      store(),
    );
  }

  return {
    async snapshot(id, name, bytes) {
      own(id);
      await clear(id);
      lines = 0;
      const head: Head = { name, writtenAtMs: Date.now(), snapshot: bytes };
      await set(headKey(id), head, store());
    },
    async append(id, line) {
      lines += 1;
      await set(lineKey(id, lines), line, store());
    },
    async list() {
      const held = await navigator.locks.query();
      const alive = new Set((held.held ?? []).map((lock) => lock.name));
      const all = await entries<string, unknown>(store());
      const withLines = new Set(all.filter(([key]) => key.includes('/line/')).map(([key]) => key.slice(0, key.indexOf('/'))));
      return all.flatMap(([key, value]) => {
        const id = key.slice(0, key.indexOf('/'));
        if (!key.endsWith('/head') || !withLines.has(id) || alive.has(lockName(id))) return [];
        const { name, writtenAtMs } = value as Head;
        return [{ id, name, writtenAtMs }];
      });
    },
    async read(id) {
      const head = await get<Head>(headKey(id), store());
      if (head === undefined) return null;
      const all = await entries<string, unknown>(store());
      const found = all
        .filter((entry): entry is [string, string] => entry[0].startsWith(`${id}/line/`) && typeof entry[1] === 'string')
        .sort(([a], [b]) => (a < b ? -1 : 1));
      return { id, name: head.name, writtenAtMs: head.writtenAtMs, snapshot: head.snapshot, lines: found.map(([, line]) => line) };
    },
    clear,
  };
}

/** A store of IndexedDB whose writings are on the disk, not only on their way there, when they are said to be done. */
import { promisifyRequest, type UseStore } from 'idb-keyval';

/** Opened at first use, and again when the browser has closed it. */
export function durableStore(databaseName: string, storeName: string): UseStore {
  let opening: Promise<IDBDatabase> | null = null;

  async function open(): Promise<IDBDatabase> {
    const request = indexedDB.open(databaseName);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(storeName));
    const database = await promisifyRequest(request);
    database.addEventListener('close', () => {
      opening = null;
    });
    return database;
  }

  async function opened(): Promise<IDBDatabase> {
    opening ??= open();
    try {
      return await opening;
    } catch (error) {
      opening = null;
      throw error;
    }
  }

  return async (mode, work) => work((await opened()).transaction(storeName, mode, { durability: 'strict' }).objectStore(storeName));
}

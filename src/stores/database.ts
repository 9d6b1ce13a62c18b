/** Where something is kept in IndexedDB: a database with one table. */
export interface DatabasePlace {
  /** Called for each access, because reaching for `indexedDB` throws where it is blocked. */
  factory: () => IDBFactory;
  name: string;
  table: string;
}

/**
 * Asks one thing of a table, and waits until its transaction is over: a request can succeed and the transaction still fail
 * (disk full).
 * @param onlyIfThere whether a database that is not there stays so; it is then an error
 */
export async function accessTable<T>(
  { factory, name, table }: DatabasePlace,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
  onlyIfThere = false,
): Promise<T> {
  const database = await open(factory(), name, table, onlyIfThere);
  try {
    const transaction = database.transaction(table, mode);
    const asked = ask(transaction.objectStore(table));
    await settle(transaction);
    return asked.result;
  } finally {
    database.close();
  }
}

function open(factory: IDBFactory, name: string, table: string, onlyIfThere: boolean): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => {
      // Opening makes what is not there; ending the transaction unmakes it.
      if (onlyIfThere) request.transaction?.abort();
      else request.result.createObjectStore(table);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('Another page holds an older version of the database.'));
  });
}

function settle(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

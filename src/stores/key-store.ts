/** A key that signs, and its certificate. The private half cannot be read out of the browser. */
export interface KeptKey {
  privateKey: CryptoKey;
  /** DER */
  certificate: Uint8Array;
}

export interface KeyStore {
  /** The key of this name, if this browser has one that it can still read, and whether it outlives the page. */
  find(id: string): Promise<(KeptKey & { isKept: boolean }) | undefined>;
  /** Whether the key outlives the page; `false` where the browser stores nothing, and the key lasts as long as the page. */
  keep(id: string, key: KeptKey): Promise<boolean>;
  /** How many keys this browser keeps; 0 where it stores nothing. Asking leaves no trace. */
  count(): Promise<number>;
  /** Removes all keys from this browser. Whether they are gone. */
  eraseAll(): Promise<boolean>;
}

const table = 'signing-keys';

/**
 * Signing keys in IndexedDB: the only storage that holds a CryptoKey without its bytes.
 * @param factory called for each access, because reaching for `indexedDB` throws where it is blocked
 * @param name of the database: `kitei:<base>`
 */
export function createKeyStore(factory: () => IDBFactory, name: string): KeyStore {
  const onThisPage = new Map<string, KeptKey>();

  async function access<T>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<T>,
    onlyIfThere = false,
  ): Promise<T> {
    const database = await open(factory(), name, onlyIfThere);
    try {
      const transaction = database.transaction(table, mode);
      const asked = ask(transaction.objectStore(table));
      // A request can succeed and its transaction still fail (disk full), so the transaction decides.
      await settle(transaction);
      return asked.result;
    } finally {
      database.close();
    }
  }

  return {
    async find(id) {
      const here = onThisPage.get(id);
      if (here) return { ...here, isKept: false };
      try {
        const key = readKey(await access<unknown>('readonly', (store) => store.get(id)));
        return key && { ...key, isKept: true };
      } catch {
        // Blocked or broken: as if there were none; keep() will say that the new key does not last.
        return undefined;
      }
    },
    async keep(id, key) {
      try {
        await access('readwrite', (store) =>
          store.put({ privateKey: key.privateKey, certificate: key.certificate }, id),
        );
        return true;
      } catch {
        // The caller tells the person that the key ends with the page.
        onThisPage.set(id, key);
        return false;
      }
    },
    async count() {
      try {
        return await access('readonly', (store) => store.count(), true);
      } catch {
        // Blocked, or there has never been a key.
        return 0;
      }
    },
    async eraseAll() {
      onThisPage.clear();
      try {
        await access('readwrite', (store) => store.clear(), true);
        return true;
      } catch (error) {
        // Anything else: the caller says that they are still there.
        return error instanceof NoKeysError;
      }
    },
  };
}

/** There has never been a key, so there is nothing to open. */
class NoKeysError extends Error {
  override name = 'NoKeysError';
}

function open(factory: IDBFactory, name: string, onlyIfThere: boolean): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      // Opening makes what is not there; ending the transaction unmakes it.
      if (onlyIfThere) request.transaction?.abort();
      else request.result.createObjectStore(table);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(onlyIfThere && isNew ? new NoKeysError('No keys.') : request.error);
    request.onblocked = () => reject(new Error('Another page holds an older version of the key store.'));
  });
}

function settle(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

function readKey(value: unknown): KeptKey | undefined {
  if (typeof value !== 'object' || value === null || !('privateKey' in value && 'certificate' in value))
    return undefined;
  const { privateKey, certificate } = value;
  return privateKey instanceof CryptoKey && certificate instanceof Uint8Array ? { privateKey, certificate } : undefined;
}

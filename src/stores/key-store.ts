import { accessTable } from './database.ts';

/** What people are told about a key; plain data, so that a page lists its keys without any code for certificates. */
export interface KeyFacts {
  /** What the person calls it. */
  label: string;
  /** 確認者 as it was typed when the key was made; a certificate holds 64 characters of it. */
  commonName: string;
  /** 会社名; '' where there is none. */
  organization: string;
  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits; the key is kept under it. */
  fingerprint: string;
  /** When its certificate begins. */
  madeOn: Date;
  /** When its certificate ends. */
  validUntil: Date;
}

/** A key that signs, its certificate, and what people know of it. The private half cannot be read out of the browser. */
export interface KeptKey<Key = CryptoKey> extends KeyFacts {
  privateKey: Key;
  /** DER */
  certificate: Uint8Array;
}

export interface KeyStore {
  /** What is known of the keys that this browser keeps, the latest first; none where it stores nothing. Leaves no trace. */
  list(): Promise<KeyFacts[]>;
  /** One of them, if it is still there and can be read. */
  find(fingerprint: string): Promise<KeptKey | undefined>;
  /** Whether the key outlives the page; `false` where the browser stores nothing. */
  keep(key: KeptKey): Promise<boolean>;
  /** Removes one key. Whether it is gone. */
  drop(fingerprint: string): Promise<boolean>;
  /** How many keys this browser keeps, read or not; 0 where it stores nothing. Asking leaves no trace. */
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
  const access = <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>, onlyIfThere = false) =>
    accessTable({ factory, name, table }, mode, ask, onlyIfThere);

  return {
    async list() {
      try {
        const values = await access<unknown[]>('readonly', (store) => store.getAll(), true);
        return values
          .flatMap((value) => readKey(value) ?? [])
          .map(toFacts)
          .toSorted((a, b) => b.madeOn.getTime() - a.madeOn.getTime());
      } catch {
        // Blocked, or there has never been a key.
        return [];
      }
    },
    async find(fingerprint) {
      try {
        return readKey(await access<unknown>('readonly', (store) => store.get(fingerprint), true));
      } catch {
        // Blocked or broken: as if there were none.
        return undefined;
      }
    },
    async keep(key) {
      try {
        const { privateKey, certificate } = key;
        await access('readwrite', (store) => store.put({ ...toFacts(key), privateKey, certificate }, key.fingerprint));
        return true;
      } catch {
        // The caller tells the person that the key ends with the page.
        return false;
      }
    },
    async drop(fingerprint) {
      try {
        await access('readwrite', (store) => store.delete(fingerprint), true);
        return true;
      } catch {
        // The caller says that it is still there.
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
      try {
        if ((await this.count()) > 0) await access('readwrite', (store) => store.clear());
        return true;
      } catch {
        // The caller says that they are still there.
        return false;
      }
    },
  };
}

function toFacts({ label, commonName, organization, fingerprint, madeOn, validUntil }: KeyFacts): KeyFacts {
  return { label, commonName, organization, fingerprint, madeOn, validUntil };
}

function readKey(value: unknown): KeptKey | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: Record<string, unknown> = { ...value };
  const { privateKey, certificate, madeOn, validUntil } = found;
  const text = (name: string) => (typeof found[name] === 'string' ? found[name] : '');
  if (!(privateKey instanceof CryptoKey && certificate instanceof Uint8Array)) return undefined;
  if (!(madeOn instanceof Date && validUntil instanceof Date)) return undefined;
  const names = { label: text('label'), commonName: text('commonName'), organization: text('organization') };
  return { ...names, fingerprint: text('fingerprint'), madeOn, validUntil, privateKey, certificate };
}

import { beforeAll, describe, expect, test } from 'vitest';
import { createKeyStore, type KeptKey } from '../../src/stores/key-store.ts';

function blocked(): IDBFactory {
  throw new DOMException('blocked', 'SecurityError');
}

describe('createKeyStore where IndexedDB is blocked', () => {
  let key: KeptKey;
  beforeAll(async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    key = { privateKey: pair.privateKey, certificate: new Uint8Array([0x30, 0x00]) };
  });

  test('finds nothing instead of failing', async () => {
    expect(await createKeyStore(blocked, 'kitei:/').find('見本')).toBeUndefined();
  });

  test('says that a key does not outlive the page, and keeps it that long', async () => {
    const store = createKeyStore(blocked, 'kitei:/');
    expect(await store.keep('見本', key)).toBe(false);
    expect(await store.find('見本')).toEqual({ ...key, isKept: false });
    expect(await store.find('別人')).toBeUndefined();
    expect(await createKeyStore(blocked, 'kitei:/').find('見本')).toBeUndefined();
  });

  test('counts none, and does not claim that what it cannot reach is gone', async () => {
    const store = createKeyStore(blocked, 'kitei:/');
    await store.keep('見本', key);
    expect(await store.count()).toBe(0);
    expect(await store.eraseAll()).toBe(false);
    expect(await store.find('見本')).toBeUndefined();
  });
});

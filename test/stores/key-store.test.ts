import { beforeAll, describe, expect, test } from 'vitest';
import { createKeyStore, type KeptKey } from '../../src/stores/key-store.ts';

function blocked(): IDBFactory {
  throw new DOMException('blocked', 'SecurityError');
}

// What it does where IndexedDB works is tried in the real browser: test/browser/keys.test.ts.
describe('createKeyStore where IndexedDB is blocked', () => {
  const store = createKeyStore(blocked, 'kitei:/');
  let key: KeptKey;
  beforeAll(async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    key = {
      label: '見本の鍵',
      commonName: '見本花子',
      organization: '見本商事株式会社',
      fingerprint: 'a'.repeat(64),
      madeOn: new Date('2026-11-21T00:00:00Z'),
      validUntil: new Date('2029-11-21T00:00:00Z'),
      privateKey: pair.privateKey,
      certificate: new Uint8Array([0x30, 0x00]),
    };
  });

  test('says that a key does not outlive the page', async () => {
    expect(await store.keep(key)).toBe(false);
  });

  test('finds nothing instead of failing', async () => {
    expect(await store.list()).toEqual([]);
    expect(await store.find(key.fingerprint)).toBeUndefined();
    expect(await store.count()).toBe(0);
  });

  test('says that a key which cannot be reached may still be there', async () => {
    expect(await store.drop(key.fingerprint)).toBe(false);
  });
});

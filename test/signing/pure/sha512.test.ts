import { createHash, createHmac } from 'node:crypto';
import { hmac } from '@noble/hashes/hmac.js';
import { describe, expect, test } from 'vitest';
import { sha384, sha512 } from '../../../src/signing/pure/sha512.ts';

describe.each([
  ['sha384', sha384],
  ['sha512', sha512],
] as const)('%s', (name, hash) => {
  test('gives what FIPS 180-4 gives for "abc"', () => {
    const expected = {
      sha384: 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
      sha512:
        'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    };
    expect(Buffer.from(hash(new TextEncoder().encode('abc'))).toString('hex')).toBe(expected[name]);
  });

  test('gives what OpenSSL gives for each length up to three blocks, and in pieces', () => {
    for (let length = 0; length < 400; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 167 + length) & 0xff);
      const expected = createHash(name).update(bytes).digest('hex');
      expect(Buffer.from(hash(bytes)).toString('hex')).toBe(expected);
      const [start, end] = [bytes.subarray(0, length / 3), bytes.subarray(length / 3)];
      expect(Buffer.from(hash.create().update(start).update(end).digest()).toString('hex')).toBe(expected);
    }
  });

  test('works inside HMAC, which copies its state', () => {
    const [key, bytes] = [new Uint8Array(200).fill(3), new Uint8Array(300).fill(5)];
    const copied = hmac.create(hash, key).update(bytes).clone();
    expect(Buffer.from(copied.digest())).toEqual(createHmac(name, key).update(bytes).digest());
  });
});

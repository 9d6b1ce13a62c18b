import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { BerSyntaxError } from '../../src/signing/asn1/ber-reader.ts';
import { integer, nothing, objectIdentifier, octetString, sequence } from '../../src/signing/asn1/der-writer.ts';
import { parsePrivateKey, toPrivateKeyInfo } from '../../src/signing/private-key.ts';
import { ecAlgorithm, rsaAlgorithm } from '../../src/signing/public-key.ts';

const encoding = {
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'der' },
} as const;
const rsa = new Uint8Array(generateKeyPairSync('rsa', { modulusLength: 2048, ...encoding }).privateKey);
const ec = new Uint8Array(generateKeyPairSync('ec', { namedCurve: 'P-384', ...encoding }).privateKey);

function info(algorithm: Uint8Array, key: Uint8Array): Uint8Array {
  return sequence(integer(0), algorithm, octetString(key));
}

describe('parsePrivateKey', () => {
  test.each([
    ['RSA', rsa],
    ['P-384', ec],
  ])('writes back byte for byte what OpenSSL wrote: %s', (_, bytes) => {
    const key = parsePrivateKey(bytes);
    if (!key) throw new Error('Not read.');
    expect(toPrivateKeyInfo(key)).toEqual(bytes);
  });

  test('fills up an EC secret whose leading zeros were left out, and Node reads the result', () => {
    const key = parsePrivateKey(info(ecAlgorithm('P-256'), sequence(integer(1), octetString(Uint8Array.of(5)))));
    if (key?.kind !== 'ec') throw new Error('Not read.');
    expect([key.secret.length, key.secret.at(-1), key.point]).toEqual([32, 5, undefined]);
    const read = createPrivateKey({ key: Buffer.from(toPrivateKeyInfo(key)), format: 'der', type: 'pkcs8' });
    expect(read.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  });

  test.each([
    ['another algorithm', info(sequence(objectIdentifier('1.3.101.112')), octetString(new Uint8Array(32)))],
    ['a curve written out', info(sequence(objectIdentifier('1.2.840.10045.2.1'), sequence()), sequence())],
    ['RSA with three primes', info(rsaAlgorithm(), sequence(integer(1)))],
    ['RSA of 15 bits', info(rsaAlgorithm(), sequence(integer(0), ...[21899, 3, 1, 1, 1, 1, 1, 1].map(integer)))],
  ])('knows that it does not sign with %s', (_, bytes) => {
    expect(parsePrivateKey(bytes)).toBeUndefined();
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['another version', sequence(integer(2), rsaAlgorithm(), octetString(sequence(integer(0))))],
    ['RSA with seven numbers', info(rsaAlgorithm(), sequence(integer(0), ...[1, 2, 3, 4, 5, 6, 7].map(integer)))],
    ['RSA with primes of another modulus', withOtherPrime()],
    ['an EC secret of 0', info(ecAlgorithm('P-256'), sequence(integer(1), octetString(new Uint8Array(32))))],
    [
      'an EC secret too long',
      info(ecAlgorithm('P-256'), sequence(integer(1), octetString(new Uint8Array(33).fill(1)))),
    ],
    ['NULL for a key', info(rsaAlgorithm(), nothing)],
  ])('throws on %s', (_, bytes) => {
    expect(() => parsePrivateKey(bytes)).toThrow(BerSyntaxError);
  });
});

function withOtherPrime(): Uint8Array {
  const key = parsePrivateKey(rsa);
  if (key?.kind !== 'rsa') throw new Error('Not read.');
  return toPrivateKeyInfo({ ...key, prime1: key.prime1 - 2n });
}

import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { bitString, integer, nothing, sequence } from '../../src/signing/asn1/der-writer.ts';
import { ecAlgorithm, parsePublicKey, rsaAlgorithm, toEcPublicKeyInfo } from '../../src/signing/public-key.ts';

function rsa(modulus: bigint, exponent: bigint): Uint8Array {
  return sequence(rsaAlgorithm(), bitString(sequence(integer(modulus), integer(exponent))));
}

const modulus = 2n ** 2047n + 1n;

describe('parsePublicKey', () => {
  test('reads what OpenSSL writes', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const der = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }));
    const read = parsePublicKey(der);
    if (read?.kind !== 'ec') throw new Error('Not read.');
    expect(toEcPublicKeyInfo(read.curve, read.point)).toEqual(der);
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    expect(parsePublicKey(new Uint8Array(other.export({ format: 'der', type: 'spki' })))).toMatchObject({
      kind: 'rsa',
      exponent: 65537n,
      size: 256,
    });
  });

  test('takes RSA from 2,048 to 8,192 bits', () => {
    expect(parsePublicKey(rsa(modulus, 3n))).toMatchObject({ size: 256 });
    expect(parsePublicKey(rsa(2n ** 8192n - 1n, 2n ** 33n - 1n))).toMatchObject({ size: 1024 });
  });

  test.each([
    ['RSA of 2,047 bits', rsa(2n ** 2047n - 1n, 65537n)],
    ['RSA of 8,193 bits', rsa(2n ** 8192n + 1n, 65537n)],
    ['an even modulus', rsa(2n ** 2047n, 65537n)],
    ['an exponent of 1', rsa(modulus, 1n)],
    ['an even exponent', rsa(modulus, 4n)],
    ['an exponent of 34 bits', rsa(modulus, 2n ** 33n + 1n)],
    ['a compressed point', toEcPublicKeyInfo('P-256', Uint8Array.of(2, ...new Uint8Array(32)))],
    ['a point of another curve', toEcPublicKeyInfo('P-384', Uint8Array.of(4, ...new Uint8Array(64)))],
    ['no key', sequence(ecAlgorithm('P-256'))],
    ['no algorithm', sequence(nothing, bitString(new Uint8Array(65)))],
    ['nothing', new Uint8Array()],
  ])('does not take %s', (_, der) => {
    expect(parsePublicKey(der)).toBeUndefined();
  });
});

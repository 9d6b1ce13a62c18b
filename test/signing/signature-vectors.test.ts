import { constants, createHash, generateKeyPairSync, privateEncrypt, sign as signInNode } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { nothing, objectIdentifier, octetString, sequence, toFixedBytes } from '../../src/signing/asn1/der-writer.ts';
import { concatBytes, toHex } from '../../src/signing/bytes.ts';
import type { HashName, VerifyingCrypto } from '../../src/signing/crypto.ts';
import { parseForeignSignatureDer } from '../../src/signing/ecdsa-signature.ts';
import { type Curve, coordinateSize, toEcPublicKeyInfo } from '../../src/signing/public-key.ts';
import { cryptos } from './support/cryptos.ts';

/*
 * What Project Wycheproof tries with signatures, made here from keys of our own: each row is a change and whether what
 * comes out is a signature. Both implementations must give the same answer in every row.
 */

const message = new TextEncoder().encode('署名される中身');

const hashes = [
  { hash: 'SHA-256', node: 'sha256', id: '2.16.840.1.101.3.4.2.1' },
  { hash: 'SHA-384', node: 'sha384', id: '2.16.840.1.101.3.4.2.2' },
  { hash: 'SHA-512', node: 'sha512', id: '2.16.840.1.101.3.4.2.3' },
] as const;

function fromHex(digits: string): Uint8Array {
  return new Uint8Array(Buffer.from(digits.replaceAll(/\s/g, ''), 'hex'));
}

/** A key or a number that cannot be is as good as a signature that does not fit. */
async function holds(
  crypto: VerifyingCrypto,
  publicKey: Uint8Array,
  signature: Uint8Array,
  hash: HashName,
): Promise<boolean> {
  return crypto.verify(publicKey, signature, message, hash).catch(() => false);
}

const orders: Readonly<Record<Curve, bigint>> = {
  'P-256': 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  'P-384': 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
};

/** r and s of a signature, and what becomes of them. */
type Change = (numbers: { r: bigint; s: bigint; n: bigint }) => [r: bigint, s: bigint];

const ecdsaRows: [string, boolean, Change][] = [
  ['as it was made', true, ({ r, s }) => [r, s]],
  ['with the other s', true, ({ r, s, n }) => [r, n - s]],
  ['r of 0', false, ({ s }) => [0n, s]],
  ['s of 0', false, ({ r }) => [r, 0n]],
  ['both 0', false, () => [0n, 0n]],
  ['both 1', false, () => [1n, 1n]],
  ['r of 1', false, ({ s }) => [1n, s]],
  ['s of 1', false, ({ r }) => [r, 1n]],
  ['r as large as the order', false, ({ s, n }) => [n, s]],
  ['s as large as the order', false, ({ r, n }) => [r, n]],
  ['both as large as the order', false, ({ n }) => [n, n]],
  ['r just below the order', false, ({ s, n }) => [n - 1n, s]],
  ['s just below the order', false, ({ r, n }) => [r, n - 1n]],
  ['r and s exchanged', false, ({ r, s }) => [s, r]],
  ['r of the other sign', false, ({ r, s, n }) => [n - r, s]],
  ['r one more', false, ({ r, s }) => [r + 1n, s]],
  ['s one less', false, ({ r, s }) => [r, s - 1n]],
  [
    'all bits set',
    false,
    ({ n }) => [2n ** BigInt(n.toString(2).length) - 1n, 2n ** BigInt(n.toString(2).length) - 1n],
  ],
];

describe.each(cryptos)('ECDSA by $of', ({ crypto }) => {
  const curves = (['P-256', 'P-384'] as const).flatMap((curve) => hashes.map((one) => ({ curve, ...one })));

  test.each(curves)('on $curve with $hash tells each row', async ({ curve, hash, node }) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: curve });
    const spki = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }));
    const made = new Uint8Array(signInNode(node, message, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
    const size = coordinateSize[curve];
    const [r, s] = [made.subarray(0, size), made.subarray(size)].map((half) => BigInt(`0x${toHex(half)}`));
    if (r === undefined || s === undefined) throw new Error('No signature.');
    for (const [name, expected, change] of ecdsaRows) {
      const [first, second] = change({ r, s, n: orders[curve] });
      const changed = concatBytes(toFixedBytes(first, size), toFixedBytes(second, size));
      expect([name, await holds(crypto, spki, changed, hash)]).toEqual([name, expected]);
    }
    const lengths = [made.subarray(1), made.subarray(0, -1), concatBytes(made, Uint8Array.of(0)), new Uint8Array()];
    for (const other of lengths) expect(await holds(crypto, spki, other, hash)).toBe(false);
    for (const other of hashes.filter((one) => one.hash !== hash))
      expect(await holds(crypto, spki, made, other.hash)).toBe(false);
  });

  // RFC 6979, A.2.5 and A.2.6, message "sample".
  test.each<[Curve, HashName, string, string]>([
    [
      'P-256',
      'SHA-256',
      'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716',
      'f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8',
    ],
    [
      'P-256',
      'SHA-512',
      '8496a60b5e9b47c825488827e0495b0e3fa109ec4568fd3f8d1097678eb97f00',
      '2362ab1adbe2b8adf9cb9edab740ea6049c028114f2460f96554f61fae3302fe',
    ],
    [
      'P-384',
      'SHA-256',
      '21b13d1e013c7fa1392d03c5f99af8b30c570c6f98d4ea8e354b63a21d3daa33bde1e888e63355d92fa2b3c36d8fb2cd',
      'f3aa443fb107745bf4bd77cb3891674632068a10ca67e3d45db2266fa7d1feebefdc63eccd1ac42ec0cb8668a4fa0ab0',
    ],
    [
      'P-384',
      'SHA-384',
      '94edbb92a5ecb8aad4736e56c691916b3f88140666ce9fa73d64c4ea95ad133c81a648152e44acf96e36dd1e80fabe46',
      '99ef4aeb15f178cea1fe40db2603138f130e740a19624526203b6351d0a3a94fa329c145786e679e7b82c71a38628ac8',
    ],
  ])('verifies the example of RFC 6979: %s with %s', async (curve, hash, r, s) => {
    const points: Record<Curve, string> = {
      'P-256': `04 60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6
        7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299`,
      'P-384': `04 ec3a4e415b4e19a4568618029f427fa5da9a8bc4ae92e02e06aae5286b300c64def8f0ea9055866064a254515480bc13
        8015d9b72d7d57244ea8ef9ac0c621896708a59367f9dfb9f54ca84b3f1c9db1288b231c3ae0d4fe7344fd2533264720`,
    };
    const spki = toEcPublicKeyInfo(curve, fromHex(points[curve]));
    const sample = new TextEncoder().encode('sample');
    expect(await crypto.verify(spki, fromHex(r + s), sample, hash)).toBe(true);
    expect(await crypto.verify(spki, fromHex(s + r), sample, hash)).toBe(false);
    // A point that is on no curve verifies nothing.
    const off = toEcPublicKeyInfo(curve, fromHex(points[curve]).with(-1, 1));
    expect(await crypto.verify(off, fromHex(r + s), sample, hash).catch(() => false)).toBe(false);
  });
});

describe('parseForeignSignatureDer', () => {
  test.each<[string, string, boolean]>([
    ['r and s', '3006 020101 020102', true],
    ['a sign byte that is needed', '3008 02020080 02020080', true],
    ['nothing', '', false],
    ['an empty SEQUENCE', '3000', false],
    ['one number', '3003 020101', false],
    ['three numbers', '3009 020101 020102 020103', false],
    ['a byte behind', '3006 020101 020102 00', false],
    ['a byte behind, inside', '3007 020101 020102 00', false],
    ['NULL behind', '3008 020101 020102 0500', false],
    ['a long form of the length', '308106 020101 020102', false],
    ['a length with a leading zero', '30820006 020101 020102', false],
    ['an indefinite length', '3080 020101 020102 0000', false],
    ['a length too short', '3005 020101 020102', false],
    ['a length too long', '3007 020101 020102', false],
    ['a leading zero too many', '3007 02020001 020102', false],
    ['a negative number', '3006 0201ff 020102', false],
    ['a number without bytes', '3005 0200 020102', false],
    ['a SET', '3106 020101 020102', false],
    ['BIT STRINGs', '3006 030101 030102', false],
    ['an OCTET STRING for s', '3006 020101 040102', false],
    ['r of 0', '3006 020100 020102', false],
    ['s of 0', '3006 020101 020100', false],
    ['r beyond its length', `3027 0222 00${'01'.repeat(33)} 020102`, false],
  ])('%s', (_, der, expected) => {
    for (const curve of ['P-256'] as const)
      expect(parseForeignSignatureDer(fromHex(der), curve) !== undefined).toBe(expected);
  });
});

/** Makes the number that is raised to the private exponent, from the parts of RFC 8017, 9.2. */
type Encoding = (parts: { size: number; digest: Uint8Array; id: string; info: Uint8Array }) => Uint8Array;

const ff = (count: number) => new Uint8Array(count).fill(0xff);
const zero = Uint8Array.of(0);
/** 00 01, padding, then the rest, as long as the modulus. */
const pad = (size: number, rest: Uint8Array) => concatBytes(Uint8Array.of(0, 1), ff(size - rest.length - 2), rest);

const rsaRows: [string, boolean, Encoding][] = [
  ['as RFC 8017 has it', true, ({ size, info }) => pad(size, concatBytes(zero, info))],
  [
    'the digest of something else',
    false,
    ({ size, id, digest }) => pad(size, concatBytes(zero, toInfo(id, digest.with(0, (digest[0] ?? 0) ^ 1)))),
  ],
  [
    'no NULL',
    false,
    ({ size, id, digest }) =>
      pad(size, concatBytes(zero, sequence(sequence(objectIdentifier(id)), octetString(digest)))),
  ],
  [
    'NULL twice',
    false,
    ({ size, id, digest }) =>
      pad(size, concatBytes(zero, sequence(sequence(objectIdentifier(id), nothing, nothing), octetString(digest)))),
  ],
  [
    'something for NULL',
    false,
    ({ size, id, digest }) =>
      pad(
        size,
        concatBytes(
          zero,
          sequence(sequence(objectIdentifier(id), octetString(new Uint8Array(8))), octetString(digest)),
        ),
      ),
  ],
  [
    'another hash function named',
    false,
    ({ size, digest }) => pad(size, concatBytes(zero, toInfo('1.3.14.3.2.26', digest))),
  ],
  ['the digest alone', false, ({ size, digest }) => pad(size, concatBytes(zero, digest))],
  ['a digest too short', false, ({ size, id, digest }) => pad(size, concatBytes(zero, toInfo(id, digest.subarray(1))))],
  [
    'a digest too long',
    false,
    ({ size, id, digest }) => pad(size, concatBytes(zero, toInfo(id, concatBytes(digest, zero)))),
  ],
  [
    'a long form of a length',
    false,
    ({ size, info }) => pad(size, concatBytes(zero, Uint8Array.of(0x30, 0x81), info.subarray(1))),
  ],
  ['a byte behind', false, ({ size, info }) => pad(size, concatBytes(zero, info, zero))],
  [
    'short padding, and much behind it',
    false,
    ({ size, info }) => concatBytes(Uint8Array.of(0, 1), ff(8), zero, info, new Uint8Array(size - 11 - info.length)),
  ],
  ['a byte of the padding changed', false, ({ size, info }) => pad(size, concatBytes(zero, info)).with(5, 0xfe)],
  ['padding that ends early', false, ({ size, info }) => pad(size, concatBytes(zero, info)).with(12, 0)],
  ['no zero between', false, ({ size, info }) => pad(size, concatBytes(Uint8Array.of(0xff), info))],
  ['two zeros between', false, ({ size, info }) => pad(size, concatBytes(zero, zero, info))],
  ['type 0', false, ({ size, info }) => concatBytes(new Uint8Array(size - info.length), info)],
  ['type 2', false, ({ size, info }) => pad(size, concatBytes(zero, info)).with(1, 2)],
  ['no number', false, ({ size }) => new Uint8Array(size)],
];

function toInfo(id: string, digest: Uint8Array): Uint8Array {
  return sequence(sequence(objectIdentifier(id), nothing), octetString(digest));
}

const rsaKeys = [
  ['RSA 2048', generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ['RSA 2048 with the exponent 3', generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 })],
  ['RSA of 2,056 bits', generateKeyPairSync('rsa', { modulusLength: 2056 })],
] as const;

describe.each(cryptos)('RSASSA-PKCS1-v1_5 by $of', ({ crypto }) => {
  const keys = rsaKeys.flatMap(([name, pair]) => hashes.map((one) => ({ name, pair, ...one })));

  test.each(keys)('by $name with $hash tells each row', async ({ pair, hash, node, id }) => {
    const { privateKey, publicKey } = pair;
    const spki = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }));
    const size = Math.ceil((privateKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
    const digest = new Uint8Array(createHash(node).update(message).digest());
    const raise = (encoded: Uint8Array) =>
      new Uint8Array(privateEncrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, encoded));
    for (const [name, expected, encode] of rsaRows) {
      const signature = raise(encode({ size, digest, id, info: toInfo(id, digest) }));
      expect([name, await holds(crypto, spki, signature, hash)]).toEqual([name, expected]);
    }

    const made = raise(pad(size, concatBytes(zero, toInfo(id, digest))));
    const n = BigInt(`0x${Buffer.from(privateKey.export({ format: 'jwk' }).n ?? '', 'base64url').toString('hex')}`);
    const number = BigInt(`0x${toHex(made)}`);
    const others: [string, Uint8Array][] = [
      ['0', new Uint8Array(size)],
      ['1', toFixedBytes(1n, size)],
      ['the modulus less 1', toFixedBytes(n - 1n, size)],
      ['the modulus', toFixedBytes(n, size)],
      ['the same modulo the modulus, a byte longer', toFixedBytes(number + n, size + 1)],
      ['of the other sign', toFixedBytes(n - number, size)],
      ['a zero before', concatBytes(zero, made)],
      ['a zero behind', concatBytes(made, zero)],
      ['a byte less', made.subarray(0, -1)],
      ['nothing', new Uint8Array()],
    ];
    for (const [name, signature] of others)
      expect([name, await holds(crypto, spki, signature, hash)]).toEqual([name, false]);
    for (const other of hashes.filter((one) => one.hash !== hash))
      expect(await holds(crypto, spki, made, other.hash)).toBe(false);
  });
});

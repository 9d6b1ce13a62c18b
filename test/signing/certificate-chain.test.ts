import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readCertificate } from '../../src/signing/certificate.ts';
import { checkChain, orderChain, type ReadCertificate } from '../../src/signing/certificate-chain.ts';
import { issue, type TestCertificate } from './support/certificates.ts';
import { cryptos } from './support/cryptos.ts';
import { createTestKey, nodeCrypto } from './support/signed-file.ts';

const root = issue('根');
const middle = issue('中間', { issuer: root });
const leaf = issue('署名者', { issuer: middle, isAuthority: false });
const stranger = issue('他人');

function read({ der }: { der: Uint8Array }): ReadCertificate {
  return { der, facts: readCertificate(der) };
}

function check(certificates: readonly [TestCertificate, ...TestCertificate[]], crypto = nodeCrypto) {
  const [first, ...rest] = certificates;
  return checkChain([read(first), ...rest.map(read)], crypto);
}

/** The certificate with the last byte of its signature changed. */
function spoil(certificate: TestCertificate): TestCertificate {
  const der = certificate.der.slice();
  der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
  return { ...certificate, der };
}

describe('issue, of the tests', () => {
  test('makes certificates that OpenSSL finds issued', () => {
    const [signer, issuer] = [new X509Certificate(leaf.der), new X509Certificate(middle.der)];
    expect(signer.checkIssued(issuer) && signer.verify(issuer.publicKey)).toBe(true);
  });
});

describe.each(cryptos)('checkChain by $of', ({ crypto }) => {
  const checkHere = (...certificates: [TestCertificate, ...TestCertificate[]]) => {
    const [first, ...rest] = certificates;
    return checkChain([read(first), ...rest.map(read)], crypto);
  };

  test('tells a chain of three from one that ends early, and from a certificate that signs itself', async () => {
    expect(await checkHere(leaf, middle, root)).toBe('complete-in-file');
    expect(await checkHere(leaf, middle)).toBe('issuer-not-in-file');
    expect(await checkHere(leaf)).toBe('issuer-not-in-file');
    expect(await checkHere(stranger)).toBe('self-signed');
  });

  test.each([
    ['ec', 'sha256', 'P-256'],
    ['ec', 'sha384', 'P-384'],
    ['ec', 'sha512', 'P-256'],
    ['rsa', 'sha256', 'rsa'],
    ['rsa', 'sha384', 'rsa'],
    ['rsa', 'sha512', 'rsa'],
  ] as const)('knows %s with %s by a key of %s', async (_, hash, key) => {
    const issuer = issue('発行者', { key, hash });
    const issued = issue('署名者', { issuer, hash });
    expect(await checkHere(issued, issuer)).toBe('complete-in-file');
    expect(await checkHere(spoil(issued), issuer)).toBe('broken');
    expect(await checkHere(issued, spoil(issuer))).toBe('broken');
  });
});

describe('checkChain', () => {
  test('says of the certificates made here that they sign themselves', async () => {
    const { certificate } = await createTestKey();
    expect(await checkChain([read({ der: certificate })], nodeCrypto)).toBe('self-signed');
  });

  test.each<[string, [TestCertificate, ...TestCertificate[]]]>([
    ['a signature that does not hold', [spoil(leaf), middle, root]],
    ['a self-signature that does not hold', [spoil(stranger)]],
    ['a root whose own signature does not hold', [leaf, middle, spoil(root)]],
    ['another order', [leaf, root, middle]],
    ['a stranger behind the signer', [leaf, stranger]],
    ['another key under the issuer’s name', [leaf, issue('中間', { issuer: root }), root]],
    ['an issuer that is no CA', [issue('子', { issuer: leaf }), leaf, middle, root]],
    ['something behind a root', [stranger, root]],
  ])('finds broken: %s', async (_, certificates) => {
    expect(await check(certificates)).toBe('broken');
  });

  test('does not judge SHA-1', async () => {
    expect(await check([issue('旧', { key: 'rsa', hash: 'sha1' })])).toBe('not-checked');
  });
});

describe('orderChain', () => {
  test('finds the way to the root among others, whatever the order', async () => {
    const others = [root, stranger, middle, leaf].map(read);
    const chain = await orderChain(read(leaf), others, nodeCrypto);
    expect(chain.map(({ facts }) => facts.commonName)).toEqual(['中間', '根']);
  });

  test('finds a long way, of nine above the signer, and stops there', async () => {
    const way = [root];
    for (let step = 1; step < 11; step++) way.unshift(issue(`${step}`, { issuer: way[0] }));
    const [signer, ...above] = way.map(read);
    if (!signer) throw new Error('No certificate.');
    expect(await orderChain(signer, above.slice(1).toReversed(), nodeCrypto)).toEqual([]);
    expect(await orderChain(signer, above.toReversed(), nodeCrypto)).toEqual(above.slice(0, 9));
    const [office, ...rest] = above;
    if (!office) throw new Error('No certificate.');
    expect(await orderChain(office, rest, nodeCrypto)).toEqual(rest);
  });

  test('takes the issuer whose signature fits among those of one name', async () => {
    const namesake = issue('中間', { issuer: root });
    const chain = await orderChain(read(leaf), [namesake, middle].map(read), nodeCrypto);
    expect(chain.map(({ der }) => der)).toEqual([middle.der]);
  });

  test('leaves a self-signed certificate alone, and ends where certificates lead round in a circle', async () => {
    expect(await orderChain(read(root), [read(root), read(middle)], nodeCrypto)).toEqual([]);
    const one = issue('甲', { issuer: issue('乙') });
    const other = issue('乙', { issuer: one, privateKey: issue('乙').privateKey });
    const around = issue('甲', { issuer: other, privateKey: one.privateKey });
    const chain = await orderChain(read(issue('署名者', { issuer: around })), [around, other].map(read), nodeCrypto);
    expect(chain.length).toBeLessThanOrEqual(2);
  });
});

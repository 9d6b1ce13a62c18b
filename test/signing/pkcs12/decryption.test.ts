import { describe, expect, test } from 'vitest';
import { childrenOf, readBer, readOctets, tags } from '../../../src/signing/asn1/ber-reader.ts';
import { integer, objectIdentifier, octetString, sequence } from '../../../src/signing/asn1/der-writer.ts';
import { Decryption } from '../../../src/signing/pkcs12/decryption.ts';
import { IterationAllowance } from '../../../src/signing/pkcs12/iteration-allowance.ts';
import { encodePassword } from '../../../src/signing/pkcs12/password.ts';
import { cryptos } from '../support/cryptos.ts';
import { readKeyFile } from '../support/key-files.ts';
import { nodeCrypto } from '../support/signed-file.ts';

const open = readKeyFile('open.p8');

describe.each(cryptos)('Decryption by $of', ({ crypto }) => {
  const create = (password: string) => new Decryption(encodePassword(password)[0], crypto, new IterationAllowance());

  test.each(['hmac-sha1', 'hmac-sha384', 'hmac-sha512', 'triple-des'])('deciphers PBES2 with %s', async (name) => {
    const [algorithm, data] = childrenOf(readBer(readKeyFile(`${name}.p8`)), tags.sequence);
    expect(await create('secret').decrypt(algorithm, readOctets(data))).toEqual(open);
    const wrong = await create('Secret')
      .decrypt(algorithm, readOctets(data))
      .catch(() => 'refused');
    expect(wrong).not.toEqual(open);
  });
});

describe('Decryption', () => {
  const allowance = () => new IterationAllowance();
  const decrypt = (algorithm: Uint8Array, spent = allowance()) =>
    new Decryption(encodePassword('secret')[0], nodeCrypto, spent).decrypt(readBer(algorithm), new Uint8Array(16));
  const pbkdf2 = (...rest: Uint8Array[]) =>
    sequence(objectIdentifier('1.2.840.113549.1.5.12'), sequence(octetString(new Uint8Array(8)), ...rest));
  const aes = sequence(objectIdentifier('2.16.840.1.101.3.4.1.42'), octetString(new Uint8Array(16)));
  const scheme = (derivation: Uint8Array, cipher = aes) =>
    sequence(objectIdentifier('1.2.840.113549.1.5.13'), sequence(derivation, cipher));

  test.each([
    ['a scheme of PKCS#5 v1.5', sequence(objectIdentifier('1.2.840.113549.1.5.3'), sequence()), 'encryption'],
    ['scrypt', scheme(sequence(objectIdentifier('1.3.6.1.4.1.11591.4.11'), sequence())), 'encryption'],
    ['Camellia', scheme(pbkdf2(integer(1)), sequence(objectIdentifier('1.2.392.200011.61.1.1.1.4'))), 'encryption'],
    ['another HMAC', scheme(pbkdf2(integer(1), sequence(objectIdentifier('1.2.643.7.1.1.4.1')))), 'encryption'],
    ['too many iterations', scheme(pbkdf2(integer(10_000_001))), 'iterations'],
  ])('names what is not supported: %s', async (_, algorithm, what) => {
    await expect(decrypt(algorithm)).rejects.toMatchObject({ failure: { problem: 'unsupported', what } });
  });

  test.each([
    ['no iterations', scheme(pbkdf2(integer(0)))],
    ['a key length that the cipher has not', scheme(pbkdf2(integer(1), integer(16)))],
  ])('finds damaged: %s', async (_, algorithm) => {
    await expect(decrypt(algorithm)).rejects.toMatchObject({ failure: { problem: 'damaged' } });
  });

  test('adds up the iterations of a file', async () => {
    const spent = allowance();
    for (let part = 0; part < 4; part++) spent.spend(10_000_000);
    await expect(decrypt(scheme(pbkdf2(integer(1))), spent)).rejects.toMatchObject({ failure: { what: 'iterations' } });
  });
});

import { cbc } from '@noble/ciphers/aes.js';
import {
  bmpString,
  explicit,
  implicitOctets,
  integer,
  nothing,
  objectIdentifier,
  octetString,
  sequence,
  set,
} from '../asn1/der-writer.ts';
import { readCertificate } from '../certificate.ts';
import type { SigningCrypto } from '../crypto.ts';
import type { ExportableSigner } from '../key.ts';
import { computeMac } from './mac.ts';
import { encodePassword } from './password.ts';
import { attributeTypes, bagKinds, contentTypes } from './read-pfx.ts';

/**
 * OWASP's figure for PBKDF2-HMAC-SHA256 (Password Storage Cheat Sheet, 2023). The MAC, whose derivation would be the
 * cheaper one to guess through, gets as many.
 */
const usualIterations = 600_000;

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2 = '1.2.840.113549.1.5.12';
const hmacWithSha256 = '1.2.840.113549.2.9';
const aes256Cbc = '2.16.840.1.101.3.4.1.42';
const sha256 = '2.16.840.1.101.3.4.2.1';
const x509Certificate = '1.2.840.113549.1.9.22.1';

/**
 * Writes a key with its certificates as an encrypted key file (PKCS#12, RFC 7292), to be kept as a backup: AES-256 with
 * PBKDF2-HMAC-SHA256, HMAC-SHA256 over all. OpenSSL, Windows 10 and macOS read this kind. It takes about a second, and several
 * on plain http.
 * @param signer as `createExportableSigningKey` gives it
 * @param options `iterations`: fewer than usual are for tests of other things only
 * @returns the .p12 file
 * @throws RangeError when the password is empty
 */
export async function writePkcs12(
  { privateKeyInfo, certificate, chain = [] }: ExportableSigner,
  password: string,
  crypto: Pick<SigningCrypto<unknown>, 'random' | 'digest' | 'deriveBytes'>,
  { iterations = usualIterations } = {},
): Promise<Uint8Array> {
  if (password === '') throw new RangeError('A backup needs a password.');
  const [{ utf8, utf16 }] = encodePassword(password);
  const salt = crypto.random(16);
  // One key for both parts, each with an IV of its own: deriving another one would double the wait and protect nothing.
  const key = await crypto.deriveBytes({ password: utf8, salt, iterations, hash: 'SHA-256', length: 32 });
  const encrypt = (content: Uint8Array) => {
    const iv = crypto.random(16);
    return { algorithm: toScheme(salt, iterations, iv), encrypted: cbc(key, iv).encrypt(content) };
  };

  const { commonName } = readCertificate(certificate);
  const attributes = set(
    attribute(attributeTypes.friendlyName, bmpString(commonName)),
    attribute(attributeTypes.localKeyId, octetString(await crypto.digest(certificate))),
  );
  const certificateBags = [certificate, ...chain].map((der, index) =>
    bag(
      bagKinds.certificate,
      sequence(objectIdentifier(x509Certificate), explicit(0, octetString(der))),
      index === 0 ? attributes : undefined,
    ),
  );
  const shrouded = encrypt(privateKeyInfo);
  const keyBag = bag(bagKinds.encryptedKey, sequence(shrouded.algorithm, octetString(shrouded.encrypted)), attributes);
  const authenticated = sequence(toEncryptedSafe(encrypt(sequence(...certificateBags))), toOpenSafe(sequence(keyBag)));
  const macSalt = crypto.random(16);
  const mac = await computeMac(authenticated, { hash: 'SHA-256', password: utf16, salt: macSalt, iterations });
  const digestInfo = sequence(sequence(objectIdentifier(sha256), nothing), octetString(mac));
  return sequence(
    integer(3),
    toOpenSafe(authenticated),
    sequence(digestInfo, octetString(macSalt), integer(iterations)),
  );
}

/** AlgorithmIdentifier of PBES2 (RFC 8018, A.4). */
function toScheme(salt: Uint8Array, iterations: number, iv: Uint8Array): Uint8Array {
  const hmac = sequence(objectIdentifier(hmacWithSha256), nothing);
  const derivation = sequence(objectIdentifier(pbkdf2), sequence(octetString(salt), integer(iterations), hmac));
  const cipher = sequence(objectIdentifier(aes256Cbc), octetString(iv));
  return sequence(objectIdentifier(pbes2), sequence(derivation, cipher));
}

/** ContentInfo of data (RFC 5652, 4). */
function toOpenSafe(content: Uint8Array): Uint8Array {
  return sequence(objectIdentifier(contentTypes.data), explicit(0, octetString(content)));
}

/** ContentInfo of EncryptedData (RFC 5652, 8). */
function toEncryptedSafe({ algorithm, encrypted }: { algorithm: Uint8Array; encrypted: Uint8Array }): Uint8Array {
  const information = sequence(objectIdentifier(contentTypes.data), algorithm, implicitOctets(0, encrypted));
  return sequence(objectIdentifier(contentTypes.encrypted), explicit(0, sequence(integer(0), information)));
}

function bag(kind: string, value: Uint8Array, attributes?: Uint8Array): Uint8Array {
  return sequence(objectIdentifier(kind), explicit(0, value), ...(attributes ? [attributes] : []));
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(objectIdentifier(type), set(value));
}

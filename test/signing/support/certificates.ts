import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  bitString,
  explicit,
  integer,
  nothing,
  objectIdentifier,
  octetString,
  sequence,
  set,
} from '../../../src/signing/asn1/der-writer.ts';
import type { SigningCrypto } from '../../../src/signing/crypto.ts';
import type { ExportableSigner, Signer } from '../../../src/signing/key.ts';
import { parsePrivateKey, toPrivateKeyInfo } from '../../../src/signing/private-key.ts';

/** A key and a certificate of Node's and our tests' making, so that src/signing does not judge its own work. */
export interface TestCertificate {
  name: string;
  privateKey: KeyObject;
  der: Uint8Array;
}

const commonNameType = '2.5.4.3';

/** Object identifiers of the algorithms that certificates in tests are signed with. */
const ecAlgorithms = {
  sha1: '1.2.840.10045.4.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
} as const;
const rsaAlgorithms = {
  sha1: '1.2.840.113549.1.1.5',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
} as const;

interface Options {
  key?: 'rsa' | 'P-256' | 'P-384';
  hash?: keyof typeof ecAlgorithms;
  /** Left out: it signs itself. */
  issuer?: TestCertificate;
  isAuthority?: boolean;
  /** Reuses a key. */
  privateKey?: KeyObject;
  /** Types and texts of the subject's name; a common name alone where they are left out. */
  attributes?: readonly (readonly [type: string, text: string])[];
  /** Sum of `keyUsages`. */
  usage?: number;
}

/** Bits of the first octet of a key usage (RFC 5280, 4.2.1.3). */
export const keyUsages = {
  digitalSignature: 0x80,
  nonRepudiation: 0x40,
  keyEncipherment: 0x20,
  keyCertSign: 0x04,
} as const;

/** Makes a certificate, valid in 2026. */
export function issue(name: string, options: Options = {}): TestCertificate {
  const { key = 'P-256', hash = 'sha256', isAuthority = true } = options;
  const privateKey = options.privateKey ?? generateKey(key);
  const issuerKey = options.issuer?.privateKey ?? privateKey;
  const publicKey = new Uint8Array(publicKeyInfoOf(privateKey));
  const algorithm = toAlgorithm(issuerKey.asymmetricKeyType === 'rsa', hash);
  const subject = toName(options.attributes ?? [[commonNameType, name]]);
  const usage = options.usage === undefined ? [] : [toExtension('2.5.29.15', Uint8Array.of(3, 2, 0, options.usage))];
  const constraints = isAuthority ? sequence(Uint8Array.of(1, 1, 0xff)) : sequence();
  const signed = sequence(
    explicit(0, integer(2)),
    integer(BigInt(`0x${createHash('sha256').update(publicKey).update(name).digest('hex').slice(0, 30)}`)),
    algorithm,
    options.issuer ? toName([[commonNameType, options.issuer.name]]) : subject,
    sequence(toTime('260101000000Z'), toTime('270101000000Z')),
    subject,
    publicKey,
    explicit(3, sequence(toExtension('2.5.29.19', constraints), ...usage)),
  );
  return {
    name,
    privateKey,
    der: sequence(signed, algorithm, bitString(new Uint8Array(sign(hash, signed, issuerKey)))),
  };
}

/** The key in the open, as a backup is made from it. */
export function toExportable({ privateKey, der }: TestCertificate, { withPoint = true } = {}): ExportableSigner {
  const privateKeyInfo = new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' }));
  const key = parsePrivateKey(privateKeyInfo);
  if (withPoint || key?.kind !== 'ec') return { privateKeyInfo, certificate: der };
  const { point, ...bare } = key;
  if (!point) throw new Error('Node writes the public half.');
  return { privateKeyInfo: toPrivateKeyInfo(bare), certificate: der };
}

/** The certificate's key as src/signing takes it, with the certificates of a chain. */
export async function toSigner<Key>(
  { privateKey, der }: TestCertificate,
  crypto: SigningCrypto<Key>,
  chain: readonly TestCertificate[] = [],
): Promise<Signer<Key>> {
  const privateKeyInfo = new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' }));
  return {
    privateKey: await crypto.importKey(privateKeyInfo),
    certificate: der,
    chain: chain.map((one) => one.der),
  };
}

function toAlgorithm(isRsa: boolean, hash: keyof typeof ecAlgorithms): Uint8Array {
  if (isRsa) return sequence(objectIdentifier(rsaAlgorithms[hash]), nothing);
  return sequence(objectIdentifier(ecAlgorithms[hash]));
}

function generateKey(key: 'rsa' | 'P-256' | 'P-384'): KeyObject {
  if (key === 'rsa') return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  return generateKeyPairSync('ec', { namedCurve: key }).privateKey;
}

function publicKeyInfoOf(privateKey: KeyObject): Buffer {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
}

function toName(attributes: readonly (readonly [type: string, text: string])[]): Uint8Array {
  const rdns = attributes.map(([type, name]) => {
    const text = new TextEncoder().encode(name);
    return set(sequence(objectIdentifier(type), Uint8Array.of(0x0c, text.length, ...text)));
  });
  return sequence(...rdns);
}

function toExtension(id: string, value: Uint8Array): Uint8Array {
  return sequence(objectIdentifier(id), octetString(value));
}

function toTime(text: string): Uint8Array {
  return Uint8Array.of(0x17, text.length, ...new TextEncoder().encode(text));
}

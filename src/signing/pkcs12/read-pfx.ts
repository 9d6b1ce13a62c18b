import {
  type BerValue,
  childrenOf,
  readBer,
  readCount,
  readFirstBer,
  readObjectIdentifier,
  readOctets,
  tags,
  unwrap,
} from '../asn1/ber-reader.ts';
import { failUnsupported, failWith } from './pkcs12-problems.ts';

/** One part of a key file: bags in the open, or encrypted ones. */
export type Safe =
  | { kind: 'open'; content: Uint8Array }
  | { kind: 'encrypted'; algorithm: BerValue | undefined; content: Uint8Array };

/** A key file from outside. */
export interface Pfx {
  safes: Safe[];
  /** What the MAC is over. */
  authenticated: Uint8Array;
  /** MacData; undefined where nothing keeps the file from being changed. */
  mac: BerValue | undefined;
}

/** One thing in a key file. */
export interface Bag {
  kind: string;
  value: BerValue;
  /** friendlyName, or '' */
  name: string;
  /** localKeyId: ties a certificate to its key. */
  keyId: Uint8Array | undefined;
}

/** Kinds of bags (RFC 7292, 4.2). */
export const bagKinds = {
  key: '1.2.840.113549.1.12.10.1.1',
  encryptedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  safe: '1.2.840.113549.1.12.10.1.6',
} as const;

/** Kinds of content (RFC 5652, 4 and following). */
export const contentTypes = {
  data: '1.2.840.113549.1.7.1',
  signed: '1.2.840.113549.1.7.2',
  enveloped: '1.2.840.113549.1.7.3',
  encrypted: '1.2.840.113549.1.7.6',
} as const;

/** Attributes of bags (RFC 2985, 5.5). */
export const attributeTypes = { friendlyName: '1.2.840.113549.1.9.20', localKeyId: '1.2.840.113549.1.9.21' } as const;

const x509Certificate = '1.2.840.113549.1.9.22.1';

/**
 * Reads a key file down to what is encrypted (PFX: RFC 7292, 4). Bytes behind it, such as a line end or padding that a
 * mailer or an exporter left, mean nothing, and are not looked at.
 * @throws BerSyntaxError or Pkcs12Error `damaged` when it is none; Pkcs12Error `unsupported` when a public key protects it
 */
export function readPfx(bytes: Uint8Array): Pfx {
  const [version, safe, mac, ...more] = childrenOf(readFirstBer(bytes), tags.sequence);
  if (readCount(version) !== 3 || more.length > 0) throw failWith('damaged', 'No PFX of version 3.');
  const { type, content } = readContentInfo(safe);
  if (type === contentTypes.signed) throw failUnsupported('public-key-protection', 'A signed file.');
  if (type !== contentTypes.data) throw failWith('damaged', `Content ${type}.`);
  const authenticated = readOctets(content);
  const safes = childrenOf(readBer(authenticated), tags.sequence).map(readSafe);
  return { safes, authenticated, mac };
}

/**
 * Reads the bags of a part, those in nested parts too.
 * @throws BerSyntaxError when it is none
 */
export function readBags(content: Uint8Array): Bag[] {
  return bagsIn(readBer(content));
}

/**
 * The certificate in a bag, DER.
 * @returns undefined for one of another kind than X.509
 * @throws BerSyntaxError when the bag is none of certificates
 */
export function readCertificateBag({ value }: Bag): Uint8Array | undefined {
  const [kind, certificate] = childrenOf(value, tags.sequence);
  return readObjectIdentifier(kind) === x509Certificate ? readOctets(unwrap(certificate, 0)) : undefined;
}

function readContentInfo(value: BerValue | undefined): { type: string; content: BerValue } {
  const [type, content] = childrenOf(value, tags.sequence);
  return { type: readObjectIdentifier(type), content: unwrap(content, 0) };
}

function readSafe(value: BerValue): Safe {
  const { type, content } = readContentInfo(value);
  if (type === contentTypes.data) return { kind: 'open', content: readOctets(content) };
  if (type === contentTypes.enveloped) throw failUnsupported('public-key-protection', 'An enveloped part.');
  if (type !== contentTypes.encrypted) throw failWith('damaged', `Content ${type}.`);
  // EncryptedData (RFC 5652, 8)
  const [, information] = childrenOf(content, tags.sequence);
  const [, algorithm, encrypted] = childrenOf(information, tags.sequence);
  return { kind: 'encrypted', algorithm, content: readOctets(encrypted, 0x80) };
}

/** Nesting is bounded by the reader of BER, for nested parts are not wrapped into strings. */
function bagsIn(safe: BerValue): Bag[] {
  return childrenOf(safe, tags.sequence).flatMap((bag) => {
    const [id, wrapped, attributes] = childrenOf(bag, tags.sequence);
    const kind = readObjectIdentifier(id);
    const value = unwrap(wrapped, 0);
    if (kind === bagKinds.safe) return bagsIn(value);
    const name = findAttribute(attributes, attributeTypes.friendlyName);
    const keyId = findAttribute(attributes, attributeTypes.localKeyId);
    return {
      kind,
      value,
      name: name?.tag === tags.bmpString ? fromUtf16(name.content) : '',
      keyId: keyId && readOctets(keyId),
    };
  });
}

/** The first value of an attribute (RFC 7292, 4.2). */
function findAttribute(attributes: BerValue | undefined, type: string): BerValue | undefined {
  if (!attributes) return undefined;
  for (const attribute of childrenOf(attributes, tags.set)) {
    const [id, values] = childrenOf(attribute, tags.sequence);
    if (readObjectIdentifier(id) === type) return childrenOf(values, tags.set)[0];
  }
  return undefined;
}

function fromUtf16(bytes: Uint8Array): string {
  const units = Array.from(
    { length: bytes.length >> 1 },
    (_, at) => 256 * (bytes[2 * at] ?? 0) + (bytes[2 * at + 1] ?? 0),
  );
  return units.map((unit) => String.fromCharCode(unit)).join('');
}

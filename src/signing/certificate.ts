import { ecdsaWithSHA256 } from '@peculiar/asn1-ecc';
import { AsnPropTypes, OctetString } from '@peculiar/asn1-schema';
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  Extensions,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_subjectKeyIdentifier,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { equalBytes, toHex } from './bytes.ts';
import type { SigningCrypto } from './crypto.ts';
import { describeSequence, parseDer, rawDer, toBuffer, toDer } from './der.ts';
import { readDistinguishedName, type SignerName, toDistinguishedName } from './distinguished-name.ts';
import { toSignatureDer } from './ecdsa-signature.ts';

const years = 3;

/** What a certificate says, and the pieces of DER that other structures repeat. */
export interface CertificateFacts extends SignerName {
  /** The whole subject, e.g. `O=…, CN=…`. */
  subject: string;
  notBefore: Date;
  notAfter: Date;
  /** Subject and issuer are the same: nobody else vouches for the name. */
  selfSigned: boolean;
  /** Key usage allows digitalSignature or nonRepudiation, or does not limit anything (RFC 5280, 4.2.1.3). */
  maySign: boolean;
  /** A CA (RFC 5280, 4.2.1.9), or a root of version 1, which could not say so. */
  mayIssue: boolean;
  /** DER of the subject's Name. */
  subjectDer: Uint8Array;
  /** DER of the issuer's Name. */
  issuerDer: Uint8Array;
  /** DER of the serial number, an INTEGER. */
  serialDer: Uint8Array;
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Uint8Array;
}

/** What a new certificate is made from. */
export interface CertificateRequest<Key> {
  name: SignerName;
  privateKey: Key;
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Uint8Array;
  /** Start of the validity; it ends three years later to the second. */
  now: Date;
}

/**
 * Makes a self-signed X.509 v3 certificate (RFC 5280) for signing documents. It has no extendedKeyUsage: id-kp-documentSigning
 * makes pdfsig and openssl complain.
 * @returns DER
 * @throws RangeError when the name does not fit (see `fitSignerName`)
 */
export async function createCertificate<Key>(
  { name, privateKey, publicKey, now }: CertificateRequest<Key>,
  crypto: SigningCrypto<Key>,
): Promise<Uint8Array> {
  const distinguishedName = toDistinguishedName(name);
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: toBuffer(toSerial(crypto.random(16))),
    signature: ecdsaWithSHA256,
    issuer: distinguishedName,
    subject: distinguishedName,
    validity: new Validity({ notBefore: now, notAfter: addYears(now, years) }),
    subjectPublicKeyInfo: parseDer(publicKey, SubjectPublicKeyInfo),
    extensions: await createExtensions(publicKey, crypto),
  });
  const signature = toSignatureDer(await crypto.sign(privateKey, toDer(tbsCertificate)));
  return toDer(
    new Certificate({ tbsCertificate, signatureAlgorithm: ecdsaWithSHA256, signatureValue: toBuffer(signature) }),
  );
}

/**
 * Reads what a certificate says. Nothing is verified here.
 * @throws Error when the bytes are no certificate
 */
export function readCertificate(der: Uint8Array): CertificateFacts {
  const { tbsCertificate: tbs } = parseDer(der, RawCertificate);
  const subjectDer = new Uint8Array(tbs.subject);
  const issuerDer = new Uint8Array(tbs.issuer);
  const { commonName, organization, text } = readDistinguishedName(subjectDer);
  const selfSigned = equalBytes(subjectDer, issuerDer);
  return {
    commonName,
    organization,
    subject: text,
    notBefore: tbs.validity.notBefore.getTime(),
    notAfter: tbs.validity.notAfter.getTime(),
    selfSigned,
    maySign: maySign(tbs.extensions),
    mayIssue: tbs.extensions ? isAuthority(tbs.extensions) : selfSigned,
    subjectDer,
    issuerDer,
    serialDer: new Uint8Array(tbs.serialNumber),
    publicKey: new Uint8Array(tbs.subjectPublicKeyInfo),
  };
}

/** SHA-256 over the certificate, 64 lower-case hexadecimal digits: what people read out to each other. */
export async function fingerprintOf(
  certificate: Uint8Array,
  crypto: { digest(bytes: Uint8Array): Promise<Uint8Array> },
): Promise<string> {
  return toHex(await crypto.digest(certificate));
}

/** A certificate whose parts stay DER where another structure must repeat them byte for byte. */
class RawTbsCertificate {
  version = 0;
  serialNumber = new ArrayBuffer(0);
  signature = new ArrayBuffer(0);
  issuer = new ArrayBuffer(0);
  validity = new Validity();
  subject = new ArrayBuffer(0);
  subjectPublicKeyInfo = new ArrayBuffer(0);
  issuerUniqueID?: ArrayBuffer;
  subjectUniqueID?: ArrayBuffer;
  extensions?: Extensions;
}
describeSequence(RawTbsCertificate, {
  version: { type: AsnPropTypes.Integer, context: 0, defaultValue: 0 },
  serialNumber: rawDer,
  signature: rawDer,
  issuer: rawDer,
  validity: { type: Validity },
  subject: rawDer,
  subjectPublicKeyInfo: rawDer,
  issuerUniqueID: { type: AsnPropTypes.BitString, context: 1, implicit: true, optional: true },
  subjectUniqueID: { type: AsnPropTypes.BitString, context: 2, implicit: true, optional: true },
  extensions: { type: Extensions, context: 3, optional: true },
});

class RawCertificate {
  tbsCertificate = new RawTbsCertificate();
  signatureAlgorithm = new ArrayBuffer(0);
  signatureValue = new ArrayBuffer(0);
}
describeSequence(RawCertificate, {
  tbsCertificate: { type: RawTbsCertificate },
  signatureAlgorithm: rawDer,
  signatureValue: rawDer,
});

function maySign(extensions: Extensions | undefined): boolean {
  const extension = extensions?.find((one) => one.extnID === id_ce_keyUsage);
  if (!extension) return true;
  const usage = parseDer(new Uint8Array(extension.extnValue.buffer), KeyUsage).toNumber();
  return (usage & (KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation)) !== 0;
}

function isAuthority(extensions: Extensions): boolean {
  const extension = extensions.find((one) => one.extnID === id_ce_basicConstraints);
  return extension !== undefined && parseDer(new Uint8Array(extension.extnValue.buffer), BasicConstraints).cA;
}

async function createExtensions<Key>(publicKey: Uint8Array, crypto: SigningCrypto<Key>): Promise<Extensions> {
  const { subjectPublicKey } = parseDer(publicKey, SubjectPublicKeyInfo);
  // RFC 7093, 2: method 1 (the leftmost 160 bits of SHA-256 over the key).
  const digest = await crypto.digest(new Uint8Array(subjectPublicKey));
  const keyId = toBuffer(digest.subarray(0, 20));
  const extension = (extnID: string, critical: boolean, value: unknown) =>
    new Extension({ extnID, critical, extnValue: new OctetString(toBuffer(toDer(value))) });
  return new Extensions([
    extension(id_ce_basicConstraints, true, new BasicConstraints()),
    extension(id_ce_keyUsage, true, new KeyUsage(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation)),
    extension(id_ce_subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId)),
    extension(
      id_ce_authorityKeyIdentifier,
      false,
      new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(keyId) }),
    ),
  ]);
}

/** Positive and of full length in DER: first bit clear, second set (RFC 5280, 4.1.2.2: at most 20 bytes). */
function toSerial(random: Uint8Array): Uint8Array {
  const serial = new Uint8Array(random);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}

function addYears(date: Date, count: number): Date {
  const later = new Date(date);
  later.setUTCFullYear(later.getUTCFullYear() + count);
  return later;
}

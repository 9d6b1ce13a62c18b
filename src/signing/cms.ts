import { Attribute, DigestAlgorithmIdentifier, EncapsulatedContentInfo } from '@peculiar/asn1-cms';
import { OctetString } from '@peculiar/asn1-schema';
import { compareBytes, equalBytes } from './bytes.ts';
import { type CertificateFacts, readCertificate } from './certificate.ts';
import {
  ContentType,
  EssCertIdV2,
  SignedAttributes,
  SignedData,
  SignedDataInfo,
  SignerInfo,
  SigningCertificateV2,
} from './cms-schema.ts';
import type { SigningCrypto } from './crypto.ts';
import { parseDer, toBuffer, toDer } from './der.ts';
import type { Signer } from './key.ts';
import { coordinateSize, type PublicKey, parsePublicKey } from './public-key.ts';
import { parseSignatureValue, toSignatureAlgorithm, toSignatureValue } from './signature-value.ts';

const signedDataType = '1.2.840.113549.1.7.2';
const dataType = '1.2.840.113549.1.7.1';
const contentTypeAttribute = '1.2.840.113549.1.9.3';
const messageDigestAttribute = '1.2.840.113549.1.9.4';
const signingCertificateAttribute = '1.2.840.113549.1.9.16.2.47';
const sha256 = new DigestAlgorithmIdentifier({ algorithm: '2.16.840.1.101.3.4.2.1' });

/** Longer chains do not occur, and each certificate costs a digest. */
const mostCertificates = 10;

/** Most bytes of identifiers, lengths, digests and object identifiers, once and for each certificate. */
const headers = { whole: 320, certificate: 64 } as const;

/** A certificate inside a CMS object. */
export interface CmsCertificate {
  der: Uint8Array;
  facts: CertificateFacts;
  /** SHA-256 of the certificate as signing-certificate-v2 states it; whether that is true is for the verifier. */
  statedHash: Uint8Array;
}

/** What a CMS signature says. */
export interface SignedMessage {
  signer: CmsCertificate;
  chain: CmsCertificate[];
  /** SHA-256 of the signed bytes, as stated. */
  messageDigest: Uint8Array;
  /** What the key signed: the signed attributes as a DER SET OF. */
  signedAttributes: Uint8Array;
  /** As `VerifyingCrypto.verify` takes it. */
  signature: Uint8Array;
}

/**
 * Signs a digest: a detached CMS SignedData with the attributes of CAdES and PAdES baseline B-B (ETSI EN 319 122-1, 5;
 * EN 319 142-1, 6.3): content-type, message-digest and signing-certificate-v2. No signing-time: in a PDF the claimed
 * time stands in /M. signing-certificate-v2 names the whole chain, so that no certificate can be swapped afterwards.
 * @param messageDigest SHA-256 of the signed bytes
 * @returns DER
 * @throws TypeError when the certificate is for a key that does not sign here
 */
export async function buildCms<Key>(
  messageDigest: Uint8Array,
  { privateKey, certificate, chain = [] }: Signer<Key>,
  crypto: SigningCrypto<Key>,
): Promise<Uint8Array> {
  const describe = async (der: Uint8Array): Promise<CmsCertificate> => ({
    der,
    facts: readCertificate(der),
    statedHash: await crypto.digest(der),
  });
  const signer = await describe(certificate);
  const rest = await Promise.all(chain.map(describe));
  const attributes = toSignedAttributes(messageDigest, [signer, ...rest]);
  const signature = await crypto.sign(privateKey, toSetOf(attributes));
  const key = readKey(signer);
  return encode([signer, ...rest], attributes, key, toSignatureValue(signature, key));
}

/**
 * Bytes to keep free in a PDF for the CMS object that this signer makes: never too few, and some dozens too many.
 * @throws TypeError when the certificate is for a key that does not sign here; Error when a certificate is none
 */
export function measureCms({ certificate, chain = [] }: Pick<Signer<unknown>, 'certificate' | 'chain'>): number {
  const key = parsePublicKey(readCertificate(certificate).publicKey);
  if (!key) throw new TypeError('The certificate is for a key that does not sign here.');
  const sizes = [certificate, ...chain].map((der, index) => {
    const { issuerDer, serialDer } = readCertificate(der);
    // In signing-certificate-v2, and the signer's own in the SignerInfo too.
    const names = index === 0 ? 2 : 1;
    return der.length + names * (issuerDer.length + serialDer.length) + headers.certificate;
  });
  const signature = key.kind === 'rsa' ? key.size : 2 * coordinateSize[key.curve];
  return sizes.reduce((sum, size) => sum + size, signature + headers.whole);
}

/**
 * Reads a CMS object strictly: what `buildCms` would not write, byte for byte, is none.
 * @returns undefined for anything else
 */
export function parseCms(der: Uint8Array): SignedMessage | undefined {
  try {
    return decode(der);
  } catch {
    // The library throws on what is no such structure, which is the answer.
    return undefined;
  }
}

function decode(der: Uint8Array): SignedMessage | undefined {
  const { certificates, signerInfos } = parseDer(der, SignedDataInfo).content;
  const [info] = signerInfos;
  if (!info || certificates.length > mostCertificates) return undefined;
  const messageDigest = parseDer(attributeValue(info, messageDigestAttribute), OctetString);
  const ids = parseDer(attributeValue(info, signingCertificateAttribute), SigningCertificateV2).certs;
  const facts = certificates.map((one) => ({ der: new Uint8Array(one), facts: readCertificate(new Uint8Array(one)) }));
  const [signer, ...chain] = ids.map((id): CmsCertificate => {
    const [issuer, serial] = [id.issuerSerial.issuer.directoryName, id.issuerSerial.serialNumber];
    const found = facts.find((one) => isNamed(one.facts, issuer, serial));
    if (!found) throw new Error('signing-certificate-v2 names a certificate that is not there.');
    return { ...found, statedHash: new Uint8Array(id.certHash.buffer) };
  });
  if (!signer) return undefined;
  const key = readKey(signer);
  const signatureValue = new Uint8Array(info.signature.buffer);
  const signature = parseSignatureValue(signatureValue, key);
  if (!signature) return undefined;
  const digest = new Uint8Array(messageDigest.buffer);
  const attributes = toSignedAttributes(digest, [signer, ...chain]);
  if (!equalBytes(encode([signer, ...chain], attributes, key, signatureValue), der)) return undefined;
  return { signer, chain, messageDigest: digest, signedAttributes: toSetOf(attributes), signature };
}

/** @param certificates the signer's first; @param attributes in DER's order */
function encode(
  certificates: readonly [CmsCertificate, ...CmsCertificate[]],
  attributes: Attribute[],
  key: PublicKey,
  signatureValue: Uint8Array,
): Uint8Array {
  const [signer] = certificates;
  const info = new SignerInfo();
  info.sid.issuer = toBuffer(signer.facts.issuerDer);
  info.sid.serialNumber = toBuffer(signer.facts.serialDer);
  info.digestAlgorithm = sha256;
  info.signedAttrs = attributes;
  info.signatureAlgorithm = toSignatureAlgorithm(key);
  info.signature = new OctetString(toBuffer(signatureValue));
  const data = new SignedData();
  data.digestAlgorithms = [sha256];
  data.encapContentInfo = new EncapsulatedContentInfo({ eContentType: dataType });
  data.certificates = certificates
    .map(({ der }) => der)
    .sort(compareBytes)
    .map(toBuffer);
  data.signerInfos = [info];
  const outer = new SignedDataInfo();
  outer.contentType = signedDataType;
  outer.content = data;
  return toDer(outer);
}

/** The three attributes in the order DER gives a SET OF. */
function toSignedAttributes(messageDigest: Uint8Array, certificates: readonly CmsCertificate[]): Attribute[] {
  const signingCertificate = new SigningCertificateV2();
  signingCertificate.certs = certificates.map(({ facts, statedHash }) => {
    const id = new EssCertIdV2();
    id.certHash = new OctetString(toBuffer(statedHash));
    id.issuerSerial.issuer.directoryName = toBuffer(facts.issuerDer);
    id.issuerSerial.serialNumber = toBuffer(facts.serialDer);
    return id;
  });
  const contentType = new ContentType();
  contentType.id = dataType;
  const attribute = (attrType: string, value: Uint8Array) => new Attribute({ attrType, attrValues: [toBuffer(value)] });
  return [
    attribute(contentTypeAttribute, toDer(contentType)),
    attribute(messageDigestAttribute, toDer(new OctetString(toBuffer(messageDigest)))),
    attribute(signingCertificateAttribute, toDer(signingCertificate)),
  ]
    .map((one) => ({ one, der: toDer(one) }))
    .sort((a, b) => compareBytes(a.der, b.der))
    .map(({ one }) => one);
}

function toSetOf(attributes: Attribute[]): Uint8Array {
  return toDer(new SignedAttributes(attributes));
}

function readKey({ facts }: CmsCertificate): PublicKey {
  const key = parsePublicKey(facts.publicKey);
  if (!key) throw new TypeError('The certificate is for a key that does not sign here.');
  return key;
}

/** The one value of an attribute, DER. */
function attributeValue({ signedAttrs }: SignerInfo, type: string): Uint8Array {
  const value = signedAttrs.find((attribute) => attribute.attrType === type)?.attrValues[0];
  if (!value) throw new Error(`The signed attribute ${type} is missing.`);
  return new Uint8Array(value);
}

function isNamed(facts: CertificateFacts, issuer: ArrayBuffer, serial: ArrayBuffer): boolean {
  return equalBytes(facts.issuerDer, new Uint8Array(issuer)) && equalBytes(facts.serialDer, new Uint8Array(serial));
}

import { childrenOf, readOctets, tags } from '../asn1/ber-reader.ts';
import { equalBytes, fromLatin1 } from '../bytes.ts';
import { fingerprintOf, readCertificate } from '../certificate.ts';
import { orderChain, type ReadCertificate } from '../certificate-chain.ts';
import type { SigningCrypto } from '../crypto.ts';
import type { SigningKey } from '../key.ts';
import { type PrivateKey, parsePrivateKey, toPrivateKeyInfo } from '../private-key.ts';
import { type PublicKey, parsePublicKey } from '../public-key.ts';
import { Decryption } from './decryption.ts';
import { IterationAllowance } from './iteration-allowance.ts';
import { findPassword } from './mac.ts';
import { type EncodedPassword, encodePassword } from './password.ts';
import { failUnsupported, failWith, Pkcs12Error, type Pkcs12Failure, toFailure } from './pkcs12-problems.ts';
import { type Bag, bagKinds, type Pfx, readBags, readCertificateBag, readPfx } from './read-pfx.ts';

export type { Pkcs12Failure, Pkcs12Problem, UnsupportedPart } from './pkcs12-problems.ts';

/** Largest file that is looked at: 1 MB. One with a key and its chain has some kilobytes. */
const mostBytes = 1_000_000;

/** A key file opened, ready to sign with. */
export interface OpenedPkcs12<Key> {
  ok: true;
  /**
   * The key, not to be read out again, its certificate, the certificates above it as far as the file has them, in order,
   * and the names in the certificate, uncut. Whether the certificate is valid and meant for signing (`notAfter`, `maySign`)
   * says `readCertificate(signer.certificate)`.
   */
  signer: SigningKey<Key>;
  /** What the file calls the key (friendlyName), or ''. */
  friendlyName: string;
}

/**
 * Opens a key file (.p12, .pfx: PKCS#12, RFC 7292) of any maker. Never throws, whatever the bytes. It may take seconds where
 * the file asks for many iterations, on plain http above all.
 * @param password as it was typed; '' for a file with an empty password or with none
 */
export async function openPkcs12<Key>(
  bytes: Uint8Array,
  password: string,
  crypto: SigningCrypto<Key>,
): Promise<OpenedPkcs12<Key> | Pkcs12Failure> {
  try {
    if (bytes.length > mostBytes) throw failWith('too-large', `${bytes.length} bytes.`);
    const bags = await openSafes(readPfx(bytes), encodePassword(password), crypto);
    return await toSigner(bags, crypto);
  } catch (error) {
    return error instanceof Pkcs12Error ? error.failure : toFailure('damaged');
  }
}

/** What is in a file, deciphered. */
interface Contents {
  keys: { privateKeyInfo: Uint8Array; bag: Bag }[];
  certificates: Bag[];
}

async function openSafes(
  pfx: Pfx,
  passwords: readonly EncodedPassword[],
  crypto: Pick<SigningCrypto<unknown>, 'deriveBytes'>,
): Promise<Contents> {
  // Without a MAC a key file could be changed by anybody on its way, and a wrong password would look like damage.
  if (!pfx.mac) throw failUnsupported('no-integrity', 'No MacData.');
  const allowance = new IterationAllowance();
  const password = await findPassword(pfx.mac, pfx.authenticated, passwords, crypto, allowance);
  if (!password) throw failWith('wrong-password', 'The MAC does not fit.');
  return decryptSafes(pfx, new Decryption(password, crypto, allowance));
}

async function decryptSafes(pfx: Pfx, decryption: Decryption): Promise<Contents> {
  const contents: Contents = { keys: [], certificates: [] };
  for (const safe of pfx.safes) {
    const open = safe.kind === 'open' ? safe.content : await decryption.decrypt(safe.algorithm, safe.content);
    for (const bag of readBags(open)) {
      if (bag.kind === bagKinds.certificate) contents.certificates.push(bag);
      if (bag.kind === bagKinds.key) contents.keys.push({ privateKeyInfo: bag.value.bytes, bag });
      if (bag.kind === bagKinds.encryptedKey)
        contents.keys.push({ privateKeyInfo: await decryptKey(bag, decryption), bag });
    }
  }
  return contents;
}

/** EncryptedPrivateKeyInfo (RFC 5958, 3). */
function decryptKey({ value }: Bag, decryption: Decryption): Promise<Uint8Array> {
  const [algorithm, data] = childrenOf(value, tags.sequence);
  return decryption.decrypt(algorithm, readOctets(data));
}

async function toSigner<Key>(contents: Contents, crypto: SigningCrypto<Key>): Promise<OpenedPkcs12<Key>> {
  const [key, ...more] = contents.keys;
  if (!key) throw failWith('no-key', 'No bag with a key.');
  if (more.length > 0) throw failWith('several-keys', `${more.length + 1} keys.`);
  const privateKey = parsePrivateKey(key.privateKeyInfo);
  if (!privateKey) throw failUnsupported('key-algorithm', 'A key that does not sign here.');
  const certificates = readBagCertificates(contents.certificates);
  for (const candidate of sortCandidates(certificates, key.bag.keyId)) {
    const imported = await importIfFits(privateKey, candidate, crypto);
    if (!imported) continue;
    const chain = await orderChain(
      candidate,
      certificates.filter((one) => one !== candidate),
      crypto,
    );
    const { commonName, organization } = candidate.facts;
    const signer = {
      privateKey: imported.privateKey,
      certificate: candidate.der,
      chain: chain.map(({ der }) => der),
      fingerprint: await fingerprintOf(candidate.der, crypto),
      name: { commonName, organization, shortened: false, simplified: false },
    };
    return { ok: true, signer, friendlyName: key.bag.name || candidate.name };
  }
  throw failWith('certificate-mismatch', `None of ${certificates.length} certificates is for the key.`);
}

interface BagCertificate extends ReadCertificate {
  keyId: Uint8Array | undefined;
  name: string;
}

/** Those of other kinds than X.509, and those that cannot be read, are left out: they are not what is signed with. */
function readBagCertificates(bags: readonly Bag[]): BagCertificate[] {
  return bags.flatMap((bag) => {
    const der = readCertificateBag(bag);
    try {
      return der ? [{ der, facts: readCertificate(der), keyId: bag.keyId, name: bag.name }] : [];
    } catch {
      return [];
    }
  });
}

/** The certificate that the file ties to its key goes first, then the one valid longest: a renewal may have the same key. */
function sortCandidates(certificates: readonly BagCertificate[], keyId: Uint8Array | undefined): BagCertificate[] {
  const isTied = (one: BagCertificate) =>
    keyId !== undefined && one.keyId !== undefined && equalBytes(one.keyId, keyId);
  return certificates.toSorted(
    (a, b) => Number(isTied(b)) - Number(isTied(a)) || b.facts.notAfter.getTime() - a.facts.notAfter.getTime(),
  );
}

/** Takes the key in if it belongs to the certificate, which a signature shows that the certificate's key verifies. */
async function importIfFits<Key>(
  key: PrivateKey,
  { facts }: ReadCertificate,
  crypto: SigningCrypto<Key>,
): Promise<{ privateKey: Key } | undefined> {
  const publicKey = parsePublicKey(facts.publicKey);
  if (!publicKey || !mayBelong(key, publicKey)) return undefined;
  const whole = key.kind === 'ec' && publicKey.kind === 'ec' ? { ...key, point: publicKey.point } : key;
  const sample = fromLatin1('kitei');
  try {
    const privateKey = await crypto.importKey(toPrivateKeyInfo(whole));
    const signature = await crypto.sign(privateKey, sample);
    if (await crypto.verify(facts.publicKey, signature, sample)) return { privateKey };
  } catch (error) {
    // An EC key whose public half is another's is refused in this way by some browsers; an RSA key with this very modulus
    // has numbers that do not fit together.
    if (key.kind === 'rsa') throw failWith('damaged', 'The key cannot be taken in.', { cause: error });
  }
  return undefined;
}

function mayBelong(key: PrivateKey, publicKey: PublicKey): boolean {
  if (key.kind === 'rsa')
    return publicKey.kind === 'rsa' && publicKey.modulus === key.modulus && publicKey.exponent === key.publicExponent;
  if (publicKey.kind !== 'ec' || publicKey.curve !== key.curve) return false;
  return !key.point || equalBytes(key.point, publicKey.point);
}

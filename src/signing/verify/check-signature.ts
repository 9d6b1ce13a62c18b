import { coveredBytes } from '../byte-range.ts';
import { equalBytes } from '../bytes.ts';
import { parseCms, type SignedMessage } from '../cms.ts';
import type { VerifyingCrypto } from '../crypto.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import { RefusalError } from '../refusal-reasons.ts';
import { describeForeign, openSignedFile } from './open-signed-file.ts';
import { refuseSyntax } from './refuse-syntax.ts';
import { readSignatureDictionary, type SignatureDictionary } from './signature-dictionary.ts';

/** A file whose bytes are the ones that somebody signed. What stands in it is not looked at yet. */
export interface SignedFile {
  file: PdfFile;
  dictionary: SignatureDictionary;
  message: SignedMessage;
}

/**
 * Checks that a PDF was signed as signPdf signs, and is unchanged since.
 * @throws RefusalError
 */
export async function checkSignature(bytes: Uint8Array, crypto: VerifyingCrypto): Promise<SignedFile> {
  const file = openSignedFile(bytes);
  const dictionary = await refuseSyntax(
    () => describeForeign(bytes),
    () => readSignatureDictionary(file),
  );
  return { file, dictionary, message: await checkMessage(bytes, dictionary, crypto) };
}

/** Digest, signature, certificate: in this order, because a changed file is the most likely, and the plainest, finding. */
async function checkMessage(
  bytes: Uint8Array,
  { cms, gap }: SignatureDictionary,
  crypto: VerifyingCrypto,
): Promise<SignedMessage> {
  const message = parseCms(cms);
  if (!message) throw new RefusalError('signature-not-canonical', 'The CMS object is not one that buildCms writes.');
  const { signer, chain, signature, signedAttributes, messageDigest } = message;
  if (!equalBytes(await crypto.digest(coveredBytes(bytes, gap)), messageDigest))
    throw new RefusalError('changed-after-signing', 'The digest differs.');
  const isSigned = await crypto.verify(signer.facts.publicKey, signature, signedAttributes).catch(() => false);
  if (!isSigned) throw new RefusalError('signature-wrong', 'The key of the certificate did not sign the attributes.');
  for (const { der, statedHash } of [signer, ...chain])
    if (!equalBytes(await crypto.digest(der), statedHash))
      throw new RefusalError('certificate-replaced', 'signing-certificate-v2 differs.');
  return message;
}

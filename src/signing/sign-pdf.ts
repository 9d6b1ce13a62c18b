import { byteRangePlaceholder, byteRangeText, contentsPrefix } from '../record/signature-slot.ts';
import { coveredBytes, type Gap } from './byte-range.ts';
import { findBytes, fromLatin1, toHex, toLatin1 } from './bytes.ts';
import { buildCms } from './cms.ts';
import type { SigningCrypto } from './crypto.ts';
import type { Signer } from './key.ts';
import { PdfFile } from './pdf/pdf-file.ts';
import { findEntry } from './pdf/pdf-value.ts';
import { listFormFields } from './pdf/signature-field.ts';

/** Where the signature goes, found in the dictionary that the signature field names. */
interface Slot {
  byteRangeAt: number;
  gap: Gap;
}

/**
 * Signs a PDF of src/pdf: PAdES baseline B-B, detached, over everything but /Contents (ETSI EN 319 142-1, 5.4).
 * @param prepared the file with its placeholders, as src/record/signature-slot.ts describes them; it is not changed
 * @returns the signed file, of the same length
 * @throws PdfSyntaxError when the file is not of that shape; Error when there is not exactly one placeholder;
 * RangeError when the CMS object is larger than the room kept for it
 */
export async function signPdf<Key>(
  prepared: Uint8Array,
  signer: Signer<Key>,
  crypto: SigningCrypto<Key>,
): Promise<Uint8Array> {
  const { byteRangeAt, gap } = findSlot(prepared);
  const signed = new Uint8Array(prepared);
  signed.set(fromLatin1(byteRangeText(gap, prepared.length)), byteRangeAt);

  const cms = await buildCms(await crypto.digest(coveredBytes(signed, gap)), signer, crypto);
  const room = (gap.end - gap.start - 2) / 2;
  if (cms.length > room) throw new RangeError(`The signature needs ${cms.length} bytes; ${room} are reserved.`);
  signed.set(fromLatin1(toHex(cms).toUpperCase()), gap.start + 1);
  return signed;
}

function findSlot(prepared: Uint8Array): Slot {
  const file = new PdfFile(prepared);
  const fields = listFormFields(file);
  const [field] = fields;
  const reference = field && findEntry(field.dictionary, 'V', 'reference');
  const start = reference && file.offsetOf(reference.number);
  if (fields.length !== 1 || start === undefined)
    throw new Error('A prepared PDF has exactly one form field, and its /V names the signature dictionary.');
  // The placeholder is no PDF syntax yet, so the dictionary is searched, not read.
  const end = findBytes(prepared, fromLatin1('endobj'), start);
  const placeholder = fromLatin1(byteRangePlaceholder);
  const byteRangeAt = findBytes(prepared, placeholder, start, end);
  if (byteRangeAt < 0) throw new Error('The signature dictionary has no placeholder for /ByteRange.');
  if (findBytes(prepared, placeholder, byteRangeAt + 1, end) >= 0)
    throw new Error('The signature dictionary has more than one placeholder for /ByteRange.');
  return { byteRangeAt, gap: findGap(prepared, byteRangeAt, end) };
}

function findGap(prepared: Uint8Array, from: number, end: number): Gap {
  const prefix = findBytes(prepared, fromLatin1(contentsPrefix), from, end);
  const start = prefix + contentsPrefix.length - 1;
  const zeros = prefix < 0 ? undefined : /^<((?:00)+)>/.exec(toLatin1(prepared, start, end));
  if (!zeros) throw new Error('The signature dictionary has no zeros in /Contents after its /ByteRange.');
  return { start, end: start + zeros[0].length };
}

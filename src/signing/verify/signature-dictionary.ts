import type { Gap } from '../byte-range.ts';
import { parseHex, toLatin1 } from '../bytes.ts';
import { derLength } from '../der.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import { findEntry, hasName, type PdfDictionary } from '../pdf/pdf-value.ts';
import { type FormField, listFormFields } from '../pdf/signature-field.ts';
import { RefusalError } from '../refusal-reasons.ts';

/** What the signature dictionary of a file says, once it is written as ours are. */
export interface SignatureDictionary {
  field: FormField;
  gap: Gap;
  /** The CMS object, DER, without the padding. */
  cms: Uint8Array;
  /** /M */
  claimedTime: Date;
}

/**
 * Finds the one signature of a file and holds that it covers all of it.
 * @throws RefusalError not-signed, several-signatures, signed-elsewhere, range-not-whole-file,
 * contents-not-upper-case-hex, padding-not-zero, signature-not-canonical; PdfSyntaxError when the way there is not written as ours
 */
export function readSignatureDictionary(file: PdfFile): SignatureDictionary {
  const [field, ...others] = listFormFields(file);
  if (!field) throw new RefusalError('not-signed', 'The form has no field.');
  if (others.length > 0) throw new RefusalError('several-signatures', `${others.length + 1} form fields.`);
  const value = findEntry(field.dictionary, 'V', 'reference');
  if (!value) throw new RefusalError('not-signed', 'The field has no value.');
  const dictionary = file.object(value).value;
  if (!hasName(field.dictionary, 'FT', 'Sig') || dictionary.kind !== 'dictionary' || !isOurs(dictionary))
    throw new RefusalError('signed-elsewhere', 'The signature is not of the kind made here.');
  const gap = readGap(dictionary, file.bytes);
  return { field, gap, cms: readContents(file.bytes, gap), claimedTime: readTime(dictionary) };
}

function isOurs(dictionary: PdfDictionary): boolean {
  return (
    hasName(dictionary, 'Type', 'Sig') &&
    hasName(dictionary, 'Filter', 'Adobe.PPKLite') &&
    hasName(dictionary, 'SubFilter', 'ETSI.CAdES.detached')
  );
}

/** ISO 32000-2, 12.8.1: the range leaves out /Contents, with its angle brackets, and nothing else. */
function readGap(dictionary: PdfDictionary, bytes: Uint8Array): Gap {
  const contents = findEntry(dictionary, 'Contents', 'string');
  const range = findEntry(dictionary, 'ByteRange', 'array')?.items.map((item) =>
    item.kind === 'number' && item.isInteger ? item.value : Number.NaN,
  );
  if (contents?.notation !== 'hexadecimal' || range?.length !== 4)
    throw new RefusalError('range-not-whole-file', 'No /ByteRange of four numbers, or no hexadecimal /Contents.');
  const { start, end } = contents;
  const whole = [0, start, end, bytes.length - end];
  if (!whole.every((number, index) => number === range[index]))
    throw new RefusalError('range-not-whole-file', `/ByteRange is ${range.join(' ')}, not ${whole.join(' ')}.`);
  return { start, end };
}

function readContents(file: Uint8Array, { start, end }: Gap): Uint8Array {
  const digits = file.subarray(start + 1, end - 1);
  const padded = digits.some(isLowerCase) ? undefined : parseHex(digits);
  if (!padded) throw new RefusalError('contents-not-upper-case-hex', 'Other characters than 0-9 and A-F in /Contents.');
  const length = derLength(padded);
  if (length === undefined) throw new RefusalError('signature-not-canonical', '/Contents holds no complete DER value.');
  if (padded.subarray(length).some((byte) => byte !== 0))
    throw new RefusalError('padding-not-zero', `Bytes other than 0 follow the ${length} of the signature.`);
  return padded.subarray(0, length);
}

function isLowerCase(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** `D:20261121063000Z`, the one form written here (ISO 32000-1, 7.9.4). */
function readTime(dictionary: PdfDictionary): Date {
  const text = toLatin1(findEntry(dictionary, 'M', 'string')?.bytes ?? new Uint8Array());
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  const [, year, month, day, hour, minute, second] = match ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const time = new Date(iso);
  // A date that does not exist either is none, or comes out as another one.
  if (!match || Number.isNaN(time.getTime()) || time.toISOString() !== iso)
    throw new RefusalError('signed-elsewhere', 'The time of signing is not written as ours is.');
  return time;
}

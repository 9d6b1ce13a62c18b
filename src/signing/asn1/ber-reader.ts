import { concatBytes, toHex } from '../bytes.ts';

/** Nesting of values; a PKCS#12 file needs some ten. */
const deepest = 32;
/** Values in one piece of BER: a key file with a chain has some hundred. */
const mostValues = 20_000;

/** Identifier octets (X.690, 8.1.2), the constructed bit included where a type always has it. */
export const tags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** `[n]` as EXPLICIT tags and constructed IMPLICIT ones have it. */
export function contextTag(number: number): number {
  return 0xa0 | number;
}

/** One value: either content of its own or values inside it. */
export interface BerValue {
  /** Identifier octet. */
  tag: number;
  /** The value as it stands in the file, identifier and length included. */
  bytes: Uint8Array;
  /** Content of a primitive value; empty for a constructed one. */
  content: Uint8Array;
  /** Values inside a constructed value; none in a primitive one. */
  children: readonly BerValue[];
}

/** The bytes are no BER, or not the structure that was expected. */
export class BerSyntaxError extends Error {
  override name = 'BerSyntaxError';
}

/**
 * Reads one value of BER (X.690), with the indefinite lengths and the strings in pieces that Windows writes into its
 * key files. `@peculiar/asn1-schema` reads DER for us; key files come from everywhere, so that here depth and number are
 * bounded and nothing is guessed.
 * @throws BerSyntaxError when the bytes are anything else than exactly one value
 */
export function readBer(bytes: Uint8Array): BerValue {
  const value = readFirstBer(bytes);
  if (value.bytes.length !== bytes.length) throw new BerSyntaxError(`Bytes follow the value at ${value.bytes.length}.`);
  return value;
}

/**
 * Reads the value that the bytes begin with, whatever follows.
 * @throws BerSyntaxError when they begin with none
 */
export function readFirstBer(bytes: Uint8Array): BerValue {
  return readValue({ bytes, at: 0, values: 0 }, bytes.length, 0);
}

/**
 * The values inside a value of this very type.
 * @throws BerSyntaxError when it is another
 */
export function childrenOf(value: BerValue | undefined, tag: number): readonly BerValue[] {
  return expectTag(value, tag).children;
}

/**
 * The one value inside `[number]` EXPLICIT.
 * @throws BerSyntaxError when it is another tag, or not exactly one value is inside
 */
export function unwrap(value: BerValue | undefined, number: number): BerValue {
  const [inner, ...more] = childrenOf(value, contextTag(number));
  if (!inner || more.length > 0) throw new BerSyntaxError(`Not one value inside [${number}].`);
  return inner;
}

/**
 * An OCTET STRING, in one piece or in several (X.690, 8.7).
 * @param tag of the primitive form: another one where the string is tagged `[n]` IMPLICIT
 * @throws BerSyntaxError when it is something else
 */
export function readOctets(value: BerValue | undefined, tag: number = tags.octetString): Uint8Array {
  if (value?.tag === tag) return value.content;
  const pieces = childrenOf(value, tag | 0x20);
  return concatBytes(...pieces.map((piece) => readOctets(piece)));
}

/**
 * An INTEGER, of at most 1,100 bytes: larger ones than RSA's do not occur.
 * @throws BerSyntaxError when it is something else
 */
export function readInteger(value: BerValue | undefined): bigint {
  const { content } = expectTag(value, tags.integer);
  if (content.length === 0 || content.length > 1100) throw new BerSyntaxError('An INTEGER without a sensible length.');
  return BigInt.asIntN(8 * content.length, BigInt(`0x${toHex(content)}`));
}

/**
 * A whole number that fits; what it may be at most is for the caller.
 * @throws BerSyntaxError when it is something else, negative, or beyond 2^53
 */
export function readCount(value: BerValue | undefined): number {
  const number = Number(readInteger(value));
  if (!Number.isSafeInteger(number) || number < 0) throw new BerSyntaxError('Not a count.');
  return number;
}

/**
 * An OBJECT IDENTIFIER in dotted notation.
 * @throws BerSyntaxError when it is something else
 */
export function readObjectIdentifier(value: BerValue | undefined): string {
  const { content } = expectTag(value, tags.objectIdentifier);
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = 128 * arc + (byte & 0x7f);
    if (!Number.isSafeInteger(arc)) throw new BerSyntaxError('An OBJECT IDENTIFIER with an enormous arc.');
    if (byte & 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first, ...rest] = arcs;
  if (first === undefined || (content.at(-1) ?? 0) & 0x80) throw new BerSyntaxError('Half an OBJECT IDENTIFIER.');
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - 40 * root, ...rest].join('.');
}

/**
 * A BIT STRING of whole bytes, as keys and signatures are.
 * @throws BerSyntaxError when it is something else
 */
export function readBitString(value: BerValue | undefined): Uint8Array {
  const { content } = expectTag(value, tags.bitString);
  if (content[0] !== 0) throw new BerSyntaxError('A BIT STRING that does not end with a byte.');
  return content.subarray(1);
}

/**
 * The value, if it is of this type.
 * @throws BerSyntaxError when it is missing or of another
 */
export function expectTag(value: BerValue | undefined, tag: number): BerValue {
  if (value?.tag === tag) return value;
  throw new BerSyntaxError(`Tag ${tag.toString(16)} expected, not ${value?.tag.toString(16) ?? 'the end'}.`);
}

interface Reader {
  bytes: Uint8Array;
  at: number;
  values: number;
}

function readValue(reader: Reader, end: number, depth: number): BerValue {
  if (depth > deepest || ++reader.values > mostValues) throw new BerSyntaxError('Too deep, or too many values.');
  const start = reader.at;
  const tag = readByte(reader, end);
  if ((tag & 0x1f) === 0x1f) throw new BerSyntaxError('A tag number beyond 30.');
  const isConstructed = (tag & 0x20) !== 0;
  const length = readLength(reader, end);
  if (length === undefined && !isConstructed) throw new BerSyntaxError('Indefinite length of a primitive value.');
  const contentEnd = length === undefined ? undefined : reader.at + length;
  if (contentEnd !== undefined && contentEnd > end) throw new BerSyntaxError('A value ends after what it is in.');
  const content = isConstructed ? new Uint8Array() : reader.bytes.subarray(reader.at, contentEnd);
  const children = isConstructed ? readChildren(reader, contentEnd, end, depth) : [];
  reader.at = contentEnd ?? reader.at;
  return { tag, bytes: reader.bytes.subarray(start, reader.at), content, children };
}

/** @param contentEnd undefined: up to the end-of-contents octets (X.690, 8.1.5), which are stepped over */
function readChildren(reader: Reader, contentEnd: number | undefined, end: number, depth: number): BerValue[] {
  const children: BerValue[] = [];
  while (reader.at !== contentEnd) {
    if (contentEnd === undefined && reader.bytes[reader.at] === 0 && reader.bytes[reader.at + 1] === 0) {
      reader.at += 2;
      if (reader.at > end) throw new BerSyntaxError('A value ends after what it is in.');
      break;
    }
    children.push(readValue(reader, contentEnd ?? end, depth + 1));
  }
  return children;
}

/** Undefined for the indefinite form. */
function readLength(reader: Reader, end: number): number | undefined {
  const first = readByte(reader, end);
  if (first < 0x80) return first;
  if (first === 0x80) return undefined;
  if (first > 0x84) throw new BerSyntaxError('A length of more than four bytes.');
  let length = 0;
  for (let count = first & 0x7f; count > 0; count--) length = 256 * length + readByte(reader, end);
  return length;
}

function readByte(reader: Reader, end: number): number {
  const byte = reader.bytes[reader.at];
  if (byte === undefined || reader.at >= end) throw new BerSyntaxError('The bytes end in the middle of a value.');
  reader.at++;
  return byte;
}

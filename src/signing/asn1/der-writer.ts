import { compareBytes, concatBytes, parseHex } from '../bytes.ts';
import { contextTag, tags } from './ber-reader.ts';

/*
 * The few types of DER (X.690, 10) that key files are made of. Each function returns a whole value: identifier, length,
 * content.
 */

/** SEQUENCE of values. */
export function sequence(...values: Uint8Array[]): Uint8Array {
  return write(tags.sequence, ...values);
}

/** SET OF values, in the order that DER gives them (X.690, 11.6). */
export function set(...values: Uint8Array[]): Uint8Array {
  return write(tags.set, ...values.toSorted(compareBytes));
}

/** `[number]` EXPLICIT around values. */
export function explicit(number: number, ...values: Uint8Array[]): Uint8Array {
  return write(contextTag(number), ...values);
}

/** OCTET STRING under `[number]` IMPLICIT. */
export function implicitOctets(number: number, content: Uint8Array): Uint8Array {
  return write(0x80 | number, content);
}

/** OCTET STRING. */
export function octetString(content: Uint8Array): Uint8Array {
  return write(tags.octetString, content);
}

/** BIT STRING of whole bytes. */
export function bitString(content: Uint8Array): Uint8Array {
  return write(tags.bitString, Uint8Array.of(0), content);
}

/** BMPString: UTF-16, the high byte first. */
export function bmpString(text: string): Uint8Array {
  return write(tags.bmpString, toUtf16(text));
}

/** NULL */
export const nothing = Uint8Array.of(tags.null, 0);

/** A whole number that is not negative. */
export function integer(value: bigint | number): Uint8Array {
  const digits = value.toString(16);
  const bytes = parseDigits(digits.length % 2 === 0 ? digits : `0${digits}`);
  // A first bit that is set would make the number negative.
  return (bytes[0] ?? 0) & 0x80 ? write(tags.integer, Uint8Array.of(0), bytes) : write(tags.integer, bytes);
}

/** OBJECT IDENTIFIER from dotted notation. */
export function objectIdentifier(dotted: string): Uint8Array {
  const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return write(tags.objectIdentifier, Uint8Array.from([40 * root + second, ...rest].flatMap(toBase128)));
}

/** UTF-16 code units, the high byte first. */
export function toUtf16(text: string): Uint8Array {
  return Uint8Array.from({ length: 2 * text.length }, (_, at) => {
    const unit = text.charCodeAt(at >> 1);
    return at % 2 === 0 ? unit >> 8 : unit & 0xff;
  });
}

/** Big-endian, of a fixed number of bytes. The number must fit. */
export function toFixedBytes(value: bigint, size: number): Uint8Array {
  return parseDigits(value.toString(16).padStart(2 * size, '0'));
}

function parseDigits(digits: string): Uint8Array {
  const bytes = parseHex(new TextEncoder().encode(digits));
  if (!bytes) throw new RangeError('Only numbers that are not negative can be written.');
  return bytes;
}

function toBase128(arc: number): number[] {
  const groups = [arc & 0x7f];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) groups.unshift((rest & 0x7f) | 0x80);
  return groups;
}

function write(tag: number, ...contents: Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, { length }) => sum + length, 0);
  const lengthBytes = length < 0x80 ? [length] : toLongLength(length);
  return concatBytes(Uint8Array.of(tag, ...lengthBytes), ...contents);
}

function toLongLength(length: number): number[] {
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest & 0xff);
  return [0x80 | bytes.length, ...bytes];
}

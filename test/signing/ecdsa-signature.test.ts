import { describe, expect, test } from 'vitest';
import { concatBytes, parseHex, toHex } from '../../src/signing/bytes.ts';
import { parseSignatureDer, toSignatureDer } from '../../src/signing/ecdsa-signature.ts';

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function fixed(value: bigint): Uint8Array {
  const bytes = parseHex(new TextEncoder().encode(value.toString(16).padStart(64, '0')));
  if (!bytes) throw new Error('No hexadecimal digits.');
  return bytes;
}

function der(...hex: string[]): Uint8Array {
  const bytes = parseHex(new TextEncoder().encode(hex.join('')));
  if (!bytes) throw new Error('No hexadecimal digits.');
  return bytes;
}

describe('toSignatureDer', () => {
  test.each([
    ['small numbers in one byte', 1n, 2n, '3006020101020102'],
    ['a sign byte before a first bit that is set', 0x80n, 0xffn, '300802020080020200ff'],
  ])('writes %s', (_, r, s, expected) => {
    expect(toHex(toSignatureDer(concatBytes(fixed(r), fixed(s))))).toBe(expected);
  });

  test('brings s into its lower half, so that a signature has one form', () => {
    const low = toSignatureDer(concatBytes(fixed(7n), fixed(5n)));
    expect(toSignatureDer(concatBytes(fixed(7n), fixed(order - 5n)))).toEqual(low);
  });

  test('throws on another length', () => {
    expect(() => toSignatureDer(new Uint8Array(63))).toThrow(RangeError);
  });
});

describe('parseSignatureDer', () => {
  test('reads back what toSignatureDer wrote', () => {
    const raw = concatBytes(fixed(order - 1n), fixed(order / 2n));
    expect(parseSignatureDer(toSignatureDer(raw))).toEqual(raw);
  });

  test.each([
    ['nothing', der('')],
    ['an r of 0', der('3006020100020102')],
    ['a leading zero too many', der('300702020001020102')],
    ['a negative number', der('3006020181020102')],
    ['a long form of the length', der('308106020101020102')],
    ['a byte after the end', der('300602010102010200')],
    ['a third number', der('3009020101020102020103')],
    ['s in its upper half', der('302602010102', '2100', (order - 1n).toString(16))],
    ['r as large as the order', der('302602', '2100', order.toString(16), '020101')],
  ])('refuses %s', (_, bytes) => {
    expect(parseSignatureDer(bytes)).toBeUndefined();
  });
});

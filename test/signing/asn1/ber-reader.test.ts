import { describe, expect, test } from 'vitest';
import {
  BerSyntaxError,
  readBer,
  readBitString,
  readCount,
  readInteger,
  readObjectIdentifier,
  readOctets,
} from '../../../src/signing/asn1/ber-reader.ts';
import { integer, objectIdentifier, octetString, sequence } from '../../../src/signing/asn1/der-writer.ts';

function fromHex(digits: string): Uint8Array {
  return new Uint8Array(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
}

describe('readBer', () => {
  test.each([
    ['a definite length', '30 06 0201 05 0401 06'],
    ['a length longer than it must be', '30 8200 06 0201 05 0401 06'],
    ['a length of four bytes', '30 84 00000006 0201 05 0401 06'],
    ['an indefinite length', '30 80 0201 05 0401 06 0000'],
    ['a string in pieces', '30 0a 0201 05 2405 0401 06 0400'],
    ['pieces within pieces', '30 80 0201 05 2480 2480 0401 06 0000 0000 0000'],
  ])('reads %s', (_, hex) => {
    const { children } = readBer(fromHex(hex));
    expect(children).toHaveLength(2);
    expect(readInteger(children[0])).toBe(5n);
    expect(readOctets(children[1])).toEqual(Uint8Array.of(6));
  });

  test('keeps each value as it stands', () => {
    const bytes = fromHex('30 80 0201 05 0000');
    expect(readBer(bytes).bytes).toEqual(bytes);
    expect(readBer(bytes).children[0]?.bytes).toEqual(fromHex('0201 05'));
  });

  test.each([
    ['nothing', ''],
    ['no length', '30'],
    ['half a length', '30 82 01'],
    ['a length of five bytes', '04 85 0000000001 05'],
    ['a length of six bytes', '04 86 000000000001 05'],
    ['a value that ends after its frame', '30 03 0202 05'],
    ['a value that ends after the bytes', '04 02 05'],
    ['bytes behind the value', '30 00 00'],
    ['no end of an indefinite length', '30 80 0201 05'],
    ['half an end', '30 80 0201 05 00'],
    ['an end that its frame does not hold', '30 04 3080 0201 05 0000'],
    ['an indefinite length of a primitive value', '04 80 0000'],
    ['a tag number beyond 30', '1f 20 00'],
    ['34 levels', `${'3080'.repeat(34)}${'0000'.repeat(34)}`],
    ['20,001 values', `30 83 009c40 ${'0500'.repeat(20_000)}`],
  ])('refuses %s', (_, hex) => {
    expect(() => readBer(fromHex(hex))).toThrow(BerSyntaxError);
  });
});

describe('readInteger', () => {
  test.each([0n, 1n, 127n, 128n, 255n, 256n, 2n ** 64n, 2n ** 2047n + 1n])('reads back %d', (value) => {
    expect(readInteger(readBer(integer(value)))).toBe(value);
  });

  test('reads negative numbers, which are no counts', () => {
    expect(readInteger(readBer(fromHex('0201 ff')))).toBe(-1n);
    expect(() => readCount(readBer(fromHex('0201 ff')))).toThrow(BerSyntaxError);
    expect(() => readCount(readBer(integer(2n ** 53n)))).toThrow(BerSyntaxError);
  });

  test.each([
    ['no content', fromHex('0200')],
    ['1,101 bytes', Uint8Array.of(0x02, 0x82, 0x04, 0x4d, ...new Uint8Array(1101))],
    ['another type', octetString(Uint8Array.of(1))],
  ])('refuses %s', (_, bytes) => {
    expect(() => readInteger(readBer(bytes))).toThrow(BerSyntaxError);
  });
});

describe('readObjectIdentifier', () => {
  test.each(['1.2.840.113549.1.7.1', '2.5.4.3', '2.999.1', '0.9.2342.19200300.100.1.25', '2.16.840.1.101.3.4.1.42'])(
    'reads back %s',
    (dotted) => {
      expect(readObjectIdentifier(readBer(objectIdentifier(dotted)))).toBe(dotted);
    },
  );

  test.each([
    ['no content', '0600'],
    ['half an arc', '0602 2a86'],
    ['an enormous arc', `060a ff${'ff'.repeat(8)}7f`],
  ])('refuses %s', (_, hex) => {
    expect(() => readObjectIdentifier(readBer(fromHex(hex)))).toThrow(BerSyntaxError);
  });
});

describe('readOctets and readBitString', () => {
  test('refuse another type, also in a piece', () => {
    expect(() => readOctets(readBer(sequence()))).toThrow(BerSyntaxError);
    expect(() => readOctets(readBer(fromHex('2403 0201 05')))).toThrow(BerSyntaxError);
    expect(() => readOctets(undefined)).toThrow(BerSyntaxError);
  });

  test('take a BIT STRING of whole bytes only', () => {
    expect(readBitString(readBer(fromHex('0302 0005')))).toEqual(Uint8Array.of(5));
    expect(() => readBitString(readBer(fromHex('0302 0104')))).toThrow(BerSyntaxError);
    expect(() => readBitString(readBer(fromHex('0300')))).toThrow(BerSyntaxError);
  });
});

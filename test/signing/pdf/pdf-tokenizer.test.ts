import { describe, expect, test } from 'vitest';
import { fromLatin1, toLatin1 } from '../../../src/signing/bytes.ts';
import { PdfTokenizer } from '../../../src/signing/pdf/pdf-tokenizer.ts';
import { PdfSyntaxError, type PdfValue } from '../../../src/signing/pdf/pdf-value.ts';

function read(text: string): PdfValue {
  return new PdfTokenizer(fromLatin1(text), 0).readValue();
}

function readString(text: string): string {
  const value = read(text);
  if (value.kind !== 'string') throw new Error('No string.');
  return toLatin1(value.bytes);
}

describe('PdfTokenizer.readValue', () => {
  test.each<[string, object]>([
    ['null', { kind: 'null' }],
    [' \n\ttrue', { kind: 'boolean', value: true, start: 3, end: 7 }],
    ['-12', { kind: 'number', value: -12, isInteger: true }],
    ['+.5', { kind: 'number', value: 0.5, isInteger: false }],
    ['595.2799999999999727', { kind: 'number', value: 595.28, isInteger: false }],
    ['/Type', { kind: 'name', value: 'Type', start: 0, end: 5 }],
    ['/application#2Fjson', { kind: 'name', value: 'application/json' }],
    ['/ ', { kind: 'name', value: '' }],
    ['12 0 R', { kind: 'reference', number: 12, generation: 0, start: 0, end: 6 }],
    ['12 0 Rx', { kind: 'number', value: 12, end: 2 }],
    [
      '[1 2 R 3 0 R]',
      {
        kind: 'array',
        items: [
          { kind: 'reference', number: 1 },
          { kind: 'reference', number: 3 },
        ],
      },
    ],
    ['[1 2]', { kind: 'array', items: [{ value: 1 }, { value: 2 }] }],
    ['<</A<</B 1>>/C[/D]>>', { kind: 'dictionary', end: 20 }],
    ['<0aFF>', { kind: 'string', notation: 'hexadecimal', bytes: Uint8Array.of(10, 255), start: 0, end: 6 }],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  test('reads 32 arrays in one another', () => {
    expect(read(`${'['.repeat(32)}1${']'.repeat(32)}`)).toMatchObject({ kind: 'array', end: 65 });
  });

  test.each([
    ['(a(b)c)', 'a(b)c'],
    ['(a\\)b\\(c\\\\)', 'a)b(c\\'],
    ['(\\101\\53\\0053)', 'A+\x053'],
    ['(\\n\\r\\t\\b\\f\\q)', '\n\r\t\b\fq'],
    ['(a\\\nb\\\r\nc)', 'abc'],
    ['(>> endobj %%EOF)', '>> endobj %%EOF'],
    ['()', ''],
  ])('reads the string %j', (text, expected) => {
    expect(readString(text)).toBe(expected);
  });

  test.each([
    ['nothing', ''],
    ['a comment', '% hidden\n1'],
    ['a string without an end', '(a'],
    ['a string that ends in a backslash', '(a\\'],
    ['digits without an end', '<00'],
    ['an odd digit', '<000>'],
    ['something else than digits', '<0g>'],
    ['an array without an end', '[1 '],
    ['a dictionary without an end', '<</A 1'],
    ['a dictionary with a value missing', '<</A>>'],
    ['a dictionary whose key is no name', '<<1 2>>'],
    ['a key twice', '<</A 1/A 2>>'],
    ['the same key written in two ways', '<</A 1/#41 2>>'],
    ['a name with half an escape', '/a#4'],
    ['a name with no escape', '/a#zz'],
    ['a number with two points', '1.2.3'],
    ['a word', 'endobj'],
    ['an end that was not begun', ']'],
    ['a very long name', `/${'a'.repeat(300)}`],
    ['33 arrays in one another', `${'['.repeat(33)}1${']'.repeat(33)}`],
    ['33 dictionaries in one another', `${'<</A'.repeat(33)} 1${'>>'.repeat(33)}`],
    ['a very deep array', '['.repeat(5000)],
    ['a very deep dictionary', '<</A'.repeat(5000)],
  ])('refuses %s', (_, text) => {
    expect(() => read(text)).toThrow(PdfSyntaxError);
  });
});

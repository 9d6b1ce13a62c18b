import { describe, expect, test } from 'vitest';
import {
  countCharacters,
  findForbidden,
  findUnsafe,
  forbiddenMessage,
  removeHidden,
} from '../../../src/core/text/characters.ts';

const one = (code: number) => `甲${String.fromCodePoint(code)}乙`;
const hidden = [
  ...[
    0x00, 0x07, 0x1b, 0x7f, 0x85, 0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x2028, 0x2029, 0x3164, 0xfeff, 0xffa0, 0xe0001,
  ],
  ...[0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2064],
  ...[0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0x206f],
];
const spaces = [0x1680, 0x2000, 0x2002, 0x2003, 0x2007, 0x2009, 0x200a, 0x202f, 0x205f];
const asTyped = [
  '見本商事 株式会社',
  '見本　商事',
  '10\u00a0km',
  '辻\u{e0100}',
  'か\u3099',
  'Nguye\u0302\u0303n',
  '𠮷',
  '①㍻',
  '❤\ufe0e',
];

describe('findForbidden', () => {
  test.each(hidden)('%x is not seen', (code) => {
    expect(findForbidden(one(code), { lines: true })?.kind).toBe('hidden');
  });

  test.each(spaces)('%x is a space of another width', (code) => {
    expect(findForbidden(one(code), { lines: true })?.kind).toBe('hidden');
  });

  test.each([0xfffd, 0xd800, 0xdfff])('%x stands for a letter that was not read', (code) => {
    const found = findForbidden(`甲${String.fromCharCode(code)}乙`, { lines: true });
    expect(found).toEqual({ kind: 'lost', codePoint: `U+${code.toString(16).toUpperCase()}` });
  });

  test.each(asTyped)('%s is as typed', (text) => {
    expect(findForbidden(text, { lines: false })).toBeUndefined();
  });

  test('line breaks and tabs only where they are allowed', () => {
    expect(findForbidden('甲\r\n\t乙', { lines: true })).toBeUndefined();
    expect(findForbidden('甲\n乙', { lines: false })?.codePoint).toBe('U+000A');
  });
});

describe('findUnsafe', () => {
  test('what was kept before more was forbidden can still be read', () => {
    for (const code of [0x200b, 0xad, 0x2009, 0xfffd]) expect(findUnsafe(one(code), { lines: false })).toBeUndefined();
    for (const code of [0x00, 0x202e, 0xd800]) expect(findUnsafe(one(code), { lines: false })).toBeDefined();
  });
});

describe('removeHidden', () => {
  test.each(hidden)('takes %x out', (code) => {
    expect(removeHidden(one(code))).toBe('甲乙');
  });

  test.each(spaces)('makes %x an ordinary space', (code) => {
    expect(removeHidden(one(code))).toBe('甲 乙');
  });

  test.each(asTyped)('leaves %s', (text) => {
    expect(removeHidden(text)).toBe(text);
  });

  test('leaves lines, and what only a person can mend', () => {
    expect(removeHidden('甲\r\n\t乙\ufffd')).toBe('甲\n\t乙\ufffd');
  });
});

test('forbiddenMessage says which character and what to do', () => {
  const messageOf = (text: string) => {
    const found = findForbidden(text, { lines: false });
    return found && forbiddenMessage('会社名', found);
  };
  expect(messageOf('見本商事\u200b株式会社')).toMatchInlineSnapshot(
    `"会社名に、目に見えない文字（U+200B）が入っています。取り除くか、入力し直してください。"`,
  );
  expect(messageOf('���{')).toMatchInlineSnapshot(
    `"会社名に、読み取れなかった文字の印（U+FFFD）が入っています。元の文字を入力し直してください。"`,
  );
});

test('countCharacters counts 𠮷 as one', () => {
  expect(countCharacters('𠮷a')).toBe(2);
});

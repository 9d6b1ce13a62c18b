import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ImportError } from '../../../src/importer/model/block.ts';
import { openZip } from '../../../src/importer/zip/open-zip.ts';
import { type RawZip, rawZip } from '../../support/raw-zip.ts';

/** The words a file is refused with; an error of another kind fails the test. */
function refusal(bytes: Uint8Array, limits = {}): string {
  try {
    openZip(bytes, limits);
  } catch (error) {
    if (error instanceof ImportError) return error.message;
    throw error;
  }
  throw new Error('It was opened.');
}

const letters = strToU8('あいう'.repeat(1000));
const entry = (name: string, more = {}) => ({ name, data: letters, ...more });
const raw = (...entries: RawZip['entries']) => rawZip({ entries });

const damaged = 'ファイルが壊れています。もう一度受け取るか、元のソフトで開いて保存し直したものを選んでください。';
const tricky =
  'ファイルの中の名前や並びが Word や Excel の書くものではないため、開きません。元のソフトで開いて、名前を付けて保存し直してください。';
const locked = 'ファイルにパスワードがかかっています。パスワードを外して保存したものを選んでください。';
const tooLarge =
  'ファイルの中身が大きすぎるため、開きません。図や写真を除いて保存し直すか、いくつかのファイルに分けてください。';
const tooMany =
  'ファイルの中の部品が多すぎるか大きすぎるため、開きません。元のソフトで開いて、必要な部分だけを保存し直してください。';

describe('openZip() opens', () => {
  test('packed and stored entries in their order, folders left out', () => {
    const files = openZip(
      zipSync({ 'a.xml': letters, 'd/': new Uint8Array(), 'b/c.xml': [letters, { level: 0 }], e: new Uint8Array() }),
    );
    expect([...files]).toEqual([
      ['a.xml', letters],
      ['b/c.xml', letters],
      ['e', new Uint8Array()],
    ]);
  });

  test('a view into a larger buffer, a zip with a comment, one with bytes behind it', () => {
    const bytes = rawZip({ entries: [entry('a')], comment: 'PK' });
    const larger = new Uint8Array(bytes.length + 20);
    larger.set(bytes, 10);
    expect(openZip(larger.subarray(10, 10 + bytes.length)).get('a')).toEqual(letters);
    expect(openZip(larger.subarray(10)).get('a')).toEqual(letters);
  });

  test('sizes that stand behind the data only, and folders by backslash', () => {
    // Bit 3: the local header says 0 then; the directory knows.
    expect([...openZip(raw(entry('word\\a.xml', { flags: 8 }))).keys()]).toEqual(['word/a.xml']);
  });

  test('only what is wanted, however much else is in it', () => {
    const bytes = raw(entry('a'), entry('large'));
    expect([...openZip(bytes, { wanted: (name) => name === 'a', total: 10_000 }).keys()]).toEqual(['a']);
  });
});

describe('openZip() refuses', () => {
  test('bombs before they go off: by size, by sum, by ratio', () => {
    const zeros = new Uint8Array(5 * 1024 * 1024);
    expect(refusal(raw({ name: 'a', data: zeros }))).toBe(tooLarge);
    expect(refusal(raw(entry('a')), { entry: 8_000 })).toBe(tooLarge);
    expect(refusal(raw(entry('a'), entry('b')), { total: 10_000 })).toBe(tooLarge);
    expect(refusal(raw(entry('a', { size: 0xfffffffe })))).toBe(tooLarge);
  });

  test('an entry that unpacks to more than it says', () => {
    expect(refusal(raw(entry('a', { size: 8999 })))).toBe(damaged);
    expect(refusal(raw({ name: 'a', data: new Uint8Array(8 * 1024 * 1024), size: 1000 }))).toBe(damaged);
  });

  test('one that is smaller, spoilt or cut off', () => {
    expect(refusal(raw(entry('a', { size: 9001 })))).toBe(damaged);
    expect(refusal(raw(entry('a', { checksum: 1 })))).toBe(damaged);
    expect(refusal(raw(entry('a', { method: 8, stored: true })))).toBe(damaged);
    expect(refusal(raw(entry('a', { method: 12 })))).toBe(damaged);
    const bytes = raw(entry('a'));
    for (const length of [4, 30, 60, bytes.length - 30, bytes.length - 1]) {
      expect(refusal(bytes.subarray(0, length))).toBe(
        'ファイルが途中で切れています。もう一度受け取るか、コピーし直したものを選んでください。',
      );
    }
  });

  test('any byte of the headers changed: refused in words, or read as it was', () => {
    const bytes = raw(entry('a.xml', { stored: true }), entry('b.xml'));
    for (let index = 0; index < bytes.length; index += index < 60 || index > 9000 ? 1 : 97) {
      const spoilt = bytes.slice();
      spoilt[index] = (spoilt[index] ?? 0) ^ 0xff;
      try {
        for (const content of openZip(spoilt).values()) expect(content).toEqual(letters);
      } catch (error) {
        expect(error).toBeInstanceOf(ImportError);
      }
    }
  });

  test.each(['../a', 'a/../../b', '/a', '\\a', 'C:/a', 'a\\..\\b', 'a\0b', ''])('the name %j', (name) => {
    expect(refusal(raw(entry(name)))).toBe(tricky);
  });

  test('two names for one entry, one name for two, symbolic links', () => {
    expect(refusal(raw(entry('a'), entry('A')))).toBe(tricky);
    expect(refusal(raw(entry('a', { localName: 'b' })))).toBe(damaged);
    expect(refusal(raw(entry('a', { external: 0xa1ff0000 })))).toBe(tricky);
  });

  test('entries that share bytes', () => {
    expect(refusal(raw(entry('a', { stored: true }), entry('b', { localName: 'a', at: 0 })))).toBe(damaged);
    expect(refusal(raw(entry('a', { longer: 40 }), entry('b')))).toBe(tricky);
  });

  test('passwords', () => {
    expect(refusal(raw(entry('a', { flags: 1 })))).toBe(locked);
    expect(refusal(raw(entry('a', { flags: 0x2000 })))).toBe(locked);
  });

  test('65,536 entries, more than fit, and Zip64', () => {
    const empty = Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}`, stored: true }));
    expect(refusal(rawZip({ entries: empty }))).toBe(tooMany);
    expect(refusal(rawZip({ entries: [entry('a')], count: 0xffff }))).toBe(tooMany);
    expect(refusal(rawZip({ entries: [entry('a')], start: 0xffffffff }))).toBe(tooMany);
    expect(refusal(raw(entry('a', { size: 0xffffffff })))).toBe(tooMany);
  });

  test('a directory that is elsewhere, or holds other numbers than it says', () => {
    expect(refusal(rawZip({ entries: [entry('a')], start: 5 }))).toBe(damaged);
    expect(refusal(rawZip({ entries: [entry('a')], start: 0xfffffff0 }))).toBe(damaged);
    expect(refusal(rawZip({ entries: [entry('a')], count: 2 }))).toBe(damaged);
  });
});

describe('openZip() says what a file is that is no zip', () => {
  const utf16 = (text: string) => [...text].map((letter) => `${letter}\0`).join('');
  const binary = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const compound = (stream: string) => binary(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}${utf16(stream)}`);

  test.each([
    ['nothing', new Uint8Array(), 'ファイルが空です。'],
    [
      '.doc',
      compound('WordDocument'),
      'Word の古い形式（.doc）です。Word で開き、『名前を付けて保存』で .docx にしてください。',
    ],
    [
      '.xls',
      compound('Workbook'),
      'Excel の古い形式（.xls）です。Excel で開き、『名前を付けて保存』で .xlsx にしてください。',
    ],
    ['a password', compound('EncryptedPackage'), 'ファイルにパスワードがかかっています。'],
    ['一太郎', compound('JSRV_SegmentInformation'), '古い形式のファイル（.doc、.xls、一太郎など）です。'],
    ['PDF', binary('%PDF-1.7\n'), 'PDF です。'],
    ['RTF', binary('{\\rtf1\\ansi'), 'リッチテキスト（RTF）です。'],
    ['7z', binary('7z\xbc\xaf\x27\x1c'), '圧縮されたファイルです。'],
    ['HTML', strToU8('\ufeff<!DOCTYPE html><html>'), 'ウェブページ（HTML）です。'],
    ['MHTML', strToU8('MIME-Version: 1.0\r\n'), 'ウェブページ（HTML）です。'],
    [
      'flat OPC',
      strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package>'),
      'Word の XML 形式です。Word で開き、',
    ],
    [
      'Excel 2003 XML',
      strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'),
      'Excel の XML 形式です。',
    ],
    ['text', strToU8('第1条　この規程は'), '文字だけのファイルです。'],
    ['text in Shift_JIS', binary('\x91\xe6\x82P\x8f\xf0\r\n'), '文字だけのファイルです。'],
    ['a picture', binary('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'Word（.docx）でも Excel（.xlsx）でもないファイルです。'],
  ])('%s', (_, bytes, words) => {
    expect(refusal(bytes)).toContain(words);
  });
});

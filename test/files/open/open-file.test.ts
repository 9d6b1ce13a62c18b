import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fromLatin1 } from '../../../src/core/text/latin1.ts';
import { innerMessage } from '../../../src/files/open/inner-words.ts';
import { type Opened, openFile } from '../../../src/files/open/open-file.ts';
import { toEucJp, toShiftJis } from '../../support/japanese-bytes.ts';
import { rawZip } from '../../support/raw-zip.ts';

const now = () => 0;
const open = (bytes: Uint8Array, name: string, limits = {}): Opened[] => [...openFile(bytes, name, { now, limits })];
/** One line for each: its path, and what became of it. */
const lines = (bytes: Uint8Array, name: string, limits = {}): string[] =>
  open(bytes, name, limits).map((one) => `${one.shown}: ${one.kind === 'file' ? one.found : one.problem}`);

const pdf = fromLatin1('%PDF-1.7\n%%EOF\n');
const raw = (...entries: Parameters<typeof rawZip>[0]['entries']) => rawZip({ entries });
const mail = (...lines: string[]) => fromLatin1(['From: a@example.jp', 'Subject: a', ...lines].join('\r\n'));
const attached = (bytes: Uint8Array, name: string) =>
  mail(
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'x',
    '--b',
    `Content-Type: application/octet-stream; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n'),
    '--b--',
    '',
  );

describe('openFile', () => {
  test('a file that holds no others comes back as it is', () => {
    expect(open(pdf, '回答.pdf')).toEqual([
      { kind: 'file', path: ['回答.pdf'], shown: '回答.pdf', name: '回答.pdf', bytes: pdf, found: 'pdf' },
    ]);
  });

  test('what a zip holds, each with its way', () => {
    const bytes = zipSync({ '甲社/list.pdf': pdf, '乙社/': new Uint8Array(), 'memo.txt': strToU8('了') });
    expect(open(bytes, '返送.zip').map(({ path, shown }) => [path, shown])).toEqual([
      [['返送.zip', '甲社/list.pdf'], '返送.zip › 甲社/list.pdf'],
      [['返送.zip', 'memo.txt'], '返送.zip › memo.txt'],
    ]);
    expect(open(bytes, '返送.zip')[0]).toMatchObject({ kind: 'file', name: 'list.pdf', bytes: pdf, found: 'pdf' });
  });

  test('names in Shift_JIS, with a letter that ends in the sign for folders', () => {
    const nameBytes = toShiftJis('表紙\\ソフト一覧（①）.pdf');
    expect(lines(raw({ name: '', nameBytes, data: pdf }), 'a.zip')).toEqual(['a.zip › 表紙/ソフト一覧（①）.pdf: pdf']);
  });

  test('names in UTF-8 without its flag, as macOS writes them in two letters', () => {
    const nameBytes = strToU8('か\u3099くえん.pdf');
    expect(lines(raw({ name: '', nameBytes, data: pdf }), 'a.zip')).toEqual(['a.zip › がくえん.pdf: pdf']);
    expect(lines(raw({ name: '', nameBytes, data: pdf, flags: 0x800 }), 'a.zip')).toEqual([
      'a.zip › がくえん.pdf: pdf',
    ]);
  });

  test('a short name that two encodings have is read as Windows writes it', () => {
    expect(lines(raw({ name: '', nameBytes: toShiftJis('ｻｳﾅﾄ.pdf'), data: pdf }), 'a.zip')).toEqual([
      'a.zip › ｻｳﾅﾄ.pdf: pdf',
    ]);
    expect(lines(raw({ name: '', nameBytes: toEucJp('東京都.pdf'), data: pdf }), 'a.zip')).toEqual([
      'a.zip › 東京都.pdf: pdf',
    ]);
  });

  test.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['/root/a.pdf', 'root/a.pdf'],
    ['C:\\Windows\\a.pdf', 'Windows/a.pdf'],
    ['\\\\server\\share\\a.pdf', 'server/share/a.pdf'],
    ['a\0.pdf', 'a.pdf'],
    ['請求\u202Efdp.exe', '請求fdp.exe'],
    ['a\u200B\u00ADb.pdf', 'ab.pdf'],
    ['a\r\nb.pdf', 'ab.pdf'],
    ['..', '（名前なし）'],
    ['', '（名前なし）'],
    ['1/2/3/4/5/6/7/8/a.pdf', '1/2/…/6/7/8/a.pdf'],
    [`${'長'.repeat(200)}.pdf`, `${'長'.repeat(100)}…${'長'.repeat(15)}.pdf`],
  ])('the name %j is only shown, as %j', (name, shown) => {
    expect(lines(raw({ name, data: pdf }), 'a.zip')).toEqual([`a.zip › ${shown}: pdf`]);
  });

  test('what a system puts in by itself is passed over', () => {
    const bytes = zipSync({ 'a.pdf': pdf, '__MACOSX/._a.pdf': pdf, '.DS_Store': pdf, 'f/Thumbs.db': pdf });
    expect(lines(bytes, 'a.zip')).toEqual(['a.zip › a.pdf: pdf']);
  });

  test('one entry at fault does not lose the rest', () => {
    const good = { name: 'good.pdf', data: pdf };
    const bytes = raw(
      { name: 'locked.pdf', data: pdf, flags: 1 },
      good,
      { name: 'bzip2.pdf', data: pdf, method: 12 },
      { name: 'link', data: pdf, external: 0xa1ff0000 },
      { name: 'spoilt.pdf', data: pdf, checksum: 1 },
      { name: 'same.pdf', data: pdf },
      { name: 'SAME.pdf', data: pdf },
      { name: 'over.pdf', data: pdf, stored: true, size: pdf.length + 10, longer: 10 },
      { name: 'under.pdf', data: pdf },
      { name: 'x'.repeat(2000), data: pdf },
      { name: 'zip64.pdf', data: pdf, size: 0xffffffff },
      { name: 'bomb.pdf', data: new Uint8Array(2 * 1024 * 1024) },
    );
    const after = lines(bytes, 'a.zip').map((line) => line.replace(/^a\.zip › /, ''));
    expect(after.map((line) => line.replace(/^x+…x+/, 'x'))).toEqual([
      'locked.pdf: password',
      'good.pdf: pdf',
      'bzip2.pdf: method',
      'link: link',
      'spoilt.pdf: damaged',
      'same.pdf: twice',
      'SAME.pdf: twice',
      'over.pdf: overlap',
      'under.pdf: overlap',
      'x: long-name',
      'zip64.pdf: zip64',
      'bomb.pdf: bomb',
    ]);
    for (const one of open(bytes, 'a.zip')) if (one.kind === 'refused') expect(one.message).toMatch(/ください。$/);
  });

  test('a zip under one password is told once', () => {
    expect(open(raw({ name: 'a', flags: 1 }, { name: 'b', flags: 1 }), '返送.zip')).toEqual([
      {
        kind: 'refused',
        path: ['返送.zip'],
        shown: '返送.zip',
        problem: 'password',
        message: innerMessage('password'),
      },
    ]);
  });

  test('a zip that is cut, split, or lacks some of its entries', () => {
    const bytes = raw({ name: 'a.pdf', data: pdf }, { name: 'b.pdf', data: pdf });
    expect(lines(bytes.subarray(0, bytes.length - 30), 'a.zip')).toEqual(['a.zip: cut']);
    const split = bytes.slice();
    split[split.length - 18] = 1;
    expect(lines(split, 'a.zip')).toEqual(['a.zip: split']);
    const lacking = rawZip({ entries: [{ name: 'a.pdf', data: pdf }], count: 2 });
    expect(lines(lacking, 'a.zip')).toEqual(['a.zip › a.pdf: pdf', 'a.zip: missing']);
  });

  test('zips in mails in zips, and no further', () => {
    const two = zipSync({ 'm.eml': attached(zipSync({ 'a.pdf': pdf }), 'i.zip') });
    expect(lines(two, 'o.zip')).toEqual(['o.zip › m.eml › i.zip › a.pdf: pdf']);
    expect(lines(zipSync({ 'two.zip': two }), 'o.zip')).toEqual(['o.zip › two.zip › m.eml › i.zip: too-deep']);
  });

  test('bounds of the whole: files, bytes, time; what came before stays', () => {
    const bytes = zipSync({ 'a.pdf': pdf, 'b.pdf': pdf, 'c.pdf': pdf });
    expect(lines(bytes, 'a.zip', { files: 2 })).toEqual([
      'a.zip › a.pdf: pdf',
      'a.zip › b.pdf: pdf',
      'a.zip: too-many',
    ]);
    expect(lines(bytes, 'a.zip', { total: pdf.length })).toEqual(['a.zip › a.pdf: pdf', 'a.zip: too-much']);
    expect(lines(bytes, 'a.zip', { entry: 5 })[0]).toBe('a.zip › a.pdf: too-large');
    let clock = 0;
    const late = [...openFile(bytes, 'a.zip', { now: () => clock++, limits: { time: 4 } })];
    expect(late.at(-1)).toMatchObject({ kind: 'refused', problem: 'too-long' });
  });

  test('a zip of 65,535 entries is not read', () => {
    expect(lines(rawZip({ entries: [{ name: 'a' }], count: 0xffff }), 'a.zip')).toEqual(['a.zip: too-many']);
  });
});

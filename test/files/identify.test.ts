import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fromLatin1 } from '../../src/core/text/latin1.ts';
import type { FileKind } from '../../src/files/file-kind.ts';
import { describeKind } from '../../src/files/file-words.ts';
import { identifyFile } from '../../src/files/identify.ts';
import { rawZip } from '../support/raw-zip.ts';

const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n';
const mail = 'Return-Path: <a@example.jp>\r\nFrom: a@example.jp\r\nSubject: =?UTF-8?B?5Zue562U?=\r\n\r\n';
const compound = (...streams: string[]) =>
  fromLatin1(
    `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}${streams
      .map((stream) => [...stream].map((letter) => `${letter}\0`).join(''))
      .join('\0\0')}`,
  );
const office = (folder: string) =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [`${folder}/a.xml`]: strToU8('<a/>') });
const page = (body: string) => strToU8(`<!DOCTYPE html>\n<html lang="ja"><head>${body}</head></html>`);

const cases: [kind: FileKind, what: string, bytes: Uint8Array, name?: string][] = [
  ['pdf', 'a PDF', fromLatin1(pdf)],
  ['pdf', 'a PDF with more behind it', fromLatin1(`${pdf}<br>`)],
  ['pdf', 'a PDF under another name', fromLatin1(pdf), '回答.docx'],
  ['pdf-cut', 'half a PDF', fromLatin1(pdf.slice(0, 20))],
  ['pdf-behind', 'a PDF behind a byte order mark', fromLatin1(`\xef\xbb\xbf${pdf}`)],
  ['pdf-behind', 'a PDF behind a line end', fromLatin1(`\r\n${pdf}`)],
  ['pdf-behind', 'a PDF behind a warning', fromLatin1(`<br />Notice: a in b<br />\n${pdf}`)],
  [
    'pdf-behind',
    'a PDF behind headers of HTTP',
    fromLatin1(`HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n${pdf}`),
  ],
  [
    'pdf-behind',
    'a PDF behind headers of a part',
    fromLatin1(`Content-Type: application/pdf\r\nContent-Transfer-Encoding: binary\r\n\r\n${pdf}`),
  ],
  ['pdf-behind', 'a PDF behind bytes', fromLatin1(`\0\x05\x16\x07${pdf}`)],
  ['empty', 'nothing', new Uint8Array()],
  ['partial', 'a download under way', fromLatin1(pdf.slice(0, 20)), '回答.pdf.crdownload'],
  ['partial', 'one that has not begun', new Uint8Array(), 'list.pdf.part'],
  ['zip', 'a zip', zipSync({ 'a.pdf': [strToU8(pdf), { level: 0 }] })],
  ['zip', 'an empty zip', zipSync({})],
  ['zip', 'a zip with one locked entry', rawZip({ entries: [{ name: 'a', flags: 1 }, { name: 'b' }] })],
  ['zip-password', 'a locked zip', rawZip({ entries: [{ name: 'f/' }, { name: 'f/a', flags: 1 }] })],
  ['zip-password', 'a zip locked with AES', rawZip({ entries: [{ name: 'a', flags: 1, method: 99 }] })],
  ['zip-damaged', 'half a zip', zipSync({ a: strToU8('あ'.repeat(100)) }).subarray(0, 60)],
  ['archive', '7z', fromLatin1('7z\xbc\xaf\x27\x1c\0\x04')],
  ['archive', 'LZH', fromLatin1('\x22\x7f-lh5-\0\0\0\0')],
  ['archive', 'RAR', fromLatin1('Rar!\x1a\x07\x01\0')],
  ['archive', 'tar', fromLatin1(`a.pdf${'\0'.repeat(252)}ustar\x0000`)],
  ['program', 'an archive that unpacks itself', fromLatin1('MZ\x90\0\x03\0\0\0')],
  ['word', '.docx', office('word')],
  ['excel', '.xlsx', office('xl')],
  ['powerpoint', '.pptx', office('ppt')],
  ['document', '.odt', zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] })],
  ['document', 'RTF', strToU8('{\\rtf1\\ansi')],
  ['document', '一太郎', compound('JSRV_SegmentInformation')],
  ['word-old', '.doc', compound('WordDocument')],
  ['excel-old', '.xls', compound('Workbook')],
  ['powerpoint-old', '.ppt', compound('PowerPoint Document')],
  ['office-password', 'a locked .xlsx', compound('EncryptedPackage')],
  ['mail-outlook', '.msg with a Word file in it', compound('__properties_version1.0', 'WordDocument')],
  ['mail-packed', 'winmail.dat', fromLatin1('\x78\x9f\x3e\x22\x01\0')],
  ['mail', '.eml', fromLatin1(`${mail}text`)],
  ['mail', '.eml that holds a PDF as it is', fromLatin1(`${mail}${pdf}`)],
  ['mail', 'a mailbox', fromLatin1(`From a@example.jp Mon Nov 30 00:00:00 2026\n${mail}`)],
  ['mail-sealed', 'smime.p7m', fromLatin1('\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03\xa0\x80')],
  ['html-sign-in', 'a sign-in page', page('<title>x</title><input name=p type="password">')],
  ['html-sign-in', 'a sign-in page by its title', page('<title>アカウントにサインイン</title>')],
  ['html', 'a saved page', page('<title>一覧</title>')],
  [
    'html',
    'a page saved as .mht',
    fromLatin1(
      'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.jp/\r\nSubject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n',
    ),
  ],
  ['shortcut', '.url', strToU8('[InternetShortcut]\r\nURL=https://example.jp/\r\n')],
  [
    'shortcut',
    '.webloc',
    strToU8(
      '<?xml version="1.0"?>\n<plist version="1.0"><dict>\n<key>URL</key><string>https://example.jp/</string></dict></plist>',
    ),
  ],
  ['shortcut', '.lnk', fromLatin1('L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F')],
  ['shortcut', '.gdoc', strToU8('{"url": "https://docs.google.com/open?id=1"}'), '回答.gdoc'],
  ['image', 'PNG', fromLatin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
  ['image', 'JPEG', fromLatin1('\xff\xd8\xff\xe0\0\x10JFIF')],
  ['image', 'HEIC', fromLatin1('\0\0\0\x18ftypheic')],
  ['image', 'SVG', strToU8('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['answers', 'a draft', strToU8('{\n  "format": "kitei-answers/1",\n  "kind": "checklist"')],
  ['answers', 'a draft with a mark', strToU8('\ufeff{"format":"kitei-answers/1"}')],
  ['backup', 'a backup', strToU8('{\n  "format": "kitei-signers/1",\n  "contacts": []\n}\n')],
  ['text', 'another JSON', strToU8('{"a": 1}')],
  ['text', 'CSV', strToU8('会社名,氏名\n')],
  ['text', 'CSV in Shift_JIS', fromLatin1('\x89\xef\x8e\xd0\x96\xbc,\x8e\x81\x96\xbc\r\n')],
  ['unknown', 'bytes', fromLatin1('\x01\x02\x03\xff\xfe\0')],
];

describe('identifyFile', () => {
  test.each(cases)('%s: %s', (...[kind, , bytes, name = '']) => {
    expect(identifyFile(bytes, name)).toBe(kind);
  });

  test('every kind but a sound PDF says what it is, and what to do', () => {
    const told = new Set(cases.map(([kind]) => kind).filter((kind) => kind !== 'pdf'));
    for (const kind of told) expect(describeKind(kind)).toMatch(/^[^。]+。.*(?:ください。)$/s);
    expect(new Set([...told].map(describeKind)).size).toBe(told.size);
  });

  test('never throws, whatever is cut off or in it', () => {
    for (const [, , bytes, name = ''] of cases) {
      for (let end = 0; end < Math.min(bytes.length, 400); end += 7) identifyFile(bytes.subarray(0, end), name);
      const spoilt = bytes.map((byte, index) => (index % 5 === 3 ? byte ^ 0xa5 : byte));
      identifyFile(spoilt, name);
    }
  });

  test('20 MB of letters, of zeros and of a mail are told in no time', () => {
    const large = 20 * 1024 * 1024;
    for (const start of ['a\n', '\0', mail, 'MZ', '<html>', '{']) {
      const bytes = new Uint8Array(large).fill(0x61);
      bytes.set(fromLatin1(start));
      const begun = performance.now();
      identifyFile(bytes, '');
      expect(performance.now() - begun).toBeLessThan(2000);
    }
  });
});

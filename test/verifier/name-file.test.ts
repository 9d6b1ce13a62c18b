import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fromLatin1 } from '../../src/core/text/latin1.ts';
import { concatBytes } from '../../src/signing/bytes.ts';
import { verifyFile } from '../../src/verifier/verify-file.ts';
import { makeData, makeSigned, site } from './support/make-file.ts';

const signed = await makeSigned(makeData());
const judge = (bytes: Uint8Array, name = '') => verifyFile(bytes, site, name);

describe('a file that is no PDF', () => {
  test.each([
    ['a byte order mark', '\xef\xbb\xbf'],
    ['a line end', '\r\n'],
    ['headers of a server', 'HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n'],
    ['headers of a mail part', 'Content-Type: application/pdf; name="a.pdf"\r\n\r\n'],
  ])('one of ours behind %s is no longer what was signed', async (_, before) => {
    const verdict = await judge(concatBytes(fromLatin1(before), signed));
    expect(verdict).toMatchObject({
      state: 'refused',
      reason: 'something-before',
      found: 'pdf-behind',
      grades: { tampering: { grade: 'bad', label: '署名後に変更' } },
    });
  });

  test.each<[string, Uint8Array, string, string]>([
    [
      'zip',
      zipSync({ '甲社.pdf': [signed, { level: 0 }] }),
      '返送.zip',
      '展開（解凍）して、中の PDF を選んでください。',
    ],
    ['mail', fromLatin1('From: a@example.jp\r\nSubject: a\r\n\r\n'), '返送.eml', '添付の PDF を保存して'],
    ['html-sign-in', strToU8('<html><input type="password">'), '回答.pdf', 'サインインの画面'],
    ['shortcut', strToU8('{"url":"https://docs.google.com/"}'), '回答.gdoc', 'ショートカット'],
    [
      'word',
      zipSync({ '[Content_Types].xml': strToU8('a'), 'word/document.xml': strToU8('a') }),
      '回答.pdf',
      'Word の文書です。',
    ],
    ['text', strToU8('会社名,氏名\n'), '回答.csv', '文字だけのファイルです。'],
    ['answers', strToU8('{"format":"kitei-answers/1"}'), '回答.json', '途中の回答のファイルです。'],
    ['pdf-behind', fromLatin1('\n%PDF-1.4\n%%EOF\n'), 'a.pdf', 'PDF の先頭に、別のデータが付いています'],
  ])('%s is named, and no grade is given about what nobody looked at', async (found, bytes, name, words) => {
    const verdict = await judge(bytes, name);
    expect(verdict).toMatchObject({ state: 'refused', reason: 'not-a-pdf', found });
    expect(verdict.state === 'refused' && verdict.message).toContain(words);
    expect(new Set(Object.values(verdict.grades).map(({ label }) => label))).toEqual(new Set(['判断しない']));
  });

  test('half of a download says that it is one; half of a file that arrived, that it is cut', async () => {
    const half = signed.subarray(0, 5000);
    expect(await judge(half, 'a.pdf.crdownload')).toMatchObject({ reason: 'truncated', found: 'partial' });
    expect(await judge(half, 'a.pdf')).toMatchObject({
      reason: 'truncated',
      message: expect.stringContaining('途中で切れて'),
    });
    expect(await judge(new Uint8Array(), 'a.part')).toMatchObject({ reason: 'empty', found: 'partial' });
  });

  test('the name alone makes no file of ours another', async () => {
    expect(await judge(signed, 'a.zip')).toMatchObject({ state: 'sound' });
  });
});

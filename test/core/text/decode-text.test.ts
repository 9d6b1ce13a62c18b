import { describe, expect, test } from 'vitest';
import { decodeText, decodingMessage } from '../../../src/core/text/decode-text.ts';
import type { TextEncoding } from '../../../src/core/text/encodings.ts';
import { toEucJp, toIso2022Jp, toShiftJis } from '../../support/japanese-bytes.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, isLittle: boolean): Uint8Array {
  return Uint8Array.from(
    [...Array(text.length).keys()].flatMap((at) => {
      const pair = [text.charCodeAt(at) & 0xff, text.charCodeAt(at) >> 8];
      return isLittle ? pair : pair.reverse();
    }),
  );
}

const texts = [
  '{"company":"株式会社見本商事","checker":"髙橋　一郎"}',
  '会社名,氏名,備考\r\n株式会社見本,山田 太郎,教育は４月に実施\r\n㈲甲,鈴木 花子,"①～③は未実施"\r\n',
  '第１条　この規程は、情報の取扱いについて定める。\n',
  'ﾌﾘｶﾞﾅ,氏名\nﾔﾏﾀﾞ ﾀﾛｳ,山田太郎\nｽｽﾞｷ ﾊﾅｺ,鈴木花子\n',
  'name,memo\nA,クラウドのログを確認\n',
];

const encoders: [TextEncoding, (text: string) => Uint8Array][] = [
  ['utf-8', utf8],
  ['utf-8', (text) => utf8(`\ufeff${text}`)],
  ['shift_jis', toShiftJis],
  ['utf-16le', (text) => utf16(`\ufeff${text}`, true)],
  ['utf-16be', (text) => utf16(`\ufeff${text}`, false)],
];
/** What has none of the letters that only Windows knows. */
const oldEncoders: [TextEncoding, (text: string) => Uint8Array][] = [
  ['euc-jp', toEucJp],
  ['iso-2022-jp', toIso2022Jp],
];
const isOld = (text: string) => !/[髙㈲①ｦ-ﾟ～]/u.test(text);

describe('decodeText', () => {
  test.each(texts.flatMap((text) => encoders.map(([encoding, encode]) => [encoding, text, encode] as const)))(
    'reads %s: %j',
    (encoding, text, encode) => {
      expect(decodeText(encode(text))).toEqual({ ok: true, text, encoding });
    },
  );

  test.each(
    texts.filter(isOld).flatMap((text) => oldEncoders.map(([encoding, encode]) => [encoding, text, encode] as const)),
  )('reads %s: %j', (encoding, text, encode) => {
    expect(decodeText(encode(text))).toEqual({ ok: true, text, encoding });
  });

  test.each([
    ['plain ASCII', utf8('a,b\n1,2\n'), 'a,b\n1,2\n'],
    ['nothing', new Uint8Array(), ''],
    ['UTF-16 without a mark', utf16('第1条 目的\n', true), '第1条 目的\n'],
    ['accents in UTF-8', utf8('José, Müller, façade, 25 °C'), 'José, Müller, façade, 25 °C'],
    ['Vietnamese in UTF-8', utf8('Nguyễn Thị Phượng'), 'Nguyễn Thị Phượng'],
    ['Greek in UTF-8', utf8('Ελληνική'), 'Ελληνική'],
    ['one Japanese word', utf8('了'), '了'],
    ['ISO-2022-JP put together', Uint8Array.from([...toIso2022Jp('会社'), ...toIso2022Jp('名')]), '会社名'],
  ])('reads %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toMatchObject({ ok: true, text });
  });

  const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  test.each([
    ['two readings: 山田 of EUC-JP is ｻｳﾅﾄ of Shift_JIS', toEucJp('山田'), 'unsure'],
    ['accents of a Western file', latin1('Señor Peña, España, café, años'), 'unknown'],
    ['a single kanji that is sound UTF-8', toEucJp('LGWAN 端'), 'unsure'],
    ['quotation marks of a Western file', latin1('it\x92s not Mr. Smith\x92s'), 'unsure'],
    ['half-width kana that are sound UTF-8', toShiftJis('ﾃﾞﾃﾞﾂｱ'), 'unsure'],
    ['bytes of no encoding', Uint8Array.of(0x61, 0xff, 0x80, 0xff, 0xfd, 0x62), 'unknown'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'no-text'],
    ['controls', utf8('a\u0001b'), 'no-text'],
    ['UTF-8 cut in the middle of a letter', utf8('あいう').subarray(0, 8), 'unsure'],
    ['UTF-16 with half a pair', utf16('\ufeff\ud800あ', true), 'unknown'],
    ['letters that were lost before it was saved as UTF-8', utf8('会社名: ���{'), 'lost'],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x42, 0x30, 0, 0), 'no-text'],
  ])('refuses %s', (_, bytes, problem) => {
    expect(decodeText(bytes)).toEqual({ ok: false, problem });
  });

  test('a text in Shift_JIS cut anywhere is read as its beginning, or refused; never as other letters', () => {
    const text = texts[1] ?? '';
    const bytes = toShiftJis(text);
    for (let end = 0; end < bytes.length; end++) {
      const reading = decodeText(bytes.subarray(0, end));
      if (reading.ok) expect(text.startsWith(reading.text)).toBe(true);
    }
  });

  test('4 MB are read or refused in a few seconds', () => {
    const line = toShiftJis(texts[1] ?? '');
    const bytes = new Uint8Array(4 * 1024 * 1024);
    for (let at = 0; at + line.length < bytes.length; at += line.length) bytes.set(line, at);
    const start = performance.now();
    decodeText(bytes.subarray(0, Math.floor(bytes.length / line.length) * line.length));
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('says what to do', () => {
    expect(decodingMessage('unsure')).toContain('「UTF-8」');
    expect(decodingMessage('unknown')).toContain('保存し直した');
    expect(decodingMessage('no-text')).toContain('選んだファイルを確かめて');
  });
});

import { describe, expect, test } from 'vitest';
import { fromLatin1, toLatin1 } from '../../../src/core/text/latin1.ts';
import { readMail } from '../../../src/files/mail/read-mail.ts';
import { toEucJp, toIso2022Jp, toShiftJis } from '../../support/japanese-bytes.ts';

const pdf = '%PDF-1.7\n%%EOF\n';
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');
const joined = (...lines: string[]) => lines.join('\r\n');

function mixed(...parts: string[]): string {
  const head = joined(
    'From: a@example.jp',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed;',
    '\tboundary="=_b"',
    '',
  );
  return joined(head, 'preamble', ...parts.flatMap((part) => ['--=_b', part]), '--=_b--', 'epilogue');
}
/** A part with a PDF in base64 under the headers. */
const part = (...headers: string[]) => joined(...headers, 'Content-Transfer-Encoding: base64', '', base64(pdf));
const read = (text: string) =>
  [...readMail(fromLatin1(text))].map(({ name, problem, read: bytes, isMail }) => ({
    name,
    ...(problem ? { problem } : { text: toLatin1(bytes()) }),
    ...(isMail && { isMail }),
  }));
const nameOf = (...headers: string[]) => read(mixed(part(...headers)))[0]?.name;

const name = '返送（表紙・ソフト一覧）甲社.pdf';
const raw = (bytes: Uint8Array) => toLatin1(bytes);

describe('names of attachments', () => {
  test.each([
    ['RFC 2231', [`Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(name)}`]],
    [
      'RFC 2231 in pieces',
      [
        'Content-Disposition: attachment;',
        ` filename*0*=UTF-8'ja'${encodeURIComponent(name.slice(0, 5))};`,
        ` filename*1*=${encodeURIComponent(name.slice(5))}`,
      ],
    ],
    [
      'RFC 2231 in Shift_JIS',
      [
        `Content-Disposition: attachment; filename*=Shift_JIS''${[...toShiftJis(name)].map((byte) => `%${byte.toString(16)}`).join('')}`,
      ],
    ],
    ['RFC 2047 in quotation marks', [`Content-Type: application/pdf; name="=?UTF-8?B?${base64(name)}?="`]],
    [
      'RFC 2047 in ISO-2022-JP, cut in two',
      [
        'Content-Disposition: attachment;',
        ` filename="=?ISO-2022-JP?B?${base64(toIso2022Jp(name.slice(0, 6)))}?=`,
        ` =?ISO-2022-JP?B?${base64(toIso2022Jp(name.slice(6)))}?="`,
      ],
    ],
    [
      'RFC 2047 cut within a letter',
      [
        `Content-Type: application/pdf; name="=?utf-8?B?${base64(Buffer.from(name).subarray(0, 10))}?=`,
        ` =?utf-8?B?${base64(Buffer.from(name).subarray(10))}?="`,
      ],
    ],
    [
      'RFC 2047 in Q under the name cp932',
      [
        `Content-Type: application/pdf; name="=?cp932?Q?${[...toShiftJis(name)].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('')}?="`,
      ],
    ],
    ['bytes of Shift_JIS as they are', [`Content-Type: application/pdf; name="${raw(toShiftJis(name))}"`]],
    ['bytes of ISO-2022-JP as they are', [`Content-Disposition: attachment; filename="${raw(toIso2022Jp(name))}"`]],
    [
      'bytes of UTF-8 as they are',
      [`Content-Disposition: attachment; filename=${raw(new TextEncoder().encode(name))}`],
    ],
    ['bytes of EUC-JP as they are', [`Content-Disposition: attachment; filename="${raw(toEucJp(name))}"`]],
  ])('%s', (_, headers) => {
    expect(nameOf(...headers)).toBe(name);
  });

  test('plain ones, with escapes, without quotation marks, and the disposition before the type', () => {
    expect(nameOf('Content-Disposition: attachment; filename="a\\"b;c.pdf"')).toBe('a"b;c.pdf');
    expect(nameOf('Content-Disposition: attachment; filename=a b.pdf')).toBe('a b.pdf');
    expect(nameOf('Content-Type: application/pdf; name=x.pdf', 'Content-Disposition: attachment; filename=y.pdf')).toBe(
      'y.pdf',
    );
    expect(nameOf('Content-Type: application/pdf')).toBe('');
  });
});

describe('what is attached', () => {
  test('base64, quoted-printable and bytes as they are', () => {
    const quoted = joined(
      'Content-Type: text/csv; name="a.csv"',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '=E4=BC=9A=E7=A4=BE=',
      '=E5=90=8D,a=3Db  ',
      'c',
    );
    const plain = joined('Content-Type: application/pdf; name="b.pdf"', 'Content-Transfer-Encoding: binary', '', pdf);
    expect(read(mixed(quoted, plain, part('Content-Type: application/pdf; name="c.pdf"')))).toEqual([
      { name: 'a.csv', text: raw(new TextEncoder().encode('会社名,a=b\r\nc')) },
      { name: 'b.pdf', text: pdf },
      { name: 'c.pdf', text: pdf },
    ]);
  });

  test('texts, pictures of the layout and signatures are not', () => {
    const alternative = joined(
      'Content-Type: multipart/alternative; boundary=i',
      '',
      '--i',
      'Content-Type: text/plain',
      '',
      'x',
      '--i',
      'Content-Type: text/html',
      '',
      '<p>x',
      '--i--',
    );
    const picture = part(
      'Content-Type: image/png; name="image001.png"',
      'Content-ID: <image001>',
      'Content-Disposition: inline',
    );
    const signature = part(
      'Content-Type: application/pkcs7-signature; name="smime.p7s"',
      'Content-Disposition: attachment',
    );
    const piece = part('Content-Type: text/plain; name="ATT00001.txt"', 'Content-Disposition: attachment');
    const sent = part('Content-Type: image/jpeg; name="scan.jpg"', 'Content-Disposition: attachment');
    expect(read(mixed(alternative, picture, signature, piece, sent)).map((one) => one.name)).toEqual(['scan.jpg']);
  });

  test('a forwarded mail is one, by its subject', () => {
    const inner = joined(`Subject: =?UTF-8?B?${base64('回答の返送')}?=`, 'From: b@example.jp', '', 'x');
    expect(read(mixed(joined('Content-Type: message/rfc822', '', inner)))).toEqual([
      { name: '回答の返送.eml', text: inner, isMail: true },
    ]);
  });

  test('what cannot be handed out is told', () => {
    const of = (...headers: string[]) =>
      [...readMail(fromLatin1(mixed(part(...headers))))].map(({ problem }) => problem);
    expect(of('Content-Type: application/ms-tnef; name="winmail.dat"')).toEqual(['mail-packed']);
    expect(of('Content-Type: application/octet-stream; name="WINMAIL.DAT"')).toEqual(['mail-packed']);
    expect(of('Content-Type: application/pkcs7-mime; name="smime.p7m"')).toEqual(['mail-sealed']);
    expect(of('Content-Type: message/external-body; name="a.pdf"')).toEqual(['elsewhere']);
    const odd = joined('Content-Type: application/pdf; name="a.pdf"', 'Content-Transfer-Encoding: x-uuencode', '', 'x');
    expect(read(mixed(odd))).toEqual([{ name: 'a.pdf', problem: 'method' }]);
  });

  test('a mail cut in the middle says so of its last part, and gives the others', () => {
    const whole = mixed(
      part('Content-Type: application/pdf; name="a.pdf"'),
      part('Content-Type: application/pdf; name="b.pdf"'),
    );
    expect(read(whole.slice(0, whole.indexOf('--=_b--')))).toEqual([
      { name: 'a.pdf', text: pdf },
      { name: 'b.pdf', problem: 'cut' },
    ]);
  });

  test('a PDF that is the whole mail', () => {
    const text = joined('From: a@example.jp', part('Content-Type: application/pdf; name="a.pdf"'));
    expect(read(text)).toEqual([{ name: 'a.pdf', text: pdf }]);
  });

  test('line ends of Unix, a mailbox, a boundary that begins as another does', () => {
    const text = mixed(
      joined('Content-Type: text/plain', '', '--=_bb', 'x'),
      part('Content-Type: application/pdf; name="a.pdf"'),
    );
    expect(read(`From x Mon\r\n${text}`.replaceAll('\r\n', '\n'))).toEqual([{ name: 'a.pdf', text: pdf }]);
  });

  test('nested without end, or with thousands of parts, it ends', () => {
    let deep = part('Content-Type: application/pdf; name="a.pdf"');
    for (let level = 0; level < 30; level++)
      deep = joined(`Content-Type: multipart/mixed; boundary=l${level}`, '', `--l${level}`, deep, `--l${level}--`);
    expect(read(joined('From: a', deep))).toEqual([{ name: '', problem: 'too-deep' }]);
    const many = mixed(...Array.from({ length: 5000 }, () => part('Content-Type: application/pdf; name="a.pdf"')));
    expect(read(many).length).toBeLessThan(2001);
  });
});

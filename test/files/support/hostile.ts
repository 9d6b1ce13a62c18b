import { fromLatin1 } from '../../../src/core/text/latin1.ts';
import { createRandom } from '../../signing/support/random.ts';
import { type RawEntry, rawZip } from '../../support/raw-zip.ts';

/** A file built to harm, and the contents in it that a person must get all the same. */
export interface Hostile {
  what: string;
  name: string;
  bytes: Uint8Array;
  /** Letters of the sound PDF in it that must come out. */
  mustCome: string[];
}

/** Larger than what is let be at a high ratio. */
const large = 300 * 1024;

/** The letters of a small PDF that no other has. */
const good = (at: number) => `%PDF-1.7\n% good ${at}\n%%EOF\n`;
const goodEntry = (at: number): RawEntry => ({ name: `正/${at}.pdf`, data: fromLatin1(good(at)) });

type Maker = (random: (below: number) => number, at: number) => Omit<Hostile, 'what'>;

const tricks = ['../', '..\\', '/', 'C:\\', '\\\\?\\', '\u202E', '\0', '\r\n', '/./', 'CON', '%2e%2e/', '\u200B', '～'];

const zips: Record<string, (random: (below: number) => number) => RawEntry[]> = {
  'a bomb by its ratio': (random) => [{ name: 'b.pdf', data: new Uint8Array((1 + random(4)) * large) }],
  'a bomb that lies about its size': (random) => [
    { name: 'b.pdf', data: new Uint8Array(2 * large), size: random(5000) },
  ],
  'many large entries': (random) =>
    Array.from({ length: 30 + random(10) }, (_, at) => ({
      name: `${at}.bin`,
      data: new Uint8Array(large - random(1000)),
    })),
  'entries upon one another': (random) => [
    { name: 'core', data: new Uint8Array(50_000) },
    ...Array.from({ length: 20 + random(20) }, (_, at) => ({
      name: `o${at}`,
      localName: 'core',
      at: 0,
      longer: random(3),
    })),
  ],
  'entries quoting one another': () => [
    { name: 'q.pdf', data: fromLatin1(good(9)), longer: 30 },
    { name: 'r.pdf', data: fromLatin1(good(8)) },
  ],
  'paths that lead out': (random) =>
    Array.from({ length: 5 }, (_, at) => ({
      name: Array.from({ length: 1 + random(6) }, () => tricks[random(tricks.length)]).join('') + at,
      data: fromLatin1('x'),
    })),
  'huge names': (random) => [{ name: '長'.repeat(300 + random(20_000)), data: fromLatin1('x') }],
  'names of noise': (random) => [
    { name: '', nameBytes: Uint8Array.from({ length: 1 + random(300) }, () => random(256)), data: fromLatin1('x') },
  ],
  'links and odd files': (random) => [
    { name: 'l', external: 0xa1ff0000, data: fromLatin1('/etc/passwd') },
    { name: 'm', method: random(100) + 9, data: fromLatin1('x') },
    { name: 'k', flags: 1, data: fromLatin1('x') },
    { name: 'z', size: 0xffffffff },
    { name: 'c', checksum: random(1000), data: fromLatin1('x') },
  ],
  'one name for many': (random) =>
    Array.from({ length: 2 + random(50) }, (_, at) => ({
      name: at % 2 ? 'A.pdf' : 'a.PDF',
      data: fromLatin1(`${at}`),
    })),
};

/** Sound entries before and behind the hostile ones. */
const zipMakers = Object.entries(zips).map(([what, make]): [string, Maker] => [
  what,
  (random, at) => ({
    name: '返送.zip',
    bytes: rawZip({ entries: [goodEntry(at), ...make(random), goodEntry(at + 1)] }),
    // What is beyond the bounds of the whole ends the opening; what came before it stays.
    mustCome: what === 'many large entries' ? [good(at)] : [good(at), good(at + 1)],
  }),
]);

function nest(depth: number, at: number): Uint8Array {
  let bytes = fromLatin1(good(at));
  for (let level = 0; level < depth; level++) {
    bytes = new Uint8Array(rawZip({ entries: [{ name: `${level}.${level === 0 ? 'pdf' : 'zip'}`, data: bytes }] }));
  }
  return bytes;
}

function mailOf(content: Uint8Array, name: string, cut = false): string {
  const body = Buffer.from(content).toString('base64');
  const head = 'From: a@example.jp\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n';
  const part = `Content-Type: application/octet-stream; name="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
  return `${head}${part}${body}\r\n${cut ? '' : '--b--\r\n'}`;
}

const makers: [string, Maker][] = [
  ...zipMakers,
  [
    'zips in zips',
    (random, at) => {
      const depth = 1 + random(12);
      return { name: 'n.zip', bytes: nest(depth, at), mustCome: depth <= 3 ? [good(at)] : [] };
    },
  ],
  [
    'a zip cut anywhere',
    (random, at) => {
      const bytes = rawZip({ entries: [goodEntry(at), goodEntry(at + 1)] });
      return { name: 'c.zip', bytes: bytes.subarray(0, 4 + random(bytes.length - 4)), mustCome: [] };
    },
  ],
  [
    'a zip with bytes changed',
    (random, at) => {
      const bytes = rawZip({ entries: [goodEntry(at), { name: 'b', data: new Uint8Array(5000) }] }).slice();
      for (let times = 1 + random(8); times > 0; times--) bytes[4 + random(bytes.length - 4)] = random(256);
      return { name: 's.zip', bytes, mustCome: [] };
    },
  ],
  [
    'a directory that lies',
    (random, at) => ({
      name: 'd.zip',
      bytes: rawZip({ entries: [goodEntry(at)], count: random(0x10000), start: random(3) === 0 ? random(1000) : 0 }),
      mustCome: [],
    }),
  ],
  [
    'a bomb in a mail',
    (random, at) => ({
      name: 'b.eml',
      bytes: fromLatin1(
        mailOf(
          rawZip({ entries: [goodEntry(at), { name: 'b', data: new Uint8Array((2 + random(3)) * large) }] }),
          'b.zip',
        ),
      ),
      mustCome: [good(at)],
    }),
  ],
  [
    'mails in mails',
    (random, at) => {
      let text = mailOf(fromLatin1(good(at)), '../../a.pdf');
      const depth = random(15);
      for (let level = 0; level < depth; level++) {
        const mark = `level${level}`;
        const head = `From: b@example.jp\r\nSubject: y\r\nContent-Type: multipart/mixed; boundary="${mark}"\r\n\r\n`;
        text = `${head}--${mark}\r\nContent-Type: message/rfc822\r\n\r\n${text}\r\n--${mark}--\r\n`;
      }
      return { name: 'm.eml', bytes: fromLatin1(text), mustCome: depth <= 2 ? [good(at)] : [] };
    },
  ],
  [
    'a mail cut or changed anywhere',
    (random, at) => {
      const text = mailOf(fromLatin1(good(at)), 'a.pdf', random(2) === 0);
      const bytes = fromLatin1(text.slice(0, 60 + random(text.length - 60)));
      for (let times = random(6); times > 0; times--) bytes[60 + random(bytes.length - 60)] = random(256);
      return { name: 'c.eml', bytes, mustCome: [] };
    },
  ],
  [
    'a mail of headers without end',
    (random) => ({
      name: 'h.eml',
      bytes: fromLatin1(
        `From: a\r\nSubject: b\r\nContent-Type: ${['multipart/mixed; ', 'a/b; name="', '=?', '=?a?b?', '\t '][random(5)]?.repeat(1 + random(60_000))}`,
      ),
      mustCome: [],
    }),
  ],
  [
    'noise behind the first bytes of a format',
    (random) => ({
      name: 'x.bin',
      bytes: Uint8Array.from({ length: 4 + random(5000) }, (_, at) =>
        at < 4 ? ([0x50, 0x4b, random(2) ? 3 : 5, random(2) ? 4 : 6][at] ?? 0) : random(256),
      ),
      mustCome: [],
    }),
  ],
];

/** The hostile file of a number; the same for the same number. */
export function toHostile(number: number): Hostile {
  const [what, make] = makers[number % makers.length] ?? [
    '',
    () => ({ name: '', bytes: new Uint8Array(), mustCome: [] }),
  ];
  return { what, ...make(createRandom(number), number) };
}

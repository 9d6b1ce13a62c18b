import type { Block, Line, SourceDocument, Table } from '../../../src/importer/model/block.ts';
import { createRandom } from '../../signing/support/random.ts';

/** Numbers from 0 to below 1 that are the same for the same seed. */
export function randomFrom(seed: number): () => number {
  const random = createRandom(seed);
  return () => random(0x10000) / 0x10000;
}

const numbers = [
  '1',
  '2',
  '3',
  '１',
  '２',
  '10',
  '十',
  '十二',
  '〇',
  '一',
  '二',
  '三',
  '廿',
  '壱',
  '0',
  '999',
  '12345',
  '3の2',
  '３ノ４',
];
const starts = [
  ...['編', '章', '節', '款', '目', '条', '項', '号'].flatMap((rank) => numbers.map((number) => `第${number}${rank}`)),
  ...numbers.flatMap((number) => [
    `${number}.`,
    `${number}．`,
    `${number}　`,
    `(${number})`,
    `（${number}）`,
    `${number})`,
    `${number}、`,
  ]),
  ...['1.1', '1.2', '1.1.1', '１．１', '１－１', '2-1', '9.', '5. 3', '1.1.1.1.1'],
  ...'①②③⑳㉑⑴⑵❶Ⓐⓐ㋐㋑㈠アイウロハｱｲabcdiivxⅠⅡⅰ'
    .split('')
    .flatMap((letter) => [letter, `${letter} `, `(${letter})`, `${letter}.`]),
  ...'・●○■◆➤▶※＊-–*+□☑→'.split('').flatMap((letter) => [letter, `${letter} `]),
  ...[
    '注1:',
    '(注 2)',
    '備考',
    '別表1',
    '(別添 2)',
    '様式第1号',
    '附則',
    '附 則',
    '改定履歴',
    '目 次',
    '参考',
    '手順①',
    'Step2',
    '議題1',
    '問２',
    'A.1',
    'A.5.1',
    '【第１章】',
    '第1条から第3条まで　削除',
    '二及び三　削除',
    '第４條',
    '附則（令和3年規程第1号）抄',
    '＜保管＞',
    '【税務】',
  ],
  ...['（目的）', '(定義)', '【趣旨】', '', '', ''],
];
const tails = [
  ...[
    '目的',
    '適用範囲',
    '次の各号に掲げる事項を実施する。',
    '以下のとおりとする。',
    'しなければならない。',
    'なお、',
    'ただし、',
    '場',
    '合は',
  ],
  ...['年間', '人事部は、', '年度末', '2020年の', '手渡しの場合：', '甲は、', '削除', 'この契約の締結を証するため、'],
  ...[
    'の規定',
    '本規程は、',
    '　',
    '情報セキュリティ基本方針',
    '＿＿＿',
    '令和　年　月　日',
    '「',
    '（',
    '）',
    '」',
    'を',
  ],
  ...[
    '\u0000',
    '\u202e',
    '\u200b',
    '\ufeff',
    '𠮷',
    '\ud842',
    '\udfb7',
    '👨‍👩‍👧',
    'e\u0301',
    '\u3099',
    '<p>',
    '**',
    '|',
    '\\',
    '{',
    '$&',
    '~',
  ],
];

function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

function randomText(random: () => number): string {
  const words = Array.from({ length: Math.floor(random() * 5) }, () => pick(random, tails)).join('');
  const odd = random() < 0.1 ? String.fromCharCode(Math.floor(random() * 0x10000)) : '';
  return (pick(random, starts) + odd + words).replace(/[\n\r]/gu, '');
}

/** A line of nonsense made of everything a regulation can begin with, of surrogates, controls and marks of direction. */
export function randomLine(random: () => number, line: number): Line {
  return {
    kind: 'line',
    text: randomText(random) || '。',
    ...(random() < 0.1 ? { level: 1 + Math.floor(random() * 5) } : {}),
    ...(random() < 0.1 ? { depth: Math.floor(random() * 4) } : {}),
    ...(random() < 0.1 ? { numbered: Math.floor(random() * 3) } : {}),
    ...(random() < 0.3 ? { after: random() < 0.5 ? 'blank' : 'page' } : {}),
    spot: { line },
  };
}

function randomTable(random: () => number, line: number): Table {
  const cell = () => ({ lines: random() < 0.2 ? [] : [randomLine(random, line)], columns: 1, rows: 1 });
  const rows = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, cell),
  );
  return { kind: 'table', rows, spot: { line } };
}

/** A document of such lines and tables. */
export function randomDocument(random: () => number, length: number): SourceDocument {
  const blocks = Array.from(
    { length },
    (_, index): Block => (random() < 0.08 ? randomTable(random, index + 1) : randomLine(random, index + 1)),
  );
  return { blocks, diagnostics: [] };
}

/** The bytes of such a text as a file. */
export function randomFile(random: () => number, length: number): Uint8Array {
  const ends = ['\n', '\n', '\n', '\r\n', '\n\n', '\f', '\t', '\n|', '\n- ', '\n## ', '\u2028'];
  const text = Array.from({ length }, () => randomText(random) + pick(random, ends)).join('');
  // No text file holds a zero, one full of controls is none, and one with the mark of a lost letter is not read.
  return new TextEncoder().encode(text.replace(/[^\P{Cc}\t\n\v\f\r]|[\p{Cs}\ufffd-\uffff]/gu, ''));
}

import { describe, expect, test } from 'vitest';
import { ImportError } from '../../../src/importer/model/block.ts';
import { readPdf } from '../../../src/importer/pdf/read-pdf.ts';
import { checkedTree, outline } from '../support/check-tree.ts';
import { type Placed, plainPdf, prose } from '../support/plain-pdf.ts';

const long =
  '第１条 この規程は、文書の取扱いに関し必要な事項を定めることにより、文書を適正に管理し、もって業務の円滑な運営を図ることを目的とする。';
const page = (number: number, body: Placed[]): Placed[] => [
  { text: '文書取扱規程', x: 430, y: 40, size: 8 },
  ...body,
  { text: `- ${number} -`, x: 280, y: 800, size: 9 },
];
const texts = async (pages: Placed[][]) => {
  const { blocks } = await readPdf(plainPdf(pages));
  return blocks.map((block) =>
    block.kind === 'line' ? block.text : block.rows.map((row) => row.map(({ lines }) => lines[0]?.text)),
  );
};

describe('readPdf', () => {
  test('joins the lines that the width of the page broke, and keeps paragraphs apart', async () => {
    const body = prose(`（目的）\n${long}\n２ 前項の文書には、電子文書を含む。`);
    expect(await texts([body])).toEqual(['（目的）', long, '２ 前項の文書には、電子文書を含む。']);
  });

  test('leaves running heads and page numbers out and says so', async () => {
    const pages = [1, 2, 3].map((number) =>
      page(number, prose(`第${number}条 文書は、${'大切に'.repeat(number)}扱う。`)),
    );
    const { blocks, diagnostics } = await readPdf(plainPdf(pages));
    expect(blocks.map((block) => block.kind === 'line' && block.text)).toEqual([
      '第1条 文書は、大切に扱う。',
      '第2条 文書は、大切に大切に扱う。',
      '第3条 文書は、大切に大切に大切に扱う。',
    ]);
    expect(diagnostics.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "各ページの端にくり返し出てくる「文書取扱規程」を、柱・ページ番号として本文から除きました（3か所）。",
        "各ページの端にくり返し出てくる「- 1 -」を、柱・ページ番号として本文から除きました（3か所）。",
      ]
    `);
  });

  test('goes on over a page where the line is full and its sentence has not ended', async () => {
    const [first = '', rest = ''] = [long.slice(0, 40), long.slice(40)];
    const { blocks, diagnostics } = await readPdf(plainPdf([page(1, prose(first, { y: 760 })), page(2, prose(rest))]));
    expect(blocks.map((block) => block.kind === 'line' && block.text)).toEqual([long]);
    expect(diagnostics.map(({ kind }) => kind)).toContain('tear-healed');
  });

  test('reads two columns one after the other', async () => {
    const left = Array.from(
      { length: 12 },
      (_, index) => `左の段の${String(index).padStart(2, '0')}行目は欄の幅を満たす。`,
    );
    const right = Array.from(
      { length: 12 },
      (_, index) => `右の段の${String(index).padStart(2, '0')}行目は欄の幅を満たす。`,
    );
    const place = (rows: string[], x: number) => rows.map((text, index) => ({ text, x, y: 80 + index * 18 }));
    const read = await texts([[...place(left, 60), ...place(right, 320)]]);
    expect(read).toEqual([...left, ...right]);
  });

  test('joins a cell of several lines, and ends the table before the lines below it', async () => {
    const at = (y: number, ...cells: string[]): Placed[] =>
      cells.flatMap((text, index) => (text === '' ? [] : [{ text, x: 70 + index * 130, y }]));
    const { blocks } = await readPdf(
      plainPdf([
        [
          ...at(80, '種類', '期間', '保管の場所'),
          ...at(100, '契約書', '十年', '本社の書庫の'),
          ...at(114, '', '', '二段目の棚'),
          ...at(134, '図面', '五年', '倉庫'),
          ...at(148, '', '（写し三年）', ''),
          { text: '（注）期間は、翌年度から数える。', x: 70, y: 162 },
        ],
      ]),
    );
    const cells = blocks.map((block) =>
      block.kind === 'line'
        ? block.text
        : block.rows.map((row) => row.map(({ lines }) => lines.map(({ text }) => text).join('⏎')).join('|')),
    );
    expect(cells).toEqual([
      ['種類|期間|保管の場所', '契約書|十年|本社の書庫の⏎二段目の棚', '図面|五年⏎（写し三年）|倉庫'],
      '（注）期間は、翌年度から数える。',
    ]);
  });

  test('reads rows of cells as a table', async () => {
    const rows = [
      ['書類の種類', '保存期間', '保存する場所'],
      ['契約書', '10年', '総務部の書庫'],
      ['帳票', '7年', '経理部の書庫'],
    ];
    const cells = rows.flatMap((row, at) =>
      row.map((text, column) => ({ text, x: 70 + column * 150, y: 120 + at * 18 })),
    );
    expect(await texts([[...prose('文書の保存期間は、次の表のとおりとする。'), ...cells]])).toEqual([
      '文書の保存期間は、次の表のとおりとする。',
      rows,
    ]);
  });

  test('takes a number with a wide gap behind it for a number, not for a cell', async () => {
    const items = ['(1)', '(2)', '(3)'].flatMap((text, at) => [
      { text, x: 70, y: 80 + at * 18 },
      { text: '文書は、書庫に保管する。', x: 130, y: 80 + at * 18 },
    ]);
    expect(await texts([items])).toEqual([
      '(1) 文書は、書庫に保管する。',
      '(2) 文書は、書庫に保管する。',
      '(3) 文書は、書庫に保管する。',
    ]);
  });

  test('gives a tree with every letter that is no head or page number', async () => {
    const body = prose(
      `${long}\n（保存）\n第２条 文書は、次の各号により保存する。\n(1) 契約書は、10年とする。\n(2) 帳票は、7年とする。`,
    );
    expect(outline(checkedTree(await readPdf(plainPdf([body]))))).toMatchInlineSnapshot(`
      "article c1-h 〈第1条〉 第１条 |
        paragraph a1 〈第1条〉  | この規程は、文書の取扱いに関し…
      article c2-h 〈第2条（保存）〉 第２条 （保存）↑ |
        paragraph a2 〈第2条〉  | 文書は、次の各号により保存する。
          item a2-i1 〈第2条第1号〉 (1) | 契約書は、10年とする。
          item a2-i2 〈第2条第2号〉 (2) | 帳票は、7年とする。"
    `);
  });

  test('leaves the bytes it is given alone, and takes a Buffer as Node reads files', async () => {
    const bytes = Buffer.from(plainPdf([prose('第１条 文書は、保管する。')]));
    const before = bytes.toString('hex');
    expect((await readPdf(bytes)).blocks).toHaveLength(1);
    expect(bytes.toString('hex')).toBe(before);
  });

  test.each([
    ['a file of pictures alone', plainPdf([[], []]), 'この PDF には文字がありません'],
    ['something else', new TextEncoder().encode('文書取扱規程'), 'PDF として読めません'],
    ['nothing', new Uint8Array(), 'PDF として読めません'],
  ])('refuses %s in words', async (_, bytes, message) => {
    const error = await readPdf(bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ImportError);
    expect((error as Error).message).toContain(message);
  });
});

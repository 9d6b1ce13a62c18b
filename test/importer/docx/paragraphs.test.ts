import { describe, expect, test } from 'vitest';
import {
  cell,
  deleted,
  deletedMark,
  endnote,
  field,
  footnote,
  inserted,
  p,
  pageBreak,
  picture,
  r,
  table,
  textBox,
} from '../../support/docx.ts';
import { kinds, lines, read, texts } from './support.ts';

describe('tracked changes', () => {
  test('what was put in stays, what was taken out goes', () => {
    const moved = '<w:moveFrom w:id="2"><w:r><w:t>元</w:t></w:r></w:moveFrom>';
    const blocks = [
      p([
        '従業員は、',
        deleted('速やかに'),
        inserted('直ちに'),
        moved,
        '<w:moveTo w:id="3"><w:r><w:t>先</w:t></w:r></w:moveTo>',
      ]),
    ];
    expect(texts(blocks)).toEqual(['従業員は、直ちに先']);
    expect(read(blocks).diagnostics[0]?.message).toMatchInlineSnapshot(
      `"変更履歴が4か所残っています。挿入は入れ、削除は除いて読みました。承諾していない変更がないか、元の文書で確かめてください。"`,
    );
  });

  test('a paragraph whose mark was taken out goes on in the next, under its number', () => {
    const lists = { 1: [{ text: '%1.' }] };
    const blocks = [
      p('一', { num: [1, 0] }),
      p(deleted('消えた項'), { num: [1, 0], mark: deletedMark }),
      p('前半', { mark: deletedMark }),
      p('後半', { num: [1, 0] }),
      p('終わり', { mark: deletedMark }),
      table([['表']]),
      p(deleted('消えた項'), { num: [1, 0], mark: deletedMark }),
      table([['表']]),
      p(textBox([p('箱')]), { mark: deletedMark }),
      p(r('隠', { hidden: true }), { mark: '<w:vanish/>' }),
      p('末'),
    ];
    expect(texts(blocks, { lists })).toEqual(['1.　一', '2.　前半後半', '終わり', '箱', '末']);
  });

  test('rows and cells taken out are not there', () => {
    const rows = [['甲', cell('乙', { tcPr: '<w:cellDel w:id="1"/>' })], ['消えた行'], ['丙', '丁']];
    const blocks = [table(rows, { 1: '<w:del w:id="1"/>', 2: '<w:ins w:id="2"/>' }), p('後')];
    expect(read(blocks)).toMatchObject({
      blocks: [
        { rows: [[{ lines: [{ text: '甲' }] }], [{ lines: [{ text: '丙' }] }, { lines: [{ text: '丁' }] }]] },
        { text: '後', spot: { paragraph: 6 } },
      ],
      diagnostics: [{ kind: 'tracked-change' }],
    });
  });
});

describe('what hangs on a paragraph', () => {
  test('text boxes are read once, after it', () => {
    const lists = { 1: [{ text: '%1.' }] };
    const blocks = [p(['本文', textBox([p('箱の一', { num: [1, 0] }), table([['箱の表']])])]), p('次')];
    expect(read(blocks, { lists })).toMatchObject({
      blocks: [
        { text: '本文' },
        { text: '1.　箱の一', spot: { paragraph: 1 } },
        { kind: 'table' },
        { text: '次', spot: { paragraph: 2 } },
      ],
      diagnostics: [{ kind: 'text-box', spot: { paragraph: 1 } }],
    });
  });

  test('pictures are told, each with its place and what is written about it', () => {
    expect(read([p('あ'), p(picture('組織図')), p(picture())]).diagnostics).toMatchInlineSnapshot(`
      [
        {
          "kind": "image",
          "message": "図（組織図）は載りません。図の中に規程の文字があれば、本文に書き足してください。",
          "spot": {
            "paragraph": 2,
          },
        },
        {
          "kind": "image",
          "message": "図は載りません。図の中に規程の文字があれば、本文に書き足してください。",
          "spot": {
            "paragraph": 3,
          },
        },
      ]
    `);
  });

  test('notes stand after it under the mark they have in it', () => {
    const blocks = [p(['甲', footnote(1), 'と乙', endnote(1), footnote(2)]), p('次')];
    const red = `<w:p><w:r><w:footnoteRef/></w:r>${r(' 赤い注', { colour: 'FF0000' })}</w:p>`;
    const document = read(blocks, { footnotes: ['注の文', red], endnotes: ['終わりの注'] });
    expect(document.blocks).toMatchObject([
      { text: '甲（注1）と乙（文末注1）（注2）' },
      { text: '注1　注の文', numbered: 3, spot: { paragraph: 1 } },
      { text: '文末注1　終わりの注', numbered: 5 },
      { text: '注2　赤い注', numbered: 3, marks: [{ from: 3, to: 6, colour: 'red' }] },
      { text: '次' },
    ]);
    expect(document.diagnostics).toMatchObject([{ kind: 'note' }]);
  });

  test('a note with a mark of its author keeps that', () => {
    const own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>※</w:t></w:r>';
    expect(texts([p(['甲', own])], { footnotes: ['※ 注の文'] })).toEqual(['甲※', '※ 注の文']);
  });
});

describe('what is left out', () => {
  test('comments, headers, footers and macros, each told', () => {
    const header = `<w:p>${r('社外秘')}${field(' PAGE ', '1')}</w:p>`;
    const document = read([p('本文')], { comments: ['直す？', 'はい'], header, footer: '見本商事', macro: true });
    expect(document.blocks).toMatchObject([{ text: '本文' }]);
    expect(document.diagnostics.map(({ message }) => message)).toEqual([
      'マクロは動かさず、本文だけを読みました。',
      'コメント2件は載せません。',
      'ヘッダーとフッターの文字は載せません（「社外秘、見本商事」）。',
    ]);
  });

  test('documents inside the document', () => {
    expect(kinds([p('あ'), '<w:altChunk r:id="rId9"/>'])).toEqual(['embedded-document']);
  });
});

describe('gaps and places', () => {
  test('empty paragraphs and page ends before a line are told; paragraphs are counted with empty ones', () => {
    const section = (type: string) => `<w:sectPr><w:type w:val="${type}"/></w:sectPr>`;
    const blocks = [
      p(),
      p('一'),
      p('　'),
      p('二'),
      p(['三', pageBreak, '四']),
      p(pageBreak),
      p('五'),
      p('六', { pageBefore: true }),
      p('七', { pPr: section('nextPage') }),
      p('八', { pPr: section('continuous') }),
      p('九'),
    ];
    const found = lines(blocks, { end: section('nextPage') }).map(({ text, after, spot }) => [
      text,
      after,
      spot.paragraph,
    ]);
    expect(found).toEqual([
      ['一', undefined, 2],
      ['二', 'blank', 4],
      ['三', undefined, 5],
      ['四', 'page', 5],
      ['五', 'page', 7],
      ['六', 'page', 8],
      ['七', undefined, 9],
      ['八', undefined, 10],
      ['九', 'page', 11],
    ]);
  });

  test('a paragraph whose mark is hidden goes on in the next, under its own number and style', () => {
    const lists = { 1: [{ text: '第%1条' }] };
    const blocks = [p('（目的）', { num: [1, 0], outline: 1, mark: '<w:vanish/><w:specVanish/>' }), p('この規程は')];
    expect(lines(blocks, { lists })).toMatchObject([{ text: '第1条　（目的）この規程は', level: 2 }]);
  });

  test('level and depth', () => {
    const styles = [
      { id: 'H2', name: 'heading 2' },
      { id: 'H', basedOn: 'H2' },
      { id: 'N', usual: true },
    ];
    const blocks = [
      p('甲', { style: 'H' }),
      p('乙', { outline: 0 }),
      p('丙', { style: 'H2', outline: 9 }),
      p('丁', { indent: 420 }),
      p('戊'),
    ];
    expect(lines(blocks, { styles }).map(({ level, depth }) => [level, depth])).toEqual([
      [2, undefined],
      [1, undefined],
      [undefined, undefined],
      [undefined, 2],
      [undefined, undefined],
    ]);
  });
});

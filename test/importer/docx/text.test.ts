import { describe, expect, test } from 'vitest';
import {
  cell,
  control,
  deleted,
  deletedMark,
  endnote,
  field,
  footnote,
  inserted,
  lineBreak,
  link,
  p,
  pageBreak,
  picture,
  r,
  ruby,
  sym,
  tab,
  table,
  textBox,
} from '../../support/docx.ts';
import { kinds, lines, read, texts } from './support.ts';

describe('letters', () => {
  test('come out as they went in, in order', () => {
    const sentence = '「甲」は、ＡＢＣ<>&"\'{}~*_ 髙﨑𠮟る👍葛󠄀城 第１条　全角の空き  二つの空き';
    expect(texts([p(sentence), p([...sentence].map((letter) => r(letter)))])).toEqual([sentence, sentence]);
  });

  test('tabs are ideographic spaces, breaks begin a line, hyphens that do not break are hyphens', () => {
    const odd =
      '<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:t>C</w:t><w:ptab/><w:t>D</w:t><w:cr/><w:t>E</w:t></w:r>';
    expect(texts([p(['（１）', tab, 'あ', lineBreak, 'い']), p(odd)])).toEqual(['（１）　あ', 'い', 'A-BC　D', 'E']);
  });

  test('blanks around letters count only where the file says so', () => {
    expect(
      texts([p('<w:r><w:t>\n  あ い \n</w:t></w:r>'), p('<w:r><w:t xml:space="preserve"> う </w:t></w:r>')]),
    ).toEqual(['あ い', ' う ']);
  });

  test('line separators of Unicode begin a line', () => {
    expect(texts([p('あ\u2028い\u0085う')])).toEqual(['あ', 'い', 'う']);
  });

  test('pictures of letters become real characters, in runs of Wingdings too', () => {
    const blocks = [
      p([r(sym('Wingdings', 'F0FE')), r('済'), r(sym('Symbol', 'F0B7')), r('¨', { font: 'Wingdings' }), r('\uf0a8')]),
    ];
    expect(texts(blocks)).toEqual(['☑済•□□']);
    expect(kinds(blocks)).toEqual([]);
  });

  test('letters only their author has stay, and are told', () => {
    expect(read([p('氏名は\ue123田')])).toMatchObject({
      blocks: [{ text: '氏名は\ue123田' }],
      diagnostics: [{ kind: 'private-use', spot: { paragraph: 1 } }],
    });
  });

  test('links, smart tags, controls, direction and equations are read through', () => {
    const blocks = [
      p([
        link('甲'),
        '<w:smartTag><w:r><w:t>乙</w:t></w:r></w:smartTag>',
        control(r('丙')),
        '<w:dir w:val="ltr"><w:r><w:t>丁</w:t></w:r></w:dir>',
      ]),
      control(p('戊') + control(p('己'))),
      p('<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>'),
    ];
    expect(texts(blocks)).toEqual(['甲乙丙丁', '戊', '己', 'ab']);
    expect(kinds(blocks)).toEqual(['equation']);
  });

  test('check boxes of both kinds', () => {
    const old = (checked: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>${checked}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const box = control(r('☒'), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>');
    expect(texts([p([old(''), 'いいえ', old('<w:checked/>'), 'はい', box])])).toEqual(['☐いいえ☑はい☒']);
  });

  test('of alternatives one is read', () => {
    const one =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:r><w:t>新</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent>';
    const other = one.replace('Requires="w14"', 'xmlns:x9="urn:later" Requires="x9"');
    expect(texts([p(one), p(other)])).toEqual(['新', '旧']);
  });

  test('ruby: the base', () => {
    expect(texts([p(['情報の', ruby('漏', 'ろう'), 'えい'])])).toEqual(['情報の漏えい']);
    expect(kinds([p([ruby('漏', 'ろう')])])).toEqual(['ruby']);
  });

  test('hidden letters are left out, by a style too; two styles show them again', () => {
    const styles = [
      { id: 'H', hidden: true },
      { id: 'C', type: 'character' as const, hidden: true },
    ];
    const blocks = [
      p(['見える', r('隠した', { hidden: true })]),
      p('これも', { style: 'H' }),
      p(r('出る', { style: 'C' }), { style: 'H' }),
      p(r('消える', { style: 'C' })),
    ];
    expect(texts(blocks, { styles })).toEqual(['見える', '出る']);
    expect(read(blocks, { styles }).diagnostics).toMatchInlineSnapshot(`
      [
        {
          "kind": "hidden-text",
          "message": "隠し文字が3か所あり、載せません（「隠した」）。載せるときは、Word で隠し文字を解いて取り込み直してください。",
          "spot": {
            "paragraph": 1,
          },
        },
      ]
    `);
  });
});

describe('fields', () => {
  test('their results are read, not what makes them', () => {
    const blocks = [
      p(['第', field(' REF _Ref1 \\h ', '3'), '条及び', field('IF a', [r('表'), field(' SEQ 表 ', '1')])]),
      p('<w:fldSimple w:instr=" PAGEREF a "><w:r><w:t>12</w:t></w:r></w:fldSimple>'),
    ];
    expect(texts(blocks)).toEqual(['第3条及び表1', '12']);
  });

  test('a table of contents is left out, as a field, as a block and by its styles', () => {
    const toc = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>';
    const begin =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const styles = [{ id: 'T1', name: 'toc 1' }];
    const blocks = [
      p([begin, '第1章 総則 1']),
      p('第2章 雑則 2'),
      p('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
      control(p('目次') + p('第1章 3'), toc),
      p('第1章 4', { style: 'T1' }),
      p('第1章 総則'),
    ];
    expect(lines(blocks, { styles })).toEqual([{ kind: 'line', text: '第1章 総則', spot: { paragraph: 7 } }]);
    expect(read(blocks, { styles }).diagnostics).toMatchObject([{ kind: 'toc', spot: { paragraph: 1 } }]);
  });

  test('a field that does not end, or does not begin, swallows nothing', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    expect(texts([p([mark('end'), 'あ', field('REF a', 'い')]), p([mark('begin'), 'う']), p('え')])).toEqual([
      'あい',
      'う',
      'え',
    ]);
  });

  test('letters drawn over one another, old ruby and pictures by code', () => {
    const blocks = [
      p([
        field('eq \\o\\ac(○,5)'),
        field('EQ \\o\\ac(○,印)'),
        field('EQ \\* jc2 \\* "Font:ＭＳ 明朝" \\* hps10 \\o\\ad(\\s\\up 9(ろう),漏)'),
        field('SYMBOL 254 \\f "Wingdings" \\s 12'),
      ]),
    ];
    expect(texts(blocks)).toEqual(['⑤印漏☑']);
    expect(kinds(blocks)).toEqual(['enclosed-letter']);
    expect(kinds([p([field(' LISTNUM '), 'あ'])])).toEqual(['number-field']);
  });
});

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

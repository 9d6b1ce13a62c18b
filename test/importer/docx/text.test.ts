import { describe, expect, test } from 'vitest';
import { control, field, lineBreak, link, p, r, ruby, sym, tab } from '../../support/docx.ts';
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

import { describe, expect, test } from 'vitest';
import { type Block, ImportError } from '../../../src/importer/model/block.ts';
import { readText } from '../../../src/importer/text/read-text.ts';
import { lettersOfDocument } from '../../../src/importer/tree/letters.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string, kind: 'text' | 'markdown' = 'text') => readText(utf8(text), kind);
const show = (block: Block): unknown => {
  if (block.kind === 'table')
    return block.rows.map((row) => row.map(({ lines }) => lines.map(({ text }) => text).join('⏎')));
  const { kind: _kind, spot, ...line } = block;
  return { line: spot.line, ...line };
};
const shown = (text: string, kind: 'text' | 'markdown' = 'text') => read(text, kind).blocks.map(show);

describe('encodings', () => {
  const shiftJis = Uint8Array.of(0x91, 0xe6, 0x82, 0x50, 0x8f, 0xf0, 0x81, 0x40, 0x95, 0xb6, 0x8f, 0x91);
  const utf16 = (text: string, little: boolean) => {
    const bytes = new Uint8Array(text.length * 2);
    for (let at = 0; at < text.length; at += 1)
      new DataView(bytes.buffer).setUint16(at * 2, text.charCodeAt(at), little);
    return bytes;
  };
  test.each([
    ['UTF-8', utf8('第１条　文書')],
    ['UTF-8 with a mark', utf8('\ufeff第１条　文書')],
    ['UTF-16 with a mark', utf16('\ufeff第１条　文書', true)],
    ['UTF-16, the high byte first', utf16('\ufeff第１条　文書', false)],
    ['Shift_JIS', shiftJis],
  ])('%s', (_, bytes) => {
    expect(readText(bytes, 'text').blocks.map((block) => block.kind === 'line' && block.text)).toEqual([
      '第１条　文書',
    ]);
  });

  test('UTF-16 without a mark is told by the zeros of its line ends', () => {
    const text = '第１条　文書\n第２条　図面\n';
    expect(lettersOfDocument(readText(utf16(text, true), 'text'))).toBe('第１条文書第２条図面');
  });

  test('what is none of them is refused in words', () => {
    expect(() => readText(Uint8Array.of(0xff, 0xff, 0xff, 0x80, 0xa0), 'text')).toThrow(ImportError);
    expect(() => readText(Uint8Array.of(0xff, 0xff, 0xff, 0x80, 0xa0), 'text')).toThrow('文字コードを「UTF-8」');
  });
});

describe('plain text', () => {
  test('keeps every letter, a hyphen at the beginning among them; notes empty lines, pages and indents', () => {
    expect(shown('- 目的\r\n\r\n    深い\r\n\f次の頁\r\n*印')).toMatchInlineSnapshot(`
      [
        {
          "line": 1,
          "text": "- 目的",
        },
        {
          "after": "blank",
          "depth": 1,
          "line": 3,
          "text": "深い",
        },
        {
          "after": "page",
          "line": 4,
          "text": "次の頁",
        },
        {
          "line": 5,
          "text": "*印",
        },
      ]
    `);
  });

  test('joins lines wrapped at a fixed width, and only those', () => {
    const wrapped =
      '第１条　この規程は、文書の取扱いに関し必要な事\n項を定め、もって文書の適正な管理を図ることを目\n的とする。\n第２条　文書は、書庫に保管しなければならない。';
    expect(read(wrapped).blocks.map((block) => block.kind === 'line' && block.text)).toEqual([
      '第１条　この規程は、文書の取扱いに関し必要な事項を定め、もって文書の適正な管理を図ることを目的とする。',
      '第２条　文書は、書庫に保管しなければならない。',
    ]);
  });

  test('reads rows with tabs as a table, a number with a tab behind it as a number', () => {
    expect(shown('第1条\t目的\n種類\t期間\n契約書\t10年\n\n帳票\t7年\n\n\t字下げ')).toMatchInlineSnapshot(`
      [
        {
          "line": 1,
          "text": "第1条	目的",
        },
        [
          [
            "種類",
            "期間",
          ],
          [
            "契約書",
            "10年",
          ],
          [
            "帳票",
            "7年",
          ],
          [
            "",
            "字下げ",
          ],
        ],
      ]
    `);
  });
});

describe('Markdown', () => {
  test('takes #, list marks and ** for marks and counts them', () => {
    const { blocks, diagnostics } = read(
      '# 規程\n\n## 1. 目的 ##\n- ① **鍵**は\n  - ・ 二人で\n-\n本文*印*と090-****-1234',
      'markdown',
    );
    expect(blocks.map(show)).toMatchInlineSnapshot(`
      [
        {
          "level": 1,
          "line": 1,
          "text": "規程",
        },
        {
          "after": "blank",
          "level": 2,
          "line": 3,
          "text": "1. 目的",
        },
        {
          "depth": 0,
          "line": 4,
          "numbered": 0,
          "text": "① 鍵は",
        },
        {
          "depth": 1,
          "line": 5,
          "numbered": 0,
          "text": "・ 二人で",
        },
        {
          "line": 7,
          "text": "本文*印*と090-****-1234",
        },
      ]
    `);
    expect(diagnostics.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "本文ではなく書式の記号として読んだもの: # 5字、- 3字、** 4字",
      ]
    `);
  });

  test('is recognised in a .txt file by its marks', () => {
    expect(shown('## 規程\n- 鍵は二人で扱う')).toEqual(shown('## 規程\n- 鍵は二人で扱う', 'markdown'));
  });

  test('reads tables with bars, and what HTML left in cells', () => {
    const table = '| 区分 | 内容 |\n|---|:--:|\n| 2 | <ul style="x"> ●法令 ●契約<br>など |\n| 1 |  |';
    expect(shown(table, 'markdown')).toMatchInlineSnapshot(`
      [
        [
          [
            "区分",
            "内容",
          ],
          [
            "2",
            "●法令⏎●契約⏎など",
          ],
          [
            "1",
            "",
          ],
        ],
      ]
    `);
  });

  test('keeps addresses in angle brackets', () => {
    expect(shown('<https://www.example.jp/>\n\n<本社>', 'markdown')).toMatchInlineSnapshot(`
      [
        {
          "line": 1,
          "text": "<https://www.example.jp/>",
        },
        {
          "after": "blank",
          "line": 3,
          "text": "<本社>",
        },
      ]
    `);
  });
});

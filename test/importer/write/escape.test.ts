import { describe, expect, test } from 'vitest';
import { parseMdx } from '../../../src/compiler/parse-mdx.ts';
import { toPiecesOf } from '../../../src/compiler/pieces.ts';
import { fillPieces } from '../../../src/core/tailoring/wording.ts';
import { escapeAttribute, escapeLine } from '../../../src/importer/write/escape.ts';
import { writeWords } from '../../../src/importer/write/spans.ts';

const shown = (markdown: string) =>
  parseMdx(markdown)
    .children.map((node) => fillPieces(toPiecesOf(node), { values: new Map(), roles: {}, blanks: {}, choices: {} }))
    .join('|');

describe('escapeLine', () => {
  test.each([
    ['# 見出しではない', '\\# 見出しではない'],
    ['- 箇条', '\\- 箇条'],
    ['1. 目的', '1\\. 目的'],
    ['12) 様式', '12\\) 様式'],
    ['import は輸入', '&#105;mport は輸入'],
    ['2026年4月1日（水）から1.5倍', '2026年4月1日（水）から1.5倍'],
    ['{甲} <乙> & *丙*', '\\{甲\\} \\<乙\\> \\& \\*丙\\*'],
    ['https://example.jp/a', 'https\\://example.jp/a'],
    ['    字下げ', '字下げ'],
    ['　字下げ', '　字下げ'],
    ['「**重要**」', '「\\*\\*重要\\*\\*」'],
  ])('%s', (text, expected) => {
    expect(escapeLine(text)).toBe(expected);
    expect(shown(expected).trim()).toBe(text.trim());
  });
});

test('escapeAttribute keeps quotes and signs, on one line', () => {
  expect(escapeAttribute('「"A" & B」\n<C>')).toBe('「&quot;A&quot; &amp; B」 <C>');
});

describe('writeWords', () => {
  const text = '1. 前項と別表1';
  test('stands elements around words, and in their place', () => {
    const spans = [
      { from: 6, to: 9, tag: 'Ref to="a:t1"' },
      { from: 3, to: 5, tag: 'Blank id="x"', isEmpty: true },
    ];
    expect(writeWords(text, spans, 'line')).toBe('1\\. <Blank id="x" />と<Ref to="a:t1">別表1</Ref>');
  });

  test.each([
    [
      [
        { from: 3, to: 5, tag: 'A' },
        { from: 4, to: 8, tag: 'B' },
      ],
      '1\\. <A>前項</A>と別表1',
    ],
    [[{ from: 3, to: 99, tag: 'A' }], '1\\. 前項と別表1'],
    [[{ from: 2, to: 3, tag: 'A' }], '1\\. 前項と別表1'],
  ])('leaves out what overlaps, stands outside or holds no letter', (spans, expected) => {
    expect(writeWords(text, spans, 'line')).toBe(expected);
  });
});

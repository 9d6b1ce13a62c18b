import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../../src/importer/docx/number-formats.ts';
import { type DocxOptions, type ListLevel, p } from '../../support/docx.ts';
import { kinds, lines, read, texts } from './support.ts';

describe('formatNumber()', () => {
  test.each([
    ['decimal', [0, 1, 12, 105], ['0', '1', '12', '105']],
    ['decimalZero', [1, 9, 10, 100], ['01', '09', '10', '100']],
    ['decimalHalfWidth', [1, 12], ['1', '12']],
    ['decimalFullWidth', [1, 12], ['１', '１２']],
    ['decimalFullWidth2', [3, 40], ['３', '４０']],
    ['numberInDash', [1, 12], ['- 1 -', '- 12 -']],
    ['hex', [9, 10, 31], ['9', 'A', '1F']],
    ['ordinal', [1, 2, 3, 4, 11, 12, 21, 112], ['1st', '2nd', '3rd', '4th', '11th', '12th', '21st', '112th']],
    ['upperRoman', [1, 4, 9, 14, 49, 1994], ['I', 'IV', 'IX', 'XIV', 'XLIX', 'MCMXCIV']],
    ['lowerRoman', [3, 40], ['iii', 'xl']],
    ['upperLetter', [1, 26, 27, 53], ['A', 'Z', 'AA', 'AAA']],
    ['lowerLetter', [2, 28], ['b', 'bb']],
    ['chicago', [1, 4, 5], ['*', '§', '**']],
    ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '21']],
    ['decimalEnclosedCircleChinese', [10, 21], ['⑩', '21']],
    ['decimalEnclosedParen', [1, 20, 21], ['⑴', '⒇', '21']],
    ['decimalEnclosedFullstop', [1, 20, 21], ['⒈', '⒛', '21']],
    ['ideographEnclosedCircle', [1, 10, 11], ['㈠', '㈩', '11']],
    ['aiueo', [1, 5, 44, 46, 47], ['ｱ', 'ｵ', 'ﾜ', 'ﾝ', 'ｱ']],
    ['aiueoFullWidth', [1, 36, 44, 45, 46, 47], ['ア', 'ヤ', 'ワ', 'ヲ', 'ン', 'ア']],
    ['iroha', [1, 2, 7], ['ｲ', 'ﾛ', 'ﾄ']],
    ['irohaFullWidth', [1, 2, 3, 12, 25, 47, 48, 49], ['イ', 'ロ', 'ハ', 'ヲ', 'ヰ', 'ス', 'ン', 'イ']],
    ['ideographDigital', [1, 10, 25, 100], ['一', '一〇', '二五', '一〇〇']],
    ['japaneseDigitalTenThousand', [3, 12], ['三', '一二']],
    ['taiwaneseDigital', [10], ['一○']],
    [
      'japaneseCounting',
      [1, 10, 11, 20, 99, 100, 110, 305, 1000, 10000, 20015],
      ['一', '十', '十一', '二十', '九十九', '百', '百十', '三百五', '千', '一万', '二万十五'],
    ],
    [
      'japaneseLegal',
      [1, 2, 3, 5, 10, 11, 26, 100, 10000],
      ['壱', '弐', '参', '伍', '壱拾', '壱拾壱', '弐拾六', '壱百', '壱萬'],
    ],
    ['chineseCounting', [10, 99, 101], ['十', '九十九', '一百零一']],
    [
      'chineseCountingThousand',
      [10, 12, 100, 101, 110, 1001, 10010],
      ['十', '十二', '一百', '一百零一', '一百一十', '一千零一', '一万零一十'],
    ],
    ['chineseLegalSimplified', [10, 25], ['壹拾', '贰拾伍']],
    ['taiwaneseCounting', [11], ['十一']],
    ['taiwaneseCountingThousand', [19, 10000], ['十九', '一萬']],
    ['ideographLegalTraditional', [6], ['陸']],
    ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
    ['ideographZodiac', [1, 12, 13], ['子', '亥', '13']],
    ['ideographZodiacTraditional', [1, 12, 60, 61], ['甲子', '乙亥', '癸亥', '61']],
    ['none', [1], ['']],
  ])('%s', (format, values, expected) => {
    expect(values.map((value) => formatNumber(value, format))).toEqual(expected);
  });

  test('a format nobody knows, names of objects among them, is none; huge numbers are plain figures', () => {
    expect(formatNumber(1, 'thaiLetters')).toBeUndefined();
    expect(formatNumber(1, 'constructor')).toBeUndefined();
    for (const format of ['upperRoman', 'lowerLetter', 'japaneseCounting', 'decimalEnclosedCircle']) {
      expect(formatNumber(999_999_999, format)).toBe('999999999');
      expect(formatNumber(0, format)).toBe('0');
    }
  });
});

describe('automatic numbers', () => {
  const legal: ListLevel[] = [
    { text: '第%1条', suffix: 'space' },
    { text: '%2', format: 'decimalFullWidth', start: 2 },
    { text: '(%3)' },
    { text: '%4', format: 'aiueoFullWidth' },
  ];
  const item = (level: number, list = 1, text = 'あ') => p(text, { num: [list, level] });
  const numbers = (blocks: string[], options: DocxOptions) =>
    lines(blocks, options).map(({ text, numbered }) => text.slice(0, numbered ?? 0).trim());

  test('stand before the text with what follows them: a tab is an ideographic space', () => {
    const lists = {
      1: [{ text: '%1.' }, { text: '%2)', suffix: 'space' as const }, { text: '%3、', suffix: 'nothing' as const }],
    };
    expect(
      lines([item(0), item(1), item(2)], { lists }).map(({ text, numbered, depth }) => [text, numbered, depth]),
    ).toEqual([
      ['1.　あ', 3, 0],
      ['1) あ', 3, 1],
      ['1、あ', 2, 2],
    ]);
  });

  test('deeper levels begin again after a higher one, a level jumped over counts as begun', () => {
    const blocks = [0, 1, 1, 2, 2, 3, 0, 2, 1].map((level) => item(level));
    expect(numbers(blocks, { lists: { 1: legal } })).toEqual([
      '第1条',
      '２',
      '３',
      '(1)',
      '(2)',
      'ア',
      '第2条',
      '(1)',
      '３',
    ]);
  });

  test('a level with lvlRestart begins again after that level only, or never', () => {
    const level = (restart?: number) => ({ text: '%1-%2-%3', ...(restart !== undefined && { restart }) });
    const blocks = [0, 1, 2, 2, 1, 2, 0, 2].map((it) => item(it));
    expect(numbers(blocks, { lists: { 1: [{ text: '%1' }, { text: '%2' }, level(1)] } })).toEqual([
      '1',
      '1',
      '1-1-1',
      '1-1-2',
      '2',
      '1-2-3',
      '2',
      '2-1-1',
    ]);
    expect(numbers(blocks, { lists: { 1: [{ text: '%1' }, { text: '%2' }, level(0)] } }).at(-1)).toBe('2-1-4');
  });

  test('isLgl prints all levels in plain figures', () => {
    const lists = {
      1: [
        { text: '第%1章', format: 'japaneseCounting' },
        { text: '%1.%2', legal: true },
      ],
    };
    expect(numbers([item(0), item(0), item(1)], { lists })).toEqual(['第一章', '第二章', '2.1']);
  });

  test('lists of one definition count together; one with a start of its own begins anew once', () => {
    const lists = { 1: legal, 2: { like: 1 }, 3: { like: 1, starts: { 0: 10 } }, 4: legal };
    const blocks = [item(0, 1), item(0, 2), item(0, 3), item(0, 3), item(0, 1), item(0, 4)];
    expect(numbers(blocks, { lists })).toEqual(['第1条', '第2条', '第10条', '第11条', '第12条', '第1条']);
  });

  test('a format of its own with zeros before it', () => {
    // Written into the attribute: `custom` and how its first numbers look.
    const lists = { 1: [{ text: 'No.%1', format: 'custom" w:format="001, 002, 003, ...' }] };
    expect(numbers([item(0), item(0)], { lists })).toEqual(['No.001', 'No.002']);
  });

  test('a list with a level of its own prints that', () => {
    const lists = { 1: legal, 2: { like: 1, levels: { 0: { text: '【%1】', format: 'irohaFullWidth' } } } };
    expect(numbers([item(0, 1), item(0, 2)], { lists })).toEqual(['第1条', '【ロ】']);
  });

  test('a list may stand in a numbering style', () => {
    const lists = { 1: { levels: legal, styleLink: '規程' }, 2: { link: '規程' } };
    const styles = [{ id: '規程', type: 'numbering' as const, num: [1] as [number] }];
    expect(numbers([item(0, 2), item(2, 2)], { lists, styles })).toEqual(['第1条', '(1)']);
  });

  test('links that lead round in a circle have no levels, and no number', () => {
    const styles = [{ id: 'A', type: 'numbering' as const, num: [1] as [number] }];
    expect(texts([item(0)], { lists: { 1: { link: 'A' } }, styles })).toEqual(['あ']);
  });

  test('a style numbers its paragraphs at the level the list gives it; a style based on it does so too', () => {
    const lists = {
      1: [
        { text: '第%1章', style: 'S1' },
        { text: '第%2条', style: 'S2' },
      ],
    };
    const styles = [
      { id: 'S1', num: [1] as [number] },
      { id: 'S2', num: [1] as [number] },
      { id: 'S3', basedOn: 'S2' },
    ];
    const blocks = [
      p('あ', { style: 'S1' }),
      p('い', { style: 'S2' }),
      p('う', { style: 'S3' }),
      p('え', { style: 'S2', num: [0] }),
      p('お', { style: 'S3' }),
    ];
    expect(texts(blocks, { lists, styles })).toEqual(['第1章　あ', '第1条　い', '第2条　う', 'え', '第3条　お']);
  });

  test('without a definition there is no number', () => {
    expect(texts([item(0, 9)], { lists: { 1: legal } })).toEqual(['あ']);
    expect(texts([item(7)], { lists: { 1: legal } })).toEqual(['あ']);
  });

  test('an empty paragraph prints its number alone', () => {
    expect(
      lines([p('', { num: [1, 0] }), item(0)], { lists: { 1: legal } }).map(({ text, numbered }) => [text, numbered]),
    ).toEqual([
      ['第1条', 3],
      ['第2条 あ', 4],
    ]);
  });

  test('bullets of Symbol and Wingdings become real characters', () => {
    const bullet = (text: string, font?: string) => ({ text, format: 'bullet', ...(font && { font }) });
    const lists = {
      1: [
        bullet('\uf0b7', 'Symbol'),
        bullet('\uf06c', 'Wingdings'),
        bullet('\uf06e', 'Wingdings'),
        bullet('Ø', 'Wingdings'),
        bullet('・'),
        bullet('\uf0fc', 'Wingdings'),
        bullet('\uf0cb', 'Wingdings'),
        bullet('\uf0b7'),
      ],
    };
    expect(
      numbers(
        [0, 1, 2, 3, 4, 5, 6, 7].map((level) => item(level)),
        { lists },
      ),
    ).toEqual(['•', '●', '■', '➢', '・', '✓', '•', '•']);
  });

  test('a format nobody knows is told, once for all its paragraphs', () => {
    const lists = { 1: [{ text: '%1.', format: 'thaiLetters' }] };
    expect(read([item(0), item(0)], { lists })).toMatchObject({
      blocks: [{ text: '1.　あ' }, { text: '2.　あ' }],
      diagnostics: [{ kind: 'unknown-number-format', spot: { paragraph: 1 } }],
    });
    expect(read([item(0), item(0)], { lists }).diagnostics[0]?.message).toMatchInlineSnapshot(
      `"自動番号の形式「thaiLetters」は分からないため、1、2、3 の数字にしました（2か所）。元の文書の番号と見比べてください。"`,
    );
  });

  test('hidden paragraphs are not counted', () => {
    const blocks = [
      item(0),
      p('<w:r><w:rPr><w:vanish/></w:rPr><w:t>隠</w:t></w:r>', { num: [1, 0], mark: '<w:vanish/>' }),
      item(0),
    ];
    expect(numbers(blocks, { lists: { 1: legal } })).toEqual(['第1条', '第2条']);
    expect(kinds(blocks, { lists: { 1: legal } })).toEqual(['hidden-text']);
  });
});

import { describe, expect, test } from 'vitest';
import { field, link, p, r } from '../../support/docx.ts';
import { lines } from './support.ts';

/** The marks of a document of one paragraph, as their letters. */
function marked(blocks: string[], options = {}): [string, string][] {
  return lines(blocks, options).flatMap(({ text, marks = [] }) =>
    marks.map(({ from, to, colour }): [string, string] => [text.slice(from, to), colour]),
  );
}

describe('marks', () => {
  test.each([
    ['FF0000', 'red'],
    ['C00000', 'red'],
    ['EE0000', 'red'],
    ['ff3300', 'red'],
    ['C0504D', 'red'],
    ['DC143C', 'red'],
    ['0000FF', 'blue'],
    ['0070C0', 'blue'],
    ['00B0F0', 'blue'],
    ['002060', 'blue'],
    ['4472C4', 'blue'],
    ['000000', undefined],
    ['auto', undefined],
    ['FFFFFF', undefined],
    ['ED7D31', undefined],
    ['FFC000', undefined],
    ['00B050', undefined],
    ['7030A0', undefined],
    ['44546A', undefined],
    ['FF00FF', undefined],
    ['808080', undefined],
    ['xyz', undefined],
  ])('%s is %s', (colour, expected) => {
    expect(lines([p(['一', r('二', { colour })])])[0]?.marks?.[0]?.colour).toBe(expected);
  });

  test('stand at their letters, the automatic number and tabs counted; runs of one colour are one mark', () => {
    const blocks = [
      p(
        [
          '毎年',
          r('○月', { colour: 'FF0000' }),
          r('に、', { colour: 'C00000' }),
          '点検',
          r('する', { colour: '0000FF' }),
        ],
        { num: [1, 0] },
      ),
    ];
    expect(lines(blocks, { lists: { 1: [{ text: '第%1条' }] } })[0]).toMatchObject({
      text: '第1条　毎年○月に、点検する',
      marks: [
        { from: 6, to: 10, colour: 'red' },
        { from: 12, to: 14, colour: 'blue' },
      ],
    });
  });

  test('by a style of letters or of the paragraph; black takes them away; headings and titles are coloured for their looks', () => {
    const styles = [
      { id: 'Red', type: 'character' as const, colour: 'FF0000' },
      { id: 'Blue', colour: '0070C0' },
      { id: 'Head', basedOn: 'Blue', outline: 0 },
      { id: 'Title', name: 'Title', colour: 'FF0000' },
    ];
    expect(marked([p(['一', r('二', { style: 'Red' })])], { styles })).toEqual([['二', 'red']]);
    expect(
      marked([p(['一', r('二', { colour: '000000' }), r('三', { style: 'Red' })], { style: 'Blue' })], { styles }),
    ).toEqual([
      ['一', 'blue'],
      ['三', 'red'],
    ]);
    expect(
      marked([p('一', { style: 'Head' }), p(['二', r('三', { colour: 'FF0000' })], { style: 'Title' })], { styles }),
    ).toEqual([['三', 'red']]);
  });

  test("a theme's colours, lighter and darker", () => {
    const theme = { dk1: '000000', dk2: '44546A', accent1: '4472C4', accent2: 'C00000', hlink: '0563C1' };
    const themed = (attributes: string) => p(r('字', { rPr: `<w:color w:val="00FF00" ${attributes}/>` }));
    expect(marked([themed('w:themeColor="accent2"')], { theme })).toEqual([['字', 'red']]);
    expect(marked([themed('w:themeColor="accent1" w:themeShade="BF"')], { theme })).toEqual([['字', 'blue']]);
    expect(marked([themed('w:themeColor="accent2" w:themeTint="1A"')], { theme })).toEqual([]);
    expect(marked([themed('w:themeColor="text1"'), themed('w:themeColor="hyperlink"')], { theme })).toEqual([]);
  });

  test('the blue of links is none; red in one is', () => {
    const styles = [{ id: 'L', name: 'Hyperlink', type: 'character' as const, colour: '0563C1' }];
    const blocks = [
      p([
        link(r('甲', { style: 'L' })),
        link(r('乙', { colour: '0000FF' })),
        field('HYPERLINK "a"', r('丙', { colour: '0000FF' })),
        r('丁', { style: 'L' }),
      ]),
      p(link(r('戊', { colour: 'FF0000' }))),
    ];
    expect(marked(blocks, { styles })).toEqual([['戊', 'red']]);
  });
});

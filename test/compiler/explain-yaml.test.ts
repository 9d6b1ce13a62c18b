import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Faults } from '../../src/compiler/faults.ts';
import { parseContent } from '../../src/compiler/parse-content.ts';
import { parseYaml } from '../../src/compiler/parse-yaml.ts';

const shape = {
  schema: z.strictObject({
    title: z.string(),
    accent: z.optional(z.string()),
    words: z.optional(z.array(z.string())),
    level: z.optional(z.int()),
  }),
  file: 'schema.ts',
};

/** What is told of a file, a line each: its line, its problem and its hint. */
function tell(source: string): string[] {
  const faults = new Faults('content');
  const value = parseYaml(source, 'content/a.yaml', faults);
  if (value !== undefined) parseContent(shape, value, { file: 'content/a.yaml', path: '' }, faults);
  return faults.list().map(({ line, path, problem, hint }) => `${line} ${path}: ${problem} ${hint}`);
}

describe('a value that YAML takes for something else is told as it has to be written', () => {
  const end = '書き方は schema.ts の注にあります。';
  test.each([
    [
      'a colour',
      'title: 甲\naccent: #1d5c3a\n',
      '2 accent: 値がありません。 色は引用符で囲んでください（accent: "#1d5c3a"）。',
    ],
    [
      'a sign #',
      'title: #1 の規程\n',
      '1 title: 値がありません。 # から後は注とみなされるので、引用符で囲んでください（title: "#1 の規程"）。',
    ],
    ['a number', 'title: 1.0\n', '1 title: 値が1になっています。 引用符で囲んでください（title: "1.0"）。'],
    ['yes or no', 'title: true\n', '1 title: 値がtrueになっています。 引用符で囲んでください（title: "true"）。'],
    ['nothing', 'title:\n', '1 title: 値がありません。 文を書いてください。'],
    ['nothing but a remark', 'title: # 題名\n', '1 title: 値がありません。 文を書いてください。'],
    [
      'a colon in a list',
      'title: 甲\nwords:\n  - 乙: 丙\n',
      '3 words[0]: 値が{ 乙 } の組になっています。 引用符で囲んでください（- "乙: 丙"）。',
    ],
    ['a list that was meant', 'title: [甲]\n', '1 title: 値が並びになっています。 文を書いてください。'],
    ['a text for a number', 'title: 甲\nlevel: 高\n', '2 level: 値が「高」になっています。 整数を書いてください。'],
  ])('%s', (_, source, told) => {
    expect(tell(source)).toEqual([told + end]);
  });
});

describe('what is no YAML is told in Japanese with what to write', () => {
  test.each([
    [
      'title: 規程: 第1部\n',
      '1 : 値の中に「: 」があるので、読めません。 引用符で囲んでください（title: "規程: 第1部"）。',
    ],
    [
      'title: 甲\naccent: {{role:staff}}の色\n',
      '2 : {{ }} のある値が、引用符で囲まれていません。 引用符で囲んでください（accent: "{{role:staff}}の色"）。',
    ],
    ['title: *重要\n', '1 : 値が * で始まっています。 記号で始まる値は、引用符で囲んでください（title: "*重要"）。'],
    [
      'title: @甲\n',
      '1 : 値が、@ や ` や % で始まっています。 記号で始まる値は、引用符で囲んでください（title: "@甲"）。',
    ],
    ['title: 甲\n\taccent: 乙\n', '2 : 字下げにタブが使われています。 字下げは、半角の空白 2 つずつにしてください。'],
    ['title: 甲\ntitle: 乙\n', '2 : 同じキーが二度あります。 一つのキーは、一度だけ書いてください。'],
    [
      'title: "C:\\Users"\n',
      `1 : " " の中の \\ が読めません。 \\ のある文は、' ' で囲んでください（例: 'C:\\Users'）。`,
    ],
    [
      'title：甲\naccent: 乙\n',
      '1 : キーの後が、全角の「：」です。 半角の : と空白にしてください（例: title: 規程）。',
    ],
    [
      'title:甲\naccent: 乙\n',
      '1 : キーの : の後に、空白がありません。 : の後に、半角の空白を入れてください（例: title: 規程）。',
    ],
    [
      'title: "甲" 乙\n',
      '1 : 引用符の始まりと終わりが合いません。 値の全体を、同じ引用符で囲んでください（例: title: "規程"）。',
    ],
  ])('%j', (source, told) => {
    expect(tell(source)).toEqual([told]);
  });

  test('anything else, without a word of the reader’s own', () => {
    for (const source of ['title: - x\n', 'title: > x\n', 'a: [1\nb: 2\n', '? [a\n', '}', '"', 'a: "b\nc: d\n']) {
      const told = tell(source);
      expect(told.length, source).toBeGreaterThan(0);
      for (const one of told)
        expect(one.replace(/schema\.ts|YAML|title|accent|words|level/g, ''), source).not.toMatch(
          /[a-z]{3,} [a-z]{2,}/i,
        );
    }
  });
});

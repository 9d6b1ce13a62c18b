import { describe, expect, test } from 'vitest';
import { isMail, mostCompanies, pasteCompanies, pasteMessage } from '../../../src/core/desk/paste-companies.ts';

const namesOf = (text: string) => pasteCompanies(text).companies.map(({ name }) => name);
const told = (text: string, known: { name: string }[] = []) => pasteCompanies(text, known).problems.map(pasteMessage);

describe('pasteCompanies', () => {
  test('reads cells of a spreadsheet by their headings, in whatever order', () => {
    const text =
      'No\t担当者名\t委託先名称\tメールアドレス\t再委託元\r\n1\t見本花子\t株式会社見本\thanako@mihon.example\t\r\n2\t\t㈲𠮷野\t\t(株)見本\r\n';
    expect(pasteCompanies(text)).toEqual({
      companies: [
        { name: '株式会社見本', person: '見本花子', mail: 'hanako@mihon.example', parent: '' },
        { name: '㈲𠮷野', person: '', mail: '', parent: '株式会社見本' },
      ],
      problems: [],
      unknown: ['No'],
    });
  });

  test('reads them without a head by their places', () => {
    expect(pasteCompanies('株式会社見本\t見本花子\thanako@mihon.example\n有限会社甲').companies).toEqual([
      { name: '株式会社見本', person: '見本花子', mail: 'hanako@mihon.example', parent: '' },
      { name: '有限会社甲', person: '', mail: '', parent: '' },
    ]);
  });

  test.each<[string, string, string[]]>([
    ['a name a line', '株式会社見本\n\n  有限会社甲  \n', ['株式会社見本', '有限会社甲']],
    ['a head alone above names', '会社名\n株式会社見本', ['株式会社見本']],
    ['CSV with quotation marks', '\uFEFF会社名,担当者\r\n"見本,甲","花子 ""H"""\r\n乙商店,', ['見本,甲', '乙商店']],
    [
      'a comma with a space behind it, which belongs to the name',
      'Mihon Co., Ltd.\nYoshino, Inc.',
      ['Mihon Co., Ltd.', 'Yoshino, Inc.'],
    ],
    [
      'a company whose name has a word of headings in it',
      '見本会社\t花子\n名称未定株式会社',
      ['見本会社', '名称未定株式会社'],
    ],
    ['a line break inside a cell', '会社名\t担当者\n"株式会社\n見本"\t花子', ['株式会社 見本']],
    ['nothing', '', []],
  ])('takes %s', (_, text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  test('takes an address in letters of full width as the one that is meant', () => {
    expect(pasteCompanies('見本商店\t\tｔａｎｔｏ＠mihon.example')).toMatchObject({
      companies: [{ mail: 'tanto@mihon.example' }],
      problems: [],
    });
  });

  test('says what it could not take, and takes the rest', () => {
    const text = [
      '会社名\t担当者\tメール\t再委託元',
      '株式会社見本\t花子\t花子@\t',
      '（株）見本\t\t\t',
      '\t次郎\t\t',
      `${'長'.repeat(101)}\t\t\t`,
      '乙\u202e\t\t\t',
      '丙\t\t\t丁',
      '戊\t\t\t戊',
    ].join('\n');
    expect(told(text)).toMatchInlineSnapshot(`
      [
        "2 行目の「株式会社見本」は加えました。メール「花子@」は、アドレスの形でないので空にしました。一覧で会社を開き、「会社の情報を直す」で入力してください。",
        "3 行目の「（株）見本」は、「株式会社見本」と同じ会社名なので、加えていません。別の会社なら、支店や部署の名前を付けてください。",
        "4 行目に会社名がありません。会社名を書いて、その行を貼り直してください。",
        "5 行目の会社名か担当者が長すぎます。100 文字までに縮めて、その行を貼り直してください。",
        "6 行目に、目に見えない文字（U+202E）が入っています。取り除くか、入力し直してください。",
        "7 行目の「丙」は加えました。再委託元「丁」は名簿のほかの会社にないので、空にしました。その会社を加えてから、「会社の情報を直す」で選んでください。",
        "8 行目の「戊」は加えました。再委託元「戊」は名簿のほかの会社にないので、空にしました。その会社を加えてから、「会社の情報を直す」で選んでください。",
      ]
    `);
    expect(namesOf(text)).toEqual(['株式会社見本', '丙', '戊']);
  });

  test('knows who is on the list already', () => {
    expect(told('㈱ 見本', [{ name: '株式会社見本' }])[0]).toContain('「株式会社見本」と同じ会社名');
    expect(pasteCompanies('乙\t\t\t㈱見本', [{ name: '株式会社見本' }]).companies[0]?.parent).toBe('株式会社見本');
  });

  test('is bounded, in companies and in letters', () => {
    const many = Array.from({ length: mostCompanies + 3 }, (_, n) => `会社${n}`).join('\n');
    expect(namesOf(many)).toHaveLength(mostCompanies);
    expect(told(many)).toEqual([
      '一つの依頼に載せられるのは 2,000 社までです。残りの 3 行は、別の依頼に分けてください。',
    ]);
    expect(told('あ'.repeat(400_001))[0]).toContain('長すぎます');
    const begun = performance.now();
    pasteCompanies(`${'"'.repeat(20_000)},${',　'.repeat(50_000)}${'\n"'.repeat(20_000)}`);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  test('takes off the apostrophe that our own CSV puts before a formula', () => {
    expect(namesOf("'=見本\t花子")).toEqual(['=見本']);
  });
});

test.each([
  ['a@b.example', true],
  ['山田@例え.jp', true],
  ['a@b', false],
  ['a b@c.example', false],
  ['a@b.example\r\nBcc: x@y.example', false],
  ['<a@b.example>', false],
  [`${'a'.repeat(250)}@b.jp`, false],
])('isMail %s', (text, expected) => {
  expect(isMail(text)).toBe(expected);
});

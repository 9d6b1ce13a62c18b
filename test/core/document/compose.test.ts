import { describe, expect, test } from 'vitest';
import {
  type DocumentAnswers,
  emptyDocument,
  isDocumentTyped,
  readDocument,
} from '../../../src/core/document/answers.ts';
import { type ComposedPart, composeDocument } from '../../../src/core/document/compose.ts';
import { contract } from './fixture.ts';

const ours: DocumentAnswers = { ...emptyDocument(contract), wording: 'ours' };
const { copy: _, ...withoutCopy } = contract;

function toLine(part: ComposedPart): string {
  if (part.kind === 'heading') return `# ${part.text}`;
  if (part.kind === 'table') return `| ${part.title} | ${part.rows.map((row) => row.join(' ')).join(' / ')}`;
  return `${'  '.repeat(part.level)}${part.mark} ${part.text}`.trimEnd();
}
const linesOf = (answers: DocumentAnswers, definition = contract) =>
  composeDocument(definition, answers).parts.map(toLine);

describe('composeDocument', () => {
  test('in our words: articles numbered, one paragraph without a number, blanks as printed', () => {
    expect(linesOf(ours)).toEqual([
      ' 甲と乙は、次のとおり定める。',
      '# 第1条（機密保持）',
      '1 〇年〇月〇日までに次を報告する。',
      '  ① 公知の情報',
      '  ② 自ら持つ情報',
      '2 別表に従う。',
      '# 第2条（再委託）',
      ' 同意を得る。第1条（機密保持）第1項に従う。',
      '# 第3条（管轄）',
      ' 〇〇地方裁判所とする。',
      '| 別表 |  ',
    ]);
  });

  test('what is left out takes with it what hangs on it, and the rest is numbered from the given number', () => {
    const answers = { ...ours, fields: { 'first-article': '１０' }, articles: { secrecy: false, survival: true } };
    expect(linesOf(answers)).toEqual([
      ' 甲と乙は、次のとおり定める。',
      '# 第10条（再委託）',
      ' 同意を得る。',
      '# 第11条（管轄）',
      ' 〇〇地方裁判所とする。',
      '# 第12条（存続）',
      ' 第11条は残る。',
    ]);
    expect(composeDocument(contract, answers).missing.map(({ what }) => what)).toEqual(['守秘義務']);
    expect(composeDocument(contract, ours).missing).toEqual([]);
  });

  test('the official words change in their blanks and in the numbers of articles alone', () => {
    const official: DocumentAnswers = {
      ...ours,
      wording: 'official',
      fields: { day: '2027-04-30', list: ' 名簿 \n\n図面' },
    };
    expect(linesOf(official)).toEqual([
      ' 甲と乙は、次のとおり定める。',
      '# 第1条（機密保持）',
      '1 令和9年4月30日までに、以下を報告しなければならない。',
      '  ① 既に公知であったもの',
      '  ② 既に所有していたもの',
      '2 別表の通りとする。',
      '# 第2条（再委託）',
      ' 同意を得なければならない。また、第1条（機密保持）第1項による。なお、第○条の規定は別とする。',
      '# 第3条（管轄）',
      ' 〇〇地方裁判所を管轄とする。',
      '| 別表 | 1 名簿 / 2 図面',
    ]);
    const moved = linesOf({ ...official, fields: { 'first-article': '5' } });
    expect(moved).toContain(
      ' 同意を得なければならない。また、第5条（機密保持）第1項による。なお、第○条の規定は別とする。',
    );
  });

  test('whose words it is in stands first', () => {
    expect(composeDocument(contract, ours).notices).toMatchInlineSnapshot(`
      [
        "要旨をもとにした案です。見本の文を、このサイトが言い直したもので、原文と法的な意味が同じとは限りません。弁護士に見てもらってください。",
      ]
    `);
    expect(
      composeDocument(contract, { ...ours, wording: 'official', articles: { survival: true } }).notices,
    ).toMatchInlineSnapshot(`
      [
        "「見本社の写し（第1版）」の文を使った案です。番号と空欄のほかは、写しのとおりです。第4条、前文か末尾には、写しにない文があり、そこはこのサイトの言葉です。弁護士に見てもらってください。",
      ]
    `);
    // Without a copy nobody can ask for it.
    expect(composeDocument(withoutCopy, { ...ours, wording: 'official' }).notices[0]).toContain(
      '要旨をもとにした案です。',
    );
  });

  test('a value is put in as it is, even where it looks like a pattern', () => {
    const answers: DocumentAnswers = { ...ours, wording: 'official', fields: { court: '$& 東京地方裁判所' } };
    expect(linesOf(answers)).toContain(' $& 東京地方裁判所を管轄とする。');
  });
});

describe('readDocument', () => {
  test('reads back what was kept, and nothing that is of another kind', () => {
    const answers = { ...ours, fields: { name: 'A' }, articles: { secrecy: false } };
    expect(readDocument(JSON.parse(JSON.stringify(answers)), contract)).toEqual({ ok: true, value: answers });
    const odd = { ...answers, fields: { name: 'A', court: 3 }, articles: { secrecy: 'no' }, wording: 'theirs' };
    expect(readDocument(odd, contract)).toEqual({ ok: true, value: { ...ours, fields: { name: 'A' } } });
    expect(isDocumentTyped(answers)).toBe(true);
    expect(isDocumentTyped(ours)).toBe(false);
  });

  test.each([
    ['of another document', { ...ours, document: 'policy' }, false],
    ['of a later version of the document', { ...ours, version: 2 }, true],
    ['of a later format', { ...ours, format: 'kitei-document/2' }, true],
    ['no answers', 'x', false],
    ['a list', [], false],
    ['without fields', { ...ours, fields: null }, false],
  ])('refuses what is %s', (_name, value, newer) =>
    expect(readDocument(value, contract)).toEqual({ ok: false, newer }),
  );
});

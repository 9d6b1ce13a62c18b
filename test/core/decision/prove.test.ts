import { describe, expect, test } from 'vitest';
import { checkParts } from '../../../src/core/decision/check-parts.ts';
import { prove } from '../../../src/core/decision/prove.ts';
import type { DecisionDefinition } from '../../../src/record/v1/decision/definition.ts';
import { basis, definition } from '../../record/v1/decision/fixture.ts';
import { book } from '../../record/v1/decision/fixture-book.ts';

function flawsOf(change: Partial<DecisionDefinition>): string[] {
  const changed = { ...definition, ...change };
  const flaws = [...checkParts(changed), ...prove(changed, book).flaws];
  return flaws.map(({ path, problem, hint }) => `${path}: ${problem} ${hint}`);
}

const [forbidden, allowed] = definition.rules;
if (!forbidden || !allowed) throw new Error('The fixture has two rules.');

describe('prove', () => {
  test('walks every combination of a decision without flaws, whatever the company chooses', () => {
    expect(checkParts(definition)).toEqual([]);
    // 4 sets of clients × (USB encrypted or not + paper) × 3 states of the setting
    expect(prove(definition, book)).toEqual({ combinations: 36, flaws: [] });
  });

  test('a rule that is missing leaves a combination, which is printed', () => {
    expect(flawsOf({ rules: [forbidden] })).toMatchInlineSnapshot(`
      [
        "rules: 当てはまる rule がありません（clients={}, medium=usb, encrypted=yes, byod=allowed）（ほか 23 通り）。 その場合の rule を書き足すか、どれかの条件を広げてください。",
        "outcomes[1]: 「allowed」になる答えの組み合わせがありません。 条件を直すか、消してください。",
        "covers[a2]: a2 が当てはまるのに、何も知らせていません（clients={}, medium=usb, encrypted=yes, byod=allowed）（ほか 23 通り）。 「a2の文」 表示するもので、それを引いてください。",
        "covers[a3]: a3 が当てはまるのに、何も知らせていません（clients={}, medium=usb, encrypted=yes, byod=allowed）（ほか 23 通り）。 「a3の文」 表示するもので、それを引いてください。",
      ]
    `);
  });

  test('a rule that stands twice conflicts with itself', () => {
    expect(flawsOf({ rules: [forbidden, allowed, allowed] })).toMatchInlineSnapshot(`
      [
        "rules[2]: rules[1] と rules[2] が、どちらも当てはまります（clients={}, medium=usb, encrypted=yes, byod=allowed）（ほか 23 通り）。 順番には意味がありません。一つだけを残して、ほかの条件を狭めてください。",
      ]
    `);
  });

  test('a duty that can never apply cites nothing for anybody', () => {
    const [first, ...others] = definition.duties;
    if (!first) throw new Error('The fixture has duties.');
    const impossible = { ...first, when: [{ encrypted: { any: ['yes'] }, medium: { any: ['paper'] } }] };
    expect(flawsOf({ duties: [...others, impossible] })).toContainEqual(
      expect.stringContaining('duties[3]: 「permission」が当てはまる答えの組み合わせがありません。'),
    );
  });

  test('another document that differs has to be named', () => {
    const fourth = {
      ...definition.duties[1],
      id: 'ward-forbids',
      stage: 'never' as const,
      text: '持ち出してはならない。',
      source: '練馬区',
      who: '',
      record: '',
      when: [{ clients: { any: ['nerima'] } }],
      basis: basis('nerima:a1'),
      stance: { point: 'taking-out', says: 'only-with-consent' },
    };
    expect(flawsOf({ duties: [...definition.duties, fourth] })).toMatchInlineSnapshot(`
      [
        "contradictions: すること permission、bureau、ward-forbids が食い違うのに、「taking-out」に 練馬区 の言い分がありません（clients={nerima, rodokyoku}, medium=usb, encrypted=yes, byod=allowed）。 「taking-out」の positions に 規程、労働局、練馬区 の言うことを、text に、どうすればよいかを書いてください。",
        "duties[1]: すること「register」が知らせることは、ほかのものも全部引いています（clients=nerima, medium=usb, encrypted=yes, byod=allowed）（ほか 17 通り）。 もう一つとまとめるか、scopes で unit を部分に分けて、それぞれの部分を引いてください。",
        "duties[4]: すること「ward-forbids」が知らせることは、ほかのものも全部引いています（clients=nerima, medium=usb, encrypted=yes, byod=allowed）（ほか 17 通り）。 もう一つとまとめるか、scopes で unit を部分に分けて、それぞれの部分を引いてください。",
      ]
    `);
    expect(flawsOf({ contradictions: [] })).toContainEqual(
      expect.stringContaining('「taking-out」が contradictions にありません'),
    );
  });

  test('a contradiction that never arises misleads', () => {
    const needless = { point: 'mail', positions: [], text: '確かめます。' };
    expect(flawsOf({ contradictions: [...definition.contradictions, needless] })).toMatchInlineSnapshot(`
      [
        "contradictions[1]: 「mail」で食い違う「すること」がありません。 二つの文書の duty に stance を書くか、これを消してください。",
      ]
    `);
  });

  test('more than a million combinations are not walked', () => {
    const many = Array.from({ length: 31 }, (_, n) => ({ id: `client-${n}`, text: '区', help: '' }));
    const [clients, ...questions] = definition.questions;
    if (!clients) throw new Error('The fixture has questions.');
    const changed = { ...definition, questions: [{ ...clients, options: many }, ...questions] };
    expect(prove(changed, book)).toMatchObject({
      flaws: [{ path: 'questions', problem: '答えの組み合わせが 1,000,000 通りを超えています。' }],
    });
  });
});

describe('checkParts', () => {
  test.each([
    [
      'a question after it',
      { questions: definition.questions.toReversed() },
      '「medium」は、それより前の問いではありません。',
    ],
    [
      'an unknown option',
      { rules: [{ ...forbidden, when: [{ medium: { any: ['disk'] } }] }] },
      '選択肢「disk」はありません',
    ],
    ['an unknown outcome', { rules: [{ ...forbidden, outcome: 'maybe' }] }, '結論「maybe」がありません'],
    ['a rule for everything', { rules: [{ ...forbidden, when: [{}] }] }, '条件がありません。'],
    [
      'a count of one answer',
      { rules: [{ ...forbidden, when: [{ medium: { atLeast: 2 } }] }] },
      '2 の答えはあり得ません',
    ],
    ['an id twice', { outcomes: [...definition.outcomes, ...definition.outcomes] }, '「forbidden」が二度あります。'],
  ])('finds %s', (_, change, problem) => {
    const problems = checkParts({ ...definition, ...change }).map((flaw) => flaw.problem);
    expect(problems).toContainEqual(expect.stringContaining(problem));
  });

  test('「わからない」 is every question’s own', () => {
    const [first, ...others] = definition.questions;
    if (!first) throw new Error('The fixture has questions.');
    const options = [...first.options, { id: 'unknown', text: 'わからない', help: '' }];
    expect(checkParts({ ...definition, questions: [{ ...first, options }, ...others] })).toMatchObject([
      { path: 'questions[0].options', problem: '「unknown」は使えません。' },
    ]);
  });
});

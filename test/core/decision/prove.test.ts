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
        "rules: no rule fits: clients={}, medium=usb, encrypted=yes, byod=allowed (and 23 more). Add a rule for it, or widen the condition of one.",
        "outcomes[1]: "allowed" is reached for no combination of answers. Mend its condition, or remove it.",
        "covers[a2]: a2 speaks and nothing says it: clients={}, medium=usb, encrypted=yes, byod=allowed (and 23 more). 「a2の文」 Cite it in what is shown.",
        "covers[a3]: a3 speaks and nothing says it: clients={}, medium=usb, encrypted=yes, byod=allowed (and 23 more). 「a3の文」 Cite it in what is shown.",
      ]
    `);
  });

  test('a rule that stands twice conflicts with itself', () => {
    expect(flawsOf({ rules: [forbidden, allowed, allowed] })).toMatchInlineSnapshot(`
      [
        "rules[2]: rules[1] and rules[2] both fit: clients={}, medium=usb, encrypted=yes, byod=allowed (and 23 more). Order means nothing: narrow the condition of all but one.",
      ]
    `);
  });

  test('a duty that can never apply cites nothing for anybody', () => {
    const [first, ...others] = definition.duties;
    if (!first) throw new Error('The fixture has duties.');
    const impossible = { ...first, when: [{ encrypted: { any: ['yes'] }, medium: { any: ['paper'] } }] };
    expect(flawsOf({ duties: [...others, impossible] })).toContainEqual(
      expect.stringContaining('duties[3]: "permission" applies for no combination of answers.'),
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
        "contradictions: duties permission, bureau, ward-forbids contradict one another and "taking-out" does not name 練馬区: clients={nerima, rodokyoku}, medium=usb, encrypted=yes, byod=allowed. Say in the positions of "taking-out" what 規程, 労働局, 練馬区 say, and in its text what to do.",
        "duties[1]: duty "register" says nothing that another does not cite as well: clients=nerima, medium=usb, encrypted=yes, byod=allowed (and 17 more). Merge it with the other, or split the unit into parts in the scope book and cite its own.",
        "duties[4]: duty "ward-forbids" says nothing that another does not cite as well: clients=nerima, medium=usb, encrypted=yes, byod=allowed (and 17 more). Merge it with the other, or split the unit into parts in the scope book and cite its own.",
      ]
    `);
    expect(flawsOf({ contradictions: [] })).toContainEqual(expect.stringContaining('"taking-out" is not named'));
  });

  test('a contradiction that never arises misleads', () => {
    const needless = { point: 'mail', positions: [], text: '確かめます。' };
    expect(flawsOf({ contradictions: [...definition.contradictions, needless] })).toMatchInlineSnapshot(`
      [
        "contradictions[1]: no two duties differ on "mail". Give duties of two documents a stance on it, or remove it.",
      ]
    `);
  });

  test('more than a million combinations are not walked', () => {
    const many = Array.from({ length: 31 }, (_, n) => ({ id: `client-${n}`, text: '区', help: '' }));
    const [clients, ...questions] = definition.questions;
    if (!clients) throw new Error('The fixture has questions.');
    const changed = { ...definition, questions: [{ ...clients, options: many }, ...questions] };
    expect(prove(changed, book)).toMatchObject({
      flaws: [{ path: 'questions', problem: 'more than 1,000,000 combinations of answers.' }],
    });
  });
});

describe('checkParts', () => {
  test.each([
    ['a question after it', { questions: definition.questions.toReversed() }, '"medium" is no question before it.'],
    ['an unknown option', { rules: [{ ...forbidden, when: [{ medium: { any: ['disk'] } }] }] }, 'no option "disk"'],
    ['an unknown outcome', { rules: [{ ...forbidden, outcome: 'maybe' }] }, 'unknown outcome "maybe"'],
    ['a rule for everything', { rules: [{ ...forbidden, when: [{}] }] }, 'it has no condition.'],
    [
      'a count of one answer',
      { rules: [{ ...forbidden, when: [{ medium: { atLeast: 2 } }] }] },
      'cannot have 2 answers',
    ],
    ['an id twice', { outcomes: [...definition.outcomes, ...definition.outcomes] }, '"forbidden" stands twice.'],
  ])('finds %s', (_, change, problem) => {
    const problems = checkParts({ ...definition, ...change }).map((flaw) => flaw.problem);
    expect(problems).toContainEqual(expect.stringContaining(problem));
  });

  test('「わからない」 is every question’s own', () => {
    const [first, ...others] = definition.questions;
    if (!first) throw new Error('The fixture has questions.');
    const options = [...first.options, { id: 'unknown', text: 'わからない', help: '' }];
    expect(checkParts({ ...definition, questions: [{ ...first, options }, ...others] })).toMatchObject([
      { path: 'questions[0].options', problem: '"unknown" is reserved.' },
    ]);
  });
});

import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, test } from 'vitest';
import { takenOverMessage, takeOver } from '../../../../src/core/checklist/take-over.ts';
import { findStanding } from '../../../../src/record/identity.ts';
import { isAnswered, staleItems, toSentAnswers, whyStale } from '../../../../src/record/v1/checklist/answer-set.ts';
import type { ChecklistAnswers, ItemAnswer } from '../../../../src/record/v1/checklist/answers.ts';
import { ChecklistAnswersSchema } from '../../../../src/record/v1/checklist/answers-schema.ts';
import { type AnswerAsked, formatGiven, toSentGiven } from '../../../../src/record/v1/checklist/asked.ts';
import { countAnswers } from '../../../../src/record/v1/checklist/count.ts';
import type { CheckItem, ChecklistDefinition } from '../../../../src/record/v1/checklist/definition.ts';
import { ChecklistDefinitionSchema } from '../../../../src/record/v1/checklist/definition-schema.ts';
import { findCharacter } from '../../../../src/record/v1/checklist/find-character.ts';
import { clausesOf, meaningOf } from '../../../../src/record/v1/checklist/meaning.ts';
import { readAnswersValue } from '../../../../src/record/v1/checklist/read-answers.ts';
import { summarize } from '../../../../src/record/v1/checklist/summarize.ts';
import { validateAnswers } from '../../../../src/record/v1/checklist/validate.ts';
import { identify } from '../../../support/record.ts';
import { given, kinds, kindsAnswered } from './kinds-fixture.ts';

function withAnswer(id: string, answer: ItemAnswer): ChecklistAnswers {
  return { ...kindsAnswered, items: { ...kindsAnswered.items, [id]: answer } };
}

function withItem(id: string, change: Partial<CheckItem>): ChecklistDefinition {
  const sections = kinds.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
  }));
  return { ...kinds, sections };
}

function find(id: string): CheckItem {
  const item = kinds.sections.flatMap(({ items }) => items).find((one) => one.id === id);
  if (!item) throw new Error(`No item ${id}.`);
  return item;
}

describe('toSentGiven', () => {
  const number: AnswerAsked = { kind: 'number', unit: '人' };
  const one: AnswerAsked = { kind: 'one', options: ['はい', 'いいえ', 'ＡＢ'] };
  const several: AnswerAsked = { ...one, kind: 'several' };
  test.each<[AnswerAsked, string[], string[]]>([
    [number, ['12'], ['12']],
    [number, [' １，２００人 '], ['1200']],
    [number, ['007'], ['7']],
    [number, ['−3.50'], ['-3.50']],
    [number, ['1,5'], ['1,5']],
    [number, ['約10'], ['約10']],
    [number, ['  '], []],
    [number, [], []],
    [{ kind: 'date' }, ['令和8年4月1日'], ['2026-04-01']],
    [{ kind: 'date' }, ['来月'], ['来月']],
    [{ kind: 'text' }, [' 一行\r\n二行 '], ['一行\n二行']],
    [one, ['AB'], ['ＡＢ']],
    [one, ['はい', 'いいえ'], []],
    [one, ['どちらでもない'], []],
    [several, ['いいえ', 'はい', 'ほか'], ['はい', 'いいえ']],
  ])('%j: %j is sent as %j', (asked, typed, sent) => {
    expect(toSentGiven(asked, typed)).toEqual(sent);
  });

  test('what is sent is sent again as it is', () => {
    const sent = toSentAnswers(kinds, kindsAnswered);
    expect(toSentAnswers(kinds, sent)).toEqual(sent);
    expect(sent).toEqual(kindsAnswered);
  });
});

test.each<[AnswerAsked, string[], string]>([
  [{ kind: 'number', unit: '人' }, ['12'], '12 人'],
  [{ kind: 'number' }, ['12'], '12'],
  [{ kind: 'date' }, ['2026-04-01'], '2026年4月1日'],
  [{ kind: 'several', options: ['紙', '布'] }, ['紙', '布'], '紙\n布'],
])('%j: %j reads %s', (asked, answer, text) => {
  expect(formatGiven(asked, answer)).toBe(text);
});

describe('a list with answers of every kind', () => {
  test('counts ○ over its states alone, and of the others how many are answered', () => {
    expect(countAnswers(kinds, kindsAnswered)).toEqual({
      asked: 7,
      total: 1,
      done: 0,
      partial: 1,
      notDone: 0,
      notApplicable: 0,
      unanswered: 1,
      circles: 0,
      crosses: 1,
      othersAnswered: 5,
    });
  });

  test('an item without an answer is open, never ×', () => {
    const { blocks } = summarize(kinds, kindsAnswered, { documentNumber: '0000-0000-0000' });
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(rows.map(({ cells: [number, , answer], weight }) => [number, answer, weight])).toEqual([
      ['1-1', '× 一部実施・予定\n予定日 2027年3月31日', 'attention'],
      ['1-2', '1200 人', 'plain'],
      ['1-3', '2026年4月1日', 'plain'],
      ['(2)', '検討している', 'plain'],
      ['A3', '紙\nクラウド', 'plain'],
      ['3', '気づいた者が上長へ。\n上長が窓口へ、1時間以内に電話する。', 'plain'],
      ['4', '未回答', 'open'],
    ]);
  });

  test('says in its own words whom it goes to, and carries no notice of another document', () => {
    const { blocks } = summarize(kinds, kindsAnswered, { documentNumber: '0000-0000-0000' });
    expect(blocks[0]).toMatchObject({ kind: 'fields', caption: '記入者' });
    expect(blocks[1]).toMatchObject({ kind: 'fields', caption: '送り先' });
    expect(blocks.map(({ kind }) => kind)).not.toContain('list');
  });

  test('asks no state at all: nothing is said of ○', () => {
    const list = { ...kinds, sections: kinds.sections.slice(1) };
    const { blocks } = summarize(list, kindsAnswered, { documentNumber: '0000-0000-0000' });
    expect(blocks.find((block) => block.kind === 'fields' && block.caption === '集計')).toEqual({
      kind: 'fields',
      caption: '集計',
      rows: [
        { label: '選択・記入の問い', value: '回答 3 / 4' },
        { label: '未回答', value: '1' },
      ],
    });
    expect(JSON.stringify(blocks)).not.toContain('×');
  });

  test('definition and answers pass their schemas, and the reader of drafts', () => {
    expect(ChecklistDefinitionSchema.parse(kinds)).toEqual(kinds);
    expect(ChecklistAnswersSchema.parse(kindsAnswered)).toEqual(kindsAnswered);
    const read = readAnswersValue(JSON.parse(JSON.stringify(kindsAnswered)), kinds);
    expect(read).toEqual({ ok: true, answers: kindsAnswered });
  });

  test.each([
    ['a state beside it', { status: 'done' }],
    ['another key', { more: 1 }],
    ['a number', { given: [12] }],
    ['no list', { given: '12' }],
    ['101 entries', { given: Array(101).fill('12') }],
    ['a hash of another form', { clauses: 'x' }],
  ])('an answer with %s is damaged', (_, more) => {
    const answers = { ...kindsAnswered, items: { 'q-1-2': { ...given('q-1-2', ['12']), ...more } } };
    expect(readAnswersValue(answers, kinds)).toMatchObject({ ok: false, problem: { kind: 'damaged' } });
    expect(ChecklistAnswersSchema.safeParse(answers).success).toBe(false);
  });

  test('what cannot be handed over is told at its field', () => {
    const answers: ChecklistAnswers = {
      ...kindsAnswered,
      items: {
        'q-1-2': given('q-1-2', ['約10人']),
        'q-1-3': given('q-1-3', ['2026-02-30'], { evidence: '録'.repeat(201) }),
        'q-2-3': given('q-2-3', ['あ'.repeat(5001)]),
      },
    };
    const { problems, unanswered } = validateAnswers(kinds, answers, '2026-11-30');
    expect(problems).toMatchInlineSnapshot(`
      [
        {
          "fieldId": "item-q-1-2-given",
          "message": "No.1-2 の回答は、数字だけで入力してください（例: 12。単位や「約」は書かず、補足は備考に書きます）。",
        },
        {
          "fieldId": "item-q-1-3-given",
          "message": "No.1-3 の回答に、暦にない日が入っています。2026年2月は 28 日までです。正しい日を入力してください。",
        },
        {
          "fieldId": "item-q-1-3-evidence",
          "message": "No.1-3 の記録の名前を 200 文字以内に縮めてください（今は 201 文字です）。",
        },
        {
          "fieldId": "item-q-2-3-given",
          "message": "No.3 の回答を 5,000 文字以内に縮めてください（今は 5,001 文字です）。",
        },
      ]
    `);
    expect(unanswered.map(({ number }) => number)).toEqual(['1-1', '(2)', 'A3', 4]);
  });

  test('an answer of the other form is none, whatever its hash says', () => {
    const { meaning } = find('q-1-2');
    const answers = withAnswer('q-1-2', { status: 'done', evidence: '', note: '', dueOn: '', meaning });
    expect(isAnswered(answers, find('q-1-2'))).toBe(false);
    expect(toSentAnswers(kinds, answers).items).not.toHaveProperty('q-1-2');
  });

  test('a character that the font lacks is found where it was typed', () => {
    const answers = withAnswer('q-2-3', given('q-2-3', ['龘の間']));
    expect(findCharacter(kinds, answers, '龘')).toEqual([{ fieldId: 'item-q-2-3-given', label: 'No.3 の回答' }]);
  });
});

describe('what an answer means', () => {
  const asked = (answer: AnswerAsked | undefined) => meaningOf({ text: '問い', answer }, sha256);
  const options = ['甲', '乙'];
  test('hangs on the answers offered, not on their order or width', () => {
    expect(asked({ kind: 'one', options: ['乙', '甲'] })).toBe(asked({ kind: 'one', options }));
    expect(asked({ kind: 'number', unit: '％' })).toBe(asked({ kind: 'number', unit: '%' }));
    const all = [undefined, ...(['one', 'several'] as const).map((kind) => ({ kind, options }))];
    const others: AnswerAsked[] = [
      { kind: 'text' },
      { kind: 'date' },
      { kind: 'number' },
      { kind: 'number', unit: '人' },
    ];
    expect(new Set([...all, ...others, { kind: 'one' as const, options: ['甲', '丙'] }].map(asked)).size).toBe(8);
  });

  test('an option more is another list under the same version; another guidance is not', () => {
    const more = withItem('q-2-1', { answer: { kind: 'one', options: ['ある', 'ない'] } });
    const known = [identify('checklist', kinds)];
    expect(findStanding(identify('checklist', more), known)).toBe('altered');
    expect(findStanding(identify('checklist', withItem('q-2-2', { clauses: 'f'.repeat(16) })), known)).toBe('reworded');
  });
});

describe('a clause that changed', () => {
  const now = withItem('q-2-2', { clauses: 'fedcba9876543210' });
  test('asks again, with the old answer kept, and says why', () => {
    const [stale] = staleItems(now, kindsAnswered);
    expect(stale?.id).toBe('q-2-2');
    expect(stale && whyStale(given('q-2-2', ['紙']), stale)).toBe('clauses');
    expect(countAnswers(now, kindsAnswered).unanswered).toBe(2);
    const taken = takeOver(now, kindsAnswered, '2026-11-21');
    expect(taken.answers.items['q-2-2']).toEqual(kindsAnswered.items['q-2-2']);
    expect(takenOverMessage(taken)).toMatchInlineSnapshot(
      `"5項目を引き継ぎました。1項目（No.A3）は根拠の条が変わったため、もう一度答えてください。1項目（No.4）は前回の答えがありません。1項目（No.1-1）は記録の有効期限が過ぎています。新しい記録があれば、名前と日付を書き換えてください。確認日を入力し、答えが今も正しいかを確かめてください。"`,
    );
  });

  test('a text that changed besides is told as that', () => {
    const item = { ...find('q-2-2'), meaning: '0000000000000000', clauses: 'fedcba9876543210' };
    expect(whyStale(given('q-2-2', ['紙']), item)).toBe('item');
  });

  test('is known by its words alone, in whatever order and width, and there is none without any', () => {
    expect(clausesOf(['一。', '二。'], sha256)).toBe(clausesOf(['二。', ' 一。', '一。'], sha256));
    expect(clausesOf(['一。'], sha256)).not.toBe(clausesOf(['二。'], sha256));
    expect(clausesOf([], sha256)).toBeUndefined();
  });
});

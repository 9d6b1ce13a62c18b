import { describe, expect, test } from 'vitest';
import { longestJson } from '../../../../src/core/text/limits.ts';
import { answersMessage } from '../../../../src/record/v1/checklist/answers-message.ts';
import { readAnswers } from '../../../../src/record/v1/checklist/read-answers.ts';
import type { AnswersProblem } from '../../../../src/record/v1/read-values.ts';
import { definition, filled } from './fixture.ts';

function problemOf(text: string): AnswersProblem | undefined {
  const reading = readAnswers(text, definition);
  return reading.ok ? undefined : reading.problem;
}

/** The sound answers with one value changed at a path; a new key is added. */
function changed(path: string[], value: unknown): string {
  const copy: unknown = JSON.parse(JSON.stringify(filled));
  let at = copy;
  for (const key of path.slice(0, -1)) at = Object.getOwnPropertyDescriptor(at, key)?.value;
  Object.defineProperty(at, path.at(-1) ?? '', { value, enumerable: true, configurable: true });
  return JSON.stringify(copy);
}

describe('readAnswers', () => {
  test('gives back what was written, with or without a byte order mark', () => {
    expect(readAnswers(JSON.stringify(filled), definition)).toEqual({ ok: true, answers: filled });
    expect(readAnswers(`\uFEFF${JSON.stringify(filled, null, 2)}`, definition)).toEqual({ ok: true, answers: filled });
  });

  test('keeps what the invitation said, and nothing else beside it', () => {
    const request = {
      id: 'q7f3a1',
      name: '令和8年度 委託先点検',
      dueOn: '2027-01-31',
      scope: '本社',
      contact: '総務課',
    };
    expect(readAnswers(changed(['request'], request), definition)).toEqual({
      ok: true,
      answers: { ...filled, request },
    });
    const others = [{ ...request, more: '' }, { ...request, name: 1 }, { ...request, id: '../x' }, null, [], 'text'];
    for (const one of [...others, { ...request, scope: 'あ'.repeat(1001) }])
      expect(problemOf(changed(['request'], one))).toMatchObject({ kind: 'damaged' });
  });

  test('keeps what was typed even if it cannot be handed over', () => {
    for (const text of ['あ'.repeat(10_000), '<script>alert(1)</script>', '\ud842']) {
      const reading = readAnswers(changed(['header', 'company'], text), definition);
      expect(reading.ok && reading.answers.header.company).toBe(text);
    }
    const reading = readAnswers(changed(['header', 'checkedOn'], '2026-02-30'), definition);
    expect(reading.ok && reading.answers.header.checkedOn).toBe('2026-02-30');
  });

  test('takes answers of an older version, whose items decide for themselves whether they are stale', () => {
    const reading = readAnswers(changed(['version'], 1), definition);
    expect(reading.ok && reading.answers.version).toBe(1);
  });

  test.each<[string, string, AnswersProblem]>([
    ['nothing', '', { kind: 'not-json' }],
    ['a cut-off file', JSON.stringify(filled).slice(0, -5), { kind: 'not-json' }],
    ['a PDF', '%PDF-1.7', { kind: 'not-json' }],
    ['null', 'null', { kind: 'not-ours' }],
    ['a list', '[]', { kind: 'not-ours' }],
    ['another JSON', '{"name":"kitei"}', { kind: 'not-ours' }],
    ['an inherited format', '{"__proto__":{"format":"kitei-answers/1"}}', { kind: 'not-ours' }],
    ['a newer format', changed(['format'], 'kitei-answers/2'), { kind: 'newer-version' }],
    ['a newer definition', changed(['version'], 3), { kind: 'newer-version' }],
    ['another list', changed(['checklist'], 'self-assessment'), { kind: 'other-list' }],
    ['another tool', changed(['kind'], 'form'), { kind: 'other-list' }],
    ['version 0', changed(['version'], 0), { kind: 'damaged', where: 'version' }],
    ['version as text', changed(['version'], '2'), { kind: 'damaged', where: 'version' }],
    ['an unknown key', changed(['extra'], 1), { kind: 'damaged', where: 'extra' }],
    ['__proto__ at the top', changed(['__proto__'], { admin: true }), { kind: 'damaged', where: '__proto__' }],
    ['__proto__ in the header', changed(['header', '__proto__'], {}), { kind: 'damaged', where: 'header.__proto__' }],
    [
      '__proto__ as an item',
      changed(['items', '__proto__'], filled.items['manager']),
      { kind: 'damaged', where: 'items.__proto__' },
    ],
    ['a header that is null', changed(['header'], null), { kind: 'damaged', where: 'header' }],
    ['a number for a name', changed(['header', 'company'], 5), { kind: 'damaged', where: 'header.company' }],
    ['items as a list', changed(['items'], []), { kind: 'damaged', where: 'items' }],
    [
      'an unknown state',
      changed(['items', 'manager', 'status'], 'constructor'),
      { kind: 'damaged', where: 'items.manager.status' },
    ],
    ['an item as text', changed(['items', 'manager'], 'done'), { kind: 'damaged', where: 'items.manager' }],
    [
      'a note as a list',
      changed(['items', 'manager', 'note'], ['x']),
      { kind: 'damaged', where: 'items.manager.note' },
    ],
    [
      'an odd meaning',
      changed(['items', 'manager', 'meaning'], 'x'),
      { kind: 'damaged', where: 'items.manager.meaning' },
    ],
  ])('refuses %s', (_, text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });

  test('refuses a text of more than 2 Mi characters before it is parsed', () => {
    expect(problemOf('['.repeat(longestJson + 1))).toEqual({ kind: 'too-large' });
    expect(problemOf('['.repeat(longestJson))).toEqual({ kind: 'not-json' });
  });

  test('refuses a flood of items', () => {
    const items = Object.fromEntries(
      Array.from({ length: 1001 }, (_, index) => [`i${index}`, filled.items['manager']]),
    );
    expect(problemOf(changed(['items'], items))).toEqual({ kind: 'damaged', where: 'items' });
  });

  test('never changes the prototype of objects', () => {
    readAnswers(changed(['items', '__proto__'], { polluted: true }), definition);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('answersMessage', () => {
  test('says in Japanese what to do', () => {
    const problems: AnswersProblem[] = [
      { kind: 'too-large' },
      { kind: 'not-json' },
      { kind: 'not-ours' },
      { kind: 'other-list' },
      { kind: 'newer-version' },
      { kind: 'damaged', where: `items.${'x'.repeat(500)}` },
    ];
    expect(problems.map((problem) => answersMessage(problem, definition))).toMatchInlineSnapshot(`
      [
        "ファイルが大きすぎます（2 MB まで。PDF は 20 MB まで）。このページの「途中の回答をファイルに保存」で作ったファイルか、このサイトで作った PDF を選んでください。",
        "ファイルを読み取れません。このページの「途中の回答をファイルに保存」で作った .json ファイルか、このサイトで作った PDF を選んでください。",
        "このサイトで保存した回答のファイルではありません。このページの「途中の回答をファイルに保存」で作った .json ファイルか、このサイトで作った PDF を選んでください。",
        "ほかのリストの回答です。「委託先情報セキュリティ対策状況確認リスト」の回答を選んでください。",
        "このページより新しい版で保存した回答です。ページを読み込み直すか、新しい版のサイトで開いてください。",
        "ファイルの一部（items.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…）が壊れているか、書き換えられています。保存し直したファイルを選んでください。",
      ]
    `);
  });
});

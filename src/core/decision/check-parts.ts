import { unset } from '../../record/v1/company/unset.ts';
import { unknown } from '../../record/v1/decision/answers.ts';
import type { Condition, DecisionDefinition, Question, Test } from '../../record/v1/decision/definition.ts';
import type { Flaw } from './flaw.ts';

/** Ids that every decision uses itself. */
const reserved = new Set([unknown, unset, 'none']);

/**
 * Holds that the parts of a decision name one another rightly: ids once, conditions of known questions and options,
 * questions asked on earlier ones only, rules with a condition and a known outcome.
 * @returns flaws in order of the file; the proof needs a decision without any
 */
export function checkParts(definition: DecisionDefinition): Flaw[] {
  const { questions, outcomes, rules, duties, contradictions, check } = definition;
  const outcomeIds = outcomes.map(({ id }) => id);
  return [
    ...checkIds(definition),
    ...questions.flatMap(({ when }, index) => checkWhen(when, questions.slice(0, index), `questions[${index}].when`)),
    ...rules.flatMap(({ when, outcome }, index) => [
      ...checkWhen(when, questions, `rules[${index}].when`),
      ...(when.length === 0 || when.some((condition) => Object.keys(condition).length === 0)
        ? [flaw(`rules[${index}].when`, '条件がありません。', 'どの答えのときのものかを書いてください。')]
        : []),
      ...(outcomeIds.includes(outcome)
        ? []
        : [flaw(`rules[${index}].outcome`, `結論「${outcome}」がありません。`, `あるもの: ${outcomeIds.join('、')}`)]),
    ]),
    ...duties.flatMap(({ when }, index) => checkWhen(when, questions, `duties[${index}].when`)),
    ...(check?.profiles ?? []).flatMap(({ when }, index) =>
      checkWhen(when, questions, `check.profiles[${index}].when`),
    ),
    ...findDoubles(
      contradictions.map(({ point }) => point),
      'contradictions',
    ),
  ];
}

function checkIds({ questions, outcomes, duties, check }: DecisionDefinition): Flaw[] {
  const ids = <Part extends { id: string }>(parts: readonly Part[]) => parts.map(({ id }) => id);
  return [
    ...findDoubles(ids(questions), 'questions'),
    ...questions.flatMap(({ kind, options }, index) => [
      ...findDoubles(ids(options), `questions[${index}].options`),
      ...(kind === 'setting' ? [] : ids(options))
        .filter((id) => reserved.has(id))
        .map((id) =>
          flaw(
            `questions[${index}].options`,
            `「${id}」は使えません。`,
            'どの問いにもある答えを表す言葉です。別の id を付けてください（例: not-used）。',
          ),
        ),
    ]),
    ...findDoubles(ids(outcomes), 'outcomes'),
    ...findDoubles(ids(duties), 'duties'),
    ...findDoubles(ids(check?.profiles ?? []), 'check.profiles'),
  ];
}

function findDoubles(ids: readonly string[], path: string): Flaw[] {
  const doubles = ids.filter((id, index) => ids.indexOf(id) !== index);
  return doubles.map((id) => flaw(path, `「${id}」が二度あります。`, '一つの id は、一度だけ使えます。'));
}

/** Holds that a condition tests known questions for answers that they have. */
export function checkWhen(when: readonly Condition[], known: readonly Question[], path: string): Flaw[] {
  return when.flatMap((condition) =>
    Object.entries(condition).flatMap(([id, test]) => {
      const question = known.find((candidate) => candidate.id === id);
      if (question) return checkTest(test, question, path);
      const names = known.map((candidate) => candidate.id).join(', ');
      return [flaw(path, `「${id}」は、それより前の問いではありません。`, `ここで使える問い: ${names || 'なし'}`)];
    }),
  );
}

function checkTest(test: Test, { id, kind, options }: Question, path: string): Flaw[] {
  if ('atLeast' in test || 'atMost' in test) {
    const count = 'atLeast' in test ? test.atLeast : test.atMost;
    if (kind === 'several' && count <= options.length) return [];
    const hint =
      kind === 'several'
        ? `「${id}」の選択肢は ${options.length} です。`
        : `「${id}」の答えは一つです。その答えを書いてください。`;
    return [flaw(path, `「${id}」に、${count} の答えはあり得ません。`, hint)];
  }
  const known = [...options.map((option) => option.id), ...(kind === 'setting' ? [unset] : [])];
  return ('any' in test ? test.any : test.none)
    .filter((option) => !known.includes(option))
    .map((option) => flaw(path, `「${id}」に選択肢「${option}」はありません。`, `選択肢: ${known.join('、')}`));
}

function flaw(path: string, problem: string, hint: string): Flaw {
  return { path, problem, hint };
}

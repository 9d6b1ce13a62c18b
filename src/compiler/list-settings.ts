import type { InspectedPassage } from '../core/inspection/input.ts';
import type { FillIns } from '../core/tailoring/fill-ins.ts';
import { type Condition, fillText, type Wording } from '../core/tailoring/wording.ts';
import { unset } from '../record/v1/company/unset.ts';
import { combine, possibleAnswers } from '../record/v1/decision/combinations.ts';
import type { Question } from '../record/v1/decision/definition.ts';
import type { DecisionDraft } from './decision-draft.ts';
import { toPlainQuestions } from './plain-questions.ts';
import { toKebab } from './to-kebab.ts';

/**
 * Where decisions take an answer from organization.yaml, as passages: they are listed and tried like a page's texts.
 * A setting that another setting makes needless has that as its condition: nobody asks how private devices are
 * connected where they are forbidden.
 * @param ours ids of the company's own handbooks: to the main one they belong
 */
export function listSettings(
  drafts: readonly DecisionDraft[],
  { choices }: FillIns,
  wording: Wording,
  ours: readonly string[],
): InspectedPassage[] {
  return drafts.flatMap((draft) => {
    const { id, title, questions } = draft.parsed;
    const conditions = findConditions(draft, choices);
    return questions.flatMap((question): InspectedPassage[] => {
      if (question.kind !== 'setting') return [];
      const { choice } = question;
      const place = { handbook: ours[0] ?? '', label: fillText(title, wording), url: `decisions/${id}/` };
      const text = [`${choices[choice]?.question ?? choice}：`, { choice }];
      return [{ ...place, text, beside: [], conditions: conditions.get(question.id) ?? [] }];
    });
  });
}

/** The questions that some of them hang on, and these themselves: what else is asked changes nothing about them. */
function keepAskedFor(questions: readonly Question[], wanted: Set<string>): Question[] {
  return questions
    .toReversed()
    .flatMap((question) => {
      if (!wanted.has(question.id)) return [];
      for (const condition of question.when) for (const id of Object.keys(condition)) wanted.add(id);
      return question;
    })
    .toReversed();
}

/** By setting: the options of other settings without which it is never asked. */
function findConditions({ parsed }: DecisionDraft, choices: FillIns['choices']): Map<string, Condition[]> {
  const settings = parsed.questions.filter((question) => question.kind === 'setting');
  if (settings.length < 2) return new Map();
  const optionsOf = (choice: string) => Object.keys(choices[choice]?.options ?? {});
  const questions = keepAskedFor(toPlainQuestions(parsed.questions, choices), new Set(settings.map(({ id }) => id)));
  /** `<setting> <other setting>` → the values of the other with which the setting is asked. */
  const seen = new Map<string, Set<string>>();
  for (const combination of combine(questions, possibleAnswers)) {
    for (const { id } of settings) {
      if (!combination[id]) continue;
      for (const other of settings) {
        const value = combination[other.id]?.[0];
        if (other.id === id || value === undefined) continue;
        const key = `${id} ${other.id}`;
        seen.set(key, (seen.get(key) ?? new Set()).add(value));
      }
    }
  }
  return new Map(
    settings.map(({ id }) => [
      id,
      settings.flatMap((other): Condition[] => {
        const values = [...(seen.get(`${id} ${other.id}`) ?? [])].filter((value) => value !== unset);
        const options = optionsOf(other.choice);
        const [only] = values;
        if (values.length !== 1 || options.length < 2) return [];
        return [{ choice: other.choice, is: options.find((option) => toKebab(option) === only) ?? '' }];
      }),
    ]),
  );
}

import type { InspectedPassage } from '../core/inspection/input.ts';
import type { FillIns } from '../core/tailoring/fill-ins.ts';
import { type Condition, fillText, type Wording } from '../core/tailoring/wording.ts';
import { unset } from '../record/v1/company/unset.ts';
import { combine, possibleAnswers } from '../record/v1/decision/combinations.ts';
import type { Question } from '../record/v1/decision/definition.ts';
import type { DecisionDraft } from './read-decision-draft.ts';
import { ownHandbook } from './read-tailoring.ts';
import { toConditions } from './to-conditions.ts';
import { toKebab } from './to-kebab.ts';

/**
 * Where decisions take an answer from organization.yaml, as passages: they are listed and tried like a page's texts.
 * A setting that another setting makes needless has that as its condition: nobody asks how private devices are
 * connected where they are forbidden.
 */
export function listSettings(
  drafts: readonly DecisionDraft[],
  { choices }: FillIns,
  wording: Wording,
): InspectedPassage[] {
  return drafts.flatMap((draft) => {
    const { id, title, questions } = draft.parsed;
    const conditions = findConditions(draft, choices);
    return questions.flatMap((question): InspectedPassage[] => {
      if (question.kind !== 'setting') return [];
      const { choice } = question;
      const place = { handbook: ownHandbook, label: fillText(title, wording), url: `decisions/${id}/` };
      const text = [`${choices[choice]?.question ?? choice}：`, { choice }];
      return [{ ...place, text, beside: [], conditions: conditions.get(question.id) ?? [] }];
    });
  });
}

/** By setting: the options of other settings without which it is never asked. */
function findConditions({ parsed }: DecisionDraft, choices: FillIns['choices']): Map<string, Condition[]> {
  const settings = parsed.questions.filter((question) => question.kind === 'setting');
  if (settings.length < 2) return new Map();
  const optionsOf = (choice: string) => Object.keys(choices[choice]?.options ?? {});
  const questions = parsed.questions.map((question): Question => {
    const ids =
      question.kind === 'setting'
        ? optionsOf(question.choice).map(toKebab)
        : question.kind === 'clients'
          ? question.handbooks
          : question.options.map((option) => option.id);
    const options = ids.map((id) => ({ id, text: '', help: '' }));
    const kind = question.kind === 'clients' ? 'several' : question.kind;
    return { id: question.id, kind, text: '', help: '', when: toConditions(question.when), options };
  });
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

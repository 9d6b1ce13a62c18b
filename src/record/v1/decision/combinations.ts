import { unset } from '../company/unset.ts';
import { type Answers, unknown } from './answers.ts';
import { type Combination, holdsAny } from './condition.ts';
import type { Question } from './definition.ts';

/**
 * The combinations that a person's answers leave open: one, or with 「わからない」 one for each answer it stands for.
 * Questions that a combination does not ask have no entry in it.
 * @param answersTo the possible answers to a question that some combination asks
 */
export function* combine(
  questions: readonly Question[],
  answersTo: (question: Question) => readonly (readonly string[])[],
  combination: Combination = {},
  from = 0,
): Generator<Combination> {
  const question = questions[from];
  if (!question) {
    yield combination;
    return;
  }
  if (!holdsAny(question.when, combination)) {
    yield* combine(questions, answersTo, combination, from + 1);
    return;
  }
  for (const answer of answersTo(question)) {
    yield* combine(questions, answersTo, { ...combination, [question.id]: answer }, from + 1);
  }
}

/** Every concrete answer to a question: each option, or each set of options where several may be chosen. */
export function possibleAnswers({ kind, options }: Question): string[][] {
  const ids = options.map(({ id }) => id);
  if (kind === 'one') return ids.map((id) => [id]);
  if (kind === 'setting') return [...ids, unset].map((id) => [id]);
  return ids.reduce<string[][]>((sets, id) => sets.flatMap((set) => [set, [...set, id]]), [[]]);
}

/** The concrete answers that a person's answer stands for. */
export function meantAnswers(question: Question, answer: readonly string[]): readonly (readonly string[])[] {
  return answer[0] === unknown ? possibleAnswers(question) : [answer];
}

/** Whether a question offers this answer. */
export function isOffered({ kind, options }: Question, answer: readonly string[]): boolean {
  if (answer.length === 1 && answer[0] === unknown) return true;
  if (kind === 'one' && answer.length !== 1) return false;
  const known = new Set(options.map(({ id }) => id));
  return new Set(answer).size === answer.length && answer.every((id) => known.has(id));
}

/** The answer as it is stored: several options in the order of the question. */
export function inOrder({ options }: Question, answer: readonly string[]): string[] {
  if (answer[0] === unknown) return [unknown];
  return options.flatMap(({ id }) => (answer.includes(id) ? [id] : []));
}

/** What a person answered; never something inherited from a prototype. */
export function findAnswer(answers: Answers, questionId: string): string[] | undefined {
  return Object.hasOwn(answers, questionId) ? answers[questionId] : undefined;
}

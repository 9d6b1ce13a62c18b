import { unset } from '../company/unset.ts';
import type { Answers } from './answers.ts';
import { combine, findAnswer, inOrder, isOffered, meantAnswers } from './combinations.ts';
import { type Combination, holdsAny } from './condition.ts';
import type { Contradiction, DecisionDefinition, Duty, Outcome, Question, Rule } from './definition.ts';
import { stages } from './stages.ts';

/** An answered question. */
export interface Step {
  question: Question;
  answer: string[];
}

/** A question that was not asked, and the answers that made it needless. */
export interface SkippedQuestion {
  question: Question;
  because: Step[];
}

export interface ActiveDuty {
  duty: Duty;
  /** Whether it belongs to the strictest outcome, whatever a 「わからない」 stands for. */
  isCertain: boolean;
}

/** What the rules say of a complete set of answers. */
export interface Result {
  /** The strictest first; more than one only with 「わからない」. */
  outcomes: Outcome[];
  /** What the conclusion rests on, beside each outcome's own basis. */
  rules: Rule[];
  /** In order of the stages, then of the decision. */
  duties: ActiveDuty[];
  /** Points on which the documents that apply differ, with what those say. */
  contradictions: Contradiction[];
}

/** Where a person stands. Position, history and result are computed from the answers, so no wrong state can stay behind. */
export type Verdict = {
  /** The questions asked so far, with their answers, in order. */
  steps: Step[];
  skipped: SkippedQuestion[];
} /** `later`: questions that the answers so far call for as well, for a sheet that asks them all at once. */ & (
  | { kind: 'asking'; question: Question; later: Question[] }
  /** The decision no longer offers this answer: the question asks again. */
  | { kind: 'stale'; question: Question; answer: string[]; later: Question[] }
  | { kind: 'decided'; result: Result }
);

/** Replays the answers from the start. */
export function decide(definition: DecisionDefinition, answers: Answers): Verdict {
  const steps: Step[] = [];
  const skipped: SkippedQuestion[] = [];
  const answered = new Map<string, string[]>();
  const answersTo = (question: Question) => meantAnswers(question, answered.get(question.id) ?? []);
  for (const [index, question] of definition.questions.entries()) {
    const before = definition.questions.slice(0, index);
    if (!isAsked(question, before, answersTo)) {
      skipped.push({ question, because: findReasons(question, steps) });
      continue;
    }
    if (question.kind === 'setting') {
      answered.set(question.id, [question.value ?? unset]);
      steps.push({ question, answer: [question.value ?? unset] });
      continue;
    }
    const given = findAnswer(answers, question.id);
    if (given === undefined || !isOffered(question, given)) {
      const known = before.filter(({ id }) => answered.has(id));
      const later = definition.questions
        .slice(index + 1)
        .filter((next) => next.kind !== 'setting' && isAsked(next, known, answersTo));
      return given === undefined
        ? { kind: 'asking', question, later, steps, skipped }
        : { kind: 'stale', question, answer: given, later, steps, skipped };
    }
    const answer = inOrder(question, given);
    answered.set(question.id, answer);
    steps.push({ question, answer });
  }
  const result = conclude(definition, combine(definition.questions, answersTo));
  return { kind: 'decided', result, steps, skipped };
}

/** Whether some combination that the answers leave open asks the question. */
function isAsked(question: Question, before: readonly Question[], answersTo: Parameters<typeof combine>[1]): boolean {
  if (question.when.length === 0) return true;
  for (const combination of combine(before, answersTo)) if (holdsAny(question.when, combination)) return true;
  return false;
}

function findReasons(question: Question, steps: readonly Step[]): Step[] {
  const named = new Set(question.when.flatMap((condition) => Object.keys(condition)));
  return steps.filter((step) => named.has(step.question.id));
}

/** What the rules say of all combinations together: the union of what they say of each. */
function conclude(definition: DecisionDefinition, combinations: Iterable<Combination>): Result {
  /** By outcome: in how many combinations it is reached, and each duty applies. */
  const reached = new Map<string, { count: number; duties: Map<Duty, number> }>();
  const rules = new Set<Rule>();
  for (const combination of combinations) {
    const active = dutiesOf(definition, combination);
    for (const rule of definition.rules) {
      if (!holdsAny(rule.when, combination)) continue;
      rules.add(rule);
      const { count, duties } = reached.get(rule.outcome) ?? { count: 0, duties: new Map<Duty, number>() };
      for (const duty of active) duties.set(duty, (duties.get(duty) ?? 0) + 1);
      reached.set(rule.outcome, { count: count + 1, duties });
    }
  }
  const outcomes = definition.outcomes.filter(({ id }) => reached.has(id));
  const strictest = reached.get(outcomes[0]?.id ?? '');
  const applying = new Set([...reached.values()].flatMap(({ duties }) => [...duties.keys()]));
  const duties = definition.duties
    .filter((duty) => applying.has(duty))
    .map((duty) => ({ duty, isCertain: strictest !== undefined && strictest.duties.get(duty) === strictest.count }));
  // A document that only another answer would bring in contradicts nothing yet.
  const differing = findContradictions(duties.flatMap(({ duty, isCertain }) => (isCertain ? duty : [])));
  return {
    outcomes,
    rules: [...rules],
    duties: stages.flatMap((stage) => duties.filter(({ duty }) => duty.stage === stage)),
    contradictions: definition.contradictions.flatMap((contradiction) => {
      const found = differing.find(({ point }) => point === contradiction.point);
      const named = new Set(found?.duties.map(({ source }) => source));
      return found
        ? [{ ...contradiction, positions: contradiction.positions.filter(({ source }) => named.has(source)) }]
        : [];
    }),
  };
}

/** The duties that apply to a combination, in order. */
export function dutiesOf({ duties }: Pick<DecisionDefinition, 'duties'>, combination: Combination): Duty[] {
  return duties.filter((duty) => holdsAny(duty.when, combination));
}

/** The points on which duties of one combination take different positions, with all duties that take one. */
export function findContradictions(active: readonly Duty[]): { point: string; duties: Duty[] }[] {
  const points = new Map<string, Duty[]>();
  for (const duty of active) {
    if (!duty.stance) continue;
    points.set(duty.stance.point, [...(points.get(duty.stance.point) ?? []), duty]);
  }
  return [...points]
    .map(([point, duties]) => ({ point, duties }))
    .filter(({ duties }) => new Set(duties.map(({ stance }) => stance?.says)).size > 1);
}

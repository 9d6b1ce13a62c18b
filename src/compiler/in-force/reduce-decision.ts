import type { DecisionFile, FileWhen } from '../../core/decision/file-schema.ts';
import type { FillIns } from '../../core/tailoring/fill-ins.ts';
import type { DecisionDraft } from '../decision-draft.ts';
import { namesIn, UnwritableError } from './conditions.ts';
import { handbookOf, type InForce } from './in-force.ts';
import { Places } from './places.ts';
import { type FileQuestion, QuestionsLeft } from './questions-left.ts';
import { reduceCases } from './reduce-cases.ts';
import { partsOf, reducePapers } from './reduce-papers.ts';
import { reduceShownList } from './reduce-shown-list.ts';

/** What is left of a decision, or why nothing is. */
export type Reduced =
  | { kind: 'same' }
  | { kind: 'less'; draft: DecisionDraft; places: Places; scopePlaces: Places; casePlaces: Places }
  | { kind: 'left-out'; reason: string };

/**
 * Takes out of a decision, its scope book and its cases what rests on documents that are off. What is left says of every
 * combination of answers that is still possible what the whole says of it, so that the proofs hold of it as of the whole:
 *
 * - The documents that are off are no answers to a `clients` question. One without answers goes; whoever was asked would
 *   say none of them. A question that nobody can be asked any more goes, and so does one on which nothing hangs any more.
 * - A condition is resolved: a test of answers that are gone holds where its contrary does; one that names several keeps
 *   the rest.
 * - A citation of an off document goes. A duty or a password profile goes with its last. A scope line goes with its unit.
 * - A rule, a duty or a paper that no combination reaches any more goes, where its condition hangs on a question that changed, and
 *   an outcome with its rules. What hangs on no such question is reached as before: if not at all, that is a fault.
 * - A point on which documents differ goes with all positions but one, or where it cannot arise any more.
 * - A case goes where its answers are not possible any more, or its unit is one of an off document.
 *
 * A conclusion is never kept without its ground. Where a rule can still fit and it, or its outcome, cited off documents
 * alone, nobody knows what holds instead: then the decision is left out whole. One that cites nothing rests on all
 * documents that the decision cites and that are no client's. It is left out too where neither duties nor anything that
 * is cited are left.
 */
export function reduceDecision(draft: DecisionDraft, inForce: InForce, choices: FillIns['choices']): Reduced {
  if (inForce.off.size === 0) return { kind: 'same' };
  try {
    return new Reduction(draft, inForce, choices).run();
  } catch (fault) {
    if (!(fault instanceof UnwritableError)) throw fault;
    return { kind: 'left-out', reason: `${fault.message}.` };
  }
}

class Reduction {
  readonly #draft: DecisionDraft;
  readonly #inForce: InForce;
  readonly #questions: QuestionsLeft;
  readonly #places = new Places();
  readonly #scopePlaces = new Places();

  constructor(draft: DecisionDraft, inForce: InForce, choices: FillIns['choices']) {
    this.#draft = draft;
    this.#inForce = inForce;
    this.#questions = new QuestionsLeft(draft.parsed.questions, inForce, choices);
  }

  run(): Reduced {
    const { parsed, scope, cases, isBroken } = this.#draft;
    const duties = this.#reduceDuties();
    const rules = this.#reduceRules();
    if (typeof rules === 'string') return { kind: 'left-out', reason: rules };
    const named = new Set(rules.map(({ outcome }) => outcome));
    const wasNamed = new Set(parsed.rules.map(({ outcome }) => outcome));
    const outcomes = this.#places.keep('outcomes', parsed.outcomes, (outcome, index) => {
      if (wasNamed.has(outcome.id) && !named.has(outcome.id)) return undefined;
      const { citations: _, tell: told, ...rest } = outcome;
      const citations = this.#cite(outcome.citations, `outcomes[${index}]`);
      return { ...rest, ...(citations && { citations }), ...(told && this.#hasOwn() && { tell: told }) };
    });
    const parts = { ...parsed, duties, rules, outcomes, ...this.#reduceExtras(duties, outcomes) };
    const book = this.#reduceScope();
    const questions = this.#reduceQuestions(
      [
        ...[...rules, ...duties, ...(parts.check?.profiles ?? []), ...partsOf(parts.papers)],
        ...[...book.covers, ...(book.asks ?? [])],
      ],
      book.asks ?? [],
    );
    const less: DecisionFile = {
      ...parts,
      questions,
      rules: rules.map((rule) => ({ ...rule, when: rule.when ?? anyAnswer(questions[0]) })),
    };
    const casePlaces = new Places();
    const kept = cases && {
      ...cases,
      cases: reduceCases(cases.cases, parsed, less, this.#questions.fates, this.#inForce, casePlaces),
    };
    const without = this.#listOff();
    if (without.length === 0 && same([parsed, scope.parsed, cases?.cases], [less, book, kept?.cases]))
      return { kind: 'same' };
    const reason = isBroken ? undefined : whyNothing(less, book);
    if (reason !== undefined) return { kind: 'left-out', reason };
    return {
      kind: 'less',
      draft: { ...this.#draft, parsed: less, scope: { ...scope, parsed: book }, cases: kept, without },
      places: this.#places,
      scopePlaces: this.#scopePlaces,
      casePlaces,
    };
  }

  /** Of those that can be asked, those on which something hangs, or never did. */
  #reduceQuestions(
    parts: readonly { when?: FileWhen | undefined }[],
    asks: readonly { question: string }[],
  ): FileQuestion[] {
    const { questions } = this.#draft.parsed;
    const hangs = new Set(asks.map(({ question }) => question));
    for (const { when } of parts) for (const id of namesIn(when)) hangs.add(id);
    const all = this.#questions.list();
    // What a question hangs on stands before it.
    for (const { id, when } of all.toReversed()) if (hangs.has(id)) for (const other of namesIn(when)) hangs.add(other);
    const changed = parts.length > 0 && this.#listOff().length > 0;
    const kept = new Map(
      all.filter(({ id }) => hangs.has(id) || !changed || !this.#wasNamed(id)).map((one) => [one.id, one]),
    );
    return this.#places.keep('questions', questions, ({ id }) => kept.get(id));
  }

  /** Whether anything hung on a question before. */
  #wasNamed(id: string): boolean {
    const { questions, rules, duties, papers, check } = this.#draft.parsed;
    const parts = [...questions, ...rules, ...duties, ...(check?.profiles ?? []), ...partsOf(papers)];
    return parts.some(({ when }) => namesIn(when).includes(id));
  }

  #reduceDuties(): DecisionFile['duties'] {
    return this.#places.keep('duties', this.#draft.parsed.duties, ({ when, citations, ...duty }, index) => {
      const cited = this.#cite(citations, `duties[${index}]`);
      const left = this.#questions.reach(when, citations);
      if (!cited || left === false) return undefined;
      return { ...duty, citations: cited, ...(left !== undefined && { when: left }) };
    });
  }

  /** @returns why the decision is left out, where a conclusion that is still reached has lost its ground */
  #reduceRules(): RuleLeft[] | string {
    const { rules, outcomes } = this.#draft.parsed;
    let reason: string | undefined;
    const left = this.#places.keep('rules', rules, (rule, index): RuleLeft | undefined => {
      const when = this.#questions.reach(rule.when);
      if (when === false) return undefined;
      const outcome = outcomes.find(({ id }) => id === rule.outcome);
      const grounds = [rule.citations, outcome?.citations].filter((some) => some !== undefined);
      const ground = (grounds.length > 0 ? grounds : [this.#listUnasked()]).find((some) => !this.#cite(some));
      if (ground && ground.length > 0) {
        if (!this.#questions.canHold([{ when }])) return undefined;
        const documents = [...new Set(ground.map(handbookOf))].join(', ');
        reason ??= `結論「${rule.outcome}」が、載せない文書（${documents}）に拠るためです。`;
      }
      const citations = this.#cite(rule.citations, `rules[${index}]`);
      return { outcome: rule.outcome, ...(citations && { citations }), when };
    });
    return reason ?? left;
  }

  /** What the decision cites of documents that apply to everybody: no client's. */
  #listUnasked(): string[] {
    const { rules, outcomes, duties } = this.#draft.parsed;
    const cited = [...rules, ...outcomes, ...duties].flatMap(({ citations }) => citations ?? []);
    return cited.filter((citation) => !this.#questions.isOfClient([citation]));
  }

  #reduceExtras(
    duties: DecisionFile['duties'],
    outcomes: DecisionFile['outcomes'],
  ): Partial<Pick<DecisionFile, 'papers' | 'lists' | 'check' | 'contradictions'>> {
    const { papers, lists, check, contradictions } = this.#draft.parsed;
    const left = { duties: idsOf(duties), outcomes: idsOf(outcomes) };
    const offered = reducePapers(papers ?? [], left, this.#questions, this.#places);
    const shown = this.#places.keep('lists', lists ?? [], (one) => reduceShownList(one, left.duties, this.#questions));
    const profiles = this.#places.keep('check.profiles', check?.profiles ?? [], (one, index) => {
      const { when, citations, ...profile } = one;
      const cited = this.#cite(citations, `check.profiles[${index}]`);
      const left = this.#questions.reach(when);
      if (!cited || left === false) return undefined;
      return { ...profile, citations: cited, ...(left !== undefined && { when: left }) };
    });
    const points = this.#places.keep('contradictions', contradictions ?? [], (one) => {
      const positions = this.#inForce.keep(one.positions);
      return this.#arises(one.point) ? { ...one, positions } : undefined;
    });
    return {
      papers: offered.length > 0 ? offered : undefined,
      lists: shown.length > 0 ? shown : undefined,
      check: check && profiles.length > 0 ? { ...check, profiles } : undefined,
      contradictions: contradictions && points,
    };
  }

  /** Whether duties that are left differ on a point, where what was said on it has changed. */
  #arises(point: string): boolean {
    const on = this.#draft.parsed.duties.filter(({ stance }) => stance?.point === point);
    const left = on.flatMap(({ when, citations, stance }) => {
      const reached = this.#questions.reach(when, citations);
      return this.#cite(citations) && reached !== false ? [{ when: reached, citations, says: stance?.says }] : [];
    });
    const hasChanged =
      left.length < on.length || on.some(({ when, citations }) => this.#questions.isTouched(when, citations));
    if (!hasChanged) return true;
    return left.some((one, index) =>
      left.slice(index + 1).some((other) => one.says !== other.says && this.#questions.canHold([one, other])),
    );
  }

  #reduceScope(): DecisionDraft['scope']['parsed'] {
    const { covers, asks, leftOut, ...scope } = this.#draft.scope.parsed;
    const places = this.#scopePlaces;
    return {
      ...scope,
      covers: places.keep('covers', covers, ({ unit, when }) => {
        const left = this.#questions.resolve(when);
        if (this.#inForce.isOffUnit(unit) || left === false) return undefined;
        return { unit, ...(left !== undefined && { when: left }) };
      }),
      ...(asks && {
        asks: places.keep('asks', asks, ({ question, when }) => {
          const left = this.#questions.resolve(when);
          return left === false || left === undefined || this.#questions.isGone(question)
            ? undefined
            : { question, when: left };
        }),
      }),
      ...(leftOut && {
        leftOut: places.keep('leftOut', leftOut, ({ units, reason }, index) => {
          const left = places.keep(`leftOut[${index}].units`, units, (unit) =>
            this.#inForce.isOffUnit(unit) ? undefined : unit,
          );
          return left.length > 0 ? { units: left, reason } : undefined;
        }),
      }),
    };
  }

  /** The citations that are left; undefined where none is. */
  #cite(citations: readonly string[] | undefined, path?: string): string[] | undefined {
    const change = (one: string) => (this.#inForce.isOffCitation(one) ? undefined : one);
    const left = (path === undefined ? new Places() : this.#places).keep(`${path}.citations`, citations ?? [], change);
    return left.length > 0 ? left : undefined;
  }

  #hasOwn(): boolean {
    return this.#inForce.ours.length > 0;
  }

  /** The documents that are off and that the decision names. */
  #listOff(): string[] {
    const { questions, outcomes, rules, duties, check, contradictions } = this.#draft.parsed;
    const parts = [...outcomes, ...rules, ...duties, ...(check?.profiles ?? [])];
    const named = [
      ...parts.flatMap(({ citations }) => (citations ?? []).map(handbookOf)),
      ...questions.flatMap((question) => (question.kind === 'clients' ? question.handbooks : [])),
      ...(contradictions ?? []).flatMap(({ positions }) => Object.keys(positions)),
      ...this.#draft.spokenOf.keys(),
    ];
    return [...this.#inForce.off].filter((id) => named.includes(id)).sort();
  }
}

type RuleLeft = Omit<DecisionFile['rules'][number], 'when'> & { when: FileWhen | undefined };

/** A rule that always fits, as a condition: whatever the first question is answered. */
function anyAnswer(question: FileQuestion | undefined): FileWhen {
  if (!question) return {};
  if (question.kind === 'one') return { [question.id]: question.options.map(({ id }) => id) };
  if (question.kind === 'setting') return { [question.id]: { not: 'none' } };
  const options = question.kind === 'clients' ? question.handbooks : question.options;
  return { [question.id]: { atMost: options.length } };
}

function idsOf(parts: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(parts.map(({ id }) => id));
}

function whyNothing(
  { questions, rules, outcomes, duties }: DecisionFile,
  { covers }: DecisionDraft['scope']['parsed'],
) {
  if (questions.length === 0) return 'たずねることが残らないためです。';
  if (covers.length === 0) return '載せる文書に、これについての規定がないためです。';
  const isCited = [...rules, ...outcomes].some(({ citations }) => (citations ?? []).length > 0);
  return duties.length === 0 && !isCited ? '残るもののどれも、規定を引いていないためです。' : undefined;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

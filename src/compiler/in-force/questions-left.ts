import type { DecisionFile, FileWhen } from '../../core/decision/file-schema.ts';
import type { FillIns } from '../../core/tailoring/fill-ins.ts';
import type { Condition, Question } from '../../record/v1/decision/definition.ts';
import { toPlainQuestions } from '../plain-questions.ts';
import { toConditions } from '../to-conditions.ts';
import { canHold } from './can-hold.ts';
import { type Fate, type Fates, namesIn, resolveWhen } from './conditions.ts';
import { handbookOf, type InForce } from './in-force.ts';

export type FileQuestion = DecisionFile['questions'][number];

/** The questions of a decision of which documents are switched off, and what is left of conditions on them. */
export class QuestionsLeft {
  readonly #questions: readonly FileQuestion[];
  readonly #inForce: InForce;
  readonly #choices: FillIns['choices'];
  readonly #clients: { id: string; handbooks: readonly string[] } | undefined;
  readonly #fates = new Map<string, Fate>();
  /** Ids of those that changed, or hang on one that did: of all others the answers are as possible as before. */
  readonly #touched: Set<string>;
  #plain: Question[] = [];

  constructor(questions: readonly FileQuestion[], inForce: InForce, choices: FillIns['choices']) {
    this.#questions = questions;
    this.#inForce = inForce;
    this.#choices = choices;
    this.#clients = questions.find((question) => question.kind === 'clients');
    for (const question of questions) {
      if (question.kind !== 'clients' || !question.handbooks.some((id) => inForce.isOff(id))) continue;
      const left = new Set(question.handbooks.filter((id) => !inForce.isOff(id)));
      const { id, when } = question;
      this.#fates.set(id, left.size > 0 ? { kind: 'fewer', left } : { kind: 'none', when });
    }
    this.#touched = new Set(this.#fates.keys());
    for (const { id, when } of questions) if (this.#isTouched(when)) this.#touched.add(id);
    this.#settle();
  }

  get fates(): Fates {
    return this.#fates;
  }

  /** Those that somebody can still be asked. */
  list(): FileQuestion[] {
    return this.#questions.flatMap((question): FileQuestion[] => {
      const { when, ...rest } = question;
      const left = this.resolve(when);
      if (this.isGone(question.id) || left === false) return [];
      const fate = this.#fates.get(question.id);
      const handbooks = rest.kind === 'clients' && fate?.kind === 'fewer' ? { handbooks: [...fate.left] } : {};
      return [{ ...rest, ...handbooks, ...(left !== undefined && { when: left }) }];
    });
  }

  isGone(id: string): boolean {
    const kind = this.#fates.get(id)?.kind;
    return kind === 'none' || kind === 'never';
  }

  /** Whether what cites these applies only where a client is chosen. */
  isOfClient([first]: readonly string[]): boolean {
    return first !== undefined && this.#clients?.handbooks.includes(handbookOf(first)) === true;
  }

  /** Whether fewer combinations may reach a part than before. @param citations of a part that applies where its client is chosen */
  isTouched(when: FileWhen | undefined, citations: readonly string[] = []): boolean {
    return this.#isTouched(when) || (this.isOfClient(citations) && this.#touched.has(this.#clients?.id ?? ''));
  }

  /** @returns undefined where it always holds, false where it never can */
  resolve(when: FileWhen | undefined): FileWhen | undefined | false {
    const isSeveral = (id: string) =>
      ['several', 'clients'].includes(this.#questions.find((question) => question.id === id)?.kind ?? '');
    return resolveWhen(when, this.#fates, isSeveral);
  }

  /** As `resolve`, and false too where no combination of answers reaches it any more. */
  reach(when: FileWhen | undefined, citations: readonly string[] = []): FileWhen | undefined | false {
    const [first] = citations;
    if (first !== undefined && this.isOfClient(citations) && this.#inForce.isOffCitation(first)) return false;
    const left = this.resolve(when);
    if (left === false || !this.isTouched(when, citations)) return left;
    return this.canHold([{ when: left, citations }]) ? left : false;
  }

  /** Whether some combination of answers fits all of these. @param parts with conditions as they are left */
  canHold(parts: readonly { when: FileWhen | undefined; citations?: readonly string[] }[]): boolean {
    return canHold(
      parts.map(({ when, citations = [] }) => this.#ofClient(toConditions(when), citations)),
      this.#plain,
    );
  }

  #ofClient(when: Condition[], citations: readonly string[]): Condition[] {
    const [first = ''] = citations;
    const clients = this.#clients?.id;
    if (clients === undefined || !this.isOfClient(citations)) return when;
    return (when.length > 0 ? when : [{}]).map((one) => ({ ...one, [clients]: { any: [handbookOf(first)] } }));
  }

  /** Finds those that nobody can be asked any more. */
  #settle(): void {
    for (let before = -1; before !== this.#fates.size; ) {
      before = this.#fates.size;
      for (const { id, when } of this.#questions) {
        if (this.isGone(id) || !this.#isTouched(when)) continue;
        if (this.resolve(when) === false) this.#fates.set(id, { kind: 'never' });
      }
      this.#plain = toPlainQuestions(this.list(), this.#choices);
      for (const { id, when } of this.#plain) {
        const isAsked = !this.#touched.has(id) || when.length === 0 || canHold([when], this.#plain);
        if (!isAsked) this.#fates.set(id, { kind: 'never' });
      }
    }
  }

  #isTouched(when: FileWhen | undefined): boolean {
    return namesIn(when).some((id) => this.#touched.has(id));
  }
}

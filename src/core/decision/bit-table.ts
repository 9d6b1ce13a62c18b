import { holdsAny } from '../../record/v1/decision/condition.ts';
import type { Condition, Question } from '../../record/v1/decision/definition.ts';

/** A condition that every test of it has to pass, each on the answer to one question. */
interface Alternative {
  tests: ReadonlyMap<number, Condition>;
  /** Behind this question nobody asks for it any more. */
  until: number;
}

/** Conditions as bits: an answer clears those whose test it does not pass. */
export class BitTable {
  readonly #questions: readonly Question[];
  readonly #alternatives: Alternative[] = [];

  constructor(questions: readonly Question[]) {
    this.#questions = questions;
  }

  /**
   * Takes up a condition: one of several alternatives, or none, which always holds.
   * @param until the place of the question that hangs on it: only the answers before are looked at
   * @returns whether it holds, once all answers that it hangs on are given
   */
  add(when: readonly Condition[], until = this.#questions.length): (possible: Int32Array) => boolean {
    if (when.length === 0) return () => true;
    const places = when.flatMap((condition) => this.#addAlternative(condition, until) ?? []);
    return (possible) => places.some((place) => ((possible[place >> 5] ?? 0) >> (place & 31)) & 1);
  }

  /** All that were taken up, still possible. */
  start(): Int32Array {
    return this.#toBits(() => true);
  }

  /** Those that are possible with an answer; undefined: the question is not asked. */
  passing(place: number, answer: readonly string[] | undefined): Int32Array {
    const id = this.#questions[place]?.id ?? '';
    const combination = answer ? { [id]: answer } : {};
    return this.#toBits(({ tests, until }) => {
      const test = tests.get(place);
      return until > place && (!test || holdsAny([test], combination));
    });
  }

  /** @returns undefined for one that never holds */
  #addAlternative(condition: Condition, until: number): number | undefined {
    const tests = new Map<number, Condition>();
    for (const [id, test] of Object.entries(condition)) {
      const place = this.#questions.findIndex((question) => question.id === id);
      if (place >= 0 && place < until) tests.set(place, { [id]: test });
      else if (!holdsAny([{ [id]: test }], {})) return undefined;
    }
    this.#alternatives.push({ tests, until });
    return this.#alternatives.length - 1;
  }

  #toBits(isSet: (alternative: Alternative) => boolean): Int32Array {
    const words = new Int32Array(Math.ceil(this.#alternatives.length / 32));
    for (const [place, alternative] of this.#alternatives.entries()) {
      if (isSet(alternative)) words[place >> 5] = (words[place >> 5] ?? 0) | (1 << (place & 31));
    }
    return words;
  }
}

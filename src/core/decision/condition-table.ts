import { possibleAnswers } from '../../record/v1/decision/combinations.ts';
import { type Combination, holdsAny } from '../../record/v1/decision/condition.ts';
import type { Condition, Question } from '../../record/v1/decision/definition.ts';
import { BitTable } from './bit-table.ts';

/** Combinations in which the same conditions hold: nothing that hangs on conditions can tell them apart. */
export interface Pattern {
  /** Whether each condition holds, by its place. */
  held: readonly boolean[];
  /** The first of the combinations. */
  combination: Combination;
  count: number;
}

/** Combinations of answers to the questions so far which no condition can tell apart any more. */
interface State {
  /** Bits of the conditions that are still possible. */
  possible: Int32Array;
  combination: Combination;
  count: number;
}

/** The conditions of a decision, to be tried on very many combinations; equal ones are one. Says what `holdsAny` says. */
export class ConditionTable {
  readonly #questions: readonly Question[];
  readonly #known = new Map<string, number>();
  readonly #added: (readonly Condition[])[] = [];

  constructor(questions: readonly Question[]) {
    this.#questions = questions;
  }

  /** The place of a condition in what {@link hold} gives back. */
  add(when: readonly Condition[]): number {
    const key = JSON.stringify(when);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#added.push(when);
    this.#known.set(key, this.#added.length - 1);
    return this.#added.length - 1;
  }

  /** The place of whether a question is asked: answered by so many options or more. */
  addAsked(question: string): number {
    return this.add([{ [question]: { atLeast: 0 } }]);
  }

  /** Whether each condition holds, by its place. */
  hold(combination: Combination): boolean[] {
    return this.#added.map((when) => holdsAny(when, combination));
  }

  /**
   * Every combination of answers, those put together in which the same conditions hold; in the order in which `combine`
   * meets the first of each.
   *
   * Question by question, and not combination by combination: what the answers so far decide alike is gone on with once.
   * @returns undefined where there are more combinations than `most`
   */
  walk(most: number): Pattern[] | undefined {
    const bits = new BitTable(this.#questions);
    const added = this.#added.map((when) => bits.add(when));
    const asked = this.#questions.map(({ when }, place) => bits.add(when, place));
    let states: State[] = [{ possible: bits.start(), combination: {}, count: 1 }];
    for (const [place, question] of this.#questions.entries()) {
      const next = new Map<string, State>();
      const choices = possibleAnswers(question).map((answer) => ({ answer, passing: bits.passing(place, answer) }));
      const skipped = bits.passing(place, undefined);
      let total = 0;
      for (const state of states) {
        if (!asked[place]?.(state.possible)) total += goOn(next, state, skipped, state.combination);
        else {
          for (const { answer, passing } of choices)
            total += goOn(next, state, passing, { ...state.combination, [question.id]: answer });
        }
      }
      if (total > most) return undefined;
      states = [...next.values()];
    }
    return group(states, added);
  }
}

function goOn(next: Map<string, State>, from: State, passing: Int32Array, combination: Combination): number {
  const possible = from.possible.map((word, index) => word & (passing[index] ?? 0));
  const key = toKey(possible);
  const known = next.get(key);
  if (known) known.count += from.count;
  else next.set(key, { possible, combination, count: from.count });
  return from.count;
}

/** Puts together those in which the same conditions hold, by whichever of their alternatives. */
function group(states: readonly State[], added: readonly ((possible: Int32Array) => boolean)[]): Pattern[] {
  const patterns = new Map<string, Pattern>();
  for (const { possible, combination, count } of states) {
    const held = added.map((holds) => holds(possible));
    const key = pack(held);
    const known = patterns.get(key);
    if (known) known.count += count;
    else patterns.set(key, { held, combination, count });
  }
  return [...patterns.values()];
}

/** Two letters a word. */
function toKey(words: Int32Array): string {
  const letters: number[] = [];
  for (const word of words) letters.push(word & 0xffff, word >>> 16);
  return String.fromCharCode(...letters);
}

/** Fifteen conditions a letter. */
function pack(held: readonly boolean[]): string {
  const letters: number[] = [];
  for (let place = 0; place < held.length; place += 15) {
    let letter = 0;
    for (let bit = 0; bit < 15; bit += 1) if (held[place + bit]) letter |= 1 << bit;
    letters.push(letter);
  }
  return String.fromCharCode(...letters);
}

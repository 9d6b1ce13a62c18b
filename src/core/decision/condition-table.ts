import { unset } from '../../record/v1/company/unset.ts';
import type { Combination } from '../../record/v1/decision/condition.ts';
import type { Condition, Question, Test } from '../../record/v1/decision/definition.ts';

/** Bits of the options chosen, by the question's place; 0 is an answer too, so what was not asked has a bit of its own. */
type Masks = Int32Array;
const notAsked = 1 << 30;

/** Combinations in which the same conditions hold: nothing that hangs on conditions can tell them apart. */
export interface Pattern {
  /** Whether each condition holds, by its place. */
  held: readonly boolean[];
  /** The first of the combinations. */
  combination: Combination;
  count: number;
}

/**
 * The conditions of a decision, to be tried on very many combinations: equal ones are one, and an answer is a number.
 * Says what `holdsAny` says.
 */
export class ConditionTable {
  readonly #questions: readonly Question[];
  readonly #bits: Map<string, number>[];
  readonly #known = new Map<string, number>();
  readonly #tries: ((masks: Masks) => boolean)[] = [];
  readonly #masks: Masks;

  constructor(questions: readonly Question[]) {
    this.#questions = questions;
    this.#bits = questions.map(
      ({ options }) => new Map([...options.map(({ id }) => id), unset].map((id, place) => [id, 1 << place])),
    );
    this.#masks = new Int32Array(questions.length);
  }

  /** The place of a condition in what {@link hold} gives back. */
  add(when: readonly Condition[]): number {
    const key = JSON.stringify(when);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const all = when.map((condition) => this.#compile(condition));
    this.#tries.push(all.length === 0 ? () => true : (masks) => all.some((one) => one(masks)));
    this.#known.set(key, this.#tries.length - 1);
    return this.#tries.length - 1;
  }

  /** The place of whether a question is asked: answered by so many options or more. */
  addAsked(question: string): number {
    return this.add([{ [question]: { atLeast: 0 } }]);
  }

  /** Whether each condition holds, by its place. */
  hold(combination: Combination): boolean[] {
    for (const [place, { id }] of this.#questions.entries()) {
      const answer = combination[id];
      const bits = this.#bits[place];
      this.#masks[place] = answer ? answer.reduce((mask, one) => mask | (bits?.get(one) ?? 0), 0) : notAsked;
    }
    return this.#tries.map((holds) => holds(this.#masks));
  }

  /** Puts combinations together, in the order in which their patterns come. */
  group(combinations: Iterable<Combination>): Pattern[] {
    const patterns = new Map<string, Pattern>();
    for (const combination of combinations) {
      const held = this.hold(combination);
      const key = pack(held);
      const known = patterns.get(key);
      if (known) known.count += 1;
      else patterns.set(key, { held, combination, count: 1 });
    }
    return [...patterns.values()];
  }

  #compile(condition: Condition): (masks: Masks) => boolean {
    const tests = Object.entries(condition).map(([id, test]) => {
      const place = this.#questions.findIndex((question) => question.id === id);
      return { place, passes: this.#compileTest(test, this.#bits[place] ?? new Map()) };
    });
    return (masks) => tests.every(({ place, passes }) => passes(masks[place] ?? notAsked));
  }

  #compileTest(test: Test, bits: ReadonlyMap<string, number>): (mask: number) => boolean {
    const maskOf = (ids: readonly string[]) => ids.reduce((mask, id) => mask | (bits.get(id) ?? 0), 0);
    if ('none' in test) {
      const none = maskOf(test.none);
      return (mask) => (mask & none) === 0;
    }
    if ('any' in test) {
      const any = maskOf(test.any);
      return (mask) => (mask & any) !== 0;
    }
    if ('atLeast' in test) return (mask) => mask !== notAsked && countBits(mask) >= test.atLeast;
    return (mask) => mask !== notAsked && countBits(mask) <= test.atMost;
  }
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

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

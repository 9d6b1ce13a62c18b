import type { Outcome } from './outcome.ts';

/** Knows which files of the list are the same, byte for byte. It outlives the worker, which a cancelled run ends. */
export class SameFiles {
  readonly #names = new Map<string, string>();

  /** The outcome of a file, or `same` when its bytes were there before under the name that this then tells. */
  recognize(name: string, outcome: Outcome): Outcome {
    if (!('sha256' in outcome)) return outcome;
    const { sha256 } = outcome;
    const first = this.#names.get(sha256);
    if (first !== undefined) return { kind: 'same', first, sha256 };
    this.#names.set(sha256, name);
    return outcome;
  }

  forget(): void {
    this.#names.clear();
  }
}

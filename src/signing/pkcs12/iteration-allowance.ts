import { failUnsupported, failWith } from './pkcs12-problems.ts';

/** Most iterations of one derivation; OpenSSL writes 2,048, NIST and OWASP ask for some hundred thousand. */
const mostIterations = 10_000_000;
/** Most of a whole file, which has three derivations, or a few more. */
const mostTogether = 4 * mostIterations;

/** Counts what a file asks for, so that none keeps the page busy for hours. */
export class IterationAllowance {
  #left = mostTogether;

  /** @throws Pkcs12Error `iterations` when it is too much; `damaged` when it is none */
  spend(iterations: number): void {
    if (iterations < 1) throw failWith('damaged', `${iterations} iterations.`);
    this.#left -= iterations;
    if (iterations > mostIterations || this.#left < 0)
      throw failUnsupported('iterations', `${iterations} iterations, ${this.#left} left.`);
  }
}

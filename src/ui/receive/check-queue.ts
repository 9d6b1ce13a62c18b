import { type Checker, type CheckRequest, NotLoadedError } from './checker.ts';
import type { Outcome } from './outcome.ts';
import { SameFiles } from './same-file.ts';

/** A chosen file that waits for its turn. */
export interface Waiting extends CheckRequest {
  name: string;
}

/** How a run through the waiting files ended: all checked, given up by the person, or without the code for it. */
export type RunEnd =
  | { kind: 'done' }
  /** `current` is the name of the file under way; `left` how many are not checked, with this one. */
  | { kind: 'cancelled'; current: string; left: number }
  | { kind: 'not-loaded' };

/** What the queue tells whoever shows it. */
export interface QueueListener {
  /** The run begins; `waiting` files are to be checked. */
  started(waiting: number): void;
  checked(name: string, outcome: Outcome, waiting: number): void;
  ended(end: RunEnd): void;
}

/** Works off chosen files one after the other; files added meanwhile are taken along. */
export class CheckQueue {
  readonly #openChecker: () => Checker;
  readonly #listener: QueueListener;
  readonly #same = new SameFiles();
  #waiting: Waiting[] = [];
  #checker: Checker | undefined;
  /** Identifies the run under way; what an earlier one still answers is not heard. */
  #run: symbol | undefined;

  constructor(openChecker: () => Checker, listener: QueueListener) {
    this.#openChecker = openChecker;
    this.#listener = listener;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  add(files: readonly Waiting[]): void {
    this.#waiting.push(...files);
    if (this.#run === undefined && this.#waiting.length > 0) void this.#work();
  }

  /** Gives up the file under way and those that wait. What was checked stays known. */
  cancel(): void {
    const [current] = this.#waiting;
    if (this.#run === undefined || !current) return;
    const left = this.#waiting.length;
    this.close();
    this.#listener.ended({ kind: 'cancelled', current: current.name, left });
  }

  /** Forgets everything, without a word. */
  clear(): void {
    this.close();
    this.#same.forget();
  }

  /** Ends the run, without a word. */
  close(): void {
    this.#run = undefined;
    this.#waiting = [];
    this.#checker?.close();
    this.#checker = undefined;
  }

  async #work(): Promise<void> {
    const run = Symbol('run');
    this.#run = run;
    this.#listener.started(this.#waiting.length);
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const outcome = await this.#check(next);
      if (this.#run !== run) return;
      if (!outcome) {
        this.close();
        this.#listener.ended({ kind: 'not-loaded' });
        return;
      }
      this.#waiting.shift();
      this.#listener.checked(next.name, this.#same.recognize(next.name, outcome), this.#waiting.length);
      await nextTask();
      if (this.#run !== run) return;
    }
    this.#run = undefined;
    this.#listener.ended({ kind: 'done' });
  }

  /** The outcome of a file, or undefined when the code that checks does not arrive. */
  async #check({ content, turnedAway }: Waiting): Promise<Outcome | undefined> {
    const checker = this.#checker ?? this.#openChecker();
    this.#checker = checker;
    try {
      return await checker.check({ content, turnedAway });
    } catch (error) {
      if (error instanceof NotLoadedError) return undefined;
      // Whatever broke down, the next file gets a new checker, and this one a row that says so.
      checker.close();
      if (this.#checker === checker) this.#checker = undefined;
      return { kind: 'turned-away', why: 'interrupted' };
    }
  }
}

/** Resolves in a task of its own; unlike a timer it is not slowed down while the page is in the background. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

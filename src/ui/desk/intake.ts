import type { CheckedFile } from '../../core/desk/receive.ts';
import { toFinding, type Unsigned } from '../../core/desk/to-finding.ts';
import { unreadMessages } from '../../core/inbox/unread-messages.ts';
import { mostFileBytes } from '../../core/text/limits.ts';
import { CheckQueue, type QueueListener, type RunEnd } from '../receive/check-queue.ts';
import { type Checker, NotLoadedError, openChecker } from '../receive/checker.ts';
import { loadPlace } from '../receive/load-place.ts';
import type { VerifierPlace } from '../receive/load-verifier.ts';
import type { Outcome } from '../receive/outcome.ts';
import { type DeskJobs, openJobs } from './ask-desk-jobs.ts';
import type { CollectedFile } from './collect-files.ts';
import { mostPackedBytes } from './desk-jobs.ts';

/** What the intake tells whoever keeps and shows what it finds. */
export interface IntakeListener {
  /** Some files have been checked. Awaited before more is checked, so that nothing piles up. */
  found(files: readonly Pick<CheckedFile, 'sha256' | 'name' | 'finding'>[]): Promise<void>;
  /** The same bytes as an earlier file of this page. */
  same(name: string, first: string): void;
  /** What was not opened or not read. @param message Japanese: why, and what to do */
  left(name: string, message: string): void;
  /** @param done how many files are through, of how many that are known of by now */
  progress(done: number, total: number): void;
  ended(end: RunEnd): void;
}

/** Files that wait in the queue at most before the next zip is opened. */
const mostWaiting = 400;
/** So many checked files are handed on together, or all there are after so many milliseconds. */
const portion = 20;
const portionTime = 700;

const tooLargePacked =
  '200MB を超えるため、開いていません。いくつかに分けるか、展開（解凍）してから、中の PDF を選んでください。';

/**
 * Takes files in any number: zips and mails are opened, one after the other, and what is in them is checked as every file is, by
 * the queue and the worker of the verify page.
 */
export class Intake implements QueueListener {
  readonly #base: string;
  readonly #listener: IntakeListener;
  readonly #unsigned = new WeakMap<Outcome, Unsigned>();
  readonly #queue = new CheckQueue(() => this.#openChecker(), this);
  #place: VerifierPlace | undefined;
  #opener: DeskJobs | undefined;
  #chosen: CollectedFile[] = [];
  #portion: Pick<CheckedFile, 'sha256' | 'name' | 'finding'>[] = [];
  #handedAt = 0;
  #handing: Promise<void> = Promise.resolve();
  /** The opening under way; one that was given up may never answer. */
  #opening: symbol | undefined;
  #done = 0;
  #total = 0;
  /** Wakes the opening when the queue has room. */
  #wake: (() => void) | undefined;

  /** @param base path of the site */
  constructor(base: string, listener: IntakeListener) {
    this.#base = base;
    this.#listener = listener;
  }

  get isBusy(): boolean {
    return this.#opening !== undefined || this.#queue.waiting > 0;
  }

  /** @throws LoadError when what the site asks does not arrive: it is needed before the first file */
  async take(files: readonly CollectedFile[]): Promise<void> {
    this.#place ??= await loadPlace(this.#base);
    if (!this.isBusy) [this.#done, this.#total] = [0, 0];
    this.#chosen.push(...files);
    this.#total += files.length;
    this.#listener.progress(this.#done, this.#total);
    if (!this.#opening) void this.#open();
  }

  /** Gives up all that is under way or waits. What was found stays. */
  cancel(): void {
    const [next] = this.#chosen;
    const left = this.#chosen.length;
    const isChecking = this.#queue.waiting > 0;
    const isBusy = this.isBusy;
    this.#stopOpening();
    if (isChecking) this.#queue.cancel();
    else if (isBusy) this.ended({ kind: 'cancelled', current: next?.name ?? '', left });
  }

  close(): void {
    this.#stopOpening();
    this.#queue.close();
  }

  #stopOpening(): void {
    this.#chosen = [];
    this.#opening = undefined;
    this.#opener?.close();
    this.#opener = undefined;
    this.#wake?.();
  }

  async #open(): Promise<void> {
    const opening = Symbol('opening');
    this.#opening = opening;
    for (let next = this.#chosen.shift(); next; next = this.#chosen.shift()) {
      const ready = await this.#unpack(next);
      if (this.#opening !== opening) return;
      this.#queue.add(ready.map(({ name, content }) => ({ name, content, turnedAway: tooLarge(content) })));
      while (this.#queue.waiting > mostWaiting)
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      if (this.#opening !== opening) return;
    }
    this.#opening = undefined;
    if (this.#queue.waiting === 0) this.ended({ kind: 'done' });
  }

  /** The files in a zip or a mail; any other file itself. */
  async #unpack(file: CollectedFile): Promise<{ name: string; content: File }[]> {
    try {
      if (!(await mayHoldFiles(file))) return [file];
      if (file.content.size > mostPackedBytes) {
        this.#leave(file.name, tooLargePacked);
        return [];
      }
      this.#opener ??= openJobs();
      const { files, refused } = await this.#opener.ask({ kind: 'open', content: file.content, name: file.name });
      // One under a password, or of which nothing came: the check says what it is, and its row who has to send it again.
      if (files.length === 0) {
        for (const { name, message } of refused) this.#listener.left(name, message);
        return [file];
      }
      this.#total += files.length + refused.length - 1;
      for (const { name, message } of refused) this.#leave(name, message);
      return files.map(({ name, content }) => ({ name, content: new File([content], toLast(name)) }));
    } catch (error) {
      console.error(error);
      this.#leave(file.name, unreadMessages[error instanceof DOMException ? 'unreadable' : 'interrupted']);
      return [];
    }
  }

  #leave(name: string, message: string): void {
    this.#listener.left(name, message);
    this.#step();
  }

  #step(): void {
    this.#done += 1;
    this.#listener.progress(this.#done, this.#total);
  }

  #openChecker(): Checker {
    if (!this.#place) throw new Error('take() comes before the first file.');
    const { definitions } = this.#place;
    const checker = openChecker(this.#place);
    return {
      check: async (file) => {
        // What was found before is kept first.
        await this.#handing;
        const outcome = await checker.check(file);
        if (outcome.kind !== 'refused' || outcome.verification.reason !== 'not-signed') return outcome;
        this.#opener ??= openJobs();
        const read = await this.#opener
          .ask({ kind: 'unsigned', content: file.content, definitions })
          .catch((cause: unknown) => {
            throw cause instanceof Error && cause.name === 'LoadError'
              ? new NotLoadedError('What reads unsigned files did not arrive.', { cause })
              : cause;
          });
        if (read.file) this.#unsigned.set(outcome, { file: read.file, form: read.form });
        return outcome;
      },
      close: checker.close,
    };
  }

  started(): void {
    this.#handedAt = performance.now();
  }

  checked(name: string, outcome: Outcome, waiting: number): void {
    if (outcome.kind === 'same') this.#listener.same(name, outcome.first);
    else if (outcome.kind === 'turned-away') this.#listener.left(name, unreadMessages[outcome.why]);
    else {
      const finding = toFinding(outcome.verification, this.#unsigned.get(outcome));
      this.#portion.push({ sha256: outcome.sha256, name, finding });
      if (this.#portion.length >= portion || performance.now() - this.#handedAt > portionTime) this.#hand();
    }
    this.#step();
    if (waiting <= mostWaiting) this.#wake?.();
  }

  ended(end: RunEnd): void {
    this.#hand();
    if (end.kind === 'not-loaded') this.#stopOpening();
    // More is still being opened.
    if (end.kind === 'done' && this.#opening) return;
    void this.#handing.then(() => this.#listener.ended(end));
  }

  #hand(): void {
    const files = this.#portion;
    this.#portion = [];
    this.#handedAt = performance.now();
    if (files.length > 0) this.#handing = this.#handing.then(() => this.#listener.found(files));
  }
}

function tooLarge({ size }: File): 'too-large' | undefined {
  return size > mostFileBytes ? 'too-large' : undefined;
}

/** Whether a file may be a zip or a mail: it does not begin as a PDF does. */
async function mayHoldFiles({ content }: CollectedFile): Promise<boolean> {
  if (content.size === 0) return false;
  const head = new Uint8Array(await content.slice(0, 5).arrayBuffer());
  return String.fromCharCode(...head) !== '%PDF-';
}

/** The name in an archive, without the way to it: what a file is may show in its ending. */
function toLast(shown: string): string {
  return shown.replace(/^.*[›/]\s*/s, '');
}

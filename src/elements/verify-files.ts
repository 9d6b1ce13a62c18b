import { checkFile, type Verifier } from './verify/check-file.ts';
import { type Admitted, admit, type Chosen, readDrop, toChosen } from './verify/intake.ts';
import { ListView } from './verify/list-view.ts';
import { loadVerifier } from './verify/load-verifier.ts';
import { findPart } from './verify/templates.ts';

/** Milliseconds between two announcements of progress: often enough to know it goes on, too seldom to annoy. */
const announceEvery = 5000;

/** The verify page: takes files chosen or dropped, checks them one after the other, lists what was found. */
class VerifyFiles extends HTMLElement {
  #controller = new AbortController();
  #list = new ListView(this);
  #waiting: Admitted<File>[] = [];
  #seen = new Map<string, string>();
  #verifier: Promise<Verifier> | undefined;
  #run: AbortController | undefined;
  #made = 0;

  connectedCallback(): void {
    // A plain http page has no crypto.subtle.
    if (!globalThis.crypto.subtle) {
      findPart(this, '[data-insecure]').hidden = false;
      return;
    }
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const drop = findPart(this, '[data-drop]');
    drop.hidden = false;
    this.#takeChosen(drop, signal);
    this.#takeDropped(drop, signal);
    const withDetails = findPart(this, '[data-print-details]');
    withDetails.addEventListener('change', () => this.#choosePrint(withDetails), { signal });
    this.#choosePrint(withDetails);
    findPart(this, '[data-print]').addEventListener('click', () => window.print(), { signal });
    findPart(this, '[data-clear]').addEventListener('click', () => this.#clear(), { signal });
  }

  disconnectedCallback(): void {
    this.#controller.abort();
    this.#run?.abort();
  }

  #takeChosen(drop: HTMLElement, signal: AbortSignal): void {
    const input = drop.querySelector('input');
    const take = () => {
      if (!input) return;
      const chosen = [...(input.files ?? [])].map(toChosen);
      // Emptied, so that the same file can be chosen again after it was mended.
      input.value = '';
      this.#take(chosen);
    };
    input?.addEventListener('change', take, { signal });
  }

  #takeDropped(drop: HTMLElement, signal: AbortSignal): void {
    const over = (event: DragEvent) => {
      // Everywhere on the page, or the browser would leave it for a file that missed the box.
      event.preventDefault();
      drop.toggleAttribute('data-over', event.target instanceof Node && drop.contains(event.target));
    };
    document.addEventListener('dragover', over, { signal });
    document.addEventListener('dragleave', () => drop.removeAttribute('data-over'), { signal });
    const take = (event: DragEvent) => {
      event.preventDefault();
      drop.removeAttribute('data-over');
      if (event.dataTransfer) this.#take(readDrop(event.dataTransfer));
    };
    document.addEventListener('drop', take, { signal });
  }

  #take(chosen: Chosen<File>[]): void {
    if (chosen.length === 0) return;
    this.#list.dropNotices();
    const { admitted, leftOut } = admit(chosen, this.#list.length + this.#waiting.length);
    if (leftOut > 0) this.#list.notice('left-out', { count: String(leftOut) });
    this.#waiting.push(...admitted);
    if (!this.#run && admitted.length > 0) void this.#check();
  }

  /** Works off what waits, handing the page back to the browser between two files. */
  async #check(): Promise<void> {
    const run = new AbortController();
    this.#run = run;
    const seen = this.#seen;
    let announced = performance.now();
    this.#list.showProgress(this.#waiting.length);
    this.#list.announceProgress(this.#waiting.length);
    const verifier = await this.#loadVerifier();
    for (let next = this.#waiting[0]; verifier && next && !run.signal.aborted; next = this.#waiting[0]) {
      const outcome = await checkFile(next, verifier, seen);
      if (run.signal.aborted) return;
      this.#waiting.shift();
      this.#made += 1;
      this.#list.add({ id: `result-${this.#made}`, name: next.name, outcome });
      this.#list.showProgress(this.#waiting.length);
      if (performance.now() - announced > announceEvery) {
        announced = performance.now();
        this.#list.announceProgress(this.#waiting.length);
      }
      await nextTask();
    }
    if (run.signal.aborted) return;
    this.#run = undefined;
    this.#list.finish(new Date());
    this.#focusResult();
  }

  /** The code that checks; without it the reader is told, nothing waits any longer, and the next choice tries again. */
  async #loadVerifier(): Promise<Verifier | undefined> {
    try {
      this.#verifier ??= loadVerifier(globalThis.crypto.subtle);
      return await this.#verifier;
    } catch {
      // The connection failed, or the site was replaced since this page was opened.
      this.#verifier = undefined;
      this.#waiting = [];
      this.#list.notice('not-loaded');
      return undefined;
    }
  }

  /** To the result, unless the reader has gone on reading elsewhere. */
  #focusResult(): void {
    const active = document.activeElement;
    const isAtStart = !active || active === document.body || findPart(this, '[data-drop]').contains(active);
    if (isAtStart) findPart(this, '[data-heading]').focus();
  }

  #choosePrint(box: HTMLElement): void {
    this.toggleAttribute('data-prints-details', box instanceof HTMLInputElement && box.checked);
  }

  #clear(): void {
    this.#run?.abort();
    this.#run = undefined;
    this.#waiting = [];
    // A new map: the check that was cut short may still write into the old one.
    this.#seen = new Map();
    this.#list.clear();
    this.querySelector('input')?.focus();
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

customElements.define('verify-files', VerifyFiles);

import { isAnythingTyped, toSentAnswers } from '../core/checklist/answer-set.ts';
import type { ChecklistAnswers } from '../core/checklist/answers.ts';
import { jsonFileName } from '../core/checklist/file-name.ts';
import { answersMessage, longestText, readAnswers } from '../core/checklist/read-answers.ts';
import { findChecklist } from './support/checklist-context.ts';
import { showProblems } from './support/error-summary.ts';
import { download, part, show } from './support/parts.ts';

/** Keeps the answers as a file, brings them back, prints and erases. */
class ChecklistFiles extends HTMLElement {
  #controller = new AbortController();

  connectedCallback(): void {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const file = part(this, '[data-import-file]', HTMLInputElement);
    show(this, '[data-scripted]', true);
    file.hidden = false;
    const on = (selector: string, act: () => void) =>
      part(this, selector, HTMLButtonElement).addEventListener('click', act, { signal });
    on('[data-export]', () => this.#export());
    on('[data-import]', () => file.click());
    on('[data-print]', () => print());
    on('[data-erase]', () => this.#ask('[data-erase-dialog]', () => this.#erase()));
    file.addEventListener('change', () => void this.#import(file), { signal });
  }

  disconnectedCallback(): void {
    this.#controller.abort();
  }

  /** As they would be sent: a file may be handed on, and must hold nothing that the page does not show. */
  #export(): void {
    const { store } = findChecklist(this);
    const answers = toSentAnswers(store.definition, store.$answers.get());
    download(jsonFileName(answers), 'application/json', `${JSON.stringify(answers, null, 2)}\n`);
  }

  async #import(input: HTMLInputElement): Promise<void> {
    const { store } = findChecklist(this);
    const [file] = input.files ?? [];
    if (!file) return;
    this.#say(undefined);
    // A file of 100 MB is refused by its size; it is never read.
    const text = file.size > longestText ? undefined : await file.text().catch(() => '');
    // The same file chosen again must be a change again.
    input.value = '';
    const reading =
      text === undefined
        ? { ok: false as const, problem: { kind: 'too-large' as const } }
        : readAnswers(text, store.definition);
    const problem = part(this, '[data-import-problem]', HTMLElement);
    problem.hidden = reading.ok;
    problem.textContent = reading.ok ? '' : answersMessage(reading.problem, store.definition);
    if (!reading.ok) return;
    const take = () => this.#replace(reading.answers);
    if (isAnythingTyped(store.$answers.get())) this.#ask('[data-import-dialog]', take);
    else take();
  }

  #replace(answers: ChecklistAnswers): void {
    const { root, store } = findChecklist(this);
    store.replace(answers);
    showProblems(root, []);
    this.#say('imported');
  }

  #erase(): void {
    const { root, store } = findChecklist(this);
    store.erase();
    showProblems(root, []);
    show(root, '[data-opening]', false);
    this.#say(store.$saving.get() === 'failed' ? 'notErased' : 'erased');
  }

  /** Opens a dialog; only its own 「はい」 acts, and closing it in any other way does nothing. */
  #ask(selector: string, act: () => void): void {
    const dialog = part(this, selector, HTMLDialogElement);
    dialog.returnValue = '';
    dialog.addEventListener('close', () => dialog.returnValue === 'yes' && act(), { once: true });
    dialog.showModal();
  }

  #say(done: 'imported' | 'erased' | 'notErased' | undefined): void {
    const place = part(this, '[data-done]', HTMLElement);
    place.hidden = done === undefined;
    place.textContent = done === undefined ? '' : (place.dataset[done] ?? '');
  }
}

customElements.define('checklist-files', ChecklistFiles);

import { type TakenOver, takeOver } from '../../core/form/take-over.ts';
import type { FormAnswers } from '../../record/v1/form/answers.ts';
import { listPapers } from '../../stores/form.ts';
import { ask } from '../parts/ask.ts';
import { writeAddress } from '../parts/draft-address.ts';
import { showProblems } from '../parts/error-summary.ts';
import { formatTime } from '../parts/format-time.ts';
import { LiveElement } from '../parts/live-element.ts';
import { LoadError, load } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';
import { findForm, type Source } from './form-context.ts';

const fillForm = /^#fill=(.*)$/s;

/** What a paper begins with: a file, another paper, or what its address fills in. Nothing that is typed is lost by it. */
class FormImport extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { sources, store } = findForm(this);
    const file = part(this, '[data-import-file]', HTMLInputElement);
    show(this, '[data-with-scripts], [data-import-file]', true);
    const on = (selector: string, act: () => void) =>
      part(this, selector, HTMLButtonElement).addEventListener('click', act, { signal });
    on('[data-import]', () => file.click());
    if (sources.length > 0) on('[data-copy]', () => this.#offerPapers());
    file.addEventListener('change', () => void this.#read(file), { signal });
    this.follow(store.$opened.listen(() => this.#say('')));
    // The list of drafts has put the open one into the address by then: the event knows what stood there.
    window.addEventListener('hashchange', ({ newURL }) => void this.#fill(new URL(newURL).hash), { signal });
    void this.#fill(location.hash);
  }

  /** `#fill=…`: taken out of the address at once, so that loading the page again does not begin one more. */
  async #fill(hash: string): Promise<void> {
    const encoded = fillForm.exec(hash)?.[1];
    if (encoded === undefined) return;
    const { store } = findForm(this);
    history.replaceState(history.state, '', location.pathname + location.search);
    try {
      const { beginWithAddress } = await load(import('../../core/form/begin-with.ts'));
      const filled = beginWithAddress(store.definition, store.begin(), encoded);
      if (filled) this.#whenSafe(() => this.#begin(filled, this.#words('filled')));
      else this.#complain(this.#words('notFilled'));
    } catch (error) {
      this.#complainOf(error);
    }
  }

  async #read(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    this.#say('');
    this.#complain('');
    show(this, '[data-reading]', true);
    try {
      await this.#readFile(file);
    } catch (error) {
      this.#complainOf(error);
    }
    show(this, '[data-reading]', false);
    // The same file chosen again must be a change again.
    input.value = '';
  }

  async #readFile(file: File): Promise<void> {
    const { store, sources, base, generator } = findForm(this);
    const [{ readFormFile }, { formFileMessage }] = await load(
      Promise.all([import('./read-form-file.ts'), import('../../core/form/file-message.ts')]),
    );
    const place = { base, generator, definitions: [] };
    const reading = await readFormFile(file, store.definition, sources, place);
    if (reading.kind === 'not-loaded') return this.#complain(this.#words('notLoaded'));
    if (reading.kind === 'problem') return this.#complain(formFileMessage(reading.problem, store.definition.title));
    if (reading.kind === 'refused') return this.#refuse(reading.message);
    const { isSame, answers } = reading.answers;
    const use = () => (isSame ? this.#askHow(answers) : this.#take(answers));
    const { doubt } = reading;
    // What was changed after it was signed is no paper to go on with; what was never signed is the person's to judge.
    if (doubt && doubt.reason !== 'not-signed') return this.#refuse(doubt.message);
    if (doubt) ask(this, '[data-doubt-dialog]', use);
    else use();
  }

  /** The same form: the same paper once more, or another one that begins with it. */
  #askHow(answers: FormAnswers): void {
    const { store } = findForm(this);
    const dialog = part(this, '[data-same-dialog]', HTMLDialogElement);
    part(dialog, '[data-same-name]', HTMLElement).textContent = nameOf(answers);
    show(dialog, '[data-same-kept]', store.knows(answers));
    dialog.returnValue = '';
    const choose = () => {
      if (dialog.returnValue === 'resume') this.#whenSafe(() => this.#resume(answers));
      if (dialog.returnValue === 'begin') {
        const header = { ...answers.header, checkedOn: '' };
        this.#whenSafe(() => this.#begin({ ...answers, header }, this.#words('begun')));
      }
    };
    dialog.addEventListener('close', choose, { once: true });
    dialog.showModal();
  }

  #resume(answers: FormAnswers): void {
    findForm(this).store.resume(answers);
    this.#finish(this.#words('resumed'));
  }

  /** The papers on this device that this one can begin with. */
  #offerPapers(): void {
    const { sources, store, base } = findForm(this);
    const papers = store.$keepsNothing.get()
      ? []
      : sources.flatMap((source) =>
          listPapers(() => localStorage, base, source).map((paper) => ({ source, ...paper })),
        );
    const dialog = part(this, '[data-copy-dialog]', HTMLDialogElement);
    const template = part(dialog, '[data-copy-template]', HTMLTemplateElement);
    const rows = papers.map(({ source, answers, savedAt }) => {
      const row = part(document.importNode(template.content, true), 'li', HTMLElement);
      part(row, '[data-copy-name]', HTMLElement).textContent = [source.title, nameOf(answers)]
        .filter(Boolean)
        .join(' ');
      part(row, '[data-copy-time]', HTMLElement).textContent = formatTime(savedAt);
      part(row, '[data-copy-one]', HTMLButtonElement).addEventListener('click', () => {
        dialog.close();
        this.#take(answers, source);
      });
      return row;
    });
    part(dialog, '[data-copy-list]', HTMLElement).replaceChildren(...rows);
    show(dialog, '[data-copy-none]', papers.length === 0);
    dialog.showModal();
  }

  /** A paper of another form: what has the same ids. */
  #take(known: FormAnswers, from?: Source): void {
    const { store, sources } = findForm(this);
    const title = (from ?? sources.find(({ id }) => id === known.form))?.title ?? '';
    const taken = takeOver(store.definition, store.begin(), known);
    this.#whenSafe(() => this.#begin(taken.answers, this.#takenWords(title, taken)));
  }

  #takenWords(title: string, { fields, rows }: TakenOver): string {
    const words = this.#words(fields + rows > 0 ? 'taken' : 'nothing');
    return words.replace(/%[sfr]/g, (key) => (key === '%s' ? title : String(key === '%f' ? fields : rows)));
  }

  #begin(answers: FormAnswers, words: string): void {
    const { store } = findForm(this);
    const isKept = store.isTyped() && !store.$keepsNothing.get();
    store.startDraft(answers);
    this.#finish(words + (isKept ? this.#words('apart') : ''));
  }

  /** What is nowhere but on the page is given up only by somebody who has said so. */
  #whenSafe(act: () => void): void {
    if (findForm(this).store.$isAtRisk.get()) ask(this, '[data-leave-import-dialog]', act);
    else act();
  }

  #finish(message: string): void {
    const { root, store } = findForm(this);
    showProblems(root, []);
    writeAddress(store);
    this.#complain('');
    this.#say(message);
    part(this, '[data-done]', HTMLElement).focus();
  }

  #refuse(message: string): void {
    this.#complain(this.#words('refused').replace('%s', () => message));
  }

  #complainOf(error: unknown): void {
    if (!(error instanceof LoadError)) console.error(error);
    this.#complain(this.#words('notLoaded'));
  }

  #words(name: string): string {
    return this.dataset[name] ?? '';
  }

  #say(message: string): void {
    const place = part(this, '[data-done]', HTMLElement);
    place.hidden = message === '';
    place.textContent = message;
  }

  #complain(message: string): void {
    const place = part(this, '[data-import-problem]', HTMLElement);
    place.hidden = message === '';
    place.textContent = message;
  }
}

/** Japanese: what tells papers of one form apart. */
function nameOf({ header }: FormAnswers): string {
  return [header.recipient, header.business, header.company, header.checkedOn].filter((text) => text !== '').join('、');
}

customElements.define('form-import', FormImport);

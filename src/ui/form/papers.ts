import { beginReply } from '../../core/form/begin-reply.ts';
import { beginWithAddress, keepTyped } from '../../core/form/begin-with.ts';
import { formFileMessage } from '../../core/form/file-message.ts';
import { beginNextYear } from '../../core/form/next-year.ts';
import { type TakenOver, takeOver } from '../../core/form/take-over.ts';
import type { FormAnswers } from '../../record/v1/form/answers.ts';
import { type KeptPaper, listPapers } from '../../stores/form.ts';
import { ask } from '../parts/ask.ts';
import { writeAddress } from '../parts/draft-address.ts';
import { showProblems } from '../parts/error-summary.ts';
import { formatTime } from '../parts/format-time.ts';
import { load } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';
import { type FormContext, findForm, type Source } from './form-context.ts';
import { readFormFile } from './read-form-file.ts';

/** The element whose markup asks and tells. */
export interface PapersPlace extends HTMLElement {
  /** One of the texts that it holds. */
  words(name: string): string;
  complain(message: string): void;
  announce(message: string): void;
}

/** A paper that was opened empty, to be filled in. */
export interface Begun {
  /** As it was then. */
  answers: FormAnswers;
  /** The draft that was open before; empty where nothing was typed in it. */
  before: string;
}

/** Papers that a form begins with. Nothing that is typed is lost by any of them. */
export class Papers {
  readonly #at: PapersPlace;
  readonly #form: FormContext;

  constructor(at: PapersPlace) {
    this.#at = at;
    this.#form = findForm(at);
  }

  /**
   * What an address, or the company's settings, fill in.
   * @param begun the paper that was opened for it, in which somebody may have begun to type
   */
  fill(encoded: string, words: string, begun?: Begun): void {
    const { store } = this.#form;
    const now = store.$answers.get();
    const isOpen = begun !== undefined && now.case === begun.answers.case;
    const filled = beginWithAddress(store.definition, isOpen ? begun.answers : store.begin(), encoded);
    if (!filled) {
      this.#at.complain(this.#at.words('notFilled'));
      if (isOpen && begun.before !== '' && now === begun.answers) store.openDraft(begun.before);
    } else if (isOpen) {
      const row = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'];
      store.replace(keepTyped(filled, begun.answers, now, row));
      this.#finish(this.#at.words(words) + (begun.before === '' ? '' : this.#at.words('apart')));
    } else this.#whenSafe(() => this.#begin(filled, this.#at.words(words)));
  }

  /** A file that somebody chose. */
  async read(file: File): Promise<void> {
    const { store, sources, base, generator } = this.#form;
    const place = { base, generator, definitions: [] };
    const reading = await readFormFile(file, store.definition, sources, place);
    if (reading.kind === 'not-loaded') return this.#at.complain(this.#at.words('notLoaded'));
    if (reading.kind === 'problem') return this.#at.complain(formFileMessage(reading.problem, store.definition.title));
    if (reading.kind === 'undecoded') return this.#at.complain(reading.message);
    if (reading.kind === 'refused') return this.#refuse(reading.message);
    const { isSame, answers } = reading.answers;
    const use = () => (isSame ? this.#askHow(answers) : this.#take(answers));
    const { doubt } = reading;
    // What was changed after it was signed is no paper to go on with; what was never signed is the person's to judge.
    if (doubt && doubt.reason !== 'not-signed') return this.#refuse(doubt.message);
    if (doubt) ask(this.#at, '[data-doubt-dialog]', use);
    else use();
  }

  /** A signed file that this form answers: what it is, is filled in; what it asks for, is shown. */
  async answer(file: File): Promise<void> {
    const { store, base } = this.#form;
    const [{ readRequest }, { showRequest }] = await load(
      Promise.all([import('./read-request.ts'), import('./show-request.ts')]),
    );
    const reading = await readRequest(file, base);
    if (reading.kind === 'refused') return this.#at.complain(reading.message);
    const { company, checker } = store.$answers.get().header;
    const begun = store.begin();
    // Whoever answers one request after another is the same person.
    const reply = beginReply(
      store.definition,
      { ...begun, header: { ...begun.header, company, checker } },
      reading.request,
    );
    if (!reply) return;
    this.#whenSafe(() => {
      this.#begin(reply, this.#at.words('requested'));
      showRequest(this.#at, reading);
    });
  }

  /** Next year's paper out of the one on the page; where nothing is on it, out of one on this device. */
  nextYear(): void {
    const { store } = this.#form;
    const { definition } = store;
    if (store.isTyped()) {
      const given = store.$answers.get();
      this.#whenSafe(() => this.#beginNext(given));
    } else if (this.#list([definition]).length > 0) this.#choose([definition], (given) => this.#beginNext(given));
    else this.#at.complain(this.#at.words('noYear'));
  }

  #beginNext(given: FormAnswers): void {
    const { store } = this.#form;
    this.#begin(beginNextYear(store.definition, store.begin(), given), this.#at.words('nextYear'));
  }

  /** The papers on this device that this one can begin with. */
  offer(): void {
    this.#choose(this.#form.sources, (answers, source) => this.#take(answers, source));
  }

  /** What this device keeps of some forms. */
  #list(sources: readonly Source[]): (KeptPaper & { source: Source })[] {
    const { store, base } = this.#form;
    if (store.$keepsNothing.get()) return [];
    return sources.flatMap((source) =>
      listPapers(() => localStorage, base, source).map((paper) => ({ source, ...paper })),
    );
  }

  #choose(sources: readonly Source[], use: (answers: FormAnswers, source: Source) => void): void {
    const papers = this.#list(sources);
    const dialog = part(this.#at, '[data-copy-dialog]', HTMLDialogElement);
    const template = part(dialog, '[data-copy-template]', HTMLTemplateElement);
    const rows = papers.map(({ source, answers, savedAt }) => {
      const row = part(document.importNode(template.content, true), 'li', HTMLElement);
      part(row, '[data-copy-name]', HTMLElement).textContent = [source.title, nameOf(answers)]
        .filter(Boolean)
        .join(' ');
      part(row, '[data-copy-time]', HTMLElement).textContent = formatTime(savedAt);
      part(row, '[data-copy-one]', HTMLButtonElement).addEventListener('click', () => {
        dialog.close();
        use(answers, source);
      });
      return row;
    });
    part(dialog, '[data-copy-list]', HTMLElement).replaceChildren(...rows);
    show(dialog, '[data-copy-none]', papers.length === 0);
    dialog.showModal();
  }

  /** The same form: the same paper once more, or another one that begins with it. */
  #askHow(answers: FormAnswers): void {
    const { store } = this.#form;
    const dialog = part(this.#at, '[data-same-dialog]', HTMLDialogElement);
    part(dialog, '[data-same-name]', HTMLElement).textContent = nameOf(answers);
    show(dialog, '[data-same-kept]', store.knows(answers));
    dialog.returnValue = '';
    const choose = () => {
      if (dialog.returnValue === 'resume') this.#whenSafe(() => this.#resume(answers));
      if (dialog.returnValue === 'next-year') this.#whenSafe(() => this.#beginNext(answers));
      if (dialog.returnValue === 'begin') {
        const header = { ...answers.header, checkedOn: '' };
        this.#whenSafe(() => this.#begin({ ...answers, header }, this.#at.words('begun')));
      }
    };
    dialog.addEventListener('close', choose, { once: true });
    dialog.showModal();
  }

  #resume(answers: FormAnswers): void {
    this.#form.store.resume(answers);
    this.#finish(this.#at.words('resumed'));
  }

  /** A paper of another form: what has the same ids. */
  #take(known: FormAnswers, from?: Source): void {
    const { store, sources } = this.#form;
    const title = (from ?? sources.find(({ id }) => id === known.form))?.title ?? '';
    const taken = takeOver(store.definition, store.begin(), known);
    this.#whenSafe(() => this.#begin(taken.answers, this.#takenWords(title, taken)));
  }

  #takenWords(title: string, { fields, rows }: TakenOver): string {
    const words = this.#at.words(fields + rows > 0 ? 'taken' : 'nothing');
    return words.replace(/%[sfr]/g, (key) => (key === '%s' ? title : String(key === '%f' ? fields : rows)));
  }

  #begin(answers: FormAnswers, words: string): void {
    const { store } = this.#form;
    const isKept = store.isTyped() && !store.$keepsNothing.get();
    store.startDraft(answers);
    this.#finish(words + (isKept ? this.#at.words('apart') : ''));
  }

  /** What is nowhere but on the page is given up only by somebody who has said so. */
  #whenSafe(act: () => void): void {
    if (this.#form.store.$isAtRisk.get()) ask(this.#at, '[data-leave-import-dialog]', act);
    else act();
  }

  #finish(message: string): void {
    const { root, store } = this.#form;
    showProblems(root, []);
    writeAddress(store);
    this.#at.complain('');
    this.#at.announce(message);
  }

  #refuse(message: string): void {
    this.#at.complain(this.#at.words('refused').replace('%s', () => message));
  }
}

/** Japanese: what tells papers of one form apart. */
function nameOf({ header }: FormAnswers): string {
  return [header.recipient, header.business, header.company, header.checkedOn].filter((text) => text !== '').join('、');
}

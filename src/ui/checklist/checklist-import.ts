import type { ChecklistAnswers } from '../../record/v1/checklist/answers.ts';
import { ask } from '../parts/ask.ts';
import { showProblems } from '../parts/error-summary.ts';
import { LiveElement } from '../parts/live-element.ts';
import { LoadError, load } from '../parts/load.ts';
import { part, show, today } from '../parts/parts.ts';
import type { Doubt, FileReading } from '../receive/read-answers-file.ts';
import { findChecklist } from './checklist-context.ts';

type Taking = typeof import('../../core/checklist/take-over.ts');
type Keeping = typeof import('../../core/checklist/keep-request.ts');
type Messages = typeof import('../../record/v1/checklist/answers-message.ts');

/** Brings answers back from a file: to go on with them, or to begin this year's list with last year's. */
class ChecklistImport extends LiveElement {
  #isFromLastYear = false;

  protected override arrive(signal: AbortSignal): void {
    const file = part(this, '[data-import-file]', HTMLInputElement);
    show(this, '[data-scripted]', true);
    file.hidden = false;
    const on = (selector: string, isFromLastYear: boolean) => {
      const choose = () => {
        this.#isFromLastYear = isFromLastYear;
        file.click();
      };
      part(this, selector, HTMLButtonElement).addEventListener('click', choose, { signal });
    };
    on('[data-import]', false);
    on('[data-last-year]', true);
    file.addEventListener('change', () => void this.#read(file), { signal });
    // What was said about one draft is not true of the next.
    this.follow(findChecklist(this).store.$opened.listen(() => this.#say('')));
  }

  async #read(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    this.#say('');
    this.#complain('');
    this.setAttribute('aria-busy', 'true');
    show(this, '[data-reading]', true);
    const done = await this.#readFile(file);
    show(this, '[data-reading]', false);
    this.removeAttribute('aria-busy');
    // The same file chosen again must be a change again.
    input.value = '';
    done();
  }

  /** What to do with the file. The code for that comes when there is one. */
  async #readFile(file: File): Promise<() => void> {
    const { store, base, generator } = findChecklist(this);
    try {
      const [{ readAnswersFile }, { answersReader }, messages, taking, keeping] = await load(
        Promise.all([
          import('../receive/read-answers-file.ts'),
          import('./answers-reader.ts'),
          import('../../record/v1/checklist/answers-message.ts'),
          import('../../core/checklist/take-over.ts'),
          import('../../core/checklist/keep-request.ts'),
        ]),
      );
      const reading = await readAnswersFile(file, answersReader(store.definition), {
        base,
        generator,
        definitions: [],
      });
      if (reading.kind !== 'answers') return () => this.#complain(this.#messageOf(reading, messages));
      const take = () => this.#take(reading.answers, taking, keeping);
      const { doubt } = reading;
      return doubt ? () => this.#askDespite(doubt, take) : take;
    } catch (error) {
      if (error instanceof LoadError) return () => this.#complain(this.#words('notLoaded'));
      throw error;
    }
  }

  /** A PDF that did not stand up to verifying is taken only by somebody who has read why. */
  #askDespite({ reason, message }: Doubt, take: () => void): void {
    show(this, '[data-doubt]', false);
    const known = this.querySelector(`[data-doubt="${reason}"]`);
    show(this, known ? `[data-doubt="${reason}"]` : '[data-doubt="other"]', true);
    part(this, '[data-doubt-message]', HTMLElement).textContent = message;
    ask(this, '[data-doubt-dialog]', take);
  }

  #take(answers: ChecklistAnswers, { takeOver, takenOverMessage }: Taking, { keepRequest }: Keeping): void {
    const { store } = findChecklist(this);
    const isTyped = store.isTyped();
    const taken = this.#isFromLastYear ? takeOver(store.definition, answers, today(new Date())) : undefined;
    const brought = keepRequest(taken?.answers ?? answers, store.$answers.get());
    const replace = () => {
      store.replace(brought);
      this.#finish(taken ? takenOverMessage(taken) : this.#words('imported'));
    };
    if (!isTyped) replace();
    else if (!taken || store.$isAtRisk.get()) ask(this, '[data-import-dialog]', replace);
    else {
      // What is there is another list, perhaps for another client: it stays as a draft of its own.
      store.startDraft(brought);
      this.#finish(this.#words('apart') + takenOverMessage(taken));
    }
  }

  #finish(message: string): void {
    showProblems(findChecklist(this).root, []);
    this.#say(message);
    part(this, '[data-done]', HTMLElement).focus();
  }

  #messageOf(reading: Exclude<FileReading<unknown>, { kind: 'answers' }>, { answersMessage }: Messages): string {
    const { definition } = findChecklist(this).store;
    switch (reading.kind) {
      case 'problem':
        return answersMessage(reading.problem, definition);
      case 'undecoded':
        return reading.message;
      case 'refused':
        return this.#words('refused').replace('%s', () => reading.message);
      case 'not-loaded':
        return this.#words('notLoaded');
    }
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

customElements.define('checklist-import', ChecklistImport);

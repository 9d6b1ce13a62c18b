import type { JobAnswers } from '../../core/papers/job-answers.ts';
import { ask } from '../parts/ask.ts';
import { formatTime } from '../parts/format-time.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part, show } from '../parts/parts.ts';
import { warnBeforeLeaving } from '../parts/warn-before-leaving.ts';
import { followClients, isShown } from './follow-clients.ts';
import { type JobContext, openJob } from './job-context.ts';
import { fillNow, putText, type TextField, tidyField } from './job-fields.ts';
import { JobRows } from './job-rows.ts';
import { JobSteps } from './job-steps.ts';
import '../parts/watch-characters.ts';

/**
 * A job: what is typed once, and the papers that are begun with it. All that it needs comes with the page, so that it works
 * with the network cut. Without JavaScript the papers stand there in their order.
 */
class PaperJob extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const at = openJob(this);
    const { store, keepsNothing } = at;
    const rows = new JobRows(at);
    const steps = new JobSteps(at);
    let chosen: readonly string[] = [];
    show(this, '[data-scripted]', true);
    show(this, '[data-shared]', keepsNothing);
    show(this, '[data-damaged]', store.isDamaged());
    part(this, 'form', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault(), { signal });
    this.addEventListener('input', ({ target }) => this.#type(at, target), { signal });
    const take = (field: TextField) => field.dispatchEvent(new Event('input', { bubbles: true }));
    this.addEventListener('change', ({ target }) => tidyField(target, take), { signal });
    this.addEventListener('click', ({ target }) => fillNow(target, take), { signal });
    rows.arrive(signal, () => chosen);
    steps.arrive(signal);
    this.follow(
      followClients(this, signal, (ids) => {
        chosen = ids;
        for (const place of this.querySelectorAll<HTMLElement>('[data-document]')) {
          place.hidden = !isShown(ids, place.dataset['document']);
        }
      }),
    );
    const fill = () => {
      this.#fill(at);
      rows.draw();
    };
    this.follow(store.$answers.subscribe(() => steps.draw()));
    this.follow(store.$saving.subscribe((saving) => this.#showSaving(saving)));
    warnBeforeLeaving(store.$isAtRisk, signal);
    this.#listen(at, signal, fill);
    fill();
    this.#list(at, fill);
    const look = () => {
      store.look();
      steps.draw();
    };
    window.addEventListener('pageshow', look, { signal });
    window.addEventListener('storage', look, { signal });
  }

  #listen(at: JobContext, signal: AbortSignal, fill: () => void): void {
    const { store } = at;
    const on = (selector: string, act: () => void) =>
      part(this, selector, HTMLButtonElement).addEventListener('click', act, { signal });
    const anew = () => {
      fill();
      this.#list(at, fill);
      part(this, 'h2', HTMLElement).focus();
    };
    on('[data-begin]', () => {
      const begin = () => {
        store.begin();
        anew();
      };
      if (store.$isAtRisk.get()) ask(this, '[data-leave-job-dialog]', begin);
      else begin();
    });
    on('[data-erase]', () =>
      ask(this, '[data-erase-job-dialog]', () => {
        store.erase();
        anew();
      }),
    );
    on('[data-reload]', () => {
      store.reload();
      anew();
    });
    on('[data-overwrite]', () => store.overwrite());
    on('[data-print]', () => print());
  }

  #type({ store }: JobContext, target: EventTarget | null): void {
    const isField =
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement;
    if (!isField) return;
    const { fact, head, ofClient } = target.dataset;
    const text = target.value;
    if (fact !== undefined) store.fillFact(fact, text);
    else if (ofClient !== undefined)
      store.fillClient(ofClient, head === 'business' ? { business: text } : { recipient: text });
    else if (head === 'company' || head === 'checker')
      store.change({ header: { ...store.$answers.get().header, [head]: text } });
  }

  /** Puts what is kept into the fields. */
  #fill({ store, keepsNothing }: JobContext): void {
    const { header, facts, clients } = store.$answers.get();
    for (const field of this.querySelectorAll<TextField>('[data-fact], [data-head]')) {
      const { fact, head = '', ofClient } = field.dataset;
      const texts: Record<string, string> = ofClient === undefined ? header : { ...clients[ofClient] };
      putText(field, (fact === undefined ? texts[head] : facts[fact]) ?? '');
      // The browser would offer to the next person what this one has typed.
      if (keepsNothing) field.setAttribute('autocomplete', 'off');
    }
  }

  #showSaving(saving: string): void {
    for (const words of this.querySelectorAll<HTMLElement>('[data-saving]')) {
      words.hidden = !(words.dataset['saving'] ?? '').split(' ').includes(saving);
    }
  }

  /** The other drafts of this job. */
  #list(at: JobContext, fill: () => void): void {
    const others = at.keepsNothing ? [] : at.store.listOthers();
    const template = part(this, 'template[data-other-template]', HTMLTemplateElement);
    const rows = others.map(({ id, savedAt, value }) => {
      const row = part(document.importNode(template.content, true), 'li', HTMLElement);
      part(row, '[data-other-name]', HTMLElement).textContent = nameOf(value) || (template.dataset['unnamed'] ?? '');
      part(row, '[data-other-time]', HTMLElement).textContent = formatTime(savedAt);
      part(row, 'button', HTMLButtonElement).addEventListener('click', () => {
        at.store.open(id);
        fill();
        this.#list(at, fill);
      });
      return row;
    });
    part(this, '[data-other-list]', HTMLElement).replaceChildren(...rows);
    show(this, '[data-other-jobs]', others.length > 0);
  }
}

/** Japanese: what tells drafts of one job apart. */
function nameOf({ clients, facts, rows }: JobAnswers): string {
  const works = Object.values(clients).map(({ business }) => business);
  const [first] = [facts['assets'], facts['situation'], ...rows.map(({ cells }) => cells['name'])].filter(Boolean);
  return [...works, (first ?? '').slice(0, 30)].filter(Boolean).join('、');
}

customElements.define('paper-job', PaperJob);

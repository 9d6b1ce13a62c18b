import { sha256 } from '@noble/hashes/sha2.js';
import { makeRecord } from '../../record/make-record.ts';
import type { Worded } from '../../record/v1/company/words.ts';
import type { DecisionDefinition } from '../../record/v1/decision/definition.ts';
import { validateDecision } from '../../record/v1/decision/validate.ts';
import type { Header } from '../../record/v1/header/header.ts';
import type { FieldProblem } from '../../record/v1/header/validate-fields.ts';
import { eraseTexts, fillHeader } from '../../stores/decision-texts.ts';
import { LiveElement } from '../parts/live-element.ts';
import documentLooks from '../sign/document.css?url';
import keyLooks from '../sign/keys.css?url';
import summaryLooks from '../sign/summary.css?url';
import './decision-keeping.ts';
import { showProblems, unmarkMended } from '../parts/error-summary.ts';
import { goTo } from '../parts/go-to.ts';
import { load } from '../parts/load.ts';
import { loadLooks } from '../parts/load-looks.ts';
import { part, show, today } from '../parts/parts.ts';
import { tidyDay } from '../parts/tidy-day.ts';
import { provideHost } from '../sign/document-host.ts';
import { renderSummary } from '../sign/summary-view.ts';
import { findDecision } from './decision-context.ts';
import { listCases } from './earlier-cases.ts';
import { fetchAsked } from './fetch-asked.ts';
import { fetchPart } from './fetch-part.ts';

/**
 * Opens what makes a file of the result. Its code, its looks and the texts of the definition come when somebody wants one.
 * @throws LoadError when a part does not arrive, or the site was replaced by another version since the page was opened
 */
export async function openDecisionFile(element: Element): Promise<void> {
  const context = findDecision(element);
  const { root, store, sharedDevice } = context;
  const { base = '/', generator = '' } = root.dataset;
  const [asked, parts] = await Promise.all([
    load(fetchAsked(base, store.definition)),
    root.querySelector('decision-file') ? [] : fetchPart(context, 'make.txt'),
    loadLooks([documentLooks, keyLooks, summaryLooks]),
  ]);
  part(root, '[data-scripted]', HTMLElement).append(...parts);
  provideHost({
    root,
    base,
    generator,
    readHeader: () => store.$given.get().header,
    keepsNothing: () => sharedDevice.isOn(),
    mayProceed: () => true,
    makeRecord: async () => makeRecord(asked, store.$given.get(), sha256),
  });
  // The signing element looks for its host when it is defined.
  await load(import('../sign/document-signing.ts'));
  part(root, 'decision-file', DecisionFile).open(asked);
}

/** From the result to a file: who decides, the review, and then the signature. */
class DecisionFile extends LiveElement {
  /** With all texts; there before the part is opened. */
  #asked: Worded<DecisionDefinition> | undefined;

  protected override arrive(signal: AbortSignal): void {
    const { root, store } = findDecision(this);
    const on = (selector: string, act: () => void) => {
      for (const button of this.querySelectorAll<HTMLButtonElement>(selector))
        button.addEventListener('click', act, { signal });
    };
    root.addEventListener(
      'document:edit',
      (event) => event instanceof CustomEvent && this.#edit(String(event.detail)),
      { signal },
    );
    on('[data-next]', () => this.#next());
    on('[data-to-result]', () => this.#close());
    on('[data-back-to-write]', () => this.#showReview(false));
    on('[data-print]', () => print());
    on('[data-erase]', () => this.#erase());
    const todayButton = part(this, '[data-today]', HTMLButtonElement);
    todayButton.hidden = false;
    todayButton.addEventListener('click', () => fillHeader(store, 'checkedOn', today(new Date())), { signal });
    this.addEventListener('input', ({ target }) => this.#type(target), { signal });
    this.addEventListener('change', (event) => this.#change(event), { signal });
    this.follow(store.$given.subscribe(() => this.#fill()));
    this.follow(store.$verdict.listen(() => this.#close(false)));
    this.follow(store.$saving.subscribe((saving) => this.#showSaving(saving === 'saved' || saving === 'idle')));
  }

  open(asked: Worded<DecisionDefinition>): void {
    const { root } = findDecision(this);
    this.#asked = asked;
    this.#offerPerson();
    show(root, '[data-make-part]', true);
    this.#showReview(false);
  }

  /** The company and the person are the same as in the case before; to whom that went is that case's. */
  #offerPerson(): void {
    const { store } = findDecision(this);
    const { company, checker } = store.$given.get().header;
    const [latest] = listCases(this);
    if (company !== '' || checker !== '' || latest?.kind !== 'readable') return;
    for (const field of ['company', 'checker'] as const) {
      const { [field]: text } = latest.value.header;
      if (text !== '') fillHeader(store, field, text);
    }
  }

  #close(isFocusing = true): void {
    const { root } = findDecision(this);
    if (this.hidden) return;
    this.hidden = true;
    show(root, '[data-step="ask"]', true);
    if (isFocusing) part(root, '[data-make]', HTMLButtonElement).focus();
  }

  #showReview(isReview: boolean): void {
    const { root } = findDecision(this);
    // While it is written, the result stays in sight; the review takes its place.
    show(root, '[data-step="ask"], [data-rule-table]', !isReview);
    show(this, '[data-write]', !isReview);
    show(this, '[data-review]', isReview);
    goTo(part(this, isReview ? '#review-h' : '#write-h', HTMLElement));
  }

  #next(): void {
    const { root, store } = findDecision(this);
    const problems = this.#validate();
    if (!this.#asked) return;
    const errors = showProblems(root, problems);
    if (problems.length > 0) {
      errors.focus();
      return;
    }
    const { record } = makeRecord(this.#asked, store.$given.get(), sha256);
    renderSummary(record.summary, part(this, '[data-summary]', HTMLElement));
    this.#showReview(true);
    root.dispatchEvent(new CustomEvent('document:review'));
  }

  #showSaving(isKept: boolean): void {
    show(this, '[data-saved]', isKept);
    show(this, '[data-unsaved]', !isKept);
  }

  /** Leaves the review for one field. */
  #edit(fieldId: string): void {
    this.#showReview(false);
    document.getElementById(fieldId)?.focus();
  }

  #erase(): void {
    const { root, store } = findDecision(this);
    eraseTexts(store);
    showProblems(root, []);
    part(this, '#write-h', HTMLElement).focus();
  }

  #type(target: EventTarget | null): void {
    const { store } = findDecision(this);
    if (!(target instanceof HTMLInputElement)) return;
    const { header } = target.dataset;
    if (isHeaderField(header, store.$given.get().header)) fillHeader(store, header, target.value);
  }

  #change({ target }: Event): void {
    const { root } = findDecision(this);
    if (target instanceof HTMLInputElement && target.dataset['date'] !== undefined)
      tidyDay(target, () => this.#type(target));
    unmarkMended(root, this.#validate());
  }

  #validate(): FieldProblem[] {
    const { store } = findDecision(this);
    return validateDecision(store.$given.get(), today(new Date()));
  }

  #fill(): void {
    const { header } = findDecision(this).store.$given.get();
    for (const field of this.querySelectorAll<HTMLInputElement>('[data-header]')) {
      const { header: name } = field.dataset;
      // Writing the same value again would move the caret to the end while somebody types.
      if (isHeaderField(name, header) && field.value !== header[name]) field.value = header[name];
    }
  }
}

function isHeaderField(name: string | undefined, header: Header): name is keyof Header {
  return name !== undefined && Object.hasOwn(header, name);
}

customElements.define('decision-file', DecisionFile);

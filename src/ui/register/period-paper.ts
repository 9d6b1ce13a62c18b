import { choosePaperRows, findTooMany, type PaperRows, toPaperAnswers } from '../../core/register/paper.ts';
import { type Period, type PeriodName, periodOf } from '../../core/register/period.ts';
import { formatDate, isDate, toDateText } from '../../core/text/date.ts';
import type { FormAnswers } from '../../record/v1/form/answers.ts';
import { validateForm } from '../../record/v1/form/validate.ts';
import { emptyHeader, type Header, headerKeys } from '../../record/v1/header/header.ts';
import { showProblems } from '../parts/error-summary.ts';
import { goTo } from '../parts/go-to.ts';
import { load } from '../parts/load.ts';
import { newCase } from '../parts/new-id.ts';
import { part, show, today } from '../parts/parts.ts';
import { showSharedDevice } from '../parts/show-shared-device.ts';
import { toWords } from '../parts/to-words.ts';
import { makeAnswersRecord, provideHost } from '../sign/document-host.ts';
import type { RegisterContext } from './register-context.ts';

/** Most problems that are listed: whoever mends them looks again. */
const mostShown = 50;

/** From a period to its paper: what stands in the way is told, else the paper is shown, to be signed or printed. */
export class PeriodPaper {
  readonly #context: RegisterContext;
  #answers: FormAnswers | undefined;

  constructor(context: RegisterContext) {
    this.#context = context;
    const { root, base, generator, asked, sharedDevice } = context;
    provideHost({
      root,
      base,
      generator,
      readHeader: () => this.#answers?.header ?? emptyHeader(),
      keepsNothing: () => sharedDevice.isOn(),
      mayProceed: () => true,
      makeRecord: () => {
        if (!this.#answers) throw new Error('No period has been chosen.');
        return makeAnswersRecord(asked, this.#answers);
      },
    });
    // A character that cannot be printed stands in an entry, which has no field here: back to the list.
    root.addEventListener('document:edit', () => this.back());
  }

  /** @throws LoadError when its code does not arrive */
  async next(): Promise<void> {
    const { root, form, asked, rules, store, head } = this.#context;
    this.#refuse(undefined);
    const period = this.#readPeriod();
    if (!period) return;
    await store.look();
    const rows = choosePaperRows(store.$state.get().entries, rules, period);
    const stands = this.#findObstacle(rows);
    if (stands) return this.#refuse(stands);
    const answers = toPaperAnswers(form, this.#readHeader(), rows, this.#caseOf(period), period);
    const problems = validateForm(form, answers, today(this.#context.now())).slice(0, mostShown);
    const errors = showProblems(root, problems);
    if (problems.length > 0) {
      errors.focus();
      return;
    }
    const [{ renderSummary }, { record }] = await load(
      Promise.all([
        import('../sign/summary-view.ts'),
        makeAnswersRecord(asked, answers),
        import('../sign/document-signing.ts'),
      ]),
    );
    this.#answers = answers;
    head.put(caseName(period), answers.case);
    renderSummary(record.summary, part(root, '[data-summary]', HTMLElement));
    const count = Object.values(rows).reduce((sum, shown) => sum + shown.length, 0);
    part(root, '[data-paper-count]', HTMLElement).textContent = count.toLocaleString('en');
    showSharedDevice(root, this.#context.sharedDevice.isOn());
    this.#show(true);
    root.dispatchEvent(new CustomEvent('document:review'));
    goTo(part(root, '#review-h', HTMLElement));
  }

  /** Back to the register. */
  back(): void {
    this.#show(false);
    part(this.#context.root, '[data-next]', HTMLButtonElement).focus();
  }

  #show(isReview: boolean): void {
    const { root } = this.#context;
    show(root, '[data-step="fill"]', !isReview);
    show(root, '[data-review]', isReview);
  }

  /** Undefined after telling what is wrong with its days. */
  #readPeriod(): Period | undefined {
    const { root, now } = this.#context;
    const { value } = part(root, '[data-paper-period]', HTMLSelectElement);
    if (isPeriod(value)) return periodOf(value, today(now()));
    const fields = ['[data-paper-from]', '[data-paper-until]'].map((name) => part(root, name, HTMLInputElement));
    const [from = '', until = ''] = fields.map((field) => toDateText(field.value.trim()));
    const wrong = fields.find((field) => !isDate(toDateText(field.value.trim())));
    const isWrong = wrong !== undefined || from > until;
    show(root, '[data-paper-days-wrong]', isWrong);
    for (const field of fields) field.toggleAttribute('aria-invalid', false);
    if (!isWrong) return { from, until };
    const field = wrong ?? fields[0];
    field?.setAttribute('aria-invalid', 'true');
    field?.focus();
    return undefined;
  }

  #readHeader(): Header {
    const header = emptyHeader();
    for (const key of headerKeys)
      header[key] = this.#context.root.querySelector<HTMLInputElement>(`[data-header="${key}"]`)?.value ?? '';
    return header;
  }

  /** The same period once more is another version of the same paper. */
  #caseOf(period: Period): string {
    return this.#context.head.$texts.get()[caseName(period)] || newCase();
  }

  #findObstacle(rows: PaperRows): [string, Record<string, string>] | undefined {
    const shown = Object.values(rows).flat();
    if (shown.length === 0) return ['none', {}];
    const conflicts = shown.filter(({ isInConflict }) => isInConflict).length;
    if (conflicts > 0) return ['conflict', { n: String(conflicts) }];
    const many = findTooMany(rows);
    if (!many) return undefined;
    if (many.fitsUntil === '') return ['manyDay', {}];
    const n = many.count.toLocaleString('en');
    return ['many', { n, u: formatDate(many.fitsUntil), f: many.fits.toLocaleString('en') }];
  }

  #refuse(obstacle: [string, Record<string, string>] | undefined): void {
    const { root } = this.#context;
    const place = part(root, '[data-no-paper]', HTMLElement);
    showProblems(root, []);
    place.hidden = !obstacle;
    if (!obstacle) return;
    place.textContent = toWords(place, [obstacle[0]], obstacle[1]);
    place.focus();
  }
}

function caseName({ from, until }: Period): string {
  return `case ${from} ${until}`;
}

function isPeriod(name: string): name is PeriodName {
  return name !== 'own';
}

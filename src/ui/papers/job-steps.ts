import { toWholeAddress } from '../../core/form/fill-address.ts';
import type { Known } from '../../core/form/take-over.ts';
import { fillJobPaper, knownOf } from '../../core/papers/fill-job-paper.ts';
import { factsOf, type JobClient, type JobForm } from '../../core/papers/job-forms.ts';
import { findOtherNames } from '../../core/papers/other-names.ts';
import { formatDate } from '../../core/text/date.ts';
import type { FormAnswers } from '../../record/v1/form/answers.ts';
import { findField, rowsOf } from '../../record/v1/form/given.ts';
import { countPapers } from '../../stores/count-papers.ts';
import { keepPaper } from '../../stores/keep-paper.ts';
import { findPaper } from '../../stores/kept-papers.ts';
import { newCase } from '../parts/new-id.ts';
import { part, show, today } from '../parts/parts.ts';
import { findStep, type JobContext } from './job-context.ts';

/** The papers of a job: what goes into each, beginning it, and what has been done. */
export class JobSteps {
  readonly #at: JobContext;

  constructor(at: JobContext) {
    this.#at = at;
  }

  arrive(signal: AbortSignal): void {
    const { root } = this.#at;
    for (const button of root.querySelectorAll<HTMLButtonElement>('[data-make]')) {
      button.addEventListener('click', () => this.#make(button), { signal });
    }
    const steps = part(root, '[data-steps]', HTMLElement);
    steps.addEventListener('change', ({ target }) => this.#finish(target), { signal });
    for (const input of steps.querySelectorAll<HTMLInputElement>('[data-approval]'))
      input.addEventListener('change', () => void this.#readApproval(input), { signal });
    window.addEventListener(
      'beforeprint',
      () => {
        for (const inside of steps.querySelectorAll('details')) inside.open = true;
      },
      { signal },
    );
  }

  /** Whether an approval that came is of the paper that was handed in; whoever reads that ticks the box. */
  async #readApproval(input: HTMLInputElement): Promise<void> {
    const files = [...(input.files ?? [])];
    const step = findStep(this.#at, input);
    const said = input.parentElement?.querySelector<HTMLElement>('[data-approval-said]');
    if (!step || !said || files.length === 0) return;
    // The same file chosen again must be a change again.
    input.value = '';
    said.textContent = said.dataset['reading'] ?? '';
    try {
      const { readApproval } = await import('./read-approval.ts');
      const { kind, texts } = await readApproval(files, step.form.id, this.#at.base);
      said.textContent = (said.dataset[kind] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => texts[name] ?? '');
    } catch (error) {
      console.error(error);
      said.textContent = said.dataset['notLoaded'] ?? '';
    }
  }

  /** Says of each paper what goes in, whether there is a draft, and whether it is done. */
  draw(): void {
    const { root, store } = this.#at;
    const { done } = store.$answers.get();
    for (const place of root.querySelectorAll<HTMLElement>('[data-form]')) {
      const step = findStep(this.#at, place);
      if (step) this.#drawStep(place, step);
    }
    for (const box of root.querySelectorAll<HTMLInputElement>('input[name=step]')) {
      const day = Object.hasOwn(done, box.value) ? done[box.value] : undefined;
      box.checked = day !== undefined;
      const words = box.closest('p')?.querySelector<HTMLElement>('[data-day]');
      if (words) words.textContent = day === undefined ? '' : formatDate(day);
    }
    this.#drawProgress();
  }

  #drawStep(place: HTMLElement, { client, form }: { client: JobClient; form: JobForm }): void {
    const { job, store, base, keepsNothing } = this.#at;
    const known = this.#known(client, form);
    const paper = fillJobPaper(form, 'none', known);
    const facts = factsOf(job, client, form).map(({ id, label }) => [label, findField(paper, id)] as const);
    const given = facts.filter(([, text]) => text !== '');
    const list = part(place, '[data-inside]', HTMLElement);
    list.replaceChildren(
      ...given.map(([label, text]) => {
        const pair = document.createElement('div');
        const [name, value] = [document.createElement('dt'), document.createElement('dd')];
        name.textContent = label;
        value.textContent = text.replace(/^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?$/, (_, day: string, time?: string) =>
          [formatDate(day), time].filter(Boolean).join(' '),
        );
        pair.append(name, value);
        return pair;
      }),
    );
    const rows = job.table ? rowsOf(paper, job.table.id).length : 0;
    const summary = part(place, '[data-summary]', HTMLElement);
    const { rows: rowWords = '', facts: factWords = '', nothing = '' } = summary.dataset;
    const parts = [
      ...(rows > 0 ? [rowWords.replace('{n}', `${rows}`)] : []),
      ...(given.length > 0 ? [factWords.replace('{n}', `${given.length}`)] : []),
    ];
    summary.textContent = parts.join('、') || nothing;
    this.#drawOthers(place, client, paper);
    const caseId = this.#caseOf(form);
    const link = part(place, '[data-open]', HTMLAnchorElement);
    link.hidden = caseId === undefined;
    link.href = `${pageOf(base, form)}#draft=${caseId}`;
    const button = part(place, '[data-make]', HTMLButtonElement);
    button.textContent = (caseId === undefined ? button.dataset['first'] : button.dataset['again']) ?? '';
    const drafts = part(place, '[data-drafts]', HTMLElement);
    const count = keepsNothing ? 0 : countPapers(() => localStorage, base, form.id);
    drafts.hidden = count === 0;
    drafts.textContent = (drafts.dataset['words'] ?? '').replace('{n}', `${count}`);
    const approval = form.after.find((id) => this.#isOpenApproval(client, id));
    show(place, '[data-unapproved]', approval !== undefined && !Object.hasOwn(store.$answers.get().done, form.id));
  }

  /** Whether a paper needs somebody's leave that has not been ticked. */
  #isOpenApproval({ forms }: JobClient, id: string): boolean {
    const isNeeded = forms.some((form) => form.id === id && form.approvedBy !== '');
    return isNeeded && !Object.hasOwn(this.#at.store.$answers.get().done, `${id}-approved`);
  }

  /** The names of other clients in what is about to go to this one. */
  #drawOthers(place: HTMLElement, client: JobClient, { fields, tables }: FormAnswers): void {
    const cells = Object.values(tables).flatMap((rows) => rows.flatMap((row) => Object.values(row.cells)));
    const { clients } = this.#at.store.$answers.get();
    const others = this.#at.clients.filter(({ id, isOurs }) => id !== client.id && !isOurs);
    const names = others.flatMap(({ id, client: name }) => [name, ...(clients[id] ? [clients[id].recipient] : [])]);
    const found = client.isOurs ? [] : findOtherNames([...Object.values(fields), ...cells], names);
    show(place, '[data-others]', found.length > 0);
    part(place, '[data-other-names]', HTMLElement).textContent = found.join('、');
  }

  #drawProgress(): void {
    const { root, store } = this.#at;
    for (const place of root.querySelectorAll<HTMLElement>('[data-client-steps]')) {
      const boxes = [...place.querySelectorAll<HTMLInputElement>('input[name=step]')];
      const words = part(place, '[data-progress]', HTMLElement);
      const count = boxes.filter(({ checked }) => checked).length;
      words.textContent = (words.dataset['words'] ?? '').replace('{all}', `${boxes.length}`).replace('{n}', `${count}`);
    }
    const { rows } = store.$answers.get();
    const homeless = rows.filter(({ client }) => client === '').length;
    show(root, '[data-homeless]', homeless > 0);
    for (const words of root.querySelectorAll<HTMLElement>('[data-homeless-count]')) words.textContent = `${homeless}`;
  }

  /** What goes into a paper: of the one it continues, as its draft stands by now, and of what is typed here. */
  #known(client: JobClient, form: JobForm): Known[] {
    const { job, store, base, keepsNothing } = this.#at;
    const given = store.$answers.get();
    const before = keepsNothing
      ? []
      : form.after.flatMap((id) => {
          const earlier = client.forms.find((one) => one.id === id);
          const caseId = Object.hasOwn(given.made, id) ? given.made[id] : undefined;
          return (earlier && caseId && findPaper(() => localStorage, base, earlier, caseId)) || [];
        });
    return [...before, knownOf(job, client, form, given)];
  }

  /** The case of the draft that was begun from here, while it is there. */
  #caseOf(form: JobForm): string | undefined {
    const { store, base, keepsNothing } = this.#at;
    const { made } = store.$answers.get();
    const caseId = Object.hasOwn(made, form.id) ? made[form.id] : undefined;
    if (keepsNothing || caseId === undefined) return undefined;
    return findPaper(() => localStorage, base, form, caseId) && caseId;
  }

  #make(button: HTMLButtonElement): void {
    const step = findStep(this.#at, button);
    if (!step) return;
    const { client, form } = step;
    const { store, base, keepsNothing } = this.#at;
    const paper = fillJobPaper(form, newCase(), this.#known(client, form));
    const page = pageOf(base, form);
    if (keepsNothing) {
      this.#handOver(page, paper, button);
      return;
    }
    const keeping = keepPaper(() => localStorage, base, paper, new Date());
    if (keeping !== 'kept') {
      this.#say(button, keeping);
      return;
    }
    store.remember(form.id, paper.case);
    this.#go(`${page}#draft=${paper.case}`, button);
  }

  /**
   * On a shared device nothing is left behind: the address carries it, behind the #, as far as it goes. In a window of its
   * own, for leaving this page would lose what the next paper needs.
   */
  #handOver(page: string, paper: FormAnswers, button: HTMLButtonElement): void {
    const fill = toWholeAddress(paper);
    if (fill === undefined) this.#say(button, 'long');
    else if (!window.open(page + fill)) this.#go(page + fill, button);
  }

  #go(address: string, button: HTMLButtonElement): void {
    if (navigator.onLine) location.assign(address);
    else this.#say(button, 'offline');
  }

  #say(button: HTMLButtonElement, message: string): void {
    const words = part(button.closest('[data-form]') ?? this.#at.root, '[data-said]', HTMLElement);
    words.textContent = this.#at.root.dataset[message] ?? '';
    this.draw();
  }

  #finish(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement) || target.name !== 'step') return;
    const { store, ticks } = this.#at;
    const day = target.checked ? today(new Date()) : undefined;
    store.finish(target.value, day);
    const step = findStep(this.#at, target);
    // What is done here is done on the list of papers as well.
    if (step && day !== undefined && step.form.tick !== '' && target.value === step.form.id)
      ticks.tick(step.client.id, step.form.tick, day);
  }
}

/** Where a paper is written, or its rows become entries of a register. */
function pageOf(base: string, { id, isRegister }: JobForm): string {
  return `${base}${isRegister ? 'registers' : 'forms'}/${id}/`;
}

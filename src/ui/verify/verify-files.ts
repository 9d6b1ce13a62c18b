import { parseSiteFacts } from '../../record/site-facts.ts';
import { type AddressBookStore, addressBookKey, createAddressBook } from '../../stores/address-book.ts';
import { LiveElement } from '../parts/live-element.ts';
import { download } from '../parts/parts.ts';
import { findPart } from '../parts/templates.ts';
import { CheckQueue, type QueueListener, type RunEnd } from '../receive/check-queue.ts';
import { type Checker, NotLoadedError, openChecker } from '../receive/checker.ts';
import { admit, type Chosen, readDrop, toChosen } from '../receive/intake.ts';
import type { VerifierPlace } from '../receive/load-verifier.ts';
import type { Outcome } from '../receive/outcome.ts';
import { isSound } from './entry.ts';
import { ListView } from './list-view.ts';
import '../parts/watch-characters.ts';

/** Milliseconds between two announcements of progress: often enough to know it goes on, too seldom to annoy. */
const announceEvery = 5000;

/** The verify page: takes files chosen or dropped, has them checked one after the other, lists what was found. */
class VerifyFiles extends LiveElement implements QueueListener {
  #list = new ListView(this);
  #queue = new CheckQueue(() => this.#openChecker(), this);
  #book: AddressBookStore | undefined;
  #announced = 0;
  #made = 0;

  protected override arrive(signal: AbortSignal): void {
    const drop = findPart(this, '[data-drop]');
    drop.hidden = false;
    this.#takeChosen(drop, signal);
    this.#takeDropped(drop, signal);
    const withDetails = findPart(this, '[data-print-details]');
    withDetails.addEventListener('change', () => this.#choosePrint(withDetails), { signal });
    this.#choosePrint(withDetails);
    findPart(this, '[data-print]').addEventListener('click', () => window.print(), { signal });
    findPart(this, '[data-clear]').addEventListener('click', () => this.#clear(), { signal });
    findPart(this, '[data-cancel]').addEventListener('click', () => this.#queue.cancel(), { signal });
    findPart(this, '[data-export]').addEventListener('click', () => void this.#export('csv'), { signal });
    findPart(this, '[data-export-xlsx]').addEventListener('click', () => void this.#export('xlsx'), { signal });
    findPart(this, '[data-expiry]').addEventListener('click', () => void this.#exportExpiry(), { signal });
    findPart(this, '[data-details]').addEventListener('click', (event) => void this.#register(event), { signal });
    this.#followBook(signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#queue.close();
  }

  /** This site, from the page. */
  #findPlace(): VerifierPlace {
    const { base = '/' } = this.dataset;
    return { base, ...parseSiteFacts(findPart(this, '[data-site]').textContent ?? '') };
  }

  /** A checker whose first file brings along what the list needs to show it. */
  #openChecker(): Checker {
    const checker = openChecker(this.#findPlace());
    const toNotLoaded = (cause: unknown) => {
      throw new NotLoadedError('What shows the results did not arrive.', { cause });
    };
    return {
      check: async (file) => {
        await this.#list.prepare().catch(toNotLoaded);
        return checker.check(file);
      },
      close: checker.close,
    };
  }

  #followBook(signal: AbortSignal): void {
    const { base = '/' } = this.dataset;
    const book = createAddressBook({ storage: () => localStorage, base });
    this.#book = book;
    this.follow(book.$contacts.subscribe((contacts) => this.#list.compareWith(contacts)));
    // Another page of this browser has registered or removed somebody; `key` is null when everything was cleared.
    const hear = ({ key }: StorageEvent) => {
      if (key === null || key === addressBookKey(base)) book.look();
    };
    window.addEventListener('storage', hear, { signal });
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
    const { admitted, leftOut } = admit(chosen, this.#list.length + this.#queue.waiting);
    if (leftOut > 0) this.#list.notice('left-out', { count: String(leftOut) });
    this.#queue.add(admitted);
  }

  started(waiting: number): void {
    this.#announced = performance.now();
    this.#list.showProgress(waiting);
    this.#list.announceProgress(waiting);
  }

  checked(name: string, outcome: Outcome, waiting: number): void {
    this.#made += 1;
    this.#list.add({ id: `result-${this.#made}`, name, checkedAt: new Date(), outcome });
    this.#list.showProgress(waiting);
    if (performance.now() - this.#announced <= announceEvery) return;
    this.#announced = performance.now();
    this.#list.announceProgress(waiting);
  }

  ended(end: RunEnd): void {
    if (end.kind === 'not-loaded') this.#list.notice('not-loaded');
    if (end.kind === 'cancelled') this.#list.noticeCancelled(end);
    void this.#list.finish(new Date()).then(() => this.#focusResult());
  }

  /** To the result, unless the reader has gone on reading elsewhere. */
  #focusResult(): void {
    const active = document.activeElement;
    const starts = [findPart(this, '[data-drop]'), findPart(this, '[data-cancel]')];
    const isAtStart = !active || active === document.body || starts.some((start) => start.contains(active));
    if (isAtStart) findPart(this, '[data-heading]').focus();
  }

  async #export(kind: 'csv' | 'xlsx'): Promise<void> {
    try {
      const { exportCsv, exportWorkbook } = await import('./export-results.ts');
      const list = { root: this, entries: this.#list.entries };
      const stamp = { verifier: this.dataset['generator'] ?? '', now: new Date() };
      if (kind === 'csv') {
        const { name, text } = exportCsv(list, stamp);
        download(name, 'text/csv;charset=utf-8', text);
      } else {
        const { name, bytes } = await exportWorkbook(list, stamp);
        download(name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes);
      }
    } catch {
      this.#list.replaceNotice('part-missing');
    }
  }

  /** The last days of the records, for a calendar program. */
  async #exportExpiry(): Promise<void> {
    try {
      const { exportExpiry } = await import('./export-expiry.ts');
      const site = new URL(this.dataset['base'] ?? '/', location.href).href;
      const calendar = exportExpiry(this.#list.entries, { site, now: new Date() });
      if (calendar) download(calendar.name, 'text/calendar;charset=utf-8', calendar.text);
    } catch {
      this.#list.replaceNotice('part-missing');
    }
  }

  /** Opens the dialog for the signer of the result in which the button was pressed. */
  async #register({ target }: Event): Promise<void> {
    if (!(target instanceof Element) || !target.closest('[data-register]')) return;
    const id = target.closest('section')?.id;
    const entry = this.#list.entries.find((known) => known.entry.id === id)?.entry;
    if (!this.#book || !entry || !isSound(entry)) return;
    try {
      const { registerSigner } = await import('./register-signer.ts');
      const registration = await registerSigner(this, entry, this.#book, new Date());
      if (registration === 'cancelled') return;
      this.#list.noticeAt(entry.id, `register-${registration}`);
    } catch {
      this.#list.replaceNotice('part-missing');
    }
  }

  #choosePrint(box: HTMLElement): void {
    this.toggleAttribute('data-prints-details', box instanceof HTMLInputElement && box.checked);
  }

  #clear(): void {
    this.#queue.clear();
    this.#list.clear();
    this.querySelector('input')?.focus();
  }
}

customElements.define('verify-files', VerifyFiles);

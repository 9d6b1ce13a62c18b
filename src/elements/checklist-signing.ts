import { createKeyStore } from '../stores/key-store.ts';
import { findChecklist } from './support/checklist-context.ts';
import { load } from './support/load.ts';
import type { PdfPlan } from './support/make-pdf.ts';
import { download, part, show } from './support/parts.ts';
import type { KnownKey } from './support/sign-plan.ts';

type Signing = ReturnType<typeof import('./support/sign-plan.ts').openSigning>;
type Stage = 'loading' | 'making' | 'checking';

/** From the review to a file: finds or makes the key, renders, signs, verifies, and hands the PDF out. */
class ChecklistSigning extends HTMLElement {
  #controller = new AbortController();
  #signing: Promise<Signing> | undefined;
  /** Waits for the person's consent to make a key. */
  #waiting: PdfPlan | undefined;
  #isBusy = false;
  #wantsSignature = false;
  #url: string | undefined;

  connectedCallback(): void {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const on = (selector: string, act: () => Promise<void> | void) =>
      part(this, selector, HTMLButtonElement).addEventListener('click', () => void this.#run(act), { signal });
    on('[data-sign]', () => this.#sign(false));
    on('[data-unsigned]', () => this.#makeUnsigned(false));
    on('[data-substitute]', () => (this.#wantsSignature ? this.#sign(true) : this.#makeUnsigned(true)));
    on('[data-key-make]', () => this.#makeKey());
    on('[data-key-cancel]', () => this.#clear());
    findChecklist(this).root.addEventListener('checklist:review', () => this.#clear(), { signal });
    // Plain http has no crypto.subtle (Secure Contexts, 3.1): everything but signing works.
    const canSign = globalThis.crypto?.subtle !== undefined;
    show(this, '[data-insecure]', !canSign);
    show(this, '[data-sign]', canSign);
  }

  disconnectedCallback(): void {
    this.#controller.abort();
    this.#release();
  }

  /** One thing at a time; whatever fails is told in words that say what to do, and nothing typed is lost. */
  async #run(act: () => Promise<void> | void): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.setAttribute('aria-busy', 'true');
    try {
      await act();
    } catch (error) {
      console.error(error);
      this.#clear();
      this.#fail(error);
    } finally {
      this.#isBusy = false;
      this.removeAttribute('aria-busy');
      this.#say(undefined);
    }
  }

  async #sign(substituteVariations: boolean): Promise<void> {
    this.#wantsSignature = true;
    const plan = await this.#plan(substituteVariations);
    if (!plan) return;
    const name = this.#signerName(plan);
    const key = await (await this.#openSigning()).findKey(name, plan.context.now);
    if (key) return this.#finish(plan, key);
    const { isShortened } = await load(import('./support/sign-plan.ts'));
    this.#waiting = plan;
    part(this, '[data-key-name]', HTMLElement).textContent = name.commonName;
    part(this, '[data-key-company]', HTMLElement).textContent = name.organization;
    show(this, '[data-key-name-cut]', isShortened(name));
    this.#reveal('[data-key]', '#key-h');
  }

  async #makeKey(): Promise<void> {
    const plan = this.#waiting;
    if (!plan) return;
    this.#say('making');
    // The plan may be minutes old; a file signed before its certificate began would be graded 期間外.
    const now = new Date();
    const key = await (await this.#openSigning()).makeKey(this.#signerName(plan), now);
    await this.#finish({ ...plan, context: { ...plan.context, now } }, key);
  }

  async #finish(plan: PdfPlan, key: KnownKey): Promise<void> {
    this.#say('checking');
    const bytes = await (await this.#openSigning()).signPlan(plan, key);
    this.#clear();
    part(this, '[data-fingerprint]', HTMLElement).textContent = key.fingerprint.replace(/(.{4})(?=.)/g, '$1 ');
    show(this, '[data-key-lost]', !key.isKept);
    this.#handOut('[data-signed]', '#signed-h', plan.fileName, bytes);
  }

  async #makeUnsigned(substituteVariations: boolean): Promise<void> {
    this.#wantsSignature = false;
    const plan = await this.#plan(substituteVariations);
    if (!plan) return;
    this.#say('making');
    const { renderPlan } = await load(import('./support/make-pdf.ts'));
    const bytes = await renderPlan(plan);
    this.#handOut('[data-unsigned-done]', '#unsigned-h', plan.fileName, bytes);
  }

  /** Everything ready to be rendered, or undefined after telling the person what stands in the way. */
  async #plan(substituteVariations: boolean): Promise<PdfPlan | undefined> {
    const { root, store, base, generator } = findChecklist(this);
    this.#clear();
    if (!isOpenAccepted(root)) return undefined;
    this.#say('loading');
    const [{ planPdf }, { showGlyphs }] = await load(
      Promise.all([import('./support/make-pdf.ts'), import('./support/show-glyphs.ts')]),
    );
    const { definition, $answers } = store;
    const request = { definition, answers: $answers.get(), generator, base, substituteVariations };
    const plan = await planPdf(request, new Date());
    const edit = (fieldId: string) => root.dispatchEvent(new CustomEvent('checklist:edit', { detail: fieldId }));
    showGlyphs(this, plan.problems, edit);
    if (plan.problems.length === 0) return plan;
    part(this, '[data-glyphs]', HTMLElement).focus();
    return undefined;
  }

  #signerName({ answers }: PdfPlan) {
    return { commonName: answers.header.checker, organization: answers.header.company };
  }

  #openSigning(): Promise<Signing> {
    const { base, store } = findChecklist(this);
    const reach = () => {
      // As where the browser stores nothing: keys of others are not found, and a new one ends with the page.
      if (store.$keepsNothing.get()) throw new Error('Nothing is kept on a shared device.');
      return indexedDB;
    };
    this.#signing ??= load(import('./support/sign-plan.ts')).then(({ openSigning }) =>
      openSigning(createKeyStore(reach, `kitei:${base}`), crypto.subtle),
    );
    // What did not arrive is asked for again at the next press.
    this.#signing.catch(() => {
      this.#signing = undefined;
    });
    return this.#signing;
  }

  #handOut(panel: string, heading: string, name: string, bytes: Uint8Array): void {
    const file = new Uint8Array(bytes);
    this.#release();
    this.#url = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }));
    const place = part(this, panel, HTMLElement);
    const link = part(place, '[data-download]', HTMLAnchorElement);
    link.href = this.#url;
    link.download = name;
    part(place, '[data-file-name]', HTMLElement).textContent = name;
    this.#reveal(panel, heading);
    download(name, 'application/pdf', file);
  }

  #release(): void {
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = undefined;
  }

  #reveal(panel: string, heading: string): void {
    show(this, panel, true);
    part(this, heading, HTMLElement).focus();
  }

  #clear(): void {
    this.#waiting = undefined;
    show(this, '[data-key], [data-glyphs], [data-failure], [data-signed], [data-unsigned-done]', false);
  }

  #fail(error: unknown): void {
    const name = error instanceof Error ? error.name : '';
    const why = name === 'LoadError' ? 'load' : name === 'UnsoundPdfError' ? 'unsound' : 'make';
    show(this, '[data-failed]', false);
    show(this, `[data-failure], [data-failed="${why}"]`, true);
  }

  #say(stage: Stage | undefined): void {
    const place = part(this, '[data-progress]', HTMLElement);
    place.textContent = stage === undefined ? '' : (place.dataset[stage] ?? '');
  }
}

/** 未回答 may be handed over, once the person has said so. */
function isOpenAccepted(root: HTMLElement): boolean {
  const box = part(root, '[data-open-accepted]', HTMLInputElement);
  const isAccepted = part(root, '[data-open-items]', HTMLElement).hasAttribute('hidden') || box.checked;
  show(root, '[data-open-problem]', !isAccepted);
  box.toggleAttribute('aria-invalid', false);
  if (!isAccepted) {
    box.setAttribute('aria-invalid', 'true');
    box.focus();
  }
  return isAccepted;
}

customElements.define('checklist-signing', ChecklistSigning);

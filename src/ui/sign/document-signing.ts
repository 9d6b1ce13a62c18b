import { keepLasting } from '../parts/keep-lasting.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part, show, today } from '../parts/parts.ts';
import { findHost } from './document-host.ts';
import { DocumentKeys } from './document-keys.ts';
import { HandedOut } from './handed-out.ts';
import { nameOf } from './key-choice.ts';
import type { PdfPlan } from './make-pdf.ts';
import type { UsableKey } from './sign-plan.ts';
import { copyMail, tellSigned } from './tell-signed.ts';

type Stage = 'loading' | 'opening' | 'keying' | 'making' | 'checking';

/** What is told, by the name of the error. */
const failures: Readonly<Record<string, string>> = {
  LoadError: 'load',
  UnsoundPdfError: 'unsound',
  MissingCharacterError: 'name',
};

/** From the review to a file: finds, opens or makes the key, renders, signs, verifies, and hands the PDF out. */
class DocumentSigning extends LiveElement {
  #keys: DocumentKeys | undefined;
  /** Waits for the person's consent to make a key, or to go on after its backup. */
  #waiting: { plan: PdfPlan; key?: UsableKey } | undefined;
  #isBusy = false;
  #wantsSignature = false;
  #handedOut = new HandedOut();

  protected override arrive(signal: AbortSignal): void {
    const on = (selector: string, act: () => Promise<void> | void) =>
      part(this, selector, HTMLButtonElement).addEventListener('click', () => void this.#run(act), { signal });
    on('[data-sign]', () => this.#sign(false));
    on('[data-unsigned]', () => this.#makeUnsigned(false));
    on('[data-substitute]', () => (this.#wantsSignature ? this.#sign(true) : this.#makeUnsigned(true)));
    on('[data-key-make]', () => this.#makeKey());
    on('[data-backup-go]', () => this.#signAfterBackup());
    on('[data-key-cancel]', () => this.#clear());
    for (const copy of this.querySelectorAll<HTMLElement>('[data-copies]'))
      copy.addEventListener('click', () => void copyMail(this, copy), { signal });
    for (const way of this.querySelectorAll<HTMLInputElement>('[data-backup-way]'))
      way.addEventListener('change', () => show(this, '[data-backup]', way.value === 'yes'), { signal });
    const host = findHost(this);
    const keys = new DocumentKeys(this, host, signal);
    this.#keys = keys;
    const review = () => {
      this.#clear();
      void keys.offer();
      // Answers that were taken to here are worth it, and so is the key that may come of them.
      if (!host.keepsNothing()) keepLasting();
    };
    host.root.addEventListener('document:review', review, { signal });
    // Plain http has no crypto.subtle (Secure Contexts, 3.1): keys are JavaScript there, and end with the page.
    const isKeeping = globalThis.crypto?.subtle !== undefined;
    show(this, '[data-on-browser]', isKeeping);
    show(this, '[data-on-page]', !isKeeping);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#handedOut.forgetAll();
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
    const keys = this.#keys;
    const plan = keys && (await this.#plan(substituteVariations));
    if (!plan) return;
    const { choice } = keys;
    if (choice.way === 'new') return this.#proposeKey(plan);
    this.#say(choice.way === 'file' ? 'opening' : 'loading');
    const key = await (choice.way === 'file' ? keys.openFile() : keys.find(choice.key.fingerprint));
    if (key) return this.#finish(plan, key);
    if (choice.way === 'file') return;
    await keys.offer();
    this.#showFailure('gone');
  }

  async #proposeKey(plan: PdfPlan): Promise<void> {
    const name = this.#signerName(plan);
    const [{ fitSignerName }, { forgetBackup }] = await load(
      Promise.all([import('../../signing/distinguished-name.ts'), import('./ask-backup.ts')]),
    );
    forgetBackup(this);
    this.#waiting = { plan };
    part(this, '[data-key-name]', HTMLElement).textContent = name.commonName;
    part(this, '[data-key-company]', HTMLElement).textContent = name.organization;
    part(this, '[data-key-label]', HTMLInputElement).value = `${name.commonName} ${today(new Date())}`;
    const { shortened, simplified } = fitSignerName(name);
    show(this, '[data-key-name-cut]', shortened);
    show(this, '[data-key-name-plain]', simplified);
    this.#reveal('[data-key]', '#key-h');
  }

  async #makeKey(): Promise<void> {
    const plan = this.#waiting?.plan;
    if (!plan || !this.#keys) return;
    const { readBackup, forgetBackup } = await load(import('./ask-backup.ts'));
    const wish = readBackup(this);
    if (!wish) return;
    this.#say('keying');
    const name = this.#signerName(plan);
    const label = part(this, '[data-key-label]', HTMLInputElement).value.trim() || name.commonName;
    const { key, backup } = await this.#keys.make({ name, label, now: new Date(), ...wish });
    forgetBackup(this);
    if (!backup) return this.#finish(plan, key);
    show(this, '[data-key]', false);
    this.#waiting = { plan, key };
    const fileName = `署名鍵の控え_${key.facts.fingerprint.slice(0, 8)}.p12`;
    this.#handOut('[data-backup-made]', '#backup-h', fileName, 'application/x-pkcs12', backup);
  }

  async #signAfterBackup(): Promise<void> {
    if (this.#waiting?.key) await this.#finish(this.#waiting.plan, this.#waiting.key);
  }

  async #finish(plan: PdfPlan, key: UsableKey): Promise<void> {
    this.#say('checking');
    // The plan may be minutes old; a file signed before its certificate began would be graded 期間外.
    const bytes = await key.signPlan({ ...plan, context: { ...plan.context, now: new Date() } });
    this.#clear();
    tellSigned(this, plan, key, findHost(this).base);
    part(this, '[data-signer]', HTMLElement).textContent = nameOf(key.facts);
    show(this, '[data-key-lost]', key.home === 'page');
    show(this, '[data-from-file]', key.home === 'file');
    this.#handOut('[data-signed]', '#signed-h', plan.fileName, 'application/pdf', bytes);
    this.#tellMade();
  }

  async #makeUnsigned(substituteVariations: boolean): Promise<void> {
    this.#wantsSignature = false;
    const plan = await this.#plan(substituteVariations);
    if (!plan) return;
    this.#say('making');
    const { renderPlan } = await load(import('./make-pdf.ts'));
    const bytes = await renderPlan(plan);
    const name = plan.fileName.replace(/(?=\.pdf$)/, '_署名なし');
    this.#handOut('[data-unsigned-done]', '#unsigned-h', name, 'application/pdf', bytes);
    this.#tellMade();
  }

  /** Everything ready to be rendered, or undefined after telling the person what stands in the way. */
  async #plan(substituteVariations: boolean): Promise<PdfPlan | undefined> {
    const host = findHost(this);
    this.#clear();
    if (!host.mayProceed()) return undefined;
    this.#say('loading');
    const [made, { planPdf }, { showGlyphs }] = await load(
      Promise.all([host.makeRecord(), import('./make-pdf.ts'), import('./show-glyphs.ts')]),
    );
    const { root, generator, base } = host;
    const plan = await planPdf({ made, generator, base, substituteVariations }, new Date());
    const edit = (fieldId: string) => root.dispatchEvent(new CustomEvent('document:edit', { detail: fieldId }));
    showGlyphs(this, plan.problems, edit);
    if (plan.problems.length === 0) return plan;
    part(this, '[data-glyphs]', HTMLElement).focus();
    return undefined;
  }

  #signerName({ header }: PdfPlan) {
    const { checker, company } = header;
    return { commonName: checker, organization: company };
  }

  #handOut(panel: string, heading: string, name: string, type: string, bytes: Uint8Array): void {
    this.#handedOut.give(part(this, panel, HTMLElement), name, type, bytes);
    this.#reveal(panel, heading);
  }

  #tellMade(): void {
    findHost(this).root.dispatchEvent(new CustomEvent('document:made'));
  }

  #reveal(panel: string, heading: string): void {
    show(this, panel, true);
    part(this, heading, HTMLElement).focus();
  }

  #clear(): void {
    this.#waiting = undefined;
    const panels = '[data-key], [data-backup-made], [data-glyphs], [data-failure], [data-signed], [data-unsigned-done]';
    show(this, panels, false);
  }

  #fail(error: unknown): void {
    const name = error instanceof Error ? error.name : '';
    this.#showFailure(failures[name] ?? 'make');
  }

  #showFailure(why: string): void {
    show(this, '[data-failed]', false);
    show(this, `[data-failure], [data-failed="${why}"]`, true);
  }

  #say(stage: Stage | undefined): void {
    const place = part(this, '[data-progress]', HTMLElement);
    place.textContent = stage === undefined ? '' : (place.dataset[stage] ?? '');
  }
}

customElements.define('document-signing', DocumentSigning);

import { createKeyStore } from '../../stores/key-store.ts';
import { load } from '../parts/load.ts';
import { part } from '../parts/parts.ts';
import type { DocumentHost } from './document-host.ts';
import { bindKeyChoice, type KeyChoice } from './key-choice.ts';
import type { KeyRequest, Signing, UsableKey } from './sign-plan.ts';

/** The keys of one document: what this browser keeps, what ends with the page, and what the person has chosen. */
export class DocumentKeys {
  readonly #root: HTMLElement;
  readonly #host: DocumentHost;
  readonly #choice: ReturnType<typeof bindKeyChoice>;
  #signing: Promise<Signing> | undefined;
  /** Made on this page and kept nowhere else. */
  #ofThisPage: UsableKey[] = [];

  /** @param root around the markup of KeyChoice.astro */
  constructor(root: HTMLElement, host: DocumentHost, signal: AbortSignal) {
    this.#root = root;
    this.#host = host;
    this.#choice = bindKeyChoice(part(root, '[data-key-choice]', HTMLElement), signal);
  }

  /** What the person has chosen. */
  get choice(): KeyChoice {
    return this.#choice.read();
  }

  /** Offers the keys whose certificates are valid; chosen is the one given, or the one of the name on the document. */
  async offer(key?: UsableKey): Promise<void> {
    const now = new Date();
    const kept = await this.#store().list();
    const keys = [...this.#ofThisPage.map(({ facts }) => facts), ...kept].filter(({ validUntil }) => validUntil > now);
    const { checker, company } = this.#host.readHeader();
    this.#choice.offer(keys, { commonName: checker.trim(), organization: company.trim() }, key?.facts.fingerprint);
  }

  /** A key that was offered; undefined if it was removed since. */
  async find(fingerprint: string): Promise<UsableKey | undefined> {
    const here = this.#ofThisPage.find(({ facts }) => facts.fingerprint === fingerprint);
    return here ?? (await this.#open()).findKept(fingerprint);
  }

  /** The key in the chosen file; undefined after telling at its field what is wrong. */
  async openFile(): Promise<UsableKey | undefined> {
    const [{ openKeyFile }, signing] = await Promise.all([load(import('./open-key-file.ts')), this.#open()]);
    return openKeyFile(this.#root, (bytes, password) => signing.openFile(bytes, password, new Date()));
  }

  /** Makes a key, and its backup if a password is given; offers it from then on. */
  async make(request: KeyRequest): Promise<{ key: UsableKey; backup?: Uint8Array }> {
    const made = await (await this.#open()).makeKey(request);
    if (made.key.home === 'page') this.#ofThisPage.unshift(made.key);
    await this.offer(made.key);
    return made;
  }

  #store() {
    const { base } = this.#host;
    const reach = () => {
      // As where the browser stores nothing: keys of others are not found, and a new one ends with the page.
      if (this.#host.keepsNothing()) throw new Error('Nothing is kept on a shared device.');
      return indexedDB;
    };
    return createKeyStore(reach, `kitei:${base}`);
  }

  #open(): Promise<Signing> {
    this.#signing ??= load(import('./sign-plan.ts').then(({ openSigning }) => openSigning(this.#store(), crypto)));
    // What did not arrive is asked for again at the next press.
    this.#signing.catch(() => {
      this.#signing = undefined;
    });
    return this.#signing;
  }
}

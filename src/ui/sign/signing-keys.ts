import { createKeyStore, type KeyFacts } from '../../stores/key-store.ts';
import { ask } from '../parts/ask.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';
import { groupFingerprint } from './key-choice.ts';
import '../parts/watch-characters.ts';

/** The keys that this browser keeps: shown, removed, and restored from a backup. */
class SigningKeys extends LiveElement {
  #isBusy = false;

  protected override arrive(signal: AbortSignal): void {
    // Plain http keeps no keys (Secure Contexts, 3.1).
    const isKeeping = globalThis.crypto?.subtle !== undefined;
    show(this, '[data-on-browser]', isKeeping);
    show(this, '[data-on-page]', !isKeeping);
    part(this, '[data-restore]', HTMLButtonElement).addEventListener('click', () => void this.#restore(), { signal });
    // Another tab may have made or removed one.
    window.addEventListener('focus', () => void this.#list(), { signal });
    void this.#list();
  }

  #keys() {
    return createKeyStore(() => indexedDB, `kitei:${this.dataset['base'] ?? '/'}`);
  }

  async #list(): Promise<void> {
    const keys = await this.#keys().list();
    const rows = part(this, '[data-rows]', HTMLElement);
    const shown = [...rows.children].map((row) => row.getAttribute('data-fingerprint'));
    show(this, '[data-empty]', keys.length === 0);
    // Drawn anew only when it is another list: the focus may be in it.
    if (keys.map(({ fingerprint }) => fingerprint).join() === shown.join()) return;
    rows.replaceChildren(...keys.map((key) => this.#toRow(key)));
  }

  #toRow(key: KeyFacts): HTMLElement {
    const template = part(this, 'template[data-row]', HTMLTemplateElement);
    const row = part(document.importNode(template.content, true), 'li', HTMLElement);
    row.dataset['fingerprint'] = key.fingerprint;
    const day = new Intl.DateTimeFormat('ja', { dateStyle: 'long' });
    const texts: Record<string, string> = {
      label: key.label,
      name: key.commonName,
      company: key.organization,
      fingerprint: groupFingerprint(key.fingerprint),
      madeOn: day.format(key.madeOn),
      validUntil: day.format(key.validUntil),
    };
    for (const slot of row.querySelectorAll<HTMLElement>('[data-slot]'))
      slot.textContent = texts[slot.dataset['slot'] ?? ''] ?? '';
    show(row, '[data-expired]', key.validUntil <= new Date());
    part(row, '[data-drop]', HTMLButtonElement).addEventListener('click', () => this.#askToDrop(key));
    return row;
  }

  #askToDrop({ label, fingerprint }: KeyFacts): void {
    part(this, '[data-drop-name]', HTMLElement).textContent = label;
    ask(this, '[data-drop-dialog]', () => void this.#drop(fingerprint));
  }

  async #drop(fingerprint: string): Promise<void> {
    const isGone = await this.#keys().drop(fingerprint);
    await this.#list();
    this.#say(isGone ? 'dropped' : 'not-dropped');
  }

  async #restore(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.setAttribute('aria-busy', 'true');
    show(this, '[data-opening]', true);
    try {
      const [{ openKeyFile }, { restoreKey }] = await load(
        Promise.all([import('./open-key-file.ts'), import('./restore-key.ts')]),
      );
      const open = (bytes: Uint8Array, password: string) => restoreKey(bytes, password, this.#keys(), crypto);
      const restored = await openKeyFile(this, open);
      if (!restored) return;
      await this.#list();
      this.#say('restored');
    } catch (error) {
      console.error(error);
      this.#say('not-loaded');
    } finally {
      this.#isBusy = false;
      this.removeAttribute('aria-busy');
      show(this, '[data-opening]', false);
    }
  }

  #say(name: string): void {
    show(this, '[data-said]', false);
    show(this, `[data-said="${name}"]`, true);
    part(this, `[data-said="${name}"]`, HTMLElement).focus();
  }
}

customElements.define('signing-keys', SigningKeys);

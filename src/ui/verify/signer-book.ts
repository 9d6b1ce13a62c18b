import type { Contact } from '../../core/address-book/address-book.ts';
import { type AddressBookStore, addressBookKey, createAddressBook } from '../../stores/address-book.ts';
import { LiveElement } from '../parts/live-element.ts';
import { download } from '../parts/parts.ts';
import { copyTemplate, fillSlots, findPart, type Texts } from '../parts/templates.ts';
import { renderContact, showName } from './render-contact.ts';
import '../parts/watch-characters.ts';

/** Names of the page's templates for what is announced. */
export type Announcement =
  | 'exported'
  | 'edited'
  | 'dropped'
  | 'merged'
  | 'nothing'
  | 'stopped'
  | 'full'
  | 'unsaved'
  | 'missing';

/** The page of the address book: lists the contacts; editing, exporting and importing are fetched when asked for. */
class SignerBook extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { base = '/' } = this.dataset;
    const book = createAddressBook({ storage: () => localStorage, base });
    findPart(this, '[data-scripted]').hidden = false;
    this.follow(book.$contacts.subscribe((contacts) => this.#list(contacts)));
    this.follow(book.$trouble.subscribe(() => this.#showTrouble(book)));
    const hear = ({ key }: StorageEvent) => {
      if (key === null || key === addressBookKey(base)) book.look();
    };
    window.addEventListener('storage', hear, { signal });
    this.#listen(book, signal);
  }

  #listen(book: AddressBookStore, signal: AbortSignal): void {
    const on = (selector: string, act: () => void) =>
      findPart(this, selector).addEventListener('click', act, { signal });
    const input = this.querySelector<HTMLInputElement>('[data-import-file]');
    on('[data-print]', () => window.print());
    on('[data-export]', () => void this.#export(book));
    on('[data-import]', () => input?.click());
    input?.addEventListener('change', () => void this.#import(book, input), { signal });
    const press = ({ target }: Event) => {
      if (!(target instanceof Element)) return;
      const fingerprint = target.closest('li')?.dataset['fingerprint'];
      const contact = book.$contacts.get().find((known) => known.fingerprint === fingerprint);
      if (contact && target.closest('[data-edit]')) void this.#edit(book, contact);
      if (contact && target.closest('[data-drop]')) this.#drop(book, contact);
    };
    findPart(this, '[data-contacts]').addEventListener('click', press, { signal });
  }

  #list(contacts: readonly Contact[]): void {
    findPart(this, '[data-contacts]').replaceChildren(...contacts.map((contact) => renderContact(this, contact)));
    findPart(this, '[data-empty]').hidden = contacts.length > 0;
    fillSlots(findPart(this, '[data-heading]'), { count: String(contacts.length) });
  }

  #showTrouble({ $trouble }: AddressBookStore): void {
    const trouble = $trouble.get();
    const place = findPart(this, '[data-trouble]');
    place.replaceChildren(...(trouble ? [copyTemplate(this, `trouble-${trouble.kind}`)] : []));
    if (trouble?.kind !== 'damaged') return;
    const { text } = trouble;
    const save = () => download('damaged-address-book.txt', 'text/plain;charset=utf-8', text);
    findPart(place, '[data-rescue]').addEventListener('click', save);
  }

  async #export({ $contacts }: AddressBookStore): Promise<void> {
    await this.#fetch(async () => {
      const { writeAddressBook } = await import('../../core/address-book/read-address-book.ts');
      download('signers.json', 'application/json', writeAddressBook($contacts.get()));
      this.#say('exported');
    });
  }

  async #import(book: AddressBookStore, input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    await this.#fetch(async () => {
      const { importBook } = await import('./import-book.ts');
      const end = await importBook(this, file, book, () => {
        // Emptied, so that the same file can be chosen again after it was mended.
        input.value = '';
      });
      if (end) this.#report(book, end, { count: String(book.$contacts.get().length) });
    });
  }

  async #edit(book: AddressBookStore, contact: Contact): Promise<void> {
    await this.#fetch(async () => {
      const { askContact } = await import('./contact-dialog.ts');
      const edited = await askContact(this, contact);
      if (!edited) return;
      book.put(edited);
      this.#report(book, 'edited');
      // The list was drawn anew, and the button that had the focus is gone.
      this.querySelector<HTMLElement>(`[data-fingerprint="${edited.fingerprint}"] h3`)?.focus();
    });
  }

  #drop(book: AddressBookStore, contact: Contact): void {
    const dialog = this.querySelector<HTMLDialogElement>('[data-drop-dialog]');
    if (!dialog) return;
    fillSlots(dialog, { name: showName(contact) });
    dialog.returnValue = '';
    const close = () => {
      if (dialog.returnValue !== 'yes') return;
      book.drop(contact.fingerprint);
      this.#report(book, 'dropped');
      findPart(this, '[data-heading]').focus();
    };
    dialog.addEventListener('close', close, { once: true });
    dialog.showModal();
  }

  /** Says what was done, or that it could not be stored. */
  #report({ $saving }: AddressBookStore, done: Announcement, texts: Texts = {}): void {
    const isUnsaved = $saving.get() === 'failed' || $saving.get() === 'held';
    const isChange = done === 'edited' || done === 'dropped' || done === 'merged';
    this.#say(isUnsaved && isChange ? 'unsaved' : done, texts);
  }

  #say(name: Announcement, texts: Texts = {}): void {
    findPart(this, '[data-status]').replaceChildren(copyTemplate(this, `say-${name}`, texts));
  }

  /** Runs what has to be fetched first; the reader is told when it does not arrive. */
  async #fetch(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch {
      this.#say('missing');
    }
  }
}

customElements.define('signer-book', SignerBook);

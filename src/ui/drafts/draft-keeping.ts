import { countStored, eraseDrafts } from '../../stores/draft-list.ts';
import { createKeyStore } from '../../stores/key-store.ts';
import { ask } from '../parts/ask.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part, show } from '../parts/parts.ts';
import { showSharedDevice } from '../parts/show-shared-device.ts';
import { warnBeforeLeaving } from '../parts/warn-before-leaving.ts';
import { findDrafts } from './draft-host.ts';

/** The switch for shared devices, and the warning before what is only on the page is left. */
export class DraftKeeping extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { store, sharedDevice } = findDrafts(this);
    show(this, '[data-scripted]', true);
    const box = part(this, '[data-keep-nothing]', HTMLInputElement);
    box.addEventListener('change', () => store.keepNothing(box.checked), { signal });
    const erase = () => ask(this, '[data-erase-kept-dialog]', () => void this.#eraseKept());
    part(this, '[data-erase-kept]', HTMLButtonElement).addEventListener('click', erase, { signal });
    this.follow(
      store.$keepsNothing.subscribe((isOn) => {
        box.checked = isOn;
        sharedDevice.set(isOn);
        this.#show(isOn);
      }),
    );
    warnBeforeLeaving(store.$isAtRisk, signal);
  }

  #show(isOn: boolean): void {
    const { root } = findDrafts(this);
    show(this, '[data-keeping-nothing]', isOn);
    showSharedDevice(root, isOn);
    show(this, '[data-kept-erased], [data-kept-not-erased]', false);
    if (isOn) void this.#offerErasure();
    else show(this, '[data-kept]', false);
  }

  /** What was kept before may be somebody else's; it is counted, never shown. */
  async #offerErasure(): Promise<void> {
    const drafts = this.#prefixes().reduce((sum, prefix) => sum + countStored(() => localStorage, prefix), 0);
    const keys = await this.#keys().count();
    const arePeopleKept = await this.#onPeople('isPeopleKept');
    part(this, '[data-kept-drafts]', HTMLElement).textContent = String(drafts);
    part(this, '[data-kept-keys]', HTMLElement).textContent = String(keys);
    show(this, '[data-kept-people]', arePeopleKept);
    const isSomething = drafts + keys > 0 || arePeopleKept;
    show(this, '[data-kept]', isSomething && findDrafts(this).store.$keepsNothing.get());
  }

  async #eraseKept(): Promise<void> {
    const areDraftsGone = this.#prefixes().every((prefix) => eraseDrafts(() => localStorage, prefix));
    const areKeysGone = await this.#keys().eraseAll();
    const arePeopleGone = await this.#onPeople('eraseKeptPeople');
    const isGone = areDraftsGone && areKeysGone && arePeopleGone;
    show(this, '[data-kept]', !isGone);
    show(this, '[data-kept-erased]', isGone);
    show(this, '[data-kept-not-erased]', !isGone);
    part(this, isGone ? '[data-kept-erased]' : '[data-kept-not-erased]', HTMLElement).focus();
  }

  /** Of all lists, forms, decisions and the settings: who leaves a shared device leaves with everything. */
  #prefixes(): string[] {
    return ['checklist', 'form', 'decision', 'tailoring'].map((kind) => `kitei:${findDrafts(this).base}:${kind}:`);
  }

  /** Of the list of people. What cannot be asked is neither said to be there nor to be gone. */
  async #onPeople(act: 'isPeopleKept' | 'eraseKeptPeople'): Promise<boolean> {
    try {
      const box = await import('../../stores/people-box.ts');
      return await box[act](box.peoplePlace(() => indexedDB, findDrafts(this).base));
    } catch (error) {
      console.error(error);
      return false;
    }
  }

  #keys() {
    return createKeyStore(() => indexedDB, `kitei:${findDrafts(this).base}`);
  }
}

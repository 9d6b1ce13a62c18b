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

  async #offerErasure(): Promise<void> {
    const { base, store } = findDrafts(this);
    try {
      const { drafts, keys, people, registers, searches } = await (await import('./kept.ts')).countKept(base);
      part(this, '[data-kept-drafts]', HTMLElement).textContent = String(drafts);
      part(this, '[data-kept-keys]', HTMLElement).textContent = String(keys);
      show(this, '[data-kept-people]', people);
      show(this, '[data-kept-registers]', registers);
      show(this, '[data-kept-searches]', searches);
      const isAny = drafts + keys > 0 || people || registers || searches;
      show(this, '[data-kept]', isAny && store.$keepsNothing.get());
    } catch (error) {
      // It did not arrive: what stands there stays, as it was found.
      console.error(error);
    }
  }

  async #eraseKept(): Promise<void> {
    let isGone = false;
    try {
      isGone = await (await import('./kept.ts')).eraseKept(findDrafts(this).base);
    } catch (error) {
      // It did not arrive: the page says that something is left.
      console.error(error);
    }
    show(this, '[data-kept]', !isGone);
    show(this, '[data-kept-erased]', isGone);
    show(this, '[data-kept-not-erased]', !isGone);
    part(this, isGone ? '[data-kept-erased]' : '[data-kept-not-erased]', HTMLElement).focus();
  }
}

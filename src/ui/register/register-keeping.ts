import { isRegisterKept, registerPlace } from '../../stores/register-box.ts';
import { ask } from '../parts/ask.ts';
import { LiveElement } from '../parts/live-element.ts';
import { download, part, show } from '../parts/parts.ts';
import { findRegister } from './register-context.ts';

/** Where the register is kept, who writes it, and what stands in the way. */
export class RegisterKeeping extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { store, writer, drafts, head, columns, sharedDevice, tell } = findRegister(this);
    const name = part(this, '[data-writer]', HTMLInputElement);
    name.addEventListener('change', () => writer.put('name', name.value.replace(/\s+/g, ' ').trim()), { signal });
    this.follow(
      writer.$texts.subscribe(({ name: known = '' }) => {
        if (document.activeElement !== name) name.value = known;
      }),
    );
    const box = part(this, '[data-keep-nothing]', HTMLInputElement);
    box.checked = sharedDevice.isOn();
    const keep = () => {
      sharedDevice.set(box.checked);
      tell([]);
      for (const texts of [writer, drafts, head, columns]) texts.keepNothing(box.checked);
      this.#showShared(box.checked);
      void store.keepNothing(box.checked);
    };
    box.addEventListener('change', keep, { signal });
    this.#showShared(box.checked);
    this.addEventListener('click', ({ target }) => target instanceof Element && this.#press(target), { signal });
    this.follow(store.$saving.subscribe((saving) => this.#showSaving(saving)));
    this.follow(
      store.$trouble.subscribe((trouble) => {
        show(this, '[data-trouble]', false);
        if (!trouble) return;
        show(this, `[data-trouble="${trouble.kind}"]`, true);
        part(this, '[data-trouble-count]', HTMLElement).textContent = String(trouble.count);
      }),
    );
  }

  #press(target: Element): void {
    const { store, form, drafts, head, columns, tell } = findRegister(this);
    const on = (selector: string, act: () => void) => target.closest(selector) && act();
    on('[data-take-out]', () =>
      download(`${form.id}-damaged.json`, 'application/json', store.$trouble.get()?.entries ?? ''),
    );
    on('[data-drop-damaged]', () =>
      ask(this, '[data-drop-damaged-dialog]', () => {
        void store.dropDamaged().then((isGone) => !isGone && tell(['notDropped']));
      }),
    );
    on('[data-erase-all]', () =>
      ask(this, '[data-erase-all-dialog]', () => {
        for (const texts of [drafts, head, columns]) texts.erase();
        void store.eraseAll().then((isGone) => {
          this.#showSaving(store.$saving.get());
          tell([isGone ? 'erased' : 'notErased']);
        });
      }),
    );
  }

  #showShared(isOn: boolean): void {
    show(this, '[data-kept-name]', !isOn);
    part(this, '[data-writer]', HTMLInputElement).setAttribute('autocomplete', isOn ? 'off' : 'name');
  }

  #showSaving(saving: string): void {
    show(this, '[data-saving]', false);
    show(this, `[data-saving="${saving}"]`, true);
    if (saving !== 'off') return;
    const { base, form } = findRegister(this);
    void isRegisterKept(registerPlace(() => indexedDB, base, form.id)).then((isKept) =>
      show(this, '[data-kept-there]', isKept),
    );
  }
}

import { longestFile } from '../../stores/tailoring.ts';
import { ask } from '../parts/ask.ts';
import { formatTime } from '../parts/format-time.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { download, part, show } from '../parts/parts.ts';
import { warnBeforeLeaving } from '../parts/warn-before-leaving.ts';
import { changesOf, fillForm } from './form-fields.ts';
import { findTailoring } from './tailoring-context.ts';

/** How many items of a file are named that the page does not have. */
const namedAtMost = 20;

/** What this device keeps of the values: what was found, what stands in the way, the switch for shared devices, reading a file in. */
class TailoringKeeping extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { store, sharedDevice } = findTailoring(this);
    this.#open();
    const box = part(this, '[data-keep-nothing]', HTMLInputElement);
    box.checked = sharedDevice.isOn();
    const turn = () => {
      // While the storage can still be reached.
      if (box.checked) store.forget();
      sharedDevice.set(box.checked);
      store.keep();
      if (box.checked) show(this, '[data-fault="blocked"]', true);
    };
    box.addEventListener('change', turn, { signal });
    const file = part(this, '#tailoring-file', HTMLInputElement);
    file.addEventListener('change', () => void this.#read(file), { signal });
    const on = (name: string, act: () => void) => {
      for (const button of this.querySelectorAll(`[data-settle="${name}"]`))
        button.addEventListener('click', act, { signal });
    };
    on('mine', () => store.overwrite());
    on('theirs', () => location.reload());
    this.follow(
      store.$saving.subscribe((saving) => {
        show(this, '[data-fault]', false);
        show(this, `[data-fault="${saving}"]`, true);
      }),
    );
    warnBeforeLeaving(store.$isAtRisk, signal);
    const look = () => store.look();
    window.addEventListener('storage', look, { signal });
    window.addEventListener('pageshow', look, { signal });
    document.addEventListener('visibilitychange', look, { signal });
  }

  /** Puts back what an earlier visit left, and says what was found. */
  #open(): void {
    const { form, store } = findTailoring(this);
    const { opening } = store;
    if (opening.kind === 'restored') {
      const { unknown, refused } = fillForm(form, new Map(Object.entries(opening.value.values)));
      const others = [...unknown, ...refused];
      // The site has been made anew with these values: nothing is left to go on with.
      if (others.length === 0 && changesOf(form).size === 0) return;
      part(this, '[data-saved-at]', HTMLElement).textContent = formatTime(opening.savedAt);
      part(this, '[data-others-count]', HTMLElement).textContent = String(others.length);
      part(this, '[data-others-list]', HTMLElement).textContent = others.slice(0, namedAtMost).join('、');
      show(this, '[data-others]', others.length > 0);
    }
    show(this, `[data-opening="${opening.kind}"]`, true);
    if (opening.kind !== 'damaged' && opening.kind !== 'newer') return;
    const { text } = opening;
    for (const button of this.querySelectorAll('[data-take-out]'))
      button.addEventListener('click', () => download('保存していた値.json', 'application/json', text));
  }

  /** Reads an organization.yaml in; what is in the form already is replaced only by somebody who has been asked. */
  async #read(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    show(this, '[data-read], [data-read-unknown], [data-read-refused]', false);
    try {
      if (file.size > longestFile) {
        this.#say('large');
        return;
      }
      const [{ readOrganizationFile }, { takeFile }, { readTextFile }] = await load(
        Promise.all([
          import('./read-organization-file.ts'),
          import('./take-file.ts'),
          import('../parts/read-text-file.ts'),
        ]),
      );
      const found = readOrganizationFile(await readTextFile(file));
      const take = () => this.#say(takeFile(this, file.name, found));
      if (!found.ok || changesOf(findTailoring(this).form).size === 0) take();
      else ask(this, '[data-read-dialog]', take);
    } catch (error) {
      const words = error instanceof Error && error.name === 'DecodingError' ? error.message : undefined;
      if (words === undefined) console.error(error);
      part(this, '[data-read="undecoded"]', HTMLElement).textContent = `${words}何も変えていません。`;
      this.#say(words === undefined ? 'not-loaded' : 'undecoded');
    } finally {
      // The same file can be chosen again.
      input.value = '';
    }
  }

  #say(what: string): void {
    const place = part(this, `[data-read="${what}"]`, HTMLElement);
    place.hidden = false;
    place.focus();
  }
}

customElements.define('tailoring-keeping', TailoringKeeping);

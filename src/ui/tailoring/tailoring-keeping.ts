import { longestFile } from '../../stores/tailoring.ts';
import { ask } from '../parts/ask.ts';
import { formatTime } from '../parts/format-time.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { download, part, show } from '../parts/parts.ts';
import { warnBeforeLeaving } from '../parts/warn-before-leaving.ts';
import { changesOf, defaultOf, fillForm, listFields } from './form-fields.ts';
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
      const { readOrganizationFile } = await load(import('./read-organization-file.ts'));
      const found = readOrganizationFile(await file.text());
      if (!found.ok) this.#refuse(found);
      else if (changesOf(findTailoring(this).form).size === 0) this.#take(file.name, found);
      else ask(this, '[data-read-dialog]', () => this.#take(file.name, found));
    } catch (error) {
      console.error(error);
      this.#say('not-loaded');
    } finally {
      // The same file can be chosen again.
      input.value = '';
    }
  }

  #refuse(found: { problem: 'broken'; line: number | undefined } | { problem: 'other' }): void {
    const line = found.problem === 'broken' ? found.line : undefined;
    show(this, '[data-line]', line !== undefined);
    part(this, '[data-line-number]', HTMLElement).textContent = String(line ?? '');
    this.#say(found.problem);
  }

  #take(
    name: string,
    { text, values, unreadable }: { text: string; values: Map<string, string>; unreadable: string[] },
  ): void {
    const { form, store } = findTailoring(this);
    const fields = listFields(form);
    if (![...values.keys()].some((path) => fields.has(path))) {
      this.#say('other');
      return;
    }
    // A value that the file does not have is the one of a site with that file: none; without a list, every document.
    const missing = [...fields].flatMap(([path, field]): [string, string][] =>
      values.has(path)
        ? []
        : [[path, /^(?:site|contacts|months|revisions|blanks|choices)\./.test(path) ? '' : defaultOf(field)]],
    );
    const { unknown, refused } = fillForm(form, new Map([...missing, ...values]));
    store.change({ values: Object.fromEntries(changesOf(form)), file: text });
    form.dispatchEvent(new Event('change', { bubbles: true }));
    const taken = part(this, '[data-read="taken"]', HTMLElement);
    part(taken, '[data-file-name]', HTMLElement).textContent = name;
    part(taken, '[data-count]', HTMLElement).textContent = String(changesOf(form).size);
    this.#list('[data-read-unknown]', [...unknown, ...unreadable]);
    this.#list(
      '[data-read-refused]',
      refused.map((path) => `${path}: ${values.get(path) ?? ''}`),
    );
    this.#say('taken');
  }

  #list(selector: string, lines: readonly string[]): void {
    const place = part(this, selector, HTMLElement);
    place.hidden = lines.length === 0;
    part(place, '[data-count]', HTMLElement).textContent = String(lines.length);
    const items = lines.slice(0, namedAtMost).map((line) => {
      const item = document.createElement('li');
      item.textContent = line.slice(0, 200);
      return item;
    });
    part(place, '[data-lines]', HTMLElement).replaceChildren(...items);
  }

  #say(what: string): void {
    const place = part(this, `[data-read="${what}"]`, HTMLElement);
    place.hidden = false;
    place.focus();
  }
}

customElements.define('tailoring-keeping', TailoringKeeping);

import type { Change } from '../../core/tailoring/compare-wordings.ts';
import { isTailoringData, type TailoringData, toWording } from '../../core/tailoring/data.ts';
import { ask } from '../parts/ask.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';
import { changesOf, defaultOf, filled, listFields, readField, takes } from './form-fields.ts';
import { joinHandbooks } from './handbook-fields.ts';
import { showNames } from './name-fields.ts';
import { findTailoring } from './tailoring-context.ts';
import '../parts/watch-characters.ts';

/** How many passages are shown of those that change; renaming 従業員 changes hundreds. */
const shownAtMost = 20;

/**
 * Around the steps: fields to try values, the passages that would change, and organization.yaml with the values for
 * download. Without JavaScript the steps stay a list.
 */
class TailoringForm extends LiveElement {
  #data: Promise<TailoringData> | undefined;

  protected override arrive(signal: AbortSignal): void {
    const { form } = findTailoring(this);
    show(this, '[data-try]', true);
    showNames(this, form, signal);
    joinHandbooks(form, signal);
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    form.addEventListener('change', () => this.#change(), { signal });
    form.addEventListener(filled, () => changesOf(form).size > 0 && void this.#show(), { signal });
    if (changesOf(form).size > 0) void this.#show();
    const discard = () => ask(this, '[data-discard-dialog]', () => this.#discard());
    part(this, '[data-reset]', HTMLButtonElement).addEventListener('click', discard, { signal });
    for (const button of this.querySelectorAll('[data-download]'))
      button.addEventListener('click', () => void this.#save(), { signal });
  }

  /** Loads the passages when a value is first tried; a failed attempt is made again at the next one. */
  #load(): Promise<TailoringData> {
    this.#data ??= fetchData(this.dataset['source'] ?? '').catch((fault: unknown) => {
      this.#data = undefined;
      throw fault;
    });
    return this.#data;
  }

  #change(): void {
    const { form, store } = findTailoring(this);
    const known = listFields(form);
    const { values, file } = store.$tailoring.get();
    // What the site does not have now it may have again.
    const others = Object.entries(values).filter(([path]) => !known.has(path));
    store.change({ values: Object.fromEntries([...others, ...changesOf(form)]), ...(file !== undefined && { file }) });
    void this.#show();
  }

  #discard(): void {
    const { form, store } = findTailoring(this);
    form.reset();
    store.erase();
    form.dispatchEvent(new CustomEvent(filled));
    void this.#show();
  }

  async #show(): Promise<void> {
    const { form } = findTailoring(this);
    const changes = changesOf(form);
    part(this, '[data-changes]', HTMLElement).hidden = false;
    show(this, '[data-findings], [data-list-title]', false);
    const [fault] = markFaults(form);
    if (fault) {
      this.#say(fault.name.startsWith('roles.') && fault.value === '' ? 'emptyRole' : 'invalid');
      return;
    }
    try {
      const [data, { compareWordings, withChanges }] = await Promise.all([
        this.#load(),
        load(import('../../core/tailoring/compare-wordings.ts')),
      ]);
      const wording = toWording(data);
      const tried = withChanges(wording, changes);
      this.#list(compareWordings(data.passages, wording, tried), changes.size);
      const { showFindings } = await load(import('../parts/show-findings.ts'));
      const input = { ...data.inspection, passages: data.passages };
      showFindings(
        part(this, '[data-findings]', HTMLElement),
        { input, before: wording, after: tried },
        this.dataset['base'] ?? '/',
      );
    } catch {
      // Whether the network or the file is at fault, the person can only try again.
      this.#say('failed');
    }
  }

  async #save(): Promise<void> {
    const { form, store } = findTailoring(this);
    const [fault] = markFaults(form);
    part(this, '[data-changes]', HTMLElement).hidden = false;
    if (fault) {
      this.#say('invalid');
      const place = fault.closest('.k-fill');
      if (place) location.hash = place.id;
      return;
    }
    try {
      const { file } = store.$tailoring.get();
      const [data, { findFaultyList, handOut }] = await Promise.all([this.#load(), load(import('./hand-out.ts'))]);
      const faulty = findFaultyList(data, changesOf(form));
      if (faulty) {
        this.#say('invalid');
        location.hash = faulty;
        return;
      }
      const changes = file === undefined ? changesOf(form) : await changesAgainst(form, file);
      await handOut(data, file ?? data.organization, changes, changesOf(form));
      store.handOut();
    } catch (error) {
      console.error(error);
      this.#say('failed');
    }
  }

  #list(changes: Change[], tried: number): void {
    if (changes.length === 0) this.#say(tried > 0 ? 'elsewhere' : 'none');
    else this.#say('count', String(changes.length), changes.length > shownAtMost ? 'more' : undefined);
    const template = part(this, 'template[data-change]', HTMLTemplateElement);
    const items = changes.slice(0, shownAtMost).map((change) => {
      const item = template.content.cloneNode(true);
      if (!(item instanceof DocumentFragment)) throw new Error('The template for a change holds no fragment.');
      const link = part(item, 'a', HTMLAnchorElement);
      link.href = (this.dataset['base'] ?? '/') + change.url;
      link.textContent = change.label;
      put(part(item, '[data-before]', HTMLElement), change.before);
      put(part(item, '[data-after]', HTMLElement), change.after);
      return item;
    });
    part(this, '[data-list]', HTMLElement).replaceChildren(...items);
    show(this, '[data-list-title]', items.length > 0);
  }

  #say(message: string, before = '', second?: string): void {
    const status = part(this, '[data-status]', HTMLElement);
    const words = status.dataset[message] ?? '';
    status.textContent = before + words + (second ? (status.dataset[second] ?? '') : '');
    if (message !== 'count') part(this, '[data-list]', HTMLElement).replaceChildren();
  }
}

async function fetchData(address: string): Promise<TailoringData> {
  const response = await fetch(address);
  const data: unknown = response.ok ? await response.json() : undefined;
  if (!isTailoringData(data)) throw new Error(`${address} holds no passages.`);
  return data;
}

/** The fields that read otherwise than a file, by path; what is empty in both is no change. */
async function changesAgainst(form: HTMLFormElement, file: string): Promise<Map<string, string>> {
  const { readOrganizationFile } = await load(import('./read-organization-file.ts'));
  const read = readOrganizationFile(file);
  const values = read.ok ? read.values : new Map<string, string>();
  const changed = [...listFields(form)].filter(([path, field]) => {
    // Without the list every document is in force, as without a change.
    if (path === 'handbooks' && !values.has(path)) return changesOf(form).has(path);
    const written = values.get(path) ?? '';
    // A value that the page could not show stays in the file until somebody gives another.
    if (!takes(field, written) && readField(field) === defaultOf(field)) return false;
    return readField(field) !== written;
  });
  return new Map(changed.map(([path, field]) => [path, readField(field)]));
}

/** Says at each field what is to be mended. @returns the fields that are not sound */
function markFaults(form: HTMLFormElement): HTMLInputElement[] {
  const faults: HTMLInputElement[] = [];
  for (const field of listFields(form).values()) {
    if (!(field instanceof HTMLInputElement)) continue;
    const isFault = !field.checkValidity();
    if (isFault) faults.push(field);
    field.toggleAttribute('aria-invalid', isFault);
    if (isFault) field.setAttribute('aria-invalid', 'true');
    const place = field.closest('.k-fill')?.querySelector<HTMLElement>('[data-field-fault]');
    if (!place) continue;
    place.hidden = !isFault;
    place.textContent = isFault ? (field.dataset['faultPattern'] ?? '名前を入れてください。') : '';
  }
  return faults;
}

function put(place: HTMLElement, text: string | undefined): void {
  place.textContent = text ?? place.dataset['absent'] ?? '';
}

customElements.define('tailoring-form', TailoringForm);

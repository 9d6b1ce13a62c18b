import { type Change, compareWordings, withChanges } from '../../core/tailoring/compare-wordings.ts';
import { isTailoringData, type TailoringData, toWording } from '../../core/tailoring/data.ts';
import { writeOrganization } from '../../core/tailoring/write-organization.ts';
import { LiveElement } from '../parts/live-element.ts';
import { download, part, show } from '../parts/parts.ts';

/** How many passages are shown of those that change; renaming 従業員 changes hundreds. */
const shownAtMost = 20;

/**
 * Around the list of open items: fields to try values, the passages that would change, and organization.yaml with
 * the values for download. Without JavaScript the list stays a list.
 */
class TailoringForm extends LiveElement {
  #data: Promise<TailoringData> | undefined;
  #isSaved = true;

  protected override arrive(signal: AbortSignal): void {
    const form = part(this, 'form', HTMLFormElement);
    for (const field of this.querySelectorAll<HTMLElement>('[data-try]')) field.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    form.addEventListener('change', () => this.#show(form), { signal });
    form.addEventListener('reset', () => setTimeout(() => this.#show(form)), { signal });
    part(this, '[data-reset]', HTMLButtonElement).addEventListener('click', () => form.reset(), { signal });
    part(this, '[data-download]', HTMLButtonElement).addEventListener('click', () => this.#save(form), { signal });
    window.addEventListener('beforeunload', (event) => !this.#isSaved && event.preventDefault(), { signal });
  }

  /** Loads the passages when a value is first tried; a failed attempt is made again at the next one. */
  #load(): Promise<TailoringData> {
    this.#data ??= fetchData(this.dataset['source'] ?? '').catch((fault: unknown) => {
      this.#data = undefined;
      throw fault;
    });
    return this.#data;
  }

  async #show(form: HTMLFormElement): Promise<void> {
    const changes = changesOf(form);
    this.#isSaved = changes.size === 0;
    part(this, '[data-changes]', HTMLElement).hidden = false;
    show(this, '[data-findings], [data-list-title]', false);
    if (form.querySelector(':invalid')) return this.#say('emptyRole');
    try {
      const data = await this.#load();
      const wording = toWording(data);
      const tried = withChanges(wording, changes);
      this.#list(compareWordings(data.passages, wording, tried));
      const { showFindings } = await import('../parts/show-findings.ts');
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

  async #save(form: HTMLFormElement): Promise<void> {
    if (!form.reportValidity()) return;
    try {
      const { organization } = await this.#load();
      download('organization.yaml', 'application/yaml', writeOrganization(organization, changesOf(form)));
      this.#isSaved = true;
    } catch (fault) {
      const path = /"([^"]+)"/.exec(fault instanceof Error ? fault.message : '')?.[1];
      if (path) this.#say('noLine', path);
      else this.#say('failed');
    }
  }

  #list(changes: Change[]): void {
    if (changes.length === 0) this.#say('none');
    else this.#say('count', '', String(changes.length), changes.length > shownAtMost ? 'more' : undefined);
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

  #say(message: string, after = '', before = '', second?: string): void {
    const status = part(this, '[data-status]', HTMLElement);
    const words = status.dataset[message] ?? '';
    status.textContent = before + words + after + (second ? (status.dataset[second] ?? '') : '');
    if (message !== 'count') part(this, '[data-list]', HTMLElement).replaceChildren();
  }
}

async function fetchData(address: string): Promise<TailoringData> {
  const response = await fetch(address);
  const data: unknown = response.ok ? await response.json() : undefined;
  if (!isTailoringData(data)) throw new Error(`${address} holds no passages.`);
  return data;
}

/** The fields whose value is not the one the page came with, by path. */
function changesOf(form: HTMLFormElement): Map<string, string> {
  const changes = new Map<string, string>();
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.value.trim() !== field.defaultValue) {
      changes.set(field.name, field.value.trim());
    }
    if (field instanceof HTMLSelectElement && !field.options[field.selectedIndex]?.defaultSelected) {
      const isUnset = ![...field.options].some((option) => option.defaultSelected) && field.value === '';
      if (!isUnset) changes.set(field.name, field.value);
    }
  }
  return changes;
}

function put(place: HTMLElement, text: string | undefined): void {
  place.textContent = text ?? place.dataset['absent'] ?? '';
}

customElements.define('tailoring-form', TailoringForm);

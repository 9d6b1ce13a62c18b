import type { CompanyList } from '../../core/tailoring/company-list.ts';
import { isTailoringData, type TailoringData, toWording } from '../../core/tailoring/data.ts';
import { fromListValue, listPath } from '../../core/tailoring/list-value.ts';
import { fillText } from '../../core/tailoring/wording.ts';
import { load } from '../parts/load.ts';
import { part } from '../parts/parts.ts';
import { listFields } from './form-fields.ts';
import { ListEditor } from './list-editor.ts';
import { findTailoring } from './tailoring-context.ts';

/** What the lists of the page are written with, once it has arrived. */
export class ListDesk {
  readonly #lists: HTMLElement;
  readonly #parts: HTMLElement;
  readonly #data: TailoringData;
  readonly #editors = new Map<string, ListEditor>();

  constructor(lists: HTMLElement, parts: HTMLElement, data: TailoringData) {
    this.#lists = lists;
    this.#parts = parts;
    this.#data = data;
  }

  /** Shows what the form holds by now. */
  renew(): void {
    for (const editor of this.#editors.values()) editor.renew();
    for (const place of this.#lists.querySelectorAll<HTMLElement>('[data-own-list]')) {
      const rows = fromListValue(this.#field(idOf(place)).value);
      part(place, '[data-own]', HTMLElement).hidden = rows === undefined;
      part(place, '[data-count]', HTMLElement).textContent = String(rows?.length ?? 0);
    }
  }

  toggle(place: HTMLElement): void {
    if (this.#editors.has(idOf(place))) this.#show(place, part(place, '[data-editor]', HTMLElement).hidden === true);
    else this.open(place);
  }

  open(place: HTMLElement): void {
    const id = idOf(place);
    const list = this.#data.lists?.[id];
    if (!list) throw new Error(`The site has no list "${id}".`);
    const into = part(place, '[data-editor]', HTMLElement);
    if (!this.#editors.has(id)) {
      const edited = { root: this.#parts, failed: part(this.#lists, '[data-lists-failed]', HTMLElement), into, id };
      this.#editors.set(
        id,
        new ListEditor({ ...edited, list: this.#inWords(list), field: this.#field(id), data: this.#data }),
      );
    }
    this.#show(place, true);
  }

  #show(place: HTMLElement, isShown: boolean): void {
    part(place, '[data-editor]', HTMLElement).hidden = !isShown;
    part(place, '[data-edit]', HTMLButtonElement).setAttribute('aria-expanded', String(isShown));
  }

  /** The labels as the pages show them. */
  #inWords(list: CompanyList): CompanyList {
    const wording = toWording(this.#data);
    return { ...list, columns: list.columns.map((one) => ({ ...one, label: fillText(one.label, wording) })) };
  }

  #field(id: string): HTMLInputElement {
    const field = listFields(findTailoring(this.#lists).form).get(listPath(id));
    if (!(field instanceof HTMLInputElement)) throw new Error(`The form has no field for the list "${id}".`);
    return field;
  }
}

function idOf(place: HTMLElement): string {
  return place.dataset['ownList'] ?? '';
}

/** @throws Error when the lists, or what they are written with, do not arrive */
export async function openDesk(lists: HTMLElement): Promise<ListDesk> {
  const { root } = findTailoring(lists);
  const source = root.dataset['source'] ?? '';
  const [data, parts] = await load(
    Promise.all([fetchText(source).then((text): unknown => JSON.parse(text)), findParts(root)]),
  );
  if (!isTailoringData(data)) throw new Error(`${source} holds no passages.`);
  return new ListDesk(lists, parts, data);
}

/** While authors write they stand in the page; on a built site beside it. */
async function findParts(root: HTMLElement): Promise<HTMLElement> {
  const here = root.querySelector<HTMLElement>('list-parts');
  if (here) return here;
  const text = await fetchText(`${root.dataset['base'] ?? '/'}tailoring/lists.txt`);
  const parts = part(new DOMParser().parseFromString(text, 'text/html'), 'list-parts', HTMLElement);
  root.append(parts);
  return parts;
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return response.text();
}

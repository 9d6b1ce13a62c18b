import { type DutyData, isDutyData, type SheetDuty } from '../../core/regulation/duty-data.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part } from '../parts/parts.ts';
import { textBlocks } from '../parts/text-blocks.ts';
import { chosenInAddress, putInAddress } from './role-address.ts';

/** What one document holds for the roles that are ticked: what they do, and what others do by their leave. */
interface ChosenDuties {
  data: DutyData;
  duties: SheetDuty[];
  approvals: SheetDuty[];
}

/** Names as a row shows them. */
interface People {
  who: string;
  approvers: string;
}

/** Tick boxes for the roles of all documents, and the sheet of their duties. A document is fetched when first ticked. */
class DutySheet extends LiveElement {
  #loaded = new Map<string, Promise<DutyData>>();
  /** Counts renderings: an answer that comes late must not replace a newer one. */
  #turn = 0;

  protected override arrive(signal: AbortSignal): void {
    const form = part(this, 'form', HTMLFormElement);
    const update = () => {
      putInAddress(this.#chosen().map(({ value }) => value));
      void this.#render();
    };
    form.hidden = false;
    part(this, '[data-status]', HTMLElement).hidden = false;
    form.addEventListener('change', update, { signal });
    // The boxes are cleared after the event.
    form.addEventListener('reset', () => setTimeout(update), { signal });
    part(this, '[data-print]', HTMLButtonElement).addEventListener('click', () => print(), { signal });
    window.addEventListener('hashchange', () => this.#read(), { signal });
    this.#read();
  }

  #read(): void {
    const roles = chosenInAddress(location.hash);
    for (const box of this.#boxes()) box.checked = roles.includes(box.value);
    void this.#render();
  }

  #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[name="role"]')];
  }

  #chosen(): HTMLInputElement[] {
    return this.#boxes().filter(({ checked }) => checked);
  }

  async #render(): Promise<void> {
    const turn = ++this.#turn;
    const names = new Map(this.#chosen().map(({ value, dataset }) => [value, dataset['name'] ?? '']));
    const handbooks = [...new Set([...names.keys()].map((role) => role.split(':')[0] ?? ''))];
    try {
      const all = await Promise.all(handbooks.map((handbook) => this.#load(handbook)));
      if (turn !== this.#turn) return;
      const documents = all.map((data) => ({
        data,
        duties: data.duties.filter(({ who }) => who.some((role) => names.has(role))),
        approvals: data.duties.filter(({ approvers }) => approvers.some((role) => names.has(role))),
      }));
      const sheet = part(this, '[data-sheet]', HTMLElement);
      sheet.replaceChildren(...documents.map((document) => this.#document(document, names)));
      const count = documents.reduce((sum, { duties, approvals }) => sum + new Set([...duties, ...approvals]).size, 0);
      this.#say(names.size === 0 ? 'none' : 'count', names.size === 0 ? '' : String(count));
    } catch {
      // Whether the network or the file is at fault, the person can only try again.
      if (turn !== this.#turn) return;
      part(this, '[data-sheet]', HTMLElement).replaceChildren();
      this.#say('failed', '');
    }
  }

  /** A failed attempt is made again when a role is ticked the next time. */
  #load(handbook: string): Promise<DutyData> {
    const known = this.#loaded.get(handbook);
    if (known) return known;
    const loading = fetchDuties(`${this.dataset['base']}roles/${handbook}/duties.json`).catch((fault: unknown) => {
      this.#loaded.delete(handbook);
      throw fault;
    });
    this.#loaded.set(handbook, loading);
    return loading;
  }

  #document({ data, duties, approvals }: ChosenDuties, names: ReadonlyMap<string, string>): Node {
    const section = this.#copy('template[data-document]');
    const present = [...names].filter(([id]) => id in data.roles);
    part(section, '[data-title]', HTMLElement).textContent = data.title;
    part(section, '[data-roles]', HTMLElement).textContent = present.map(([, name]) => name).join('、');
    part(section, '[data-notice]', HTMLElement).textContent = data.notice;
    const chosen = (roles: readonly string[]) => roles.flatMap((id) => names.get(id) ?? []).join('、');
    this.#fill(section, 'duties', duties, ({ who }) => ({ who: chosen(who), approvers: '' }));
    this.#fill(section, 'approvals', approvals, ({ who, approvers }) => ({
      who: who.flatMap((id) => (approvers.includes(id) ? [] : (data.roles[id] ?? []))).join('、'),
      approvers: chosen(approvers),
    }));
    return section;
  }

  /** Puts the rows into a list of the sheet; an empty list goes with the heading above it. */
  #fill(section: ParentNode, name: string, duties: readonly SheetDuty[], people: (duty: SheetDuty) => People): void {
    const list = part(section, `[data-list="${name}"]`, HTMLElement);
    list.append(...duties.map((duty) => this.#row(duty, people(duty))));
    if (duties.length > 0) return;
    if (list.previousElementSibling?.matches('h3')) list.previousElementSibling.remove();
    list.remove();
  }

  #row({ label, href, text, when, record, forms }: SheetDuty, people: People): Node {
    const row = this.#copy('template[data-row]');
    const link = part(row, 'a', HTMLAnchorElement);
    link.href = href;
    link.textContent = label;
    part(row, '[data-text]', HTMLElement).replaceWith(...textBlocks(text));
    const makers = part(row, '[data-makers]', HTMLElement);
    if (forms.length === 0) makers.remove();
    part(makers, 'dd', HTMLElement).append(...forms.flatMap(toMakerLink));
    const facts = { ...people, when, record };
    for (const [name, value] of Object.entries(facts)) {
      const fact = part(row, `[data-fact="${name}"]`, HTMLElement);
      if (value) part(fact, 'dd', HTMLElement).textContent = value;
      else fact.remove();
    }
    return row;
  }

  #copy(selector: string): DocumentFragment {
    const copy = part(this, selector, HTMLTemplateElement).content.cloneNode(true);
    if (!(copy instanceof DocumentFragment)) throw new Error(`The template "${selector}" holds no fragment.`);
    return copy;
  }

  #say(message: string, before: string): void {
    const status = part(this, '[data-status]', HTMLElement);
    status.textContent = before + (status.dataset[message] ?? '');
  }
}

/** With what stands before it in a list of several. */
function toMakerLink({ title, href }: SheetDuty['forms'][number], index: number): (Node | string)[] {
  const link = Object.assign(document.createElement('a'), { href, textContent: title });
  return index === 0 ? [link] : ['、', link];
}

async function fetchDuties(address: string): Promise<DutyData> {
  const response = await fetch(address);
  const data: unknown = response.ok ? await response.json() : undefined;
  if (!isDutyData(data)) throw new Error(`${address} holds no duties.`);
  return data;
}

customElements.define('duty-sheet', DutySheet);

import type { Facets as Counts, Filters } from '../../search/engine.ts';
import { part } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import { type FacetName, facetNames } from './address.ts';

/** So many of a facet are offered at once; the rest when asked for. */
const most = 6;

/** By what results can be narrowed, with how many there would be: documents, roles, kinds. */
export class Facets {
  readonly #root: HTMLElement;
  readonly #names: Record<FacetName, Record<string, string>>;
  readonly #onChosen: () => void;
  #chosen: Partial<Record<FacetName, string>> = {};
  #counts: Counts | undefined;
  #isAsked = false;
  /** Facets of which all are shown. */
  readonly #whole = new Set<FacetName>();

  /** @param onChosen after the person has chosen, or taken a choice off */
  constructor(root: HTMLElement, signal: AbortSignal, onChosen: () => void) {
    this.#root = root;
    this.#onChosen = onChosen;
    this.#names = readNames(part(root, '[data-names]', HTMLElement).textContent);
    root.addEventListener('click', (event) => this.#onClick(event), { signal });
    // On a telephone the results come first.
    part(root, 'details', HTMLDetailsElement).open = matchMedia('(min-width: 50em)').matches;
  }

  get filters(): Filters {
    return { ...this.#chosen };
  }

  /** Takes what an address says; what the site does not have is no choice. */
  take(filters: Filters): void {
    this.#chosen = Object.fromEntries(
      facetNames.flatMap((name) => {
        const id = filters[name] ?? '';
        return this.#names[name][id] === undefined ? [] : [[name, id]];
      }),
    );
  }

  /** What is chosen, as the reader sees it. */
  get chosenNames(): string[] {
    return facetNames.flatMap((name) => {
      const id = this.#chosen[name];
      return id === undefined ? [] : [this.#nameOf(name, id)];
    });
  }

  clear(): void {
    this.#chosen = {};
    part(this.#root, 'summary', HTMLElement).focus();
    this.#onChosen();
  }

  /** @param counts `undefined` where nothing can be narrowed, @param isAsked of a question, not of all that there is */
  show(counts: Counts | undefined, isAsked: boolean): void {
    this.#counts = counts;
    this.#isAsked = isAsked;
    const focused = this.#root.querySelector<HTMLElement>('button:focus');
    const { facet, value } = focused?.dataset ?? {};
    const shown = facetNames.map((name) => this.#showFacet(name, counts?.[name] ?? []));
    const names = this.chosenNames;
    this.#root.hidden = !shown.some((isShown) => isShown) && names.length === 0;
    const summary = part(this.#root, 'summary', HTMLElement);
    summary.textContent = toWords(summary, [names.length > 0 ? 'chosen' : isAsked ? 'text' : 'browse'], {
      f: names.join('・'),
    });
    part(this.#root, '[data-unfilter]', HTMLElement).hidden = names.length === 0;
    if (facet === undefined) return;
    // The button that was pressed is a new one now.
    const buttons = [...this.#root.querySelectorAll<HTMLElement>(`button[data-facet="${facet}"]`)];
    (buttons.find(({ dataset }) => dataset['value'] === value) ?? buttons[0] ?? summary).focus();
  }

  #showFacet(name: FacetName, counts: Counts[FacetName]): boolean {
    const place = part(this.#root, `[data-group="${name}"]`, HTMLElement);
    const chosen = this.#chosen[name];
    const known = counts.filter(({ id }) => this.#names[name][id] !== undefined);
    if (chosen !== undefined && !known.some(({ id }) => id === chosen)) known.push({ id: chosen, count: 0 });
    const order = Object.keys(this.#names[name]);
    // There are many roles: those that have the most to do come first.
    const byCount = (a: { count: number }, b: { count: number }) => (name === 'role' ? b.count - a.count : 0);
    known.sort((a, b) => byCount(a, b) || order.indexOf(a.id) - order.indexOf(b.id));
    const isWhole = this.#whole.has(name) || known.length <= most + 1;
    const offered = known.filter(({ id }, index) => isWhole || index < most || id === chosen);
    const items = offered.map(({ id, count }) => this.#item(name, id, count));
    if (offered.length < known.length) items.push(this.#restItem(name, known.length - offered.length));
    part(place, 'ul', HTMLElement).replaceChildren(...items);
    place.hidden = known.length === 0;
    return known.length > 0;
  }

  #item(name: FacetName, id: string, count: number): Node {
    const { item, button } = this.#copy('facet');
    button.dataset['facet'] = name;
    button.dataset['value'] = id;
    button.setAttribute('aria-pressed', String(this.#chosen[name] === id));
    part(button, '[data-slot=name]', HTMLElement).textContent = this.#nameOf(name, id);
    part(button, '[data-slot=count]', HTMLElement).textContent = String(count);
    return item;
  }

  #restItem(name: FacetName, count: number): Node {
    const { item, button } = this.#copy('rest');
    button.dataset['facet'] = name;
    button.dataset['whole'] = name;
    button.textContent = toWords(button, ['text'], { n: String(count) });
    return item;
  }

  #copy(name: string): { item: Node; button: HTMLButtonElement } {
    const template = part(this.#root, `template[data-${name}]`, HTMLTemplateElement);
    const item = document.importNode(template.content, true);
    return { item, button: part(item, 'button', HTMLButtonElement) };
  }

  /** A role is called with its document, unless that one is chosen. */
  #nameOf(name: FacetName, id: string): string {
    const own = this.#names[name][id] ?? '';
    if (name !== 'role' || this.#chosen.handbook !== undefined) return own;
    const document = this.#names.handbook[id.split(':')[0] ?? ''];
    return document === undefined
      ? own
      : toWords(part(this.#root, '[data-names]', HTMLElement), ['role'], { r: own, d: document });
  }

  #onClick({ target }: MouseEvent): void {
    const button = target instanceof Element ? target.closest('button') : null;
    const { facet, value } = button?.dataset ?? {};
    const name = facetNames.find((one) => one === facet);
    if (name === undefined) return;
    if (value === undefined) {
      this.#whole.add(name);
      this.show(this.#counts, this.#isAsked);
      return;
    }
    if (this.#chosen[name] === value) delete this.#chosen[name];
    else this.#chosen[name] = value;
    this.#onChosen();
  }
}

/** @throws Error if the page's own list is damaged */
function readNames(text: string): Record<FacetName, Record<string, string>> {
  return JSON.parse(text);
}

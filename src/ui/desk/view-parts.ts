import { part } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';

/** Most rows that a view draws before somebody asks for the others, or prints them. */
export const firstRows = 100;

/** Says something in the status of a view, by the name of its sentence there. */
export function sayIn(
  place: ParentNode,
  selector: string,
  name: string,
  texts?: Readonly<Record<string, string>>,
): void {
  const status = part(place, selector, HTMLElement);
  status.textContent = toWords(status, [name], texts);
}

/** Writes how many there are beside a chip, and whether it is pressed. */
export function markChip(chip: HTMLElement, count: number, isPressed: boolean): void {
  part(chip, '[data-chip-count]', HTMLElement).textContent = String(count);
  chip.setAttribute('aria-pressed', String(isPressed));
}

/** The value of a data attribute of what was pressed, or of what it stands in; undefined where there is none. */
export function pressed({ target }: Event, attribute: string): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest(`[${attribute}]`)?.getAttribute(attribute) ?? undefined;
}

/** Hides the button that shows the rest, or says how many there are. */
export function showMore(place: ParentNode, selector: string, left: number): void {
  const line = part(place, selector, HTMLElement);
  line.hidden = left <= 0;
  const button = part(line, 'button', HTMLButtonElement);
  button.textContent = toWords(button, ['words'], { n: left.toLocaleString('en') });
}

/** What to do before paper is printed, and afterwards, while a view stands. */
export function whilePrinting(signal: AbortSignal, before: () => void, after: () => void): void {
  window.addEventListener('beforeprint', before, { signal });
  window.addEventListener('afterprint', after, { signal });
}

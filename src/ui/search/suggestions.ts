import { leastLetters, suggest } from '../../search/suggest.ts';
import { part } from '../parts/parts.ts';
import { wordItem } from './render.ts';

/** On one line or two. */
const most = 6;

/** Offers words of the texts that go on from what is typed. @param words those worth suggesting */
export function offerWords(root: HTMLElement, typed: string, words: readonly string[]): void {
  const offered = suggest(typed, words, most);
  const place = part(root, '[data-suggestions]', HTMLElement);
  part(place, 'ul', HTMLElement).replaceChildren(...offered.map((word) => wordItem(root, word)));
  place.hidden = offered.length === 0;
}

/** Whether enough is typed to go on from. */
export function isEnough(typed: string): boolean {
  return [...typed].length >= leastLetters;
}

export function hideWords(root: HTMLElement): void {
  part(root, '[data-suggestions]', HTMLElement).hidden = true;
}

import type { Answer, Hit } from '../../search/engine.ts';
import { part } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import { hitItem, toolItem, wordItem } from './render.ts';

/** Shows what an answer says: of the question itself, the tools, and the results. */
export function showAnswer(root: HTMLElement, base: string, answer: Answer): void {
  const meant = part(root, '[data-meant]', HTMLElement);
  meant.hidden = answer.meant === undefined;
  part(meant, 'button', HTMLElement).textContent = answer.meant ?? '';
  showNotes(root, answer);
  const tools = part(root, '[data-tools]', HTMLElement);
  tools.replaceChildren(...answer.tools.map((tool) => toolItem(root, tool, base)));
  tools.hidden = answer.tools.length === 0;
  part(root, '[data-hits]', HTMLElement).replaceChildren();
  addHits(root, base, answer.hits);
  part(root, '[data-nothing]', HTMLElement).hidden = true;
  offerReport(root, answer.hits.length === 0 || answer.absent.length > 0);
}

/** What was not taken as it stands, or stands nowhere. */
function showNotes(root: HTMLElement, { question, missing, absent, hits }: Answer): void {
  const list = (words: readonly string[]) => ({ w: words.join('」「') });
  const understood = part(root, '[data-understood]', HTMLElement);
  const { phrases, excluded } = question;
  say(
    understood,
    (phrases.length > 0 ? toWords(understood, ['phrases'], list(phrases)) : '') +
      (excluded.length > 0 ? toWords(understood, ['excluded'], list(excluded)) : ''),
  );
  const numbers = part(root, '[data-missing]', HTMLElement);
  say(numbers, missing.length > 0 ? toWords(numbers, ['text'], list(missing)) : '');
  const words = part(root, '[data-absent]', HTMLElement);
  const said = hits.length > 0 ? ['text', 'near'] : ['text'];
  say(words, absent.length > 0 ? toWords(words, said, list(absent)) : '');
}

function say(place: HTMLElement, words: string): void {
  place.hidden = words === '';
  place.textContent = words;
}

/** Puts further results under those that stand there. @returns the new ones */
export function addHits(root: HTMLElement, base: string, hits: readonly Hit[]): HTMLElement[] {
  const items = hits.map((hit) => hitItem(root, hit, base));
  part(root, '[data-hits]', HTMLElement).append(...items);
  return items;
}

/** Nothing was found: words to try, where any are near, and other ways. */
export function showNothing(root: HTMLElement, near: readonly string[]): void {
  const nothing = part(root, '[data-nothing]', HTMLElement);
  part(nothing, '[data-near-lead]', HTMLElement).hidden = near.length === 0;
  part(nothing, 'ul', HTMLElement).replaceChildren(...near.map((word) => wordItem(root, word)));
  nothing.hidden = false;
}

/** Takes away all that an answer has shown. */
export function clearAnswer(root: HTMLElement): void {
  for (const name of ['hits', 'tools']) part(root, `[data-${name}]`, HTMLElement).replaceChildren();
  for (const name of ['tools', 'meant', 'understood', 'missing', 'absent', 'nothing', 'suggestions']) {
    part(root, `[data-${name}]`, HTMLElement).hidden = true;
  }
  offerReport(root, false);
}

/** A text that was made of the question before goes. */
function offerReport(root: HTMLElement, isOffered: boolean): void {
  const report = part(root, '[data-report]', HTMLElement);
  report.hidden = !isOffered;
  part(report, 'label', HTMLElement).hidden = true;
  part(report, '[role=status]', HTMLElement).textContent = '';
}

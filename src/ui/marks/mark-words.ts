import { findWords } from './find-words.ts';
import { collectBlocks } from './text-blocks.ts';

/** A word that was found: its marks, several where it runs over more than one element. */
export type FoundWord = readonly HTMLElement[];

/** A page of one word in every line is long enough. */
const mostFound = 2_000;

/** Marks the words in the texts under an element, across the elements inside a paragraph. In reading order. */
export function markWords(root: Element, words: readonly string[]): FoundWord[] {
  const found: FoundWord[] = [];
  for (const { text, nodes } of collectBlocks(root)) {
    const spans = findWords(text, words);
    const inBlock: HTMLElement[][] = spans.map(() => []);
    // From the end: what is cut off a text leaves the places before it as they are.
    for (const { node, start } of nodes.toReversed()) {
      for (const [at, [from, to]] of [...spans.entries()].toReversed()) {
        const begin = Math.max(from - start, 0);
        const end = Math.min(to - start, node.data.length);
        if (begin < end) inBlock[at]?.unshift(wrap(node, begin, end));
      }
    }
    found.push(...inBlock.filter((marks) => marks.length > 0));
    if (found.length >= mostFound) break;
  }
  return found;
}

/** Takes marks away; the texts are whole again. */
export function unmark(found: readonly FoundWord[]): void {
  for (const mark of found.flat()) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

function wrap(node: Text, begin: number, end: number): HTMLElement {
  const text = node.splitText(begin);
  text.splitText(end - begin);
  const mark = document.createElement('mark');
  mark.className = 'k-found';
  text.replaceWith(mark);
  mark.append(text);
  return mark;
}

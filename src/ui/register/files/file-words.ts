import { part } from '../../parts/parts.ts';
import { toWords } from '../../parts/to-words.ts';
import { toShortText } from '../../parts/visible-text.ts';
import type { RegisterContext } from '../register-context.ts';

/** Sentences about files, their gaps filled in. */
export function words(
  { root }: RegisterContext,
  names: readonly string[],
  texts: Readonly<Record<string, string>> = {},
): string {
  return toWords(part(root, '[data-files-words]', HTMLElement), names, texts);
}

/** A count as people read it. */
export function toCount(count: number): string {
  return count.toLocaleString('en');
}

/** One line about one file, below the place where it was chosen. */
export function tellFile(context: RegisterContext, file: Pick<File, 'name'>, said: string): void {
  tellLine(context, `${toShortText(file.name, 80)}: ${said}`);
}

/** The same where the line names the file already. */
export function tellLine({ root }: RegisterContext, text: string): void {
  part(root, '[data-files-results]', HTMLElement).append(toItem(text));
}

/** A text as an item of a list. */
export function toItem(text: string): HTMLLIElement {
  return Object.assign(document.createElement('li'), { textContent: text });
}

/** What a merge did, in words. */
export function sayTaken(
  context: RegisterContext,
  { added, changed, conflicts, same }: Readonly<Record<'added' | 'changed' | 'conflicts' | 'same', number>>,
): string {
  const names = [
    ...(added > 0 ? ['takenNew'] : []),
    ...(changed > 0 ? ['takenMore'] : []),
    ...(added + changed === 0 ? ['nothing'] : same > 0 ? ['takenSame'] : []),
    ...(conflicts > 0 ? ['takenConflicts'] : []),
  ];
  const [n, c, k, s] = [added, changed, conflicts, same].map(toCount);
  return words(context, names, { n: n ?? '', c: c ?? '', k: k ?? '', s: s ?? '' });
}

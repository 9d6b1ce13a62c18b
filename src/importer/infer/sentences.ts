/** A sentence without what stands in its brackets, which still knows its own words. */
export interface Sentence {
  /** The letters that the rules look at: brackets and what is in them left out, spaces too. */
  text: string;
  /** The line as printed. */
  original: string;
  /** For each UTF-16 unit of `text`, where it stands in `original`. */
  at: number[];
  /** Whether it is closed by a full stop; an item of a list often is not. */
  closed: boolean;
}

const opening = '（(［[〔';
const closing = '）)］]〕';

/**
 * The sentences of a line. A full stop inside brackets or quotation marks ends none: （以下「乙」という。）.
 * Brackets that are never closed are letters like any other.
 */
export function toSentences(line: string): Sentence[] {
  const sentences: Sentence[] = [];
  let current: Sentence = { text: '', original: line, at: [], closed: false };
  const balanced = count(line, opening) === count(line, closing);
  let brackets = 0;
  let quotes = 0;
  const end = (closed: boolean) => {
    if (current.text) sentences.push({ ...current, closed });
    current = { text: '', original: line, at: [], closed: false };
  };
  for (let index = 0; index < line.length; index++) {
    const letter = line[index] ?? '';
    if (balanced && opening.includes(letter)) brackets++;
    if (letter === '「' || letter === '『') quotes++;
    const hidden = brackets > 0 || /\s/u.test(letter);
    if (balanced && closing.includes(letter)) brackets = Math.max(0, brackets - 1);
    if (letter === '」' || letter === '』') quotes = Math.max(0, quotes - 1);
    if (hidden) continue;
    if (letter === '。' && quotes === 0) {
      end(true);
      continue;
    }
    current.text += letter;
    current.at.push(index);
  }
  end(false);
  return sentences;
}

/** The words of the line that a stretch of a sentence was taken from. */
export function wordsOf({ original, at }: Sentence, start: number, end: number): string {
  if (end <= start) return '';
  return original.slice(at[start] ?? 0, (at[end - 1] ?? 0) + 1);
}

function count(line: string, letters: string): number {
  let found = 0;
  for (const letter of line) if (letters.includes(letter)) found++;
  return found;
}

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

/** A piece of text, such as a title, as a sentence. */
export function plainSentence(text: string): Sentence {
  return { text, original: text, at: [...text].map((_, index) => index), closed: false };
}

/** The words of the line that a stretch of a sentence was taken from. */
export function wordsOf({ original, at }: Sentence, start: number, end: number): string {
  if (end <= start) return '';
  return original.slice(at[start] ?? 0, (at[end - 1] ?? 0) + 1);
}

/** Words of a sentence as the document prints them, with its spaces, without its brackets. */
export function asPrinted({ text, original, at }: Sentence, start: number, words: string): string {
  let same = 0;
  while (same < words.length && text[start + same] === words[same]) same++;
  if (same === 0) return words;
  let bare = '';
  let before = -1;
  for (let index = start; index < start + same; index++) {
    const place = at[index] ?? 0;
    const between = before < 0 ? '' : original.slice(before + 1, place);
    // Spaces only: what is longer is what stood in brackets.
    bare += (between.trim() === '' ? between : '') + (original[place] ?? '');
    before = place;
  }
  return bare + words.slice(same);
}

function count(line: string, letters: string): number {
  let found = 0;
  for (const letter of line) if (letters.includes(letter)) found++;
  return found;
}
